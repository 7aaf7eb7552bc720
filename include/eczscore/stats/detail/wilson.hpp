// SPDX-License-Identifier: BSL-1.0
// The limits of Wilson (1927), which Newcombe's intervals for differences are made of.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

struct Limits {
    double lower = not_a_number;
    double upper = not_a_number;
};

/// At a level near 0 both limits are the same number, and rounding may cross them.
inline Limits in_order(Limits of) { return of.lower > of.upper ? Limits{of.upper, of.lower} : of; }

/// Roots of (n + z^2) p^2 - (2x + z^2) p + x^2/n = 0, the smaller by the product of both, so that
/// it keeps its digits near 0.
inline Limits wilson_limits(Responders of, double z) {
    const auto x = static_cast<double>(of.x);
    const auto n = static_cast<double>(of.n);
    const double zz = z * z;
    const double root = z * std::sqrt(zz + 4.0 * x * (n - x) / n);
    const double sum = 2.0 * x + zz + root;
    const double upper = of.x == of.n ? 1.0 : sum / (2.0 * (n + zz));
    const double lower = of.x == 0 ? 0.0 : 2.0 * x * x / (n * sum);
    return {lower, std::min(1.0, upper)};
}

/// With the continuity correction (Newcombe 1998, method 4).
inline Limits wilson_corrected_limits(Responders of, double z) {
    const auto n = static_cast<double>(of.n);
    const double p = of.share();
    const double zz = z * z;
    const double low = std::max(0.0, zz - 2.0 - 1.0 / n + 4.0 * p * (n * (1.0 - p) + 1.0));
    const double high = std::max(0.0, zz + 2.0 - 1.0 / n + 4.0 * p * (n * (1.0 - p) - 1.0));
    const double lower = (2.0 * n * p + zz - 1.0 - z * std::sqrt(low)) / (2.0 * (n + zz));
    const double upper = (2.0 * n * p + zz + 1.0 + z * std::sqrt(high)) / (2.0 * (n + zz));
    return {of.x == 0 ? 0.0 : std::max(0.0, lower), of.x == of.n ? 1.0 : std::min(1.0, upper)};
}

/// Newcombe's hybrid of the limits of two shares: their distances from the shares, squared and
/// added (MOVER).
inline Limits newcombe_limits(double p1, Limits one, double p2, Limits two) {
    const double d = p1 - p2;
    return {d - std::hypot(p1 - one.lower, two.upper - p2),
            d + std::hypot(one.upper - p1, p2 - two.lower)};
}

}  // namespace eczscore::stats::detail
