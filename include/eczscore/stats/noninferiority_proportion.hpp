// SPDX-License-Identifier: BSL-1.0
// Non-inferiority of a responder rate: Farrington & Manning's test, power and sample size.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "eczscore/stats/detail/power.hpp"

namespace eczscore::stats {

namespace detail {

/// Rates restricted to p1 - p2 = bound, most likely given p1 and p2 of arms of which the second
/// has `share` times the patients of the first (Farrington & Manning 1990, by the cubic's root).
struct RestrictedRates {
    double p1 = not_a_number;
    double p2 = not_a_number;
};

inline RestrictedRates restricted_rates(double p1, double p2, double share, double bound) {
    const double a = 1.0 + share;
    const double b = -(1.0 + share + p1 + share * p2 + bound * (share + 2.0));
    const double c = bound * bound + bound * (2.0 * p1 + share + 1.0) + p1 + share * p2;
    const double d = -p1 * bound * (1.0 + bound);
    const double third = b / (3.0 * a);
    const double v = third * third * third - b * c / (6.0 * a * a) + d / (2.0 * a);
    const double inside = third * third - c / (3.0 * a);
    const double u = std::copysign(std::sqrt(std::max(0.0, inside)), v);
    const double u3 = u * u * u;
    const double cosine = u3 == 0.0 ? 0.0 : std::clamp(v / u3, -1.0, 1.0);
    const double angle = (std::numbers::pi + std::acos(cosine)) / 3.0;
    const double first = std::clamp(2.0 * u * std::cos(angle) - third, std::max(0.0, bound),
                                    std::min(1.0, 1.0 + bound));
    return {first, first - bound};
}

inline double rates_variance(double p1, double p2, double share) {
    return std::max(0.0, p1 * (1.0 - p1)) + std::max(0.0, p2 * (1.0 - p2)) / share;
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
    size.fractional = root * root / (apart * apart);
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
    const auto null = detail::restricted_rates(design.p1, design.p2, share, -design.margin);
    const double needed = detail::normal_quantile_upper(design.alpha) *
                          std::sqrt(detail::rates_variance(null.p1, null.p2, share));
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
                                                double ratio = 1.0) {
    if (!detail::is_rate_margin_design(design) || !detail::is_between_0_and_1(power) ||
        !(ratio > 0.0) || !std::isfinite(ratio)) {
        return {.method = detail::rate_margin_method};
    }
    const auto null = detail::restricted_rates(design.p1, design.p2, 1.0 / ratio, -design.margin);
    SampleSizeResult size = detail::rate_margin_size(
        design, power, ratio, detail::rates_variance(null.p1, null.p2, 1.0 / ratio),
        detail::rate_margin_method);
    if (size.state == State::ok) size.power = power_rate_margin(design, size.n1, size.n2).power;
    return size;
}

/// The same with the expected variances under both hypotheses (Wald): the older, simpler form.
inline SampleSizeResult sample_size_rate_margin_unrestricted(const RateMarginDesign& design,
                                                             double power, double ratio = 1.0) {
    const Text method = "unrestricted variance";
    if (!detail::is_rate_margin_design(design) || !detail::is_between_0_and_1(power) ||
        !(ratio > 0.0) || !std::isfinite(ratio)) {
        return {.method = method};
    }
    return detail::rate_margin_size(
        design, power, ratio, detail::rates_variance(design.p1, design.p2, 1.0 / ratio), method);
}

/// Test of the margin on observed counts; `statistic` is normal under the null.
/// x1, n1  responders and patients of the new treatment; x2, n2 of the comparator
inline Estimate farrington_manning(std::int64_t x1, std::int64_t n1, std::int64_t x2,
                                   std::int64_t n2, double margin) {
    Estimate result;
    result.method = "Farrington & Manning";
    if (n1 < 1 || n2 < 1) return result;
    result.state = State::undefined_ratio;
    if (x1 < 0 || x2 < 0 || x1 > n1 || x2 > n2 || !(std::abs(margin) < 1.0)) return result;
    result.n = static_cast<std::size_t>(n1 + n2);
    const double a = static_cast<double>(x1) / static_cast<double>(n1);
    const double b = static_cast<double>(x2) / static_cast<double>(n2);
    const double share = static_cast<double>(n2) / static_cast<double>(n1);
    const auto null = detail::restricted_rates(a, b, share, -margin);
    result.estimate = a - b;
    result.se =
        std::sqrt(detail::rates_variance(null.p1, null.p2, share) / static_cast<double>(n1));
    result.state = State::zero_variance;
    if (result.se == 0.0) return result;
    result.statistic = (result.estimate + margin) / result.se;
    result.p = detail::normal_sf(result.statistic);
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
