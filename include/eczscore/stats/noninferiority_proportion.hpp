// SPDX-License-Identifier: BSL-1.0
// Non-inferiority of a responder rate: Farrington & Manning's test, power and sample size.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/score_difference.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

namespace detail {

/// p1 q1 + p2 q2 / share of rates, or of observed shares.
inline double rates_variance(double p1, double p2, double share) {
    return p1 * (1.0 - p1) + p2 * (1.0 - p2) / share;
}

/// The same of the most likely rates with p1 - p2 = bound, given p1 and p2 of arms of which the
/// second has `share` times the patients of the first. The score interval's own search: the closed
/// root of the cubic loses digits where nobody or everybody responds.
inline double restricted_rates_variance(double p1, double p2, double share, double bound) {
    ScoreTable table{p1,  1.0 - p1, 1.0, share * p2, share * (1.0 - p2),  share,
                     1.0, 1.0,      p2,  p1 - p2,    -1.0 / (1.0 + share)};
    return restricted_variance(table, bound);
}

}  // namespace detail

/// "The rate of arm 1 is worse than that of arm 2 by `margin` or more" is to be rejected.
struct RateMarginDesign {
    double p1 = 0.5;       ///< expected
    double p2 = 0.5;       ///< expected, of the comparator
    double margin = 0.1;   ///< above 0
    double alpha = 0.025;  ///< one-sided
};

namespace detail {

inline constexpr Text rate_margin_method = "Farrington & Manning";

inline bool is_rate_margin_design(const RateMarginDesign& of) {
    return is_between_0_and_1(of.alpha) && is_probability(of.p1) && is_probability(of.p2) &&
           of.margin > 0.0 && of.margin < 1.0;
}

/// A closed size with its standard deviations; both arms rounded up.
inline SampleSizeResult rate_margin_size(const RateMarginDesign& of, double power, double ratio,
                                         double null_variance, Text method) {
    SampleSizeResult size{.method = method, .state = State::not_reached};
    const double apart = of.p1 - of.p2 + of.margin;
    if (!(apart > 0.0)) return size;
    const double root = size_root(normal_quantile_upper(of.alpha), std::sqrt(null_variance), power,
                                  std::sqrt(rates_variance(of.p1, of.p2, 1.0 / ratio)));
    size.fractional = closed_size(root, apart);
    const std::int64_t n1 = whole_size(size.fractional);
    const std::int64_t n2 = whole_size(size.fractional / ratio);
    if (n1 == 0 || n2 == 0) return size;
    size.n1 = n1;
    size.n2 = n2;
    size.total = n1 + n2;
    size.state = State::ok;
    return size;
}

}  // namespace detail

/// Of the score test with variances restricted to the margin, by the normal distribution. The
/// interval of Miettinen & Nurminen inverts the same test but for the factor N/(N-1).
inline PowerResult power_rate_margin(const RateMarginDesign& design, std::int64_t n1,
                                     std::int64_t n2) {
    PowerResult result{.method = detail::rate_margin_method};
    if (!detail::is_rate_margin_design(design)) return result;
    result.state = State::too_few;
    if (n1 < 1 || n2 < 1) return result;
    const auto n = static_cast<double>(n1);
    const double share = static_cast<double>(n2) / n;
    const double needed =
        detail::normal_quantile_upper(design.alpha) *
        std::sqrt(detail::restricted_rates_variance(design.p1, design.p2, share, -design.margin));
    const double beyond = (design.p1 - design.p2 + design.margin) * std::sqrt(n) - needed;
    const double sd = std::sqrt(detail::rates_variance(design.p1, design.p2, share));
    // Rates of 0 or 100 % do not vary: the outcome is certain.
    result.power = sd > 0.0 ? detail::normal_cdf(beyond / sd) : beyond > 0.0 ? 1.0 : 0.0;
    result.state = State::ok;
    return result;
}

/// By the score test with variances restricted to the margin (Farrington & Manning 1990): n1 as
/// computed in `fractional`. `not_reached` where p1 is expected to be worse by the margin.
/// ratio  n1 / n2
inline SampleSizeResult sample_size_rate_margin(const RateMarginDesign& design, double power,
                                                const AllocationOptions& options = {}) {
    if (!detail::is_rate_margin_design(design) || !detail::is_between_0_and_1(power) ||
        !(options.ratio > 0.0) || !std::isfinite(options.ratio)) {
        return {.method = detail::rate_margin_method};
    }
    SampleSizeResult size =
        detail::rate_margin_size(design, power, options.ratio,
                                 detail::restricted_rates_variance(
                                     design.p1, design.p2, 1.0 / options.ratio, -design.margin),
                                 detail::rate_margin_method);
    if (size.state == State::ok) size.power = power_rate_margin(design, size.n1, size.n2).power;
    return size;
}

/// The same with the expected variances under both hypotheses (Wald): the older, simpler form.
inline SampleSizeResult sample_size_rate_margin_unrestricted(
    const RateMarginDesign& design, double power, const AllocationOptions& options = {}) {
    const Text method = "unrestricted variance";
    if (!detail::is_rate_margin_design(design) || !detail::is_between_0_and_1(power) ||
        !(options.ratio > 0.0) || !std::isfinite(options.ratio)) {
        return {.method = method};
    }
    return detail::rate_margin_size(
        design, power, options.ratio,
        detail::rates_variance(design.p1, design.p2, 1.0 / options.ratio), method);
}

/// Test of the margin on observed counts; `statistic` is normal under the null, `p` one-sided. The
/// interval inverts the same test (Mee 1984, without the factor N/(N-1)): its lower limit lies
/// above -margin exactly where p is below (1 - level)/2.
/// x1, n1  responders and patients of the new treatment; x2, n2 of the comparator
/// states  `too_few`: an empty arm; `invalid_argument`: counts, a margin or a level that cannot be;
///         `zero_variance`: no spread on the margin
inline Estimate farrington_manning(std::int64_t x1, std::int64_t n1, std::int64_t x2,
                                   std::int64_t n2, double margin,
                                   const IntervalOptions& options = {}) {
    Estimate result;
    result.method = detail::rate_margin_method;
    result.ci = {.confidence_level = options.confidence_level,
                 .method = "score, without N/(N-1) (Mee 1984)"};
    if (n1 < 1 || n2 < 1) return result;
    const Stratum both{{x1, n1}, {x2, n2}};
    result.state = result.ci.state = State::invalid_argument;
    if (!detail::can_compare(both.active, both.control) || !(std::abs(margin) < 1.0)) return result;
    result.n = static_cast<std::size_t>(n1 + n2);
    const double a = both.active.share();
    const double b = both.control.share();
    const double share = static_cast<double>(n2) / static_cast<double>(n1);
    result.estimate = a - b;
    if (detail::is_level(options.confidence_level)) {
        const auto [lower, upper] =
            detail::ScoreDifference({&both, 1}, false)
                .limits(detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0));
        result.ci.lower = lower;
        result.ci.upper = upper;
        result.ci.state = State::ok;
    }
    result.se = std::sqrt(detail::restricted_rates_variance(a, b, share, -margin) /
                          static_cast<double>(n1));
    result.state = State::zero_variance;
    if (!(result.se > 0.0)) return result;
    result.statistic = (result.estimate + margin) / result.se;
    result.p = detail::normal_sf(result.statistic);
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
