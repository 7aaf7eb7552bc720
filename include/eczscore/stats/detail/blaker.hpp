// SPDX-License-Identifier: BSL-1.0
// Blaker's exact interval of a share, by roots instead of small steps.
#pragma once

#include <algorithm>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/wilson.hpp"

namespace eczscore::stats::detail {

/// The smallest share that Blaker's test accepts: P(X >= x) plus the largest lower tail that is no
/// larger exceeds `alpha`.
///
/// Starting where P(X >= x) = alpha/2, the lower tail gains a count whenever it may, and the sum
/// jumps up; between two jumps it first falls and then rises, so that it reaches alpha from below
/// at most once there.
inline double blaker_lower(std::int64_t x, std::int64_t n, double alpha) {
    if (x == 0) return 0.0;
    const auto dx = static_cast<double>(x);
    const auto dn = static_cast<double>(n);
    double p = beta_quantile(alpha / 2.0, dx, dn - dx + 1.0);  // Clopper-Pearson
    const auto upper = [&](double at) { return binomial_sf(x - 1, n, at); };
    std::int64_t k = -1;  // the largest whose lower tail is no larger, by halving
    for (std::int64_t above = x; above - k > 1;) {
        const std::int64_t middle = k + (above - k) / 2;
        (binomial_cdf(middle, n, p) <= upper(p) ? k : above) = middle;
    }
    for (; k < x; ++k) {
        const auto over = [&](double at) { return upper(at) + binomial_cdf(k, n, at) - alpha; };
        if (over(p) >= 0.0) return p;
        const double end = bracketed_root(
            [&](double at) { return upper(at) - binomial_cdf(k + 1, n, at); }, p, 1.0);
        if (!(end > p)) continue;
        if (over(end) >= 0.0) return bracketed_root(over, p, end);
        p = end;
    }
    return p;
}

inline Limits blaker_limits(Responders of, double alpha) {
    return {blaker_lower(of.x, of.n, alpha), 1.0 - blaker_lower(of.n - of.x, of.n, alpha)};
}

}  // namespace eczscore::stats::detail
