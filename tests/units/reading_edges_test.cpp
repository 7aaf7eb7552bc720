// SPDX-License-Identifier: BSL-1.0
// The ends of what the readers of units, numbers and columns take: lengths, depths, bytes, sizes.
// Covers: units/chars.hpp, units/decimal.hpp, units/normalise.hpp, units/reason.hpp, units/unit.hpp
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <eczscore/units/column_unit.hpp>
#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/decimal.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/parse_quantity.hpp>
#include <eczscore/units/ucum_print.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }
std::string_view why(const DecimalRead& read) { return std::string_view(read.explanation); }
std::string repeated(const std::string& piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

}  // namespace

TEST_CASE("reading: characters and buffers keep to their ends") {
    CHECK(Chars("ab").part(5).empty());
    CHECK(text(Chars("abc").part(1, 1)) == "b");
    CharBuffer<8> buffer;
    buffer.put_number(0);
    buffer.put(' ');
    buffer.put_number(-507);
    CHECK(text(buffer.chars()) == "0 -507");
    CharBuffer<24> most;
    most.put_number(std::numeric_limits<long long>::min());
    CHECK(text(most.chars()) == "-9223372036854775808");
    CHECK(find_analyte("none") == nullptr);
    CHECK(find_kind("none") == nullptr);
    CHECK(std::string_view(name(BetterWhen::lower)) == "lower");
}

