// SPDX-License-Identifier: BSL-1.0
// Must not compile: a further part with no question before it.
// expect: a_further_part_has_no_question_before_it
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("prevented"),
                              item("problem", whole_points(0, 2), Role::alternative_part)};
#else
constexpr Item its_items[] = {item("problem", whole_points(0, 2), Role::alternative_part),
                              item("prevented")};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr Description proved_description = instrument(its_forms, 3, {});
constexpr auto proved = checked<proved_description>();
