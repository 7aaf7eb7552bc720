// SPDX-License-Identifier: BSL-1.0
// Must not compile: comparing thresholds for different questions.
// expect: WithinGroup
// expect: BetweenGroups
#include "eczscore/stats/types/minimal_important.hpp"

using namespace eczscore::stats;

#ifdef ECZSCORE_OK
const bool same = WithinGroupMic(4) == WithinGroupMic(4);
#else
const bool same = WithinGroupMic(4) == BetweenGroupMid(4);
#endif
