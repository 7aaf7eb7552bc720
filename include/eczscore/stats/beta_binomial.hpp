// SPDX-License-Identifier: BSL-1.0
// A response rate with a beta prior: posterior, prediction, and the chance to beat another rate.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

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

/// What `beta_binomial` may be asked for.
struct BetaBinomialOptions {
    BetaPrior prior{};
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// After x of n responded.
inline BetaBinomialResult beta_binomial(std::int64_t x, std::int64_t n,
                                        const BetaBinomialOptions& options = {}) {
    BetaBinomialResult result;
    result.n = n;
    if (x < 0 || n < x || !options.prior.is_proper() ||
        !(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        return result;
    }
    result.posterior = {options.prior.a + static_cast<double>(x),
                        options.prior.b + static_cast<double>(n - x)};
    const auto [a, b] = result.posterior;
    const double tail = (1.0 - options.confidence_level) / 2.0;
    result.mean = result.posterior.mean();
    result.sd = std::sqrt(result.posterior.variance());
    result.median = detail::beta_quantile(0.5, a, b);
    result.effective_n = a + b;
    result.ci = {detail::beta_quantile(tail, a, b), detail::beta_quantile_upper(tail, a, b),
                 options.confidence_level,          options.confidence_level,
                 "equal-tailed posterior",          State::ok};
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

/// What `probability_greater` may be asked for.
struct ProbabilityGreaterOptions {
    double margin = 0.0;  ///< by which the first is to be greater
};

/// P(first rate > second rate + margin), for independent rates, by quadrature.
inline double probability_greater(const BetaPrior& first, const BetaPrior& second,
                                  const ProbabilityGreaterOptions& options = {}) {
    if (!first.is_proper() || !second.is_proper() || std::isnan(options.margin))
        return not_a_number;
    return detail::beta_superiority(first, second, options.margin);
}

}  // namespace eczscore::stats
