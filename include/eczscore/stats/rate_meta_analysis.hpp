// SPDX-License-Identifier: BSL-1.0
// Response rates of several arms pooled on one scale, and how much the arms differ.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the rates of several arms become one.
enum class Pooling : std::uint8_t {
    fixed,              ///< one common rate
    dersimonian_laird,  ///< random effects, moment estimate of the spread
    reml,               ///< random effects, restricted maximum likelihood
    reml_knapp_hartung  ///< the same with the interval of Knapp & Hartung (t, k - 1 df)
};

/// On which scale the rates are pooled.
enum class RateScale : std::uint8_t {
    logit,
    double_arcsine  ///< Freeman & Tukey 1950, the mean of two arcsines; arms of 0 need no care
};

/// A response rate pooled over arms, from 0 to 1.
struct RateMetaResult {
    double pooled = not_a_number;  ///< on the scale of the pooling
    double se = not_a_number;      ///< of that
    double rate = not_a_number;    ///< the pooled rate
    Interval ci{};                 ///< of the pooled rate
    Interval prediction{};         ///< of the rate of a new arm
    double tau2 = not_a_number;    ///< variance between arms, on the scale
    double i2 = not_a_number;      ///< share of the variation that is between arms, percent
    double q = not_a_number;       ///< Cochran's
    double q_p = not_a_number;
    RateScale scale = RateScale::logit;
    std::size_t arms = 0;
    std::int64_t n = 0;
    Text method{};
    State state = State::too_few;
};

namespace detail {

struct ScaledArm {
    double y = 0.0;  ///< logit, or arcsine
    double v = 0.0;  ///< its variance
};

struct WeightedFit {
    double mean = 0.0;
    double weight = 0.0;  ///< sum
    double q = 0.0;       ///< weighted squares around the mean
};

inline WeightedFit weighted_fit(std::span<const ScaledArm> arms, double tau2) {
    WeightedFit fit;
    for (const ScaledArm& arm : arms) {
        fit.weight += 1.0 / (arm.v + tau2);
        fit.mean += arm.y / (arm.v + tau2);
    }
    fit.mean /= fit.weight;
    for (const ScaledArm& arm : arms) {
        fit.q += (arm.y - fit.mean) * (arm.y - fit.mean) / (arm.v + tau2);
    }
    return fit;
}

/// Derivative of the restricted log-likelihood in tau^2, doubled.
inline double reml_slope(std::span<const ScaledArm> arms, double tau2) {
    const WeightedFit fit = weighted_fit(arms, tau2);
    double squares = 0.0;
    double weighted = 0.0;
    for (const ScaledArm& arm : arms) {
        const double w = 1.0 / (arm.v + tau2);
        squares += w * w;
        weighted += w * w * (arm.y - fit.mean) * (arm.y - fit.mean);
    }
    return weighted - fit.weight + squares / fit.weight;
}

/// What a typical arm's variance is, of two arms or more: of the definition of I^2 (Higgins &
/// Thompson 2002).
inline double typical_variance(std::span<const ScaledArm> arms) {
    double sum = 0.0;
    double products = 0.0;  // of each two weights: half of sum^2 less the squares
    for (const ScaledArm& arm : arms) {
        products += sum / arm.v;
        sum += 1.0 / arm.v;
    }
    return (static_cast<double>(arms.size()) - 1.0) * sum / (2.0 * products);
}

inline double between_arms(std::span<const ScaledArm> arms, Pooling pooling) {
    if (pooling == Pooling::fixed || arms.size() < 2) return 0.0;
    const double df = static_cast<double>(arms.size()) - 1.0;
    if (pooling == Pooling::dersimonian_laird) {
        const double q = weighted_fit(arms, 0.0).q;
        return std::max(0.0, (q - df) / df * typical_variance(arms));
    }
    if (reml_slope(arms, 0.0) <= 0.0) return 0.0;
    return falling_root([&](double t) { return reml_slope(arms, std::max(0.0, t)); }, 0.05, 0.05);
}

inline ScaledArm scaled_arm(const ArmCount& arm, RateScale scale) {
    const auto x = static_cast<double>(arm.x);
    const auto n = static_cast<double>(arm.n);
    if (scale == RateScale::double_arcsine) {
        return {0.5 * (std::asin(std::sqrt(x / (n + 1.0))) +
                       std::asin(std::sqrt((x + 1.0) / (n + 1.0)))),
                1.0 / (4.0 * n + 2.0)};
    }
    const double more = arm.x == 0 || arm.x == arm.n ? 0.5 : 0.0;
    const double yes = x + more;
    const double no = n - x + more;
    return {std::log(yes / no), 1.0 / yes + 1.0 / no};
}

/// Back to a rate. For the double arcsine simply sin^2: the inverse that asks for one n of many
/// arms can leave their range (Schwarzer 2019).
inline double as_rate(double scaled, RateScale scale) {
    if (scale == RateScale::logit) return logistic(scaled);
    const double sine = std::sin(std::clamp(scaled, 0.0, 1.5707963267948966));
    return sine * sine;
}

}  // namespace detail

