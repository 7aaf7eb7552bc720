// SPDX-License-Identifier: BSL-1.0
// Power and sample size of non-inferiority, and of superiority by more than a MID, for means.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What is to be shown of a difference in which larger is better.
struct MarginDesign {
    double true_difference = 0.0;  ///< expected, in points, positive is better
    double sd = 1.0;               ///< common to both arms
    /// The null value: difference <= bound. Non-inferiority: minus the margin. Superiority by a
    /// MID: plus the MID between groups, which is not the MIC of one patient.
    double bound = 0.0;
    double alpha = 0.025;  ///< one-sided
};

/// What `non_inferiority` and `superiority_by` may be asked for.
struct MarginOptions {
    double alpha = 0.025;  ///< of the test, above 0 and below 1
};

/// Keeps the sign of the margin out of the caller's hands.
constexpr MarginDesign non_inferiority(double true_difference, double sd, double margin,
                                       const MarginOptions& options = {}) {
    return {true_difference, sd, -margin, options.alpha};
}
/// The design that shows superiority by at least `mid`, in points.
constexpr MarginDesign superiority_by(double mid, double true_difference, double sd,
                                      const MarginOptions& options = {}) {
    return {true_difference, sd, mid, options.alpha};
}

namespace detail {
inline double margin_noncentrality(const MarginDesign& of, double n1, double n2) {
    if (!(of.sd > 0.0)) return not_a_number;
    return quotient(of.true_difference - of.bound, of.sd * std::sqrt(1.0 / n1 + 1.0 / n2));
}
inline constexpr Text margin_method = "one-sided t against a margin";
}  // namespace detail

/// The power of the test against the margin, with n1 and n2 patients.
inline PowerResult power_margin(const MarginDesign& design, std::int64_t n1, std::int64_t n2) {
    if (n1 < 1 || n2 < 1) return {.method = detail::margin_method, .state = State::too_few};
    const auto a = static_cast<double>(n1);
    const auto b = static_cast<double>(n2);
    const double ncp = detail::margin_noncentrality(design, a, b);
    return detail::power_result(detail::t_power(ncp, a + b - 2.0, design.alpha, Sides::one), ncp,
                                a + b - 2.0, detail::margin_method);
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2. `not_reached` where the
/// expected difference does not exceed the bound.
inline SampleSizeResult sample_size_margin(const MarginDesign& design, double power,
                                           const AllocationOptions& options = {}) {
    return detail::two_arm_size(
        2.0, options.ratio, power, detail::margin_method, [&](double n1, double n2) {
            return detail::t_power(detail::margin_noncentrality(design, n1, n2), n1 + n2 - 2.0,
                                   design.alpha, Sides::one);
        });
}

}  // namespace eczscore::stats
