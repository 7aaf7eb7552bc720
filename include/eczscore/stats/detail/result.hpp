// SPDX-License-Identifier: BSL-1.0
// What every statistic returns: an estimate with its interval, how many were used, and a state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// Whether a result can be used as it is. A NaN never comes without a state that says why. Which
/// state when: docs/methods/rules.md.
enum class State : std::uint8_t {
    ok,
    too_few,             ///< not enough observations for this method
    zero_variance,       ///< all differences, or all values, are equal
    undefined_ratio,     ///< 0/0, or a ratio to 0
    boundary,            ///< an estimate or limit at the edge of the parameters, or a p too small
    separation,          ///< a model fits perfectly and its coefficients run away
    not_converged,       ///< an iteration ended without reaching its tolerance
    not_reached,         ///< the event or power does not occur within what was looked at
    level_not_attained,  ///< no interval of the asked level exists; the widest is given
    approximate,         ///< a named approximation where the exact way was not feasible
    invalid_argument,    ///< an argument that cannot be: a level outside (0, 1), 5 of 3 patients
    out_of_range,        ///< beyond the range of double, or larger than the method computes
    not_available        ///< nothing to compute it from: no SDC known, no arm that matches
};

constexpr Text name(State state) {
    constexpr Text names[] = {"ok",
                              "too_few",
                              "zero_variance",
                              "undefined_ratio",
                              "boundary",
                              "separation",
                              "not_converged",
                              "not_reached",
                              "level_not_attained",
                              "approximate",
                              "invalid_argument",
                              "out_of_range",
                              "not_available"};
    return name_of(names, state);
}

/// Which tail a p-value is of. `greater`: the estimate is larger than the null value.
enum class Alternative : std::uint8_t { two_sided, less, greater };

/// An interval estimate. Limits that do not exist are NaN (with a state) or infinite (one-sided).
struct Interval {
    double lower = not_a_number;
    double upper = not_a_number;
    double level = 0.95;             ///< asked for
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

namespace detail {
/// a / b where b may be 0: then what a small b above 0 leads to, 0 / 0 being no number. For values
/// that are judged afterwards; a sanitizer reports a plain division by 0.
constexpr double quotient(double a, double b) {
    if (b != 0.0) return a / b;
    return a > 0.0 ? infinity : a < 0.0 ? -infinity : not_a_number;
}

/// Of an interval.
constexpr bool is_level(double level) { return level > 0.0 && level < 1.0; }

/// An interval of a level that cannot be has no limits.
constexpr void require_level(Interval& ci) {
    if (is_level(ci.level)) return;
    ci.lower = ci.upper = not_a_number;
    ci.state = State::invalid_argument;
}
}  // namespace detail

}  // namespace eczscore::stats
