// SPDX-License-Identifier: BSL-1.0
// Lin's concordance correlation coefficient: how near pairs are to the line of equality.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Lin's concordance correlation, from -1 to 1, and its parts.
struct Concordance {
    Estimate ccc{};  ///< variances with divisor n (Lin 1989), Fisher's z interval
    double ccc_n_minus_1 = not_a_number;    ///< variances with divisor n - 1
    double pearson = not_a_number;          ///< precision
    double bias_correction = not_a_number;  ///< accuracy: ccc / pearson
    double location_shift = not_a_number;   ///< difference of means / sqrt(sd1 sd2), divisor n
    double scale_shift = not_a_number;      ///< sd1 / sd2
    double se_z = not_a_number;             ///< of atanh(ccc)
};

namespace detail {

/// Variance of atanh(ccc) by Lin 1989 as corrected in 2000. `u` is the location shift.
inline double concordance_z_variance(double ccc, double r, double u, double n) {
    const double c2 = ccc * ccc;
    const double r2 = r * r;
    const double rest = 1.0 - c2;
    const double u2 = u * u;
    return ((1.0 - r2) * c2 / (rest * r2) + 2.0 * c2 * ccc * (1.0 - ccc) * u2 / (r * rest * rest) -
            c2 * c2 * u2 * u2 / (2.0 * r2 * rest * rest)) /
           (n - 2.0);
}

}  // namespace detail

/// first, second  NaN is missing. Shape: one pair per patient.
/// states         `zero_variance`: a list does not vary (the coefficient is 0 then, or undefined
///                where both are constant and equal); `too_few`: below 3 pairs there is no
///                interval (the coefficient is given from 2); `boundary`: perfect agreement, the
///                interval is a point; `undefined_ratio`: Pearson's r is 0 and with it the
///                variance 0/0, no interval; `invalid_argument`, of the interval: a level outside
///                (0, 1)
/// source         Lin 1989, Biometrics 45:255, corrected 2000, 56:324
inline Concordance concordance(std::span<const double> first, std::span<const double> second,
                               const IntervalOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(first, second);
    detail::PairMoments of = detail::pair_moments(pairs.first, pairs.second);
    Concordance result;
    Estimate& ccc = result.ccc;
    ccc.method = "Lin's concordance, divisor n";
    ccc.n = of.n;
    ccc.missing = pairs.missing;
    ccc.ci.confidence_level = options.confidence_level;
    ccc.ci.method = "Fisher z, Lin 1989 and 2000";
    if (of.n < 2) return result;
    const auto n = static_cast<double>(of.n);
    of.x.squares = detail::without_noise(of.x.squares, of.n, detail::largest_size(pairs.first));
    of.y.squares = detail::without_noise(of.y.squares, of.n, detail::largest_size(pairs.second));
    const double shift = of.x.mean - of.y.mean;
    const double both = of.x.squares + of.y.squares;
    if (both + shift * shift == 0.0) {
        ccc.state = ccc.ci.state = State::zero_variance;
        return result;
    }
    const bool is_flat = of.x.squares == 0.0 || of.y.squares == 0.0;
    const double products = is_flat ? 0.0 : of.products;
    ccc.estimate = 2.0 * products / (both + n * shift * shift);
    result.ccc_n_minus_1 = 2.0 * products / (both + (n - 1.0) * shift * shift);
    if (is_flat) {
        ccc.state = ccc.ci.state = State::zero_variance;
        return result;
    }
    const double r = std::clamp(of.correlation(), -1.0, 1.0);
    result.pearson = r;
    result.bias_correction = r == 0.0 ? not_a_number : ccc.estimate / r;
    result.location_shift =
        detail::quotient(shift, std::sqrt(std::sqrt(of.x.squares) * std::sqrt(of.y.squares) / n));
    result.scale_shift = std::sqrt(of.x.squares / of.y.squares);
    if (of.n < 3) return result;
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    detail::Sum apart;
    for (std::size_t i = 0; i < of.n; ++i) {
        const double gap = pairs.first[i] - pairs.second[i];
        apart.add(gap * gap);
    }
    if (detail::without_noise(apart.value(), of.n, largest) == 0.0) {
        ccc.estimate = result.ccc_n_minus_1 = ccc.ci.lower = ccc.ci.upper = 1.0;
        ccc.state = ccc.ci.state = State::boundary;
        return result;
    }
    const bool has_variance = r * r > 0.0 && std::abs(ccc.estimate) < 1.0;
    const double variance =
        has_variance ? detail::concordance_z_variance(ccc.estimate, r, result.location_shift, n)
                     : not_a_number;
    if (!(variance >= 0.0)) {
        ccc.state = ccc.ci.state = State::undefined_ratio;
        return result;
    }
    result.se_z = std::sqrt(variance);
    ccc.se = (1.0 - ccc.estimate * ccc.estimate) * result.se_z;
    const double half =
        detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0) * result.se_z;
    const double z = std::atanh(ccc.estimate);
    ccc.ci.lower = std::tanh(z - half);
    ccc.ci.upper = std::tanh(z + half);
    ccc.state = ccc.ci.state = State::ok;
    detail::require_level(ccc.ci);
    return result;
}

}  // namespace eczscore::stats
