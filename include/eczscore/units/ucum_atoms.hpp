// SPDX-License-Identifier: BSL-1.0
// The UCUM atoms and prefixes that are understood: SI, the clinic's and the laboratory's.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/units/chars.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// A UCUM atom. `factor` 0: a UCUM unit whose size is no exact ratio (a measured constant, pi, a
/// logarithm), so that it is recognised and refused.
struct Atom {
    Text code;
    Text meaning;
    Exact factor = 1;
    Dimension dimension{};
    bool metric = true;  ///< takes prefixes
    Special special = Special::none;

    constexpr Unit unit() const { return {factor, dimension, special}; }
};

struct Prefix {
    Text code;
    Text meaning;
    int power;  ///< of ten
};

inline constexpr Prefix prefixes[] = {
    {"da", "deca", 1},   {"Y", "yotta", 24}, {"Z", "zetta", 21},  {"E", "exa", 18},
    {"P", "peta", 15},   {"T", "tera", 12},  {"G", "giga", 9},    {"M", "mega", 6},
    {"k", "kilo", 3},    {"h", "hecto", 2},  {"d", "deci", -1},   {"c", "centi", -2},
    {"m", "milli", -3},  {"u", "micro", -6}, {"n", "nano", -9},   {"p", "pico", -12},
    {"f", "femto", -15}, {"a", "atto", -18}, {"z", "zepto", -21}, {"y", "yocto", -24}};

namespace detail::dims {
constexpr Dimension arbitrary(int which) {
    Dimension result;
    result.arbitrary = 1;
    result.arbitrary_unit = static_cast<std::uint8_t>(which);
    return result;
}
inline constexpr Dimension none{};
inline constexpr Dimension length = dimension({.length = 1});
inline constexpr Dimension volume = dimension({.length = 3});
inline constexpr Dimension mass = dimension({.mass = 1});
inline constexpr Dimension time = dimension({.time = 1});
inline constexpr Dimension kelvin = dimension({.temperature = 1});
inline constexpr Dimension amount = dimension({.amount = 1});
inline constexpr Dimension angle = dimension({.angle = 1});
inline constexpr Dimension per_time = dimension({.time = -1});
inline constexpr Dimension force = dimension({.length = 1, .mass = 1, .time = -2});
inline constexpr Dimension pressure = dimension({.length = -1, .mass = 1, .time = -2});
inline constexpr Dimension energy = dimension({.length = 2, .mass = 1, .time = -2});
inline constexpr Dimension power = dimension({.length = 2, .mass = 1, .time = -3});
inline constexpr Dimension volt = dimension({.length = 2, .mass = 1, .time = -2, .charge = -1});
inline constexpr Dimension ohm = dimension({.length = 2, .mass = 1, .time = -1, .charge = -2});
inline constexpr Dimension siemens = dimension({.length = -2, .mass = -1, .time = 1, .charge = 2});
inline constexpr Dimension farad = dimension({.length = -2, .mass = -1, .time = 2, .charge = 2});
inline constexpr Dimension weber = dimension({.length = 2, .mass = 1, .time = -1, .charge = -1});
inline constexpr Dimension tesla = dimension({.mass = 1, .time = -1, .charge = -1});
inline constexpr Dimension henry = dimension({.length = 2, .mass = 1, .charge = -2});
inline constexpr Dimension dose = dimension({.length = 2, .time = -2});
}  // namespace detail::dims

