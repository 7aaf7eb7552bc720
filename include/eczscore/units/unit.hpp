// SPDX-License-Identifier: BSL-1.0
// A unit: an exact factor, a dimension, and for a few units a scale that is more than a factor.
#pragma once

#include <cstdint>
#include <limits>

#include "eczscore/core/exact.hpp"
#include "eczscore/units/dimension.hpp"

namespace eczscore::units {

/// Units that are more than a factor, and so stand alone, never in a product.
enum class Special : std::uint8_t {
    none,
    celsius,     ///< kelvin above 273.15
    fahrenheit,  ///< 5/9 kelvin above 459.67 degrees below zero
    reaumur,     ///< 5/4 kelvin above 273.15
    ph,          ///< minus the decimal logarithm of the hydrogen ion activity
    function     ///< another logarithm, a tangent or a root: known by name, never a unit's
};

/// One unit is `factor` of the coherent unit made of m, g, s, K, C, cd, deg, mol, [IU] and [pi].
struct Unit {
    Exact factor = 1;
    Dimension dimension{};
    Special special = Special::none;

    friend constexpr bool operator==(const Unit& a, const Unit& b) {
        return a.factor == b.factor && a.dimension == b.dimension && a.special == b.special;
    }
};

namespace detail {
/// Reduces into `to`; false when it does not fit 64-bit numerator and denominator.
constexpr bool fit(Exact& to, eczscore::detail::Int128 num, eczscore::detail::Int128 den) {
    if (den == 0) return false;
    const eczscore::detail::Int128 divisor = (den < 0 ? -1 : 1) * eczscore::detail::gcd(num, den);
    num /= divisor;
    den /= divisor;
    constexpr eczscore::detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
    if (num > limit || num < -limit || den > limit) return false;
    to = Exact::ratio(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
    return true;
}
}  // namespace detail

/// Multiplies `into` by `by`, or divides it. False, and `into` as it was, when the result does not
/// fit 64-bit numerator and denominator (or `by` is 0 and divides): never a rounded factor.
constexpr bool multiply(Exact& into, Exact by, bool divide = false) {
    return detail::fit(into, eczscore::detail::Int128{into.num()} * (divide ? by.den() : by.num()),
                       eczscore::detail::Int128{into.den()} * (divide ? by.num() : by.den()));
}

/// Adds `by`; false, and `into` as it was, when the sum does not fit.
constexpr bool add(Exact& into, Exact by) {
    return detail::fit(into,
                       eczscore::detail::Int128{into.num()} * by.den() +
                           eczscore::detail::Int128{by.num()} * into.den(),
                       eczscore::detail::Int128{into.den()} * by.den());
}

/// Multiplies `into` by a power of `by`; false when it does not fit.
constexpr bool multiply_power(Exact& into, Exact by, int power) {
    Exact result = into;
    for (int i = power < 0 ? -power : power; i > 0; --i) {
        if (!multiply(result, by, power < 0)) return false;
        if (by == Exact(1)) break;
    }
    into = result;
    return true;
}

/// Multiplies `into` by a power of `by`; false when factor or dimension do not fit.
constexpr bool multiply(Unit& into, const Unit& by, int power) {
    Unit result = into;
    if (!multiply(result.dimension, by.dimension, power)) return false;
    if (!multiply_power(result.factor, by.factor, power)) return false;
    into = result;
    return true;
}

}  // namespace eczscore::units
