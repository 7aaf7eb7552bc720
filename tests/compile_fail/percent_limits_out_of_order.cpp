// SPDX-License-Identifier: BSL-1.0
// Must not compile: percentages whose limits do not rise.
// expect: a_grade_from_a_percentage_is_not_on_the_scale
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr GradeFrom limits[] = {{0, false, 1}, {50, true, 2}};
#else
constexpr GradeFrom limits[] = {{50, true, 2}, {0, false, 1}};
#endif
constexpr PercentGrades grades{limits};
constexpr Item its_items[] = {
    {.id = "area", .label = "area", .scale = whole_points(0, 2), .from_percent = &grades}};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 2}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 2}};
constexpr Description proved_description = instrument(its_forms, 2, {});
constexpr auto proved = checked<proved_description>();
