// SPDX-License-Identifier: BSL-1.0
// Must not compile: the age forms ask different items.
// expect: forms_do_not_ask_or_report_the_same
#include "base.hpp"

using namespace base;

constexpr Item other_items[] = {item("redness"), item("swelling"),
                                item("area", whole_points(0, 6), Role::multiplies)};
constexpr Domain other_domains[] = {{"all", "All", 1, other_items, 36}};
constexpr Form its_forms[] = {{"child", "child", {.below_months = 96}, 1, domains, 36},
#ifdef ECZSCORE_OK
                              {"adult", "adult", {.from_months = 96}, 1, domains, 36}};
#else
                              {"adult", "adult", {.from_months = 96}, 1, other_domains, 36}};
#endif
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
