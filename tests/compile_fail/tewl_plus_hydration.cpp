// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL and a hydration reading added up.
// expect: different_kinds_do_not_mix
#include "eczscore/units/flux.hpp"
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
const Hydration<CorneometerCm825> wet = Hydration<CorneometerCm825>::reading(40);
#ifdef ECZSCORE_OK
auto sum = loss + loss;
#else
auto sum = loss + wet;
#endif
