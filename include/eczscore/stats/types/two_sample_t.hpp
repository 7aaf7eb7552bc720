// SPDX-License-Identifier: BSL-1.0
// A comparison of two means.
#pragma once

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"

namespace eczscore::stats {

/// A comparison of two means. `difference` is the mean of x minus the mean of y.
struct TwoSampleT {
    Estimate difference{};
    GroupSummary x{};
    GroupSummary y{};
};

}  // namespace eczscore::stats
