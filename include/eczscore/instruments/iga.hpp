// SPDX-License-Identifier: BSL-1.0
// Generic investigator global assessments: 5 grades, 6 grades, and the static 5 grades (ISGA).
#pragma once

#include "eczscore/instruments/detail/global_grade.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::iga {

inline constexpr MissingRule missing = {
    .evidence = {nullptr, Confidence::medium, "one grade; there is nothing to replace"},
    .text = "none: the grade"};
inline constexpr Text rights =
    "Wordings belong to the sponsors of the studies; only grade numbers and one-word labels are "
    "included.";
inline constexpr Text one_of_many =
    "There is no single IGA: sponsors word the grades differently, so record which wording was "
    "used.";

}  // namespace eczscore::detail::iga

namespace eczscore::iga_5 {

namespace detail {}
inline constexpr const Citation* sources[] = {cite("nct05149313")};
inline constexpr BandScheme band_schemes[] = {
    {.id = "grade_labels",
     .title = "One label for each grade",
     .bands = eczscore::detail::global::five_labels,
     .evidence = {cite("nct05149313"), Confidence::high,
                  "0 clear to 4 severe; the three labels between are those of vIGA-AD"},
     .is_default = true}};
inline constexpr Threshold thresholds[] = {
    {.id = "iga_0_1",
     .label = "trial success: grade 0 or 1 and at least two grades better",
     .basis = Basis::responder,
     .value = 2,
     .population = "trials",
     .evidence = {cite("nct05149313"), Confidence::high,
                  "from grade 2 only 0 is a success; from grade 1 or 0 there is none"},
     .has_target = true,
     .target = 1}};
inline constexpr Text notes[] = {
    eczscore::detail::iga::one_of_many,
    "Never convert to or from a 6-point IGA. vIGA-AD has an id of its own (viga_ad)."};

inline constexpr Description description{
    Identity{.id = "iga_5",
             .title = "Investigator Global Assessment, 5 grades (0-4)",
             .version = "generic",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "static, today",
             .rights = eczscore::detail::iga::rights},
    Scoring{.min = 0,
            .max = 4,
            .forms = eczscore::detail::global::forms_to_4,
            .missing = eczscore::detail::iga::missing},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::global::Graded<instrument>;
static_assert(score(Answers{.grade = 3}).value() == Exact(3));

}  // namespace eczscore::iga_5

namespace eczscore::iga_6 {

inline constexpr Item items[] = {
    {.id = "grade", .label = "global grade", .scale = whole_points(0, 5)}};
inline constexpr Domain domains[] = {{"grade", "Grade", 1, items, 5}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 5}};

inline constexpr const Citation* sources[] = {cite("nbk10464")};
inline constexpr Band labels[] = {
    {"clear", "Clear", from(0), below(1)},   {"almost_clear", "Almost clear", from(1), below(2)},
    {"mild", "Mild", from(2), below(3)},     {"moderate", "Moderate", from(3), below(4)},
    {"severe", "Severe", from(4), below(5)}, {"very_severe", "Very severe", from(5), up_to(5)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "nbk10464",
     .title = "The six labels of the scale itself",
     .bands = labels,
     .evidence = {cite("nbk10464"), Confidence::high,
                  "the highest grade is the one with oozing or crusting"},
     .is_default = true}};
inline constexpr Threshold thresholds[] = {
    {.id = "iga_0_1",
     .label = "grade 0 or 1",
     .basis = Basis::target,
     .value = 1,
     .population = "older trials",
     .evidence = {cite("nbk10464"), Confidence::high,
                  "often without the rule of two grades that 5-grade scales have"}}};
inline constexpr Text notes[] = {eczscore::detail::iga::one_of_many,
                                 "Never convert to or from a 5-point IGA."};

inline constexpr Description description{
    Identity{.id = "iga_6",
             .title = "Investigator Global Assessment, 6 grades (0-5)",
             .version = "generic",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "static, today",
             .rights = eczscore::detail::iga::rights},
    Scoring{.min = 0, .max = 5, .forms = forms, .missing = eczscore::detail::iga::missing},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::global::Graded<instrument>;
static_assert(score(Answers{.grade = 5}).value() == Exact(5));

}  // namespace eczscore::iga_6

namespace eczscore::isga {

namespace detail {}
inline constexpr const Citation* sources[] = {cite("nct05149313")};
inline constexpr BandScheme band_schemes[] = {
    {.id = "grade_labels",
     .title = "One label for each grade",
     .bands = eczscore::detail::global::five_labels,
     .evidence = {cite("nct05149313"), Confidence::medium,
                  "seen for the 5-grade IGA; no source for ISGA itself was read"},
     .is_default = true}};
inline constexpr Threshold thresholds[] = {
    {.id = "isga_0_1",
     .label = "trial success: grade 0 or 1 and at least two grades better",
     .basis = Basis::responder,
     .value = 2,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, "trial practice; no source read"},
     .has_target = true,
     .target = 1}};
inline constexpr Text notes[] = {
    eczscore::detail::iga::one_of_many,
    "Static: graded without looking at the baseline. A scale of global improvement is another "
    "type."};

inline constexpr Description description{
    Identity{.id = "isga",
             .title = "Investigator Static Global Assessment, 5 grades (0-4)",
             .version = "generic",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "static, today",
             .rights = eczscore::detail::iga::rights},
    Scoring{.min = 0,
            .max = 4,
            .forms = eczscore::detail::global::forms_to_4,
            .missing = eczscore::detail::iga::missing},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::global::Graded<instrument>;
static_assert(score(Answers{.grade = 1}).value() == Exact(1));

}  // namespace eczscore::isga
