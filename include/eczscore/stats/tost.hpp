// SPDX-License-Identifier: BSL-1.0
// Equivalence of two means by two one-sided tests (Schuirmann 1987), Welch or equal variances.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/detail/welch_df.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/variances.hpp"

namespace eczscore::stats {

/// Two one-sided tests of equivalence of two means, in points.
struct TostResult {
    double estimate = not_a_number;  ///< mean of the first less mean of the second
    double se = not_a_number;
    double df = not_a_number;
    double t_lower = not_a_number;  ///< against "difference <= lower margin"
    double p_lower = not_a_number;
    double t_upper = not_a_number;  ///< against "difference >= upper margin"
    double p_upper = not_a_number;
    double p = not_a_number;  ///< the larger of the two: equivalence is shown where it is small
    Interval ci{};            ///< level 1 - 2 alpha: inside the margins exactly where p <= alpha
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

/// What `tost` may be asked for.
struct TostOptions {
    Variances variances = Variances::welch;
    double alpha = 0.05;  ///< of the test, above 0 and below 1
};

/// From summaries. Margins in points, lower < upper.
/// states  `too_few` below 2 in an arm; `zero_variance`: no spread at all; `invalid_argument`:
///         margins in the wrong order, alpha outside (0, 1/2) or so small that 1 - 2 alpha is 1, an
///         SD below 0, a mean or SD that is not finite; `out_of_range`: limits beyond what a double
///         holds
inline TostResult tost(const GroupSummary& first, const GroupSummary& second, double lower,
                       double upper, const TostOptions& options = {}) {
    TostResult result;
    result.method = options.variances == Variances::welch
                        ? "two one-sided Welch t tests"
                        : "two one-sided t tests, equal options.variances";
    result.n = first.n + second.n;
    if (first.n < 2 || second.n < 2) return result;
    result.state = State::invalid_argument;
    if (!(lower < upper) || !(options.alpha > 0.0 && options.alpha < 0.5) ||
        !(1.0 - 2.0 * options.alpha < 1.0)) {
        return result;
    }
    const auto is_summary = [](const GroupSummary& arm) {
        return std::isfinite(arm.mean) && std::isfinite(arm.sd) && arm.sd >= 0.0;
    };
    if (!is_summary(first) || !is_summary(second)) return result;
    const auto n1 = static_cast<double>(first.n);
    const auto n2 = static_cast<double>(second.n);
    const double v1 = first.sd * first.sd / n1;
    const double v2 = second.sd * second.sd / n2;
    result.estimate = first.mean - second.mean;
    if (options.variances == Variances::welch) {
        result.se = std::sqrt(v1 + v2);
        result.df = detail::welch_df(v1, n1 - 1.0, v2, n2 - 1.0);
    } else {
        result.df = n1 + n2 - 2.0;
        const double pooled = (v1 * n1 * (n1 - 1.0) + v2 * n2 * (n2 - 1.0)) / result.df;
        result.se = std::sqrt(pooled * (1.0 / n1 + 1.0 / n2));
    }
    result.state = result.ci.state = State::zero_variance;
    if (!(result.se > 0.0)) return result;
    result.t_lower = (result.estimate - lower) / result.se;
    result.t_upper = (result.estimate - upper) / result.se;
    result.p_lower = detail::t_sf(result.t_lower, result.df);
    result.p_upper = detail::t_cdf(result.t_upper, result.df);
    result.p = std::max(result.p_lower, result.p_upper);
    const double half = detail::t_quantile_upper(options.alpha, result.df) * result.se;
    result.state = result.ci.state = State::out_of_range;
    if (!std::isfinite(half) || !std::isfinite(result.estimate) || std::isnan(result.p)) {
        return result;
    }
    result.ci = {result.estimate - half,    result.estimate + half, 1.0 - 2.0 * options.alpha,
                 1.0 - 2.0 * options.alpha, result.method,          State::ok};
    result.state = State::ok;
    return result;
}

/// From the values; missing ones are left out and counted.
inline TostResult tost(std::span<const double> first, std::span<const double> second, double lower,
                       double upper, const TostOptions& options = {}) {
    const detail::Sample a = detail::complete(first);
    const detail::Sample b = detail::complete(second);
    const detail::Moments of_a = detail::moments(a.values);
    const detail::Moments of_b = detail::moments(b.values);
    TostResult result = tost(GroupSummary{of_a.n, of_a.mean, of_a.sd()},
                             GroupSummary{of_b.n, of_b.mean, of_b.sd()}, lower, upper, options);
    result.missing = a.missing + b.missing;
    return result;
}

}  // namespace eczscore::stats
