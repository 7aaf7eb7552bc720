// SPDX-License-Identifier: BSL-1.0
// The distribution functions, quadrature, roots and minima of the room: what is asked of
// Boost.Math, declared without it. Include distribution.hpp, which also defines them unless they
// are compiled.
#pragma once

#include <cstdint>
#include <span>

#include "eczscore/stats/detail/function_ref.hpp"

// With ECZSCORE_STATS_COMPILED they are functions of the library eczscore::stats_compiled; without,
// inline functions that every file compiles for itself. A program decides for all of its files.
#ifdef ECZSCORE_STATS_COMPILED
#define ECZSCORE_STATS_FUNCTION
#else
#define ECZSCORE_STATS_FUNCTION inline
#endif

// Every function takes and returns `double`. Outside a function's domain, and for a NaN, it returns
// NaN; beyond the range of `double`, infinity or 0. `_sf` is the upper tail P(X > x), computed as
// such and not as 1 - cdf; `_quantile_upper(p)` is the value that a share p lies above.
namespace eczscore::stats::detail {

inline bool is_probability(double p) { return p >= 0.0 && p <= 1.0; }

// Standard normal.
ECZSCORE_STATS_FUNCTION double normal_pdf(double x);
ECZSCORE_STATS_FUNCTION double normal_cdf(double x);
ECZSCORE_STATS_FUNCTION double normal_sf(double x);
ECZSCORE_STATS_FUNCTION double normal_quantile(double p);
ECZSCORE_STATS_FUNCTION double normal_quantile_upper(double p);

// Student's t with `df` > 0 degrees of freedom (infinity: normal).
ECZSCORE_STATS_FUNCTION double t_cdf(double t, double df);
ECZSCORE_STATS_FUNCTION double t_sf(double t, double df);
ECZSCORE_STATS_FUNCTION double t_quantile(double p, double df);
ECZSCORE_STATS_FUNCTION double t_quantile_upper(double p, double df);

// Noncentral t with noncentrality `ncp`.
ECZSCORE_STATS_FUNCTION double noncentral_t_cdf(double t, double df, double ncp);
ECZSCORE_STATS_FUNCTION double noncentral_t_sf(double t, double df, double ncp);
/// Beyond this Boost's sums lose digits, and in the end their terms are too many for an `int`:
/// another way is taken.
inline constexpr double far_noncentrality = 100.0;
/// P(T <= t), or P(T > t), for ncp far above 0: T = (z + ncp) / s with z normal and s^2 chi-square
/// over its degrees of freedom. The chance given the one that varies more is summed over the other
/// at equal steps, which for such functions converges faster than any power of the step.
ECZSCORE_STATS_FUNCTION double far_noncentral_t(double t, double df, double ncp, bool above);

// Chi-square with at most 1e10 degrees of freedom (NaN beyond), central and with noncentrality
// `ncp` >= 0.
ECZSCORE_STATS_FUNCTION double chi_square_cdf(double x, double df);
ECZSCORE_STATS_FUNCTION double chi_square_sf(double x, double df);
ECZSCORE_STATS_FUNCTION double chi_square_quantile(double p, double df);
ECZSCORE_STATS_FUNCTION double chi_square_quantile_upper(double p, double df);
ECZSCORE_STATS_FUNCTION double noncentral_chi_square_cdf(double x, double df, double ncp);
ECZSCORE_STATS_FUNCTION double noncentral_chi_square_sf(double x, double df, double ncp);

// F with df1 and df2 degrees of freedom.
ECZSCORE_STATS_FUNCTION double f_cdf(double x, double df1, double df2);
ECZSCORE_STATS_FUNCTION double f_sf(double x, double df1, double df2);
ECZSCORE_STATS_FUNCTION double f_quantile(double p, double df1, double df2);
ECZSCORE_STATS_FUNCTION double f_quantile_upper(double p, double df1, double df2);

// Beta with shapes a, b > 0.
ECZSCORE_STATS_FUNCTION double beta_cdf(double x, double a, double b);
ECZSCORE_STATS_FUNCTION double beta_sf(double x, double a, double b);
ECZSCORE_STATS_FUNCTION double beta_quantile(double p, double a, double b);
ECZSCORE_STATS_FUNCTION double beta_quantile_upper(double p, double a, double b);

// Binomial: `k` successes of `n` with probability `p` each.
/// P(X = k).
ECZSCORE_STATS_FUNCTION double binomial_pmf(std::int64_t k, std::int64_t n, double p);
/// P(X <= k).
ECZSCORE_STATS_FUNCTION double binomial_cdf(std::int64_t k, std::int64_t n, double p);
/// P(X > k).
ECZSCORE_STATS_FUNCTION double binomial_sf(std::int64_t k, std::int64_t n, double p);
/// The smallest k with P(X <= k) >= probability; -1 outside the domain.
ECZSCORE_STATS_FUNCTION std::int64_t binomial_quantile(double probability, std::int64_t n,
                                                       double p);

// Gamma functions.
ECZSCORE_STATS_FUNCTION double log_gamma(double x);
ECZSCORE_STATS_FUNCTION double digamma(double x);
ECZSCORE_STATS_FUNCTION double trigamma(double x);
/// Gamma(a) / Gamma(a + delta).
ECZSCORE_STATS_FUNCTION double gamma_delta_ratio(double a, double delta);

/// The root of a continuous `f` in [low, high], to the last digits, given its values at both ends,
/// of which one is above and one below 0 (Alefeld, Potra & Shi 1995).
ECZSCORE_STATS_FUNCTION double bracket_root(FunctionRef f, double low, double high, double at_low,
                                            double at_high, int iterations);

struct Minimum {
    double x;
    double value;
};
/// The least value of `f` between `low` and `high`, where it has one minimum (Brent 1973); x to
/// `bits` binary digits.
ECZSCORE_STATS_FUNCTION Minimum minimum_between(FunctionRef f, double low, double high, int bits);

/// The integral of `f` by 15 Gauss-Legendre points.
ECZSCORE_STATS_FUNCTION double gauss_15(FunctionRef f, double from, double to);
/// The integral of `f` by 21 or 31 Gauss-Kronrod points, the interval halved up to `depth` times
/// until the relative error is `tolerance`. Ends that are not numbers give NaN.
ECZSCORE_STATS_FUNCTION double gauss_kronrod_21(FunctionRef f, double from, double to,
                                                unsigned depth, double tolerance);
ECZSCORE_STATS_FUNCTION double gauss_kronrod_31(FunctionRef f, double from, double to,
                                                unsigned depth, double tolerance);

/// The half of a Gauss-Legendre rule on [-1, 1] that lies above 0.
struct GaussRule {
    std::span<const double> abscissa;
    std::span<const double> weights;
};
/// The rules with 10 and 20 points.
ECZSCORE_STATS_FUNCTION GaussRule gauss_rule_10();
ECZSCORE_STATS_FUNCTION GaussRule gauss_rule_20();

}  // namespace eczscore::stats::detail
