// SPDX-License-Identifier: BSL-1.0
// Events that a log-rank comparison of times to a flare needs (Schoenfeld 1981).
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How many events a log-rank test needs.
struct EventsResult {
    double events = not_a_number;  ///< as computed; round up
    std::int64_t n = 0;            ///< patients, where a share of them has an event; rounded up
    Text method = "Schoenfeld 1981";
    State state = State::invalid_argument;
};

/// What `logrank_events` may be asked for.
struct LogrankEventsOptions {
    double alpha = 0.05;       ///< of the test, above 0 and below 1
    double allocation = 0.5;   ///< share of patients in the first arm
    double event_share = 1.0;  ///< expected share of patients who have the event while watched
};

/// hazard_ratio  above 0, not 1
/// allocation    share of patients in the first arm
/// event_share   expected share of patients who have the event while watched
inline EventsResult logrank_events(double hazard_ratio, double power,
                                   const LogrankEventsOptions& options = {}) {
    EventsResult result;
    if (!(hazard_ratio > 0.0) || !detail::is_between_0_and_1(power) ||
        !detail::is_between_0_and_1(options.alpha) ||
        !detail::is_between_0_and_1(options.allocation) ||
        !(options.event_share > 0.0 && options.event_share <= 1.0)) {
        return result;
    }
    const double effect = std::log(hazard_ratio);
    result.state = State::not_reached;
    if (effect == 0.0) return result;
    const double z =
        detail::size_root(detail::normal_quantile_upper(options.alpha / 2.0), 1.0, power, 1.0);
    result.events =
        detail::quotient(z * z, options.allocation * (1.0 - options.allocation) * effect * effect);
    result.n = detail::whole_size(result.events / options.event_share);
    if (result.n > 0) result.state = State::ok;
    return result;
}

/// What `power_logrank` may be asked for.
struct LogrankPowerOptions {
    double alpha = 0.05;      ///< of the test, above 0 and below 1
    double allocation = 0.5;  ///< share of patients in the first arm
};

/// Of the comparison once so many events were seen.
inline PowerResult power_logrank(double hazard_ratio, double events,
                                 const LogrankPowerOptions& options = {}) {
    PowerResult result{.method = "Schoenfeld 1981"};
    if (!(hazard_ratio > 0.0) || !(events > 0.0) || !detail::is_between_0_and_1(options.alpha) ||
        !detail::is_between_0_and_1(options.allocation)) {
        return result;
    }
    const double ncp = std::abs(std::log(hazard_ratio)) *
                       std::sqrt(options.allocation * (1.0 - options.allocation) * events);
    const double z = detail::normal_quantile_upper(options.alpha / 2.0);
    return detail::power_result(detail::normal_cdf(ncp - z), ncp, not_a_number, result.method);
}

}  // namespace eczscore::stats
