// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL compared with a raw vapour flux, which sweat is part of.
// expect: different_kinds_do_not_mix
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
const WaterVapourFlux raw = WaterVapourFlux::g_per_m2_h(12);
#ifdef ECZSCORE_OK
bool less = loss < loss;
#else
bool less = loss < raw;
#endif
