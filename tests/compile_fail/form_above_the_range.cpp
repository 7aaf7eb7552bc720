// SPDX-License-Identifier: BSL-1.0
// Must not compile: a form that exceeds the published maximum of the instrument.
// expect: the_formula_cannot_reach_the_published_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr auto proved = checked(instrument(forms, 36, {}));
#else
constexpr auto proved = checked(instrument(forms, 35, {}));
#endif
