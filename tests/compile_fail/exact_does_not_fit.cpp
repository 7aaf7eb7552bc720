// SPDX-License-Identifier: BSL-1.0
// Must not compile: an exact number that needs more than 63 bits, in a constant expression.
// expect: exact_number_does_not_fit
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact number = Exact(std::int64_t{1} << 62) + Exact(1);
#else
constexpr Exact number = Exact(std::int64_t{1} << 62) * Exact(2);
#endif
