// SPDX-License-Identifier: BSL-1.0
// Limits of agreement of two measurements: exact intervals, approximate ones, proportional bias.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How wide the limits of agreement are, and how sure.
struct BlandAltmanOptions {
    double coverage = 0.95;          ///< share of differences that the limits hold
    double confidence_level = 0.95;  ///< of the intervals
};

/// One limit of agreement with its intervals.
struct AgreementLimit {
    double value = not_a_number;
    Interval exact{};        ///< by the noncentral t (Carkeet 2015)
    Interval approximate{};  ///< value -+ t se_1999 (Bland & Altman 1999)
};

/// What two lists have besides their differences.
struct ProportionalBias {
    Estimate slope{};  ///< of the difference on the mean of the two, with its t test
    double intercept = not_a_number;
};

/// Bias and limits of agreement between two methods, in the units of the data.
struct BlandAltman {
    Estimate bias{};  ///< mean of first - second, t interval
    double sd = not_a_number;
    AgreementLimit lower{};
    AgreementLimit upper{};
    double lower_factor = not_a_number;   ///< the exact limits are bias + factor x sd ...
    double upper_factor = not_a_number;   ///< ... and the mirror image
    double se_1999 = not_a_number;        ///< of a limit: sd sqrt(1/n + z^2 / (2(n-1)))
    double se_simple = not_a_number;      ///< of a limit: sd sqrt(3/n), Bland & Altman 1986
    double within_sd = not_a_number;      ///< sqrt(sum of squared differences / (2n))
    double repeatability = not_a_number;  ///< z sqrt(2) within_sd
    ProportionalBias proportional{};
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

namespace detail {

/// The value q with P(T <= q) = p of a noncentral t, by the smaller tail.
inline double noncentral_t_quantile(double p, double df, double ncp) {
    const auto f = [&](double q) {
        return p <= 0.5 ? p - noncentral_t_cdf(q, df, ncp)
                        : noncentral_t_sf(q, df, ncp) - (1.0 - p);
    };
    return falling_root(f, ncp, 1.0 + std::abs(ncp) / std::sqrt(df));
}

inline Interval agreement_interval(double lower, double upper, double confidence_level, Text method,
                                   State state) {
    Interval interval;
    interval.lower = lower;
    interval.upper = upper;
    interval.confidence_level = confidence_level;
    interval.method = method;
    interval.state = state;
    return interval;
}

inline void set_limits_of_agreement(BlandAltman& of, const BlandAltmanOptions& options) {
    const auto n = static_cast<double>(of.n);
    const double bias = of.bias.estimate;
    const double z = normal_quantile_upper((1.0 - options.coverage) / 2.0);
    const double tail = (1.0 - options.confidence_level) / 2.0;
    of.lower.value = bias - z * of.sd;
    of.upper.value = bias + z * of.sd;
    of.se_simple = std::sqrt(3.0 / n) * of.sd;
    of.se_1999 = std::sqrt(1.0 / n + z * z / (2.0 * (n - 1.0))) * of.sd;
    const double root = std::sqrt(n);
    of.lower_factor = noncentral_t_quantile(tail, n - 1.0, z * root) / root;
    of.upper_factor = noncentral_t_quantile(1.0 - tail, n - 1.0, z * root) / root;
    const double near = of.lower_factor * of.sd;
    const double far = of.upper_factor * of.sd;
    const double half = t_quantile_upper(tail, n - 1.0) * of.se_1999;
    const double confidence_level = options.confidence_level;
    const Text exact = "noncentral t, Carkeet 2015";
    const Text rough = "Bland and Altman 1999";
    of.upper.exact = agreement_interval(bias + near, bias + far, confidence_level, exact, of.state);
    of.lower.exact = agreement_interval(bias - far, bias - near, confidence_level, exact, of.state);
    of.upper.approximate = agreement_interval(of.upper.value - half, of.upper.value + half,
                                              confidence_level, rough, State::approximate);
    of.lower.approximate = agreement_interval(of.lower.value - half, of.lower.value + half,
                                              confidence_level, rough, State::approximate);
}

/// Ordinary least squares of the differences on the means.
inline ProportionalBias proportional_bias(std::span<const double> means,
                                          std::span<const double> differences, double largest,
                                          double confidence_level) {
    const PairMoments of = pair_moments(means, differences);
    ProportionalBias result;
    Estimate& slope = result.slope;
    slope.method = "difference on mean, least squares";
    slope.n = of.n;
    slope.ci.confidence_level = confidence_level;
    slope.ci.method = "t";
    if (of.n < 2) return result;
    if (without_noise(of.x.squares, of.n, largest) == 0.0) {
        slope.state = slope.ci.state = State::zero_variance;
        return result;
    }
    slope.estimate = of.products / of.x.squares;
    result.intercept = of.y.mean - slope.estimate * of.x.mean;
    if (of.n < 3) return result;  // two points: a line without a residual
    slope.df = static_cast<double>(of.n - 2);
    Sum residuals;
    for (std::size_t i = 0; i < of.n; ++i) {
        const double rest = differences[i] - of.y.mean - slope.estimate * (means[i] - of.x.mean);
        residuals.add(rest * rest);
    }
    const double squares = without_noise(residuals.value(), of.n, largest);
    slope.se = std::sqrt(squares / slope.df / of.x.squares);
    const double half = t_quantile_upper((1.0 - confidence_level) / 2.0, slope.df) * slope.se;
    slope.ci.lower = slope.estimate - half;
    slope.ci.upper = slope.estimate + half;
    slope.state = slope.ci.state = squares > 0.0 ? State::ok : State::boundary;
    require_level(slope.ci);
    if (!(squares > 0.0)) return result;
    slope.statistic = slope.estimate / slope.se;
    slope.p = t_two_sided(slope.statistic, slope.df);
    return result;
}

}  // namespace detail

/// From the differences' number, mean and standard deviation. What needs the pairs stays NaN.
inline BlandAltman bland_altman(std::size_t n, double mean, double sd,
                                const BlandAltmanOptions& options = {}) {
    BlandAltman result;
    result.n = n;
    result.sd = n < 2 ? not_a_number : sd;
    Estimate& bias = result.bias;
    bias.method = "mean difference, first - second";
    bias.n = n;
    bias.ci.confidence_level = options.confidence_level;
    bias.ci.method = "t";
    if (n == 0) return result;
    bias.estimate = mean;
    if (n < 2) return result;
    if (!(sd >= 0.0) || !detail::is_level(options.confidence_level) ||
        !detail::is_level(options.coverage)) {
        result.state = bias.state = bias.ci.state = State::invalid_argument;
        return result;
    }
    bias.se = sd / std::sqrt(static_cast<double>(n));
    bias.df = static_cast<double>(n - 1);
    const double half =
        detail::t_quantile_upper((1.0 - options.confidence_level) / 2.0, bias.df) * bias.se;
    bias.ci.lower = mean - half;
    bias.ci.upper = mean + half;
    result.state = bias.state = bias.ci.state = bias.se > 0.0 ? State::ok : State::zero_variance;
    if (bias.se > 0.0) {
        bias.statistic = mean / bias.se;
        bias.p = detail::t_two_sided(bias.statistic, bias.df);
    }
    detail::set_limits_of_agreement(result, options);
    return result;
}

/// Two measurements of the same patients, one pair per patient (with several pairs per patient the
/// limits are too narrow: see `bland_altman_repeated`).
/// first, second  NaN is missing; the difference is first - second
/// states         `too_few` below 2 pairs; `zero_variance`: all differences are equal, so that bias
///                and limits coincide. Of the slope: `too_few` below 3 pairs, `zero_variance` where
///                all means are equal, `boundary` where all points lie on the line.
///                `invalid_argument`: a level or a coverage outside (0, 1), an SD below 0
/// source         Bland & Altman 1986, 1999; Carkeet 2015
inline BlandAltman bland_altman(std::span<const double> first, std::span<const double> second,
                                const BlandAltmanOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(first, second);
    std::vector<double> differences(pairs.size());
    std::vector<double> means(pairs.size());
    detail::Sum squares;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        differences[i] = pairs.first[i] - pairs.second[i];
        means[i] = (pairs.first[i] + pairs.second[i]) / 2.0;
        squares.add(differences[i] * differences[i]);
    }
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    detail::Moments of = detail::moments(differences);
    of.squares = detail::without_noise(of.squares, of.n, largest);
    BlandAltman result = bland_altman(of.n, of.mean, of.sd(), options);
    result.missing = result.bias.missing = pairs.missing;
    result.proportional =
        detail::proportional_bias(means, differences, largest, options.confidence_level);
    result.proportional.slope.missing = pairs.missing;
    if (of.n == 0) return result;
    const double z = detail::normal_quantile_upper((1.0 - options.coverage) / 2.0);
    result.within_sd = std::sqrt(squares.value() / (2.0 * static_cast<double>(of.n)));
    result.repeatability = z * std::sqrt(2.0) * result.within_sd;
    return result;
}

}  // namespace eczscore::stats
