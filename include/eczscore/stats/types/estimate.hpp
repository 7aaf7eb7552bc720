// SPDX-License-Identifier: BSL-1.0
// What every statistic returns: an estimate with its interval, how many were used, and a state.
#pragma once

#include <cstddef>

#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// An interval estimate. Limits that do not exist are NaN (with a state) or infinite (one-sided).
struct Interval {
    double lower = not_a_number;
    double upper = not_a_number;
    double confidence_level = 0.95;  ///< asked for
    double attained = not_a_number;  ///< where a discrete method gives another level
    Text method{};
    State state = State::too_few;

    /// Whether the value lies within the limits, both included; false when a limit is NaN.
    constexpr bool contains(double value) const { return lower <= value && value <= upper; }
};

/// An estimate with its test. Fields that a method does not have are NaN.
struct Estimate {
    double estimate = not_a_number;
    double se = not_a_number;         ///< standard error
    double df = not_a_number;         ///< degrees of freedom
    double statistic = not_a_number;  ///< of the test
    double p = not_a_number;
    Interval ci{};
    std::size_t n = 0;        ///< used
    std::size_t missing = 0;  ///< left out because a value was missing
    Text method{};
    State state = State::too_few;
};

}  // namespace eczscore::stats
