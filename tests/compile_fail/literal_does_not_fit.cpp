// SPDX-License-Identifier: BSL-1.0
// Must not compile: an exact literal with too many digits.
// expect: exact_number_does_not_fit
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact number = 1000000000000_x;
#else
constexpr Exact number = 100000000000000000000_x;
#endif
