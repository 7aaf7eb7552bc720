// SPDX-License-Identifier: BSL-1.0
// IGA x BSA: the vIGA-AD grade times the involved body surface in percent.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::iga_bsa {

/// Whole-body percent, not EASI region grades; kept exact, never rounded or graded.
inline constexpr Item items[] = {
    {.id = "grade",
     .label = "vIGA-AD grade",
     .scale = whole_points(0, 4),
     .role = Role::multiplies},
    {.id = "bsa_percent", .label = "involved body surface, percent", .scale = measured(0, 100)}};
inline constexpr Domain domains[] = {{"product", "Grade x percent", 1, items, 400}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 400}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("suh_2020"), cite("jacobson_2024")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band suh_2020_bands[] = {{"mild", "Mild", from(0), up_to(30)},
                                          {"moderate", "Moderate", above(30), up_to(130)},
                                          {"severe", "Severe", above(130), up_to(400)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "suh_2020",
     .title = "Suh 2020, 195 children of 5-17 years, anchored on EASI (kappa 0.760)",
     .bands = suh_2020_bands,
     .evidence = {cite("suh_2020"), Confidence::high,
                  "printed 0-30, 30.1-130, 130.1-400; gaps closed above the printed upper end, so "
                  "30.09 is moderate; no \"clear\" band was published: 0 is in mild"},
     .is_default = true}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "A grade of 0 with body surface above 0, or a grade above 0 with body surface 0, is accepted "
    "with a warning.",
    "A product of 0 is in the band \"mild\": no \"clear\" band was published.",
    "Important-difference values exist in a later paper whose full text could not be read; none is "
    "offered."};

inline constexpr Description description{
    Identity{
        .id = "iga_bsa",
        .title = "IGA x BSA",
        .version = "Suh 2020",
        .respondent = Respondent::clinician,
        .reuse = Reuse::with_notice,
        .recall_days = 0,
        .recall = "today",
        .rights =
            "No owner found; the terms of vIGA-AD (Eli Lilly, CC BY-ND 4.0) apply to the grade."},
    Scoring{.min = 0,
            .max = 400,
            .forms = forms,
            .missing = {.evidence = {cite("suh_2020"), Confidence::high},
                        .text = "none: both factors"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer grade{};        ///< 0-4
    Answer bsa_percent{};  ///< 0-100

    static constexpr const Instrument& instrument() { return iga_bsa::instrument; }
    constexpr std::array<Answer, 2> in_order() const { return {grade, bsa_percent}; }
};

static_assert(score(Answers{.grade = 3, .bsa_percent = 10.03}).value() == 30.09_x);

}  // namespace eczscore::iga_bsa
