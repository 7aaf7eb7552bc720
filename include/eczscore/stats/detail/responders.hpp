// SPDX-License-Identifier: BSL-1.0
// Responders of two arms, in one table or in strata, and what every method asks of them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/result.hpp"

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
};

namespace detail {

constexpr bool can_compare(Responders active, Responders control) {
    return active.is_valid() && control.is_valid() && active.n > 0 && control.n > 0;
}

/// An estimate that could not be made, with what is known of it.
inline Estimate nothing(Text method, double level, std::size_t n, State state) {
    Estimate none;
    none.ci = {.level = level, .method = method, .state = state};
    none.n = n;
    none.method = method;
    none.state = state;
    return none;
}

/// Patients of both arms; 0 where the counts are impossible.
constexpr std::size_t patients(Responders active, Responders control) {
    const auto count = [](std::int64_t n) { return n > 0 ? static_cast<std::size_t>(n) : 0; };
    return count(active.n) + count(control.n);
}

}  // namespace detail
}  // namespace eczscore::stats
