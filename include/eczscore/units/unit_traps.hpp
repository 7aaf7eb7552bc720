// SPDX-License-Identifier: BSL-1.0
// What people write for the units of this field, and what UCUM makes of it: the trap table.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/units/chars.hpp"
#include "eczscore/units/reason.hpp"

namespace eczscore::units {

/// How far a correction may be trusted.
enum class Trust : std::uint8_t {
    spelling,    ///< the spelling has no other meaning: an alias
    precedence,  ///< what follows the solidus was meant to be under it
    guess        ///< another reading exists; said to the user, never applied
};

/// A symbol, and what was probably meant by it.
struct Trap {
    Text symbol;  ///< as typed; letter case decides
    Text intention;
    Text explanation;
    Trust trust = Trust::guess;
};

/// Symbols that UCUM does not have: words, abbreviations and other languages.
inline constexpr Trap foreign_symbols[] = {
    {"hr", "h", "the hour is h", Trust::spelling},
    {"hrs", "h", "the hour is h", Trust::spelling},
    {"hour", "h", "the hour is h", Trust::spelling},
    {"hours", "h", "the hour is h", Trust::spelling},
    {"Std", "h", "the hour is h", Trust::spelling},
    {"Stunde", "h", "the hour is h", Trust::spelling},
    {"Stunden", "h", "the hour is h", Trust::spelling},
    {"heure", "h", "the hour is h", Trust::spelling},
    {"hora", "h", "the hour is h", Trust::spelling},
    {"day", "d", "the day is d", Trust::spelling},
    {"days", "d", "the day is d", Trust::spelling},
    {"Tag", "d", "the day is d", Trust::spelling},
    {"Tage", "d", "the day is d", Trust::spelling},
    {"jour", "d", "the day is d", Trust::spelling},
    {"mins", "min", "the minute is min", Trust::spelling},
    {"minute", "min", "the minute is min", Trust::spelling},
    {"minutes", "min", "the minute is min", Trust::spelling},
    {"Minute", "min", "the minute is min", Trust::spelling},
    {"Minuten", "min", "the minute is min", Trust::spelling},
    {"sec", "s", "the second is s", Trust::spelling},
    {"secs", "s", "the second is s", Trust::spelling},
    {"second", "s", "the second is s", Trust::spelling},
    {"Sek", "s", "the second is s", Trust::spelling},
    {"Sekunde", "s", "the second is s", Trust::spelling},
    {"sqm", "m2", "the square metre is m2", Trust::spelling},
    {"qm", "m2", "the square metre is m2", Trust::spelling},
    {"sqcm", "cm2", "the square centimetre is cm2", Trust::spelling},
    {"qcm", "cm2", "the square centimetre is cm2", Trust::spelling},
    {"mcg", "ug", "the microgram is ug", Trust::spelling},
    {"mcL", "uL", "the microlitre is uL", Trust::spelling},
    {"gm", "g", "the gram is g", Trust::spelling},
    {"gram", "g", "the gram is g", Trust::spelling},
    {"grams", "g", "the gram is g", Trust::spelling},
    {"Gramm", "g", "the gram is g", Trust::spelling},
    {"Liter", "L", "the litre is L", Trust::spelling},
    {"liter", "L", "the litre is L", Trust::spelling},
    {"litre", "L", "the litre is L", Trust::spelling},
    {"cc", "cm3", "the cubic centimetre is cm3", Trust::spelling},
    {"micron", "um", "the micrometre is um", Trust::spelling},
    {"mmHg", "mm[Hg]", "millimetres of mercury are mm[Hg]", Trust::spelling},
    {"IU", "[IU]", "the international unit is [IU]", Trust::spelling},
    {"kIU", "k[IU]", "the international unit is [IU]", Trust::spelling},
    {"mIU", "m[IU]", "the international unit is [IU]", Trust::spelling},
    {"uIU", "u[IU]", "the international unit is [IU]", Trust::spelling},
    {"IE", "[IU]", "the international unit is [IU]", Trust::spelling},
    {"kIE", "k[IU]", "the international unit is [IU]", Trust::spelling},
    {"UI", "[IU]", "the international unit is [IU]", Trust::spelling},
    {"kUI", "k[IU]", "the international unit is [IU]", Trust::spelling},
    {"kUA", "k[IU]", "kUA is an assay's unit of IgE to one allergen", Trust::guess},
    {"degC", "Cel", "the degree Celsius is Cel", Trust::spelling},
    {"celsius", "Cel", "the degree Celsius is Cel", Trust::spelling},
    {"Celsius", "Cel", "the degree Celsius is Cel", Trust::spelling},
    {"degF", "[degF]", "the degree Fahrenheit is [degF]", Trust::spelling},
    {"Thousand", "10*3", "thousands are 10*3", Trust::spelling},
    {"thousand", "10*3", "thousands are 10*3", Trust::spelling},
    {"Thousands", "10*3", "thousands are 10*3", Trust::spelling},
    {"thousands", "10*3", "thousands are 10*3", Trust::spelling},
    {"THOUSAND", "10*3", "thousands are 10*3", Trust::spelling},
    {"thou", "10*3", "thousands are 10*3", Trust::guess},
    {"Thou", "10*3", "thousands are 10*3", Trust::guess},
    {"Tsd", "10*3", "thousands are 10*3", Trust::spelling},
    {"million", "10*6", "millions are 10*6", Trust::spelling},
    {"Million", "10*6", "millions are 10*6", Trust::spelling},
    {"Mio", "10*6", "millions are 10*6", Trust::spelling},
    {"billion", "10*9", "a billion is 10*9 in some languages, and 10*12 in others", Trust::guess},
    {"bil", "10*9", "a billion is 10*9 in some languages, and 10*12 in others", Trust::guess},
    {"cumm", "mm3", "the cubic millimetre is mm3", Trust::spelling},
    {"cmm", "mm3", "the cubic millimetre is mm3", Trust::spelling},
    {"cells", "{cells}", "what is counted goes into braces: {cells}", Trust::spelling},
    {"percent", "%", "percent is %", Trust::spelling},
    {"HR", "h", "letter case counts: the hour is h", Trust::guess},
    {"Hr", "h", "letter case counts: the hour is h", Trust::guess},
    {"D", "d", "letter case counts: the day is d", Trust::guess},
    {"MIN", "min", "letter case counts: the minute is min", Trust::guess},
    {"Min", "min", "letter case counts: the minute is min", Trust::guess},
    {"SEC", "s", "letter case counts: the second is s", Trust::guess},
    {"Sec", "s", "letter case counts: the second is s", Trust::guess},
    {"M", "m", "letter case counts: the metre is m", Trust::guess},
    {"CM", "cm", "letter case counts: the centimetre is cm", Trust::guess},
    {"Cm", "cm", "letter case counts: the centimetre is cm", Trust::guess},
    {"MM", "mm", "letter case counts: the millimetre is mm", Trust::guess},
    {"UM", "um", "letter case counts: the micrometre is um", Trust::guess},
    {"KG", "kg", "letter case counts: the kilogram is kg", Trust::guess},
    {"Kg", "kg", "letter case counts: the kilogram is kg", Trust::guess},
    {"UG", "ug", "letter case counts: the microgram is ug", Trust::guess},
    {"Ug", "ug", "letter case counts: the microgram is ug", Trust::guess},
    {"NG", "ng", "letter case counts: the nanogram is ng", Trust::guess},
    {"Ng", "ng", "letter case counts: the nanogram is ng", Trust::guess},
    {"MOL", "mol", "letter case counts: the mole is mol", Trust::guess},
    {"Mol", "mol", "letter case counts: the mole is mol", Trust::guess},
    {"UL", "uL", "letter case counts: the microlitre is uL", Trust::guess},
    {"CEL", "Cel", "letter case counts: the degree Celsius is Cel", Trust::guess}};

/// Symbols of UCUM whose meaning is never the intended one in this field. They are refused
/// wherever they stand.
inline constexpr Trap suspect_symbols[] = {
    {"Mg", "mg", "Mg is the megagram, a million grams; the milligram is mg"},
    {"Pg", "pg", "Pg is the petagram; the picogram is pg"},
    {"Gg", "g", "Gg is the gigagram; the gram is g"},
    {"Gm", "g", "Gm is the gigametre; the gram is g"},
    {"Mm", "mm", "Mm is the megametre; the millimetre is mm"},
    {"ML", "mL", "ML is the megalitre; the millilitre is mL"},
    {"Ml", "mL", "Ml is the megalitre; the millilitre is mL"},
    {"Mmol", "mmol", "Mmol is the megamole; the millimole is mmol"},
    {"Ms", "ms", "Ms is the megasecond; the millisecond is ms"},
    {"G", "g", "G is the gauss; the gram is g"},
    {"MG", "mg", "MG is the megagauss; the milligram is mg"},
    {"PG", "pg", "PG is the petagauss; the picogram is pg"},
    {"H", "h", "H is the henry; the hour is h"},
    {"hm", "m", "hm is the hectometre; a square metre and hour are m2/h"},
    {"pH", "[pH]", "pH is the picohenry; acidity is [pH]"},
    {"PH", "[pH]", "PH is the petahenry; acidity is [pH]"},
    {"C", "Cel", "C is the coulomb; the degree Celsius is Cel"},
    {"AU", "",
     "AU is the astronomical unit; an arbitrary unit belongs to a device, which must be "
     "named"},
    {"u", "",
     "u is the atomic mass unit; an arbitrary unit belongs to a device, which must be "
     "named"}};

/// Symbols that are suspect only where the dimension comes out wrong.
inline constexpr Trap doubtful_symbols[] = {
    {"S", "s", "S is the siemens; the second is s"},
    {"us", "uS", "us is the microsecond; the microsiemens is uS"},
    {"K", "10*3", "K is the kelvin; thousands are 10*3"},
    {"T", "d", "T is the tesla; the day is d"},
    {"l", "h", "l is the litre; is the hour, h, meant?"}};

/// Lengths whose square was probably meant, where an area is missing.
inline constexpr Trap bare_lengths[] = {{"m", "m2", "the area lacks its exponent: m2"},
                                        {"cm", "cm2", "the area lacks its exponent: cm2"},
                                        {"dm", "dm2", "the area lacks its exponent: dm2"},
                                        {"mm", "mm2", "the area lacks its exponent: mm2"}};

/// The row of a table for a symbol, or null.
template <std::size_t n>
constexpr const Trap* find_trap(const Trap (&table)[n], Chars symbol) {
    for (const Trap& row : table) {
        if (Chars(row.symbol) == symbol) return &row;
    }
    return nullptr;
}

}  // namespace eczscore::units
