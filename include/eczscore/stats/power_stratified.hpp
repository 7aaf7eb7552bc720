// SPDX-License-Identifier: BSL-1.0
// Power and sample size of a comparison of responder rates in strata: CMH, and Mantel-Haenszel.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// One stratum of a planned trial.
struct DesignStratum {
    double share = 1.0;     ///< of all patients; the shares add up to 1
    double in_first = 0.5;  ///< share of its patients who are in arm 1
    double p1 = 0.5;        ///< expected share of responders of arm 1
    double p2 = 0.5;
};

/// Two shares of responders in strata.
struct StratifiedDesign {
    std::span<const DesignStratum> strata;
    double alpha = 0.05;
    Sides sides = Sides::two;
    bool continuity = false;  ///< the test's correction of 0.5 (Nam 1992)
};

namespace detail {

inline constexpr Text stratified_power_method = "Cochran's weighted difference (Woolson 1986)";
inline constexpr Text stratified_corrected_method =
    "Cochran's weighted difference, corrected (Nam 1992)";

inline Text stratified_method(const StratifiedDesign& of) {
    return of.continuity ? stratified_corrected_method : stratified_power_method;
}

/// Per patient of the trial: the weighted difference, and its variances without and with one.
struct StratifiedSums {
    double difference = 0.0;
    double null_variance = 0.0;
    double variance = 0.0;
    double in_first = 0.0;  ///< share of all patients in arm 1
    bool is_valid = false;
};

inline StratifiedSums stratified_sums(const StratifiedDesign& of) {
    StratifiedSums sums;
    double shares = 0.0;
    for (const DesignStratum& s : of.strata) {
        if (!(s.share >= 0.0) || !is_between_0_and_1(s.in_first) || !is_probability(s.p1) ||
            !is_probability(s.p2)) {
            return sums;
        }
        const double weight = s.share * s.in_first * (1.0 - s.in_first);
        const double pooled = s.in_first * s.p1 + (1.0 - s.in_first) * s.p2;
        sums.difference += weight * (s.p1 - s.p2);
        sums.null_variance += weight * pooled * (1.0 - pooled);
        sums.variance +=
            weight * ((1.0 - s.in_first) * s.p1 * (1.0 - s.p1) + s.in_first * s.p2 * (1.0 - s.p2));
        sums.in_first += s.share * s.in_first;
        shares += s.share;
    }
    sums.is_valid = std::abs(shares - 1.0) <= 1e-9 && is_between_0_and_1(of.alpha);
    return sums;
}

/// n patients in all. In the direction of the expected difference.
inline double stratified_power(const StratifiedDesign& of, const StratifiedSums& sums, double n) {
    const double needed = normal_critical(of.alpha, of.sides) * std::sqrt(n * sums.null_variance) +
                          (of.continuity ? 0.5 : 0.0);
    const double beyond = n * std::abs(sums.difference) - needed;
    const double sd = std::sqrt(n * sums.variance);
    if (sd == 0.0) return beyond > 0.0 ? 1.0 : 0.0;
    return normal_cdf(beyond / sd);
}

}  // namespace detail

/// Of the Cochran-Mantel-Haenszel test with `n` patients in all, by the normal distribution. The
/// Mantel-Haenszel difference and the stratified score test against no difference have the same
/// weights and the same power. `noncentrality` is the weighted difference in its standard errors.
inline PowerResult power_stratified(const StratifiedDesign& design, std::int64_t n) {
    PowerResult result{.method = detail::stratified_method(design)};
    const detail::StratifiedSums sums = detail::stratified_sums(design);
    if (!sums.is_valid) return result;
    result.state = State::too_few;
    if (n < 2) return result;
    const auto all = static_cast<double>(n);
    return detail::power_result(detail::stratified_power(design, sums, all),
                                std::sqrt(detail::quotient(all, sums.variance)) * sums.difference,
                                not_a_number, result.method);
}

/// Patients in all, rounded up (`total`; `fractional` as computed), and of each arm rounded up
/// (`n1`, `n2`). How they fall into the strata is for the caller to round.
inline SampleSizeResult sample_size_stratified(const StratifiedDesign& design, double power) {
    SampleSizeResult size{.method = detail::stratified_method(design)};
    const detail::StratifiedSums sums = detail::stratified_sums(design);
    if (!sums.is_valid || !detail::is_between_0_and_1(power)) return size;
    size.state = State::not_reached;
    const double apart = std::abs(sums.difference);
    if (apart == 0.0) return size;
    const double root =
        detail::size_root(detail::normal_critical(design.alpha, design.sides),
                          std::sqrt(sums.null_variance), power, std::sqrt(sums.variance));
    size.fractional = detail::closed_size(root, apart);
    if (design.continuity) {
        const double both = root / apart + std::sqrt(size.fractional + 2.0 / apart);
        size.fractional = both * both / 4.0;
    }
    const std::int64_t total = detail::whole_size(size.fractional);
    if (total == 0) return size;
    size.total = total;
    size.n1 = detail::whole_size(size.fractional * sums.in_first);
    size.n2 = detail::whole_size(size.fractional * (1.0 - sums.in_first));
    size.power = detail::stratified_power(design, sums, static_cast<double>(total));
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
