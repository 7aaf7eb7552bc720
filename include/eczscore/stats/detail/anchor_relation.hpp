// SPDX-License-Identifier: BSL-1.0
// How change and anchor go together: Pearson and Spearman correlations with their limits.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// Pearson's r of the mid-ranks, in whole numbers up to the last division; NaN where a list does
/// not vary. Both lists have the same length and no missing value.
inline double spearman(std::span<const double> x, std::span<const double> y) {
    const DoubledRanks a = doubled_ranks(x);
    const DoubledRanks b = doubled_ranks(y);
    const auto centre = static_cast<std::int64_t>(x.size()) + 1;  // twice the mean rank
    Int128 products = 0;
    Int128 of_x = 0;
    Int128 of_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::int64_t u = static_cast<std::int64_t>(a.twice[i]) - centre;
        const std::int64_t v = static_cast<std::int64_t>(b.twice[i]) - centre;
        products += Int128{u} * v;
        of_x += Int128{u} * u;
        of_y += Int128{v} * v;
    }
    if (of_x == 0 || of_y == 0) return not_a_number;
    if (of_x == of_y) return nearest_double(products, of_x);
    return static_cast<double>(products) /
           (std::sqrt(static_cast<double>(of_x)) * std::sqrt(static_cast<double>(of_y)));
}

/// A correlation with limits on Fisher's z scale. `spread` is the variance of z times n - 3.
inline Estimate correlation_estimate(double r, double spread, std::size_t n, std::size_t missing,
                                     double confidence_level, Text method) {
    Estimate of;
    of.n = n;
    of.missing = missing;
    of.method = of.ci.method = method;
    of.ci.confidence_level = confidence_level;
    if (n < 2) return of;
    of.estimate = r;
    if (std::isnan(r)) {
        of.state = of.ci.state = State::zero_variance;
        return of;
    }
    if (n < 4) return of;  // the limits need n - 3
    if (!is_level(confidence_level)) {
        of.state = of.ci.state = State::invalid_argument;
        return of;
    }
    if (std::abs(r) >= 1.0) {
        of.ci.lower = of.ci.upper = of.estimate = std::copysign(1.0, r);
        of.state = of.ci.state = State::boundary;
        return of;
    }
    const double z = std::atanh(r);
    const double se = std::sqrt(spread / static_cast<double>(n - 3));
    const double half = normal_quantile_upper((1.0 - confidence_level) / 2.0) * se;
    of.se = (1.0 - r * r) * se;  // of r, by the delta method
    of.statistic = z / se;
    of.p = normal_two_sided(of.statistic);
    of.ci.lower = std::tanh(z - half);
    of.ci.upper = std::tanh(z + half);
    of.state = of.ci.state = State::ok;
    return of;
}

}  // namespace eczscore::stats::detail
