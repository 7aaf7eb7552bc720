// SPDX-License-Identifier: BSL-1.0
// Events that a log-rank comparison of times to a flare needs (Schoenfeld 1981).
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"

namespace eczscore::stats {

/// How many events a log-rank test needs.
struct EventsResult {
    double events = not_a_number;  ///< as computed; round up
    std::int64_t n = 0;            ///< patients, where a share of them has an event; rounded up
    Text method = "Schoenfeld 1981";
    State state = State::invalid_argument;
};

/// hazard_ratio  above 0, not 1
/// allocation    share of patients in the first arm
/// event_share   expected share of patients who have the event while watched
inline EventsResult logrank_events(double hazard_ratio, double power, double alpha = 0.05,
                                   double allocation = 0.5, double event_share = 1.0) {
    EventsResult result;
    if (!(hazard_ratio > 0.0) || !detail::is_between_0_and_1(power) ||
        !detail::is_between_0_and_1(alpha) || !detail::is_between_0_and_1(allocation) ||
        !(event_share > 0.0 && event_share <= 1.0)) {
        return result;
    }
    const double effect = std::log(hazard_ratio);
    result.state = State::not_reached;
    if (effect == 0.0) return result;
    const double z = detail::size_root(detail::normal_quantile_upper(alpha / 2.0), 1.0, power, 1.0);
    result.events = detail::quotient(z * z, allocation * (1.0 - allocation) * effect * effect);
    result.n = detail::whole_size(result.events / event_share);
    if (result.n > 0) result.state = State::ok;
    return result;
}

/// Of the comparison once so many events were seen.
inline PowerResult power_logrank(double hazard_ratio, double events, double alpha = 0.05,
                                 double allocation = 0.5) {
    PowerResult result{.method = "Schoenfeld 1981"};
    if (!(hazard_ratio > 0.0) || !(events > 0.0) || !detail::is_between_0_and_1(alpha) ||
        !detail::is_between_0_and_1(allocation)) {
        return result;
    }
    const double ncp =
        std::abs(std::log(hazard_ratio)) * std::sqrt(allocation * (1.0 - allocation) * events);
    const double z = detail::normal_quantile_upper(alpha / 2.0);
    return detail::power_result(detail::normal_cdf(ncp - z), ncp, not_a_number, result.method);
}

}  // namespace eczscore::stats
