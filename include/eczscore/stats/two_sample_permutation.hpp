// SPDX-License-Identifier: BSL-1.0
// Permutation test of two means: every value may as well have been in the other group.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "eczscore/stats/detail/clopper_pearson.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/detail/rank_sum.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The test of equal distributions by the difference of means. For an interval of the difference
/// see welch.hpp and hodges_lehmann_shift.hpp.
struct TwoSamplePermutation {
    double difference = not_a_number;  ///< mean of x minus mean of y: the statistic
    double p = not_a_number;           ///< two-sided: of differences at least as far from 0
    double p_less = not_a_number;
    double p_greater = not_a_number;
    Interval p_interval{};       ///< Monte Carlo only: where the exact two-sided p lies
    std::size_t replicates = 0;  ///< Monte Carlo only
    std::size_t n_x = 0;
    std::size_t n_y = 0;
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

/// Of the Monte Carlo form.
struct TwoSamplePermutationOptions {
    std::size_t replicates = 9999;  ///< at least 1
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    double confidence_level = 0.99;  ///< of the interval for p, above 0 and below 1
};

namespace detail {

/// Values without a lattice of which all choices are tried.
inline constexpr std::size_t most_enumerated = 40;

/// Both groups together, x first, each ascending: the order of the input changes no bit.
struct PooledGroups {
    std::size_t n_x, n_y, missing;
    std::vector<double> values;
    std::vector<std::int64_t> steps;  ///< the values as whole steps; empty without a lattice
    int per_unit = 0;
    std::vector<double> centred;  ///< distances from the common mean; whole numbers on a lattice
    double margin = 0.0;          ///< sums that differ by less are equal

    explicit PooledGroups(TwoSamples both)
        : n_x(both.x.size()), n_y(both.y.size()), missing(both.missing), values(std::move(both.x)) {
        values.insert(values.end(), both.y.begin(), both.y.end());
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(n_x);
        std::sort(values.begin(), middle);
        std::sort(middle, values.end());
        per_unit = steps_per_unit(values, largest_size(values));
        if (per_unit != 0) steps = in_steps(values, per_unit).counts;
        if (n_x > 0 && n_y > 0 && !put_whole_distances()) put_distances();
    }

    std::size_t size() const { return values.size(); }
    /// Mean of x minus mean of y; correctly rounded on a lattice.
    double difference() const {
        const std::span<const double> all = values;
        if (per_unit == 0) return moments(all.first(n_x)).mean - moments(all.last(n_y)).mean;
        const std::span<const std::int64_t> counts = steps;
        const StepMoments x = step_moments(counts.first(n_x)), y = step_moments(counts.last(n_y));
        return nearest_double(x.sum * y.n - y.sum * x.n, Int128{x.n} * y.n * per_unit);
    }
    bool is_constant() const {
        const auto varies = [](const auto& all) {
            return std::adjacent_find(all.begin(), all.end(), std::not_equal_to<>()) != all.end();
        };
        return per_unit == 0 ? !varies(values) : !varies(steps);
    }
    /// Sum of the centred values of x.
    double observed() const {
        Sum sum;
        for (std::size_t i = 0; i < n_x; ++i) sum.add(centred[i]);
        return sum.value();
    }

private:
    /// N times each step less the sum of all, wherever every sum of these is a whole double.
    bool put_whole_distances() {
        if (per_unit == 0) return false;
        const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
        const auto n = static_cast<double>(size());
        if (!(n * n * static_cast<double>(*most - *least) < 0x1p53)) return false;
        std::int64_t total = 0;
        for (const std::int64_t step : steps) total += step - *least;
        const auto all = static_cast<std::int64_t>(size());
        for (const std::int64_t step : steps) {
            centred.push_back(static_cast<double>((step - *least) * all - total));
        }
        margin = 0.25;
        return true;
    }
    void put_distances() {
        std::vector<double> sorted(values);
        std::sort(sorted.begin(), sorted.end());
        const double mean = moments(std::span<const double>(sorted)).mean;
        Sum far;
        for (const double value : sorted) far.add(std::abs(value - mean));
        for (const double value : values) centred.push_back(value - mean);
        // each value carries the rounding of its own size
        const double rounding = std::numeric_limits<double>::epsilon() * largest_size(values);
        margin = 1e-12 * far.value() + static_cast<double>(size()) * rounding;
    }
};

inline TwoSamplePermutation permutation_start(const PooledGroups& groups) {
    TwoSamplePermutation found;
    found.n_x = groups.n_x;
    found.n_y = groups.n_y;
    found.missing = groups.missing;
    if (groups.n_x == 0 || groups.n_y == 0) return found;
    found.difference = groups.difference();
    if (!std::isfinite(found.difference) || !std::isfinite(groups.margin)) {
        found.state = State::out_of_range;
        return found;
    }
    found.state = State::ok;
    if (groups.is_constant()) {
        found.p = found.p_less = found.p_greater = 1.0;
        found.state = State::zero_variance;
    }
    return found;
}

/// All sums of k of the values, ascending, for every k.
inline std::vector<std::vector<double>> sums_by_size(std::span<const double> values) {
    std::vector<std::vector<double>> sums(values.size() + 1);
    sums[0] = {0.0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t k = i + 1; k > 0; --k) {
            for (const double sum : sums[k - 1]) sums[k].push_back(sum + values[i]);
        }
    }
    for (auto& each : sums) std::sort(each.begin(), each.end());
    return sums;
}

/// Every choice of x among few values: sums of both halves of them, sorted, meet at the bound.
inline void put_enumerated_p(TwoSamplePermutation& found, const PooledGroups& groups) {
    const std::span<const double> values = groups.centred;
    const auto low = sums_by_size(values.first(values.size() / 2));
    const auto high = sums_by_size(values.subspan(values.size() / 2));
    const auto at_most = [&](double bound) {
        std::uint64_t count = 0;
        for (std::size_t k = 0; k < low.size() && k <= groups.n_x; ++k) {
            if (groups.n_x - k >= high.size()) continue;
            const std::vector<double>& others = high[groups.n_x - k];
            std::size_t fits = others.size();
            for (const double sum : low[k]) {
                while (fits > 0 && sum + others[fits - 1] > bound) --fits;
                count += fits;
            }
        }
        return count;
    };
    const std::uint64_t all = at_most(infinity);
    const auto share = [all](std::uint64_t count) {
        return static_cast<double>(count) / static_cast<double>(all);
    };
    const double sum = groups.observed(), far = std::abs(sum);
    found.p_less = share(at_most(sum + groups.margin));
    found.p_greater = share(all - at_most(sum - groups.margin));
    found.p = far <= groups.margin
                  ? 1.0
                  : share(at_most(groups.margin - far) + all - at_most(far - groups.margin));
}

inline TwoSamplePermutation permutation_monte_carlo(const PooledGroups& groups,
                                                    const TwoSamplePermutationOptions& options) {
    TwoSamplePermutation found = permutation_start(groups);
    found.method = "permutation of two groups, Monte Carlo";
    if (!is_level(options.confidence_level) || options.replicates == 0) {
        found.state = State::invalid_argument;
        return found;
    }
    if (found.state != State::ok) return found;
    const double sum = groups.observed(), far = std::abs(sum);
    const std::size_t chosen = std::min(groups.n_x, groups.n_y);
    const double sign = groups.n_x <= groups.n_y ? 1.0 : -1.0;  // the sums of both add to 0
    std::vector<double> sorted(groups.centred), order(sorted.size());
    std::sort(sorted.begin(), sorted.end());  // the order of the input must not matter
    std::vector<std::uint32_t> rest(chosen), rejected(chosen);
    for (std::size_t i = 0; i < chosen; ++i) {
        rest[i] = static_cast<std::uint32_t>(sorted.size() - i);
        rejected[i] = rejected_below(rest[i]);
    }
    std::size_t less = 0, greater = 0, farther = 0;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        Philox random(options.seed, options.stream, replicate);
        std::copy(sorted.begin(), sorted.end(), order.begin());
        double drawn = 0.0;
        for (std::size_t i = 0; i < chosen; ++i) {
            std::swap(order[i], order[i + random.below(rest[i], rejected[i])]);
            drawn += order[i];
        }
        drawn *= sign;
        less += drawn <= sum + groups.margin;
        greater += drawn >= sum - groups.margin;
        farther += std::abs(drawn) >= far - groups.margin;
    }
    // The observed choice is one of all (Phipson and Smyth 2010).
    const auto with_observed = [&](std::size_t count) {
        return (static_cast<double>(count) + 1.0) / (static_cast<double>(options.replicates) + 1.0);
    };
    found.p_less = with_observed(less);
    found.p_greater = with_observed(greater);
    found.p = with_observed(farther);
    found.replicates = options.replicates;
    found.p_interval = monte_carlo_interval(farther, options.replicates, options.confidence_level);
    return found;
}

