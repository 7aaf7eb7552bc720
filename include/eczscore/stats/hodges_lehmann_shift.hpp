// SPDX-License-Identifier: BSL-1.0
// The Hodges-Lehmann shift between two groups: the median of all differences, with its interval.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/pair_differences.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/detail/u_distribution.hpp"

namespace eczscore::stats {

/// Which distribution of U says how far from the ends the limits lie.
enum class ShiftLimits : std::uint8_t {
    exact,  ///< of all arrangements without ties
    normal  ///< its normal approximation: any size in no time
};

/// The shift of x against y.
struct HodgesLehmannShift {
    Estimate shift{};
    std::uint64_t k = 0;  ///< the limits are the k-th smallest and k-th largest difference
    std::size_t n_x = 0;
    std::size_t n_y = 0;
};

namespace detail {

/// The smallest k with P(U <= k) >= tail, as R's qwilcox has it, and the level that it leaves.
struct ShiftRank {
    std::uint64_t k = 0;
    double attained = not_a_number;
    bool is_short = false;  ///< no k leaves the level asked for; 1 is taken
};

inline ShiftRank exact_rank(std::size_t m, std::size_t n, double tail) {
    const UDistribution of(m, n);
    constexpr double rounding = 10.0 * std::numeric_limits<double>::epsilon();
    std::uint64_t low = 0, high = of.pairs() / 2;  // P(U <= high) is at least a half
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (of.at_most(middle) >= tail - rounding) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    if (low == 0) return {1, 1.0 - 2.0 * of.at_most(0), true};
    return {low, 1.0 - 2.0 * of.at_most(low - 1), false};
}

inline ShiftRank normal_rank(std::size_t m, std::size_t n, double tail) {
    const auto a = static_cast<double>(m), b = static_cast<double>(n);
    const double place =
        0.5 * a * b - normal_quantile_upper(tail) * std::sqrt(a * b * (a + b + 1.0) / 12.0) + 0.5;
    if (place < 1.0) return {1, not_a_number, true};
    return {static_cast<std::uint64_t>(place), not_a_number, false};
}

}  // namespace detail

/// Median of the differences x_i - y_j. Ties make the exact interval conservative. A difference is
/// what doubles subtract; for decimals count steps.
/// attained  level of the exact interval without ties
/// state  too_few for an empty group; level_not_attained where the widest interval (smallest to
///        largest difference) does not reach the level; approximate where more than 2048 values
///        are too many for exact limits and the normal ones are given. An interval that is one
///        value is that value
/// source  Hodges & Lehmann 1963; Lehmann 1975. O((m + n) log) and, exact, O(N^3) by a small
///         factor
inline HodgesLehmannShift hodges_lehmann_shift(std::span<const double> x, std::span<const double> y,
                                               double level = 0.95,
                                               ShiftLimits limits = ShiftLimits::exact) {
    detail::TwoSamples both(x, y);
    HodgesLehmannShift found;
    found.n_x = both.x.size();
    found.n_y = both.y.size();
    Estimate& shift = found.shift;
    shift.n = both.size();
    shift.missing = both.missing;
    shift.method = "Hodges-Lehmann shift";
    shift.ci = {.level = level};
    if (!(level > 0.0 && level < 1.0)) {
        shift.state = shift.ci.state = State::undefined_ratio;
        return found;
    }
    if (both.x.empty() || both.y.empty()) return found;
    const detail::PairDifferences differences(std::move(both.x), std::move(both.y));
    shift.estimate = differences.median();
    shift.state = State::ok;

    const std::size_t m = found.n_x, n = found.n_y;
    const bool exact = limits == ShiftLimits::exact && detail::UDistribution::is_possible(m, n);
    const double tail = 0.5 * (1.0 - level);
    const detail::ShiftRank rank =
        exact ? detail::exact_rank(m, n, tail) : detail::normal_rank(m, n, tail);
    found.k = rank.k;
    shift.ci.lower = differences.select(rank.k);
    shift.ci.upper = differences.select(differences.size() + 1 - rank.k);
    shift.ci.attained = rank.attained;
    shift.ci.method = exact ? "order statistics, exact" : "order statistics, normal";
    shift.ci.state = rank.is_short                            ? State::level_not_attained
                     : limits == ShiftLimits::exact && !exact ? State::approximate
                                                              : State::ok;
    return found;
}

}  // namespace eczscore::stats
