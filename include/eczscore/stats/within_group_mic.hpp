// SPDX-License-Identifier: BSL-1.0
// Did the mean of one group improve by as much as matters within a group?
#pragma once

#include "eczscore/stats/detail/minimal_important.hpp"
#include "eczscore/stats/types/change_direction.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/minimal_important.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What the interval of a mean improvement says.
struct WithinGroupMicResult {
    WithinGroupMic mic{0};
    Interval ci{};  ///< of the mean improvement
    ThresholdVerdict verdict = ThresholdVerdict::not_evaluable;
    ChangeDirection direction =
        ChangeDirection::not_evaluable;  ///< a worsening is said, not hidden in "not met"
    Text method = "interval against threshold";
    State state = State::invalid_argument;
};

/// `met`: the lower limit is the MIC or more; `not_met`: the upper limit is less than the MIC;
/// `below_mid_but_real`: so, and the lower limit is above 0; else `uncertain`. The state is the
/// interval's own; `invalid_argument` without a positive MIC.
/// improvement  interval of the mean improvement: positive is better
inline WithinGroupMicResult within_group_mic(const Interval& improvement,
                                             const WithinGroupMic& mic) {
    WithinGroupMicResult result{.mic = mic, .ci = improvement};
    if (!mic.is_valid()) return result;
    result.verdict = detail::threshold_verdict(improvement.lower, improvement.upper, mic.points());
    result.direction = detail::direction_of(improvement.lower, improvement.upper);
    result.state = improvement.state;
    return result;
}

/// The same from an estimate, by its interval.
inline WithinGroupMicResult within_group_mic(const Estimate& improvement,
                                             const WithinGroupMic& mic) {
    return within_group_mic(improvement.ci, mic);
}

}  // namespace eczscore::stats
