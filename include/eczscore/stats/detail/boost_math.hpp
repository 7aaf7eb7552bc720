// SPDX-License-Identifier: BSL-1.0
// What the statistics ask of Boost.Math, with one fixed policy: no throw, nothing in `long double`.
// Included by distribution.hpp, or compiled once as eczscore::stats_compiled.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>

#include "eczscore/stats/detail/boost.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include "eczscore/stats/detail/large_beta.hpp"
#include "eczscore/stats/detail/numerical_functions.hpp"
#include "eczscore/stats/detail/roots.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// Errors become values, and nothing is computed in `long double`, which differs between
/// platforms: the same digits everywhere.
using Policy = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::denorm_error<boost::math::policies::ignore_error>,
    boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::indeterminate_result_error<boost::math::policies::ignore_error>,
    boost::math::policies::promote_float<false>, boost::math::policies::promote_double<false>,
    boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>;

/// Boost's iterations do not hand the policy on everywhere, and their own throws: that is NaN, too.
template <class Function>
double without_throw(const Function& f) {
    try {
        return f();
    } catch (const std::exception&) {
        return not_a_number;
    }
}

// The four questions that are asked of every continuous distribution.
template <class Distribution>
double lower_tail(const Distribution& of, double x) {
    if (std::isnan(x)) return not_a_number;
    return without_throw([&] { return boost::math::cdf(of, x); });
}
template <class Distribution>
double upper_tail(const Distribution& of, double x) {
    if (std::isnan(x)) return not_a_number;
    return without_throw([&] { return boost::math::cdf(boost::math::complement(of, x)); });
}
template <class Distribution>
double value_above(const Distribution& of, double p) {
    if (!is_probability(p)) return not_a_number;
    return without_throw([&] { return boost::math::quantile(of, p); });
}
template <class Distribution>
double value_below(const Distribution& of, double p) {
    if (!is_probability(p)) return not_a_number;
    return without_throw([&] { return boost::math::quantile(boost::math::complement(of, p)); });
}

/// Shapes, and halves of degrees of freedom, for which Boost's incomplete beta and gamma functions
/// compute; beyond them their assertions fail.
inline bool is_shape(double a) { return a >= 1e-12 && a <= 1e17; }

// Standard normal.
using Normal = boost::math::normal_distribution<double, Policy>;
ECZSCORE_STATS_FUNCTION double normal_pdf(double x) {
    return std::isnan(x) ? not_a_number : boost::math::pdf(Normal(), x);
}
ECZSCORE_STATS_FUNCTION double normal_cdf(double x) { return lower_tail(Normal(), x); }
ECZSCORE_STATS_FUNCTION double normal_sf(double x) { return upper_tail(Normal(), x); }
ECZSCORE_STATS_FUNCTION double normal_quantile(double p) { return value_above(Normal(), p); }
ECZSCORE_STATS_FUNCTION double normal_quantile_upper(double p) { return value_below(Normal(), p); }

