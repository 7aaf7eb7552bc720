// SPDX-License-Identifier: BSL-1.0
// Is one group better than another by as much as matters between groups, or not inferior?
#pragma once

#include <cmath>

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/minimal_important.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What the interval of a difference between groups says; positive favours the first group.
struct BetweenGroupMidResult {
    BetweenGroupMid mid{0};
    double estimate = not_a_number;
    Interval ci{};
    bool superior = false;             ///< lower limit > 0
    bool relevantly_superior = false;  ///< lower limit > MID
    bool relevant_estimate = false;    ///< superior, and the estimate alone >= MID
    bool excludes_mid = false;         ///< upper limit < MID: a relevant difference is ruled out
    bool inferior = false;             ///< upper limit < 0
    Text method = "interval against threshold";
    State state = State::invalid_argument;
};

/// The state is the interval's own; `invalid_argument` without a positive MID.
/// difference  estimate and interval of the difference in improvement
inline BetweenGroupMidResult between_group_mid(const Estimate& difference,
                                               const BetweenGroupMid& mid) {
    const Interval& ci = difference.ci;
    BetweenGroupMidResult result{.mid = mid, .estimate = difference.estimate, .ci = ci};
    if (!mid.is_valid()) return result;
    result.state = ci.state;
    if (!(ci.lower <= ci.upper)) return result;
    result.superior = ci.lower > 0.0;
    result.relevantly_superior = ci.lower > mid.points();
    result.relevant_estimate = result.superior && difference.estimate >= mid.points();
    result.excludes_mid = ci.upper < mid.points();
    result.inferior = ci.upper < 0.0;
    return result;
}

/// What the interval says of a margin fixed beforehand.
struct NonInferiority {
    NonInferiorityMargin margin{0};
    Interval ci{};
    bool non_inferior = false;  ///< lower limit > -margin
    bool superior = false;      ///< lower limit > 0: may be said after non-inferiority, same level
    bool inferior = false;      ///< upper limit < -margin
    bool equivalent = false;    ///< the whole interval inside -margin .. margin
    double one_sided_alpha = not_a_number;  ///< (1 - level) / 2 of the interval
    Text method = "interval against margin";
    State state = State::invalid_argument;
};

/// The state is the interval's own; `invalid_argument` without a positive margin.
inline NonInferiority non_inferiority(const Interval& difference,
                                      const NonInferiorityMargin& margin) {
    NonInferiority result{.margin = margin, .ci = difference};
    if (!margin.is_valid()) return result;
    result.state = difference.state;
    result.one_sided_alpha = (1.0 - difference.confidence_level) / 2.0;
    if (!(difference.lower <= difference.upper)) return result;
    result.non_inferior = difference.lower > -margin.points();
    result.superior = difference.lower > 0.0;
    result.inferior = difference.upper < -margin.points();
    result.equivalent = result.non_inferior && difference.upper < margin.points();
    return result;
}

}  // namespace eczscore::stats
