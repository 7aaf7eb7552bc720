// SPDX-License-Identifier: BSL-1.0
// Standardised change within a group: dz, gz, d_av, d_rm, Glass and Kazis, Becker, Guyatt.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/bootstrap_interval.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/in_shares.hpp"
#include "eczscore/stats/detail/pair_spread.hpp"
#include "eczscore/stats/detail/resample.hpp"
#include "eczscore/stats/types/bootstrap.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Mean change (post - pre) over one standard deviation or another. They are different quantities:
/// say which one was reported.
struct PairedEffect {
    Estimate dz{};            ///< by the SD of the differences; also the standardised response mean
    Estimate gz{};            ///< dz times J (Hedges)
    Estimate d_av{};          ///< by the mean of the two SDs
    Estimate d_av_rms{};      ///< by the root of the mean of the two variances
    Estimate d_rm{};          ///< dz sqrt(2 (1 - r))
    Estimate glass{};         ///< by the SD before; also Kazis' effect size
    Estimate becker{};        ///< glass times 1 - 3 / (4 (n - 1) - 1) (Becker 1988)
    double j = not_a_number;  ///< exact factor for n - 1 degrees of freedom
    double r = not_a_number;  ///< correlation of pre and post
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

/// The level of the intervals, and how often is resampled.
struct PairedEffectOptions {
    double confidence_level = 0.95;
    std::size_t replicates = 1999;  ///< for the effects that have no exact interval; 0: none
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    unsigned threads = 1;  ///< 0: one a processor; their number changes no bit
};

namespace detail {

/// The effects that are bootstrapped: d_av, its rms form, d_rm, glass, becker.
inline constexpr std::size_t bootstrapped_effects = 5;
inline std::array<double, bootstrapped_effects> effects_of(const PairSpread& s, double becker) {
    const double sd_pre = std::sqrt(s.var_pre);
    const double sd_post = std::sqrt(s.var_post);
    // NaN where the spread that a change is measured in is 0
    const auto in = [&](double sd) { return sd > 0.0 ? s.change / sd : not_a_number; };
    const double glass = in(sd_pre);
    const double apart = 1.0 - s.r();  // a little below 0 where all pairs lie on a line
    return {in((sd_pre + sd_post) / 2.0), in(std::sqrt((s.var_pre + s.var_post) / 2.0)),
            in(std::sqrt(s.var_change()))*std::sqrt(2.0 * (apart < 0.0 ? 0.0 : apart)), glass,
            glass * becker};
}

inline Estimate effect(double value, Text method, std::size_t n, double confidence_level) {
    Estimate estimate;
    estimate.estimate = value;
    estimate.n = n;
    estimate.method = method;
    estimate.ci.confidence_level = confidence_level;
    estimate.state = std::isfinite(value) ? State::ok : State::undefined_ratio;
    return estimate;
}

inline void put_noncentral_limits(Estimate& estimate, double t, double df, double scale,
                                  double confidence_level) {
    estimate.ci.method = "noncentral t";
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        estimate.ci.state = State::invalid_argument;
        return;
    }
    const double tail = (1.0 - confidence_level) / 2.0;
    estimate.ci.lower = noncentrality_lower(t, df, tail) * scale;
    estimate.ci.upper = noncentrality_upper(t, df, tail) * scale;
    const bool found = std::isfinite(estimate.ci.lower) && std::isfinite(estimate.ci.upper);
    estimate.ci.attained = found ? confidence_level : not_a_number;
    estimate.ci.state = found ? State::ok : State::not_converged;
}

/// change and variances known; d  moments of the differences
inline PairedEffect paired_effect(const Moments& d, const PairSpread& s, double confidence_level) {
    PairedEffect result;
    result.n = d.n;
    if (d.n < 2) return result;
    if (is_out_of_range(d) || !std::isfinite(s.var_pre + s.var_post)) {
        result.state = State::out_of_range;
        return result;
    }
    const double df = static_cast<double>(d.n) - 1.0;
    const double root = std::sqrt(static_cast<double>(d.n));
    const bool flat = is_constant(d);
    result.r = s.r();
    result.j = hedges_j(df);
    const double dz = flat ? not_a_number : d.mean / d.sd();
    result.dz = effect(dz, "dz", d.n, confidence_level);
    result.gz = effect(dz * result.j, "gz: dz times J", d.n, confidence_level);
    const double becker = 1.0 - 3.0 / (4.0 * df - 1.0);
    const auto others = effects_of(s, becker);
    constexpr Text names[] = {"d_av", "d_av, root mean square", "d_rm", "Glass, SD before",
                              "Becker"};
    Estimate* const all[] = {&result.d_av, &result.d_av_rms, &result.d_rm, &result.glass,
                             &result.becker};
    for (std::size_t i = 0; i < bootstrapped_effects; ++i) {
        *all[i] = effect(others[i], names[i], d.n, confidence_level);
    }
    result.state = State::ok;
    if (flat) {
        result.state = result.dz.state = result.gz.state = State::zero_variance;
        result.d_rm.estimate = not_a_number;
        result.d_rm.state = State::zero_variance;
        for (Estimate* each : {&result.dz, &result.gz, &result.d_rm}) {
            each->ci.state = State::zero_variance;
        }
        return result;
    }
    put_noncentral_limits(result.dz, dz * root, df, 1.0 / root, confidence_level);
    if (d.n > 2) {
        put_noncentral_limits(result.gz, dz * root, df, result.j / root, confidence_level);
    } else {
        result.gz.state = State::too_few;  // J needs two degrees of freedom
    }
    return result;
}

/// Replicates that are not finite are left out, and the state says so.
inline void put_bootstrap_limits(Estimate& estimate, std::vector<double> replicates,
                                 double acceleration, const BootstrapOptions& options) {
    const std::size_t undefined =
        std::erase_if(replicates, [](double value) { return !std::isfinite(value); });
    Bootstrap bootstrap;
    bootstrap.estimate = estimate.estimate;
    BootstrapParts parts;
    parts.acceleration = acceleration;
    parts.margin = 1e-12 * std::abs(estimate.estimate);
    put_intervals(bootstrap, std::move(replicates), parts, options);
    estimate.se = bootstrap.se;
    estimate.ci = bootstrap.bca;
    if (undefined > 0 && estimate.ci.state == State::ok) estimate.ci.state = State::approximate;
}

inline void put_effect_intervals(PairedEffect& result, const CentredPairs& pairs,
                                 const PairedEffectOptions& options) {
    const std::size_t n = pairs.size();
    const double becker = 1.0 - 3.0 / (4.0 * (static_cast<double>(n) - 1.0) - 1.0);
    std::array<std::vector<double>, bootstrapped_effects> replicates;
    std::array<std::vector<double>, bootstrapped_effects> left_out;
    for (std::vector<double>& of : replicates) of.resize(options.replicates);
    for (std::vector<double>& of : left_out) of.resize(n);
    in_shares(options.replicates, options.threads, [&](std::size_t first, std::size_t end) {
        std::vector<std::uint32_t> indices(n);
        for (std::size_t r = first; r < end; ++r) {
            resample_indices({options.seed, options.stream}, r, static_cast<std::uint32_t>(n),
                             indices);
            const auto effects = effects_of(pairs.resample(indices), becker);
            for (std::size_t i = 0; i < effects.size(); ++i) replicates[i][r] = effects[i];
        }
    });
    const PairSums sums = pairs.all();
    for (std::size_t leave = 0; leave < n; ++leave) {
        const auto effects = effects_of(pairs.without(sums, leave), becker);
        for (std::size_t i = 0; i < effects.size(); ++i) left_out[i][leave] = effects[i];
    }
    BootstrapOptions bootstrap;
    bootstrap.confidence_level = options.confidence_level;
    Estimate* const all[] = {&result.d_av, &result.d_av_rms, &result.d_rm, &result.glass,
                             &result.becker};
    for (std::size_t i = 0; i < bootstrapped_effects; ++i) {
        if (all[i]->state != State::ok) continue;
        put_bootstrap_limits(*all[i], std::move(replicates[i]),
                             jackknife_acceleration(std::move(left_out[i])), bootstrap);
    }
}

}  // namespace detail

