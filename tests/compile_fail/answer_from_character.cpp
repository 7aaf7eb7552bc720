// SPDX-License-Identifier: BSL-1.0
// Must not compile: an answer made from a character, whose number is not the digit it shows.
// expect: char
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Answer answer = 3;
#else
constexpr Answer answer = '3';
#endif
