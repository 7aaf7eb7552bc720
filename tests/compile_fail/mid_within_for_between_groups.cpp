// SPDX-License-Identifier: BSL-1.0
// Must not compile: judging a difference between groups by what matters within one.
// expect: WithinGroup
// expect: BetweenGroups
#include "eczscore/stats/between_group_mid.hpp"

using namespace eczscore::stats;

const Estimate difference{};
#ifdef ECZSCORE_OK
const auto judged = between_group_mid(difference, BetweenGroupMid(3));
#else
const auto judged = between_group_mid(difference, WithinGroupMic(3));
#endif
