// SPDX-License-Identifier: BSL-1.0
// Must not compile: an instrument that asks nothing.
// expect: it_has_no_form_or_no_domain
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Description proved_description = instrument(forms);
constexpr auto proved = checked<proved_description>();
#else
constexpr Description proved_description = instrument({});
constexpr auto proved = checked<proved_description>();
#endif
