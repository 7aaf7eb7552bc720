// SPDX-License-Identifier: BSL-1.0
// GAIS, the Global Aesthetic Improvement Scale: five categories of change, and two named codings.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::gais {

namespace detail {
/// The categories from best to worst; `step` 1 where the best has the lowest code.
template <int best, int step>
inline constexpr Word words[] = {{"very_much_improved", best},
                                 {"much_improved", best + step},
                                 {"improved", best + 2 * step},
                                 {"no_change", best + 3 * step},
                                 {"worse", best + 4 * step}};
template <int best, int step, bool labels_only>
inline constexpr Item items[] = {
    {.id = "category",
     .label = "change against the photograph before treatment",
     .scale = step > 0 ? whole_points(best, best + 4 * step) : whole_points(best + 4 * step, best),
     .words = words<best, step>,
     .labels_only = labels_only}};
template <int best, int step>
inline constexpr int highest = step > 0 ? best + 4 * step : best;
template <int best, int step, bool labels_only>
inline constexpr Domain domains[] = {
    {"category", "Category", 1, items<best, step, labels_only>, highest<best, step>}};
template <int best, int step, bool labels_only = false>
inline constexpr Form forms[] = {{.id = "all",
                                  .label = "all ages",
                                  .domains = domains<best, step, labels_only>,
                                  .max = highest<best, step>}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("flexikon_gais"), cite("narins_2003")};

// --- Responders ---------------------------------------------------------------------------------

/// A category to reach. No cut-off was validated.
consteval Threshold reached(Text id, Text label, int code) {
    return {.id = id,
            .label = label,
            .basis = Basis::target,
            .value = code,
            .population = "aesthetic trials",
            .evidence = {cite("flexikon_gais"), Confidence::medium, "no cut-off was validated"}};
}
template <int improved, int much_improved>
inline constexpr Threshold responders[] = {
    reached("improved_or_better", "responder: improved or better", improved),
    reached("much_improved_or_better", "strict responder: much improved or better", much_improved)};

// --- What is the same for all three -------------------------------------------------------------

inline constexpr Text keep_the_rater =
    "Keep who rated, the clinician or the patient: the two are not one scale.";
inline constexpr Text two_codings =
    "Two opposite numberings are in use, 1 (best) to 5 and 3 (best) to -1; \"much improved\" is 2 "
    "in both, by coincidence. A 0 to 4 version without \"worse\", printed in a dictionary, is "
    "another scale.";
inline constexpr Text no_mean = "The categories are an order, not amounts: they have no mean.";

struct Coding {
    Text id;
    Text title;
    Text version;
};
consteval Description described(const Coding& coding) {
    return {Identity{.id = coding.id,
                     .title = coding.title,
                     .version = coding.version,
                     .respondent = Respondent::clinician | Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall = "against a photograph before treatment",
                     .rights = "No owner or licence was found."},
            Scoring{.rates_change = true,
                    .forms = {},
                    .missing = {.evidence = {cite("flexikon_gais"), Confidence::high,
                                             "no missing rule was found"},
                                .text = "none: the category"}},
            Interpretation{}, Provenance{.sources = sources}};
}

inline constexpr Text notes[] = {
    "The category is kept as a word and has no number; gais_1_best and gais_3_best are the codings "
    "that trials use. A bare number is refused, for it would be 1 (best) to one and 3 (best) to "
    "another.",
    two_codings, keep_the_rater, no_mean};
consteval Description category() {
    Description it = described({.id = "gais",
                                .title = "Global Aesthetic Improvement Scale, category",
                                .version = "five categories, without a number"});
    it.min = 0;
    it.max = 4;
    it.forms = forms<0, 1, true>;
    it.has_total = false;
    it.notes = notes;
    return it;
}
}  // namespace detail

inline constexpr Description description = detail::category();
inline constexpr Instrument instrument = checked<description>();

/// The categories. A number does not compile in their place, because 1 is the best of one coding
/// and 3 the best of another.
enum class Category { very_much_improved, much_improved, improved, no_change, worse, missing };
using enum Category;

/// One rating; a category that was not set is missing.
struct Answers {
    Age age{};
    Category category = missing;

    static constexpr const Instrument& instrument() { return gais::instrument; }
    constexpr std::array<Answer, 1> in_order() const {
        return {category == missing ? Answer() : Answer(static_cast<int>(category))};
    }
};

static_assert(score(Answers{.category = improved}).status == Status::not_applicable);

}  // namespace eczscore::gais

namespace eczscore::gais_1_best {

namespace detail {
using namespace eczscore::gais::detail;
inline constexpr Text notes[] = {
    "1 is very much improved, 5 is worse; the number goes nowhere without the name of this coding.",
    two_codings, keep_the_rater, no_mean};
consteval Description coded() {
    Description it = described({.id = "gais_1_best",
                                .title = "Global Aesthetic Improvement Scale, coded 1 (best) to 5",
                                .version = "1 very much improved, 5 worse"});
    it.min = 1;
    it.max = 5;
    it.also_columns = "gais";
    it.forms = forms<1, 1>;
    it.thresholds = responders<3, 2>;
    it.notes = notes;
    return it;
}
}  // namespace detail

inline constexpr Description description = detail::coded();
inline constexpr Instrument instrument = checked<description>();

/// One rating, 1 (very much improved) to 5 (worse); a code that was not set is missing.
struct Answers {
    Age age{};
    Answer category{};

    static constexpr const Instrument& instrument() { return gais_1_best::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {category}; }
};

}  // namespace eczscore::gais_1_best

namespace eczscore::gais_3_best {

namespace detail {
using namespace eczscore::gais::detail;
inline constexpr Text notes[] = {
    "unverified: this coding, 3 (very much improved) to -1 (worse), is remembered from trials.",
    "The number goes nowhere without the name of this coding.", two_codings, keep_the_rater,
    no_mean};
consteval Description coded() {
    Description it =
        described({.id = "gais_3_best",
                   .title = "Global Aesthetic Improvement Scale, coded 3 (best) to -1 (unverified)",
                   .version = "3 very much improved, -1 worse"});
    it.direction = Direction::higher_is_better;
    it.min = -1;
    it.max = 3;
    it.also_columns = "gais";
    it.forms = forms<3, -1>;
    it.thresholds = responders<1, 2>;
    it.notes = notes;
    return it;
}
}  // namespace detail

inline constexpr Description description = detail::coded();
inline constexpr Instrument instrument = checked<description>();

/// One rating, 3 (very much improved) to -1 (worse); a code that was not set is missing.
struct Answers {
    Age age{};
    Answer category{};

    static constexpr const Instrument& instrument() { return gais_3_best::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {category}; }
};

}  // namespace eczscore::gais_3_best
