// SPDX-License-Identifier: BSL-1.0
// A response rate with a beta prior: posterior, prediction, and the chance to beat another rate.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/beta_integral.hpp"

namespace eczscore::stats {

/// The posterior of a response rate, from 0 to 1.
struct BetaBinomialResult {
    BetaPrior posterior{};
    double mean = not_a_number;
    double median = not_a_number;
    double sd = not_a_number;
    Interval ci{};                      ///< equal tails
    double effective_n = not_a_number;  ///< a + b: patients that the posterior is worth
    std::int64_t n = 0;
    Text method = "beta-binomial";
    State state = State::invalid_argument;
};

/// After x of n responded.
inline BetaBinomialResult beta_binomial(std::int64_t x, std::int64_t n, const BetaPrior& prior = {},
                                        double level = 0.95) {
    BetaBinomialResult result;
    result.n = n;
    if (x < 0 || n < x || !prior.is_proper() || !(level > 0.0 && level < 1.0)) return result;
    result.posterior = {prior.a + static_cast<double>(x), prior.b + static_cast<double>(n - x)};
    const auto [a, b] = result.posterior;
    const double tail = (1.0 - level) / 2.0;
    result.mean = result.posterior.mean();
    result.sd = std::sqrt(result.posterior.variance());
    result.median = detail::beta_quantile(0.5, a, b);
    result.effective_n = a + b;
    result.ci = {detail::beta_quantile(tail, a, b),
                 detail::beta_quantile_upper(tail, a, b),
                 level,
                 level,
                 "equal-tailed posterior",
                 State::ok};
    const bool found = std::isfinite(result.ci.lower) && std::isfinite(result.ci.upper) &&
                       std::isfinite(result.median) && std::isfinite(result.sd);
    result.state = result.ci.state = found ? State::ok : State::not_converged;
    return result;
}

/// P(rate > threshold).
inline double probability_above(const BetaPrior& rate, double threshold) {
    if (!rate.is_proper() || std::isnan(threshold)) return not_a_number;
    return detail::beta_sf(std::clamp(threshold, 0.0, 1.0), rate.a, rate.b);
}

/// P(at least k of the next n respond): the beta-binomial distribution. O(n - k), n up to 1e6.
inline double predictive_at_least(const BetaPrior& rate, std::int64_t k, std::int64_t n) {
    if (!rate.is_proper() || n < 0 || n > 1'000'000) return not_a_number;
    if (k <= 0) return 1.0;
    const double constant = detail::log_beta(rate.a, rate.b);
    double sum = 0.0;
    for (std::int64_t i = n; i >= k; --i) {
        const auto x = static_cast<double>(i);
        const auto rest = static_cast<double>(n - i);
        // C(n, i) = 1 / ((n + 1) B(i + 1, n - i + 1))
        sum += std::exp(detail::log_beta(rate.a + x, rate.b + rest) - constant -
                        detail::log_beta(x + 1.0, rest + 1.0) - std::log1p(static_cast<double>(n)));
    }
    return std::min(1.0, sum);
}

/// P(first rate > second rate + margin), for independent rates, by quadrature.
inline double probability_greater(const BetaPrior& first, const BetaPrior& second,
                                  double margin = 0.0) {
    if (!first.is_proper() || !second.is_proper() || std::isnan(margin)) return not_a_number;
    return detail::beta_superiority(first, second, margin);
}

}  // namespace eczscore::stats
