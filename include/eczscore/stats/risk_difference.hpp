// SPDX-License-Identifier: BSL-1.0
// The difference of two shares of responders, active minus control, with its interval.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/score_difference.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the interval of a risk difference is made.
enum class RiskDifferenceMethod : std::uint8_t {
    newcombe,            ///< hybrid of two Wilson intervals; "WILSON" in SAS
    newcombe_corrected,  ///< the same with continuity correction
    miettinen_nurminen,  ///< score with the factor N/(N-1); "SCORE" in SAS
    mee,                 ///< score without that factor
    agresti_caffo,       ///< Wald after one success and one failure were added to each arm
    wald,                ///< for comparison only
    wald_corrected,      ///< Wald with continuity correction
    anderson_hauck       ///< Wald with n - 1 and the correction 1/(2 min n)
};

constexpr Text name(RiskDifferenceMethod method) {
    constexpr Text names[] = {"Newcombe",
                              "Newcombe with continuity correction",
                              "Miettinen-Nurminen",
                              "Mee",
                              "Agresti-Caffo",
                              "Wald",
                              "Wald with continuity correction",
                              "Anderson-Hauck"};
    return name_of(names, method);
}

namespace detail {

/// p1 q1 / m1 + p2 q2 / m2.
inline double share_variance(double p1, double m1, double p2, double m2) {
    return p1 * (1.0 - p1) / m1 + p2 * (1.0 - p2) / m2;
}

inline Limits around(double middle, double half) { return {middle - half, middle + half}; }

inline Limits agresti_caffo_limits(Responders a, Responders b, double z) {
    const double m1 = static_cast<double>(a.n) + 2.0;
    const double m2 = static_cast<double>(b.n) + 2.0;
    const double p1 = (static_cast<double>(a.x) + 1.0) / m1;
    const double p2 = (static_cast<double>(b.x) + 1.0) / m2;
    return around(p1 - p2, z * std::sqrt(share_variance(p1, m1, p2, m2)));
}

inline Limits anderson_hauck_limits(Responders a, Responders b, double z) {
    if (a.n < 2 || b.n < 2) return {};
    const auto n1 = static_cast<double>(a.n);
    const auto n2 = static_cast<double>(b.n);
    const double spread = share_variance(a.share(), n1 - 1.0, b.share(), n2 - 1.0);
    return around(a.share() - b.share(), 0.5 / std::min(n1, n2) + z * std::sqrt(spread));
}

inline Limits difference_limits(Responders a, Responders b, RiskDifferenceMethod method, double z) {
    const double p1 = a.share();
    const double p2 = b.share();
    const auto n1 = static_cast<double>(a.n);
    const auto n2 = static_cast<double>(b.n);
    const double wald = z * std::sqrt(share_variance(p1, n1, p2, n2));
    const Stratum table[] = {{a, b}};
    switch (method) {
        case RiskDifferenceMethod::newcombe:
            return newcombe_limits(p1, wilson_limits(a, z), p2, wilson_limits(b, z));
        case RiskDifferenceMethod::newcombe_corrected:
            return newcombe_limits(p1, wilson_corrected_limits(a, z), p2,
                                   wilson_corrected_limits(b, z));
        case RiskDifferenceMethod::miettinen_nurminen:
            return ScoreDifference(table, true).limits(z);
        case RiskDifferenceMethod::mee: return ScoreDifference(table, false).limits(z);
        case RiskDifferenceMethod::agresti_caffo: return agresti_caffo_limits(a, b, z);
        case RiskDifferenceMethod::wald: return around(p1 - p2, wald);
        case RiskDifferenceMethod::wald_corrected:
            return around(p1 - p2, wald + 0.5 * (1.0 / n1 + 1.0 / n2));
        case RiskDifferenceMethod::anderson_hauck: return anderson_hauck_limits(a, b, z);
    }
    return {};
}

}  // namespace detail

/// What `risk_difference_test` may be asked for.
struct RiskDifferenceTestOptions {
    double margin = 0.0;                               ///< difference under the hypothesis
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
    bool corrected = true;                             ///< with the continuity correction 0.5
};

