// SPDX-License-Identifier: BSL-1.0
// Must not compile: a domain is a sub-score in one age form and not in the other.
// expect: forms_do_not_ask_or_report_the_same
#include "base.hpp"

using namespace base;

constexpr Domain child[] = {
    {.id = "all", .label = "All", .items = items, .max = 36, .is_subscore = true}};
constexpr Domain adult[] = {
#ifdef ECZSCORE_OK
    {.id = "all", .label = "All", .items = items, .max = 36, .is_subscore = true}};
#else
    {.id = "all", .label = "All", .items = items, .max = 36}};
#endif
constexpr Form its_forms[] = {{"child", "child", {.below_months = 96}, 1, child, 36},
                              {"adult", "adult", {.from_months = 96}, 1, adult, 36}};
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
