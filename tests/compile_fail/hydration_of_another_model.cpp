// SPDX-License-Identifier: BSL-1.0
// Must not compile: a reading of a CM 820 where one of a CM 825 is wanted.
// expect: AnotherKind
// expect: CorneometerCm820
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

const Hydration<CorneometerCm820> old = Hydration<CorneometerCm820>::reading(40);
#ifdef ECZSCORE_OK
Hydration<CorneometerCm820> reading = old;
#else
Hydration<CorneometerCm825> reading = old;
#endif
