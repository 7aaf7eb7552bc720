// SPDX-License-Identifier: BSL-1.0
// Decimals as typed: exact, or refused with the place.
#include "eczscore/units/decimal.hpp"

#include <string>
#include <string_view>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string_view why(const DecimalRead& read) { return std::string_view(read.explanation); }

}  // namespace

TEST_CASE("decimals as typed are exact or refused") {
    struct Good {
        const char* typed;
        Exact value;
    };
    const Good good[] = {{"1.2", 1.2_x},
                         {"-0.5", -0.5_x},
                         {"+3", 3},
                         {".5", 0.5_x},
                         {"12.", 12},
                         {"1e3", 1000},
                         {"1.5E-3", 0.0015_x},
                         {"0", 0},
                         {"0.000000000000000001", Exact::ratio(1, 1'000'000'000'000'000'000)},
                         {"100000000000000000", 100'000'000'000'000'000}};
    for (const Good& row : good) {
        CAPTURE(row.typed);
        const DecimalRead read = parse_decimal(row.typed);
        CHECK(read.ok());
        CHECK(read.value == row.value);
    }
    struct Bad {
        const char* typed;
        Reason reason;
        std::size_t position;
    };
    const Bad bad[] = {{"", Reason::bad_number, 0},        {"12,5", Reason::bad_number, 2},
                       {"1.234,5", Reason::bad_number, 5}, {"1 234", Reason::bad_number, 1},
                       {"1'234", Reason::bad_number, 1},   {"12g", Reason::bad_number, 2},
                       {"NaN", Reason::bad_number, 0},     {"inf", Reason::bad_number, 0},
                       {"-inf", Reason::bad_number, 0},    {"0x1p3", Reason::bad_number, 1},
                       {"1e", Reason::bad_number, 1},      {"<2.0", Reason::bad_number, 0},
                       {"1.2.3", Reason::bad_number, 3},   {"-", Reason::bad_number, 0},
                       {".", Reason::bad_number, 0},       {"1e99", Reason::too_large, 0},
                       {"1e-99999", Reason::too_large, 0}, {"\u22125", Reason::bad_number, 0}};
    for (const Bad& row : bad) {
        CAPTURE(row.typed);
        const DecimalRead read = parse_decimal(row.typed);
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(read.position == row.position);
        CHECK(!read.explanation.empty());
    }
}

TEST_CASE("reading: the longest and shortest decimals, and why other texts are refused") {
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
