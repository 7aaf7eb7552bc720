// SPDX-License-Identifier: BSL-1.0
// Number needed to treat, and what it is when the difference may be none.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Patients to treat for one more responder (benefit) or one fewer (harm).
///
/// Where the interval of the risk difference contains 0, the interval of the number runs through
/// infinity: "harm in `harm_limit` to infinity to benefit in `benefit_limit`". Then `ci` is empty
/// and the two limits say it (Altman 1998). A limit that does not exist is infinite.
struct NumberNeeded {
    double number = not_a_number;  ///< size; infinite for a difference of 0
    bool is_benefit = false;       ///< the difference is above 0
    Interval ci{};                 ///< of `number`, both on the same side
    bool crosses_infinity = false;
    double harm_limit = infinity;     ///< 1 / -lower limit of the difference
    double benefit_limit = infinity;  ///< 1 / upper limit of the difference
    std::size_t n = 0;
    Text method{};  ///< of the difference's interval
    State state = State::too_few;
};

/// From a risk difference (active minus control, response wanted) with its interval.
/// state  that of the difference; boundary where the interval of the number runs through infinity
/// source  Altman 1998 (BMJ 317:1309)
inline NumberNeeded number_needed(const Estimate& difference) {
    NumberNeeded found;
    found.n = difference.n;
    found.method = difference.ci.method;
    found.state = difference.state;
    const double d = difference.estimate;
    const double lower = difference.ci.lower;
    const double upper = difference.ci.upper;
    found.ci = {.confidence_level = difference.ci.confidence_level,
                .method = found.method,
                .state = difference.state};
    if (std::isnan(d)) return found;
    found.is_benefit = d > 0.0;
    found.number = d == 0.0 ? infinity : 1.0 / std::abs(d);
    if (std::isnan(lower) || std::isnan(upper)) return found;
    if (lower > 0.0 || upper < 0.0) {
        found.ci.lower = 1.0 / std::max(std::abs(lower), std::abs(upper));
        const double least = std::min(std::abs(lower), std::abs(upper));
        found.ci.upper = least > 0.0 ? 1.0 / least : infinity;
        return found;
    }
    found.crosses_infinity = true;
    found.state = found.ci.state = State::boundary;
    if (lower < 0.0) found.harm_limit = 1.0 / -lower;
    if (upper > 0.0) found.benefit_limit = 1.0 / upper;
    return found;
}

/// From a published difference of shares and its limits.
/// state  invalid_argument unless -1 <= lower <= difference <= upper <= 1, and for a level outside
///        (0, 1)
inline NumberNeeded number_needed(double difference, double lower, double upper,
                                  const IntervalOptions& options = {}) {
    const bool valid = -1.0 <= lower && lower <= difference && difference <= upper &&
                       upper <= 1.0 && options.confidence_level > 0.0 &&
                       options.confidence_level < 1.0;
    Estimate published;
    published.state = State::invalid_argument;
    published.ci = {.confidence_level = options.confidence_level,
                    .method = "as published",
                    .state = State::invalid_argument};
    if (valid) {
        published.state = State::ok;
        published.estimate = difference;
        published.ci = {lower,        upper,          options.confidence_level,
                        not_a_number, "as published", State::ok};
    }
    return number_needed(published);
}

}  // namespace eczscore::stats
