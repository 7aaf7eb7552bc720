// SPDX-License-Identifier: BSL-1.0
// Mantel-Haenszel: risk difference, risk ratio and odds ratio over strata.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/strata.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/strata.hpp"

namespace eczscore::stats {

/// The variance of a Mantel-Haenszel risk difference.
enum class RiskDifferenceVariance : std::uint8_t {
    sato,             ///< Sato 1989: right for many small and for few large strata
    greenland_robins  ///< sums of binomial variances; too small where strata are small
};

namespace detail {

/// The Wald interval and test of an estimate on its own scale.
inline void wald(Estimate& found, double confidence_level) {
    const double z = normal_quantile_upper(0.5 * (1.0 - confidence_level));
    found.ci = {found.estimate - z * found.se,
                found.estimate + z * found.se,
                confidence_level,
                not_a_number,
                found.method,
                State::ok};
    found.state = State::ok;
    if (found.se > 0.0) {
        found.statistic = found.estimate / found.se;
        found.p = normal_two_sided(found.statistic);
    } else {
        found.state = found.ci.state = State::boundary;
    }
}

/// A ratio whose logarithm has the given variance.
inline void wald_of_log(Estimate& found, double confidence_level) {
    const double z = normal_quantile_upper(0.5 * (1.0 - confidence_level));
    found.ci = {found.estimate * std::exp(-z * found.se),
                found.estimate * std::exp(z * found.se),
                confidence_level,
                not_a_number,
                found.method,
                State::ok};
    found.state = State::ok;
    if (found.se > 0.0) {
        found.statistic = std::log(found.estimate) / found.se;
        found.p = normal_two_sided(found.statistic);
    } else {
        found.state = found.ci.state = State::boundary;
    }
}

}  // namespace detail

/// What `mantel_haenszel_difference` may be asked for.
struct MantelHaenszelDifferenceOptions {
    RiskDifferenceVariance variance = RiskDifferenceVariance::sato;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// The difference of shares with weights n1 n2 / N: the usual primary analysis of responders.
/// state  too_few without a stratum that has both arms; boundary where the variance is 0 (the score
///        interval of stratified_risk_difference.hpp still has limits)
/// source  Mantel & Haenszel 1959; Greenland & Robins 1985; Sato 1989
inline StratifiedEstimate mantel_haenszel_difference(
    std::span<const Stratum> strata, const MantelHaenszelDifferenceOptions& options = {}) {
    const bool sato = options.variance == RiskDifferenceVariance::sato;
    const Text words = sato ? "Mantel-Haenszel, Sato" : "Mantel-Haenszel, Greenland-Robins";
    detail::Sum weight, difference, binomial, p_sum, q_sum;
    const StrataUsed used = detail::each_usable(strata, [&](const detail::Table& t) {
        const double n = t.n();
        const double w = t.n1 * t.n2 / n;
        weight.add(w);
        difference.add((t.x1 * t.n2 - t.x2 * t.n1) / n);
        const double p1 = t.x1 / t.n1, p2 = t.x2 / t.n2;
        binomial.add(w * w * (p1 * (1.0 - p1) / t.n1 + p2 * (1.0 - p2) / t.n2));
        p_sum.add((t.n1 * t.n1 * t.x2 - t.n2 * t.n2 * t.x1 + 0.5 * t.n1 * t.n2 * (t.n2 - t.n1)) /
                  (n * n));
        q_sum.add((t.x1 * (t.n2 - t.x2) + t.x2 * (t.n1 - t.x1)) / (2.0 * n));
    });
    const bool valid = detail::all_valid(strata) && detail::is_level(options.confidence_level);
    if (!valid)
        return detail::no_estimate(words, options.confidence_level, State::invalid_argument, used);
    if (used.used == 0)
        return detail::no_estimate(words, options.confidence_level, State::too_few, used);
    StratifiedEstimate found;
    found.strata = used;
    Estimate& result = found.result;
    result.n = used.patients;
    result.missing = used.without;
    result.method = words;
    const double w = weight.value();
    result.estimate = difference.value() / w;
    const double spread = sato ? result.estimate * p_sum.value() + q_sum.value() : binomial.value();
    result.se = std::sqrt(std::max(0.0, spread)) / w;
    detail::wald(result, options.confidence_level);
    return found;
}

/// The common risk ratio, active over control.
/// se  of the logarithm
/// state  undefined_ratio where one arm has no responder at all (then the ratio is 0, infinite or
///        NaN, without limits)
/// source  Greenland & Robins 1985
inline StratifiedEstimate mantel_haenszel_risk_ratio(std::span<const Stratum> strata,
                                                     const IntervalOptions& options = {}) {
    const Text words = "Mantel-Haenszel risk ratio, Greenland-Robins";
    detail::Sum upper, lower, spread;
    const StrataUsed used = detail::each_usable(strata, [&](const detail::Table& t) {
        const double n = t.n();
        upper.add(t.x1 * t.n2 / n);
        lower.add(t.x2 * t.n1 / n);
        spread.add(((t.x1 + t.x2) * t.n1 * t.n2 - t.x1 * t.x2 * n) / (n * n));
    });
    const bool valid = detail::all_valid(strata) && detail::is_level(options.confidence_level);
    if (!valid)
        return detail::no_estimate(words, options.confidence_level, State::invalid_argument, used);
    if (used.used == 0)
        return detail::no_estimate(words, options.confidence_level, State::too_few, used);
    StratifiedEstimate found =
        detail::no_estimate(words, options.confidence_level, State::undefined_ratio, used);
    const double above = upper.value(), below = lower.value();
    if (below > 0.0) {
        found.result.estimate = above / below;
    } else if (above > 0.0) {
        found.result.estimate = infinity;
    }
    if (above > 0.0 && below > 0.0) {
        found.result.se = std::sqrt(std::max(0.0, spread.value() / (above * below)));
        detail::wald_of_log(found.result, options.confidence_level);
    }
    return found;
}

/// The common odds ratio.
/// se  of the logarithm (Robins, Breslow & Greenland 1986)
/// state  undefined_ratio where either sum of products of the diagonal cells is 0
inline StratifiedEstimate mantel_haenszel_odds_ratio(std::span<const Stratum> strata,
                                                     const IntervalOptions& options = {}) {
    const Text words = "Mantel-Haenszel odds ratio, Robins-Breslow-Greenland";
    detail::Sum r, s, pr, mixed, qs;
    const StrataUsed used = detail::each_usable(strata, [&](const detail::Table& t) {
        const double n = t.n();
        const double a = t.x1, b = t.n1 - t.x1, c = t.x2, d = t.n2 - t.x2;
        const double rk = a * d / n, sk = b * c / n;
        const double p = (a + d) / n, q = (b + c) / n;
        r.add(rk);
        s.add(sk);
        pr.add(p * rk);
        mixed.add(p * sk + q * rk);
        qs.add(q * sk);
    });
    const bool valid = detail::all_valid(strata) && detail::is_level(options.confidence_level);
    if (!valid)
        return detail::no_estimate(words, options.confidence_level, State::invalid_argument, used);
    if (used.used == 0)
        return detail::no_estimate(words, options.confidence_level, State::too_few, used);
    StratifiedEstimate found =
        detail::no_estimate(words, options.confidence_level, State::undefined_ratio, used);
    const double above = r.value(), below = s.value();
    if (below > 0.0) {
        found.result.estimate = above / below;
    } else if (above > 0.0) {
        found.result.estimate = infinity;
    }
    if (above > 0.0 && below > 0.0) {
        found.result.se =
            std::sqrt(pr.value() / (2.0 * above * above) + mixed.value() / (2.0 * above * below) +
                      qs.value() / (2.0 * below * below));
        detail::wald_of_log(found.result, options.confidence_level);
    }
    return found;
}

}  // namespace eczscore::stats
