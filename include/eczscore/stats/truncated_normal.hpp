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

namespace eczscore::stats {

/// Which side of the cut-off was seen.
enum class Seen : std::uint8_t { above, below };

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

/// Mean and variance of Z - z for Z > z.
struct Excess {
    double mean;
    double variance;

    double ratio() const { return variance / (mean * mean); }
};

/// Beyond 4 by the continued fraction of the tail, where the closed forms cancel.
inline Excess excess_above(double z) {
    if (z <= 4.0) {
        const double mills = inverse_mills(z);
        return {mills - z, 1.0 - mills * (mills - z)};
    }
    double rest = 0.0;  // 2/(z + 3/(z + ...)), and the mean is 1/(z + rest)
    for (int k = 150; k >= 2; --k) rest = k / (z + rest);
    const double mean = 1.0 / (z + rest);
    return {mean, rest * mean - mean * mean};
}

/// How far the values seen lie beyond the cut-off.
inline Moments beyond_cut_off(std::span<const double> values, double cut_off, Seen seen,
                              TruncatedNormal& fit) {
    Sample sample = complete(values);
    const double way = seen == Seen::above ? 1.0 : -1.0;
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
inline void fit_excess(TruncatedNormal& fit, const Moments& excess, double cut_off, Seen seen) {
    fit.n = excess.n;
    if (!std::isfinite(cut_off)) fit.state = State::undefined_ratio;
    if (fit.n < 3 || fit.state != State::too_few) return;
    const double variance = excess.squares / static_cast<double>(fit.n);
    const double ratio = variance / (excess.mean * excess.mean);
    fit.state = variance > 0.0 ? State::boundary : State::zero_variance;
    constexpr double furthest = 30.0;  // a population that far below the cut-off is no finding
    if (!(variance > 0.0) || !(ratio < excess_above(furthest).ratio())) return;
    // the ratio of variance and squared mean rises with z from 0 to 1
    const auto missing_ratio = [&](double z) { return ratio - excess_above(z).ratio(); };
    fit.z = falling_root(missing_ratio, 0.0, 1.0);
    fit.state = std::isfinite(fit.z) ? State::ok : State::not_converged;
    if (fit.state != State::ok) return;
    fit.sd = excess.mean / excess_above(fit.z).mean;
    const double way = seen == Seen::above ? 1.0 : -1.0;
    fit.mean = cut_off - way * fit.z * fit.sd;
}

/// Standard errors from the observed information, and the intervals that follow.
inline void add_precision(TruncatedNormal& fit, double one, double two, double level) {
    const double z = fit.z;
    const double mills = inverse_mills(z);
    const double slope = mills * (mills - z);
    const double unit = static_cast<double>(fit.n) / (fit.sd * fit.sd);
    const double mm = unit * (1.0 - slope);
    const double ms = unit * (2.0 * one - slope * z - mills);
    const double ss = unit * (3.0 * two - 1.0 - slope * z * z - 2.0 * mills * z);
    const double determinant = mm * ss - ms * ms;
    if (!(determinant > 0.0)) return;
    fit.se_mean = std::sqrt(ss / determinant);
    fit.se_sd = std::sqrt(mm / determinant);
    fit.covariance = -ms / determinant;
    fit.mean_ci.level = fit.sd_ci.level = level;
    fit.mean_ci.state = fit.sd_ci.state = State::undefined_ratio;
    if (!(level > 0.0 && level < 1.0)) return;
    const double quantile = normal_quantile_upper((1.0 - level) / 2.0);
    const double factor = std::exp(quantile * fit.se_sd / fit.sd);
    const auto interval = [&](double lower, double upper, Text method) {
        return Interval{lower, upper, level, level, method, State::approximate};
    };
    fit.mean_ci =
        interval(fit.mean - quantile * fit.se_mean, fit.mean + quantile * fit.se_mean, "Wald");
    fit.sd_ci = interval(fit.sd / factor, fit.sd * factor, "Wald, logarithm");
}

}  // namespace detail

/// Fits the population to those seen beyond a cut-off. `too_few`: fewer than 3 values;
/// `zero_variance`: all equal; `undefined_ratio`: no cut-off; `boundary`: the values fall off from
/// the cut-off no faster than an exponential, so that no normal population fits best.
inline TruncatedNormal truncated_normal(std::span<const double> values, double cut_off,
                                        Seen seen = Seen::above, double level = 0.95) {
    TruncatedNormal fit;
    const detail::Moments excess = detail::beyond_cut_off(values, cut_off, seen, fit);
    detail::fit_excess(fit, excess, cut_off, seen);
    if (fit.state != State::ok) return fit;
    const auto n = static_cast<double>(fit.n);
    const double variance = excess.squares / n;
    // moments about the fitted mean, in its standard deviations
    const double one = excess.mean / fit.sd + fit.z;
    const double two = variance / (fit.sd * fit.sd) + one * one;
    constexpr double log_root_two_pi = 0.91893853320467274178;
    fit.log_likelihood =
        -n * (log_root_two_pi + std::log(fit.sd) + two / 2.0 + detail::log_normal_sf(fit.z));
    detail::add_precision(fit, one, two, level);
    if (seen == Seen::below) fit.covariance = -fit.covariance;
    return fit;
}

}  // namespace eczscore::stats
