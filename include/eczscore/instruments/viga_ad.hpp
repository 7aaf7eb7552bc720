// SPDX-License-Identifier: BSL-1.0
// vIGA-AD, the validated Investigator Global Assessment for atopic dermatitis: one grade, 0 to 4.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::viga_ad {

/// Whole grades only. The owner forbids modified descriptors, so only grades and labels are here.
inline constexpr Item items[] = {
    {.id = "grade", .label = "global grade of the whole body", .scale = whole_points(0, 4)}};
inline constexpr Domain domains[] = {{"grade", "Grade", 1, items, 4}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 4}};

// --- Sources ------------------------------------------------------------------------------------

namespace detail {}
inline constexpr const Citation* sources[] = {cite("simpson_2020"), cite("iec_iga"),
                                              cite("nct05149313"), cite("public_tool")};

// --- Labels and change --------------------------------------------------------------------------

inline constexpr Band label_bands[] = {{"clear", "Clear", from(0), below(1)},
                                       {"almost_clear", "Almost clear", from(1), below(2)},
                                       {"mild", "Mild", from(2), below(3)},
                                       {"moderate", "Moderate", from(3), below(4)},
                                       {"severe", "Severe", from(4), up_to(4)}};
inline constexpr BandScheme band_schemes[] = {{.id = "simpson_2020",
                                               .title = "The five labels of the scale itself",
                                               .bands = label_bands,
                                               .evidence = {cite("simpson_2020"), Confidence::high},
                                               .is_default = true}};

inline constexpr Threshold thresholds[] = {
    {.id = "viga_0_1",
     .label = "trial success: grade 0 or 1 and at least two grades better",
     .basis = Basis::responder,
     .value = 2,
     .population = "trials",
     .evidence = {cite("nct05149313"), Confidence::high,
                  "from grade 2 only 0 is a success; from grade 1 or 0 there is none"},
     .has_target = true,
     .target = 1},
    {.id = "one_grade",
     .label = "one grade: the anchor of the EASI and SCORAD important changes",
     .basis = Basis::mcid,
     .value = 1,
     .population = "practice",
     .evidence = {cite("public_tool"), Confidence::medium},
     .is_default = true}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {"Half grades do not exist. Excoriation is not considered.",
                                 "Never convert to or from a 6-point IGA."};

inline constexpr Description description{
    Identity{.id = "viga_ad",
             .title = "validated Investigator Global Assessment for Atopic Dermatitis",
             .version = "2020",
             .respondent = Respondent::clinician,
             .reuse = Reuse::with_notice,
             .recall_days = 0,
             .recall = "static, today",
             .rights =
                 "Eli Lilly; CC BY-ND 4.0: royalty-free, credit required, no modification without "
                 "written consent. Only grade numbers and the five labels are included."},
    Scoring{.min = 0,
            .max = 4,
            .forms = forms,
            .missing = {.evidence = {cite("simpson_2020"), Confidence::high},
                        .text = "none: the grade"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a grade that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer grade{};

    static constexpr const Instrument& instrument() { return viga_ad::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {grade}; }
};

static_assert(score(Answers{.grade = 3}).value() == Exact(3));

}  // namespace eczscore::viga_ad