TEST_CASE("reading: decimals at their ends, and why the others are none") {
    CHECK(parse_decimal("123456789012345678").ok());
    CHECK(parse_decimal("999999999999999999").value == Exact(999'999'999'999'999'999));
    CHECK(parse_decimal("1000000000000000000").reason == Reason::too_large);
    CHECK(parse_decimal("1234567890123456789").position == 18);
    CHECK(parse_decimal("1e+18").value == Exact(1'000'000'000'000'000'000));
    CHECK(parse_decimal("1e19").reason == Reason::too_large);
    CHECK(parse_decimal("1e-18").value == Exact::ratio(1, 1'000'000'000'000'000'000));
    CHECK(parse_decimal("1e-19").reason == Reason::too_large);
    CHECK(parse_decimal("123456789012345678e17").reason == Reason::too_large);
    CHECK(parse_decimal("0e999999").value == Exact(0));
    CHECK(parse_decimal("1e99999999999").reason == Reason::too_large);
    CHECK(parse_decimal("-0.50").value == Exact::ratio(-1, 2));
    CHECK(parse_decimal("+.5").value == Exact::ratio(1, 2));
    CHECK(parse_decimal("5.").value == Exact(5));
    struct Case {
        const char* typed;
        const char* why;
    };
    const Case cases[] = {
        {"", "no number is given"},   {"1,5", "a decimal comma"},   {"<5", "a censored value"},
        {">5", "a censored value"},   {"1 000", "not grouped"},     {"1'000", "not grouped"},
        {"1_000", "not grouped"},     {"1\xC2\xA0", "plain ASCII"}, {"0x1F", "hexadecimal"},
        {"0X1F", "hexadecimal"},      {"1x5", "something follows"}, {"1e5x", "something follows"},
        {"1e+", "something follows"}, {"1e/", "something follows"}, {"1.2.3", "something follows"},
        {"x", "this is no number"},   {"-x", "this is no number"},  {"+x", "this is no number"},
        {"ax", "this is no number"},  {".", "something follows"}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const DecimalRead read = parse_decimal(row.typed);
        CHECK(read.reason == Reason::bad_number);
        CHECK_THAT(std::string(why(read)), Catch::Matchers::ContainsSubstring(row.why));
    }
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
    const UnitRead longer = read_unit(std::string(200, 'm'), nullptr, Reading::strict);
    CHECK(longer.reason == Reason::too_long);
    CHECK(std::string_view(longer.clue.explanation) == "longer than any unit of this field");
    CHECK(read_unit("m\x01", nullptr, Reading::strict).reason == Reason::not_ascii);
}

TEST_CASE("reading: corrections end, and never outgrow a unit") {
    const std::string slips = "m" + repeated("*m", 17);
    CHECK(read_unit(slips, nullptr, Reading::strict).suggestion.chars().empty());
    const std::string fewer = "m" + repeated("*m", 14);
    CHECK(!read_unit(fewer, nullptr, Reading::strict).suggestion.chars().empty());
    const std::string full = repeated("m.", 44) + "5.cells";
    REQUIRE(full.size() == 95);
    CHECK(read_unit(full, nullptr, Reading::strict).suggestion.chars().empty());
    CHECK(!read_unit(full.substr(2), nullptr, Reading::strict).suggestion.chars().empty());
    const std::string cut = "km." + repeated("m.", 43) + "cells.m";  // corrected, its end is lost
    REQUIRE(cut.size() == 96);
    CHECK(read_unit(cut, nullptr, Reading::strict).suggestion.chars().empty());
}

TEST_CASE("reading: a flux field says what is missing from what is no flux") {
    const KindInfo* tewl = find_kind("tewl");
    struct Case {
        const char* typed;
        const char* why;
    };
    const Case cases[] = {{"g/h", "the area is missing"},
                          {"g/m2", "the time is missing"},
                          {"mL/m2/h", "needs a density"},
                          {"W/m2", "enthalpy"},
                          {"g/m2/s/Pa", "vapour pressure"},
                          {"m-1.s-1", "vapour pressure"},
                          {"s.m-1", "vapour pressure"},
                          {"V", "a mass per area and time"},
                          {"9223372036854775807.g/m2/s", "does not fit"}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const UnitRead read = read_unit(row.typed, tewl, Reading::lenient);
        CHECK(!read.ok());
        CHECK_THAT(text(Chars(read.clue.explanation)), Catch::Matchers::ContainsSubstring(row.why));
    }
    for (const char* trap : {"g/m-2/h-1", "g.m2.h", "g/m2.h"}) {
        CHECK(read_unit(trap, nullptr, Reading::strict).reason == Reason::wrong_dimension);
    }
}

TEST_CASE("reading: headers whose brackets or words state no unit") {
    const KindInfo& tewl = *find_kind("tewl");
    const KindInfo& kind_of_ige = *find_kind("ige");
    CHECK(header_unit("tewl)", tewl).reason == Reason::not_stated);
    CHECK(header_unit("]", tewl).reason == Reason::not_stated);
    CHECK(header_unit("", tewl).reason == Reason::not_stated);
    CHECK(header_unit("TEWL [g/(m2.h)]", tewl).ok());
    CHECK(header_unit("TEWL (g/(m2.h))", tewl).ok());
    CHECK(header_unit("xku_l", kind_of_ige).reason != Reason::none);
    CHECK(header_unit("ku_l", kind_of_ige).reason != Reason::none);
    CHECK(header_unit("x_ku_l", kind_of_ige).ok());
}

TEST_CASE("reading: exact factors that do not fit stay what they were") {
    Exact one = 1;
    CHECK(!multiply(one, Exact(0), true));
    CHECK(multiply(one, Exact(-2), true));
    CHECK(one == Exact::ratio(-1, 2));
    Exact largest = std::numeric_limits<std::int64_t>::max();
    CHECK(!multiply(largest, Exact(2)));
    CHECK(!multiply(largest, Exact(-2)));
    CHECK(!add(largest, Exact(1)));
    CHECK(multiply_power(largest, Exact(1), 99));
    Unit kept = parse_ucum("m99").unit;
    CHECK(!multiply(kept, parse_ucum("m").unit, 1));
    CHECK(kept == parse_ucum("m99").unit);
}

TEST_CASE("reading: conversions that have no way, and substances that do not fit") {
    const Unit k = parse_ucum("K").unit;
    const Unit ph = parse_ucum("[pH]").unit;
    CHECK(conversion(k, ph).reason == Reason::wrong_dimension);
    CHECK(conversion(ph, k).reason == Reason::wrong_dimension);
    CHECK(conversion(parse_ucum("[arb'U]").unit, ph).reason == Reason::wrong_dimension);
    CHECK(convert(Exact(1), conversion(k, ph)).reason == Reason::wrong_dimension);
    CHECK(conversion(parse_ucum("Cel").unit, k)(25.0) == 298.15);
    CHECK(conversion(k, parse_ucum("mK").unit)(25.0) == 25'000);
    CHECK(conversion(parse_ucum("g/L").unit, parse_ucum("mol2/L").unit).reason ==
          Reason::wrong_dimension);
    const Analyte gram = Analyte{"a", "A"}.with_molar_mass(1);
    CHECK(conversion(parse_ucum("g60.mol60").unit, parse_ucum("g61.mol59").unit, &gram).reason ==
          Reason::too_large);
    CHECK(
        conversion(parse_ucum("g-60.mol-60").unit, parse_ucum("g-61.mol-59").unit, &gram).reason ==
        Reason::too_large);
    CHECK(conversion(parse_ucum("g60.[IU]60").unit, parse_ucum("g61.[IU]59").unit, &ige).reason ==
          Reason::too_large);
    CHECK(conversion(parse_ucum("mol/L").unit, parse_ucum("[IU]/L").unit, &ige).reason ==
          Reason::analyte_required);
}

TEST_CASE("reading: a quantity whose exact value does not fit is the nearest double") {
    const auto huge = parse_quantity<kind::Tewl>("999999999999999999", "kg/m2/s");
    REQUIRE(huge.ok());
    CHECK(huge.value().in(g_per_m2_h) == 999999999999999999.0 * 3'600'000);
    const auto angle = parse_quantity<kind::Ita>("1", "rad");
    REQUIRE(angle.ok());
    CHECK(std::abs(angle.value().in(degrees)-57.29577951308232) < 1e-13);
    CHECK(parse_quantity<kind::AmbientTemperature>("-300", "Cel").reason() == Reason::out_of_range);
    CHECK(parse_quantity<kind::TemperatureDifference>("-5", "K").ok());
    CHECK(parse_tewl("1,2", "g/m2/h").reason() == Reason::bad_number);
    CHECK(parse_tewl("1.2", "g/m2").reason() == Reason::wrong_dimension);
}

TEST_CASE("reading: a column longer than the cache has the bits of its values") {
    const Conversion way = conversion(parse_ucum("ug/cm2/min").unit, find_kind("tewl")->unit);
    const Limits& limits = find_kind("tewl")->limits;
    const std::size_t rows = (std::size_t{1} << 20) + 67;
    std::vector<double> in(rows);
    for (std::size_t i = 0; i < rows; ++i) in[i] = static_cast<double>(i % 4'000) / 10 - 2;
    in[3] = std::nan("");
    in[70] = std::numeric_limits<double>::infinity();
    std::vector<double> out(rows + 9, 7);
    std::vector<std::uint8_t> flags(rows);
    for (std::size_t offset = 0; offset < 9; ++offset) {
        const FlagCounts counts =
            convert_column(way, limits, in.data(), out.data() + offset, flags.data(), rows);
        std::size_t wrong = 0;
        FlagCounts expected;
        for (std::size_t i = 0; i < rows; ++i) {
            const double value = way(in[i]);
            const ValueFlag flag = value_flag(value, limits);
            ++expected.of[static_cast<unsigned>(flag)];
            const double found = out[offset + i];
            const bool same = found == value || (found != found && value != value);
            wrong += !same || flags[i] != static_cast<std::uint8_t>(flag);
        }
        CHECK(wrong == 0);
        for (const ValueFlag flag : {ValueFlag::none, ValueFlag::missing, ValueFlag::infinite,
                                     ValueFlag::out_of_range, ValueFlag::negative}) {
            CHECK(counts[flag] == expected[flag]);
        }
        CHECK((offset == 0 || out[offset - 1] != 7));
        CHECK(out[rows + 8] == (offset == 8 ? out[rows + 8] : 7));
    }
    CHECK(std::string_view(name(ValueFlag::infinite)) == "infinite");
    CHECK(convert_column(conversion(Unit{}, find_kind("ph")->unit), limits, in.data(), out.data(),
                         nullptr, 3)[ValueFlag::none] == 0);
}
