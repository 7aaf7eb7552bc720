// SPDX-License-Identifier: BSL-1.0
// Must not compile: what matters between groups as a margin of non-inferiority.
// expect: BetweenGroups
// expect: NonInferior
#include "eczscore/stats/between_group_mid.hpp"

using namespace eczscore::stats;

const Interval difference{.lower = -1, .upper = 2, .state = State::ok};
#ifdef ECZSCORE_OK
const auto judged = non_inferiority(difference, NonInferiorityMargin(2));
#else
const auto judged = non_inferiority(difference, BetweenGroupMid(2));
#endif
