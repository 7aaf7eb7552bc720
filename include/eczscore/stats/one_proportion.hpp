// SPDX-License-Identifier: BSL-1.0
// One proportion: the share of responders with its interval, and the exact test of a given share.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/blaker.hpp"
#include "eczscore/stats/detail/clopper_pearson.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_rule.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the interval of a share is made.
enum class ProportionMethod : std::uint8_t {
    wilson,            ///< score interval; the default
    wilson_corrected,  ///< with continuity correction
    clopper_pearson,   ///< exact: never below its level
    jeffreys,          ///< equal-tailed Bayesian, lower 0 at x = 0 and upper 1 at x = n
    mid_p,             ///< Clopper-Pearson that counts the observed result half
    agresti_coull,     ///< limits may leave [0, 1]; the state says so
    blaker,            ///< exact and within Clopper-Pearson
    wald               ///< for comparison only; truncated to [0, 1]
};

constexpr Text name(ProportionMethod method) {
    constexpr Text names[] = {"Wilson",          "Wilson with continuity correction",
                              "Clopper-Pearson", "Jeffreys",
                              "mid-p",           "Agresti-Coull",
                              "Blaker",          "Wald"};
    return name_of(names, method);
}

namespace detail {

inline Limits jeffreys_limits(Responders of, double tail) {
    const auto x = static_cast<double>(of.x);
    const auto n = static_cast<double>(of.n);
    return {of.x == 0 ? 0.0 : beta_quantile(tail, x + 0.5, n - x + 0.5),
            of.x == of.n ? 1.0 : beta_quantile_upper(tail, x + 0.5, n - x + 0.5)};
}

/// The share at which P(X > x) + P(X = x)/2 is `tail`.
inline double mid_p_lower(std::int64_t x, std::int64_t n, double tail) {
    if (x == 0) return 0.0;
    const auto f = [&](double p) {
        return binomial_sf(x, n, p) + 0.5 * binomial_pmf(x, n, p) - tail;
    };
    return bracketed_root(f, 0.0, 1.0);
}
inline Limits mid_p_limits(Responders of, double tail) {
    const auto above = [&](double p) {
        return binomial_cdf(of.x - 1, of.n, p) + 0.5 * binomial_pmf(of.x, of.n, p) - tail;
    };
    return {mid_p_lower(of.x, of.n, tail), of.x == of.n ? 1.0 : bracketed_root(above, 0.0, 1.0)};
}

inline Limits agresti_coull_limits(Responders of, double z) {
    const double n = static_cast<double>(of.n) + z * z;
    const double p = (static_cast<double>(of.x) + 0.5 * z * z) / n;
    const double half = z * std::sqrt(p * (1.0 - p) / n);
    return {p - half, p + half};
}

inline Limits wald_limits(Responders of, double z) {
    const double p = of.share();
    const double half = z * std::sqrt(p * (1.0 - p) / static_cast<double>(of.n));
    return {std::max(0.0, p - half), std::min(1.0, p + half)};
}

inline Limits proportion_limits(Responders of, ProportionMethod method, double confidence_level) {
    const double tail = 0.5 * (1.0 - confidence_level);
    const double z = normal_quantile_upper(tail);
    switch (method) {
        case ProportionMethod::wilson: return wilson_limits(of, z);
        case ProportionMethod::wilson_corrected: return wilson_corrected_limits(of, z);
        case ProportionMethod::clopper_pearson: return clopper_pearson_limits(of, tail);
        case ProportionMethod::jeffreys: return jeffreys_limits(of, tail);
        case ProportionMethod::mid_p: return mid_p_limits(of, tail);
        case ProportionMethod::agresti_coull: return agresti_coull_limits(of, z);
        case ProportionMethod::blaker: return blaker_limits(of, 1.0 - confidence_level);
        case ProportionMethod::wald: return wald_limits(of, z);
    }
    return {};
}

}  // namespace detail

/// What `one_proportion` may be asked for.
struct ProportionOptions {
    ProportionMethod method = ProportionMethod::wilson;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// The share of responders with its interval. No test: see `exact_binomial_test`.
/// state   too_few without patients; boundary where the limits leave [0, 1] (Agresti-Coull) or
///         where Wald finds no spread
/// source  Brown, Cai & DasGupta 2001; Blaker 2000; Newcombe 1998
inline Estimate one_proportion(Responders of, const ProportionOptions& options = {}) {
    const Text words = name(options.method);
    const std::size_t n = of.n > 0 ? static_cast<std::size_t>(of.n) : 0;
    if (!of.is_valid() || !detail::is_level(options.confidence_level)) {
        return detail::nothing(words, options.confidence_level, n, State::invalid_argument);
    }
    if (of.n == 0) return detail::nothing(words, options.confidence_level, n, State::too_few);
    Estimate found;
    found.n = n;
    found.method = words;
    found.estimate = of.share();
    found.se = std::sqrt(found.estimate * (1.0 - found.estimate) / static_cast<double>(of.n));
    const detail::Limits limits =
        detail::in_order(detail::proportion_limits(of, options.method, options.confidence_level));
    const bool outside = limits.lower < 0.0 || limits.upper > 1.0;
    const bool no_spread = options.method == ProportionMethod::wald && found.se == 0.0;
    found.state = outside || no_spread ? State::boundary : State::ok;
    found.ci = {limits.lower, limits.upper, options.confidence_level,
                not_a_number, words,        found.state};
    return found;
}

/// What `exact_binomial_test` may be asked for.
struct BinomialTestOptions {
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
    ExactRule rule = ExactRule::central;               ///< how two tails make one p
};

/// The exact test of the hypothesis that the share is `share`.
/// The interval is the two-sided Clopper-Pearson one of 95 %; the `central` p agrees with it.
/// rule  how the two tails make one p; `minimum_likelihood` is what R's binom.test does
/// state  too_few without patients; boundary where the p is smaller than the doubles
inline Estimate exact_binomial_test(Responders of, double share,
                                    const BinomialTestOptions& options = {}) {
    const Text words = "exact binomial";
    const std::size_t n = of.n > 0 ? static_cast<std::size_t>(of.n) : 0;
    if (!of.is_valid() || !detail::is_probability(share)) {
        return detail::nothing(words, 0.95, n, State::invalid_argument);
    }
    if (of.n == 0) return detail::nothing(words, 0.95, n, State::too_few);
    const auto pmf = [&](std::int64_t k) { return detail::binomial_pmf(k, of.n, share); };
    detail::Tails tails{detail::binomial_cdf(of.x, of.n, share),
                        detail::binomial_sf(of.x - 1, of.n, share), pmf(of.x), 0.0};
    if (options.alternative == Alternative::two_sided &&
        options.rule == ExactRule::minimum_likelihood) {
        const detail::Support support{0, of.n};
        const auto at_most = [&](std::int64_t k) { return detail::binomial_cdf(k, of.n, share); };
        const auto above = [&](std::int64_t k) { return detail::binomial_sf(k, of.n, share); };
        const auto mode =
            static_cast<std::int64_t>(std::floor((static_cast<double>(of.n) + 1.0) * share));
        tails.as_unlikely =
            detail::as_unlikely(of.x, std::min(mode, of.n), support, pmf, at_most, above);
    }
    Estimate found = one_proportion(of, {.method = ProportionMethod::clopper_pearson});
    found.method = words;
    found.statistic = static_cast<double>(of.x);
    found.p = detail::exact_p(tails, options.alternative, options.rule);
    // of a share of 0 or 1 a p of 0 is no rounding
    if (share > 0.0 && share < 1.0) found.state = detail::state_of({found.p});
    return found;
}

}  // namespace eczscore::stats
