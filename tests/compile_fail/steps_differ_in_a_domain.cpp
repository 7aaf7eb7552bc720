// SPDX-License-Identifier: BSL-1.0
// Must not compile: halves and whole points added up in one domain.
// expect: adding_items_of_a_domain_differ_in_their_steps
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("a", {.min = 0, .max = 3, .units_per_point = 2}),
#else
constexpr Item its_items[] = {item("a"),
#endif
                              item("b", {.min = 0, .max = 3, .units_per_point = 2})};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
