// SPDX-License-Identifier: BSL-1.0
// Bootstrap of a mean, a median or any statistic, the same for any number of threads.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/bootstrap_interval.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/in_shares.hpp"
#include "eczscore/stats/detail/median_draws.hpp"
#include "eczscore/stats/detail/resample.hpp"
#include "eczscore/stats/types/bootstrap.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

namespace detail {

/// Sorted, so that the order in which values were given changes no bit; whole steps where there
/// are any, so that equal means are equal.
struct MeanTable {
    std::vector<double> values;     ///< steps, or values
    double unit = 1.0;              ///< steps in 1
    std::vector<double> squares{};  ///< for bootstrap-t
    double margin = 0.0;

    MeanTable(const Differences& differences, bool studentized)
        : values(differences.counted()), unit(differences.unit()) {
        std::sort(values.begin(), values.end());
        if (!differences.has_steps() && !values.empty()) {
            margin = 1e-13 * std::max(std::abs(values.front()), std::abs(values.back()));
        }
        if (!studentized) return;
        // About the mean nothing cancels; about a whole number near it steps stay exact.
        const double mean = moments(std::span<const double>(values)).mean;
        shift = differences.has_steps() ? std::round(mean) : mean;
        squares.reserve(values.size());
        for (double& value : values) value -= shift;
        for (const double value : values) squares.push_back(value * value);
    }
    double shift = 0.0;
    double mean_of(double sum) const {
        const auto n = static_cast<double>(values.size());
        return (sum + n * shift) / (n * unit);
    }
    /// Standard error of a mean with the divisor n, as in boot's examples. What is left of the
    /// squares by rounding alone, where one value was drawn n times, is no variance.
    double error_of(double sum, double square_sum) const {
        const auto n = static_cast<double>(values.size());
        const double squared = square_sum - sum * sum / n;
        return squared > 1e-13 * square_sum ? std::sqrt(squared / n / n) / unit : 0.0;
    }
};

/// Replicates first, first + 1 ... of the mean into `means`, and their errors where asked.
inline void mean_replicates(const MeanTable& table, ResampleSource source, std::uint64_t first,
                            std::span<double> means, std::span<double> errors,
                            std::size_t lanes = resample_lanes()) {
    resample_sums(source, first, table.values, table.squares, means, errors, lanes);
    for (std::size_t r = 0; r < means.size(); ++r) {
        if (!errors.empty()) errors[r] = table.error_of(means[r], errors[r]);
        means[r] = table.mean_of(means[r]);
    }
}

inline Bootstrap bootstrap_start(std::size_t n, std::size_t missing, Text method) {
    Bootstrap result;
    result.n = n;
    result.missing = missing;
    result.method = method;
    return result;
}

inline constexpr std::size_t most_resampled = 0xFFFFFFFFu;

inline Bootstrap bootstrap_mean(const Differences& differences, const BootstrapOptions& options) {
    Bootstrap result =
        bootstrap_start(differences.size(), differences.missing, "bootstrap of the mean");
    if (result.n < 2 || result.n > most_resampled) return result;
    const Moments m = moments(differences);
    result.estimate = m.mean;
    if (is_out_of_range(m)) return without_intervals(result, State::out_of_range, options);
    if (is_constant(m)) return without_intervals(result, State::zero_variance, options);
    const MeanTable table(differences, options.studentized);
    std::vector<double> means(options.replicates);
    std::vector<double> errors(options.studentized ? options.replicates : 0);
    in_shares(means.size(), options.threads, [&](std::size_t first, std::size_t end) {
        const auto share = [&](std::vector<double>& of) {
            return of.empty() ? std::span<double>() : std::span(of).subspan(first, end - first);
        };
        mean_replicates(table, {options.seed, options.stream}, first, share(means), share(errors));
    });
    double sum = 0.0;
    double squares = 0.0;
    for (const double value : table.values) sum += value;
    for (const double square : table.squares) squares += square;
    result.estimate = table.mean_of(sum);  // as the replicates are computed
    std::vector<double> u(table.values);
    for (double& value : u) value -= sum / static_cast<double>(result.n);
    BootstrapParts parts;
    parts.acceleration = acceleration_of(u);
    parts.margin = options.ties == BootstrapTies::half ? table.margin : 0.0;
    parts.errors = errors;
    parts.error = table.error_of(sum, squares);
    put_intervals(result, std::move(means), parts, options);
    return result;
}

inline double median_of_sorted(std::span<const double> x) {
    const std::size_t half = x.size() / 2;
    return x.size() % 2 == 1 ? x[half] : (x[half - 1] + x[half]) / 2.0;
}

/// Leaving one out gives at most three different medians, each as often as counted here.
inline double median_acceleration(std::span<const double> x) {
    const std::size_t half = x.size() / 2;
    std::vector<double> left_out(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x.size() % 2 == 0) {
            left_out[i] = i < half ? x[half] : x[half - 1];
        } else {
            const double low = i < half ? x[half] : x[half - 1];
            const double high = i > half ? x[half] : x[half + 1];
            left_out[i] = (low + high) / 2.0;
        }
    }
    return jackknife_acceleration(std::move(left_out));
}

