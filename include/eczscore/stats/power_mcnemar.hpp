// SPDX-License-Identifier: BSL-1.0
// Power and sample size of McNemar's test for paired yes/no outcomes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/sign_power.hpp"

namespace eczscore::stats {

/// Shares of discordant pairs.
struct McNemarDesign {
    double p01 = 0.0;     ///< no before, yes after
    double p10 = 0.0;     ///< yes before, no after
    double alpha = 0.05;  ///< two-sided
};

namespace detail {
inline bool is_mcnemar_design(const McNemarDesign& of) {
    return of.p01 >= 0.0 && of.p10 >= 0.0 && of.p01 + of.p10 > 0.0 &&
           of.p01 + of.p10 <= 1.0 + 1e-12 && is_between_0_and_1(of.alpha);
}
inline constexpr Text mcnemar_exact_method = "enumeration of McNemar's exact test";
}  // namespace detail

/// Pairs needed by the normal approximation (Connor 1987); as computed in `fractional`.
inline SampleSizeResult sample_size_mcnemar(const McNemarDesign& design, double power) {
    SampleSizeResult size{.method = "McNemar, normal approximation (Connor 1987)"};
    if (!detail::is_mcnemar_design(design) || !detail::is_between_0_and_1(power)) return size;
    const double discordant = design.p01 + design.p10;
    const double apart = design.p01 - design.p10;
    size.state = State::not_reached;
    if (apart == 0.0) return size;
    const double z = detail::normal_critical(design.alpha, Sides::two);
    const double sd = std::sqrt(std::max(0.0, discordant - apart * apart));
    const double root = detail::size_root(z, std::sqrt(discordant), power, sd);
    size.fractional = detail::closed_size(root, apart);
    const std::int64_t n = detail::whole_size(size.fractional);
    if (n == 0) return size;
    size.n1 = size.total = n;
    const double beyond =
        std::sqrt(static_cast<double>(n)) * std::abs(apart) - z * std::sqrt(discordant);
    size.power = sd > 0.0 ? detail::normal_cdf(beyond / sd) : beyond >= 0.0 ? 1.0 : 0.0;
    size.state = State::ok;
    return size;
}

/// Of the exact test (binomial on the discordant pairs, doubled smaller tail) with n pairs, by
/// enumeration. O(n) tail probabilities.
/// cost  by default up to some 100,000 pairs; beyond it the normal distribution, state approximate
inline PowerResult power_mcnemar_exact(const McNemarDesign& design, std::int64_t n,
                                       const ExactCost& cost = {}) {
    PowerResult result{.method = detail::mcnemar_exact_method};
    if (!detail::is_mcnemar_design(design)) return result;
    result.state = State::too_few;
    if (n < 1) return result;
    return detail::sign_power(design.p01, design.p10, design.alpha, Sides::two, n,
                              detail::mcnemar_exact_method, cost);
}

/// The first number of pairs at which the exact test has the power; at some larger number it has
/// less again. `not_reached` above 5000 pairs. O(n^2).
inline SampleSizeResult sample_size_mcnemar_exact(const McNemarDesign& design, double power) {
    SampleSizeResult size{.method = detail::mcnemar_exact_method};
    if (!detail::is_mcnemar_design(design) || !detail::is_between_0_and_1(power)) return size;
    size.state = State::not_reached;
    if (design.p01 == design.p10) return size;
    detail::SignPower exact(design.p01, design.p10, design.alpha, Sides::two);
    size.n1 = size.total = detail::first_size(exact, power, 5000);
    if (size.n1 == 0) return size;
    size.power = exact.of(size.n1);
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
