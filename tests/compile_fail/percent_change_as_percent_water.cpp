// SPDX-License-Identifier: BSL-1.0
// Must not compile: a percent change where a water content is wanted.
// expect: AnotherKind
// expect: PercentChange
#include "eczscore/units/percent.hpp"

using namespace eczscore::units;

void store(PercentWater);
const PercentChange change = PercentChange::percent(-38.46);
const PercentWater water_content = PercentWater::percent(30);
#ifdef ECZSCORE_OK
void run() { store(water_content); }
#else
void run() { store(change); }
#endif
