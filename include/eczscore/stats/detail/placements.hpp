// SPDX-License-Identifier: BSL-1.0
// Two expected distributions over the same values: how likely one value exceeds another, and how
// much the places of one group among the other vary.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"

namespace eczscore::stats {

/// Shares of the values in ascending order, such as the grades of an IGA; each list adds up to 1.
struct OrdinalDesign {
    std::vector<double> first;
    std::vector<double> second;

    /// Shares and sizes can be: each share is 0 or more, and they add up to 1.
    bool is_valid() const {
        if (first.size() != second.size() || first.size() < 2) return false;
        double sums[2] = {0.0, 0.0};
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (!(first[i] >= 0.0) || !(second[i] >= 0.0)) return false;
            sums[0] += first[i];
            sums[1] += second[i];
        }
        return std::abs(sums[0] - 1.0) <= 1e-9 && std::abs(sums[1] - 1.0) <= 1e-9;
    }
};

/// What pilot data, or made-up data, say about the distributions. Missing values are left out.
inline OrdinalDesign ordinal_design(std::span<const double> first, std::span<const double> second) {
    std::vector<double> a = detail::complete(first).values;
    std::vector<double> b = detail::complete(second).values;
    const double scale = std::max(detail::largest_size(a), detail::largest_size(b));
    detail::put_decimals(a, scale);
    detail::put_decimals(b, scale);
    std::vector<double> values(a);
    values.insert(values.end(), b.begin(), b.end());
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    const auto shares = [&](const std::vector<double>& sample) {
        std::vector<double> all(values.size(), 0.0);
        for (const double value : sample) {
            const auto at = std::lower_bound(values.begin(), values.end(), value) - values.begin();
            all[static_cast<std::size_t>(at)] += 1.0 / static_cast<double>(sample.size());
        }
        return all;
    };
    return {shares(a), shares(b)};
}

namespace detail {

/// P(X <= x) less half of P(X = x), at each value.
inline std::vector<double> middle_cdf(std::span<const double> shares) {
    std::vector<double> at(shares.size());
    double below = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        at[i] = below + shares[i] / 2.0;
        below += shares[i];
    }
    return at;
}

/// Mean and variance of `value` where its values have these shares.
struct MeanVariance {
    double mean = 0.0;
    double variance = 0.0;
};
inline MeanVariance mean_variance(std::span<const double> value, std::span<const double> shares) {
    Sum mean;
    for (std::size_t i = 0; i < value.size(); ++i) mean.add(shares[i] * value[i]);
    Sum variance;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const double away = value[i] - mean.value();
        variance.add(shares[i] * away * away);
    }
    return {mean.value(), variance.value()};
}

struct GroupPlacements {
    double p_x_greater = not_a_number;  ///< P(first > second) + P(equal)/2
    double of_first = not_a_number;     ///< variance of the first group's places in the second
    double of_second = not_a_number;    ///< and the other way round
};

inline GroupPlacements placements(const OrdinalDesign& of) {
    const std::vector<double> in_first = middle_cdf(of.first);
    const std::vector<double> in_second = middle_cdf(of.second);
    const MeanVariance first = mean_variance(in_second, of.first);
    return {first.mean, first.variance, mean_variance(in_first, of.second).variance};
}

/// Variance of the places in both groups together, of which the first is the share t: what the
/// rank-sum test takes under its hypothesis (1/12 without ties).
inline double pooled_placement_variance(const OrdinalDesign& of, double t) {
    std::vector<double> both(of.first.size());
    for (std::size_t i = 0; i < both.size(); ++i) {
        both[i] = t * of.first[i] + (1.0 - t) * of.second[i];
    }
    return mean_variance(middle_cdf(both), both).variance;
}

}  // namespace detail
}  // namespace eczscore::stats
