// SPDX-License-Identifier: BSL-1.0
// Dimensions: exponents of the base quantities, with amounts and arbitrary units kept apart.
#pragma once

#include <cstdint>

#include "eczscore/core/requirements.hpp"

namespace eczscore::units {

/// The base quantities, each with its base unit. Unlike UCUM, which calls the mole a pure number,
/// an amount of substance is one of them: turning it into a mass takes a molar mass. So is the
/// international unit: turning it into a mass takes an analyte. So is the number pi, because no
/// exact ratio holds it: a radian is 180 degrees over pi.
enum class Base : std::uint8_t {
    length,         ///< m
    mass,           ///< g
    time,           ///< s
    temperature,    ///< K
    charge,         ///< C
    luminosity,     ///< cd
    angle,          ///< deg
    amount,         ///< mol
    international,  ///< [IU]
    pi              ///< [pi]
};
inline constexpr int base_count = 10;

/// Exponents of the base quantities, and of one arbitrary unit if there is one: UCUM lets no
/// arbitrary unit be compared with anything but itself.
struct Dimension {
    std::int8_t exponent[base_count]{};
    std::int8_t arbitrary = 0;        ///< exponent of the arbitrary unit
    std::uint8_t arbitrary_unit = 0;  ///< which one; 0 when there is none

    constexpr int operator[](Base base) const { return exponent[static_cast<unsigned>(base)]; }
    /// Every exponent is 0: a plain number.
    constexpr bool is_number() const { return *this == Dimension{}; }
    friend constexpr bool operator==(const Dimension& a, const Dimension& b) {
        for (int i = 0; i < base_count; ++i) {
            if (a.exponent[i] != b.exponent[i]) return false;
        }
        return a.arbitrary == b.arbitrary && a.arbitrary_unit == b.arbitrary_unit;
    }
};

/// A dimension from its commonest exponents: `dimension({.mass = 1, .length = -2, .time = -1})`.
struct Exponents {
    int length = 0, mass = 0, time = 0, temperature = 0, charge = 0, luminosity = 0, angle = 0,
        amount = 0, international = 0, pi = 0;
};
/// The dimension with these exponents.
constexpr Dimension dimension(Exponents e) {
    const int all[] = {e.length,     e.mass,  e.time,   e.temperature,   e.charge,
                       e.luminosity, e.angle, e.amount, e.international, e.pi};
    Dimension result;
    for (int i = 0; i < base_count; ++i) result.exponent[i] = static_cast<std::int8_t>(all[i]);
    return result;
}

/// Multiplies `into` by `other` to the power `power`. False, and `into` as it was, when an exponent
/// passes 99 or two different arbitrary units meet.
constexpr bool multiply(Dimension& into, const Dimension& other, int power) {
    Dimension result = into;
    for (int i = 0; i < base_count; ++i) {
        const int sum = into.exponent[i] + other.exponent[i] * power;
        if (sum > 99 || sum < -99) return false;
        result.exponent[i] = static_cast<std::int8_t>(sum);
    }
    if (other.arbitrary_unit != 0) {
        if (into.arbitrary_unit != 0 && into.arbitrary_unit != other.arbitrary_unit) return false;
        const int sum = into.arbitrary + other.arbitrary * power;
        if (sum > 99 || sum < -99) return false;
        result.arbitrary = static_cast<std::int8_t>(sum);
        result.arbitrary_unit = sum == 0 ? std::uint8_t{0} : other.arbitrary_unit;
    }
    into = result;
    return true;
}

inline constexpr Dimension mass_flux = dimension({.length = -2, .mass = 1, .time = -1});
inline constexpr Dimension molar_flux = dimension({.length = -2, .time = -1, .amount = 1});
inline constexpr Dimension mass_per_area = dimension({.length = -2, .mass = 1});
inline constexpr Dimension mass_concentration = dimension({.length = -3, .mass = 1});
inline constexpr Dimension molar_concentration = dimension({.length = -3, .amount = 1});
inline constexpr Dimension iu_concentration = dimension({.length = -3, .international = 1});
inline constexpr Dimension number_concentration = dimension({.length = -3});

}  // namespace eczscore::units
