// SPDX-License-Identifier: BSL-1.0
// Digits of doubles: those of the exact value, and the fewest that read back, as the standard
// library has them.
#include "catch_compat.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

#include "eczscore/core/double_digits.hpp"

using namespace eczscore;

namespace {

/// The digits and the exponent of the last, as std::to_chars has them in scientific form.
detail::DecimalDigits parts_of(const std::string& text) {
    detail::DecimalDigits result;
    const std::size_t e = text.find('e');
    int places = 0;
    bool point = false;
    for (const char c : text.substr(0, e)) {
        if (c == '.') {
            point = true;
            continue;
        }
        result.digits = result.digits * 10 + static_cast<std::uint64_t>(c - '0');
        places += point ? 1 : 0;
    }
    result.exponent = std::stoi(text.substr(e + 1)) - places;
    return result;
}

void check(double value) {
    char buffer[64];
    const auto shortest = std::to_chars(buffer, buffer + 64, value, std::chars_format::scientific);
    const auto few = parts_of(std::string(buffer, shortest.ptr));
    const auto ours = detail::shortest_digits(value);
    if (ours.digits != few.digits || ours.exponent != few.exponent) {
        FAIL(value << " has the shortest digits " << ours.digits << "e" << ours.exponent);
    }
    for (const int count : {17, 16, 3, 1}) {
        const auto end =
            std::to_chars(buffer, buffer + 64, value, std::chars_format::scientific, count - 1).ptr;
        const auto many = parts_of(std::string(buffer, end));
        const auto rounded = detail::rounded_digits(value, count);
        if (rounded.digits != many.digits || rounded.exponent != many.exponent) {
            FAIL(value << " to " << count << " digits: " << rounded.digits << "e"
                       << rounded.exponent);
        }
    }
}

}  // namespace

TEST_CASE("Double digits: every power of 2 and its neighbours", "[exhaustive]") {
    int checked = 0;
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        const double power = std::ldexp(1.0, exponent);
        check(power);
        check(std::nextafter(power, std::numeric_limits<double>::infinity()));
        if (exponent > -1074) check(std::nextafter(power, 0.0));
        ++checked;
    }
    check(std::numeric_limits<double>::max());
    CHECK(checked == 2098);
}

TEST_CASE("Double digits: powers of 10, halves and what lies between two decimals") {
    for (int exponent = -323; exponent <= 308; ++exponent) {
        check(std::strtod(("1e" + std::to_string(exponent)).c_str(), nullptr));
        check(std::strtod(("1.7e" + std::to_string(exponent)).c_str(), nullptr));
    }
    for (const double value : {0.5, 2.5, 0.125, 1.5, 1e23, 9007199254740993.0, 5e-324, 2.5e-322})
        check(value);
    CHECK(detail::rounded_digits(2.5, 1).digits == 2);  // half to even
    CHECK(detail::rounded_digits(3.5, 1).digits == 4);
    CHECK(detail::rounded_digits(9.5, 1).digits == 1);  // 10, one digit
    CHECK(detail::rounded_digits(9.5, 1).exponent == 1);
}

TEST_CASE("Double digits: doubles of any bits", "[exhaustive]") {
    std::mt19937_64 random(5);
    int checked = 0;
    while (checked < 100'000) {
        const std::uint64_t bits = random() & ~(std::uint64_t{1} << 63);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value) || value == 0.0) continue;
        check(value);
        ++checked;
    }
    CHECK(checked == 100'000);
}

TEST_CASE("Double digits: whole numbers of 1,216 bits multiply, divide and shift") {
    detail::BigWhole number(7);
    for (int i = 0; i < 30; ++i) number.multiply(10'000'000'019);
    number.shift_left(130);
    bool more = false;
    CHECK(number.shifted_right(64 * 30, more) == 0);
    CHECK(more);
    more = false;
    for (int i = 0; i < 30; ++i) CHECK(number.divide(10'000'000'019) == 0);
    CHECK(number.shifted_right(130, more) == 7);
    CHECK_FALSE(more);
    CHECK(number.shifted_right(131, more) == 3);
    CHECK(more);
}
