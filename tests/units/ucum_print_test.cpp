// SPDX-License-Identifier: BSL-1.0
// Units print as this field writes them, and what is printed reads back.
#include "eczscore/units/ucum_print.hpp"

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/read_unit.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }
std::string printed(const Unit& unit) { return text(print_ucum(unit).chars()); }

}  // namespace

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
        for (const Strictness mode : {Strictness::strict, Strictness::lenient}) {
            const UnitRead field = read_unit(code, kind, mode);
            if (mode == Strictness::strict) REQUIRE(!field.by_alias);
            if (field.suggestion.chars().empty()) continue;
            const UnitRead suggested =
                read_unit(field.suggestion.chars(), kind, Strictness::strict);
            CAPTURE(text(field.suggestion.chars()));
            REQUIRE(suggested.ok());
            if (field.ok()) REQUIRE(suggested.unit == field.unit);
        }
    }
    CHECK(understood > 2'000);
}
