// SPDX-License-Identifier: BSL-1.0
// Must not compile: an item below 0: the lowest part given could not count.
// expect: an_item_has_an_impossible_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("change", whole_points(0, 3))};
#else
constexpr Item its_items[] = {item("change", whole_points(-3, 3))};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr auto proved = checked(instrument(its_forms, 3, {}));
