// SPDX-License-Identifier: BSL-1.0
// A unit into UCUM text: the way this field writes it, else in base units.
#pragma once

#include "eczscore/units/ucum_parse.hpp"

namespace eczscore::units {

/// How this field writes its units; the first that is equal is printed.
inline constexpr Text usual_units[] = {
    "g/m2/h",   "mg/cm2/h",  "ug/cm2/h",  "ug/cm2/min", "kg/m2/s",    "g/m2/d",   "g/m2/min",
    "g/m2/s",   "kg/m2/h",   "kg/m2/d",   "mg/m2/h",    "mg/m2/s",    "ug/m2/s",  "mg/cm2/min",
    "mg/cm2/d", "mg/dm2/h",  "ug/cm2/s",  "ng/cm2/h",   "ng/cm2/min", "ng/cm2/s", "g/cm2/h",
    "mol/m2/s", "mmol/m2/s", "umol/m2/s", "nmol/cm2/s", "umol/cm2/h", "mol/m2/h", "g/m2",
    "ug/cm2",   "pg/mL",     "ng/mL",     "ug/mL",      "mg/mL",      "g/mL",     "pmol/L",
    "nmol/L",   "umol/L",    "mmol/L",    "k[IU]/L",    "[IU]/L",     "m[IU]/L",  "10*9/L",
    "/uL",      "10*3/uL",   "%",         "Cel",        "[degF]",     "[degRe]",  "[pH]",
    "mm",       "um",        "cm",        "nm",         "mm[Hg]",     "uS",       "kPa",
    "Pa",       "mbar",      "kg",        "g",          "mg",         "ug",       "h",
    "min",      "d",         "s",         "deg",        "mmol/g",     "MHz",      "cm2",
    "mL",       "uL",        "L"};

/// Room that printing a unit may need.
using UnitText = CharBuffer<96>;

namespace detail {
constexpr Text base_codes[] = {"m", "g", "s", "K", "C", "cd", "deg", "mol", "[IU]", "[pi]"};

constexpr Text arbitrary_code(int which) {
    for (const Atom& atom : atoms) {
        if (atom.dimension.arbitrary_unit == which && which != 0) return atom.code;
    }
    return "1";
}
constexpr void put_power(UnitText& out, Text code, int power) {
    out.put(Chars(code));
    if (power > 1) out.put_number(power);
}
/// `num.positive/negative/den`.
constexpr UnitText in_base_units(const Unit& unit) {
    UnitText out;
    const Dimension& d = unit.dimension;
    const Text other = arbitrary_code(d.arbitrary_unit);
    bool any = false;
    if (unit.factor.num() != 1) {
        out.put_number(unit.factor.num());
        any = true;
    }
    for (int i = 0; i <= base_count; ++i) {
        const int power = i < base_count ? d.exponent[i] : d.arbitrary;
        if (power <= 0) continue;
        if (any) out.put('.');
        put_power(out, i < base_count ? base_codes[i] : other, power);
        any = true;
    }
    for (int i = 0; i <= base_count; ++i) {
        const int power = i < base_count ? d.exponent[i] : d.arbitrary;
        if (power >= 0) continue;
        out.put('/');
        put_power(out, i < base_count ? base_codes[i] : other, -power);
        any = true;
    }
    if (unit.factor.den() != 1) {
        out.put('/');
        out.put_number(unit.factor.den());
        any = true;
    }
    if (!any) out.put('1');
    return out;
}
}  // namespace detail

/// UCUM text for a unit; reading it gives the same unit again. `g/m2/h` where this field has a
/// usual way, else base units: `3.m/s2/7`.
constexpr UnitText print_ucum(const Unit& unit) {
    for (const Text usual : usual_units) {
        if (parse_ucum(usual).unit == unit) {
            UnitText out;
            out.put(Chars(usual));
            return out;
        }
    }
    return detail::in_base_units(unit);
}

}  // namespace eczscore::units
