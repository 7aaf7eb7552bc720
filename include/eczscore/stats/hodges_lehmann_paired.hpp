// SPDX-License-Identifier: BSL-1.0
// Hodges-Lehmann estimate of paired change: the median of the Walsh averages, and its interval.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/fair_sums.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/detail/walsh.hpp"
#include "eczscore/stats/types/difference_counts.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The median of the Walsh averages, in points, with its exact limits.
struct HodgesLehmannPaired {
    double estimate = not_a_number;
    Interval ci{};
    std::uint64_t order = 0;     ///< the limits are Walsh averages k and M + 1 - k
    std::uint64_t averages = 0;  ///< M = n (n + 1) / 2
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

namespace detail {

/// Selects Walsh averages, from counts per step where that is cheaper.
class WalshAverages {
public:
    explicit WalshAverages(const Differences& differences) : unit_(differences.unit()) {
        if (differences.has_steps() && StepWalshSums::suits(differences.steps)) {
            steps_.emplace(differences.steps);
        } else {
            sums_.emplace(differences.counted());
        }
    }
    explicit WalshAverages(const DifferenceCounts& differences)
        : unit_(static_cast<double>(differences.per_unit)) {
        if (!differences.counts.empty()) steps_.emplace(differences.counts, differences.lowest);
    }
    std::uint64_t size() const { return steps_ ? steps_->size() : sums_->size(); }
    /// Whether no sum leaves the range of double.
    bool is_in_range() const { return steps_ || sums_->is_in_range(); }
    double select(std::uint64_t k) {
        const double sum = steps_ ? static_cast<double>(steps_->select(k)) : sums_->select(k);
        return sum / (2.0 * unit_);
    }
    double median() {
        const std::uint64_t half = (size() + 1) / 2;
        if (size() % 2 == 1) return select(half);
        if (steps_) {
            const std::int64_t both = steps_->select(half) + steps_->select(half + 1);
            return static_cast<double>(both) / (4.0 * unit_);
        }
        const double sum = sums_->select(half);
        const double next = sums_->count(sum) > half ? sum : sums_->above(sum);
        return (sum + next) / (4.0 * unit_);
    }

private:
    std::optional<WalshSums> sums_;
    std::optional<StepWalshSums> steps_;
    double unit_;
};

/// Up to here the null distribution is counted, beyond it is expanded.
inline constexpr std::size_t most_ranks_counted = 500;

/// P(V <= v) by the Edgeworth expansion to the fourth cumulant (Fellingham and Stoker 1964).
inline double signed_rank_edgeworth(double v, double n) {
    const double mean = n * (n + 1.0) / 4.0;
    const double variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0;
    const double fourth = -n * (n + 1.0) * (2.0 * n + 1.0) * (3.0 * n * n + 3.0 * n - 1.0) / 240.0;
    const double z = (v + 0.5 - mean) / std::sqrt(variance);
    return normal_cdf(z) -
           normal_pdf(z) * (z * z * z - 3.0 * z) * fourth / (24.0 * variance * variance);
}

/// The smallest k with P(V <= k) >= tail, as R's qsignrank, and P(V <= k - 1).
struct SignedRankQuantile {
    std::uint64_t k = 0;
    double below = 0.0;
};
inline SignedRankQuantile signed_rank_quantile(double tail, std::size_t n) {
    const double enough = tail - 10.0 * std::numeric_limits<double>::epsilon();
    const auto count = static_cast<double>(n);
    const double sd = std::sqrt(count * (count + 1.0) * (2.0 * count + 1.0) / 24.0);
    const double near =
        std::max(0.0, count * (count + 1.0) / 4.0 - normal_quantile_upper(tail) * sd);
    if (n > most_ranks_counted) {
        const auto below = [&](std::uint64_t k) {
            return signed_rank_edgeworth(static_cast<double>(k), count);
        };
        auto low = static_cast<std::uint64_t>(std::max(0.0, near - 0.1 * sd));
        if (below(low) >= enough) return {low, low > 0 ? below(low - 1) : 0.0};
        std::uint64_t width = 1;  // by doubling, then by halving: sd may be 2^46
        for (; below(low + width) < enough; width *= 2) low += width;
        for (width /= 2; width > 0; width /= 2) {
            if (below(low + width) < enough) low += width;
        }
        return {low + 1, below(low)};
    }
    const std::size_t total = n * (n + 1) / 2;
    std::size_t last = std::min(total, static_cast<std::size_t>(near + 0.1 * sd) + 2);
    for (;; last = std::min(total, 2 * last)) {
        const std::vector<double> tails = signed_rank_lower_tails(n, last);
        const auto found = std::lower_bound(tails.begin(), tails.end(), enough);
        if (found == tails.end() && last < total) continue;
        const auto k = static_cast<std::size_t>(found - tails.begin());
        return {k, k > 0 ? tails[k - 1] : 0.0};
    }
}

inline HodgesLehmannPaired hodges_lehmann_start(std::size_t n, std::size_t missing,
                                                WalshAverages& averages, double confidence_level) {
    HodgesLehmannPaired result;
    result.n = n;
    result.missing = missing;
    result.method = "median of Walsh averages";
    result.ci.confidence_level = confidence_level;
    result.averages = std::uint64_t{result.n} * (result.n + 1) / 2;
    if (result.n == 0) return result;
    if (!averages.is_in_range()) {
        result.state = State::out_of_range;
        return result;
    }
    result.estimate = averages.median();
    result.state = State::ok;
    if (!(confidence_level > 0.0 && confidence_level < 1.0))
        result.ci.state = State::invalid_argument;
    return result;
}
/// Whether an interval can be sought.
inline bool is_open(const HodgesLehmannPaired& result) {
    return result.state == State::ok && result.ci.state != State::invalid_argument;
}
/// The widest interval that there is may still be less than what was asked.
inline State level_state(const Interval& ci) {
    return ci.attained < ci.confidence_level ? State::level_not_attained : State::ok;
}

inline HodgesLehmannPaired hodges_lehmann_paired(WalshAverages averages, std::size_t n,
                                                 std::size_t missing, double confidence_level) {
    HodgesLehmannPaired result = hodges_lehmann_start(n, missing, averages, confidence_level);
    result.ci.method = result.n > most_ranks_counted
                           ? "Walsh averages, order by Edgeworth expansion"
                           : "Walsh averages, exact order";
    if (!is_open(result)) return result;
    SignedRankQuantile quantile = signed_rank_quantile((1.0 - confidence_level) / 2.0, result.n);
    if (quantile.k == 0) quantile = {1, std::ldexp(1.0, -static_cast<int>(result.n))};
    result.order = quantile.k;
    result.ci.lower = averages.select(quantile.k);
    result.ci.upper = averages.select(result.averages + 1 - quantile.k);
    result.ci.attained = 1.0 - 2.0 * quantile.below;
    result.ci.state = level_state(result.ci);
    return result;
}

inline HodgesLehmannPaired hodges_lehmann_paired(const Differences& differences,
                                                 double confidence_level) {
    return hodges_lehmann_paired(WalshAverages(differences), differences.size(),
                                 differences.missing, confidence_level);
}

/// A limit by inversion, and the one-sided p just outside it.
struct InvertedLimit {
    double limit = not_a_number;
    double outside = 1.0;
    bool is_normal = false;  ///< where a test was too large to count
};

/// The lower limit: the first Walsh average beyond which the conditional exact test no longer
/// rejects `greater`. Between two neighbouring Walsh averages the test does not change.
class TiedLowerLimit {
public:
    /// cost  of the search for both limits; one of its tests may cost a hundredth of the work
    TiedLowerLimit(const Differences& differences, bool negated, const ExactCost& cost)
        : cost_{cost.work / 100.0, cost.memory},
          sign_(negated ? -1.0 : 1.0),
          unit_(differences.unit()),
          values_(differences.counted()),
          sizes_(values_.size()) {
        for (double& value : values_) value *= sign_;
        sums_.emplace(values_);
        same_ = 8.0 * std::numeric_limits<double>::epsilon() * largest_size(values_);
    }
    InvertedLimit find(double tail) {
        const double enough = tail - 10.0 * std::numeric_limits<double>::epsilon();
        InvertedLimit result;
        std::uint64_t rejected = 0;  // order of a Walsh average to the right of which it rejects
        std::uint64_t kept = sums_->size();
        double at_rejected = std::ldexp(1.0, -static_cast<int>(values_.size()));
        if (at_rejected >= enough) kept = 1;  // nothing is rejected
        while (rejected + 1 < kept) {
            const std::uint64_t middle = rejected + (kept - rejected) / 2;
            const double p = p_greater_after(sums_->select(middle));
            if (p >= enough) {
                kept = middle;
            } else {
                rejected = middle;
                at_rejected = p;
            }
        }
        result.limit = sign_ * sums_->select(kept) / (2.0 * unit_);
        result.outside = at_rejected;
        result.is_normal = is_normal_;
        return result;
    }

private:
    double p_greater_after(double sum) {
        const double next = sums_->above(sum + same_);
        if (!std::isfinite(next)) return 1.0;
        const double shift = (sum + next) / 4.0;
        for (std::size_t i = 0; i < values_.size(); ++i) sizes_[i] = std::abs(values_[i] - shift);
        const std::vector<std::uint64_t> twice = doubled_ranks(sizes_).twice;
        const std::uint64_t twice_plus = 2 * (sums_->size() - sums_->count(sum + same_));
        if (is_fair_sum_possible(twice, twice_plus, cost_)) {
            return fair_sum_tails(twice, twice_plus).upper;
        }
        is_normal_ = true;
        double squares = 0.0;
        for (const std::uint64_t rank : twice) {
            squares += static_cast<double>(rank) * static_cast<double>(rank);
        }
        const double mean = static_cast<double>(sums_->size());
        return normal_sf((static_cast<double>(twice_plus) - mean) / std::sqrt(squares) * 2.0);
    }

