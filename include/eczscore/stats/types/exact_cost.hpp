// SPDX-License-Identifier: BSL-1.0
// What the exact form of a method may cost.
#pragma once

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

}  // namespace eczscore::stats
