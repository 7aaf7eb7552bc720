// SPDX-License-Identifier: BSL-1.0
// Must not compile: comparing thresholds for different questions.
// expect: WithinGroup
// expect: BetweenGroups
#include "eczscore/stats/detail/mid.hpp"

using namespace eczscore::stats;

#ifdef ECZSCORE_OK
const bool same = WithinGroupMid(4) == WithinGroupMid(4);
#else
const bool same = WithinGroupMid(4) == BetweenGroupMid(4);
#endif
