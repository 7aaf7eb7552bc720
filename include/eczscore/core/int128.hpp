// SPDX-License-Identifier: BSL-1.0
// Whole numbers of 128 bits, and what exact numbers ask of them; nothing here overflows.
#pragma once

#include <cstdint>

#include "eczscore/core/requirements.hpp"

namespace eczscore::detail {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

inline constexpr Int128 max_int128 = static_cast<Int128>(~UInt128{0} >> 1);

constexpr Int128 magnitude(Int128 value) { return value < 0 ? -value : value; }

/// Below 2^63 in magnitude: two of them multiply without overflow, and divide quickly.
constexpr bool fits_63_bits(Int128 value) { return magnitude(value) >> 63 == 0; }

constexpr Int128 gcd(Int128 a, Int128 b) {
    while (b != 0) {
        if (fits_63_bits(a) && fits_63_bits(b)) {
            auto x = static_cast<std::int64_t>(magnitude(a));
            auto y = static_cast<std::int64_t>(magnitude(b));
            while (y != 0) {
                const std::int64_t rest = x % y;
                x = y;
                y = rest;
            }
            return x;
        }
        const Int128 r = a % b;
        a = b;
        b = r;
    }
    return magnitude(a);
}
constexpr std::int64_t lcm(std::int64_t a, std::int64_t b) {
    return a / static_cast<std::int64_t>(gcd(a, b)) * b;
}

/// Multiplies into `product`; false when the product needs more than 127 bits.
constexpr bool multiply(Int128 a, Int128 b, Int128& product) {
    const bool both_small = fits_63_bits(a) && fits_63_bits(b);
    if (!both_small && a != 0 && magnitude(b) > max_int128 / magnitude(a)) return false;
    product = a * b;
    return true;
}

/// The whole number nearest to numerator / denominator, halves away from zero; the denominator is
/// positive.
constexpr Int128 rounded_quotient(Int128 numerator, Int128 denominator) {
    const Int128 size = magnitude(numerator);
    const Int128 rest = size % denominator;
    const Int128 whole = size / denominator + (rest >= denominator - rest ? 1 : 0);
    return numerator < 0 ? -whole : whole;
}

/// The greatest whole number not above numerator / denominator; the denominator is positive.
constexpr Int128 floor_quotient(Int128 numerator, Int128 denominator) {
    const Int128 whole = numerator / denominator;
    return numerator < 0 && whole * denominator != numerator ? whole - 1 : whole;
}

/// Compares a / b with c / d, denominators positive: below 0, 0 or above 0 as a / b is less, equal
/// or greater. By their continued fractions, so that no product is needed that could overflow; by
/// products where these are small.
constexpr int compare_ratios(Int128 a, Int128 b, Int128 c, Int128 d) {
    if (fits_63_bits(a) && fits_63_bits(b) && fits_63_bits(c) && fits_63_bits(d)) {
        const Int128 left = a * d;
        const Int128 right = c * b;
        return left < right ? -1 : left > right ? 1 : 0;
    }
    for (int sign = 1;; sign = -sign) {
        const Int128 left = floor_quotient(a, b);
        const Int128 right = floor_quotient(c, d);
        if (left != right) return left < right ? -sign : sign;
        const Int128 left_rest = a - left * b;
        const Int128 right_rest = c - right * d;
        if (left_rest == 0 && right_rest == 0) return 0;
        if (left_rest == 0) return -sign;
        if (right_rest == 0) return sign;
        a = b;  // of the rests, both between 0 and 1, the reciprocals are compared the other way
        b = left_rest;
        c = d;
        d = right_rest;
    }
}

/// The double nearest to numerator / denominator, halves to even; the denominator is positive.
constexpr double nearest_double(Int128 numerator, Int128 denominator) {
    constexpr Int128 counted_exactly = Int128{1} << 53;
    if (magnitude(numerator) <= counted_exactly && denominator <= counted_exactly) {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }
    if (numerator == 0) return 0.0;
    const auto divisor = static_cast<UInt128>(denominator);
    const auto size = static_cast<UInt128>(magnitude(numerator));
    UInt128 quotient = size / divisor;
    UInt128 rest = size % divisor;
    double unit = 1.0;
    while (quotient < (UInt128{1} << 55)) {
        quotient <<= 1;
        rest <<= 1;
        if (rest >= divisor) {
            rest -= divisor;
            quotient |= 1;
        }
        unit /= 2.0;
    }
    if (rest != 0) quotient |= 1;  // below the last digit: breaks a tie the right way
    const double value = static_cast<double>(quotient) * unit;
    return numerator < 0 ? -value : value;
}

}  // namespace eczscore::detail
