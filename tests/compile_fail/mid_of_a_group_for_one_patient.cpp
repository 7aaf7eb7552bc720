// SPDX-License-Identifier: BSL-1.0
// Must not compile: judging one patient by what matters within a group.
// expect: WithinGroup
// expect: OnePatient
#include "eczscore/stats/individual_mic.hpp"

using namespace eczscore;
using namespace eczscore::stats;

const WithinGroupMic mid(6.6_x);
#ifdef ECZSCORE_OK
const auto judged = individual_mic(Exact(9), IndividualMic(mid.exact()));
#else
const auto judged = individual_mic(Exact(9), mid);
#endif
