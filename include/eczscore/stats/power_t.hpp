// SPDX-License-Identifier: BSL-1.0
// Power and sample size of paired and two-sample t-tests by the noncentral t distribution.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Of a paired t-test with n pairs. dz  mean change / SD of the changes
inline PowerResult power_paired_t(double dz, std::int64_t n, const PowerOptions& options = {}) {
    const double df = static_cast<double>(n) - 1.0;
    const double ncp = dz * std::sqrt(static_cast<double>(n));
    return detail::power_result(detail::t_power(ncp, df, options.alpha, options.sides), ncp, df,
                                "paired t");
}

/// The fewest pairs that reach the power asked for; dz above 0 for a one-sided test.
inline SampleSizeResult sample_size_paired_t(double dz, double power,
                                             const PowerOptions& options = {}) {
    return detail::one_group_size(2.0, power, "paired t", [&](double n) {
        return detail::t_power(dz * std::sqrt(n), n - 1.0, options.alpha, options.sides);
    });
}

namespace detail {
/// Student's t with equal variances.
inline double two_sample_t_power(double d, double n1, double n2, double alpha, Sides sides) {
    return t_power(d / std::sqrt(1.0 / n1 + 1.0 / n2), n1 + n2 - 2.0, alpha, sides);
}
}  // namespace detail

/// Of a two-sample t-test with equal variances. d  difference of means / SD
inline PowerResult power_two_sample_t(double d, std::int64_t n1, std::int64_t n2,
                                      const PowerOptions& options = {}) {
    const auto a = static_cast<double>(n1);
    const auto b = static_cast<double>(n2);
    if (n1 < 1 || n2 < 1) return {.method = "two-sample t", .state = State::too_few};
    return detail::power_result(detail::two_sample_t_power(d, a, b, options.alpha, options.sides),
                                d / std::sqrt(1.0 / a + 1.0 / b), a + b - 2.0, "two-sample t");
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2.
inline SampleSizeResult sample_size_two_sample_t(double d, double power,
                                                 const SampleSizeOptions& options = {}) {
    return detail::two_arm_size(
        2.0, options.ratio, power, "two-sample t", [&](double n1, double n2) {
            return detail::two_sample_t_power(d, n1, n2, options.alpha, options.sides);
        });
}

}  // namespace eczscore::stats
