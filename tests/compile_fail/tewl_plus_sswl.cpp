// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL and skin surface water loss added up: one dimension, two kinds.
// expect: different_kinds_do_not_mix
// expect: Sswl
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
const Sswl surface = Sswl::g_per_m2_h(50);
#ifdef ECZSCORE_OK
auto sum = surface + surface;
#else
auto sum = loss + surface;
#endif
