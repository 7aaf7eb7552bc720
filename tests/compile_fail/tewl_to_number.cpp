// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL where a bare number is wanted.
// expect: Tewl
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
#ifdef ECZSCORE_OK
double number = loss.in(g_per_m2_h);
#else
double number = loss;
#endif
