// SPDX-License-Identifier: BSL-1.0
// Must not compile: a number as a category, which different codings number differently.
// expect: Category
#include "eczscore/instruments/gais.hpp"

using namespace eczscore;

#ifdef ECZSCORE_OK
constexpr gais::Answers rating{.category = gais::improved};
#else
constexpr gais::Answers rating{.category = 2};
#endif
