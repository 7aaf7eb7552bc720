// SPDX-License-Identifier: BSL-1.0
// Must not compile: a form without a domain.
// expect: it_has_no_form_or_no_domain
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 36}};
#else
constexpr Form its_forms[] = {{.id = "all", .label = "all", .max = 36}};
#endif
constexpr Description proved_description = instrument(its_forms);
constexpr auto proved = checked<proved_description>();
