// SPDX-License-Identifier: BSL-1.0
// Fair coins: P(X <= k) of n, in integers as long as they hold the counts.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/distribution.hpp"

namespace eczscore::stats::detail {

/// C(n, k) for n up to 62.
constexpr std::uint64_t choose(std::int64_t n, std::int64_t k) {
    if (k < 0 || k > n) return 0;
    std::uint64_t ways = 1;
    for (std::int64_t i = 1; i <= std::min(k, n - k); ++i) {
        // ways * (n - i + 1) / i, divided first where that is whole: stays below 2^64
        const auto factor = static_cast<std::uint64_t>(n - i + 1);
        const auto divisor = static_cast<std::uint64_t>(i);
        ways = ways / divisor * factor + ways % divisor * factor / divisor;
    }
    return ways;
}

/// P(X = k).
inline double fair_pmf(std::int64_t k, std::int64_t n) {
    if (n > 62) return binomial_pmf(k, n, 0.5);
    return std::ldexp(static_cast<double>(choose(n, k)), -static_cast<int>(n));
}
/// P(X <= k).
inline double fair_cdf(std::int64_t k, std::int64_t n) {
    if (n > 62) return binomial_cdf(k, n, 0.5);
    std::uint64_t ways = 0;
    for (std::int64_t i = 0; i <= std::min(k, n); ++i) ways += choose(n, i);
    return std::ldexp(static_cast<double>(ways), -static_cast<int>(n));
}
/// The smallest k with P(X <= k) >= probability.
inline std::int64_t fair_quantile(double probability, std::int64_t n) {
    if (n > 62) return binomial_quantile(probability, n, 0.5);
    std::int64_t k = 0;
    while (k < n && fair_cdf(k, n) < probability) ++k;
    return k;
}

/// Tests of `count` heads among `n` fair coins. Without a coin every p is 1.
struct FairTest {
    double two_sided = 1.0;  ///< the doubled smaller tail, at most 1
    double mid = 1.0;        ///< two-sided, the observed count half (Fagerland et al. 2013)
    double less = 1.0;
    double greater = 1.0;
};
inline FairTest fair_test(std::int64_t count, std::int64_t n) {
    if (n == 0) return {};
    const std::int64_t small = std::min(count, n - count);
    const double tail = fair_cdf(small, n);
    FairTest test;
    test.two_sided = std::min(1.0, 2.0 * tail);
    test.mid = std::min(1.0, 2.0 * tail - fair_pmf(small, n));
    test.less = fair_cdf(count, n);
    test.greater = fair_cdf(n - count, n);
    return test;
}

}  // namespace eczscore::stats::detail
