// SPDX-License-Identifier: BSL-1.0
// The Hodges-Lehmann shift between two groups: the median of all differences, with its interval.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/pair_differences.hpp"
#include "eczscore/stats/detail/rank_sum.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/detail/u_distribution.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which distribution of the rank sum the limits come from.
enum class ShiftLimits : std::uint8_t {
    exact,             ///< of all arrangements without ties: order statistics
    normal,            ///< its normal approximation: any size in no time
    exact_given_ties,  ///< the shifts that the exact rank-sum test given the ties does not reject
};

/// The shift of x against y.
struct HodgesLehmannShift {
    Estimate shift{};
    std::uint64_t k = 0;  ///< the limits are the k-th smallest and k-th largest difference; 0 where
                          ///< the ties decide
    std::size_t n_x = 0;
    std::size_t n_y = 0;
};

namespace detail {

/// By how much a computed p may miss the one meant.
inline constexpr double p_rounding = 10.0 * std::numeric_limits<double>::epsilon();

/// The smallest k with P(U <= k) >= tail, as R's qwilcox has it, and the level that it leaves.
struct ShiftRank {
    std::uint64_t k = 0;
    double attained = not_a_number;
    bool is_short = false;  ///< no k leaves the level asked for; 1 is taken
};

inline ShiftRank exact_rank(std::size_t m, std::size_t n, double tail) {
    const UDistribution of(m, n);
    std::uint64_t low = 0, high = of.pairs() / 2;  // P(U <= high) is at least a half
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (of.at_most(middle) >= tail - p_rounding) {
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

/// The search for both limits makes up to some fifty exact tests: each may cost that part of the
/// work.
inline ExactCost for_one_test(const ExactCost& cost) { return {cost.work / 50.0, cost.memory}; }

/// Both groups in whole steps where they have a common one, so that equal differences are equal.
struct SteppedGroups {
    TwoSamples both;
    double unit = 1.0;  ///< steps in 1

    SteppedGroups(std::span<const double> x, std::span<const double> y) : both(x, y) {
        std::vector<double> all(both.x);
        all.insert(all.end(), both.y.begin(), both.y.end());
        const int per_unit = steps_per_unit(all, largest_size(all));
        if (per_unit <= 1) return;
        unit = static_cast<double>(per_unit);
        for (std::vector<double>* group : {&both.x, &both.y}) {
            for (double& value : *group) value = std::round(value * unit);
        }
    }
};

/// A limit of the shift given the ties, and the p of the shifts beyond it.
struct TiedLimit {
    double limit = not_a_number;
    double beyond = not_a_number;
};

/// The smallest difference from which on P(W >= w) is no longer below `tail`; nothing where that
/// takes too long.
///
/// Whatever other choice of x the sum is compared with, lowering the x moves every y that it took
/// in up and every x that it left out down, so that P(W >= w) never falls as the shift grows:
/// halving finds the place.
inline std::optional<TiedLimit> tied_lower_limit(const PairDifferences& differences, double tail,
                                                 const ExactCost& cost) {
    bool possible = true;
    const auto p = [&](double bound) {
        const std::vector<std::int64_t> ranks = differences.ranks_beyond(bound);
        const auto tails = choice_tails(ranks, differences.size_x(), for_one_test(cost));
        possible = possible && tails.has_value();
        return tails ? tails->greater : 1.0;
    };
    TiedLimit found{not_a_number, p(-infinity)};
    std::uint64_t low = 1, high = differences.size();
    while (possible && found.beyond < tail - p_rounding && low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const double here = p(differences.select(middle));
        if (here >= tail - p_rounding) {
            high = middle;
        } else {
            low = middle + 1;
            found.beyond = here;
        }
    }
    if (!possible) return std::nullopt;
    found.limit = differences.select(low);
    return found;
}

/// Both limits; `upwards` are the differences y - x. False where they would take too long.
inline bool put_tied_limits(Interval& ci, const PairDifferences& differences,
                            const PairDifferences& upwards, double tail,
                            const ExactCost& cost = {}) {
    const std::optional<TiedLimit> lower = tied_lower_limit(differences, tail, cost);
    if (!lower) return false;
    const std::optional<TiedLimit> upper = tied_lower_limit(upwards, tail, cost);
    if (!upper) return false;
    ci.lower = lower->limit;
    ci.upper = 0.0 - upper->limit;
    ci.attained = 1.0 - lower->beyond - upper->beyond;
    ci.method = "inverted rank-sum test, exact given the ties";
    const bool is_short = !(std::max(lower->beyond, upper->beyond) < tail - p_rounding);
    ci.state = is_short ? State::level_not_attained : State::ok;
    return true;
}

/// Of whole steps, or of values without them.
inline HodgesLehmannShift hodges_lehmann_shift(const TwoSamples& both, double confidence_level,
                                               ShiftLimits limits, const ExactCost& cost) {
    HodgesLehmannShift found;
    found.n_x = both.x.size();
    found.n_y = both.y.size();
    Estimate& shift = found.shift;
    shift.n = both.size();
    shift.missing = both.missing;
    shift.method = "Hodges-Lehmann shift";
    shift.ci = {.confidence_level = confidence_level};
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        shift.state = shift.ci.state = State::invalid_argument;
        return found;
    }
    if (both.x.empty() || both.y.empty()) return found;
    const PairDifferences differences(both.x, both.y);
    shift.estimate = differences.median();
    if (!std::isfinite(shift.estimate)) {
        shift.state = shift.ci.state = State::out_of_range;
        return found;
    }
    shift.state = State::ok;

    const std::size_t m = found.n_x, n = found.n_y;
    const double tail = 0.5 * (1.0 - confidence_level);
    const bool given_ties = limits == ShiftLimits::exact_given_ties && differences.has_ties();
    if (given_ties && put_tied_limits(shift.ci, differences, {both.y, both.x}, tail, cost)) {
        return found;
    }
    const bool wants_exact = limits != ShiftLimits::normal;
    const bool exact = wants_exact && !given_ties && UDistribution::is_possible(m, n, cost);
    const ShiftRank rank = exact ? exact_rank(m, n, tail) : normal_rank(m, n, tail);
    found.k = rank.k;
    shift.ci.lower = differences.select(rank.k);
    shift.ci.upper = differences.select(differences.size() + 1 - rank.k);
    shift.ci.attained = rank.attained;
    shift.ci.method = exact ? "order statistics, exact" : "order statistics, normal";
    shift.ci.state = rank.is_short           ? State::level_not_attained
                     : wants_exact && !exact ? State::approximate
                                             : State::ok;
    return found;
}

}  // namespace detail

/// What `hodges_lehmann_shift` may be asked for.
struct HodgesLehmannShiftOptions {
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
    ShiftLimits limits = ShiftLimits::exact;
    ExactCost cost{};  ///< the most that the exact form may cost
};

/// Median of the differences x_i - y_j, in whole steps where the values are decimals with a step.
/// limits  ties make `exact` limits conservative; `exact_given_ties` are the shifts by which x can
///         be lowered without mann_whitney_exact rejecting at 1 - level, the same limits where no
///         group has a tie within itself
/// cost  of both limits together; given ties a test within the search may cost a fiftieth of the
///       work. Beyond it, and beyond 2048 values without ties, the normal limits
/// attained  of `exact`, the level without ties; given ties, 1 minus both p of shifts just beyond
///           the limits; NaN for normal limits
/// state  too_few for an empty group; level_not_attained where even the widest interval (smallest
///        to largest difference) rejects too little; approximate where exact limits would cost too
///        much and the normal ones are given; invalid_argument for a level outside (0, 1);
///        out_of_range for differences beyond the doubles. An interval that is one value is that
///        value
/// source  Hodges & Lehmann 1963; Lehmann 1975. O((m + n) log) and, exact, O(N^3) by a small
///         factor; given ties O(N^4 log N)
inline HodgesLehmannShift hodges_lehmann_shift(std::span<const double> x, std::span<const double> y,
                                               const HodgesLehmannShiftOptions& options = {}) {
    const detail::SteppedGroups groups(x, y);
    HodgesLehmannShift found = detail::hodges_lehmann_shift(groups.both, options.confidence_level,
                                                            options.limits, options.cost);
    for (double* each : {&found.shift.estimate, &found.shift.ci.lower, &found.shift.ci.upper}) {
        *each /= groups.unit;
    }
    return found;
}

}  // namespace eczscore::stats
