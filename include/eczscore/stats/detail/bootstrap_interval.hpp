// SPDX-License-Identifier: BSL-1.0
// From bootstrap replicates to intervals: percentile, basic, normal, BCa and studentised.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/bootstrap.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// Order statistics of a list on request: each selects within the parts that earlier ones left.
class Ordered {
public:
    explicit Ordered(std::vector<double> values) : values_(std::move(values)) {
        cuts_ = {0, values_.size()};
    }
    std::size_t size() const { return values_.size(); }

    /// The k-th smallest, 1 <= k <= size().
    double at(std::size_t k) {
        const std::size_t place = k - 1;
        const auto above = std::upper_bound(cuts_.begin(), cuts_.end(), place);
        const std::size_t first = *(above - 1);
        const std::size_t last = *above;
        const auto begin = values_.begin();
        const auto from = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
        if (last - first > 1) {
            std::nth_element(from(first), from(place), from(last));
            for (const std::size_t cut : {place, place + 1}) {
                const auto where = std::lower_bound(cuts_.begin(), cuts_.end(), cut);
                if (*where != cut) cuts_.insert(where, cut);
            }
        }
        return values_[place];
    }

private:
    std::vector<double> values_;
    std::vector<std::size_t> cuts_;  ///< whatever is before a cut is no larger than what follows
};

inline std::array<Interval*, 5> intervals_of(Bootstrap& of) {
    return {&of.percentile, &of.basic, &of.normal, &of.bca, &of.studentized};
}

/// There is no interval, for the reason that `state` says. Values that are all equal have no error.
inline Bootstrap without_intervals(Bootstrap result, State state, const BootstrapOptions& options) {
    result.state = state;
    if (state == State::zero_variance) result.bias = result.se = 0.0;
    for (Interval* each : intervals_of(result)) {
        each->confidence_level = options.confidence_level;
        each->state = state;
    }
    return result;
}

/// A quantile, and whether it lay beyond the outermost replicates, one of which it then is.
struct ReplicateQuantile {
    double value = not_a_number;
    bool is_extreme = false;
};
inline ReplicateQuantile replicate_quantile(Ordered& replicates, double p, BootstrapQuantile rule) {
    const auto b = static_cast<double>(replicates.size());
    double rank = rule == BootstrapQuantile::linear ? 1.0 + (b - 1.0) * p : (b + 1.0) * p;
    if (std::abs(rank - std::round(rank)) <= 1e-10 * b) rank = std::round(rank);
    if (!(rank >= 1.0)) return {replicates.at(1), true};
    if (rank > b) return {replicates.at(replicates.size()), true};
    const auto k = static_cast<std::size_t>(rank);
    const double whole = static_cast<double>(k);
    if (rank == whole) return {replicates.at(k), false};
    const double low = replicates.at(k);
    const double high = replicates.at(k + 1);
    double share = rank - whole;
    if (rule == BootstrapQuantile::normal_scale) {
        const double z = normal_quantile(whole / (b + 1.0));
        const double next = normal_quantile((whole + 1.0) / (b + 1.0));
        share = (normal_quantile(p) - z) / (next - z);
    }
    return {low + share * (high - low), false};
}

inline Interval replicate_interval(Ordered& replicates, double lower_p, double upper_p,
                                   const BootstrapOptions& options, Text method) {
    const ReplicateQuantile lower = replicate_quantile(replicates, lower_p, options.quantile);
    const ReplicateQuantile upper = replicate_quantile(replicates, upper_p, options.quantile);
    Interval interval{lower.value, upper.value, options.confidence_level};
    interval.method = method;
    interval.state = lower.is_extreme || upper.is_extreme ? State::boundary : State::ok;
    return interval;
}

/// a - what is at a: mirrored about half of `sum`, as the basic interval is.
inline Interval mirrored(Interval interval, double sum, Text method) {
    interval.method = method;
    const double lower = sum - interval.upper;
    interval.upper = sum - interval.lower;
    interval.lower = lower;
    return interval;
}

/// Mean and standard deviation about a centre that is near the mean; four sums side by side, always
/// in the same order.
struct Spread {
    double bias = not_a_number;  ///< mean minus centre
    double sd = not_a_number;
};
inline Spread spread_about(std::span<const double> values, double centre) {
    double sums[4] = {};
    double squares[4] = {};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double distance = values[i] - centre;
        sums[i % 4] += distance;
        squares[i % 4] += distance * distance;
    }
    const auto b = static_cast<double>(values.size());
    const double sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    const double square = (squares[0] + squares[1]) + (squares[2] + squares[3]);
    return {sum / b, std::sqrt(std::max(0.0, square - sum * sum / b) / (b - 1.0))};
}

inline double bias_correction(std::span<const double> replicates, double estimate, double margin,
                              BootstrapTies ties) {
    std::size_t below = 0;
    std::size_t equal = 0;
    const double low = estimate - margin;
    const double high = estimate + margin;
    for (const double replicate : replicates) {
        below += replicate < low;
        equal += replicate >= low && replicate <= high;
    }
    const double half = ties == BootstrapTies::half ? 0.5 * static_cast<double>(equal) : 0.0;
    const double share =
        (static_cast<double>(below) + half) / static_cast<double>(replicates.size());
    return normal_quantile(share);
}

