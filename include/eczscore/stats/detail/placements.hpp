// SPDX-License-Identifier: BSL-1.0
// Two expected distributions over the same values: how likely one value exceeds another, and how
// much the places of one group among the other vary.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/types/ordinal_design.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

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

}  // namespace eczscore::stats::detail
