// SPDX-License-Identifier: BSL-1.0
// Must not compile: an area below 0: products would turn the sign of a sum.
// expect: an_item_has_an_impossible_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("redness"), item("area", whole_points(0, 2), Role::multiplies)};
#else
constexpr Item its_items[] = {item("redness"), item("area", whole_points(-1, 2), Role::multiplies)};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
