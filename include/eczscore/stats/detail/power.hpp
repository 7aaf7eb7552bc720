// SPDX-License-Identifier: BSL-1.0
// What power and sample size share: the power of a t-test, the smallest n that reaches one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

inline bool is_between_0_and_1(double value) { return value > 0.0 && value < 1.0; }

/// A chance that was added up: what rounding leaves above 1 is 1.
inline double at_most_one(double chance) {
    return chance > 1.0 && chance < 1.0 + 1e-9 ? 1.0 : chance;
}

/// Of a t-test whose statistic has this noncentrality; a one-sided test looks upwards.
inline double t_power(double noncentrality, double df, double alpha, Sides sides) {
    if (!(df > 0.0) || !is_between_0_and_1(alpha) || std::isnan(noncentrality)) return not_a_number;
    const double q = t_quantile_upper(sides == Sides::two ? alpha / 2.0 : alpha, df);
    const double up = noncentral_t_sf(q, df, noncentrality);
    const double down = sides == Sides::one ? 0.0 : noncentral_t_cdf(-q, df, noncentrality);
    // the noncentral distribution of absurd sizes may come out below 0: no answer then
    return up + down < 0.0 ? not_a_number : at_most_one(up + down);
}

/// Of a normal statistic with standard deviation 1 that is expected at `shift` and rejects beyond
/// `critical`; one-sided upwards.
inline double normal_power(double shift, double critical, Sides sides) {
    const double up = normal_sf(critical - shift);
    return sides == Sides::one ? up : at_most_one(up + normal_sf(critical + shift));
}

/// Of a normal test, the quantile that its statistic must exceed.
inline double normal_critical(double alpha, Sides sides) {
    return normal_quantile_upper(sides == Sides::two ? alpha / 2.0 : alpha);
}

inline constexpr double most_patients = 1e9;

/// The smallest whole n >= lowest with power(n) >= target, for a power that grows with n (NaN
/// counts as none). 0 when 1e9 is not enough. `fractional` becomes the real n where it crosses.
template <class Power>
std::int64_t smallest_n(double lowest, double target, const Power& power, double& fractional) {
    const auto reached = [&](double n) { return power(n) >= target; };
    double high = lowest;
    while (!reached(high)) {
        if (high >= most_patients) return 0;
        high *= 2.0;
    }
    double low = std::max(lowest, std::floor(high / 2.0));
    while (high - low > 1.0) {
        const double middle = std::floor(low + (high - low) / 2.0);
        (reached(middle) ? high : low) = middle;
    }
    if (high > lowest && reached(low)) high = low;
    fractional = high;
    if (high > lowest) {
        double below = high - 1.0;
        double above = high;
        for (int i = 0; i < 100 && below < above; ++i) {
            const double middle = below + (above - below) / 2.0;
            if (middle == below || middle == above) break;
            (reached(middle) ? above : below) = middle;
        }
        fractional = above;
    }
    return static_cast<std::int64_t>(high);
}

/// A whole number of patients; a product within 1e-9 of one is that one.
inline double ceiling(double n) { return std::ceil(n - 1e-9 * std::max(1.0, n)); }

/// The patients for a size that a formula gives: at least 1, and 0 when 1e9 is not enough.
inline std::int64_t whole_size(double n) {
    if (!(n <= most_patients)) return 0;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(ceiling(n)));
}

/// What the square of such a formula is of: z_alpha sd_null + z_power sd. Not below 0, where less
/// power is asked for than any size has, and the square would grow again.
inline double size_root(double z_alpha, double sd_null, double power, double sd) {
    return std::max(0.0, z_alpha * sd_null + normal_quantile(power) * sd);
}

/// root^2 / apart^2, what such a formula gives; infinite where the difference squared is below the
/// range of double.
inline double closed_size(double root, double apart) {
    const double squared = apart * apart;
    return squared > 0.0 ? root * root / squared : infinity;
}

/// The size of two arms of which the first has `ratio` times as many patients, where `power(n1,
/// n2)` takes real numbers.
template <class Power>
SampleSizeResult two_arm_size(double lowest, double ratio, double target, Text method,
                              const Power& power) {
    SampleSizeResult result;
    result.method = method;
    if (!(ratio > 0.0) || !std::isfinite(ratio) || !is_between_0_and_1(target)) return result;
    // Counted in the smaller arm, so that both become whole numbers by one rounding at most.
    const bool first_is_larger = ratio >= 1.0;
    const double times = first_is_larger ? ratio : 1.0 / ratio;
    const auto at = [&](double small, double large) {
        return first_is_larger ? power(large, small) : power(small, large);
    };
    double smooth = not_a_number;
    const double small = static_cast<double>(
        smallest_n(lowest, target, [&](double n) { return at(n, ceiling(times * n)); }, smooth));
    if (small == 0.0 && std::isnan(at(lowest, ceiling(times * lowest)))) return result;
    result.state = State::not_reached;
    if (small == 0.0) return result;
    smallest_n(lowest, target, [&](double n) { return at(n, times * n); }, smooth);
    if (times * small > most_patients) return result;
    const auto few = static_cast<std::int64_t>(small);
    const auto many = static_cast<std::int64_t>(ceiling(times * small));
    result.n1 = first_is_larger ? many : few;
    result.n2 = first_is_larger ? few : many;
    result.total = few + many;
    result.fractional = first_is_larger ? times * smooth : smooth;
    result.power = at(small, ceiling(times * small));
    result.state = State::ok;
    return result;
}

/// The size of one group.
template <class Power>
SampleSizeResult one_group_size(double lowest, double target, Text method, const Power& power) {
    SampleSizeResult result;
    result.method = method;
    if (!is_between_0_and_1(target)) return result;
    result.n1 = result.total = smallest_n(lowest, target, power, result.fractional);
    if (result.n1 == 0 && std::isnan(power(lowest))) return result;
    result.state = result.n1 == 0 ? State::not_reached : State::ok;
    if (result.n1 > 0) result.power = power(static_cast<double>(result.n1));
    return result;
}

inline PowerResult power_result(double power, double noncentrality, double df, Text method) {
    const State none = df <= 0.0 ? State::too_few : State::invalid_argument;
    return {power, noncentrality, df, method, std::isnan(power) ? none : State::ok};
}

}  // namespace eczscore::stats::detail
