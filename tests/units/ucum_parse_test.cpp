// SPDX-License-Identifier: BSL-1.0
// UCUM: what is understood, and what is refused with its place and reason.
// Covers: units/dimension.hpp, units/ucum_result.hpp, units/unit_traps.hpp
#include "eczscore/units/ucum_parse.hpp"

#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/read_unit.hpp"
#include "eczscore/units/ucum_print.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }
std::string printed(const Unit& unit) { return text(print_ucum(unit).chars()); }
std::string repeated(const std::string& piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

constexpr Unit flux(Exact g_m2_h) { return {g_m2_h * Exact::ratio(1, 3600), mass_flux}; }

}  // namespace

TEST_CASE("UCUM: the equal spellings of a flux are equal") {
    for (const char* code : {"g/m2/h", "g/h/m2", "g/(m2.h)", "g/(h.m2)", "g.m-2.h-1", "g.h-1.m-2",
                             "g.m-2/h", "/m2/h.g", "g{water}/m2/h{steady}", "1.g/m2/h"}) {
        CAPTURE(code);
        CHECK(parse_ucum(code).unit == flux(1));
    }
    CHECK(parse_ucum("g/m2/d").unit == flux(Exact::ratio(1, 24)));
    CHECK(parse_ucum("g/m2/(24.h)").unit == parse_ucum("g/m2/d").unit);
}

