// SPDX-License-Identifier: BSL-1.0
// What an exact method may cost, and what becomes of a p that no double holds.
#pragma once

#include <initializer_list>
#include <limits>

#include "eczscore/stats/detail/result.hpp"

namespace eczscore::stats {

/// The most that the exact form of a method may cost. It is estimated beforehand, and what would
/// cost more is not begun: the result then comes from the approximation that the method names, with
/// State::approximate.
struct ExactCost {
    double work = 1e10;   ///< additions, or steps that take as long: up to 10^9 in a second
    double memory = 1e9;  ///< bytes

    /// Whether so many additions are within `work`.
    bool allow_work(double additions) const { return additions <= work; }
    /// Whether so many bytes are within `memory`.
    bool allow_memory(double bytes) const { return bytes <= memory; }
};

namespace detail {

/// The state of a result that is otherwise ok: `boundary` where a p is smaller than what a double
/// holds with all its digits (2.2e-308). No exact p is 0.
inline State state_of(std::initializer_list<double> exact_p) {
    for (const double p : exact_p) {
        if (p < std::numeric_limits<double>::min()) return State::boundary;
    }
    return State::ok;
}

}  // namespace detail
}  // namespace eczscore::stats
