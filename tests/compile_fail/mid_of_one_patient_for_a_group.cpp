// SPDX-License-Identifier: BSL-1.0
// Must not compile: judging a group's mean by what matters to one patient.
// expect: WithinGroup
// expect: OnePatient
#include "eczscore/stats/within_group_mic.hpp"

using namespace eczscore::stats;

const Interval improvement{.lower = 4, .upper = 9, .state = State::ok};
#ifdef ECZSCORE_OK
const auto judged = within_group_mic(improvement, WithinGroupMic(4));
#else
const auto judged = within_group_mic(improvement, IndividualMic(4));
#endif
