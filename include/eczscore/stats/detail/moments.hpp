// SPDX-License-Identifier: BSL-1.0
// Means, variances and products: compensated for doubles, exact for whole numbers of steps.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/exact.hpp"
#include "eczscore/core/int128.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// A sum that carries its own rounding error (Neumaier 1974).
class Sum {
public:
    void add(double value) {
        const double next = high_ + value;
        low_ +=
            std::abs(high_) >= std::abs(value) ? (high_ - next) + value : (value - next) + high_;
        high_ = next;
    }
    double value() const { return high_ + low_; }
    /// The sum divided by n, with the remainder of the division put back: the mean of equal values
    /// is that value. NaN for n = 0.
    double over(double n) const {
        if (n == 0.0) return not_a_number;
        const double quotient = high_ / n;
        return quotient + (std::fma(-quotient, n, high_) + low_) / n;
    }

private:
    double high_ = 0.0;
    double low_ = 0.0;
};

/// Mean and sum of squared deviations from it.
struct Moments {
    std::size_t n = 0;
    double mean = not_a_number;
    double squares = not_a_number;  ///< sum of (x - mean)^2

    double variance() const { return n < 2 ? not_a_number : squares / static_cast<double>(n - 1); }
    double sd() const { return std::sqrt(variance()); }
    double se() const { return std::sqrt(variance() / static_cast<double>(n)); }
};

/// Two passes; no value may be missing.
inline Moments moments(std::span<const double> values) {
    if (values.empty()) return {};
    const auto n = static_cast<double>(values.size());
    Sum sum;
    for (const double value : values) sum.add(value);
    const double mean = sum.over(n);
    Sum deviations;
    Sum squares;
    for (const double value : values) {
        const double deviation = value - mean;
        deviations.add(deviation);
        squares.add(deviation * deviation);
    }
    const double rest = deviations.value();
    return {values.size(), mean, squares.value() - rest * rest / n};
}

/// Moments of two columns together.
struct PairMoments {
    std::size_t n = 0;
    Moments x{};
    Moments y{};
    double products = not_a_number;  ///< sum of (x - mean x)(y - mean y)

    double covariance() const {
        return n < 2 ? not_a_number : products / static_cast<double>(n - 1);
    }
    /// Pearson's r; NaN where a column does not vary.
    double correlation() const {
        const double spread = std::sqrt(x.squares) * std::sqrt(y.squares);
        return spread > 0.0 ? products / spread : not_a_number;
    }
};

/// Both columns have the same length and no missing value.
inline PairMoments pair_moments(std::span<const double> x, std::span<const double> y) {
    PairMoments both{x.size(), moments(x), moments(y)};
    if (x.empty()) return both;
    Sum products;
    for (std::size_t i = 0; i < x.size(); ++i) {
        products.add((x[i] - both.x.mean) * (y[i] - both.y.mean));
    }
    both.products = products.value();
    return both;
}

using eczscore::detail::Int128;
using eczscore::detail::nearest_double;
using eczscore::detail::UInt128;

/// Exact sums of whole numbers of steps: the same whatever the order, and added to merge. Room for
/// 2^31 values below 2^31 in size.
struct StepMoments {
    std::int64_t n = 0;
    Int128 sum = 0;
    Int128 sum_squares = 0;

    void add(std::int64_t count) {
        ++n;
        sum += count;
        sum_squares += Int128{count} * count;
    }
    void add(const StepMoments& other) {
        n += other.n;
        sum += other.sum;
        sum_squares += other.sum_squares;
    }
    /// n times the sum of squared deviations, in steps: exactly 0 where all values are equal.
    Int128 n_squares() const { return n * sum_squares - sum * sum; }

    /// Correctly rounded. per_unit  steps in 1
    double mean(int per_unit = 1) const {
        return n == 0 ? not_a_number : nearest_double(sum, Int128{n} * per_unit);
    }
    double variance(int per_unit = 1) const {
        if (n < 2) return not_a_number;
        return nearest_double(n_squares(), Int128{n} * (n - 1) * per_unit * per_unit);
    }
    double sd(int per_unit = 1) const { return std::sqrt(variance(per_unit)); }
};

inline StepMoments step_moments(std::span<const std::int64_t> counts) {
    StepMoments all;
    for (const std::int64_t count : counts) all.add(count);
    return all;
}

}  // namespace eczscore::stats::detail
