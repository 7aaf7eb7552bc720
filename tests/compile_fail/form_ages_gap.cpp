// SPDX-License-Identifier: BSL-1.0
// Must not compile: no form scores the children between two forms.
// expect: form_ages_overlap_or_leave_a_gap
#include "base.hpp"

using namespace base;

constexpr Form its_forms[] = {{"child", "child", {.below_months = 84}, 1, domains, 36},
#ifdef ECZSCORE_OK
                              {"adult", "adult", {.from_months = 84}, 1, domains, 36}};
#else
                              {"adult", "adult", {.from_months = 96}, 1, domains, 36}};
#endif
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
