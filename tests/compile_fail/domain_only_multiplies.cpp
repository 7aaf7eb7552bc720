// SPDX-License-Identifier: BSL-1.0
// Must not compile: a domain with nothing to add up.
// expect: a_domain_has_no_adding_item
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("area", whole_points(0, 6))};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
#else
constexpr Item its_items[] = {item("area", whole_points(0, 6), Role::multiplies)};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 0}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 0}};
constexpr Description proved_description = instrument(its_forms, 0, {});
constexpr auto proved = checked<proved_description>();
#endif
