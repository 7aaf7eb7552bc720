// SPDX-License-Identifier: BSL-1.0
// Power and sample size of an analysis of covariance with the baseline as covariate.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

namespace detail {
inline double ancova_power(double d, double rho, double n1, double n2, double alpha, Sides sides) {
    if (!(std::abs(rho) < 1.0)) return not_a_number;
    const double ncp = d / std::sqrt((1.0 - rho) * (1.0 + rho)) / std::sqrt(1.0 / n1 + 1.0 / n2);
    return t_power(ncp, n1 + n2 - 3.0, alpha, sides);
}
}  // namespace detail

/// The covariate takes the share rho^2 of the variance and one degree of freedom.
/// d    difference of means / SD of the outcome
/// rho  correlation of baseline and outcome within an arm, above -1 and below 1
inline PowerResult power_ancova(double d, double rho, std::int64_t n1, std::int64_t n2,
                                const PowerOptions& options = {}) {
    const auto a = static_cast<double>(n1);
    const auto b = static_cast<double>(n2);
    if (n1 < 1 || n2 < 1) return {.method = "ANCOVA", .state = State::too_few};
    if (!(std::abs(rho) < 1.0)) return {.method = "ANCOVA"};
    const double ncp = d / std::sqrt((1.0 - rho) * (1.0 + rho)) / std::sqrt(1.0 / a + 1.0 / b);
    return detail::power_result(detail::ancova_power(d, rho, a, b, options.alpha, options.sides),
                                ncp, a + b - 3.0, "ANCOVA");
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2.
inline SampleSizeResult sample_size_ancova(double d, double rho, double power,
                                           const SampleSizeOptions& options = {}) {
    return detail::two_arm_size(2.0, options.ratio, power, "ANCOVA", [&](double n1, double n2) {
        return detail::ancova_power(d, rho, n1, n2, options.alpha, options.sides);
    });
}

/// What the baseline saves, as factors of the size of a comparison of final scores (Borm 2007).
struct DesignFactors {
    double ancova = not_a_number;  ///< 1 - rho^2
    double change = not_a_number;  ///< 2 (1 - rho): above 1 while rho is below 1/2
    std::int64_t n_ancova = 0;     ///< per arm, rounded up
    std::int64_t n_change = 0;
    Text method = "design factor of Borm 2007";
    State state = State::invalid_argument;
};

/// n  per arm, of the comparison of final scores; 0 to 1e9
inline DesignFactors design_factors(double rho, std::int64_t n) {
    DesignFactors factors;
    if (!(std::abs(rho) <= 1.0) || n < 0 || n > 1'000'000'000) return factors;
    factors.ancova = (1.0 - rho) * (1.0 + rho);
    factors.change = 2.0 * (1.0 - rho);
    const auto size = static_cast<double>(n);
    factors.n_ancova = static_cast<std::int64_t>(detail::ceiling(factors.ancova * size));
    factors.n_change = static_cast<std::int64_t>(detail::ceiling(factors.change * size));
    factors.state = State::ok;
    return factors;
}

}  // namespace eczscore::stats