/// The score test of the hypothesis that the difference of shares is `margin`, by Miettinen and
/// Nurminen (`corrected`) or Mee. It agrees with the interval of the same name, of which the
/// two-sided one of 95 % is given. A margin below 0 with `greater` tests non-inferiority.
/// state  too_few for an empty arm; invalid_argument for impossible counts and a margin outside
///        (-1, 1); boundary where the statistic is infinite
inline Estimate risk_difference_test(Responders active, Responders control,
                                     const RiskDifferenceTestOptions& options = {}) {
    const Text words = options.corrected ? "Miettinen-Nurminen" : "Mee";
    const std::size_t n = detail::patients(active, control);
    if (!active.is_valid() || !control.is_valid() ||
        !(options.margin > -1.0 && options.margin < 1.0)) {
        return detail::nothing(words, 0.95, n, State::invalid_argument);
    }
    if (!detail::can_compare(active, control)) {
        return detail::nothing(words, 0.95, n, State::too_few);
    }
    const Stratum table[] = {{active, control}};
    detail::ScoreDifference score(table, options.corrected);
    Estimate found;
    found.estimate = active.share() - control.share();
    found.n = n;
    found.method = words;
    found.statistic = score.z(options.margin);
    found.state = std::isfinite(found.statistic) ? State::ok : State::boundary;
    found.p = options.alternative == Alternative::two_sided
                  ? detail::normal_two_sided(found.statistic)
              : options.alternative == Alternative::greater ? detail::normal_sf(found.statistic)
                                                            : detail::normal_cdf(found.statistic);
    const detail::Limits limits = score.limits(detail::normal_quantile_upper(0.025));
    found.ci = {limits.lower, limits.upper, 0.95, not_a_number, words, State::ok};
    return found;
}

/// What `risk_difference` may be asked for.
struct RiskDifferenceOptions {
    RiskDifferenceMethod method = RiskDifferenceMethod::miettinen_nurminen;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// Share of the active arm minus share of the control arm, with its interval. Statistic and p are
/// the test that the interval inverts (score or Wald); Newcombe's inverts none, so it has none.
/// se  the unpooled standard error of the difference, whatever the interval
/// state  too_few for an empty arm (Anderson-Hauck: for an arm of one); boundary where limits leave
///        [-1, 1], as published, or where both arms have no spread and Wald has no width
/// source  Newcombe 1998; Miettinen & Nurminen 1985; Mee 1984; Agresti & Caffo 2000
inline Estimate risk_difference(Responders active, Responders control,
                                const RiskDifferenceOptions& options = {}) {
    const Text words = name(options.method);
    const std::size_t n = detail::patients(active, control);
    if (!active.is_valid() || !control.is_valid() || !detail::is_level(options.confidence_level)) {
        return detail::nothing(words, options.confidence_level, n, State::invalid_argument);
    }
    if (!detail::can_compare(active, control)) {
        return detail::nothing(words, options.confidence_level, n, State::too_few);
    }
    using Method = RiskDifferenceMethod;
    Estimate found;
    found.estimate = active.share() - control.share();
    found.n = n;
    found.method = words;
    found.se = std::sqrt(detail::share_variance(active.share(), static_cast<double>(active.n),
                                                control.share(), static_cast<double>(control.n)));
    const double z = detail::normal_quantile_upper(0.5 * (1.0 - options.confidence_level));
    const detail::Limits limits = detail::difference_limits(active, control, options.method, z);
    const bool flat = (options.method == Method::wald || options.method == Method::wald_corrected ||
                       options.method == Method::anderson_hauck) &&
                      found.se == 0.0;
    found.state = std::isnan(limits.lower)                            ? State::too_few
                  : limits.lower < -1.0 || limits.upper > 1.0 || flat ? State::boundary
                                                                      : State::ok;
    found.ci = {limits.lower, limits.upper, options.confidence_level,
                not_a_number, words,        found.state};
    if (options.method == Method::miettinen_nurminen || options.method == Method::mee) {
        const Stratum table[] = {{active, control}};
        detail::ScoreDifference score(table, options.method == Method::miettinen_nurminen);
        found.statistic = score.z(0.0);
        found.p = detail::normal_two_sided(found.statistic);
    } else if (options.method == Method::wald && found.se > 0.0) {
        found.statistic = found.estimate / found.se;
        found.p = detail::normal_two_sided(found.statistic);
    }
    return found;
}

}  // namespace eczscore::stats
