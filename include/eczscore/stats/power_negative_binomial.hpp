// SPDX-License-Identifier: BSL-1.0
// Power and sample size of a comparison of flare rates when patients differ in their own rate.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Two rates of recurrent events such as flares.
struct RateDesign {
    double rate_control = 1.0;  ///< events per unit of time
    double rate_ratio = 0.5;    ///< active / control, above 0, not 1
    double dispersion = 0.0;    ///< variance = mean + dispersion mean^2; 0 is Poisson
    double time = 1.0;          ///< each patient is watched for
    double alpha = 0.05;        ///< two-sided
    double ratio = 1.0;         ///< n active / n control
};

namespace detail {

inline constexpr Text rate_method = "Zhu & Lakkis 2014, method 2";

inline bool is_rate_design(const RateDesign& of) {
    return of.rate_control > 0.0 && std::isfinite(of.rate_control) && of.rate_ratio > 0.0 &&
           std::isfinite(of.rate_ratio) && of.dispersion >= 0.0 && std::isfinite(of.dispersion) &&
           of.time > 0.0 && std::isfinite(of.time) && of.ratio > 0.0 && std::isfinite(of.ratio) &&
           is_between_0_and_1(of.alpha);
}

/// Of the log rate ratio.
inline double rate_variance(const RateDesign& of, double active, double control) {
    const double events = of.rate_control * of.time;
    return (quotient(1.0, events * of.rate_ratio) + of.dispersion) / active +
           (quotient(1.0, events) + of.dispersion) / control;
}

}  // namespace detail

/// Of the Wald test of the log rate ratio, in the expected direction.
inline PowerResult power_negative_binomial(const RateDesign& design, std::int64_t n_active,
                                           std::int64_t n_control) {
    PowerResult result{.method = detail::rate_method};
    if (!detail::is_rate_design(design)) return result;
    result.state = State::too_few;
    if (n_active < 1 || n_control < 1) return result;
    const double variance = detail::rate_variance(design, static_cast<double>(n_active),
                                                  static_cast<double>(n_control));
    const double shift =
        detail::quotient(std::abs(std::log(design.rate_ratio)), std::sqrt(variance));
    return detail::power_result(
        detail::normal_power(shift, detail::normal_critical(design.alpha, Sides::two), Sides::one),
        shift, not_a_number, result.method);
}

/// Zhu & Lakkis 2014, method 2 (variance under the alternative); n1 is the active arm, `fractional`
/// as computed. Each arm is rounded up.
inline SampleSizeResult sample_size_negative_binomial(const RateDesign& design, double power) {
    SampleSizeResult size{.method = detail::rate_method};
    if (!detail::is_rate_design(design) || !detail::is_between_0_and_1(power)) return size;
    const double effect = std::log(design.rate_ratio);
    size.state = State::not_reached;
    if (effect == 0.0) return size;
    const double z =
        detail::size_root(detail::normal_critical(design.alpha, Sides::two), 1.0, power, 1.0);
    size.fractional =
        z * z * detail::rate_variance(design, 1.0, 1.0 / design.ratio) / (effect * effect);
    const std::int64_t n1 = detail::whole_size(size.fractional);
    const std::int64_t n2 = detail::whole_size(size.fractional / design.ratio);
    if (n1 == 0 || n2 == 0) return size;
    size.n1 = n1;
    size.n2 = n2;
    size.total = n1 + n2;
    size.power = power_negative_binomial(design, n1, n2).power;
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
