// SPDX-License-Identifier: BSL-1.0
// Distribution functions, roots and integrals, and what is made of them. Header-only by Boost.Math;
// with ECZSCORE_STATS_COMPILED they come from eczscore::stats_compiled, and no header of Boost.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/stats/detail/numerical_functions.hpp"
#include "eczscore/stats/detail/roots.hpp"
#include "eczscore/stats/types/special_values.hpp"
#ifndef ECZSCORE_STATS_COMPILED
#include "eczscore/stats/detail/boost_math.hpp"
#endif

namespace eczscore::stats::detail {

/// P(|Z| >= |z|).
inline double normal_two_sided(double z) { return std::min(1.0, 2.0 * normal_sf(std::abs(z))); }
/// P(|T| >= |t|).
inline double t_two_sided(double t, double df) {
    return std::min(1.0, 2.0 * t_sf(std::abs(t), df));
}

inline bool is_limit_question(double t, double df, double tail) {
    return std::isfinite(t) && df > 0.0 && std::isfinite(df) && tail > 0.0 && tail < 1.0;
}
inline double noncentrality_upper(double t, double df, double tail);

/// The noncentrality for which P(T >= t) = tail: the lower limit of an interval for it.
inline double noncentrality_lower(double t, double df, double tail) {
    if (!is_limit_question(t, df, tail)) return not_a_number;
    if (t < 0.0) return -noncentrality_upper(-t, df, tail);
    const double spread = std::sqrt(1.0 + t * t / (2.0 * df));
    const auto f = [&](double ncp) { return tail - noncentral_t_sf(t, df, ncp); };
    return falling_root(f, t - normal_quantile_upper(tail) * spread, spread);
}
/// The noncentrality for which P(T <= t) = tail: the upper limit of an interval for it.
inline double noncentrality_upper(double t, double df, double tail) {
    if (!is_limit_question(t, df, tail)) return not_a_number;
    if (t < 0.0) return -noncentrality_lower(-t, df, tail);
    const double spread = std::sqrt(1.0 + t * t / (2.0 * df));
    const auto f = [&](double ncp) { return noncentral_t_cdf(t, df, ncp) - tail; };
    return falling_root(f, t + normal_quantile_upper(tail) * spread, spread);
}

/// Hedges' exact small-sample factor J for `df` > 1 degrees of freedom (Hedges 1981), by the ratio
/// of gamma functions: a difference of logarithms loses digits as df grows.
inline double hedges_j(double df) {
    if (!(df > 1.0)) return not_a_number;
    const double half = df / 2.0;
    return 1.0 / (gamma_delta_ratio(half - 0.5, 0.5) * std::sqrt(half));
}

/// phi(z) / (1 - Phi(z)): the mean of a standard normal variable above z. Beyond 8 by the
/// continued fraction of Laplace, which is sqrt(2/pi) / erfcx(z/sqrt(2)) and keeps its digits
/// where both parts underflow.
inline double inverse_mills(double z) {
    if (std::isnan(z)) return not_a_number;
    if (z <= 8.0) return normal_pdf(z) / normal_sf(z);
    double tail = z;  // z + 1/(z + 2/(z + 3/(z + ...)))
    for (int k = 40; k >= 1; --k) tail = z + k / tail;
    return tail;
}

/// log(1 - Phi(z)) without underflow.
inline double log_normal_sf(double z) {
    if (z <= 8.0) return std::log(normal_sf(z));
    constexpr double log_root_two_pi = 0.91893853320467274178;
    return -0.5 * z * z - log_root_two_pi - std::log(inverse_mills(z));
}

}  // namespace eczscore::stats::detail
