// SPDX-License-Identifier: BSL-1.0
// Power and sample size of the Mann-Whitney test, without ties (Noether) and with them (Happ).
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

#include "eczscore/stats/detail/placements.hpp"
#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/ordinal_design.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What pilot data, or made-up data, say about the distributions. Missing values are left out.
inline OrdinalDesign ordinal_design(std::span<const double> first, std::span<const double> second) {
    std::vector<double> a = detail::complete(first).values;
    std::vector<double> b = detail::complete(second).values;
    const double scale = std::max(detail::largest_size(a), detail::largest_size(b));
    detail::put_decimals(a, scale);
    detail::put_decimals(b, scale);
    std::vector<double> values(a);
    values.insert(values.end(), b.begin(), b.end());
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    const auto shares = [&](const std::vector<double>& sample) {
        std::vector<double> all(values.size(), 0.0);
        for (const double value : sample) {
            const auto at = std::lower_bound(values.begin(), values.end(), value) - values.begin();
            all[static_cast<std::size_t>(at)] += 1.0 / static_cast<double>(sample.size());
        }
        return all;
    };
    return {shares(a), shares(b)};
}

/// P(X > Y) for normal groups x (the first) and y (the second) with the same SD.
/// d  (mean of x - mean of y) / SD
inline double p_x_greater_of_normal(double d) {
    return detail::normal_cdf(d / std::numbers::sqrt2);
}

namespace detail {

inline constexpr Text noether_method = "Mann-Whitney, normal without ties (Noether 1987)";
inline constexpr Text happ_method = "Mann-Whitney, normal with ties (Happ, Bathke & Brunner 2019)";

inline double noether_shift(double p, double n1, double n2) {
    return std::sqrt(12.0 * n1 * n2 / (n1 + n2)) * (p - 0.5);
}
inline double noether_power(double p, double n1, double n2, double alpha, Sides sides) {
    if (!is_probability(p) || !is_between_0_and_1(alpha)) return not_a_number;
    return normal_power(noether_shift(p, n1, n2), normal_critical(alpha, sides), sides);
}

inline double happ_power(const OrdinalDesign& of, const GroupPlacements& places, double n1,
                         double n2, double alpha, Sides sides) {
    const double sd = std::sqrt(places.of_first / n1 + places.of_second / n2);
    const double null_sd =
        std::sqrt(pooled_placement_variance(of, n1 / (n1 + n2)) * (1.0 / n1 + 1.0 / n2));
    if (!(sd > 0.0)) return not_a_number;
    return normal_power((places.p_x_greater - 0.5) / sd,
                        normal_critical(alpha, sides) * null_sd / sd, sides);
}

}  // namespace detail

/// Of the test without ties; approximate, as the variance is that of equal groups. One-sided it
/// looks for larger values in the first group.
/// p_x_greater  P(X > Y) of the first group x and the second y; `p_x_greater_of_normal` for normal
/// groups
inline PowerResult power_mann_whitney(double p_x_greater, std::int64_t n1, std::int64_t n2,
                                      const PowerOptions& options = {}) {
    if (n1 < 1 || n2 < 1) return {.method = detail::noether_method, .state = State::too_few};
    const auto a = static_cast<double>(n1), b = static_cast<double>(n2);
    return detail::power_result(
        detail::noether_power(p_x_greater, a, b, options.alpha, options.sides),
        detail::noether_shift(p_x_greater, a, b), not_a_number, detail::noether_method);
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2. In all
/// (z + z_power)^2 / (12 c (1 - c) (p - 1/2)^2) with c the share of an arm.
inline SampleSizeResult sample_size_mann_whitney(double p_x_greater, double power,
                                                 const SampleSizeOptions& options = {}) {
    return detail::two_arm_size(
        1.0, options.ratio, power, detail::noether_method, [&](double n1, double n2) {
            return detail::noether_power(p_x_greater, n1, n2, options.alpha, options.sides);
        });
}

/// For grades and other tied values, from the shares that are expected: the variances are those of
/// these shares. `invalid_argument`: no such shares, or groups that do not overlap at all.
/// `noncentrality` is P(X > Y) + P(X = Y)/2 less 1/2, in standard errors; one-sided it looks for
/// larger values in the first group.
inline PowerResult power_mann_whitney(const OrdinalDesign& design, std::int64_t n1, std::int64_t n2,
                                      const PowerOptions& options = {}) {
    PowerResult result{.method = detail::happ_method};
    if (!design.is_valid() || !detail::is_between_0_and_1(options.alpha)) return result;
    result.state = State::too_few;
    if (n1 < 1 || n2 < 1) return result;
    const detail::GroupPlacements places = detail::placements(design);
    const auto a = static_cast<double>(n1), b = static_cast<double>(n2);
    const double sd = std::sqrt(places.of_first / a + places.of_second / b);
    return detail::power_result(
        detail::happ_power(design, places, a, b, options.alpha, options.sides),
        sd > 0.0 ? (places.p_x_greater - 0.5) / sd : not_a_number, not_a_number,
        detail::happ_method);
}

/// The fewest patients per arm; arm 1 has `ratio` times those of arm 2.
inline SampleSizeResult sample_size_mann_whitney(const OrdinalDesign& design, double power,
                                                 const SampleSizeOptions& options = {}) {
    if (!design.is_valid() || !detail::is_between_0_and_1(options.alpha)) {
        return {.method = detail::happ_method};
    }
    const detail::GroupPlacements places = detail::placements(design);
    return detail::two_arm_size(
        1.0, options.ratio, power, detail::happ_method, [&](double n1, double n2) {
            return detail::happ_power(design, places, n1, n2, options.alpha, options.sides);
        });
}

}  // namespace eczscore::stats
