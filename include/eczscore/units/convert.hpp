// SPDX-License-Identifier: BSL-1.0
// From one unit to another: an exact ratio, applied exactly or as value * num / den in double.
#pragma once

#include <initializer_list>

#include "eczscore/units/analyte.hpp"
#include "eczscore/units/reason.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// How a value in one unit becomes a value in another: times `ratio`, then plus `offset`.
/// Affine only between temperature scales. Or why there is no way.
struct Conversion {
    Exact ratio = 1;
    Exact offset = 0;
    Reason reason = Reason::none;

    constexpr bool ok() const { return reason == Reason::none; }

    /// As a double: `value * num / den`, never a multiplication by a decimal reciprocal, which
    /// would make 1.7999999999999998 of 3 ug/cm2/min.
    constexpr double operator()(double value) const {
        const double scaled =
            value * static_cast<double>(ratio.num()) / static_cast<double>(ratio.den());
        return offset == Exact(0) ? scaled : scaled + offset.to_double();
    }
};

/// An exact value, or why there is none.
struct Converted {
    Exact value = 0;
    Reason reason = Reason::none;

    constexpr bool ok() const { return reason == Reason::none; }
};

namespace detail {

/// Turns the exponents of one base quantity into mass, `grams` per unit of it.
constexpr bool bridge(Unit& unit, Base base, Exact grams) {
    const int power = unit.dimension[base];
    if (power == 0 || grams == Exact(0)) return true;
    auto& mine = unit.dimension.exponent[static_cast<unsigned>(base)];
    auto& mass = unit.dimension.exponent[static_cast<unsigned>(Base::mass)];
    mass = static_cast<std::int8_t>(mass + power);
    mine = 0;
    return multiply_power(unit.factor, grams, power);
}
/// Amounts and international units left aside.
constexpr bool same_but_for_substance(const Dimension& a, const Dimension& b) {
    Dimension x = a;
    Dimension y = b;
    for (Dimension* d : {&x, &y}) {
        for (const Base base : {Base::amount, Base::international}) {
            auto& mass = d->exponent[static_cast<unsigned>(Base::mass)];
            mass = static_cast<std::int8_t>(mass + (*d)[base]);
            d->exponent[static_cast<unsigned>(base)] = 0;
        }
    }
    return x == y;
}
/// Value in kelvin = value * factor + zero.
constexpr Exact zero_of(Special special) {
    if (special == Special::celsius) return 273.15_x;
    if (special == Special::fahrenheit) return Exact::ratio(5 * 45967, 900);
    return 0;
}
constexpr Conversion refuse(Reason reason) {
    Conversion no;
    no.reason = reason;
    return no;
}

}  // namespace detail

/// The way from one unit to another. Amounts and international units become mass, and back, for a
/// named substance only.
/// source   UCUM 2.2 for the units; the substance carries its own source
constexpr Conversion conversion(Unit from, Unit to, const Analyte* analyte = nullptr) {
    const bool same_scale = from.special == to.special;
    if ((from.special == Special::ph || to.special == Special::ph) && !same_scale) {
        return detail::refuse(Reason::wrong_dimension);
    }
    const Exact zero_from = detail::zero_of(from.special);
    const Exact zero_to = detail::zero_of(to.special);
    if (!(from.dimension == to.dimension)) {
        if (!detail::same_but_for_substance(from.dimension, to.dimension)) {
            return detail::refuse(Reason::wrong_dimension);
        }
        if (analyte == nullptr) return detail::refuse(Reason::analyte_required);
        for (Unit* unit : {&from, &to}) {
            if (!detail::bridge(*unit, Base::amount, analyte->grams_per_mole) ||
                !detail::bridge(*unit, Base::international, analyte->grams_per_iu)) {
                return detail::refuse(Reason::too_large);
            }
        }
        if (!(from.dimension == to.dimension)) return detail::refuse(Reason::analyte_required);
    }
    Conversion way;
    way.ratio = from.factor;
    if (!multiply(way.ratio, to.factor, true)) return detail::refuse(Reason::too_large);
    if (!same_scale) way.offset = (zero_from - zero_to) / to.factor;
    return way;
}

/// Converts exactly, or refuses when the result does not fit 64-bit numerator and denominator.
constexpr Converted convert(Exact value, const Conversion& way) {
    Converted result;
    result.reason = way.reason;
    if (!way.ok()) return result;
    result.value = value;
    if (!multiply(result.value, way.ratio) || !add(result.value, way.offset)) {
        result = {Exact(0), Reason::too_large};
    }
    return result;
}

}  // namespace eczscore::units
