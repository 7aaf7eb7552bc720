// SPDX-License-Identifier: BSL-1.0
// From one unit to another: an exact ratio, applied exactly or as value * num / den in double.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "eczscore/units/analyte.hpp"
#include "eczscore/units/reason.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// How a value in one unit becomes a value in another: times `ratio` and a power of pi, then plus
/// `offset`. Affine only between temperature scales. Or why there is no way.
struct Conversion {
    Exact ratio = 1;
    Exact offset = 0;
    int pi_power = 0;  ///< between radians and degrees, -1 or 1; no exact value then
    Exact lowest = 0;  ///< absolute zero in the unit it comes from, where `has_lowest`
    bool has_lowest = false;
    Reason reason = Reason::none;

    constexpr bool ok() const { return reason == Reason::none; }
    /// Whether an exact value has an exact result.
    constexpr bool is_exact() const { return pi_power == 0; }

    /// What a double is multiplied by, and divided by after.
    constexpr double numerator() const { return to_power(ratio.num(), pi_power); }
    /// What the product is divided by.
    constexpr double denominator() const { return to_power(ratio.den(), -pi_power); }

    /// As a double: `value * num / den`, never a multiplication by a decimal reciprocal, which
    /// would make 1.7999999999999998 of 3 ug/cm2/min.
    constexpr double operator()(double value) const {
        const double scaled = value * numerator() / denominator();
        return offset == Exact(0) ? scaled : scaled + offset.to_double();
    }

private:
    static constexpr double to_power(std::int64_t whole, int power) {
        double result = static_cast<double>(whole);
        for (; power > 0; --power) result *= 3.1415926535897932384626433832795;
        return result;
    }
};

/// An exact value, or why there is none.
struct Converted {
    Exact value = 0;
    Reason reason = Reason::none;

    constexpr bool ok() const { return reason == Reason::none; }
};

namespace detail {

/// Turns the exponents of one base quantity into mass, `grams` per unit of it; false when exponents
/// or factor do not fit.
constexpr bool bridge(Unit& unit, Base base, Exact grams) {
    const int power = unit.dimension[base];
    if (power == 0 || grams == Exact(0)) return true;
    const int mass = unit.dimension[Base::mass] + power;
    if (mass > 99 || mass < -99) return false;
    unit.dimension.exponent[static_cast<unsigned>(Base::mass)] = static_cast<std::int8_t>(mass);
    unit.dimension.exponent[static_cast<unsigned>(base)] = 0;
    return multiply_power(unit.factor, grams, power);
}
/// Amounts and international units taken for mass.
constexpr bool same_but_for_substance(Dimension a, Dimension b) {
    int mass[2]{};
    Dimension* both[] = {&a, &b};
    for (int i = 0; i < 2; ++i) {
        for (const Base base : {Base::mass, Base::amount, Base::international}) {
            mass[i] += (*both[i])[base];
            both[i]->exponent[static_cast<unsigned>(base)] = 0;
        }
    }
    return a == b && mass[0] == mass[1];
}
/// Value in kelvin = value * factor + zero.
constexpr Exact zero_of(Special special) {
    if (special == Special::celsius || special == Special::reaumur) return 273.15_x;
    if (special == Special::fahrenheit) return Exact::ratio(5 * 45967, 900);
    return 0;
}
constexpr bool is_temperature_scale(Special special) {
    return special == Special::celsius || special == Special::fahrenheit ||
           special == Special::reaumur;
}
/// Takes the powers of pi out of two units; returns by which power they differ.
constexpr int take_pi(Unit& from, Unit& to) {
    const int power = from.dimension[Base::pi] - to.dimension[Base::pi];
    for (Unit* unit : {&from, &to}) {
        unit->dimension.exponent[static_cast<unsigned>(Base::pi)] = 0;
    }
    return power;
}
constexpr Conversion refuse(Reason reason) {
    Conversion no;
    no.reason = reason;
    return no;
}

}  // namespace detail

/// The way from one unit to another. Amounts and international units become mass, and back, for a
/// named substance only. A value that a temperature scale takes part in is a temperature, with a
/// lowest value; from kelvin to kelvin it may be a difference.
/// source   UCUM 2.2 for the units; the substance carries its own source
constexpr Conversion conversion(Unit from, Unit to, const Analyte* analyte = nullptr) {
    const bool same_scale = from.special == to.special;
    if ((from.special == Special::ph || to.special == Special::ph) && !same_scale) {
        return detail::refuse(Reason::wrong_dimension);
    }
    Conversion way;
    way.pi_power = detail::take_pi(from, to);
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
    way.ratio = from.factor;
    if (!multiply(way.ratio, to.factor, true)) return detail::refuse(Reason::too_large);
    const Exact zero_from = detail::zero_of(from.special);
    if (!same_scale) way.offset = zero_from - detail::zero_of(to.special);
    if (!multiply(way.offset, to.factor, true)) return detail::refuse(Reason::too_large);
    way.has_lowest =
        detail::is_temperature_scale(from.special) || detail::is_temperature_scale(to.special);
    if (way.has_lowest) way.lowest = -zero_from / from.factor;
    return way;
}

/// Converts exactly. Refuses a temperature below absolute zero (`out_of_range`), and what has no
/// exact value: it does not fit 64-bit numerator and denominator (`too_large`), or contains pi
/// (`not_exact`). The double of `way(value)` is the nearest then.
constexpr Converted convert(Exact value, const Conversion& way) {
    Converted result;
    result.reason = way.reason;
    if (!way.ok()) return result;
    if (way.has_lowest && value < way.lowest) return {Exact(0), Reason::out_of_range};
    if (!way.is_exact()) return {Exact(0), Reason::not_exact};
    result.value = value;
    if (!multiply(result.value, way.ratio) || !add(result.value, way.offset)) {
        result = {Exact(0), Reason::too_large};
    }
    return result;
}

}  // namespace eczscore::units
