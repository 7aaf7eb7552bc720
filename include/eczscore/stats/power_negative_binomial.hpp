// SPDX-License-Identifier: BSL-1.0
// Patients that a comparison of flare rates needs when patients differ in their own rate.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"

namespace eczscore::stats {

struct RateDesign {
    double rate_control = 1.0;  ///< events per unit of time
    double rate_ratio = 0.5;    ///< active / control, above 0, not 1
    double dispersion = 0.0;    ///< variance = mean + dispersion mean^2; 0 is Poisson
    double time = 1.0;          ///< each patient is watched for
    double alpha = 0.05;        ///< two-sided
    double ratio = 1.0;         ///< n active / n control
};

/// Zhu & Lakkis 2014, method 2 (variance under the alternative); n1 is the active arm, `fractional`
/// as computed.
inline SampleSizeResult sample_size_negative_binomial(const RateDesign& design, double power) {
    SampleSizeResult size{.method = "Zhu & Lakkis 2014, method 2"};
    if (!(design.rate_control > 0.0) || !(design.rate_ratio > 0.0) || !(design.dispersion >= 0.0) ||
        !(design.time > 0.0) || !(design.ratio > 0.0) || !detail::is_between_0_and_1(power) ||
        !detail::is_between_0_and_1(design.alpha)) {
        return size;
    }
    const double effect = std::log(design.rate_ratio);
    size.state = State::not_reached;
    if (effect == 0.0) return size;
    const double z =
        detail::normal_quantile_upper(design.alpha / 2.0) + detail::normal_quantile(power);
    const double active = design.rate_control * design.rate_ratio;
    // Variance of the log rate ratio times the size of the active arm.
    const double variance = (1.0 / active + design.ratio / design.rate_control) / design.time +
                            (1.0 + design.ratio) * design.dispersion;
    size.fractional = z * z * variance / (effect * effect);
    size.n1 = static_cast<std::int64_t>(detail::ceiling(size.fractional));
    size.n2 = static_cast<std::int64_t>(detail::ceiling(size.fractional / design.ratio));
    size.total = size.n1 + size.n2;
    const double attained =
        std::abs(effect) /
        std::sqrt((1.0 / active / design.time + design.dispersion) / static_cast<double>(size.n1) +
                  (1.0 / design.rate_control / design.time + design.dispersion) /
                      static_cast<double>(size.n2));
    size.power = detail::normal_cdf(attained - detail::normal_quantile_upper(design.alpha / 2.0));
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