inline Bootstrap bootstrap_median(Differences differences, const BootstrapOptions& options) {
    Bootstrap result = bootstrap_start(differences.size(), differences.missing,
                                       "bootstrap of the median, drawn as order statistics");
    if (result.n < 2) return result;
    std::vector<double>& x = differences.values;
    std::sort(x.begin(), x.end());
    result.estimate = median_of_sorted(x);
    if (x.front() == x.back()) return without_intervals(result, State::zero_variance, options);
    const MedianDraws draws(x);
    std::vector<double> medians(options.replicates);
    in_shares(medians.size(), options.threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t r = first; r < end; ++r) {
            medians[r] = draws.draw({options.seed, options.stream}, r);
        }
    });
    BootstrapParts parts;
    parts.acceleration = median_acceleration(x);
    put_intervals(result, std::move(medians), parts, options);
    return result;
}

}  // namespace detail

/// The mean difference. Replicate r is the mean of n draws whose indices depend on seed, stream and
/// r alone; equal means count as ties because steps add up exactly. O(n B).
inline Bootstrap bootstrap_mean(std::span<const double> differences,
                                const BootstrapOptions& options = {}) {
    return detail::bootstrap_mean(detail::given_differences(differences), options);
}
/// Of post - pre.
inline Bootstrap bootstrap_mean(std::span<const double> pre, std::span<const double> post,
                                const BootstrapOptions& options = {}) {
    return detail::bootstrap_mean(detail::paired_differences(pre, post), options);
}

/// The median difference. A replicate draws the places of the middle observations from their
/// distribution instead of n observations: O(n log n + B).
inline Bootstrap bootstrap_median(std::span<const double> differences,
                                  const BootstrapOptions& options = {}) {
    return detail::bootstrap_median(detail::given_differences(differences), options);
}
/// Of post - pre.
inline Bootstrap bootstrap_median(std::span<const double> pre, std::span<const double> post,
                                  const BootstrapOptions& options = {}) {
    return detail::bootstrap_median(detail::paired_differences(pre, post), options);
}

/// Any statistic of one sample: `statistic(std::span<const double>)` gives a double, and the same
/// one for the same values. Missing values are dropped; the rest is sorted first. B + n + 1 calls,
/// with more than one thread several at once, and then none may throw.
/// Replicates for which it is not finite are left out, with State::approximate.
template <class Statistic>
Bootstrap bootstrap_statistic(std::span<const double> values, const Statistic& statistic,
                              const BootstrapOptions& options = {}) {
    detail::Sample sample = detail::complete(values);
    const std::size_t n = sample.values.size();
    Bootstrap result = detail::bootstrap_start(n, sample.missing, "bootstrap of a statistic");
    if (n < 2 || n > detail::most_resampled) return result;
    std::vector<double>& x = sample.values;
    std::sort(x.begin(), x.end());
    result.estimate = statistic(std::span<const double>(x));
    if (x.front() == x.back()) {
        const bool defined = std::isfinite(result.estimate);
        return detail::without_intervals(
            result, defined ? State::zero_variance : State::undefined_ratio, options);
    }
    std::vector<double> resample(n);
    std::vector<double> left_out(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto gap = x.begin() + static_cast<std::ptrdiff_t>(i);
        std::copy(gap + 1, x.end(), std::copy(x.begin(), gap, resample.begin()));
        left_out[i] = statistic(std::span<const double>(resample).first(n - 1));
    }
    std::vector<double> replicates(options.replicates);
    detail::in_shares(replicates.size(), options.threads, [&](std::size_t first, std::size_t end) {
        std::vector<std::uint32_t> indices(n);
        std::vector<double> drawn(n);
        for (std::size_t r = first; r < end; ++r) {
            detail::resample_indices({options.seed, options.stream}, r,
                                     static_cast<std::uint32_t>(n), indices);
            for (std::size_t i = 0; i < n; ++i) drawn[i] = x[indices[i]];
            replicates[r] = statistic(std::span<const double>(drawn));
        }
    });
    detail::BootstrapParts parts;
    parts.acceleration = detail::jackknife_acceleration(std::move(left_out));
    if (options.ties == BootstrapTies::half) parts.margin = 1e-13 * std::abs(result.estimate);
    std::vector<double> no_errors;
    const std::size_t undefined = detail::drop_undefined(replicates, no_errors);
    detail::put_intervals(result, std::move(replicates), parts, options);
    if (undefined > 0 && result.state == State::ok) result.state = State::approximate;
    return result;
}

/// Replicates that were made elsewhere.
struct GivenReplicates {
    double estimate = not_a_number;  ///< of the sample itself
    std::span<const double> values{};
    double acceleration = not_a_number;
    std::span<const double>
        errors{};                 ///< the standard error of each, for bootstrap-t; may be empty
    double error = not_a_number;  ///< that of the estimate
};

/// The intervals of replicates that were made elsewhere. What is not finite among them is left out,
/// with State::approximate.
inline Bootstrap bootstrap_intervals(const GivenReplicates& given,
                                     const BootstrapOptions& options = {}) {
    Bootstrap result = detail::bootstrap_start(0, 0, "given bootstrap replicates");
    result.estimate = given.estimate;
    detail::BootstrapParts parts;
    parts.acceleration = given.acceleration;
    parts.error = given.error;
    std::vector<double> kept(given.values.begin(), given.values.end());
    std::vector<double> kept_errors;
    if (given.errors.size() == given.values.size()) {
        kept_errors.assign(given.errors.begin(), given.errors.end());
    }
    const std::size_t undefined = detail::drop_undefined(kept, kept_errors);
    parts.errors = kept_errors;
    detail::put_intervals(result, std::move(kept), parts, options);
    if (undefined > 0 && result.state == State::ok) result.state = State::approximate;
    return result;
}

}  // namespace eczscore::stats
