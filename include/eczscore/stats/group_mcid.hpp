// SPDX-License-Identifier: BSL-1.0
// Did the mean of one group improve by as much as matters within a group?
#pragma once

#include "eczscore/stats/detail/mid.hpp"
#include "eczscore/stats/detail/result.hpp"

namespace eczscore::stats {

/// What the interval of a mean improvement says.
struct GroupMcid {
    WithinGroupMid mid{0};
    Interval ci{};  ///< of the mean improvement
    MidVerdict verdict = MidVerdict::not_evaluable;
    ChangeDirection direction =
        ChangeDirection::not_evaluable;  ///< a worsening is said, not hidden in "not met"
    Text method = "interval against threshold";
    State state = State::invalid_argument;
};

/// `met`: the lower limit is the MID or more; `not_met`: the upper limit is less than the MID;
/// `below_mid_but_real`: so, and the lower limit is above 0; else `uncertain`. The state is the
/// interval's own; `invalid_argument` without a positive MID.
/// improvement  interval of the mean improvement: positive is better
inline GroupMcid group_within_mcid(const Interval& improvement, const WithinGroupMid& mid) {
    GroupMcid result{.mid = mid, .ci = improvement};
    if (!mid.is_valid()) return result;
    result.verdict = detail::mid_verdict(improvement.lower, improvement.upper, mid.points());
    result.direction = detail::direction_of(improvement.lower, improvement.upper);
    result.state = improvement.state;
    return result;
}

/// The same from an estimate, by its interval.
inline GroupMcid group_within_mcid(const Estimate& improvement, const WithinGroupMid& mid) {
    return group_within_mcid(improvement.ci, mid);
}

}  // namespace eczscore::stats
