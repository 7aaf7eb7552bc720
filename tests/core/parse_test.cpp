// SPDX-License-Identifier: BSL-1.0
// Cells into answers: the missing cells, plain decimals, and everything that is refused.
#include "eczscore/core/parse.hpp"

#include <clocale>
#include <cstdint>
#include <string>
#include <string_view>

#include "catch_compat.hpp"

using eczscore::Answer;
using eczscore::parse_number;
using Kind = eczscore::Answer::Kind;

namespace {
constexpr std::int64_t points(std::int64_t n) { return n * 1'000'000; }
}  // namespace

TEST_CASE("parse_number: empty, NA, NaN, a point and null are missing, with blanks around too") {
    for (const char* cell : {"", "NA", "NaN", ".", "null", " ", "\t", " NA ", "\tnull", "  .  "}) {
        CAPTURE(cell);
        CHECK(parse_number(cell).is_missing());
    }
}

TEST_CASE("parse_number: plain decimals are exact") {
    struct Case {
        const char* cell;
        std::int64_t millionths;
    };
    const Case cases[] = {{"0", 0},
                          {"3", points(3)},
                          {"+3", points(3)},
                          {"-3", -points(3)},
                          {"2.5", 2'500'000},
                          {"2.", points(2)},
                          {".5", 500'000},
                          {"-.5", -500'000},
                          {"007", points(7)},
                          {" 7.05\t", 7'050'000},
                          {"29.999999", 29'999'999},
                          {"0.000001", 1},
                          {"1.5000000", 1'500'000},
                          {"1.50000000000000000000000000000", 1'500'000},
                          {"00000000000000000000000000001.5", 1'500'000},
                          {"0.00000000000000000000000000000", 0},
                          {"-0", 0},
                          {"1e1", points(10)},
                          {"1E1", points(10)},
                          {"1e+1", points(10)},
                          {"15e-1", 1'500'000},
                          {"1.5e0", 1'500'000},
                          {"1e-06", 1},
                          {"0e999", 0},
                          {"0.00000000001e11", points(1)},
                          {"12345678901234567e-12", 12'345'678'901},
                          {"100000000000000000000e-18", points(100)},
                          {"999999999", points(999'999'999)},
                          {"-999999999", -points(999'999'999)}};
    for (const Case& c : cases) {
        CAPTURE(c.cell);
        const Answer answer = parse_number(c.cell);
        CHECK(answer.is_value());
        CHECK(answer.millionths() == c.millionths);
    }
    CHECK(parse_number("29.999999").kind() == Kind::value);
    CHECK(parse_number("1.5000000").kind() == Kind::value);
    CHECK(parse_number("1.50000000000000000000000000000").kind() == Kind::value);
    CHECK(parse_number("100000000000000000000e-18").kind() == Kind::value);
}

TEST_CASE("parse_number: a decimal comma is refused, not understood as a point or a thousand") {
    CHECK(parse_number("7,5") == Answer::unreadable());
    CHECK(parse_number("1,000") == Answer::unreadable());
    CHECK(parse_number(",5") == Answer::unreadable());
}

TEST_CASE("parse_number: the locale does not matter") {
    const char* old = std::setlocale(LC_ALL, nullptr);
    const std::string before = old != nullptr ? old : "C";
    for (const char* locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8", "C"}) {
        std::setlocale(LC_ALL, locale);
        CHECK(parse_number("7.5").millionths() == 7'500'000);
        CHECK(parse_number("7,5") == Answer::unreadable());
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("parse_number: what is no plain number is unreadable") {
    for (const char* cell :
         {"abc",      "1.2.3",     "0x10",  "1 2",        "1_000",       "--1",
          "+-1",      "+",         "-",     "+.",         "-.",          "..",
          "e5",       "1e",        "1e+",   "1e-",        "1e5x",        "1e1.5",
          "1f",       "inf",       "-inf",  "nan",        "na",          "N/A",
          "NULL",     "yes",       "5%",    "1/2",        "'5'",         "\"5\"",
          "1e999",    "1e9",       "1e15",  "1e300",      "1e1000",      "5 5",
          "\xc2\xbd", "5\xc2\xa0", "1e--1", "1000000000", "-1000000000", "99999999999999999999",
          "1e0001"}) {
        CAPTURE(cell);
        CHECK(parse_number(cell) == Answer::unreadable());
    }
}

TEST_CASE("parse_number: a seventh place is rounded half away from zero and says so") {
    struct Case {
        const char* cell;
        std::int64_t millionths;
    };
    const Case cases[] = {{"1.2345674", 1'234'567},
                          {"1.2345675", 1'234'568},
                          {"-1.2345675", -1'234'568},
                          {"0.0000005", 1},
                          {"-0.0000005", -1},
                          {"0.0000004999", 0},
                          {"0.00000049999999999999999999999", 0},
                          {"2.0000004999999999999999", 2'000'000},
                          {"2.0000005000000000000000", 2'000'001},
                          {"7.9999999", 8'000'000},
                          {"5e-7", 1},
                          {"4e-7", 0},
                          {"5e-999", 0},
                          {"1e-8", 0}};
    for (const Case& c : cases) {
        CAPTURE(c.cell);
        CHECK(parse_number(c.cell).kind() == Kind::rounded);
        CHECK(parse_number(c.cell).millionths() == c.millionths);
    }
}

TEST_CASE(
    "parse_number: digits beyond the seventeenth that are not 0 are said to be rounded away") {
    CHECK(parse_number("1.00000000000000000001").kind() == Kind::rounded);
    CHECK(parse_number("1.00000000000000000001").millionths() == points(1));
    CHECK(parse_number("3.0000000000000000000000000000004").kind() == Kind::rounded);
    CHECK(parse_number("123456789012345678901e-15").kind() == Kind::rounded);
    CHECK(parse_number("123456789012345678901e-15").millionths() == 123'456'789'012);
}

TEST_CASE("parse_number: rounding up to a thousand million is refused like the number itself") {
    CHECK(parse_number("999999999.9999999") == Answer::unreadable());
    CHECK(parse_number("999999999.999999").is_value());
}

TEST_CASE("parse_number: every decimal with two places from -103 to 103 is itself") {
    int wrong = 0;
    for (int hundredths = 0; hundredths <= 10'300; ++hundredths) {
        const std::string places = std::to_string(100 + hundredths % 100).substr(1);
        const std::string cell = std::to_string(hundredths / 100) + "." + places;
        wrong += parse_number(cell) != Answer::from_millionths(hundredths * 10'000);
        wrong += parse_number("-" + cell) != Answer::from_millionths(-hundredths * 10'000);
    }
    CHECK(wrong == 0);
}

TEST_CASE("trimmed: takes spaces and tabs from both ends only") {
    CHECK(eczscore::trimmed(" \t a b\t ") == "a b");
    CHECK(eczscore::trimmed("   ").empty());
    CHECK(eczscore::trimmed("").empty());
}
