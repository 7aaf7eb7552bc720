// SPDX-License-Identifier: BSL-1.0
// Rajka-Langeland grading: extent, course and intensity, each 1 to 3 with halves, 3 to 9.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::rajka_langeland {

/// 1.5 and 2.5 are for cases of doubt.
inline constexpr Exact levels[] = {1, 1.5_x, 2, 2.5_x, 3};
inline constexpr Scale graded{.min = 1, .max = 3, .units_per_point = 2, .levels = levels};
inline constexpr Item items[] = {
    {.id = "extent", .label = "extent, graded for the phase of life", .scale = graded},
    {.id = "course", .label = "course over the last year, graded", .scale = graded},
    {.id = "intensity", .label = "intensity of itch, graded", .scale = graded}};
inline constexpr Domain domains[] = {{"criteria", "Criteria", 1, items, 9}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 9}};

inline constexpr const Citation* sources[] = {cite("rajka_1989")};

inline constexpr Band rajka_1989_bands[] = {{"mild", "Mild", from(3), below(4.5_x)},
                                            {"moderate", "Moderate", from(4.5_x), below(8)},
                                            {"severe", "Severe", from(8), up_to(9)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "rajka_1989",
     .title = "Rajka and Langeland 1989: 3-4, 4.5-7.5, 8-9 (unverified)",
     .bands = rajka_1989_bands,
     .evidence = {.source = cite("rajka_1989"),
                  .confidence = Confidence::low,
                  .note = "the paper was not found; from memory",
                  .from_memory = true},
     .is_default = true}};

inline constexpr Text notes[] = {
    "unverified: grades, range and bands are from memory; the paper of 1989 was not found.",
    "Takes the three grades. Percentages, months and itch are not turned into grades, because the "
    "limits could not be verified; those of extent differ between infants and others.",
    "It looks back over a year: not for change. No important difference was found."};

inline constexpr Description description{
    Identity{.id = "rajka_langeland",
             .title = "Rajka-Langeland severity grading",
             .version = "1989",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 365,
             .recall = "12 months",
             .rights = "No owner's statement was found (unverified)."},
    Scoring{.min = 3,
            .max = 9,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all three criteria"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer extent{};     ///< 1, 1.5, 2, 2.5 or 3
    Answer course{};     ///< 1, 1.5, 2, 2.5 or 3
    Answer intensity{};  ///< 1, 1.5, 2, 2.5 or 3

    static constexpr const Instrument& instrument() { return rajka_langeland::instrument; }
    constexpr std::array<Answer, 3> in_order() const { return {extent, course, intensity}; }
};

static_assert(score(Answers{.extent = 2, .course = 2.5_x, .intensity = 3}).value() == 7.5_x);

}  // namespace eczscore::rajka_langeland