/// What `rate_meta_analysis` may be asked for.
struct RateMetaAnalysisOptions {
    Pooling pooling = Pooling::reml_knapp_hartung;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
    RateScale scale = RateScale::logit;
};

/// On the logit scale, an arm in which nobody, or everybody, responded gets half a patient added to
/// each side. An arm without patients is left out. The prediction interval is by t with k - 1
/// degrees of freedom where Knapp & Hartung's is asked, by the normal otherwise. Arms that differ
/// less than by chance give Knapp & Hartung's interval a width too small, down to 0: its state is
/// then `approximate`, and the fixed effect's is the one to show.
/// states  `too_few`: no arm (for Knapp & Hartung's below 2); `invalid_argument`: impossible counts
///         (more than 2^53 in all, too) or level; `not_converged`: no estimate of the spread
inline RateMetaResult rate_meta_analysis(std::span<const ArmCount> arms,
                                         const RateMetaAnalysisOptions& options = {}) {
    constexpr Text names[] = {"fixed effect", "DerSimonian & Laird", "REML",
                              "REML, Knapp & Hartung"};
    RateMetaResult result;
    result.method = name_of(names, options.pooling);
    result.scale = options.scale;
    std::vector<detail::ScaledArm> scaled;
    for (const ArmCount& arm : arms) {
        if (arm.n < 1) continue;
        result.state = State::invalid_argument;
        if (arm.x < 0 || arm.x > arm.n ||
            !(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
            return result;
        }
        if (arm.n > (std::int64_t{1} << 53) - result.n) return result;
        scaled.push_back(detail::scaled_arm(arm, options.scale));
        result.n += arm.n;
    }
    result.arms = scaled.size();
    result.state = State::too_few;
    const bool knapp = options.pooling == Pooling::reml_knapp_hartung;
    if (scaled.empty() || (knapp && scaled.size() < 2)) return result;
    const double df = static_cast<double>(scaled.size()) - 1.0;
    result.tau2 = detail::between_arms(scaled, options.pooling);
    result.state = State::not_converged;
    if (std::isnan(result.tau2)) return result;
    const detail::WeightedFit fit = detail::weighted_fit(scaled, result.tau2);
    result.q = detail::weighted_fit(scaled, 0.0).q;
    result.pooled = fit.mean;
    result.rate = detail::as_rate(fit.mean, options.scale);
    result.se = std::sqrt(1.0 / fit.weight * (knapp ? fit.q / df : 1.0));
    if (scaled.size() > 1) {
        result.q_p = detail::chi_square_sf(result.q, df);
        const double typical = detail::typical_variance(scaled);
        const double excess = result.q > df ? 100.0 * (result.q - df) / result.q : 0.0;
        result.i2 = options.pooling == Pooling::fixed
                        ? excess
                        : 100.0 * result.tau2 / (result.tau2 + typical);
    }
    const double tail = (1.0 - options.confidence_level) / 2.0;
    const double z =
        knapp ? detail::t_quantile_upper(tail, df) : detail::normal_quantile_upper(tail);
    const bool is_narrow = knapp && fit.q < df;
    const auto interval = [&](double half, Text method) {
        return Interval{detail::as_rate(fit.mean - half, options.scale),
                        detail::as_rate(fit.mean + half, options.scale),
                        options.confidence_level,
                        options.confidence_level,
                        method,
                        is_narrow ? State::approximate : State::ok};
    };
    result.ci = interval(z * result.se, result.method);
    result.prediction =
        interval(z * std::sqrt(result.tau2 + result.se * result.se), "prediction of a new arm");
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