/// dz and gz with limits of the noncentral t distribution; the others, which have no exact pivot,
/// with BCa bootstrap limits. `zero_variance` where all differences are equal.
/// source   Hedges 1981; Becker 1988; Kazis et al. 1989; Cousineau and Goulet-Pelletier 2020.
inline PairedEffect paired_effect(std::span<const double> pre, std::span<const double> post,
                                  const PairedEffectOptions& options = {}) {
    const detail::Pairs complete = detail::sorted_pairs(detail::complete_pairs(pre, post));
    const detail::Differences differences = detail::paired_differences(pre, post);
    PairedEffect result;
    if (complete.size() >= 2) {
        const auto both = detail::pair_moments(complete.first, complete.second);
        const detail::PairSpread spread{static_cast<double>(both.n), both.y.mean - both.x.mean,
                                        both.x.variance(), both.y.variance(), both.covariance()};
        result =
            detail::paired_effect(detail::moments(differences), spread, options.confidence_level);
        if (options.replicates > 0 && result.state == State::ok) {
            detail::put_effect_intervals(result, detail::CentredPairs(complete), options);
        }
    }
    result.n = complete.size();
    result.missing = complete.missing;
    for (Estimate* each : {&result.dz, &result.gz, &result.d_av, &result.d_av_rms, &result.d_rm,
                           &result.glass, &result.becker}) {
        each->missing = complete.missing;
    }
    return result;
}

