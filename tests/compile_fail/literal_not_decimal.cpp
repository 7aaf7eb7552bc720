// SPDX-License-Identifier: BSL-1.0
// Must not compile: an exact literal that is no decimal number.
// expect: exact_literal_is_not_a_decimal_number
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact number = 7.05_x;
#else
constexpr Exact number = 0x7F_x;
#endif
