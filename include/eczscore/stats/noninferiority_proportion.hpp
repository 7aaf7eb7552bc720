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

/// By the score test with variances restricted to the margin (Farrington & Manning 1990): n1 as
/// computed in `fractional`. `not_reached` where p1 is expected to be worse by the margin.
/// ratio  n1 / n2
inline SampleSizeResult sample_size_rate_margin(const RateMarginDesign& design, double power,
                                                double ratio = 1.0) {
    SampleSizeResult size{.method = "Farrington & Manning"};
    const double share = 1.0 / ratio;
    if (!detail::is_between_0_and_1(power) || !detail::is_between_0_and_1(design.alpha) ||
        !detail::is_probability(design.p1) || !detail::is_probability(design.p2) ||
        !(design.margin > 0.0 && design.margin < 1.0) || !(ratio > 0.0)) {
        return size;
    }
    const double apart = design.p1 - design.p2 + design.margin;
    size.state = State::not_reached;
    if (!(apart > 0.0)) return size;
    const auto null = detail::restricted_rates(design.p1, design.p2, share, -design.margin);
    const double root = detail::normal_quantile_upper(design.alpha) *
                            std::sqrt(detail::rates_variance(null.p1, null.p2, share)) +
                        detail::normal_quantile(power) *
                            std::sqrt(detail::rates_variance(design.p1, design.p2, share));
    size.fractional = root * root / (apart * apart);
    size.n1 = static_cast<std::int64_t>(detail::ceiling(size.fractional));
    size.n2 = static_cast<std::int64_t>(detail::ceiling(size.fractional * share));
    size.total = size.n1 + size.n2;
    const auto n = static_cast<double>(size.n1);
    const double of_n2 = static_cast<double>(size.n2) / n;
    const auto at_n = detail::restricted_rates(design.p1, design.p2, of_n2, -design.margin);
    size.power = detail::normal_cdf(
        (apart * std::sqrt(n) - detail::normal_quantile_upper(design.alpha) *
                                    std::sqrt(detail::rates_variance(at_n.p1, at_n.p2, of_n2))) /
        std::sqrt(detail::rates_variance(design.p1, design.p2, of_n2)));
    size.state = State::ok;
    return size;
}

/// The same with the expected variances under both hypotheses (Wald): the older, simpler form.
inline SampleSizeResult sample_size_rate_margin_unrestricted(const RateMarginDesign& design,
                                                             double power, double ratio = 1.0) {
    SampleSizeResult size{.method = "unrestricted variance"};
    if (!detail::is_between_0_and_1(power) || !detail::is_between_0_and_1(design.alpha) ||
        !(ratio > 0.0) || !detail::is_probability(design.p1) ||
        !detail::is_probability(design.p2)) {
        return size;
    }
    const double apart = design.p1 - design.p2 + design.margin;
    size.state = State::not_reached;
    if (!(apart > 0.0)) return size;
    const double z = detail::normal_quantile_upper(design.alpha) + detail::normal_quantile(power);
    size.fractional =
        z * z * detail::rates_variance(design.p1, design.p2, 1.0 / ratio) / (apart * apart);
    size.n1 = static_cast<std::int64_t>(detail::ceiling(size.fractional));
    size.n2 = static_cast<std::int64_t>(detail::ceiling(size.fractional / ratio));
    size.total = size.n1 + size.n2;
    size.state = State::ok;
    return size;
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
