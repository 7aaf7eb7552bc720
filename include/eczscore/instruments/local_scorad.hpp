// SPDX-License-Identifier: BSL-1.0
// Local SCORAD: the intensity signs of one lesion, in the variants with six signs and with five.
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::detail::local_scorad {

consteval MissingRule missing_of(Text text) {
    return {.evidence = {nullptr, Confidence::medium,
                         "no published rule was found, so nothing is replaced"},
            .text = text};
}
inline constexpr Text two_variants =
    "unverified: two variants are in use, six signs (0-18) and five without dryness (0-15); always "
    "say which.";
inline constexpr Text of_one_lesion =
    "Grades of one lesion, for half-body and topical trials; no bands, no important difference, no "
    "owner.";

}  // namespace eczscore::detail::local_scorad

namespace eczscore::local_scorad_6 {

inline constexpr Domain domains[] = {
    {"signs", "Six signs", 1, eczscore::detail::scorad::intensity, 18}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 18}};
inline constexpr const Citation* sources[] = {cite("etfad_1993")};
inline constexpr Text notes[] = {eczscore::detail::local_scorad::two_variants,
                                 eczscore::detail::local_scorad::of_one_lesion};

inline constexpr Description description{
    Identity{.id = "local_scorad_6",
             .title = "Local SCORAD, six signs (0-18)",
             .version = "six signs",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = eczscore::detail::scorad::rights},
    Scoring{.min = 0,
            .max = 18,
            .also_columns = "local_scorad",
            .forms = forms,
            .missing = eczscore::detail::local_scorad::missing_of("none: all six signs")},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One lesion; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer erythema{};
    Answer edema_papulation{};
    Answer oozing_crusting{};
    Answer excoriation{};
    Answer lichenification{};
    Answer dryness{};

    static constexpr const Instrument& instrument() { return local_scorad_6::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        return {erythema, edema_papulation, oozing_crusting, excoriation, lichenification, dryness};
    }
};

static_assert(score(Answers{.erythema = 2,
                            .edema_papulation = 1,
                            .oozing_crusting = 0,
                            .excoriation = 2,
                            .lichenification = 1,
                            .dryness = 2})
                  .value() == Exact(8));

}  // namespace eczscore::local_scorad_6

namespace eczscore::local_scorad_5 {

/// Without dryness, which SCORAD grades on uninvolved skin.
inline constexpr Item items[] = {
    eczscore::detail::scorad::intensity[0], eczscore::detail::scorad::intensity[1],
    eczscore::detail::scorad::intensity[2], eczscore::detail::scorad::intensity[3],
    eczscore::detail::scorad::intensity[4]};
inline constexpr Domain domains[] = {{"signs", "Five signs", 1, items, 15}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 15}};
inline constexpr const Citation* sources[] = {cite("etfad_1993")};
inline constexpr Text notes[] = {eczscore::detail::local_scorad::two_variants,
                                 eczscore::detail::local_scorad::of_one_lesion};

inline constexpr Description description{
    Identity{.id = "local_scorad_5",
             .title = "Local SCORAD, five signs without dryness (0-15)",
             .version = "five signs",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = eczscore::detail::scorad::rights},
    Scoring{.min = 0,
            .max = 15,
            .also_columns = "local_scorad",
            .forms = forms,
            .missing = eczscore::detail::local_scorad::missing_of("none: all five signs")},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One lesion; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer erythema{};
    Answer edema_papulation{};
    Answer oozing_crusting{};
    Answer excoriation{};
    Answer lichenification{};

    static constexpr const Instrument& instrument() { return local_scorad_5::instrument; }
    constexpr std::array<Answer, 5> in_order() const {
        return {erythema, edema_papulation, oozing_crusting, excoriation, lichenification};
    }
};

static_assert(score(Answers{.erythema = 2,
                            .edema_papulation = 1,
                            .oozing_crusting = 0,
                            .excoriation = 2,
                            .lichenification = 1})
                  .value() == Exact(6));

}  // namespace eczscore::local_scorad_5
