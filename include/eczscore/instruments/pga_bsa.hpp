// SPDX-License-Identifier: BSL-1.0
// PGA x BSA in psoriasis: a static global grade times body surface, for PGAs of 5, 6 and 7 grades.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::detail::pga_bsa {

/// The grade, and the whole-body percent, kept exact.
template <int highest>
struct Forms {
    static constexpr Item items[] = {{.id = "grade",
                                      .label = "static PGA grade",
                                      .scale = whole_points(0, highest),
                                      .role = Role::multiplies},
                                     {.id = "bsa_percent",
                                      .label = "involved body surface, percent",
                                      .scale = measured(0, 100)}};
    static constexpr Domain domains[] = {{"product", "Grade x percent", 1, items, highest * 100}};
    static constexpr Form all[] = {
        {.id = "all", .label = "all ages", .domains = domains, .max = highest * 100}};
};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("walsh_2013"), cite("esteem_2017"),
                                              cite("duffin_2017"), cite("pga_bsa_chinese_cohort"),
                                              cite("iga_bsa_secukinumab")};

// --- Change that matters ------------------------------------------------------------------------

consteval Threshold better_by_75(Text id, Text population) {
    return {.id = id,
            .label = "at least 75 % better",
            .basis = Basis::responder,
            .value = 75,
            .unit = ThresholdUnit::percent,
            .population = population,
            .evidence = {nullptr, Confidence::medium,
                         "trial practice; in a Chinese cohort 73 % matched PASI-75"},
            .is_default = true};
}

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text record_which =
    "Static PGAs have 5, 6 or 7 grades; their products do not compare, so each has an id of its "
    "own.";
inline constexpr Text odd_pairs =
    "A grade of 0 with body surface above 0, or a grade above 0 with body surface 0, is accepted "
    "with a warning.";
inline constexpr Text no_bands = "No severity bands were found.";
inline constexpr Text equivalents =
    "In groups: reductions of 57 % and 73 % matched PASI-50 and PASI-75 in a Chinese cohort; after "
    "apremilast the median product was 1.0 in PASI-90 responders; cut-offs of about 1 to 3 stood "
    "for minimal disease activity with secukinumab, by week and definition.";
inline constexpr Text inferred =
    "unverified: the published range 0-400 is for 5 grades; this one follows by arithmetic.";

consteval Description described(Text id, Text title, Text version, List<Form> forms,
                                List<Threshold> thresholds, List<Text> notes) {
    return {Identity{.id = id,
                     .title = title,
                     .version = version,
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = "No owner's statement was found (unverified)."},
            Scoring{.min = 0,
                    .max = forms[0].max,
                    .forms = forms,
                    .missing = {.evidence = {nullptr, Confidence::medium,
                                             "no published rule was found, so nothing is replaced"},
                                .text = "none: both factors"}},
            Interpretation{.thresholds = thresholds, .notes = notes},
            Provenance{.sources = sources}};
}

/// One assessment; a field that was not set is missing, never 0.
template <const Instrument& which>
struct Product {
    Age age{};
    Answer grade{};
    Answer bsa_percent{};  ///< 0-100

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 2> in_order() const { return {grade, bsa_percent}; }
};

}  // namespace eczscore::detail::pga_bsa

namespace eczscore::pga_bsa {
namespace shared = eczscore::detail::pga_bsa;

inline constexpr Threshold thresholds[] = {
    shared::better_by_75("pga_bsa_75", "psoriasis trials, PGA of 5 grades")};
inline constexpr Text notes[] = {shared::record_which, shared::odd_pairs, shared::no_bands,
                                 shared::equivalents};
inline constexpr Description description =
    shared::described("pga_bsa", "PGA x BSA (psoriasis), PGA of 5 grades (0-4)", "5 grades",
                      shared::Forms<4>::all, thresholds, notes);
inline constexpr Instrument instrument = checked<description>();
using Answers = shared::Product<instrument>;

static_assert(score(Answers{.grade = 4, .bsa_percent = 30.5}).value() == Exact(122));

}  // namespace eczscore::pga_bsa

namespace eczscore::pga_6_bsa {
namespace shared = eczscore::detail::pga_bsa;

inline constexpr Threshold thresholds[] = {
    shared::better_by_75("pga_6_bsa_75", "psoriasis trials, PGA of 6 grades")};
inline constexpr Text notes[] = {shared::inferred, shared::record_which, shared::odd_pairs,
                                 shared::no_bands};
inline constexpr Description description =
    shared::described("pga_6_bsa", "PGA x BSA (psoriasis), PGA of 6 grades (0-5)", "6 grades",
                      shared::Forms<5>::all, thresholds, notes);
inline constexpr Instrument instrument = checked<description>();
using Answers = shared::Product<instrument>;

static_assert(score(Answers{.grade = 5, .bsa_percent = 30.5}).value() == 152.5_x);

}  // namespace eczscore::pga_6_bsa

namespace eczscore::pga_7_bsa {
namespace shared = eczscore::detail::pga_bsa;

inline constexpr Threshold thresholds[] = {
    shared::better_by_75("pga_7_bsa_75", "psoriasis trials, PGA of 7 grades")};
inline constexpr Text notes[] = {shared::inferred, shared::record_which, shared::odd_pairs,
                                 shared::no_bands};
inline constexpr Description description =
    shared::described("pga_7_bsa", "PGA x BSA (psoriasis), PGA of 7 grades (0-6)", "7 grades",
                      shared::Forms<6>::all, thresholds, notes);
inline constexpr Instrument instrument = checked<description>();
using Answers = shared::Product<instrument>;

static_assert(score(Answers{.grade = 6, .bsa_percent = 30.5}).value() == Exact(183));

}  // namespace eczscore::pga_7_bsa
