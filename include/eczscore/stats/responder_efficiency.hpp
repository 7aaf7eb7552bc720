// SPDX-License-Identifier: BSL-1.0
// What it costs to compare responders rather than means: the two powers at the same size.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Changes (post minus pre) that are normal with a common SD; negative is better. A patient
/// responds who changes by -threshold or less.
struct ResponderDesign {
    double mean_active = 0.0;
    double mean_control = 0.0;
    double sd = 1.0;
    double threshold = 0.0;  ///< of one patient, above 0
    double alpha = 0.05;     ///< two-sided
};

/// What is lost by comparing responders instead of means.
struct ResponderEfficiency {
    double p_active = not_a_number;  ///< share of responders
    double p_control = not_a_number;
    double difference = not_a_number;  ///< of the shares
    double nnt = not_a_number;         ///< 1 / difference; infinite where there is none
    double power_means = not_a_number;
    double power_responders = not_a_number;
    /// Patients that the comparison of responders needs for each one of the means, at large sizes.
    double size_ratio = not_a_number;
    Text method = "normal responder model";
    State state = State::invalid_argument;
};

/// n       patients per arm
/// states  `invalid_argument`: an SD or threshold that is not positive, a mean that is no number,
///         or alpha outside (0, 1); `too_few`: fewer than 2 per arm; `boundary`: equal shares of
///         responders, so that NNT and size ratio are infinite or undefined
/// source  normal arms; power of two proportions by the normal approximation, uncorrected
inline ResponderEfficiency responder_efficiency(const ResponderDesign& design, std::int64_t n) {
    ResponderEfficiency result;
    const bool usable = design.sd > 0.0 && std::isfinite(design.sd) && design.threshold > 0.0 &&
                        std::isfinite(design.threshold) && std::isfinite(design.mean_active) &&
                        std::isfinite(design.mean_control) &&
                        detail::is_between_0_and_1(design.alpha);
    if (!usable) return result;
    result.state = State::too_few;
    if (n < 2) return result;
    const auto size = static_cast<double>(n);
    const auto share = [&](double mean) {
        return detail::normal_cdf((-design.threshold - mean) / design.sd);
    };
    const double a = share(design.mean_active);
    const double c = share(design.mean_control);
    const double d = (design.mean_control - design.mean_active) / design.sd;
    result.p_active = a;
    result.p_control = c;
    result.difference = a - c;
    result.nnt = a == c ? infinity : 1.0 / result.difference;
    result.power_means =
        detail::t_power(d * std::sqrt(size / 2.0), 2.0 * size - 2.0, design.alpha, Sides::two);
    const double z = detail::normal_quantile_upper(design.alpha / 2.0);
    const double pooled = (a + c) / 2.0;
    const double se = std::sqrt((a * (1.0 - a) + c * (1.0 - c)) / size);
    const double beyond = std::abs(a - c) - z * std::sqrt(2.0 * pooled * (1.0 - pooled) / size);
    result.power_responders = se > 0.0 ? detail::normal_cdf(beyond / se) : beyond > 0.0 ? 1.0 : 0.0;
    const double needed = d * d / 2.0 * (a * (1.0 - a) + c * (1.0 - c));
    const double apart = (a - c) * (a - c);
    result.size_ratio = apart > 0.0 ? needed / apart : needed > 0.0 ? infinity : not_a_number;
    result.state = a == c ? State::boundary : State::ok;
    return result;
}

}  // namespace eczscore::stats
