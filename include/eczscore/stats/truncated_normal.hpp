// SPDX-License-Identifier: BSL-1.0
// Mean and standard deviation of a population of which only those beyond a cut-off were seen.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/selected.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Maximum likelihood of a truncated normal distribution.
struct TruncatedNormal {
    double mean = not_a_number;  ///< of the whole population
    double sd = not_a_number;
    double se_mean = not_a_number;
    double se_sd = not_a_number;
    double covariance = not_a_number;  ///< of the two estimates
    Interval mean_ci{};
    Interval sd_ci{};  ///< on the scale of the logarithm
    double log_likelihood = not_a_number;
    double z = not_a_number;  ///< the cut-off in standard deviations from the mean
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t outside = 0;  ///< values on the wrong side, left out
    Text method = "maximum likelihood, truncated normal";
    State state = State::too_few;
};

namespace detail {

/// Ratios M_k / M_(k-1) of the moments of Z - z for Z > z, z >= 1: each is k / (z + the next one).
struct ExcessRatios {
    double first, second, third, fourth;

    double variance() const { return first * (second - first); }
};
inline ExcessRatios excess_ratios(double z) {
    double next = 0.0;
    for (int k = 80 + static_cast<int>(600.0 / (z * z)); k > 4; --k) next = k / (z + next);
    ExcessRatios r{};
    r.fourth = 4.0 / (z + next);
    r.third = 3.0 / (z + r.fourth);
    r.second = 2.0 / (z + r.third);
    r.first = 1.0 / (z + r.second);
    return r;
}
inline constexpr double far_cut_off = 1.0;  ///< from here on the closed forms cancel

/// Mean and variance of Z - z for Z > z.
struct Excess {
    double mean;
    double variance;

