// SPDX-License-Identifier: BSL-1.0
// Response rates of several arms pooled by their binomial likelihood, without logits of counts.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/detail/map_quadrature.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A response rate pooled over arms by a logistic model with a random intercept.
struct RateGlmmResult {
    double logit = not_a_number;  ///< of the typical arm
    double se = not_a_number;
    double rate = not_a_number;
    Interval ci{};                         ///< of the rate, normal on the logit scale
    double tau2 = not_a_number;            ///< variance between arms, of the logits
    double log_likelihood = not_a_number;  ///< without the binomial constants
    std::size_t arms = 0;
    std::int64_t n = 0;
    Text method = "logistic model with a random intercept, maximum likelihood";
    State state = State::too_few;
};

namespace detail {

inline constexpr double least_tau = 1e-4;  // below it, the arms are one
inline constexpr double most_tau = 5.0;    // beyond it, nearly all or nearly nobody responds

inline double glmm_likelihood(std::span<const ArmCount> arms, double mu, double tau) {
    double sum = 0.0;
    for (const ArmCount& arm : arms) sum += log_arm(arm, mu, std::max(tau, least_tau));
    return sum;
}

struct GlmmFit {
    double mu = 0.0;
    double minus = 0.0;  ///< minus the log-likelihood
};

/// The best mu for this tau.
inline GlmmFit glmm_profile(std::span<const ArmCount> arms, double centre, double tau) {
    const auto best = minimum_between([&](double mu) { return -glmm_likelihood(arms, mu, tau); },
                                      centre - 6.0, centre + 6.0, 40);
    return {best.x, best.value};
}

/// Standard error of mu from the curvature in mu and tau.
inline double glmm_se(std::span<const ArmCount> arms, double mu, double tau) {
    constexpr double h = 1e-3;
    const auto at = [&](double by_mu, double by_tau) {
        return glmm_likelihood(arms, mu + by_mu * h, tau + by_tau * h);
    };
    const double middle = at(0, 0);
    const double a = -(at(1, 0) - 2.0 * middle + at(-1, 0)) / (h * h);
    if (tau < 2.0 * h) return quotient(1.0, std::sqrt(a));
    const double b = -(at(0, 1) - 2.0 * middle + at(0, -1)) / (h * h);
    const double c = -(at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4.0 * h * h);
    return std::sqrt(quotient(b, a * b - c * c));
}

}  // namespace detail

/// Needs 2 arms with patients, and somebody who responded and somebody who did not. The integrals
/// over the arms' own rates are done around each arm's peak. O(arms).
/// states  `too_few` below 2 arms; `invalid_argument`: impossible counts or level; `out_of_range`:
/// more than 1e9 in an arm; `boundary`: all
///         responded or none, or arms so far apart that the spread has no end; `not_converged`: no
///         peak, and no standard error
inline RateGlmmResult rate_glmm(std::span<const ArmCount> arms,
                                const IntervalOptions& options = {}) {
    RateGlmmResult result;
    std::int64_t x = 0;
    for (const ArmCount& arm : arms) {
        const bool is_arm = arm.x >= 0 && arm.n >= 1 && arm.x <= arm.n;
        if (!is_arm || !detail::is_level(options.confidence_level)) {
            result.state = State::invalid_argument;
            return result;
        }
        if (arm.n > 1'000'000'000) {
            result.state = State::out_of_range;
            return result;
        }
        x += arm.x;
        result.n += arm.n;
    }
    result.arms = arms.size();
    if (arms.size() < 2) return result;
    result.state = State::boundary;
    if (x == 0 || x == result.n) return result;
    const double centre = detail::logit(static_cast<double>(x) / static_cast<double>(result.n));
    const auto best = detail::minimum_between(
        [&](double tau) { return detail::glmm_profile(arms, centre, tau).minus; },
        detail::least_tau, detail::most_tau, 30);
    const double at_zero = detail::glmm_profile(arms, centre, detail::least_tau).minus;
    const double tau = best.value < at_zero - 1e-10 ? best.x : 0.0;
    if (tau > 0.999 * detail::most_tau) return result;
    result.logit = detail::glmm_profile(arms, centre, tau).mu;
    result.tau2 = tau * tau;
    result.log_likelihood = -std::min(best.value, at_zero);
    result.se = detail::glmm_se(arms, result.logit, tau);
    result.rate = detail::logistic(result.logit);
    result.state = State::not_converged;
    if (!(result.se > 0.0) || !std::isfinite(result.se)) return result;
    const double half =
        detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0) * result.se;
    result.ci = {detail::logistic(result.logit - half),
                 detail::logistic(result.logit + half),
                 options.confidence_level,
                 options.confidence_level,
                 result.method,
                 State::ok};
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
