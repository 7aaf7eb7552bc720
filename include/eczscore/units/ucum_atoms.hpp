// SPDX-License-Identifier: BSL-1.0
// The atoms and prefixes of UCUM, each with its exact size, or known by name where it has none.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/units/chars.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// A UCUM atom. `factor` 0: a unit that is recognised and refused as not supported, because its
/// size is no ratio of 64-bit numbers (most constants of physics) or no multiple
/// (`Special::function`).
struct Atom {
    Text code;
    Text meaning;
    Exact factor = 1;
    Dimension dimension{};
    bool metric = true;  ///< takes prefixes
    Special special = Special::none;

    /// The unit that the code stands for.
    constexpr Unit unit() const { return {factor, dimension, special}; }
};

/// A UCUM prefix, such as `k`.
struct Prefix {
    Text code;
    Text meaning;
    int power;
    int base = 10;  ///< what is raised to the power
};

inline constexpr Prefix prefixes[] = {
    {"da", "deca", 1},     {"Y", "yotta", 24},    {"Z", "zetta", 21},    {"E", "exa", 18},
    {"P", "peta", 15},     {"T", "tera", 12},     {"G", "giga", 9},      {"M", "mega", 6},
    {"k", "kilo", 3},      {"h", "hecto", 2},     {"d", "deci", -1},     {"c", "centi", -2},
    {"m", "milli", -3},    {"u", "micro", -6},    {"n", "nano", -9},     {"p", "pico", -12},
    {"f", "femto", -15},   {"a", "atto", -18},    {"z", "zepto", -21},   {"y", "yocto", -24},
    {"Ki", "kibi", 10, 2}, {"Mi", "mebi", 20, 2}, {"Gi", "gibi", 30, 2}, {"Ti", "tebi", 40, 2}};

