// SPDX-License-Identifier: BSL-1.0
// Must not compile: an answer made from true or false, which no item asks for.
// expect: bool
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Answer answer = 1;
#else
constexpr Answer answer = true;
#endif
