// SPDX-License-Identifier: BSL-1.0
// Power and sample size of two one-sided tests of equivalence: Owen's Q as one integral.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Equivalence of two means, in points.
struct TostDesign {
    double true_difference = 0.0;
    double lower = -1.0;  ///< margins, in points
    double upper = 1.0;
    double sd = 1.0;      ///< common to both arms
    double alpha = 0.05;  ///< of each one-sided test
};

namespace detail {

/// P(both tests reject) where the standard error of the difference is `se` and is estimated with
/// `df` degrees of freedom: the integral over s, the ratio of estimated to true error, of
/// Phi((upper - d)/se - t s) - Phi((lower - d)/se + t s), up to where the two meet.
inline double tost_power(const TostDesign& of, double se, double df) {
    const bool is_design = std::isfinite(of.true_difference) && of.lower < of.upper &&
                           std::isfinite(se) && std::isfinite(df);
    if (!is_design || !(se > 0.0) || !(df > 0.0) || !is_between_0_and_1(of.alpha)) {
        return not_a_number;
    }
    const double t = t_quantile_upper(of.alpha, df);
    const double high = (of.upper - of.true_difference) / se;
    const double low = (of.lower - of.true_difference) / se;
    const double most = t > 0.0 ? (high - low) / (2.0 * t) : infinity;
    // log of the density of s, where df s^2 is chi-square with df degrees of freedom
    const double constant = std::log(2.0) + df / 2.0 * std::log(df / 2.0) - log_gamma(df / 2.0);
    const auto integrand = [&](double s) {
        if (!(s > 0.0)) return 0.0;
        const double density = std::exp(constant + (df - 1.0) * std::log(s) - df * s * s / 2.0);
        const double both = normal_cdf(high - t * s) - normal_cdf(low + t * s);
        return both > 0.0 ? both * density : 0.0;
    };
    const double spread = 1.0 / std::sqrt(2.0 * df);
    double from = 0.0;
    double sum = 0.0;
    // Pieces as wide as the density, so that none of them can be missed.
    for (const double deviations :
         {-12.0, -8.0, -5.0, -3.0, -1.0, 1.0, 3.0, 5.0, 8.0, 12.0, 40.0}) {
        const double to = std::min(most, 1.0 + deviations * spread);
        if (to <= from) continue;
        sum += gauss_kronrod_31(integrand, from, to, 8, 1e-14);
        from = to;
    }
    return std::clamp(sum, 0.0, 1.0);
}

inline constexpr Text tost_power_method = "Owen's Q for two one-sided t tests";

}  // namespace detail

/// Of two arms, compared with equal variances.
inline PowerResult power_tost(const TostDesign& design, std::int64_t n1, std::int64_t n2) {
    if (n1 < 1 || n2 < 1) return {.method = detail::tost_power_method, .state = State::too_few};
    const auto a = static_cast<double>(n1);
    const auto b = static_cast<double>(n2);
    return detail::power_result(
        detail::tost_power(design, design.sd * std::sqrt(1.0 / a + 1.0 / b), a + b - 2.0),
        not_a_number, a + b - 2.0, detail::tost_power_method);
}
/// Of n pairs; `sd` is that of the differences.
inline PowerResult power_tost_paired(const TostDesign& design, std::int64_t n) {
    if (n < 2) return {.method = detail::tost_power_method, .state = State::too_few};
    const auto size = static_cast<double>(n);
    return detail::power_result(detail::tost_power(design, design.sd / std::sqrt(size), size - 1.0),
                                not_a_number, size - 1.0, detail::tost_power_method);
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2. `not_reached` where the
/// expected difference is not inside the margins.
inline SampleSizeResult sample_size_tost(const TostDesign& design, double power,
                                         const AllocationOptions& options = {}) {
    SampleSizeResult size{.method = detail::tost_power_method};
    if (!std::isfinite(design.true_difference) || !(design.lower < design.upper)) return size;
    size.state = State::not_reached;
    if (!(design.true_difference > design.lower && design.true_difference < design.upper)) {
        return size;
    }
    return detail::two_arm_size(
        2.0, options.ratio, power, detail::tost_power_method, [&](double n1, double n2) {
            return detail::tost_power(design, design.sd * std::sqrt(1.0 / n1 + 1.0 / n2),
                                      n1 + n2 - 2.0);
        });
}

}  // namespace eczscore::stats
