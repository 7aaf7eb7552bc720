// SPDX-License-Identifier: BSL-1.0
// Must not compile: an exact number made from a double.
// expect: ambiguous
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact edge = 7.05_x;
#else
constexpr Exact edge = 7.05;
#endif
