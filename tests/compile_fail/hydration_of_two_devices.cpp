// SPDX-License-Identifier: BSL-1.0
// Must not compile: readings of two devices added up.
// expect: different_kinds_do_not_mix
// expect: MoistureMeterSc
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

const Hydration<CorneometerCm825> a = Hydration<CorneometerCm825>::reading(40);
const Hydration<MoistureMeterSc> b = Hydration<MoistureMeterSc>::reading(60);
#ifdef ECZSCORE_OK
auto sum = a + a;
#else
auto sum = a + b;
#endif
