// SPDX-License-Identifier: BSL-1.0
// Paired t test of a mean change, from pairs, from differences, or from a published summary.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The mean change of pairs, in points, and its t test.
struct PairedT {
    double mean = not_a_number;  ///< of post - pre
    double sd = not_a_number;    ///< of the differences
    double se = not_a_number;
    double t = not_a_number;
    double df = not_a_number;
    double p_two_sided = not_a_number;
    double p_less = not_a_number;     ///< the mean change is negative
    double p_greater = not_a_number;  ///< the mean change is positive
    Interval ci{};
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "paired t";
    State state = State::too_few;
};

/// The level of the interval, and the mean change that is tested.
struct PairedTOptions {
    double confidence_level = 0.95;
    double null_value = 0.0;  ///< the mean change that is tested
};

namespace detail {

inline PairedT paired_t(const Moments& m, const PairedTOptions& options) {
    PairedT result;
    result.n = m.n;
    result.ci.confidence_level = options.confidence_level;
    result.ci.method = "t";
    if (m.n == 0) return result;
    result.mean = m.mean;
    if (m.n < 2) return result;
    if (is_out_of_range(m) || !std::isfinite(options.null_value)) {
        result.state = is_out_of_range(m) ? State::out_of_range : State::invalid_argument;
        return result;
    }
    const auto n = static_cast<double>(m.n);
    result.df = n - 1.0;
    const double distance = m.mean - options.null_value;
    if (is_constant(m)) {
        // No error to measure the change by: t is infinite, or 0 / 0 where nothing changed.
        result.sd = result.se = 0.0;
        result.t = distance == 0.0 ? not_a_number : std::copysign(infinity, distance);
        result.state = result.ci.state = State::zero_variance;
        return result;
    }
    result.sd = m.sd();
    result.se = result.sd / std::sqrt(n);
    result.t = distance / result.se;
    result.p_two_sided = t_two_sided(result.t, result.df);
    result.p_less = t_cdf(result.t, result.df);
    result.p_greater = t_sf(result.t, result.df);
    result.state = State::ok;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        result.ci.state = State::invalid_argument;
        return result;
    }
    const double half =
        t_quantile_upper((1.0 - options.confidence_level) / 2.0, result.df) * result.se;
    result.ci.lower = result.mean - half;
    result.ci.upper = result.mean + half;
    result.ci.attained = options.confidence_level;
    result.ci.state = State::ok;
    return result;
}

inline PairedT paired_t(const Differences& differences, const PairedTOptions& options) {
    PairedT result = paired_t(moments(differences), options);
    result.missing = differences.missing;
    return result;
}

}  // namespace detail

/// t = (mean - null value) / (sd / sqrt n) with n - 1 degrees of freedom.
inline PairedT paired_t(std::span<const double> differences, const PairedTOptions& options = {}) {
    return detail::paired_t(detail::given_differences(differences), options);
}
/// Of post - pre.
inline PairedT paired_t(std::span<const double> pre, std::span<const double> post,
                        const PairedTOptions& options = {}) {
    return detail::paired_t(detail::paired_differences(pre, post), options);
}
/// From a published mean and standard deviation of the differences; `invalid_argument` where either
/// is not finite, or the deviation is negative.
inline PairedT paired_t_summary(double mean, double sd, std::size_t n,
                                const PairedTOptions& options = {}) {
    if (!std::isfinite(mean) || !(sd >= 0.0 && std::isfinite(sd))) {
        PairedT invalid;
        invalid.n = n;
        invalid.state = State::invalid_argument;
        return invalid;
    }
    return detail::paired_t(detail::Moments{n, mean, sd * sd * (static_cast<double>(n) - 1.0)},
                            options);
}

}  // namespace eczscore::stats
