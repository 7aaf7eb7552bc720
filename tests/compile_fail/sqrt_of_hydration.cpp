// SPDX-License-Identifier: BSL-1.0
// Must not compile: the square root of a reading.
// expect: readings_have_no_root
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

const Hydration<Gpskin> wet = Hydration<Gpskin>::reading(40);
#ifdef ECZSCORE_OK
auto root = wet - wet;
#else
auto root = sqrt(wet);
#endif
