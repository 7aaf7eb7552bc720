// SPDX-License-Identifier: BSL-1.0
// Published values of blood markers, each with its assay and purpose: rows, never verdicts.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/reference_value.hpp"

namespace eczscore::units {

namespace detail {
inline constexpr Text tarc_elisa = "ELISA, assayable 14 to 8000 pg/mL";
inline constexpr Text another_assay = "another assay";
inline constexpr Evidence tarc_diagnostic{
    cite("tarc_children"), Confidence::high,
    "diagnostic cut-off of this assay; not to be merged with upper limits of another"};
inline constexpr Evidence tarc_upper{
    cite("tarc_children"), Confidence::high,
    "upper limit of normal of another assay; not to be merged with diagnostic cut-offs"};
inline constexpr Evidence tarc_infants{cite("tarc_children"), Confidence::high,
                                       "severity in infants below 6 months"};
}  // namespace detail

/// TARC (CCL17) in serum of children, by assay, age and purpose.
inline constexpr ReferenceValue tarc_references[] = {
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "0 to 1 year",
     .device = detail::tarc_elisa,
     .value = 1431,
     .centre = Centre::cut_off,
     .evidence = detail::tarc_diagnostic},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "2 to 5 years",
     .device = detail::tarc_elisa,
     .value = 803,
     .centre = Centre::cut_off,
     .evidence = detail::tarc_diagnostic},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "6 years and older",
     .device = detail::tarc_elisa,
     .value = 510,
     .centre = Centre::cut_off,
     .evidence = detail::tarc_diagnostic},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "below 1 year",
     .device = detail::another_assay,
     .value = 1367,
     .centre = Centre::upper_limit,
     .evidence = detail::tarc_upper},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "1 to below 2 years",
     .device = detail::another_assay,
     .value = 998,
     .centre = Centre::upper_limit,
     .evidence = detail::tarc_upper},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "2 years and older",
     .device = detail::another_assay,
     .value = 743,
     .centre = Centre::upper_limit,
     .evidence = detail::tarc_upper},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "infants below 6 months, mild below this",
     .value = 3523,
     .centre = Centre::cut_off,
     .evidence = detail::tarc_infants},
    {.kind = "tarc",
     .unit = "pg/mL",
     .group = "infants below 6 months, severe above this",
     .value = 6192,
     .centre = Centre::cut_off,
     .evidence = detail::tarc_infants}};

/// Total IgE.
inline constexpr ReferenceValue ige_references[] = {
    {.kind = "ige",
     .unit = "k[IU]/L",
     .group = "reference population, 1974",
     .value = 13.2,
     .centre = Centre::geometric_mean,
     .evidence = {cite("ige_reference"), Confidence::high}},
    {.kind = "ige",
     .unit = "k[IU]/L",
     .group = "reference population, 1974",
     .value = 114,
     .centre = Centre::upper_limit,
     .evidence = {cite("ige_reference"), Confidence::high}},
    {.kind = "ige",
     .unit = "k[IU]/L",
     .group = "later cohorts",
     .value = 118,
     .centre = Centre::upper_limit,
     .dispersion = Dispersion::ci95,
     .low = 104,
     .high = 130,
     .evidence = {cite("ige_reference"), Confidence::high,
                  "that 104 to 130 is a 95 % interval is inferred"}}};

}  // namespace eczscore::units
