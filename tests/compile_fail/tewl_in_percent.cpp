// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL taken out in a unit of something else.
// expect: UnitOf<
// expect: Percent
#include "eczscore/units/flux.hpp"
#include "eczscore/units/percent.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
#ifdef ECZSCORE_OK
double number = loss.in(g_per_m2_h);
#else
double number = loss.in(percent);
#endif