/// Efron 1987. Where z0 is infinite, or the acceleration is NaN or too large for the level, the
/// percentile interval with State::boundary.
inline Interval bca_interval(Ordered& replicates, double z0, double a, const Interval& percentile,
                             const BootstrapOptions& options) {
    const double z = normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    const auto adjusted = [&](double quantile) {
        const double shifted = z0 + quantile;
        const double scale = 1.0 - a * shifted;
        return scale > 0.0 ? normal_cdf(z0 + shifted / scale) : not_a_number;
    };
    const double lower = adjusted(-z);
    const double upper = adjusted(z);
    if (std::isfinite(z0) && lower > 0.0 && upper > lower) {
        return replicate_interval(replicates, lower, upper, options, "BCa");
    }
    Interval interval = percentile;
    interval.method = "BCa not defined: percentile";
    interval.state = State::boundary;
    return interval;
}

/// What else the intervals need than the replicates.
struct BootstrapParts {
    double acceleration = not_a_number;
    double margin = 0.0;               ///< replicates this near to the estimate equal it
    std::span<const double> errors{};  ///< standard error of each replicate: bootstrap-t
    double error = not_a_number;       ///< of the estimate
};

inline void put_studentized(Bootstrap& result, std::span<const double> replicates,
                            const BootstrapParts& parts, const BootstrapOptions& options) {
    std::vector<double> pivots;
    pivots.reserve(replicates.size());
    for (std::size_t r = 0; r < replicates.size(); ++r) {
        const double distance = replicates[r] - result.estimate;
        // A resample of one value alone has no error: it lies infinitely far, or nowhere.
        if (parts.errors[r] > 0.0) {
            pivots.push_back(distance / parts.errors[r]);
        } else if (distance != 0.0) {
            pivots.push_back(std::copysign(infinity, distance));
        }
    }
    result.studentized.confidence_level = options.confidence_level;
    result.studentized.method = "bootstrap-t";
    if (pivots.size() < 2) return;
    if (!(parts.error >= 0.0) || !std::isfinite(parts.error)) {
        result.studentized.state =
            std::isnan(parts.error) ? State::not_available : State::invalid_argument;
        return;
    }
    Ordered ordered(std::move(pivots));
    const double tail = (1.0 - options.confidence_level) / 2.0;
    const Interval t = replicate_interval(ordered, tail, 1.0 - tail, options, "");
    result.studentized.lower = result.estimate - t.upper * parts.error;
    result.studentized.upper = result.estimate - t.lower * parts.error;
    result.studentized.state = t.state;
    if (!std::isfinite(t.lower) || !std::isfinite(t.upper)) {
        result.studentized.state = State::boundary;
    }
}

/// Leaves out replicates that are not finite, together with their errors; returns how many.
inline std::size_t drop_undefined(std::vector<double>& replicates, std::vector<double>& errors) {
    std::size_t kept = 0;
    for (std::size_t r = 0; r < replicates.size(); ++r) {
        if (!std::isfinite(replicates[r])) continue;
        replicates[kept] = replicates[r];
        if (!errors.empty()) errors[kept] = errors[r];
        ++kept;
    }
    const std::size_t dropped = replicates.size() - kept;
    replicates.resize(kept);
    if (!errors.empty()) errors.resize(kept);
    return dropped;
}

/// Fills the intervals of `result`, which has its estimate. All replicates are finite.
inline void put_intervals(Bootstrap& result, std::vector<double> replicates,
                          const BootstrapParts& parts, const BootstrapOptions& options) {
    result.replicates = replicates.size();
    result = without_intervals(result, State::too_few, options);
    if (replicates.size() < 2) return;
    if (!is_level(options.confidence_level)) {
        result = without_intervals(result, State::invalid_argument, options);
        return;
    }
    if (!std::isfinite(result.estimate)) {
        result = without_intervals(result, State::undefined_ratio, options);
        return;
    }
    const Spread spread = spread_about(replicates, result.estimate);
    if (!std::isfinite(spread.bias) || !std::isfinite(spread.sd)) {  // beyond the range of double
        result = without_intervals(result, State::out_of_range, options);
        return;
    }
    result.bias = spread.bias;
    result.se = spread.sd;
    result.acceleration = parts.acceleration;
    result.z0 = bias_correction(replicates, result.estimate, parts.margin, options.ties);
    if (!parts.errors.empty()) put_studentized(result, replicates, parts, options);

    Ordered ordered(std::move(replicates));
    const double tail = (1.0 - options.confidence_level) / 2.0;
    const double z = normal_quantile_upper(tail);
    result.percentile = replicate_interval(ordered, tail, 1.0 - tail, options, "percentile");
    result.basic = mirrored(result.percentile, 2.0 * result.estimate, "basic");
    const double centre = result.estimate - result.bias;
    result.normal.lower = centre - z * result.se;
    result.normal.upper = centre + z * result.se;
    result.normal.method = "normal, bias corrected";
    result.normal.state = State::ok;
    result.bca = bca_interval(ordered, result.z0, parts.acceleration, result.percentile, options);
    result.state = State::ok;
}

/// sum u^3 / (6 (sum u^2)^1.5); NaN where nothing varies. Only the proportions of u matter.
inline double acceleration_of(std::span<const double> u) {
    double squares = 0.0;
    double cubes = 0.0;
    for (const double each : u) {
        squares += each * each;
        cubes += each * each * each;
    }
    return squares > 0.0 ? quotient(cubes, 6.0 * squares * std::sqrt(squares)) : not_a_number;
}
/// From the values of a statistic with each observation left out in turn.
inline double jackknife_acceleration(std::vector<double> left_out) {
    double mean = 0.0;
    for (const double each : left_out) mean += each / static_cast<double>(left_out.size());
    for (double& each : left_out) each = mean - each;
    return acceleration_of(left_out);
}

}  // namespace eczscore::stats::detail
