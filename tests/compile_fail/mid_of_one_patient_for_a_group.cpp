// SPDX-License-Identifier: BSL-1.0
// Must not compile: judging a group's mean by what matters to one patient.
// expect: WithinGroup
// expect: OnePatient
#include "eczscore/stats/group_mcid.hpp"

using namespace eczscore::stats;

const Interval improvement{.lower = 4, .upper = 9, .state = State::ok};
#ifdef ECZSCORE_OK
const auto judged = group_within_mcid(improvement, WithinGroupMid(4));
#else
const auto judged = group_within_mcid(improvement, IndividualMid(4));
#endif
