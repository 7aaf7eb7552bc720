// SPDX-License-Identifier: BSL-1.0
// Power and sample size of the sign test: exact, and by Noether's normal approximation.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sign_power.hpp"

namespace eczscore::stats {

/// Chances of a change. What is left is no change, which the sign test leaves out.
struct SignDesign {
    double positive = 0.5;
    double negative = 0.5;
    double alpha = 0.05;
    Sides sides = Sides::two;  ///< one-sided it looks for more positive changes
};

namespace detail {
inline bool is_sign_design(const SignDesign& of) {
    return of.positive >= 0.0 && of.negative >= 0.0 && of.positive + of.negative > 0.0 &&
           of.positive + of.negative <= 1.0 + 1e-12 && is_between_0_and_1(of.alpha);
}
inline constexpr Text sign_power_method = "sign test, exact";
}  // namespace detail

/// Of the exact test (two-sided: the doubled smaller tail) with n patients, those without a change
/// among them. O(n) tail probabilities.
/// cost  by default up to some 100,000 patients; beyond it the normal distribution, state
/// approximate
inline PowerResult power_sign(const SignDesign& design, std::int64_t n,
                              const ExactCost& cost = {}) {
    PowerResult result{.method = detail::sign_power_method};
    if (!detail::is_sign_design(design)) return result;
    result.state = State::too_few;
    if (n < 1) return result;
    return detail::sign_power(design.positive, design.negative, design.alpha, design.sides, n,
                              detail::sign_power_method, cost);
}

/// The first number of patients with the power; at some larger number an exact test has less again.
/// `not_reached` above 5000. O(n^2).
inline SampleSizeResult sample_size_sign(const SignDesign& design, double power) {
    SampleSizeResult size{.method = detail::sign_power_method};
    if (!detail::is_sign_design(design) || !detail::is_between_0_and_1(power)) return size;
    size.state = State::not_reached;
    const double apart = design.positive - design.negative;
    if (design.sides == Sides::one ? apart <= 0.0 : apart == 0.0) return size;
    detail::SignPower exact(design.positive, design.negative, design.alpha, design.sides);
    size.n1 = size.total = detail::first_size(exact, power, 5000);
    if (size.n1 == 0) return size;
    size.power = exact.of(size.n1);
    size.state = State::ok;
    return size;
}

/// Patients with a change that Noether 1987 asks for: (z + z_power)^2 / (4 (p - 1/2)^2), p the
/// share of positive changes among them; all patients by their share. As computed in `fractional`.
inline SampleSizeResult sample_size_sign_normal(const SignDesign& design, double power) {
    SampleSizeResult size{.method = "sign test, normal (Noether 1987)"};
    if (!detail::is_sign_design(design) || !detail::is_between_0_and_1(power)) return size;
    size.state = State::not_reached;
    const double changed = design.positive + design.negative;
    const double apart = design.positive / changed - 0.5;
    if (design.sides == Sides::one ? apart <= 0.0 : apart == 0.0) return size;
    const double root =
        detail::size_root(detail::normal_critical(design.alpha, design.sides), 1.0, power, 1.0);
    size.fractional = detail::quotient(root * root, 4.0 * apart * apart * changed);
    size.n1 = size.total = detail::whole_size(size.fractional);
    if (size.n1 > 0) size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
