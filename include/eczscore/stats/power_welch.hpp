// SPDX-License-Identifier: BSL-1.0
// Power and sample size of Welch's t test by the noncentral t distribution.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/welch_df.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Two means with standard deviations of their own, in points.
struct WelchDesign {
    double difference = 0.0;  ///< of the means, first - second, in points
    double sd1 = 1.0;
    double sd2 = 1.0;
    double alpha = 0.05;
    Sides sides = Sides::two;  ///< one-sided it looks for a difference above 0
};

namespace detail {

inline constexpr Text welch_power_method = "Welch, noncentral t at Satterthwaite's df";

struct WelchNumbers {
    double noncentrality = not_a_number;
    double df = not_a_number;
    double power = not_a_number;
};

inline WelchNumbers welch_numbers(const WelchDesign& of, double n1, double n2) {
    if (!(of.sd1 >= 0.0) || !(of.sd2 >= 0.0) || !(of.sd1 + of.sd2 > 0.0)) return {};
    const double v1 = of.sd1 * of.sd1 / n1;
    const double v2 = of.sd2 * of.sd2 / n2;
    const double se = std::sqrt(v1 + v2);
    if (!(se > 0.0)) return {};  // below the range of double
    const double ncp = of.difference / se;
    const double df = welch_df(v1, n1 - 1.0, v2, n2 - 1.0);
    return {ncp, df, t_power(ncp, df, of.alpha, of.sides)};
}

}  // namespace detail

/// Approximate: the degrees of freedom are those at the true variances, which the test estimates.
inline PowerResult power_welch(const WelchDesign& design, std::int64_t n1, std::int64_t n2) {
    if (n1 < 2 || n2 < 2) return {.method = detail::welch_power_method, .state = State::too_few};
    const auto of = detail::welch_numbers(design, static_cast<double>(n1), static_cast<double>(n2));
    return detail::power_result(of.power, of.noncentrality, of.df, detail::welch_power_method);
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2.
inline SampleSizeResult sample_size_welch(const WelchDesign& design, double power,
                                          const AllocationOptions& options = {}) {
    return detail::two_arm_size(
        2.0, options.ratio, power, detail::welch_power_method,
        [&](double n1, double n2) { return detail::welch_numbers(design, n1, n2).power; });
}

}  // namespace eczscore::stats
