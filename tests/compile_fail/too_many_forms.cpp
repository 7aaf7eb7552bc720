// SPDX-License-Identifier: BSL-1.0
// Must not compile: more age forms than a plan holds.
// expect: too_many_items_domains_or_forms
#include "base.hpp"

using namespace base;

constexpr Form its_forms[] = {{"a", "a", {.below_months = 1}, 1, domains, 36},
                              {"b", "b", {.from_months = 1, .below_months = 2}, 1, domains, 36},
                              {"c", "c", {.from_months = 2, .below_months = 3}, 1, domains, 36},
                              {"d", "d", {.from_months = 3, .below_months = 4}, 1, domains, 36},
                              {"e", "e", {.from_months = 4, .below_months = 5}, 1, domains, 36},
#ifdef ECZSCORE_OK
                              {"f", "f", {.from_months = 5}, 1, domains, 36}};
#else
                              {"f", "f", {.from_months = 5, .below_months = 6}, 1, domains, 36},
                              {"g", "g", {.from_months = 6}, 1, domains, 36}};
#endif
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
