// SPDX-License-Identifier: BSL-1.0
// Must not compile: an instrument that asks nothing.
// expect: it_has_no_form_or_no_domain
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr auto proved = checked(instrument(forms));
#else
constexpr auto proved = checked(instrument({}));
#endif
