// SPDX-License-Identifier: BSL-1.0
// Must not compile: a difference where a temperature is wanted.
// expect: AnotherKind
// expect: TemperatureDifference
#include "eczscore/units/temperature.hpp"

using namespace eczscore::units;

const SkinTemperature skin = SkinTemperature::celsius(31);
#ifdef ECZSCORE_OK
TemperatureDifference difference = skin - skin;
#else
SkinTemperature difference = skin - skin;
#endif