/// What papers print about a group measured twice.
struct PairedSummary {
    std::size_t n = 0;
    double mean_pre = not_a_number;
    double sd_pre = not_a_number;
    double mean_post = not_a_number;
    double sd_post = not_a_number;
    double r = not_a_number;  ///< correlation of pre and post
};

/// From a published summary. Intervals for dz and gz only: the others need the pairs.
inline PairedEffect paired_effect(const PairedSummary& summary,
                                  const IntervalOptions& options = {}) {
    const double covariance = summary.r * summary.sd_pre * summary.sd_post;
    const detail::PairSpread spread{
        static_cast<double>(summary.n), summary.mean_post - summary.mean_pre,
        summary.sd_pre * summary.sd_pre, summary.sd_post * summary.sd_post, covariance};
    const double variance = spread.var_change();
    const bool valid = summary.sd_pre > 0.0 && summary.sd_post > 0.0 && variance >= 0.0 &&
                       std::isfinite(variance) && std::abs(summary.r) <= 1.0 &&
                       std::isfinite(spread.change);
    if (!valid) {
        PairedEffect result;
        result.n = summary.n;
        result.state = State::invalid_argument;
        return result;
    }
    const detail::Moments d{summary.n, spread.change,
                            variance * (static_cast<double>(summary.n) - 1.0)};
    return detail::paired_effect(d, spread, options.confidence_level);
}

/// Guyatt's responsiveness: the mean change over the SD of change in patients who were stable, with
/// a BCa interval from resampling both groups.
/// changes  post - pre of the patients who were treated; stable  of those who were stable
inline Estimate guyatt_responsiveness(std::span<const double> changes,
                                      std::span<const double> stable,
                                      const PairedEffectOptions& options = {}) {
    const detail::Differences x = detail::given_differences(changes);
    const detail::Differences y = detail::given_differences(stable);
    Estimate result;
    result.method = "Guyatt responsiveness";
    result.n = x.size() + y.size();
    result.missing = x.missing + y.missing;
    result.ci.confidence_level = options.confidence_level;
    if (x.size() < 1 || y.size() < 2) return result;
    const detail::Moments change = detail::moments(x);
    const detail::Moments noise = detail::moments(y);
    if (detail::is_constant(noise)) {
        result.state = result.ci.state = State::zero_variance;
        return result;
    }
    result.estimate = change.mean / noise.sd();
    result.state = std::isfinite(result.estimate) ? State::ok : State::out_of_range;
    if (result.state != State::ok) return result;  // beyond the range of double
    if (options.replicates == 0 || x.size() < 2 || y.size() < 3) return result;

    std::vector<double> a(x.values);
    std::vector<double> b(y.values);
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    for (double& value : b) value -= noise.mean;
    std::vector<double> squares(b);
    for (double& square : squares) square *= square;
    std::vector<double> means(options.replicates);
    std::vector<double> sums(options.replicates);
    std::vector<double> square_sums(options.replicates);
    const std::size_t lanes = detail::resample_lanes();
    detail::in_shares(means.size(), options.threads, [&](std::size_t first, std::size_t end) {
        const auto share = [&](std::vector<double>& of) {
            return std::span(of).subspan(first, end - first);
        };
        detail::resample_sums({options.seed, options.stream}, first, a, {}, share(means), {},
                              lanes);
        detail::resample_sums({options.seed, options.stream + 1}, first, b, squares, share(sums),
                              share(square_sums), lanes);
    });
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    // What rounding alone leaves of one value drawn again and again is no spread.
    const auto sd = [](double sum, double square, double size) {
        const double left = square - sum * sum / size;
        return left > 1e-13 * square ? std::sqrt(left / (size - 1.0)) : 0.0;
    };
    for (std::size_t r = 0; r < means.size(); ++r) {
        const double spread = sd(sums[r], square_sums[r], m);
        means[r] = spread > 0.0 ? means[r] / n / spread : not_a_number;
    }
    // Influence of each patient on the ratio, by leaving one out of either group.
    std::vector<double> influence;
    influence.reserve(a.size() + b.size());
    for (const double value : a) influence.push_back((value - change.mean) / noise.sd() / n);
    double all = 0.0;
    for (const double square : squares) all += square;
    std::vector<double> left_out;
    left_out.reserve(b.size());
    for (std::size_t i = 0; i < b.size(); ++i) {
        const double spread = sd(-b[i], all - squares[i], m - 1.0);
        left_out.push_back(spread > 0.0 ? change.mean / spread : not_a_number);
    }
    double mean = 0.0;
    for (const double value : left_out) mean += value / m;
    for (const double value : left_out) influence.push_back((m - 1.0) * (mean - value) / m);
    BootstrapOptions bootstrap;
    bootstrap.confidence_level = options.confidence_level;
    detail::put_bootstrap_limits(result, std::move(means), detail::acceleration_of(influence),
                                 bootstrap);
    return result;
}

}  // namespace eczscore::stats
