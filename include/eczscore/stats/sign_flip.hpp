// SPDX-License-Identifier: BSL-1.0
// Permutation test of a mean change: every difference may have had the other sign.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "eczscore/stats/detail/clopper_pearson.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/fair_sums.hpp"
#include "eczscore/stats/detail/in_shares.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The paired permutation test of the mean change, in the units of the data.
struct SignFlip {
    double sum = not_a_number;  ///< of the differences: the statistic
    double mean = not_a_number;
    double p_two_sided = not_a_number;
    double p_less = not_a_number;
    double p_greater = not_a_number;
    Interval p_interval{};       ///< Monte Carlo only: where the exact two-sided p lies
    std::size_t replicates = 0;  ///< Monte Carlo only
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

/// Of the Monte Carlo form.
struct SignFlipOptions {
    std::size_t replicates = 9999;
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    double confidence_level = 0.99;  ///< of the interval for p
    unsigned threads = 1;            ///< 0: one a processor; their number changes no bit
};

namespace detail {

/// Differences without a step of which all signs are tried.
inline constexpr std::size_t most_enumerated_flips = 24;

inline SignFlip sign_flip_start(const Differences& differences) {
    SignFlip result;
    result.n = differences.size();
    result.missing = differences.missing;
    if (result.n == 0) return result;
    const Moments m = moments(differences);
    result.mean = m.mean;
    Sum sum;
    for (const double value : differences.values) sum.add(value);
    result.sum = sum.value();
    if (!std::isfinite(result.sum)) {  // beyond the range of double
        result.state = State::out_of_range;
        return result;
    }
    result.state = State::ok;
    const bool all_zero = std::all_of(differences.values.begin(), differences.values.end(),
                                      [](double value) { return value == 0.0; });
    if (all_zero) {
        result.p_two_sided = result.p_less = result.p_greater = 1.0;
        result.state = State::zero_variance;
    }
    return result;
}

/// All 2^n sums of few values that have no step: sums that differ by rounding count as equal.
inline void put_enumerated_p(SignFlip& result, std::span<const double> values) {
    const std::size_t n = values.size();
    const std::size_t first = n / 2;
    const auto half_sums = [](std::span<const double> part) {
        std::vector<double> sums{0.0};
        sums.reserve(std::size_t{1} << part.size());
        for (const double value : part) {
            const std::size_t size = sums.size();
            for (std::size_t i = 0; i < size; ++i) sums.push_back(sums[i] + value);
            for (std::size_t i = 0; i < size; ++i) sums[i] -= value;
        }
        return sums;
    };
    const std::vector<double> a = half_sums(values.subspan(0, first));
    const std::vector<double> b = half_sums(values.subspan(first));
    double size = 0.0;
    for (const double value : values) size += std::abs(value);
    const double margin = 1e-12 * size;
    std::uint64_t less = 0;
    std::uint64_t greater = 0;
    std::uint64_t farther = 0;
    for (const double x : a) {
        for (const double y : b) {
            const double sum = x + y;
            less += sum <= result.sum + margin;
            greater += sum >= result.sum - margin;
            farther += std::abs(sum) >= std::abs(result.sum) - margin;
        }
    }
    const auto share = [&](std::uint64_t count) {
        return std::ldexp(static_cast<double>(count), -static_cast<int>(n));
    };
    result.p_less = share(less);
    result.p_greater = share(greater);
    result.p_two_sided = share(farther);
}

/// How many random flips lie as far out as what was observed.
struct FlipCounts {
    std::size_t less = 0;
    std::size_t greater = 0;
    std::size_t farther = 0;
};

/// Flips the signs of fixed values, sorted, so that their order changes no bit. Steps add up
/// exactly; otherwise sums that differ by rounding count as equal.
class RandomFlips {
public:
    explicit RandomFlips(const Differences& differences) : values_(differences.counted()) {
        std::sort(values_.begin(), values_.end());
        Sum sum;
        Sum size;
        for (const double value : values_) {
            sum.add(value);
            size.add(std::abs(value));
        }
        observed_ = sum.value();
        margin_ = differences.has_steps() ? 0.25 : 1e-12 * size.value();
    }
    /// Replicates first .. end - 1.
    FlipCounts count(const SignFlipOptions& options, std::size_t first, std::size_t end) const {
        FlipCounts counts;
        for (std::size_t replicate = first; replicate < end; ++replicate) {
            Philox random(options.seed, options.stream, replicate);
            double sum = 0.0;
            std::uint32_t word = 0;
            for (std::size_t i = 0; i < values_.size(); ++i, word >>= 1) {
                if (i % 32 == 0) word = random.word();
                sum += (word & 1u) != 0 ? values_[i] : -values_[i];
            }
            counts.less += sum <= observed_ + margin_;
            counts.greater += sum >= observed_ - margin_;
            counts.farther += std::abs(sum) >= std::abs(observed_) - margin_;
        }
        return counts;
    }

private:
    std::vector<double> values_;
    double observed_ = 0.0;
    double margin_ = 0.0;
};

inline SignFlip sign_flip_monte_carlo(const Differences& differences,
                                      const SignFlipOptions& options) {
    SignFlip result = sign_flip_start(differences);
    result.method = "sign flips, Monte Carlo";
    if (result.state != State::ok) return result;
    if (options.replicates == 0) {
        result.state = State::too_few;
        return result;
    }
    const RandomFlips flips(differences);
    FlipCounts all;
    std::mutex adding;
    in_shares(options.replicates, options.threads, [&](std::size_t first, std::size_t end) {
        const FlipCounts part = flips.count(options, first, end);
        const std::lock_guard<std::mutex> lock(adding);
        all.less += part.less;
        all.greater += part.greater;
        all.farther += part.farther;
    });
    // The observed signs are one of the flips (Phipson and Smyth 2010).
    const auto with_observed = [&](std::size_t count) {
        return (static_cast<double>(count) + 1.0) / (static_cast<double>(options.replicates) + 1.0);
    };
    result.p_less = with_observed(all.less);
    result.p_greater = with_observed(all.greater);
    result.p_two_sided = with_observed(all.farther);
    result.replicates = options.replicates;
    result.p_interval =
        monte_carlo_interval(all.farther, options.replicates, options.confidence_level);
    return result;
}

inline SignFlip sign_flip_exact(const Differences& differences, const ExactCost& cost) {
    SignFlip result = sign_flip_start(differences);
    result.method = "sign flips, exact";
    if (result.state != State::ok) return result;
    std::vector<std::uint64_t> sizes;
    sizes.reserve(differences.steps.size());
    std::uint64_t positive = 0;
    for (const std::int64_t step : differences.steps) {
        if (step == 0) continue;
        const auto size = static_cast<std::uint64_t>(step < 0 ? -step : step);
        sizes.push_back(size);
        if (step > 0) positive += size;
    }
    const std::size_t n = differences.size();
    if (differences.has_steps() && is_fair_sum_possible(sizes, positive, cost)) {
        const FairTails tails = fair_sum_tails(sizes, positive);
        result.p_less = tails.lower;
        result.p_greater = tails.upper;
        result.p_two_sided = tails.two_sided;
        result.state = state_of({tails.two_sided, tails.lower, tails.upper});
    } else if (n <= most_enumerated_flips &&
               cost.allow_work(std::ldexp(1.0, static_cast<int>(n)))) {
        put_enumerated_p(result, differences.values);
    } else {
        result = sign_flip_monte_carlo(differences, {});
        result.method = "sign flips, Monte Carlo (exact not feasible)";
        result.state = State::approximate;
    }
    return result;
}

}  // namespace detail

/// The exact null distribution of the sum of +-d: by counting where the differences are decimals
/// with a step, by all 2^n sums up to n = 24.
/// cost  of counting n differences n times the smaller sum of steps, those of one sign; beyond it,
///       Monte Carlo by its default options with State::approximate
/// state  too_few without differences; zero_variance where all are 0 (p is 1); boundary where a p
///        is smaller than the doubles; out_of_range where the sum is larger
inline SignFlip sign_flip_exact(std::span<const double> differences, const ExactCost& cost = {}) {
    return detail::sign_flip_exact(detail::given_differences(differences), cost);
}
/// Of post - pre.
inline SignFlip sign_flip_exact(std::span<const double> pre, std::span<const double> post,
                                const ExactCost& cost = {}) {
    return detail::sign_flip_exact(detail::paired_differences(pre, post), cost);
}

/// p = (b + 1) / (B + 1) of B random flips, with an interval for the exact p.
inline SignFlip sign_flip_monte_carlo(std::span<const double> differences,
                                      const SignFlipOptions& options = {}) {
    return detail::sign_flip_monte_carlo(detail::given_differences(differences), options);
}
/// Of post - pre.
inline SignFlip sign_flip_monte_carlo(std::span<const double> pre, std::span<const double> post,
                                      const SignFlipOptions& options = {}) {
    return detail::sign_flip_monte_carlo(detail::paired_differences(pre, post), options);
}

}  // namespace eczscore::stats