    double ratio() const { return variance / (mean * mean); }
};
inline Excess excess_above(double z) {
    if (z > far_cut_off) {
        const ExcessRatios r = excess_ratios(z);
        return {r.first, r.variance()};
    }
    const double mills = inverse_mills(z);
    return {mills - z, 1.0 - mills * (mills - z)};
}

/// How far the values seen lie beyond the cut-off.
inline Moments beyond_cut_off(std::span<const double> values, double cut_off, Selected selected,
                              TruncatedNormal& fit) {
    Sample sample = complete(values);
    const double way = selected == Selected::above ? 1.0 : -1.0;
    std::size_t kept = 0;
    for (const double value : sample.values) {
        const double excess = way * (value - cut_off);
        if (excess >= 0.0) sample.values[kept++] = excess;
    }
    fit.missing = sample.missing;
    fit.outside = sample.values.size() - kept;
    return moments(std::span<const double>(sample.values).first(kept));
}

/// Mean, sd, z and state from the moments of the values' distances beyond the cut-off.
inline void fit_excess(TruncatedNormal& fit, const Moments& excess, double cut_off,
                       Selected selected) {
    fit.n = excess.n;
    if (!std::isfinite(cut_off)) fit.state = State::invalid_argument;
    if (fit.n < 3 || fit.state != State::too_few) return;
    const double variance = excess.squares / static_cast<double>(fit.n);
    const double ratio = quotient(variance, excess.mean * excess.mean);
    fit.state = variance > 0.0 ? State::boundary : State::zero_variance;
    constexpr double furthest = 30.0;  // a population that far below the cut-off is no finding
    if (!(variance > 0.0) || !(ratio < excess_above(furthest).ratio())) return;
    // the ratio of variance and squared mean rises with z from 0 to 1
    const auto missing_ratio = [&](double z) { return ratio - excess_above(z).ratio(); };
    fit.z = falling_root(missing_ratio, 0.0, 1.0);
    fit.state = std::isfinite(fit.z) ? State::ok : State::not_converged;
    if (fit.state != State::ok) return;
    fit.sd = excess.mean / excess_above(fit.z).mean;
    const double way = selected == Selected::above ? 1.0 : -1.0;
    fit.mean = cut_off - way * fit.z * fit.sd;
}

/// Covariance of the estimates of mean and sd from one value, in squares of the sd.
struct TruncatedPrecision {
    double mean;
    double sd;
    double shared;
};
/// The inverse of the information, which at the maximum is that of the fitted distribution. Far out
/// from the variances of Z - z and its square, the exponential family's own terms.
inline TruncatedPrecision truncated_precision(double z) {
    if (z > far_cut_off) {
        const ExcessRatios r = excess_ratios(z);
        const double v = r.variance();
        const double w = r.first * r.second * (r.third - r.first);
        const double q = r.first * r.second * (r.third * r.fourth - r.first * r.second);
        const double determinant = v * q - w * w;
        return {(q + 4.0 * z * w + 4.0 * z * z * v) / determinant, v / determinant,
                -(w + 2.0 * z * v) / determinant};
    }
    const double mills = inverse_mills(z);
    const double slope = mills * (mills - z);
    const double mm = 1.0 - slope;
    const double ms = mills - slope * z;
    const double ss = 2.0 + z * (mills - slope * z);
    const double determinant = mm * ss - ms * ms;
    return {ss / determinant, mm / determinant, -ms / determinant};
}

/// Standard errors, and the intervals that follow.
inline void add_precision(TruncatedNormal& fit, double confidence_level) {
    const TruncatedPrecision of = truncated_precision(fit.z);
    const double unit = fit.sd * fit.sd / static_cast<double>(fit.n);
    fit.se_mean = std::sqrt(unit * of.mean);
    fit.se_sd = std::sqrt(unit * of.sd);
    fit.covariance = unit * of.shared;
    fit.mean_ci.confidence_level = fit.sd_ci.confidence_level = confidence_level;
    fit.mean_ci.state = fit.sd_ci.state = State::invalid_argument;
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) return;
    const double quantile = normal_quantile_upper((1.0 - confidence_level) / 2.0);
    const double factor = std::exp(quantile * fit.se_sd / fit.sd);
    const auto interval = [&](double lower, double upper, Text method) {
        return Interval{
            lower, upper, confidence_level, confidence_level, method, State::approximate};
    };
    fit.mean_ci =
        interval(fit.mean - quantile * fit.se_mean, fit.mean + quantile * fit.se_mean, "Wald");
    fit.sd_ci = interval(fit.sd / factor, fit.sd * factor, "Wald, logarithm");
}

}  // namespace detail

/// What `truncated_normal` may be asked for.
struct TruncatedNormalOptions {
    Selected selected = Selected::above;  ///< on which side of the cut-off values are seen
    double confidence_level = 0.95;       ///< of the interval, above 0 and below 1
};

/// Fits the population to those seen beyond a cut-off. `too_few`: fewer than 3 values;
/// `zero_variance`: all equal; `invalid_argument`: no cut-off; `boundary`: the values fall off from
/// the cut-off no faster than an exponential, so that no normal population fits best.
inline TruncatedNormal truncated_normal(std::span<const double> values, double cut_off,
                                        const TruncatedNormalOptions& options = {}) {
    TruncatedNormal fit;
    const detail::Moments excess = detail::beyond_cut_off(values, cut_off, options.selected, fit);
    detail::fit_excess(fit, excess, cut_off, options.selected);
    if (fit.state != State::ok) return fit;
    const auto n = static_cast<double>(fit.n);
    const double variance = excess.squares / n;
    // moments about the fitted mean, in its standard deviations
    const double one = excess.mean / fit.sd + fit.z;
    const double two = variance / (fit.sd * fit.sd) + one * one;
    constexpr double log_root_two_pi = 0.91893853320467274178;
    fit.log_likelihood =
        -n * (log_root_two_pi + std::log(fit.sd) + two / 2.0 + detail::log_normal_sf(fit.z));
    detail::add_precision(fit, options.confidence_level);
    if (options.selected == Selected::below) fit.covariance = -fit.covariance;
    return fit;
}

}  // namespace eczscore::stats
