// SPDX-License-Identifier: BSL-1.0
// Quotients of what may be 0, and levels of intervals.
#pragma once

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// a / b where b may be 0: then what a small b above 0 leads to, 0 / 0 being no number. For values
/// that are judged afterwards; a sanitizer reports a plain division by 0.
constexpr double quotient(double a, double b) {
    if (b != 0.0) return a / b;
    return a > 0.0 ? infinity : a < 0.0 ? -infinity : not_a_number;
}

/// Of an interval.
constexpr bool is_level(double confidence_level) {
    return confidence_level > 0.0 && confidence_level < 1.0;
}

/// An interval of a level that cannot be has no limits.
constexpr void require_level(Interval& ci) {
    if (is_level(ci.confidence_level)) return;
    ci.lower = ci.upper = not_a_number;
    ci.state = State::invalid_argument;
}

}  // namespace eczscore::stats::detail
