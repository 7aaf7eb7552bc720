// SPDX-License-Identifier: BSL-1.0
// Responders of two arms, in one table or in strata.
#pragma once

#include <cstdint>

namespace eczscore::stats {

/// How many of how many responded.
struct Responders {
    std::int64_t x = 0;  ///< responders, 0 to n
    std::int64_t n = 0;  ///< patients, at most 2^53: every count is a double

    /// The counts can be: 0 <= x <= n, n at most 2^53.
    constexpr bool is_valid() const { return x >= 0 && n >= x && n <= std::int64_t{1} << 53; }
    /// x / n, from 0 to 1; NaN when n is 0.
    constexpr double share() const { return static_cast<double>(x) / static_cast<double>(n); }
};

/// One stratum of a trial.
struct Stratum {
    Responders active{};
    Responders control{};

    /// Both arms have patients, and counts that can be.
    constexpr bool can_be_compared() const {
        return active.is_valid() && control.is_valid() && active.n > 0 && control.n > 0;
    }
};

}  // namespace eczscore::stats
