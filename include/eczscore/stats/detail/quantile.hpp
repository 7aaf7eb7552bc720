// SPDX-License-Identifier: BSL-1.0
// The nine definitions of a sample quantile, given the ordered values one by one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "eczscore/stats/types/quantile_type.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// Between which two order statistics a quantile lies, counted from 1, and how far along.
struct QuantilePlace {
    std::uint64_t below = 1;
    std::uint64_t above = 1;
    double share = 0.0;  ///< of the way from the one to the other
};

/// n >= 1 values, 0 <= p <= 1. A product within 4 ulp of a whole number is that number.
inline QuantilePlace quantile_place(std::uint64_t n, double p, QuantileType type) {
    const auto size = static_cast<double>(n);
    const double fuzz = 4.0 * std::numeric_limits<double>::epsilon();
    double a = 0.0;
    double b = 0.0;
    switch (type) {
        case QuantileType::nearest_even: a = -0.5, b = 1.5; break;
        case QuantileType::inverse_cdf:
        case QuantileType::averaged:
        case QuantileType::linear_cdf: b = 1.0; break;
        case QuantileType::hazen: a = b = 0.5; break;
        case QuantileType::weibull: break;
        case QuantileType::linear: a = b = 1.0; break;
        case QuantileType::median_unbiased: a = b = 1.0 / 3.0; break;
        case QuantileType::normal_unbiased: a = b = 0.375; break;
    }
    const double at = a + p * (size + 1.0 - a - b);
    const double whole = std::floor(at + fuzz * std::max(1.0, std::abs(at)));
    double share = at - whole;
    if (std::abs(share) <= fuzz * std::max(1.0, std::abs(at))) share = 0.0;
    if (type == QuantileType::inverse_cdf) share = share > 0.0 ? 1.0 : 0.0;
    if (type == QuantileType::averaged) share = share > 0.0 ? 1.0 : 0.5;
    if (type == QuantileType::nearest_even) {
        share = share == 0.0 && std::fmod(whole, 2.0) == 0.0 ? 0.0 : 1.0;
    }
    // `size` may be above n, which has up to 64 digits.
    const auto clamped = [&](double k) {
        if (k >= size) return n;
        return std::min(n, static_cast<std::uint64_t>(std::max(k, 1.0)));
    };
    return {clamped(whole), clamped(whole + 1.0), share};
}

/// `value(k)` is the k-th smallest of n values, k from 1.
template <class Value>
double quantile_of(std::uint64_t n, double p, QuantileType type, const Value& value) {
    if (n == 0 || !(p >= 0.0 && p <= 1.0)) return not_a_number;
    const QuantilePlace place = quantile_place(n, p, type);
    if (place.share == 0.0) return value(place.below);
    const double above = value(place.above);
    if (place.share == 1.0) return above;
    const double below = value(place.below);
    return below == above ? below : (1.0 - place.share) * below + place.share * above;
}

}  // namespace eczscore::stats::detail
