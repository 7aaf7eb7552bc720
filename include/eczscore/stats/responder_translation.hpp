// SPDX-License-Identifier: BSL-1.0
// Two mean improvements as shares of patients who reach what matters to one patient.
#pragma once

#include <cmath>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/minimal_important.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Mean and standard deviation of the improvements in one arm; positive is better.
struct ArmImprovement {
    double mean = not_a_number;
    double sd = not_a_number;
};

/// Shares of patients expected to improve by the MID or more. There is no interval: it is a
/// translation of two means under a normal model, not an estimate from counted responders.
struct ResponderTranslation {
    double share_first = not_a_number;
    double share_second = not_a_number;
    double risk_difference = not_a_number;
    double nnt = not_a_number;  ///< 1 / risk difference, negative when the first arm is worse
    Text method = "normal model";
    State state = State::invalid_argument;  ///< `approximate`: improvements are seldom normal
};

/// `invalid_argument`: a standard deviation is not positive, or the MID is not; `boundary`: the
/// shares are equal, so that the NNT is infinite.
inline ResponderTranslation responder_translation(const ArmImprovement& first,
                                                  const ArmImprovement& second,
                                                  const IndividualMic& mid) {
    ResponderTranslation result;
    const bool usable = mid.is_valid() && first.sd > 0.0 && second.sd > 0.0 &&
                        std::isfinite(first.mean) && std::isfinite(second.mean) &&
                        std::isfinite(first.sd) && std::isfinite(second.sd);
    if (!usable) return result;
    const auto below = [&](const ArmImprovement& arm) {
        return (mid.points() - arm.mean) / arm.sd;
    };
    const double z1 = below(first);
    const double z2 = below(second);
    result.share_first = detail::normal_sf(z1);
    result.share_second = detail::normal_sf(z2);
    // where most respond, the difference of those who do not keeps its digits
    result.risk_difference = z1 < 0.0 && z2 < 0.0 ? detail::normal_cdf(z2) - detail::normal_cdf(z1)
                                                  : result.share_first - result.share_second;
    result.state = result.risk_difference != 0.0 ? State::approximate : State::boundary;
    result.nnt = result.risk_difference != 0.0 ? 1.0 / result.risk_difference : infinity;
    return result;
}

}  // namespace eczscore::stats
