// SPDX-License-Identifier: BSL-1.0
// Power and sample size of the comparison of two responder rates, by the normal approximation.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Two shares of responders.
struct ProportionDesign {
    double p1 = 0.5;  ///< expected share of responders of arm 1
    double p2 = 0.5;
    double alpha = 0.05;  ///< two-sided
    bool pooled = true;   ///< the test's standard error under "no difference"
    bool continuity = false;
    bool both_tails = false;  ///< counts rejections in the wrong direction as power, too
};

namespace detail {

inline bool is_proportion_design(const ProportionDesign& of) {
    return is_between_0_and_1(of.alpha) && is_probability(of.p1) && is_probability(of.p2);
}

constexpr Text proportion_method(const ProportionDesign& of) {
    return of.pooled ? "pooled normal approximation" : "unpooled normal approximation";
}

/// Whole or real numbers of patients.
inline double proportion_power(const ProportionDesign& of, double n1, double n2) {
    if (!is_proportion_design(of) || !(n1 > 0.0) || !(n2 > 0.0)) return not_a_number;
    const double z = normal_quantile_upper(of.alpha / 2.0);
    const double pooled = (n1 * of.p1 + n2 * of.p2) / (n1 + n2);
    const double under_null = std::sqrt(pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2));
    const double se = std::sqrt(of.p1 * (1.0 - of.p1) / n1 + of.p2 * (1.0 - of.p2) / n2);
    const double correction = of.continuity ? 0.5 * (1.0 / n1 + 1.0 / n2) : 0.0;
    const double apart = std::abs(of.p1 - of.p2);
    const double needed = z * (of.pooled ? under_null : se) + correction;
    if (se == 0.0) return apart > needed ? 1.0 : 0.0;  // 0 % against 100 %, or no difference
    const double power = normal_cdf((apart - needed) / se);
    return of.both_tails ? at_most_one(power + normal_cdf((-apart - needed) / se)) : power;
}

}  // namespace detail

/// The power of the two-sided test of two shares, with n1 and n2 patients.
inline PowerResult power_proportions(const ProportionDesign& design, std::int64_t n1,
                                     std::int64_t n2) {
    const Text method = detail::proportion_method(design);
    if (n1 < 1 || n2 < 1) return {.method = method, .state = State::too_few};
    return detail::power_result(
        detail::proportion_power(design, static_cast<double>(n1), static_cast<double>(n2)),
        not_a_number, not_a_number, method);
}

/// The fewest patients per arm for which `power_proportions` reaches the power; arm 1 has `ratio`
/// times those of arm 2.
inline SampleSizeResult sample_size_proportions(const ProportionDesign& design, double power,
                                                const AllocationOptions& options = {}) {
    const Text method = detail::proportion_method(design);
    if (design.p1 == design.p2) return {.method = method, .state = State::not_reached};
    return detail::two_arm_size(1.0, options.ratio, power, method, [&](double n1, double n2) {
        return detail::proportion_power(design, n1, n2);
    });
}

/// Fleiss, Levin & Paik: closed forms without and with the continuity correction.
struct FleissSize {
    double n1 = not_a_number;            ///< as computed; round up
    double n1_corrected = not_a_number;  ///< with the continuity correction
    double n2 = not_a_number;            ///< n1 / ratio
    double n2_corrected = not_a_number;
    double effect_h = not_a_number;  ///< Cohen's h = 2 asin sqrt p1 - 2 asin sqrt p2
    Text method = "Fleiss, Levin & Paik";
    State state = State::invalid_argument;
};

/// What `fleiss_size` may be asked for.
struct FleissSizeOptions {
    double alpha = 0.05;  ///< of the test, above 0 and below 1
    double ratio = 1.0;   ///< patients of the first arm for each of the second
};

/// ratio  n1 / n2
inline FleissSize fleiss_size(double p1, double p2, double power,
                              const FleissSizeOptions& options = {}) {
    FleissSize size;
    if (!detail::is_between_0_and_1(power) || !detail::is_between_0_and_1(options.alpha) ||
        !(options.ratio > 0.0) || !detail::is_probability(p1) || !detail::is_probability(p2)) {
        return size;
    }
    size.effect_h = 2.0 * std::asin(std::sqrt(p1)) - 2.0 * std::asin(std::sqrt(p2));
    size.state = State::not_reached;
    const double apart = std::abs(p1 - p2);
    if (apart == 0.0) return size;
    const double share = 1.0 / options.ratio;  // n2 / n1
    const double pooled = (p1 + share * p2) / (1.0 + share);
    const double z = detail::normal_quantile_upper(options.alpha / 2.0);
    const double root =
        detail::size_root(z, std::sqrt((1.0 + options.ratio) * pooled * (1.0 - pooled)), power,
                          std::sqrt(p1 * (1.0 - p1) + options.ratio * p2 * (1.0 - p2)));
    size.n1 = detail::closed_size(root, apart);
    // n/4 (1 + sqrt(1 + c/n))^2, which has a value at n = 0, too
    const double both =
        std::sqrt(size.n1) + std::sqrt(size.n1 + 2.0 * (1.0 + options.ratio) / apart);
    size.n1_corrected = both * both / 4.0;
    size.n2 = size.n1 / options.ratio;
    size.n2_corrected = size.n1_corrected / options.ratio;
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
