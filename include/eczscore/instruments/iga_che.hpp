// SPDX-License-Identifier: BSL-1.0
// IGA-CHE, the Investigator Global Assessment of chronic hand eczema: one grade, 0 to 4.
#pragma once

#include "eczscore/instruments/detail/global_grade.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::iga_che {

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("silverberg_2024"), cite("nct03683719")};

// --- Labels and change --------------------------------------------------------------------------

inline constexpr BandScheme band_schemes[] = {
    {.id = "silverberg_2024",
     .title = "The five labels of the scale itself",
     .bands = eczscore::detail::global::five_labels,
     .evidence = {cite("silverberg_2024"), Confidence::high},
     .is_default = true}};

inline constexpr Threshold thresholds[] = {
    {.id = "iga_che_0_1",
     .label = "trial success: grade 0 or 1 and at least two grades better",
     .basis = Basis::responder,
     .value = 2,
     .population = "trials, primary endpoint at week 16",
     .evidence = {cite("nct03683719"), Confidence::high,
                  "from grade 2 only 0 is a success; from grade 1 or 0 there is none"},
     .has_target = true,
     .target = 1},
    {.id = "two_grades",
     .label = "two grades better: the conservative meaningful change",
     .basis = Basis::mcid,
     .value = 2,
     .population = "n=280, one phase 3 trial",
     .evidence = {cite("silverberg_2024"), Confidence::high,
                  "anchor estimates 0.8 to 2.3 grades, weighted 1.7"},
     .is_default = true},
    {.id = "one_grade",
     .label = "one grade better: also meaningful to the authors",
     .basis = Basis::mcid,
     .value = 1,
     .population = "n=280, one phase 3 trial",
     .evidence = {cite("silverberg_2024"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Whole grades only, guided by erythema, scaling, lichenification or hyperkeratosis, "
    "vesicles, oedema and fissures of the hands.",
    "Two grades better can be meaningful without being trial success, which also needs grade 0 or "
    "1."};

inline constexpr Description description{
    Identity{.id = "iga_che",
             .title = "Investigator Global Assessment of chronic hand eczema",
             .version = "2024",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "static, today",
             .rights =
                 "Apparently LEO Pharma; no licence was found (unverified). Only grade numbers and "
                 "the five labels are included."},
    Scoring{.min = 0,
            .max = 4,
            .forms = eczscore::detail::global::forms_to_4,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "one grade; there is nothing to replace"},
                        .text = "none: the grade"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::global::Graded<instrument>;
static_assert(score(Answers{.grade = 3}).value() == Exact(3));

}  // namespace eczscore::iga_che
