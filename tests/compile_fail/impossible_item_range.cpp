// SPDX-License-Identifier: BSL-1.0
// Must not compile: an item whose highest value is below its lowest.
// expect: an_item_has_an_impossible_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("redness", whole_points(0, 3))};
#else
constexpr Item its_items[] = {item("redness", whole_points(4, 3))};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr Description proved_description = instrument(its_forms, 3, {});
constexpr auto proved = checked<proved_description>();
