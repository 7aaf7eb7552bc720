// SPDX-License-Identifier: BSL-1.0
// Must not compile: barrier recovery clamped: below 0 and above 100 percent are legal.
// expect: operator<
// expect: PercentRecovery
#include <algorithm>

#include "eczscore/units/percent.hpp"

using namespace eczscore::units;

const PercentRecovery low = PercentRecovery::percent(0), high = PercentRecovery::percent(100);
const PercentRecovery recovery = PercentRecovery::percent(112);
#ifdef ECZSCORE_OK
auto kept = recovery;
#else
auto kept = std::clamp(recovery, low, high);
#endif