inline TwoSamplePermutation permutation_exact(const PooledGroups& groups, const ExactCost& cost) {
    TwoSamplePermutation found = permutation_start(groups);
    found.method = "permutation of two groups, exact";
    if (found.state != State::ok) return found;
    if (groups.per_unit != 0) {
        const auto tails = choice_tails(groups.steps, groups.n_x, cost);
        if (tails) {
            found.p = tails->two_sided;
            found.p_less = tails->less;
            found.p_greater = tails->greater;
            found.state = state_of({found.p, found.p_less, found.p_greater});
            return found;
        }
    }
    // both halves are sorted
    const double sums = 20.0 * std::ldexp(1.0, static_cast<int>(groups.size() + 1) / 2);
    if (groups.size() <= most_enumerated && cost.allow_work(sums)) {
        put_enumerated_p(found, groups);
        return found;
    }
    found = permutation_monte_carlo(groups, {});
    found.method = "permutation of two groups, Monte Carlo (exact not feasible)";
    found.state = State::approximate;
    return found;
}

}  // namespace detail

/// Every choice of x among all values is equally likely: by counting where the values are decimals
/// with a step (the engine of the exact rank-sum test, on the values themselves), by trying all
/// choices up to 40 values. With N values O(N^2 S) by a small factor, S the sum of the distances in
/// steps; 2^(N/2) without a step.
/// cost  beyond it, and for more values without a step, Monte Carlo by its default options
/// state  too_few for an empty group; zero_variance where all values are equal (p is 1);
///        out_of_range where sums leave the doubles; boundary where a p is smaller than the
///        doubles; approximate for Monte Carlo
/// source  Pitman 1937; Streitberg & Roehmel 1986
inline TwoSamplePermutation two_sample_permutation_exact(std::span<const double> x,
                                                         std::span<const double> y,
                                                         const ExactCost& cost = {}) {
    return detail::permutation_exact(detail::PooledGroups(detail::TwoSamples(x, y)), cost);
}

/// p = (b + 1) / (B + 1) of B random choices, never 0, with an interval for the exact p. Replicate
/// r depends on seed, stream, r and the multiset of values alone. O(B N).
/// state  as above; invalid_argument for a level outside (0, 1) and for no replicates
/// source  Phipson & Smyth 2010
inline TwoSamplePermutation two_sample_permutation_monte_carlo(
    std::span<const double> x, std::span<const double> y,
    const TwoSamplePermutationOptions& options = {}) {
    return detail::permutation_monte_carlo(detail::PooledGroups(detail::TwoSamples(x, y)), options);
}

}  // namespace eczscore::stats
