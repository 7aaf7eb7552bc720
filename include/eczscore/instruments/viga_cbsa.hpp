// SPDX-License-Identifier: BSL-1.0
// vIGA-AD x cBSA: the global grade times the involved body surface in seven grades.
#pragma once

#include <array>

#include "eczscore/instruments/detail/area_grades.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::viga_cbsa {

/// Whole-body percent in grades by the limits of EASI areas; the coding 0-6 is our reading.
inline constexpr Item items[] = {
    {.id = "grade", .label = "vIGA-AD grade", .scale = whole_points(0, 4)},
    {.id = "bsa",
     .label = "grade of the involved body surface",
     .scale = whole_points(0, 6),
     .role = Role::multiplies,
     .from_percent = &eczscore::detail::area::from_percent}};
inline constexpr Domain domains[] = {{"product", "Grade x grade", 1, items, 24}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 24}};

inline constexpr const Citation* sources[] = {cite("silverberg_2021_product")};

inline constexpr Text notes[] = {
    "unverified: the limits of the body surface grades are published, their coding 0-6 and with it "
    "the range 0-24 are inferred.",
    "Whole-body percent, not EASI region grades. The product with the exact percent is iga_bsa.",
    "Bands and important differences exist in a full text that could not be read; none is offered.",
    "A grade of 0 with body surface above 0, or a grade above 0 with body surface 0, is accepted "
    "with a warning.",
    "Correlation with EASI: 0.92, and 0.94 with the exact percent (n=653, adults and children)."};

inline constexpr Description description{
    Identity{
        .id = "viga_cbsa",
        .title = "vIGA-AD x cBSA (body surface in grades)",
        .version = "Silverberg 2021",
        .respondent = Respondent::clinician,
        .reuse = Reuse::with_notice,
        .recall_days = 0,
        .recall = "today",
        .rights =
            "No owner found; the terms of vIGA-AD (Eli Lilly, CC BY-ND 4.0) apply to the grade."},
    Scoring{.min = 0,
            .max = 24,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: both factors"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer grade{};  ///< 0-4
    Answer bsa{};    ///< grade 0-6, of the percent 0, <10, <30, <50, <70, <90, 90-100

    static constexpr const Instrument& instrument() { return viga_cbsa::instrument; }
    constexpr std::array<Answer, 2> in_order() const { return {grade, bsa}; }
};

static_assert(score(Answers{.grade = 3, .bsa = 2}).value() == Exact(6));

}  // namespace eczscore::viga_cbsa