    ExactCost cost_;
    double sign_;
    double unit_;
    std::vector<double> values_;
    std::vector<double> sizes_;
    std::optional<WalshSums> sums_;
    double same_ = 0.0;  ///< sums that are no further apart differ by rounding alone
    bool is_normal_ = false;
};

inline HodgesLehmannPaired hodges_lehmann_paired_tied(const Differences& differences,
                                                      double confidence_level,
                                                      const ExactCost& cost) {
    WalshAverages averages(differences);
    HodgesLehmannPaired result =
        hodges_lehmann_start(differences.size(), differences.missing, averages, confidence_level);
    result.ci.method = "inverted signed-rank test, exact with ties";
    if (!is_open(result)) return result;
    const double tail = (1.0 - confidence_level) / 2.0;
    const InvertedLimit lower = TiedLowerLimit(differences, false, cost).find(tail);
    const InvertedLimit upper = TiedLowerLimit(differences, true, cost).find(tail);
    result.ci.lower = lower.limit;
    result.ci.upper = upper.limit;
    result.ci.attained = 1.0 - lower.outside - upper.outside;
    result.ci.state = level_state(result.ci);
    if (lower.is_normal || upper.is_normal) {
        result.ci.method = "inverted signed-rank test, normal (too large for exact)";
        result.ci.state = State::approximate;
    }
    return result;
}

}  // namespace detail

/// The estimate keeps all differences, zeros included. The interval's limits are the k-th smallest
/// and largest Walsh average, k from the null distribution without ties: with ties it is
/// conservative. Where n is too small for the level, the widest interval is given with
/// State::level_not_attained. Beyond n = 500, k comes from an Edgeworth expansion.
/// source   Hollander and Wolfe 1999; order as R's wilcox.test.
inline HodgesLehmannPaired hodges_lehmann_paired(std::span<const double> differences,
                                                 const IntervalOptions& options = {}) {
    return detail::hodges_lehmann_paired(detail::given_differences(differences),
                                         options.confidence_level);
}
/// Of post - pre.
inline HodgesLehmannPaired hodges_lehmann_paired(std::span<const double> pre,
                                                 std::span<const double> post,
                                                 const IntervalOptions& options = {}) {
    return detail::hodges_lehmann_paired(detail::paired_differences(pre, post),
                                         options.confidence_level);
}

/// Of differences counted per step: O(K^2) for K steps, however many patients there are.
inline HodgesLehmannPaired hodges_lehmann_paired(const DifferenceCounts& differences,
                                                 const IntervalOptions& options = {}) {
    if (!differences.is_valid()) {
        HodgesLehmannPaired none;
        none.ci.confidence_level = options.confidence_level;
        none.state = none.ci.state = State::invalid_argument;
        return none;
    }
    return detail::hodges_lehmann_paired(
        detail::WalshAverages(differences), static_cast<std::size_t>(differences.n()),
        static_cast<std::size_t>(differences.missing), options.confidence_level);
}

/// What `hodges_lehmann_paired_tied` may be asked for.
struct HodgesLehmannTiedOptions {
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
    ExactCost cost{};                ///< the most that the exact form may cost
};

/// The same estimate; the interval holds the shifts that the exact signed-rank test with the ties
/// of the shifted differences does not reject.
/// cost  O(n^3 log n), by default up to some 700 differences: a test of the search may cost a
///       hundredth of the work. Beyond it the tests are normal, State::approximate
inline HodgesLehmannPaired hodges_lehmann_paired_tied(
    std::span<const double> differences, const HodgesLehmannTiedOptions& options = {}) {
    return detail::hodges_lehmann_paired_tied(detail::given_differences(differences),
                                              options.confidence_level, options.cost);
}
/// Of post - pre.
inline HodgesLehmannPaired hodges_lehmann_paired_tied(
    std::span<const double> pre, std::span<const double> post,
    const HodgesLehmannTiedOptions& options = {}) {
    return detail::hodges_lehmann_paired_tied(detail::paired_differences(pre, post),
                                              options.confidence_level, options.cost);
}

}  // namespace eczscore::stats
