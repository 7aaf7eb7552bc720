// SPDX-License-Identifier: BSL-1.0
// Must not compile: barrier recovery used as a number between 0 and 1.
// expect: PercentRecovery
#include "eczscore/units/percent.hpp"

using namespace eczscore::units;

double odds(double probability);
const PercentRecovery recovery = PercentRecovery::percent(45);
#ifdef ECZSCORE_OK
double number = odds(recovery.in(percent) / 100);
#else
double number = odds(recovery);
#endif
