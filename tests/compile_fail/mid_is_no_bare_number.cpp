// SPDX-License-Identifier: BSL-1.0
// Must not compile: a threshold that does not say whom it is for.
// expect: WithinGroup
#include "eczscore/stats/within_group_mic.hpp"

using namespace eczscore::stats;

const Interval improvement{.lower = 4, .upper = 9, .state = State::ok};
#ifdef ECZSCORE_OK
const auto judged = within_group_mic(improvement, WithinGroupMic(6.6));
#else
const auto judged = within_group_mic(improvement, 6.6);
#endif