TEST_CASE("UCUM: what is valid but means something else is understood as UCUM does") {
    struct Row {
        const char* code;
        Unit unit;
    };
    const Dimension g_h_m2 = dimension({.length = -2, .mass = 1, .time = 1});
    const Row rows[] = {
        {"g/m2.h", {3600, g_h_m2}},
        {"g/m-2/h-1", {3600, dimension({.length = 2, .mass = 1, .time = 1})}},
        {"g/hm2", {Exact::ratio(1, 10'000), mass_per_area}},
        {"Mg/m2/h", flux(1'000'000)},
        {"pH", {Exact::ratio(1, 1'000'000'000), dimension({.length = 2, .mass = 1, .charge = -2})}},
        {"AU", {149'597'870'691, dimension({.length = 1})}},
        {"kU/L", {Exact::ratio(1, 60), dimension({.length = -3, .time = -1, .amount = 1})}},
        {"10.9/L", {90'000, number_concentration}},
        {"G/L", {100, dimension({.length = -3, .mass = 1, .time = -1, .charge = -1})}},
        {"K/uL", {1'000'000'000, dimension({.length = -3, .temperature = 1})}}};
    for (const Row& row : rows) {
        CAPTURE(row.code);
        const UnitParse read = parse_ucum(row.code);
        CHECK(read.ok());
        CHECK(read.unit == row.unit);
    }
    CHECK(parse_ucum("G/m2/h").unit.dimension[Base::charge] == -1);
    CHECK(parse_ucum("mg/cm2/H").unit.dimension[Base::charge] == 2);
    CHECK(parse_ucum("Gm/m2/h").unit.dimension[Base::mass] == 0);
}

TEST_CASE("UCUM: laboratory units") {
    CHECK(parse_ucum("pg/mL").unit == parse_ucum("ng/L").unit);
    CHECK(parse_ucum("10*9/L").unit == parse_ucum("10*3/uL").unit);
    CHECK(parse_ucum("10*9/L").unit == parse_ucum("10^9/L").unit);
    CHECK(parse_ucum("k[IU]/L").unit == parse_ucum("[IU]/mL").unit);
    CHECK(parse_ucum("/uL").unit == parse_ucum("{cells}/mm3").unit);
    CHECK(parse_ucum("10*-3").unit == Unit{Exact::ratio(1, 1000)});
    CHECK(parse_ucum("{AU}").unit == Unit{});
    CHECK(parse_ucum("m[IU]/mL").unit == parse_ucum("[IU]/L").unit);
    CHECK(parse_ucum("mm[Hg]").unit == Unit{133'322, parse_ucum("Pa").unit.dimension});
}

TEST_CASE("UCUM: what is not UCUM is refused with the place") {
    struct Row {
        const char* code;
        Reason reason;
        unsigned position;
    };
    const Row rows[] = {{"", Reason::not_stated, 0},
                        {"g/m2h", Reason::syntax, 4},
                        {"g m-2 h-1", Reason::syntax, 1},
                        {"gm-2h-1", Reason::unknown_unit, 0},
                        {"g/m2/hr", Reason::unknown_unit, 5},
                        {"gm/m2/h", Reason::unknown_unit, 0},
                        {"g/m^2/h", Reason::syntax, 3},
                        {"g/m2/HR", Reason::unknown_unit, 5},
                        {"g/m2/24h", Reason::syntax, 5},
                        {"g/m2/day", Reason::unknown_unit, 5},
                        {"x10^9/L", Reason::unknown_unit, 0},
                        {"10E9/L", Reason::syntax, 2},
                        {"mIU/mL", Reason::unknown_unit, 0},
                        {"degC", Reason::unknown_unit, 0},
                        {"(g/m2", Reason::syntax, 0},
                        {"g/m2)", Reason::syntax, 4},
                        {"g//m2", Reason::syntax, 2},
                        {"g/", Reason::syntax, 2},
                        {"{open", Reason::syntax, 0},
                        {"g/m2-", Reason::syntax, 4},
                        {"m0", Reason::syntax, 1},
                        {"0", Reason::syntax, 0},
                        {"m100", Reason::too_large, 1},
                        {"Ym2", Reason::too_large, 0},
                        {"g/Cel", Reason::special_unit, 4},
                        {"Cel2", Reason::special_unit, 3},
                        {"[arb'U]/[AU]", Reason::arbitrary_units, 11},
                        {"a.u", Reason::not_exact, 2},
                        {"\xC2\xB5g", Reason::not_ascii, 0}};
    for (const Row& row : rows) {
        CAPTURE(row.code);
        const UnitParse read = parse_ucum(row.code);
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(read.clue.position == row.position);
        CHECK(!read.clue.explanation.empty());
    }
}

TEST_CASE("UCUM: pi is kept apart, so that radians, lumens and constants are exact") {
    CHECK(parse_ucum("rad2").unit == parse_ucum("sr").unit);
    CHECK(parse_ucum("lm").unit == parse_ucum("cd.sr").unit);
    CHECK(parse_ucum("2.[pi].rad").unit == parse_ucum("circ").unit);
    CHECK(parse_ucum("4.[pi].10*-7.N/A2").unit == parse_ucum("[mu_0]").unit);
    CHECK(printed(parse_ucum("mrad").unit) == "9.deg/[pi]/50");
}

TEST_CASE("UCUM: the traps for foreign symbols are no units") {
    for (const Trap& trap : foreign_symbols) {
        CAPTURE(std::string_view(trap.symbol));
        CHECK(find_symbol(Chars(trap.symbol)).atom == nullptr);
    }
}

TEST_CASE("UCUM: a number may carry an annotation, as in UCUM's formal grammar") {
    CHECK(parse_ucum("/100{WBC}").unit == Unit{Exact::ratio(1, 100)});
    CHECK(parse_ucum("%/100{WBC}").unit == Unit{Exact::ratio(1, 10'000)});
    CHECK(parse_ucum("1{c}").unit == Unit{});
    CHECK(parse_ucum("/100{cells}{sp}").unit == parse_ucum("%").unit);
    CHECK(parse_ucum("10*3{RBCs}").unit == Unit{1000});
    CHECK(parse_ucum("100{WBC}/uL").unit == parse_ucum("100/uL").unit);
    CHECK(parse_ucum("100{WBC").reason == Reason::syntax);
    CHECK(parse_ucum("100{WBC}2").reason == Reason::syntax);
}

TEST_CASE("UCUM: a solidus stands in front of a whole code only") {
    for (const char* code : {"m.(/s)", "(/s)", "kg/(/m2)", "((/s))", "m(/s)"}) {
        CAPTURE(code);
        CHECK(parse_ucum(code).reason == Reason::syntax);
        const UnitRead read = read_unit(code, nullptr, Strictness::strict);
        const UnitParse meant = parse_ucum(read.suggestion.chars());
        CHECK(meant.ok());
        CHECK(text(read.suggestion.chars()).find("(1/") != std::string::npos);
    }
    CHECK(text(read_unit("m(/s)", nullptr, Strictness::strict).suggestion.chars()) == "m.(1/s)");
    CHECK(parse_ucum("/s").unit == parse_ucum("(1/s)").unit);
    CHECK(parse_ucum("//s").reason == Reason::syntax);
}

TEST_CASE("reading: UCUM at its longest, deepest and largest") {
    CHECK(parse_ucum(repeated("m.", 47) + "m").ok());
    CHECK(parse_ucum(repeated("m.", 47) + "m.m").reason == Reason::too_long);
    CHECK(parse_ucum(repeated("(", 8) + "m" + repeated(")", 8)).ok());
    CHECK(parse_ucum(repeated("(", 9) + "m" + repeated(")", 9)).reason == Reason::too_long);
    CHECK(parse_ucum("9223372036854775807.m").ok());
    CHECK(parse_ucum("9223372036854775808.m").reason == Reason::too_large);
    CHECK(parse_ucum("[arb'U]99.[arb'U]").reason == Reason::arbitrary_units);
    CHECK(parse_ucum("/[arb'U]99/[arb'U]").reason == Reason::arbitrary_units);
    CHECK(parse_ucum("[arb'U].m99.m").reason == Reason::too_large);
    CHECK(parse_ucum("m99.m").reason == Reason::too_large);
    CHECK(parse_ucum("/m99/m").reason == Reason::too_large);
    CHECK(parse_ucum("[arb'U].[arb'U]").unit == parse_ucum("[arb'U]2").unit);
    CHECK(parse_ucum("[arb'U]/[arb'U]").unit == Unit{});
    CHECK(text(print_ucum(parse_ucum("/[arb'U]").unit).chars()) == "/[arb'U]");
    CHECK(parse_ucum("Cel.m").reason == Reason::special_unit);
    CHECK(parse_ucum("m.Cel").reason == Reason::special_unit);
    CHECK(parse_ucum("/Cel").reason == Reason::special_unit);
    CHECK(parse_ucum("1.Cel").ok());
}

TEST_CASE("reading: what is no UCUM says where and why") {
    struct Case {
        const char* typed;
        Reason reason;
        unsigned position;
    };
    const Case cases[] = {{"m}", Reason::syntax, 1},
                          {"m{", Reason::syntax, 1},
                          {"m\x7F", Reason::syntax, 1},
                          {"[a b]", Reason::unknown_unit, 0},
                          {"[\xC3\xA9]", Reason::unknown_unit, 0},
                          {"[\x7F]", Reason::unknown_unit, 0},
                          {"[a{b]", Reason::unknown_unit, 0},
                          {"[a/b]", Reason::unknown_unit, 0},
                          {"[", Reason::unknown_unit, 0},
                          {"m.", Reason::syntax, 1},
                          {"m/", Reason::syntax, 2},
                          {"(", Reason::syntax, 1},
                          {"m^x", Reason::syntax, 1},
                          {"m*", Reason::syntax, 1},
                          {"m,s", Reason::syntax, 1},
                          {"m ", Reason::syntax, 1},
                          {" m", Reason::syntax, 0},
                          {"*9", Reason::syntax, 0},
                          {"*m", Reason::syntax, 0},
                          {"10,5", Reason::bad_number, 2},
                          {"m\xC2", Reason::not_ascii, 1},
                          {"5\xC2", Reason::not_ascii, 1},
                          {"{\xC2}", Reason::not_ascii, 1},
                          {"kUA/L", Reason::unknown_unit, 0}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const UnitParse read = parse_ucum(row.typed);
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(read.clue.position == row.position);
    }
}

TEST_CASE("reading: a zero byte is a character, and nothing before a text is looked at") {
    for (const Chars bytes :
         {Chars("\0", 1), Chars("\0S", 2), Chars("m.\0", 3), Chars("m/\0", 3)}) {
        const UnitParse read = parse_ucum(bytes);
        CHECK(read.reason == Reason::syntax);
        CHECK(read.clue.position + read.clue.length <= bytes.size());
    }
}
