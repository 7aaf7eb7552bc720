// SPDX-License-Identifier: BSL-1.0
// Must not compile: a sum of two absolute temperatures.
// expect: two_points_of_a_scale_do_not_add
#include "eczscore/units/temperature.hpp"

using namespace eczscore::units;

const SkinTemperature skin = SkinTemperature::celsius(31);
const TemperatureDifference warmer = TemperatureDifference::kelvin(2);
#ifdef ECZSCORE_OK
auto sum = skin + warmer;
#else
auto sum = skin + skin;
#endif
