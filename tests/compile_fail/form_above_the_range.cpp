// SPDX-License-Identifier: BSL-1.0
// Must not compile: a form that exceeds the published maximum of the instrument.
// expect: the_formula_cannot_reach_the_published_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Description proved_description = instrument(forms, 36, {});
constexpr auto proved = checked<proved_description>();
#else
constexpr Description proved_description = instrument(forms, 35, {});
constexpr auto proved = checked<proved_description>();
#endif
