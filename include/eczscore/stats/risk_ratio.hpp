// SPDX-License-Identifier: BSL-1.0
// The ratio of two shares of responders, active over control, with its interval.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the interval of a risk ratio is made.
enum class RiskRatioMethod : std::uint8_t {
    koopman,             ///< score; valid with empty cells
    miettinen_nurminen,  ///< score with the factor N/(N-1)
    katz                 ///< Wald on the logarithm; needs responders in both arms
};

constexpr Text name(RiskRatioMethod method) {
    constexpr Text names[] = {"Koopman", "Miettinen-Nurminen", "Katz"};
    return name_of(names, method);
}

namespace detail {

/// The score statistic for a ratio of shares; it falls as the ratio rises.
struct ScoreRatio {
    double x1, n1, x2, n2;
    double factor;  ///< of the variance: 1 or N/(N-1)

    ScoreRatio(Responders a, Responders b, bool corrected)
        : x1(static_cast<double>(a.x)),
          n1(static_cast<double>(a.n)),
          x2(static_cast<double>(b.x)),
          n2(static_cast<double>(b.n)),
          factor(corrected ? (n1 + n2) / (n1 + n2 - 1.0) : 1.0) {}

    /// p1 q1 / n1 + ratio^2 p2 q2 / n2 at the most likely shares when p1 = ratio p2.
    ///
    /// p2 is the smaller root of N r p^2 - (r (n1 + x2) + x1 + n2) p + x1 + x2 = 0. Its
    /// discriminant is u^2 + 4 r y1 y2 with u = r (n1 + x2) - (x1 + n2) and y those who did not
    /// respond, and written so, shares and their complements have no cancellation at either end.
    double variance(double ratio) const {
        const double y1 = n1 - x1, y2 = n2 - x2;
        const double u = ratio * (n1 + x2) - (x1 + n2);
        const double product = 4.0 * ratio * y1 * y2;
        const double root = std::sqrt(u * u + product);
        const double above = u > 0.0 ? root + u : product > 0.0 ? product / (root - u) : 0.0;
        const double below = u < 0.0 ? root - u : product > 0.0 ? product / (root + u) : 0.0;
        const double all = ratio * (n1 + x2) + x1 + n2 + root;
        const double p2 = 2.0 * (x1 + x2) / all, q2 = (above + 2.0 * y2) / all;
        const double p1 = ratio * p2, q1 = (below + 2.0 * ratio * y1) / all;
        return factor * (p1 * q1 / n1 + ratio * ratio * p2 * q2 / n2);
    }
    /// z for the logarithm of the ratio.
    double z(double log_ratio) const {
        const double ratio = std::exp(log_ratio);
        const double far = x1 / n1 - ratio * (x2 / n2);
        const double spread = variance(ratio);
        if (spread > 0.0) return far / std::sqrt(spread);
        return far == 0.0 ? 0.0 : std::copysign(infinity, far);
    }
    /// The ratios that the test does not reject; 0 and infinity where an arm has no responder.
    Limits limits(double critical) const {
        const double middle = std::log((x1 + 0.5) / (n1 + 0.5)) - std::log((x2 + 0.5) / (n2 + 0.5));
        const auto limit = [&](double target) {
            return std::exp(falling_root([&](double t) { return z(t) - target; }, middle, 0.5));
        };
        return {x1 == 0.0 ? 0.0 : limit(critical), x2 == 0.0 ? infinity : limit(-critical)};
    }
};

}  // namespace detail

/// What `risk_ratio` may be asked for.
struct RiskRatioOptions {
    RiskRatioMethod method = RiskRatioMethod::koopman;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// Share of the active arm over share of the control arm, with its interval.
/// se  of the logarithm (Katz); NaN where an arm has no responder
/// Statistic and p: the test that the interval inverts, of a ratio of 1.
/// state  undefined_ratio where no control responded (the ratio is infinite, or 0/0) and where
///        Katz has no limits; the score limits are there all the same, 0 or infinite on one side
/// source  Katz 1978; Koopman 1984; Miettinen & Nurminen 1985
inline Estimate risk_ratio(Responders active, Responders control,
                           const RiskRatioOptions& options = {}) {
    const Text words = name(options.method);
    const std::size_t n = detail::patients(active, control);
    if (!active.is_valid() || !control.is_valid() || !detail::is_level(options.confidence_level)) {
        return detail::nothing(words, options.confidence_level, n, State::invalid_argument);
    }
    if (!detail::can_compare(active, control)) {
        return detail::nothing(words, options.confidence_level, n, State::too_few);
    }
    const auto x1 = static_cast<double>(active.x), n1 = static_cast<double>(active.n);
    const auto x2 = static_cast<double>(control.x), n2 = static_cast<double>(control.n);
    Estimate found;
    found.n = n;
    found.method = words;
    found.state = control.x == 0 ? State::undefined_ratio : State::ok;
    if (control.x > 0) found.estimate = (x1 * n2) / (x2 * n1);
    if (control.x == 0 && active.x > 0) found.estimate = infinity;
    if (active.x > 0 && control.x > 0) {
        found.se = std::sqrt((n1 - x1) / (x1 * n1) + (n2 - x2) / (x2 * n2));
    }
    const double z = detail::normal_quantile_upper(0.5 * (1.0 - options.confidence_level));
    found.ci = {.confidence_level = options.confidence_level, .method = words, .state = State::ok};
    if (options.method == RiskRatioMethod::katz) {
        if (std::isnan(found.se)) {
            found.state = found.ci.state = State::undefined_ratio;
            return found;
        }
        if (found.se == 0.0) found.state = found.ci.state = State::boundary;
        found.ci.lower = found.estimate * std::exp(-z * found.se);
        found.ci.upper = found.estimate * std::exp(z * found.se);
        if (found.se > 0.0) found.statistic = std::log(found.estimate) / found.se;
    } else {
        const detail::ScoreRatio score(active, control,
                                       options.method == RiskRatioMethod::miettinen_nurminen);
        const detail::Limits limits = detail::in_order(score.limits(z));
        found.ci.lower = limits.lower;
        found.ci.upper = limits.upper;
        found.statistic = score.z(0.0);
        if (std::isnan(limits.lower) || std::isnan(limits.upper)) {
            found.ci.state = State::not_converged;
        }
    }
    found.p = detail::normal_two_sided(found.statistic);
    return found;
}

}  // namespace eczscore::stats