namespace detail::dims {
consteval Dimension arbitrary(int which) {
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

/// Every code of UCUM 2.2, with its meaning and size. The mole and [IU] are base units here (see
/// `Base`). What counts by a procedure of its own (a field of a microscope, turbidity, Hounsfield
/// units) is an arbitrary unit here, which converts into nothing else, though UCUM calls it 1.
/// source   UCUM 2.2, ucum-essence.xml of 2024-06-17
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
    {"rad", "radian", 180, dimension({.angle = 1, .pi = -1})},
    {"sr", "steradian", 32'400, dimension({.angle = 2, .pi = -2})},
    {"[pi]", "the number pi", 1, dimension({.pi = 1}), false},
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
    {"pc", "parsec", 30'856'780'000'000'000, detail::dims::length},
    {"%", "percent", Exact::ratio(1, 100), detail::dims::none, false},
    {"[ppth]", "parts per thousand", Exact::ratio(1, 1000), detail::dims::none, false},
    {"[ppm]", "parts per million", Exact::ratio(1, 1'000'000), detail::dims::none, false},
    {"[ppb]", "parts per billion", Exact::ratio(1, 1'000'000'000), detail::dims::none, false},
    {"10*", "ten", 10, detail::dims::none, false},
    {"10^", "ten", 10, detail::dims::none, false},
    {"Cel", "degree Celsius", 1, detail::dims::kelvin, true, Special::celsius},
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
    {"lm", "lumen", 32'400, dimension({.luminosity = 1, .angle = 2, .pi = -2})},
    {"lx", "lux", 32'400, dimension({.length = -2, .luminosity = 1, .angle = 2, .pi = -2})},
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
    {"[pptr]", "parts per trillion", Exact::ratio(1, 1'000'000'000'000), detail::dims::none, false},
    {"a_t", "tropical year", Exact::ratio(3'944'615'652, 125), detail::dims::time, false},
    {"a_j", "mean Julian year", 31'557'600, detail::dims::time, false},
    {"a_g", "mean Gregorian year", 31'556'952, detail::dims::time, false},
    {"mo_s", "synodal month", Exact::ratio(318'930'372, 125), detail::dims::time, false},
    {"mo_j", "mean Julian month", 2'629'800, detail::dims::time, false},
    {"mo_g", "mean Gregorian month", 2'629'746, detail::dims::time, false},
    {"[c]", "velocity of light", 299'792'458, dimension({.length = 1, .time = -1})},
    {"[h]", "Planck constant", 0, dimension({.length = 2, .mass = 1, .time = -1})},
    {"[k]", "Boltzmann constant", 0,
     dimension({.length = 2, .mass = 1, .time = -2, .temperature = -1})},
    {"[eps_0]", "permittivity of vacuum", 0,
     dimension({.length = -3, .mass = -1, .time = 2, .charge = 2})},
    {"[mu_0]", "permeability of vacuum", Exact::ratio(1, 2500),
     dimension({.length = 1, .mass = 1, .charge = -2, .pi = 1})},
    {"[e]", "elementary charge", 0, dimension({.charge = 1})},
    {"[m_e]", "electron mass", 0, detail::dims::mass},
    {"[m_p]", "proton mass", 0, detail::dims::mass},
    {"[G]", "Newtonian constant of gravitation", Exact::ratio(66'743, 1'000'000'000'000'000'000),
     dimension({.length = 3, .mass = -1, .time = -2})},
    {"[g]", "standard acceleration of free fall", Exact::ratio(196'133, 20'000),
     dimension({.length = 1, .time = -2})},
    {"[ly]", "light-year", 9'460'730'472'580'800, detail::dims::length},
    {"gf", "gram-force", Exact::ratio(196'133, 20'000), detail::dims::force},
    {"[lbf_av]", "pound force", Exact::ratio(8'896'443'230'521, 2'000'000'000), detail::dims::force,
     false},
    {"Ky", "Kayser", 100, dimension({.length = -1})},
    {"Gal", "Gal", Exact::ratio(1, 100), dimension({.length = 1, .time = -2})},
    {"Bi", "Biot", 10, dimension({.time = -1, .charge = 1})},
    {"St", "Stokes", Exact::ratio(1, 10'000), dimension({.length = 2, .time = -1})},
    {"Mx", "Maxwell", Exact::ratio(1, 100'000), detail::dims::weber},
    {"Oe", "Oersted", 250, dimension({.length = -1, .time = -1, .charge = 1, .pi = -1})},
    {"Gb", "Gilbert", Exact::ratio(5, 2), dimension({.time = -1, .charge = 1, .pi = -1})},
    {"sb", "stilb", 10'000, dimension({.length = -2, .luminosity = 1})},
    {"Lmb", "Lambert", 10'000, dimension({.length = -2, .luminosity = 1, .pi = -1})},
    {"ph", "phot", Exact::ratio(81, 25),
     dimension({.length = -2, .luminosity = 1, .angle = 2, .pi = -2})},
    {"Ci", "Curie", 37'000'000'000, detail::dims::per_time},
    {"R", "Roentgen", Exact::ratio(129, 500'000'000), dimension({.mass = -1, .charge = 1})},
    {"RAD", "radiation absorbed dose", Exact::ratio(1, 100), detail::dims::dose},
    {"REM", "radiation equivalent man", Exact::ratio(1, 100), detail::dims::dose},
    {"[yd_i]", "yard", Exact::ratio(1143, 1250), detail::dims::length, false},
    {"[mi_i]", "mile", Exact::ratio(201'168, 125), detail::dims::length, false},
    {"[fth_i]", "fathom", Exact::ratio(1143, 625), detail::dims::length, false},
    {"[nmi_i]", "nautical mile", 1852, detail::dims::length, false},
    {"[kn_i]", "knot", Exact::ratio(463, 900), dimension({.length = 1, .time = -1}), false},
    {"[sin_i]", "square inch", Exact::ratio(16'129, 25'000'000), dimension({.length = 2}), false},
    {"[sft_i]", "square foot", Exact::ratio(145'161, 1'562'500), dimension({.length = 2}), false},
    {"[syd_i]", "square yard", Exact::ratio(1'306'449, 1'562'500), dimension({.length = 2}), false},
    {"[cin_i]", "cubic inch", Exact::ratio(2'048'383, 125'000'000'000), detail::dims::volume,
     false},
    {"[cft_i]", "cubic foot", Exact::ratio(55'306'341, 1'953'125'000), detail::dims::volume, false},
    {"[cyd_i]", "cubic yard", Exact::ratio(1'493'271'207, 1'953'125'000), detail::dims::volume,
     false},
    {"[bf_i]", "board foot", Exact::ratio(18'435'447, 7'812'500'000), detail::dims::volume, false},
    {"[cr_i]", "cord", Exact::ratio(884'901'456, 244'140'625), detail::dims::volume, false},
    {"[mil_i]", "mil", Exact::ratio(127, 5'000'000), detail::dims::length, false},
    {"[cml_i]", "circular mil", Exact::ratio(16'129, 100'000'000'000'000),
     dimension({.length = 2, .pi = 1}), false},
    {"[hd_i]", "hand", Exact::ratio(127, 1250), detail::dims::length, false},
    {"[ft_us]", "foot", Exact::ratio(1200, 3937), detail::dims::length, false},
    {"[yd_us]", "yard", Exact::ratio(3600, 3937), detail::dims::length, false},
    {"[in_us]", "inch", Exact::ratio(100, 3937), detail::dims::length, false},
    {"[rd_us]", "rod", Exact::ratio(19'800, 3937), detail::dims::length, false},
    {"[ch_us]", "Gunter's chain", Exact::ratio(79'200, 3937), detail::dims::length, false},
    {"[lk_us]", "link for Gunter's chain", Exact::ratio(792, 3937), detail::dims::length, false},
    {"[rch_us]", "Ramden's chain", Exact::ratio(120'000, 3937), detail::dims::length, false},
    {"[rlk_us]", "link for Ramden's chain", Exact::ratio(1200, 3937), detail::dims::length, false},
    {"[fth_us]", "fathom", Exact::ratio(7200, 3937), detail::dims::length, false},
    {"[fur_us]", "furlong", Exact::ratio(792'000, 3937), detail::dims::length, false},
    {"[mi_us]", "mile", Exact::ratio(6'336'000, 3937), detail::dims::length, false},
    {"[acr_us]", "acre", Exact::ratio(62'726'400'000, 15'499'969), dimension({.length = 2}), false},
    {"[srd_us]", "square rod", Exact::ratio(392'040'000, 15'499'969), dimension({.length = 2}),
     false},
    {"[smi_us]", "square mile", Exact::ratio(40'144'896'000'000, 15'499'969),
     dimension({.length = 2}), false},
    {"[sct]", "section", Exact::ratio(40'144'896'000'000, 15'499'969), dimension({.length = 2}),
     false},
    {"[twp]", "township", Exact::ratio(1'445'216'256'000'000, 15'499'969), dimension({.length = 2}),
     false},
    {"[mil_us]", "mil", Exact::ratio(1, 39'370), detail::dims::length, false},
    {"[in_br]", "inch", Exact::ratio(1'269'999, 50'000'000), detail::dims::length, false},
    {"[ft_br]", "foot", Exact::ratio(3'809'997, 12'500'000), detail::dims::length, false},
    {"[rd_br]", "rod", Exact::ratio(125'729'901, 25'000'000), detail::dims::length, false},
    {"[ch_br]", "Gunter's chain", Exact::ratio(125'729'901, 6'250'000), detail::dims::length,
     false},
    {"[lk_br]", "link for Gunter's chain", Exact::ratio(125'729'901, 625'000'000),
     detail::dims::length, false},
    {"[fth_br]", "fathom", Exact::ratio(11'429'991, 6'250'000), detail::dims::length, false},
    {"[pc_br]", "pace", Exact::ratio(3'809'997, 5'000'000), detail::dims::length, false},
    {"[yd_br]", "yard", Exact::ratio(11'429'991, 12'500'000), detail::dims::length, false},
    {"[mi_br]", "mile", Exact::ratio(125'729'901, 78'125), detail::dims::length, false},
    {"[nmi_br]", "nautical mile", Exact::ratio(144'779'886, 78'125), detail::dims::length, false},
    {"[kn_br]", "knot", Exact::ratio(8'043'327, 15'625'000), dimension({.length = 1, .time = -1}),
     false},
    {"[acr_br]", "acre", Exact::ratio(15'808'008'005'469'801, 3'906'250'000'000),
     dimension({.length = 2}), false},
    {"[gal_us]", "Queen Anne's wine gallon", Exact::ratio(473'176'473, 125'000'000'000),
     detail::dims::volume, false},
    {"[bbl_us]", "barrel", Exact::ratio(9'936'705'933, 62'500'000'000), detail::dims::volume,
     false},
    {"[qt_us]", "quart", Exact::ratio(473'176'473, 500'000'000'000), detail::dims::volume, false},
    {"[pt_us]", "pint", Exact::ratio(473'176'473, 1'000'000'000'000), detail::dims::volume, false},
    {"[gil_us]", "gill", Exact::ratio(473'176'473, 4'000'000'000'000), detail::dims::volume, false},
    {"[foz_us]", "fluid ounce", Exact::ratio(473'176'473, 16'000'000'000'000), detail::dims::volume,
     false},
    {"[fdr_us]", "fluid dram", Exact::ratio(473'176'473, 128'000'000'000'000), detail::dims::volume,
     false},
    {"[min_us]", "minim", Exact::ratio(157'725'491, 2'560'000'000'000'000), detail::dims::volume,
     false},
    {"[crd_us]", "cord", Exact::ratio(884'901'456, 244'140'625), detail::dims::volume, false},
    {"[bu_us]", "bushel", Exact::ratio(220'244'188'543, 6'250'000'000'000), detail::dims::volume,
     false},
    {"[gal_wi]", "historical winchester gallon", Exact::ratio(220'244'188'543, 50'000'000'000'000),
     detail::dims::volume, false},
    {"[pk_us]", "peck", Exact::ratio(220'244'188'543, 25'000'000'000'000), detail::dims::volume,
     false},
    {"[dqt_us]", "dry quart", Exact::ratio(220'244'188'543, 200'000'000'000'000),
     detail::dims::volume, false},
    {"[dpt_us]", "dry pint", Exact::ratio(220'244'188'543, 400'000'000'000'000),
     detail::dims::volume, false},
    {"[tbs_us]", "tablespoon", Exact::ratio(473'176'473, 32'000'000'000'000), detail::dims::volume,
     false},
    {"[tsp_us]", "teaspoon", Exact::ratio(157'725'491, 32'000'000'000'000), detail::dims::volume,
     false},
    {"[cup_us]", "cup", Exact::ratio(473'176'473, 2'000'000'000'000), detail::dims::volume, false},
    {"[foz_m]", "metric fluid ounce", Exact::ratio(3, 100'000), detail::dims::volume, false},
    {"[cup_m]", "metric cup", Exact::ratio(3, 12'500), detail::dims::volume, false},
    {"[tsp_m]", "metric teaspoon", Exact::ratio(1, 200'000), detail::dims::volume, false},
    {"[tbs_m]", "metric tablespoon", Exact::ratio(3, 200'000), detail::dims::volume, false},
    {"[gal_br]", "gallon", Exact::ratio(454'609, 100'000'000), detail::dims::volume, false},
    {"[pk_br]", "peck", Exact::ratio(454'609, 50'000'000), detail::dims::volume, false},
    {"[bu_br]", "bushel", Exact::ratio(454'609, 12'500'000), detail::dims::volume, false},
    {"[qt_br]", "quart", Exact::ratio(454'609, 400'000'000), detail::dims::volume, false},
    {"[pt_br]", "pint", Exact::ratio(454'609, 800'000'000), detail::dims::volume, false},
    {"[gil_br]", "gill", Exact::ratio(454'609, 3'200'000'000), detail::dims::volume, false},
    {"[foz_br]", "fluid ounce", Exact::ratio(454'609, 16'000'000'000), detail::dims::volume, false},
    {"[fdr_br]", "fluid dram", Exact::ratio(454'609, 128'000'000'000), detail::dims::volume, false},
    {"[min_br]", "minim", Exact::ratio(454'609, 7'680'000'000'000), detail::dims::volume, false},
    {"[gr]", "grain", Exact::ratio(6'479'891, 100'000'000), detail::dims::mass, false},
    {"[dr_av]", "dram", Exact::ratio(45'359'237, 25'600'000), detail::dims::mass, false},
    {"[scwt_av]", "short hundredweight", Exact::ratio(45'359'237, 1000), detail::dims::mass, false},
    {"[lcwt_av]", "long hundredweight", Exact::ratio(317'514'659, 6250), detail::dims::mass, false},
    {"[ston_av]", "short ton", Exact::ratio(45'359'237, 50), detail::dims::mass, false},
    {"[lton_av]", "long ton", Exact::ratio(635'029'318, 625), detail::dims::mass, false},
    {"[stone_av]", "stone", Exact::ratio(317'514'659, 50'000), detail::dims::mass, false},
    {"[pwt_tr]", "pennyweight", Exact::ratio(19'439'673, 12'500'000), detail::dims::mass, false},
    {"[oz_tr]", "ounce", Exact::ratio(19'439'673, 625'000), detail::dims::mass, false},
    {"[lb_tr]", "pound", Exact::ratio(58'319'019, 156'250), detail::dims::mass, false},
    {"[sc_ap]", "scruple", Exact::ratio(6'479'891, 5'000'000), detail::dims::mass, false},
    {"[dr_ap]", "dram", Exact::ratio(19'439'673, 5'000'000), detail::dims::mass, false},
    {"[oz_ap]", "ounce", Exact::ratio(19'439'673, 625'000), detail::dims::mass, false},
    {"[lb_ap]", "pound", Exact::ratio(58'319'019, 156'250), detail::dims::mass, false},
    {"[oz_m]", "metric ounce", 28, detail::dims::mass, false},
    {"[lne]", "line", Exact::ratio(127, 60'000), detail::dims::length, false},
    {"[pnt]", "point", Exact::ratio(127, 360'000), detail::dims::length, false},
    {"[pca]", "pica", Exact::ratio(127, 30'000), detail::dims::length, false},
    {"[pnt_pr]", "Printer's point", Exact::ratio(1'757'299, 5'000'000'000), detail::dims::length,
     false},
    {"[pca_pr]", "Printer's pica", Exact::ratio(5'271'897, 1'250'000'000), detail::dims::length,
     false},
    {"[pied]", "pied", Exact::ratio(203, 625), detail::dims::length, false},
    {"[pouce]", "pouce", Exact::ratio(203, 7500), detail::dims::length, false},
    {"[ligne]", "ligne", Exact::ratio(203, 90'000), detail::dims::length, false},
    {"[didot]", "didot", Exact::ratio(203, 540'000), detail::dims::length, false},
    {"[cicero]", "cicero", Exact::ratio(203, 45'000), detail::dims::length, false},
    {"[degR]", "degree Rankine", Exact::ratio(5, 9), detail::dims::kelvin, false},
    {"cal_[15]", "calorie at 15 degrees C", Exact::ratio(20'929, 5), detail::dims::energy},
    {"cal_[20]", "calorie at 20 degrees C", Exact::ratio(41'819, 10), detail::dims::energy},
    {"cal_m", "mean calorie", Exact::ratio(209'501, 50), detail::dims::energy},
    {"cal_IT", "international table calorie", Exact::ratio(20'934, 5), detail::dims::energy},
    {"cal_th", "thermochemical calorie", 4184, detail::dims::energy},
    {"[Cal]", "nutrition label Calories", 4'184'000, detail::dims::energy, false},
    {"[Btu_39]", "British thermal unit at 39 degrees F", 1'059'670, detail::dims::energy, false},
    {"[Btu_59]", "British thermal unit at 59 degrees F", 1'054'800, detail::dims::energy, false},
    {"[Btu_60]", "British thermal unit at 60 degrees F", 1'054'680, detail::dims::energy, false},
    {"[Btu_m]", "mean British thermal unit", 1'055'870, detail::dims::energy, false},
    {"[Btu_IT]", "international table British thermal unit", Exact::ratio(52'752'792'631, 50'000),
     detail::dims::energy, false},
    {"[Btu_th]", "thermochemical British thermal unit", 1'054'350, detail::dims::energy, false},
    {"[Btu]", "British thermal unit", 1'054'350, detail::dims::energy, false},
    {"[HP]", "horsepower", Exact::ratio(37'284'993'579'113'511, 50'000'000'000),
     detail::dims::power, false},
    {"tex", "tex", Exact::ratio(1, 1000), dimension({.length = -1, .mass = 1})},
    {"[den]", "Denier", Exact::ratio(1, 9000), dimension({.length = -1, .mass = 1}), false},
    {"[in_i'H2O]", "inch of water column", Exact::ratio(24'908'891, 100), detail::dims::pressure,
     false},
    {"[in_i'Hg]", "inch of mercury column", Exact::ratio(16'931'894, 5), detail::dims::pressure,
     false},
    {"[PRU]", "peripheral vascular resistance unit", 133'322'000'000,
     dimension({.length = -4, .mass = 1, .time = -1}), false},
    {"[wood'U]", "Wood unit", 7'999'320'000, dimension({.length = -4, .mass = 1, .time = -1}),
     false},
    {"[diop]", "diopter", 1, dimension({.length = -1}), false},
    {"[mesh_i]", "mesh", Exact::ratio(5000, 127), dimension({.length = -1}), false},
    {"[Ch]", "Charriere", Exact::ratio(1, 3000), detail::dims::length, false},
    {"[drp]", "drop", Exact::ratio(1, 20'000'000), detail::dims::volume, false},
    {"[hnsf'U]", "Hounsfield unit", 1, detail::dims::arbitrary(7), false},
    {"[MET]", "metabolic equivalent", Exact::ratio(7, 120'000'000'000),
     dimension({.length = 3, .mass = -1, .time = -1}), false},
    {"[hp_X]", "homeopathic potency of decimal hahnemannian series", 1, detail::dims::arbitrary(8),
     false},
    {"[hp_C]", "homeopathic potency of centesimal hahnemannian series", 1,
     detail::dims::arbitrary(9), false},
    {"[hp_M]", "homeopathic potency of millesimal hahnemannian series", 1,
     detail::dims::arbitrary(10), false},
    {"[hp_Q]", "homeopathic potency of quintamillesimal hahnemannian series", 1,
     detail::dims::arbitrary(11), false},
    {"[kp_X]", "homeopathic potency of decimal korsakovian series", 1, detail::dims::arbitrary(12),
     false},
    {"[kp_C]", "homeopathic potency of centesimal korsakovian series", 1,
     detail::dims::arbitrary(13), false},
    {"[kp_M]", "homeopathic potency of millesimal korsakovian series", 1,
     detail::dims::arbitrary(14), false},
    {"[kp_Q]", "homeopathic potency of quintamillesimal korsakovian series", 1,
     detail::dims::arbitrary(15), false},
    {"g%", "gram percent", 10'000, dimension({.length = -3, .mass = 1})},
    {"[S]", "Svedberg unit", Exact::ratio(1, 10'000'000'000'000), detail::dims::time, false},
    {"[HPF]", "high power field", 1, detail::dims::arbitrary(16), false},
    {"[LPF]", "low power field", 1, detail::dims::arbitrary(17), false},
    {"[GPL'U]", "GPL unit", 1, detail::dims::arbitrary(18), false},
    {"[MPL'U]", "MPL unit", 1, detail::dims::arbitrary(19), false},
    {"[APL'U]", "APL unit", 1, detail::dims::arbitrary(20), false},
    {"[beth'U]", "Bethesda unit", 1, detail::dims::arbitrary(21), false},
    {"[anti'Xa'U]", "anti factor Xa unit", 1, detail::dims::arbitrary(22), false},
    {"[todd'U]", "Todd unit", 1, detail::dims::arbitrary(23), false},
    {"[dye'U]", "Dye unit", 1, detail::dims::arbitrary(24), false},
    {"[smgy'U]", "Somogyi unit", 1, detail::dims::arbitrary(25), false},
    {"[bdsk'U]", "Bodansky unit", 1, detail::dims::arbitrary(26), false},
    {"[ka'U]", "King-Armstrong unit", 1, detail::dims::arbitrary(27), false},
    {"[knk'U]", "Kunkel unit", 1, detail::dims::arbitrary(28), false},
    {"[mclg'U]", "Mac Lagan unit", 1, detail::dims::arbitrary(29), false},
    {"[tb'U]", "tuberculin unit", 1, detail::dims::arbitrary(30), false},
    {"[CCID_50]", "50% cell culture infectious dose", 1, detail::dims::arbitrary(31), false},
    {"[TCID_50]", "50% tissue culture infectious dose", 1, detail::dims::arbitrary(32), false},
    {"[EID_50]", "50% embryo infectious dose", 1, detail::dims::arbitrary(33), false},
    {"[PFU]", "plaque forming units", 1, detail::dims::arbitrary(34), false},
    {"[FFU]", "focus forming units", 1, detail::dims::arbitrary(35), false},
    {"[IR]", "index of reactivity", 1, detail::dims::arbitrary(36), false},
    {"[Amb'a'1'U]", "allergen unit for Ambrosia artemisiifolia", 1, detail::dims::arbitrary(37),
     false},
    {"[PNU]", "protein nitrogen unit", 1, detail::dims::arbitrary(38), false},
    {"[Lf]", "Limit of flocculation", 1, detail::dims::arbitrary(39), false},
    {"[D'ag'U]", "D-antigen unit", 1, detail::dims::arbitrary(40), false},
    {"[FEU]", "fibrinogen equivalent unit", 1, detail::dims::arbitrary(41), false},
    {"[ELU]", "ELISA unit", 1, detail::dims::arbitrary(42), false},
    {"[EU]", "Ehrlich unit", 1, detail::dims::arbitrary(43), false},
    {"st", "stere", 1, detail::dims::volume},
    {"b", "barn", 0, dimension({.length = 2}), false},
    {"att", "technical atmosphere", 98'066'500, detail::dims::pressure, false},
    {"mho", "mho", Exact::ratio(1, 1000), detail::dims::siemens},
    {"[psi]", "pound per square inch", Exact::ratio(8'896'443'230'521, 1'290'320),
     detail::dims::pressure, false},
    {"sph", "sphere", 129'600, dimension({.angle = 2, .pi = -1}), false},
    {"[car_m]", "metric carat", Exact::ratio(1, 5), detail::dims::mass, false},
    {"[car_Au]", "carat of gold alloys", Exact::ratio(1, 24), detail::dims::none, false},
    {"[smoot]", "Smoot", Exact::ratio(8509, 5000), detail::dims::length, false},
    {"[NTU]", "Nephelometric Turbidity Unit", 1, detail::dims::arbitrary(44), false},
    {"[FNU]", "Formazin Nephelometric Unit", 1, detail::dims::arbitrary(45), false},
    {"bit", "bit", 1, detail::dims::none},
    {"By", "byte", 8, detail::dims::none},
    {"Bd", "baud", 1, detail::dims::per_time},
    {"B", "bel", 0, detail::dims::none, true, Special::function},
    {"Np", "neper", 0, detail::dims::none, true, Special::function},
    {"[degRe]", "degree Reaumur", Exact::ratio(5, 4), detail::dims::kelvin, false,
     Special::reaumur},
    {"[p'diop]", "prism diopter", 0, detail::dims::none, false, Special::function},
    {"%[slope]", "percent of slope", 0, detail::dims::none, false, Special::function},
    {"[hp'_X]", "homeopathic potency of decimal series (retired)", 0, detail::dims::none, false,
     Special::function},
    {"[hp'_C]", "homeopathic potency of centesimal series (retired)", 0, detail::dims::none, false,
     Special::function},
    {"[hp'_M]", "homeopathic potency of millesimal series (retired)", 0, detail::dims::none, false,
     Special::function},
    {"[hp'_Q]", "homeopathic potency of quintamillesimal series (retired)", 0, detail::dims::none,
     false, Special::function},
    {"B[SPL]", "bel sound pressure", 0, detail::dims::none, true, Special::function},
    {"B[V]", "bel volt", 0, detail::dims::none, true, Special::function},
    {"B[mV]", "bel millivolt", 0, detail::dims::none, true, Special::function},
    {"B[uV]", "bel microvolt", 0, detail::dims::none, true, Special::function},
    {"B[10.nV]", "bel 10 nanovolt", 0, detail::dims::none, true, Special::function},
    {"B[W]", "bel watt", 0, detail::dims::none, true, Special::function},
    {"B[kW]", "bel kilowatt", 0, detail::dims::none, true, Special::function},
    {"[m/s2/Hz^(1/2)]", "meter per square seconds per square root of hertz", 0, detail::dims::none,
     false, Special::function},
    {"bit_s", "bit", 0, detail::dims::none, false, Special::function}};

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
