// SPDX-License-Identifier: BSL-1.0
// Power and sample size of McNemar's test for paired yes/no outcomes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"

namespace eczscore::stats {

/// Shares of discordant pairs.
struct McNemarDesign {
    double p01 = 0.0;     ///< no before, yes after
    double p10 = 0.0;     ///< yes before, no after
    double alpha = 0.05;  ///< two-sided
};

namespace detail {
inline bool is_mcnemar_design(const McNemarDesign& of) {
    return of.p01 >= 0.0 && of.p10 >= 0.0 && of.p01 + of.p10 > 0.0 && of.p01 + of.p10 <= 1.0 &&
           is_between_0_and_1(of.alpha);
}
}  // namespace detail

/// Pairs needed by the normal approximation (Connor 1987); as computed in `fractional`.
inline SampleSizeResult sample_size_mcnemar(const McNemarDesign& design, double power) {
    SampleSizeResult size{.method = "McNemar, normal approximation (Connor 1987)"};
    if (!detail::is_mcnemar_design(design) || !detail::is_between_0_and_1(power)) return size;
    const double discordant = design.p01 + design.p10;
    const double apart = design.p01 - design.p10;
    size.state = State::not_reached;
    if (apart == 0.0) return size;
    const double root =
        detail::normal_quantile_upper(design.alpha / 2.0) * std::sqrt(discordant) +
        detail::normal_quantile(power) * std::sqrt(std::max(0.0, discordant - apart * apart));
    size.fractional = root * root / (apart * apart);
    size.n1 = size.total = static_cast<std::int64_t>(detail::ceiling(size.fractional));
    size.state = State::ok;
    return size;
}

/// Of the exact test (binomial on the discordant pairs, doubled smaller tail) with n pairs, by
/// enumeration. O(n^2).
inline PowerResult power_mcnemar_exact(const McNemarDesign& design, std::int64_t n) {
    PowerResult result{.method = "enumeration of McNemar's exact test"};
    if (!detail::is_mcnemar_design(design)) return result;
    result.state = State::too_few;
    if (n < 1) return result;
    const double discordant = std::min(1.0, design.p01 + design.p10);
    const double share = std::min(1.0, design.p01 / discordant);
    double power = 0.0;
    for (std::int64_t m = 1; m <= n; ++m) {
        // Rejects for k <= bound and k >= m - bound.
        std::int64_t bound = detail::binomial_quantile(design.alpha / 2.0, m, 0.5);
        while (bound >= 0 && 2.0 * detail::binomial_cdf(bound, m, 0.5) > design.alpha) --bound;
        if (bound < 0) continue;
        power +=
            detail::binomial_pmf(m, n, discordant) *
            (detail::binomial_cdf(bound, m, share) + detail::binomial_sf(m - bound - 1, m, share));
    }
    result.power = power;
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
