// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL and a sebum excretion rate added up: one dimension, two kinds.
// expect: different_kinds_do_not_mix
// expect: SebumRate
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
const SebumRate sebum = SebumRate::ug_per_cm2_h(50);
#ifdef ECZSCORE_OK
auto sum = sebum + sebum;
#else
auto sum = loss + sebum;
#endif
