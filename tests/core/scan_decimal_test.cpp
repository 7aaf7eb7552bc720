// SPDX-License-Identifier: BSL-1.0
// The characters of a decimal number, and where it ends.
#include "catch_compat.hpp"

#include <string_view>

#include "eczscore/core/parse.hpp"
#include "eczscore/core/scan_decimal.hpp"
#include "eczscore/units/decimal.hpp"

using namespace eczscore;
using eczscore::detail::ScannedDecimal;

namespace {

constexpr ScannedDecimal scan(std::string_view text) {
    return eczscore::detail::scan_decimal(text.data(), text.size());
}

}  // namespace

TEST_CASE("Scan decimal: digits, exponent and sign") {
    const ScannedDecimal number = scan("-12.340e-5");
    CHECK(number.is_negative);
    CHECK(number.digits == 12340);
    CHECK(number.exponent == -8);
    CHECK(number.exponent_digits == 1);
    CHECK(number.end == 10);
    CHECK(number.first_not_kept == 10);
    CHECK(scan("+.5").digits == 5);
    CHECK(scan("7.").end == 2);
    CHECK(scan("1.2.3").end == 3);
    CHECK_FALSE(scan(".").any_digit);
    CHECK_FALSE(scan("-e5").any_digit);
    CHECK(scan("").end == 0);
    CHECK_FALSE(scan("").any_digit);
    CHECK(scan("3e99999").exponent == 9999);
}

TEST_CASE("Scan decimal: an e without digits is not part of the number") {
    CHECK(scan("5e").end == 1);
    CHECK(scan("5e+").end == 1);
    CHECK(scan("5em").end == 1);
    CHECK(scan("5e3").end == 3);
    CHECK(scan("e5").end == 0);
}

TEST_CASE("Scan decimal: eighteen digits are kept, and the rest moves the exponent") {
    const ScannedDecimal all = scan("000123456789012345678");
    CHECK(all.digits == 123'456'789'012'345'678);
    CHECK(all.first_not_kept == all.end);
    CHECK_FALSE(all.is_cut);
    const ScannedDecimal zeros = scan("1234567890123456780");
    CHECK(zeros.digits == 123'456'789'012'345'678);
    CHECK(zeros.exponent == 1);
    CHECK(zeros.first_not_kept == 18);
    CHECK_FALSE(zeros.is_cut);
    const ScannedDecimal cut = scan("1.2345678901234567801");
    CHECK(cut.exponent == -17);
    CHECK(cut.first_not_kept == 19);
    CHECK(cut.is_cut);
}

TEST_CASE("Scan decimal: cells and values read the same numbers") {
    for (const std::string_view text :
         {"0", "7.5", "-0.25", "1e3", "12E-2", "+4.", ".125", "000.5", "100000", "0.000001"}) {
        const Answer cell = parse_number(text);
        const units::DecimalRead value = units::parse_decimal(units::Chars(text));
        REQUIRE(cell.is_value());
        REQUIRE(value.ok());
        CHECK(cell.exact() == value.value);
    }
    for (const std::string_view text :
         {"7,5", "1 000", "0x10", "inf", "5e", "--1", "1.2.3", "4 g"}) {
        CHECK_FALSE(parse_number(text).is_value());
        CHECK_FALSE(units::parse_decimal(units::Chars(text)).ok());
    }
    // A cell of more than six places is rounded and says so; a value is exact or refused.
    CHECK(parse_number("0.1234567").kind() == Answer::Kind::rounded);
    CHECK(units::parse_decimal("0.1234567").value == Exact::ratio(1234567, 10000000));
    CHECK(units::parse_decimal("1234567890123456789").position == 18);
}
