// SPDX-License-Identifier: BSL-1.0
// UCUM: what is understood, what is refused, and that printing and reading agree.
#include <random>
#include <string>
#include <string_view>

#include <eczscore/units/kinds.hpp>
#include <eczscore/units/read_unit.hpp>
#include <eczscore/units/ucum_print.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }
std::string printed(const Unit& unit) { return text(print_ucum(unit).chars()); }

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

TEST_CASE("UCUM: every atom, alone and with its prefixes, is read and printed back") {
    for (const Atom& atom : atoms) {
        CAPTURE(std::string_view(atom.code));
        const UnitParse read = parse_ucum(atom.code);
        if (atom.factor == Exact(0)) {
            CHECK(read.reason == Reason::not_exact);
            continue;
        }
        if (Chars(atom.code) == "10*" || Chars(atom.code) == "10^") continue;  // read as a number
        REQUIRE(read.ok());
        CHECK(read.unit == atom.unit());
        CHECK(parse_ucum(print_ucum(read.unit).chars()).unit == read.unit);
        for (const Prefix& prefix : prefixes) {
            const std::string code = text(Chars(prefix.code)) + text(Chars(atom.code));
            CAPTURE(code);
            const UnitParse scaled = parse_ucum(code);
            if (!scaled.ok()) {
                CHECK(
                    (scaled.reason == Reason::unknown_unit || scaled.reason == Reason::too_large ||
                     scaled.reason == Reason::special_unit || scaled.reason == Reason::not_exact));
                continue;
            }
            CHECK(parse_ucum(print_ucum(scaled.unit).chars()).unit == scaled.unit);
        }
    }
}

TEST_CASE("UCUM: usual units print as this field writes them") {
    for (const Text usual : usual_units) {
        CAPTURE(std::string_view(usual));
        const UnitParse read = parse_ucum(usual);
        REQUIRE(read.ok());
        CHECK(parse_ucum(print_ucum(read.unit).chars()).unit == read.unit);
    }
    CHECK(printed(parse_ucum("g.h-1.m-2").unit) == "g/m2/h");
    CHECK(printed(parse_ucum("m/s2").unit) == "m/s2");
    CHECK(printed(parse_ucum("3.m/s2/7").unit) == "3.m/s2/7");
    CHECK(printed(Unit{}) == "1");
    CHECK(printed(parse_ucum("[arb'U]/mL").unit) == "1000000.[arb'U]/m3");
}

TEST_CASE("UCUM: random texts are read or refused, and what is read prints back") {
    // Pieces of real units, so that many of the texts are nearly right.
    const char* pieces[] = {
        "g",        "m",  "h",    "2",    "-2", "/",    ".",   "(",    ")", "cm", "mg",
        " ",        "*",  "^",    "{",    "}",  "[IU]", "10*", "L",    "u", "k",  "Cel",
        "[",        "]",  "24",   "hr",   "-",  "+",    "%",   "[pH]", "'", "G",  "\xC2\xB5",
        "\xC2\xB2", "99", "\x01", "\xFF", "a",  "mol",  "s",   "1",    "0", "E9", ","};
    std::mt19937 random(20261121);
    std::size_t understood = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string code;
        for (std::size_t n = random() % 9; n > 0; --n) {
            code += pieces[random() % std::size(pieces)];
        }
        CAPTURE(code);
        const UnitParse read = parse_ucum(code);
        if (read.ok()) {
            ++understood;
            const std::string again = printed(read.unit);
            CAPTURE(again);
            const UnitParse back = parse_ucum(again);
            REQUIRE(back.ok());
            REQUIRE(back.unit == read.unit);
        } else {
            REQUIRE(!read.clue.explanation.empty());
            REQUIRE(read.clue.position + read.clue.length <= code.size());
        }
        const KindInfo* kind = kinds[random() % std::size(kinds)];
        for (const Reading mode : {Reading::strict, Reading::lenient}) {
            const UnitRead field = read_unit(code, kind, mode);
            if (mode == Reading::strict) REQUIRE(!field.by_alias);
            if (field.suggestion.chars().empty()) continue;
            const UnitRead suggested = read_unit(field.suggestion.chars(), kind, Reading::strict);
            CAPTURE(text(field.suggestion.chars()));
            REQUIRE(suggested.ok());
            if (field.ok()) REQUIRE(suggested.unit == field.unit);
        }
    }
    CHECK(understood > 2'000);
}