/// Codes, meanings and sizes as in UCUM 2.2, the units of SI and their customary companions. The
/// mole and [IU] are base units here (see `Base`).
inline constexpr Atom atoms[] = {
    {"m", "metre", 1, detail::dims::length},
    {"g", "gram", 1, detail::dims::mass},
    {"s", "second", 1, detail::dims::time},
    {"K", "kelvin", 1, detail::dims::kelvin},
    {"C", "coulomb", 1, dimension({.charge = 1})},
    {"cd", "candela", 1, dimension({.luminosity = 1})},
    {"mol", "mole", 1, detail::dims::amount},
    {"deg", "degree of angle", 1, detail::dims::angle, false},
    {"'", "minute of angle", Exact::ratio(1, 60), detail::dims::angle, false},
    {"''", "second of angle", Exact::ratio(1, 3600), detail::dims::angle, false},
    {"gon", "gon", Exact::ratio(9, 10), detail::dims::angle, false},
    {"circ", "full circle", 360, detail::dims::angle, false},
    {"rad", "radian", 0, detail::dims::angle},
    {"sr", "steradian", 0, dimension({.angle = 2})},
    {"[pi]", "the number pi", 0, detail::dims::none, false},
    {"L", "litre", Exact::ratio(1, 1000), detail::dims::volume},
    {"l", "litre", Exact::ratio(1, 1000), detail::dims::volume},
    {"ar", "are", 100, dimension({.length = 2})},
    {"min", "minute", 60, detail::dims::time, false},
    {"h", "hour", 3600, detail::dims::time, false},
    {"d", "day", 86'400, detail::dims::time, false},
    {"wk", "week", 604'800, detail::dims::time, false},
    {"mo", "month", 2'629'800, detail::dims::time, false},
    {"a", "year", 31'557'600, detail::dims::time, false},
    {"t", "tonne", 1'000'000, detail::dims::mass},
    {"u", "atomic mass unit", 0, detail::dims::mass},
    {"[in_i]", "inch", 0.0254_x, detail::dims::length, false},
    {"[ft_i]", "foot", 0.3048_x, detail::dims::length, false},
    {"[lb_av]", "pound", 453.59237_x, detail::dims::mass, false},
    {"[oz_av]", "ounce", 28.349523125_x, detail::dims::mass, false},
    {"AU", "astronomical unit", 149'597'870'691, detail::dims::length, false},
    {"Ao", "angstrom", Exact::ratio(1, 10'000'000'000), detail::dims::length, false},
    {"pc", "parsec", 0, detail::dims::length},
    {"%", "percent", Exact::ratio(1, 100), detail::dims::none, false},
    {"[ppth]", "parts per thousand", Exact::ratio(1, 1000), detail::dims::none, false},
    {"[ppm]", "parts per million", Exact::ratio(1, 1'000'000), detail::dims::none, false},
    {"[ppb]", "parts per billion", Exact::ratio(1, 1'000'000'000), detail::dims::none, false},
    {"10*", "ten", 10, detail::dims::none, false},
    {"10^", "ten", 10, detail::dims::none, false},
    {"Cel", "degree Celsius", 1, detail::dims::kelvin, false, Special::celsius},
    {"[degF]", "degree Fahrenheit", Exact::ratio(5, 9), detail::dims::kelvin, false,
     Special::fahrenheit},
    {"[pH]", "pH", 1, detail::dims::arbitrary(1), false, Special::ph},
    {"Hz", "hertz", 1, detail::dims::per_time},
    {"Bq", "becquerel", 1, detail::dims::per_time},
    {"N", "newton", 1000, detail::dims::force},
    {"dyn", "dyne", Exact::ratio(1, 100), detail::dims::force},
    {"Pa", "pascal", 1000, detail::dims::pressure},
    {"bar", "bar", 100'000'000, detail::dims::pressure},
    {"atm", "atmosphere", 101'325'000, detail::dims::pressure, false},
    {"m[Hg]", "metre of mercury", 133'322'000, detail::dims::pressure},
    {"m[H2O]", "metre of water", 9'806'650, detail::dims::pressure},
    {"P", "poise", 100, dimension({.length = -1, .mass = 1, .time = -1})},
    {"J", "joule", 1000, detail::dims::energy},
    {"cal", "calorie", 4184, detail::dims::energy},
    {"erg", "erg", Exact::ratio(1, 10'000), detail::dims::energy},
    {"eV", "electronvolt", 0, detail::dims::energy},
    {"W", "watt", 1000, detail::dims::power},
    {"A", "ampere", 1, dimension({.time = -1, .charge = 1})},
    {"V", "volt", 1000, detail::dims::volt},
    {"Ohm", "ohm", 1000, detail::dims::ohm},
    {"S", "siemens", Exact::ratio(1, 1000), detail::dims::siemens},
    {"F", "farad", Exact::ratio(1, 1000), detail::dims::farad},
    {"Wb", "weber", 1000, detail::dims::weber},
    {"T", "tesla", 1000, detail::dims::tesla},
    {"G", "gauss", Exact::ratio(1, 10), detail::dims::tesla},
    {"H", "henry", 1000, detail::dims::henry},
    {"lm", "lumen", 0, dimension({.luminosity = 1, .angle = 2})},
    {"lx", "lux", 0, dimension({.length = -2, .luminosity = 1, .angle = 2})},
    {"Gy", "gray", 1, detail::dims::dose},
    {"Sv", "sievert", 1, detail::dims::dose},
    {"kat", "katal", 1, dimension({.time = -1, .amount = 1})},
    {"U", "enzyme unit", Exact::ratio(1, 60'000'000), dimension({.time = -1, .amount = 1})},
    {"eq", "equivalent", 1, detail::dims::amount},
    {"osm", "osmole", 1, detail::dims::amount},
    {"[IU]", "international unit", 1, dimension({.international = 1})},
    {"[iU]", "international unit", 1, dimension({.international = 1})},
    {"[arb'U]", "arbitrary unit", 1, detail::dims::arbitrary(2), false},
    {"[AU]", "allergen unit", 1, detail::dims::arbitrary(3), false},
    {"[BAU]", "bioequivalent allergen unit", 1, detail::dims::arbitrary(4), false},
    {"[USP'U]", "United States Pharmacopeia unit", 1, detail::dims::arbitrary(5), false},
    {"[CFU]", "colony forming units", 1, detail::dims::arbitrary(6), false},
    {"B", "bel", 0, detail::dims::none},
    {"Np", "neper", 0, detail::dims::none}};

/// An atom with its prefix, or a null atom.
struct Symbol {
    const Atom* atom = nullptr;
    const Prefix* prefix = nullptr;
};

/// The atom that a symbol names: as it stands, else a prefix and a metric atom.
constexpr Symbol find_symbol(Chars code) {
    for (const Atom& atom : atoms) {
        if (Chars(atom.code) == code) return {&atom, nullptr};
    }
    for (const Prefix& prefix : prefixes) {
        const Chars head(prefix.code);
        if (!code.starts_with(head)) continue;
        for (const Atom& atom : atoms) {
            if (atom.metric && Chars(atom.code) == code.part(head.size())) return {&atom, &prefix};
        }
    }
    return {};
}

}  // namespace eczscore::units