// Student's t.
using StudentT = boost::math::students_t_distribution<double, Policy>;
inline bool is_t_df(double df) { return is_shape(df / 2.0) || df > 1e17; }
ECZSCORE_STATS_FUNCTION double t_cdf(double t, double df) {
    return is_t_df(df) ? lower_tail(StudentT(df), t) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double t_sf(double t, double df) {
    return is_t_df(df) ? upper_tail(StudentT(df), t) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double t_quantile(double p, double df) {
    return is_t_df(df) ? value_above(StudentT(df), p) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double t_quantile_upper(double p, double df) {
    return is_t_df(df) ? value_below(StudentT(df), p) : not_a_number;
}

/// Beyond this Boost's tails of a chi-square distribution are wrong in the first digit.
inline constexpr double most_chi_square_df = 1e10;
inline bool is_chi_square_df(double df) { return is_shape(df / 2.0) && df <= most_chi_square_df; }

// Chi-square, central and noncentral.
using ChiSquare = boost::math::chi_squared_distribution<double, Policy>;
ECZSCORE_STATS_FUNCTION double chi_square_cdf(double x, double df) {
    return is_chi_square_df(df) ? lower_tail(ChiSquare(df), x) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double chi_square_sf(double x, double df) {
    return is_chi_square_df(df) ? upper_tail(ChiSquare(df), x) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double chi_square_quantile(double p, double df) {
    return is_chi_square_df(df) ? value_above(ChiSquare(df), p) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double chi_square_quantile_upper(double p, double df) {
    return is_chi_square_df(df) ? value_below(ChiSquare(df), p) : not_a_number;
}
using NoncentralChiSquare = boost::math::non_central_chi_squared_distribution<double, Policy>;
ECZSCORE_STATS_FUNCTION double noncentral_chi_square_cdf(double x, double df, double ncp) {
    return lower_tail(NoncentralChiSquare(df, ncp), x);
}
ECZSCORE_STATS_FUNCTION double noncentral_chi_square_sf(double x, double df, double ncp) {
    return upper_tail(NoncentralChiSquare(df, ncp), x);
}

/// The value of a large beta variable that a share p lies below (or above), from a normal guess.
inline double large_beta_value(double p, double a, double b, bool above) {
    if (p == 0.0 || p == 1.0) return (p == 1.0) == above ? 0.0 : 1.0;
    const double z = above ? normal_quantile_upper(p) : normal_quantile(p);
    return large_beta_quantile(p, a, b, above, z, [](const auto& f, double low, double high) {
        return rising_root(f, low, high);
    });
}

// F with df1 and df2 degrees of freedom.
using FisherF = boost::math::fisher_f_distribution<double, Policy>;
/// By way of a beta variable and its complement, of which the smaller has more digits.
inline double large_f(double x, double df1, double df2, bool above) {
    const double first = df1 * x;
    return first < df2 ? large_beta(first / (first + df2), df1 / 2.0, df2 / 2.0, above)
                       : large_beta(df2 / (first + df2), df2 / 2.0, df1 / 2.0, !above);
}
ECZSCORE_STATS_FUNCTION double f_cdf(double x, double df1, double df2) {
    if (x >= 0.0 && is_large_beta(df1 / 2.0, df2 / 2.0)) return large_f(x, df1, df2, false);
    if (!is_shape(df1 / 2.0) || !is_shape(df2 / 2.0)) return not_a_number;
    return lower_tail(FisherF(df1, df2), x);
}
ECZSCORE_STATS_FUNCTION double f_sf(double x, double df1, double df2) {
    if (x >= 0.0 && is_large_beta(df1 / 2.0, df2 / 2.0)) return large_f(x, df1, df2, true);
    if (!is_shape(df1 / 2.0) || !is_shape(df2 / 2.0)) return not_a_number;
    return upper_tail(FisherF(df1, df2), x);
}
/// Both quantiles go by the inverse incomplete beta function: Boost's own quantile of F leaves the
/// complement unset where it fails, which compilers warn of; here it is NaN.
inline double f_value(double x, double complement, double df1, double df2) {
    return complement == 0.0 ? infinity : df2 * x / (df1 * complement);
}
inline bool is_f_question(double p, double df1, double df2) {
    return is_probability(p) && is_shape(df1 / 2.0) && is_shape(df2 / 2.0);
}
inline double large_f_value(double p, double df1, double df2, bool above) {
    if (df1 < df2) {
        const double x = large_beta_value(p, df1 / 2.0, df2 / 2.0, above);
        return f_value(x, 1.0 - x, df1, df2);
    }
    const double rest = large_beta_value(p, df2 / 2.0, df1 / 2.0, !above);
    return f_value(1.0 - rest, rest, df1, df2);
}
ECZSCORE_STATS_FUNCTION double f_quantile(double p, double df1, double df2) {
    if (!is_f_question(p, df1, df2)) return not_a_number;
    if (is_large_beta(df1 / 2.0, df2 / 2.0)) return large_f_value(p, df1, df2, false);
    double complement = not_a_number;
    const double x = without_throw(
        [&] { return boost::math::ibeta_inv(df1 / 2.0, df2 / 2.0, p, &complement, Policy()); });
    return f_value(x, complement, df1, df2);
}
ECZSCORE_STATS_FUNCTION double f_quantile_upper(double p, double df1, double df2) {
    if (!is_f_question(p, df1, df2)) return not_a_number;
    if (is_large_beta(df1 / 2.0, df2 / 2.0)) return large_f_value(p, df1, df2, true);
    double complement = not_a_number;
    const double x = without_throw(
        [&] { return boost::math::ibetac_inv(df1 / 2.0, df2 / 2.0, p, &complement, Policy()); });
    return f_value(x, complement, df1, df2);
}

// Beta with shapes a, b > 0.
using Beta = boost::math::beta_distribution<double, Policy>;
ECZSCORE_STATS_FUNCTION double beta_cdf(double x, double a, double b) {
    if (is_probability(x) && is_large_beta(a, b)) return large_beta(x, a, b, false);
    return is_shape(a) && is_shape(b) ? lower_tail(Beta(a, b), x) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double beta_sf(double x, double a, double b) {
    if (is_probability(x) && is_large_beta(a, b)) return large_beta(x, a, b, true);
    return is_shape(a) && is_shape(b) ? upper_tail(Beta(a, b), x) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double beta_quantile(double p, double a, double b) {
    if (is_probability(p) && is_large_beta(a, b)) return large_beta_value(p, a, b, false);
    return is_shape(a) && is_shape(b) ? value_above(Beta(a, b), p) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double beta_quantile_upper(double p, double a, double b) {
    if (is_probability(p) && is_large_beta(a, b)) return large_beta_value(p, a, b, true);
    return is_shape(a) && is_shape(b) ? value_below(Beta(a, b), p) : not_a_number;
}

// Binomial: `k` successes of `n` with probability `p` each.
using Binomial = boost::math::binomial_distribution<double, Policy>;
inline bool is_binomial(std::int64_t n, double p) { return n >= 0 && is_probability(p); }
/// P(X <= k), or P(X > k), of many trials; 0 <= k < n.
inline double large_binomial(std::int64_t k, std::int64_t n, double p, bool above) {
    return large_beta(p, static_cast<double>(k) + 1.0, static_cast<double>(n - k), !above);
}
inline bool is_large_binomial(std::int64_t n) { return static_cast<double>(n) > large_trials; }
ECZSCORE_STATS_FUNCTION double binomial_pmf(std::int64_t k, std::int64_t n, double p) {
    if (!is_binomial(n, p)) return not_a_number;
    if (k < 0 || k > n) return 0.0;
    // below 1e-290 Boost's density is infinite
    if ((is_large_binomial(n) || p < 1e-290) && p > 0.0 && p < 1.0) {
        const LargeTrials of{static_cast<double>(n), p, 1.0 - p};
        return of.density(of.at(static_cast<double>(k), static_cast<double>(n - k)));
    }
    return boost::math::pdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}
ECZSCORE_STATS_FUNCTION double binomial_cdf(std::int64_t k, std::int64_t n, double p) {
    if (!is_binomial(n, p)) return not_a_number;
    if (k < 0) return 0.0;
    if (k >= n) return 1.0;
    if (is_large_binomial(n)) return large_binomial(k, n, p, false);
    return boost::math::cdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}
ECZSCORE_STATS_FUNCTION double binomial_sf(std::int64_t k, std::int64_t n, double p) {
    if (!is_binomial(n, p)) return not_a_number;
    if (k < 0) return 1.0;
    if (k >= n) return 0.0;
    if (is_large_binomial(n)) return large_binomial(k, n, p, true);
    const Binomial of(static_cast<double>(n), p);
    return boost::math::cdf(boost::math::complement(of, static_cast<double>(k)));
}
ECZSCORE_STATS_FUNCTION std::int64_t binomial_quantile(double probability, std::int64_t n,
                                                       double p) {
    if (!is_binomial(n, p) || !is_probability(probability)) return -1;
    if (n == 0 || p == 0.0 || probability == 0.0) return 0;
    if (p == 1.0 || probability == 1.0) return n;
    if (is_large_binomial(n)) {  // by halving
        std::int64_t below = -1;
        std::int64_t reached = n;
        while (reached - below > 1) {
            const std::int64_t middle = below + (reached - below) / 2;
            (binomial_cdf(middle, n, p) >= probability ? reached : below) = middle;
        }
        return reached;
    }
    const double near = without_throw(
        [&] { return boost::math::quantile(Binomial(static_cast<double>(n), p), probability); });
    std::int64_t k = std::isfinite(near) ? static_cast<std::int64_t>(near) : 0;
    k = std::clamp<std::int64_t>(k, 0, n);
    while (k > 0 && binomial_cdf(k - 1, n, p) >= probability) --k;
    while (k < n && binomial_cdf(k, n, p) < probability) ++k;
    return k;
}

// Noncentral t.
using NoncentralT = boost::math::non_central_t_distribution<double, Policy>;

ECZSCORE_STATS_FUNCTION double far_noncentral_t(double t, double df, double ncp, bool above) {
    if (t <= 0.0) return above ? 1.0 : 0.0;
    if (std::isinf(t) || std::isinf(df)) return above ? normal_sf(t - ncp) : normal_cdf(t - ncp);
    double sum = 0.0;
    double weights = 0.0;
    const auto add = [&](double weight, double chance) {
        sum += weight * chance;
        weights += weight;
    };
    if (t * t > df) {
        for (int k = -90; k <= 90; ++k) {
            const double z = 0.1 * k;
            const double root = std::min(1e150, (z + ncp) / t);
            const double x = df * root * root;
            add(normal_pdf(z), above ? chi_square_cdf(x, df) : chi_square_sf(x, df));
        }
        return sum / weights;
    }
    const double step = 0.1 / std::sqrt(2.0 * df);  // of log s
    for (int k = -90; k <= 90; ++k) {
        const double u = step * k;
        const double far = t * std::exp(u) - ncp;
        add(std::exp(df * (u - 0.5 * std::expm1(2.0 * u))),
            above ? normal_sf(far) : normal_cdf(far));
    }
    return sum / weights;
}

ECZSCORE_STATS_FUNCTION double noncentral_t_cdf(double t, double df, double ncp) {
    if (std::abs(ncp) > far_noncentrality && df > 0.0 && std::isfinite(ncp) && !std::isnan(t)) {
        return far_noncentral_t(ncp > 0.0 ? t : -t, df, std::abs(ncp), ncp < 0.0);
    }
    return is_t_df(df) ? lower_tail(NoncentralT(df, ncp), t) : not_a_number;
}
ECZSCORE_STATS_FUNCTION double noncentral_t_sf(double t, double df, double ncp) {
    if (std::abs(ncp) > far_noncentrality && df > 0.0 && std::isfinite(ncp) && !std::isnan(t)) {
        return far_noncentral_t(ncp > 0.0 ? t : -t, df, std::abs(ncp), ncp > 0.0);
    }
    return is_t_df(df) ? upper_tail(NoncentralT(df, ncp), t) : not_a_number;
}

// Gamma functions.
ECZSCORE_STATS_FUNCTION double log_gamma(double x) { return boost::math::lgamma(x, Policy()); }
ECZSCORE_STATS_FUNCTION double digamma(double x) { return boost::math::digamma(x, Policy()); }
ECZSCORE_STATS_FUNCTION double trigamma(double x) { return boost::math::trigamma(x, Policy()); }

ECZSCORE_STATS_FUNCTION double gamma_delta_ratio(double a, double delta) {
    return boost::math::tgamma_delta_ratio(a, delta, Policy());
}

// Roots, integrals and minima.
ECZSCORE_STATS_FUNCTION double bracket_root(FunctionRef f, double low, double high, double at_low,
                                            double at_high, int iterations) {
    auto most = static_cast<std::uintmax_t>(iterations);
    const auto root = boost::math::tools::toms748_solve(
        f, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(), most, Policy());
    return root.first + (root.second - root.first) / 2.0;
}
ECZSCORE_STATS_FUNCTION double gauss_15(FunctionRef f, double from, double to) {
    return boost::math::quadrature::gauss<double, 15>::integrate(f, from, to);
}
template <unsigned Points>
GaussRule gauss_rule() {
    using Rule = boost::math::quadrature::gauss<double, Points>;
    return {Rule::abscissa(), Rule::weights()};
}
ECZSCORE_STATS_FUNCTION GaussRule gauss_rule_10() { return gauss_rule<10>(); }
ECZSCORE_STATS_FUNCTION GaussRule gauss_rule_20() { return gauss_rule<20>(); }
template <unsigned Points>
double gauss_kronrod(FunctionRef f, double from, double to, unsigned depth, double tolerance) {
    using Rule = boost::math::quadrature::gauss_kronrod<double, Points, Policy>;
    return Rule::integrate(f, from, to, depth, tolerance);
}
ECZSCORE_STATS_FUNCTION double gauss_kronrod_21(FunctionRef f, double from, double to,
                                                unsigned depth, double tolerance) {
    return gauss_kronrod<21>(f, from, to, depth, tolerance);
}
ECZSCORE_STATS_FUNCTION double gauss_kronrod_31(FunctionRef f, double from, double to,
                                                unsigned depth, double tolerance) {
    return gauss_kronrod<31>(f, from, to, depth, tolerance);
}
ECZSCORE_STATS_FUNCTION Minimum minimum_between(FunctionRef f, double low, double high, int bits) {
    const auto found = boost::math::tools::brent_find_minima(f, low, high, bits);
    return {found.first, found.second};
}

}  // namespace eczscore::stats::detail
