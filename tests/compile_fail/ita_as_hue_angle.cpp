// SPDX-License-Identifier: BSL-1.0
// Must not compile: a typology angle where a hue angle is wanted.
// expect: AnotherKind
// expect: Ita
#include "eczscore/units/colour.hpp"

using namespace eczscore::units;

void store(HueAngle);
const Ita angle = Ita::degrees(43);
const HueAngle hue = HueAngle::degrees(43);
#ifdef ECZSCORE_OK
void run() { store(hue); }
#else
void run() { store(angle); }
#endif
