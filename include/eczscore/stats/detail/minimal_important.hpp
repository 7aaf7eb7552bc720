// SPDX-License-Identifier: BSL-1.0
// What an interval says about a threshold and a direction: the comparisons.
#pragma once

#include "eczscore/stats/types/change_direction.hpp"
#include "eczscore/stats/types/minimal_important.hpp"

namespace eczscore::stats::detail {

/// A limit equal to the threshold counts as met; a limit of exactly 0 is not above 0.
constexpr ThresholdVerdict threshold_verdict(double lower, double upper, double mid) {
    if (!(lower <= upper) || !(mid > 0.0)) return ThresholdVerdict::not_evaluable;
    if (lower >= mid) return ThresholdVerdict::met;
    if (!(upper < mid)) return ThresholdVerdict::uncertain;
    return lower > 0.0 ? ThresholdVerdict::below_mid_but_real : ThresholdVerdict::not_met;
}

constexpr ChangeDirection direction_of(double lower, double upper) {
    if (!(lower <= upper)) return ChangeDirection::not_evaluable;
    if (lower > 0.0) return ChangeDirection::improved;
    return upper < 0.0 ? ChangeDirection::worsened : ChangeDirection::unclear;
}

}  // namespace eczscore::stats::detail
