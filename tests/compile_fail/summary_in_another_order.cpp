// SPDX-License-Identifier: BSL-1.0
// Must not compile: a mean where a summary of a group has the number of patients.
// expect: narrow
#include "eczscore/stats/types/group_summary.hpp"

#ifdef ECZSCORE_OK
const eczscore::stats::GroupSummary group{40, 20.1, 9.0};
#else
const eczscore::stats::GroupSummary group{20.1, 9.0, 40};
#endif
