// SPDX-License-Identifier: BSL-1.0
// Must not compile: a published maximum that the domains do not add up to.
// expect: the_formula_cannot_reach_the_published_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 36}};
#else
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 35}};
#endif
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
