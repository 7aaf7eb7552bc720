// SPDX-License-Identifier: BSL-1.0
// Typography becomes ASCII; bytes that are no text are refused.
#include "eczscore/units/normalise.hpp"

#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/read_unit.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }
using enum Reason;

}  // namespace

TEST_CASE("normalise: typography becomes ASCII and letter case stays") {
    struct Case {
        const char* typed;
        const char* ascii;
    };
    const Case cases[] = {{"g/m²/h", "g/m2/h"},     {"10⁹/L", "10^9/L"}, {"g·m⁻²", "g.m-2"},
                          {" \u00A0x\u200B ", "x"}, {"°C", "degC"},      {"G/M²", "G/M2"},
                          {"a  b", "a b"},          {"m³⁰", "m30"},      {"", ""}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        CHECK(text(normalise(row.typed).chars()) == row.ascii);
    }
    CHECK(normalise("g/m\xFF").reason == not_ascii);
    CHECK(normalise("g/ß").reason == not_ascii);
    CHECK(normalise("g\n").reason == not_ascii);
    CHECK(normalise(std::string(200, 'm')).reason == too_long);
}

TEST_CASE("reading: bytes that are no text are refused, blanks and raised signs are read") {
    CHECK(normalise("\xC2x").reason == Reason::not_ascii);
    CHECK(normalise("\xE2\x82").reason == Reason::not_ascii);
    CHECK(normalise(Chars("m\0s", 3)).reason == Reason::not_ascii);
    CHECK(normalise("m\x7F").reason == Reason::not_ascii);
    CHECK(normalise(std::string(16 * longest_unit + 1, ' ')).reason == Reason::too_long);
    CHECK(normalise(std::string(16 * longest_unit, ' ')).ok());
    CHECK(text(normalise("\tm\ts\t").chars()) == "m s");
    CHECK(text(normalise("10⁺⁹").chars()) == "10^+9");
    CHECK(text(normalise("10⁻⁹").chars()) == "10^-9");
    const UnitRead longer = read_unit(std::string(200, 'm'), nullptr, Strictness::strict);
    CHECK(longer.reason == Reason::too_long);
    CHECK(std::string_view(longer.clue.explanation) == "longer than any unit of this field");
    CHECK(read_unit("m\x01", nullptr, Strictness::strict).reason == Reason::not_ascii);
}
