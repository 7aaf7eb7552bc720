// SPDX-License-Identifier: BSL-1.0
// Must not compile: measured numbers multiplied until integers overflow.
// expect: the_score_does_not_fit_exact_arithmetic
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("percent", measured(0, 100)),
                              item("area", whole_points(0, 100), Role::multiplies)};
#else
constexpr Item its_items[] = {item("percent", measured(0, 100)),
                              item("area", measured(0, 100), Role::multiplies)};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 10000}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 10000}};
constexpr Description proved_description = instrument(its_forms, 10000, {});
constexpr auto proved = checked<proved_description>();
