// SPDX-License-Identifier: BSL-1.0
// Numbers as text: exact decimals as short as they can be, 17 digits where none is exact.
// Covers: report/double_text.hpp
#include "catch_compat.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>

#include "eczscore/report/number.hpp"

using namespace eczscore;
using report::number_text;

TEST_CASE("Numbers: exact decimals are as short as they can be") {
    CHECK(number_text(18.4_x) == "18.4");
    CHECK(number_text(7.05_x) == "7.05");
    CHECK(number_text(25) == "25");
    CHECK(number_text(0) == "0");
    CHECK(number_text(100) == "100");
    CHECK(number_text(-0.05_x) == "-0.05");
    CHECK(number_text(-14) == "-14");
    CHECK(number_text(0.000001_x) == "0.000001");
    CHECK(number_text(Exact::ratio(1, 1024)) == "0.0009765625");
}

TEST_CASE("Numbers: ratios that are no decimals have 17 significant digits") {
    CHECK(number_text(Exact::ratio(10, 3)) == "3.3333333333333335");
    CHECK(number_text(Exact::ratio(61, 7)) == "8.7142857142857135");
    CHECK(number_text(Exact::ratio(-2, 3)) == "-0.66666666666666663");
}

TEST_CASE("Numbers: every text reads back as the nearest double") {
    std::mt19937_64 random(20);
    for (int i = 0; i < 20000; ++i) {
        const auto num = static_cast<std::int64_t>(random() % 20'000'001) - 10'000'000;
        const auto den = static_cast<std::int64_t>(random() % 5000) + 1;
        const Exact value = Exact::ratio(num, den);
        const std::string text = number_text(value);
        double back = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), back);
        REQUIRE(read.ptr == text.data() + text.size());
        REQUIRE(back == value.to_double());
        REQUIRE(text.size() <= report::number_room);
    }
}

TEST_CASE("Numbers: what people read says when it is rounded") {
    CHECK(report::about_text(32.5_x) == "32.5");
    CHECK(report::about_text(Exact::ratio(100, 3)) == "about 33.33");
    CHECK(report::ratio_text(Exact::ratio(18, 7)) == "18/7");
    CHECK(report::ratio_text(0.045_x) == "0.045");
}

TEST_CASE("Numbers for people: halves go away from zero on the decimal, not on the double") {
    CHECK(report::rounded_text(2.675, 2) == "2.68");  // the double is 2.67499999999999982
    CHECK(report::rounded_text(0.125, 2) == "0.13");  // half to even would give 0.12
    CHECK(report::rounded_text(-0.125, 2) == "-0.13");
    CHECK(report::rounded_text(2.674, 2) == "2.67");
    CHECK(report::rounded_text(9.995, 2) == "10.00");
    CHECK(report::rounded_text(-99.95, 1) == "-100.0");
    CHECK(report::rounded_text(0.5, 0) == "1");
    CHECK(report::rounded_text(7.0, 2) == "7.00");
    CHECK(report::rounded_text(0.0, 1) == "0.0");
    CHECK(report::rounded_text(1e22, 1) == "10000000000000000000000.0");
    CHECK(report::rounded_text(5e-324, 2) == "0.00");
    CHECK(report::rounded_text(-std::numeric_limits<double>::max(), 0).size() == 310);
}

TEST_CASE(
    "Numbers: what could not be kept exact is nan, and wide numbers are written like others") {
    CHECK(number_text(Exact::not_a_number()) == "nan");
    CHECK(number_text(WideExact::not_a_number()) == "nan");
    CHECK(number_text(WideExact(7.05_x)) == "7.05");
    CHECK(number_text(-WideExact(7.05_x)) == "-7.05");
    CHECK(number_text(WideExact(Exact::ratio(1, 3))) == "0.33333333333333331");
    const WideExact most = std::numeric_limits<std::int64_t>::max();
    CHECK(number_text(most) == "9223372036854775807");
    CHECK(number_text(most * most) == "85070591730234615847396907784232501249");
    CHECK(number_text(-most * 7 / 2) == "-32281802128991715324.5");
    // More digits than 128 bits hold: those of the double.
    CHECK(number_text(most * most / 2) == "4.2535295865117308e+37");
    CHECK(report::about_text(WideExact(Exact::ratio(-200, 3))) == "about -66.67");
}

namespace {

template <class Write>
std::string of(double value, const Write& write) {
    char buffer[report::number_room];
    return std::string(buffer, write(buffer, value));
}
std::string significant(double value, int count) {
    return of(value, [&](char* out, double v) { return report::write_significant(out, v, count); });
}
std::string shortest(double value) {
    return of(value, [](char* out, double v) { return report::write_shortest(out, v); });
}
template <class... Format>
std::string standard(double value, Format... format) {
    char buffer[64];
    return std::string(buffer, std::to_chars(buffer, buffer + 64, value, format...).ptr);
}

void same_as_the_standard(double value) {
    const std::string ours = significant(value, 17);
    if (ours != standard(value, std::chars_format::general, 17)) FAIL("17 digits: " << ours);
    if (shortest(value) != standard(value)) FAIL("shortest: " << shortest(value));
}

}  // namespace

TEST_CASE("Numbers: 17 digits and the shortest are those of the standard library", "[exhaustive]") {
    std::mt19937_64 random(11);
    int ratios = 0;
    while (ratios < 200'000) {
        const auto num = static_cast<std::int64_t>(random() >> (1 + random() % 62));
        const auto den = static_cast<std::int64_t>(random() >> (1 + random() % 62));
        if (den == 0) continue;
        const Exact value = Exact::ratio(ratios % 2 == 0 ? num : -num, den);
        same_as_the_standard(value.to_double());
        if (report::detail::decimal_places(value) < 0) {
            if (number_text(value) != standard(value.to_double(), std::chars_format::general, 17)) {
                FAIL(value.num() << "/" << value.den());
            }
        }
        ++ratios;
    }
    for (int i = 0; i < 100'000; ++i) {
        const std::uint64_t bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value)) same_as_the_standard(value);
        same_as_the_standard(static_cast<double>(random() >> random() % 64));  // whole numbers
        same_as_the_standard(static_cast<double>(random() % 1'000'000) / 1000.0);
    }
    for (const double value : {0.0, -0.0, 1e5, 1e21, 1e22, 1e23, 123456.0, 1e-4, 1e-5, 5e-324})
        same_as_the_standard(value);
    CHECK(significant(std::numeric_limits<double>::quiet_NaN(), 17) == "nan");
    CHECK(shortest(-std::numeric_limits<double>::infinity()) == "-inf");
}

TEST_CASE("Numbers: the double of a ratio is the nearest, a tie to even", "[exhaustive]") {
    // A value between two doubles is compared with both in whole numbers.
    std::mt19937_64 random(12);
    int ties = 0;
    for (int i = 0; i < 100'000; ++i) {
        // Odd halves of whole numbers of 54 bits lie exactly between two doubles.
        const std::int64_t odd =
            static_cast<std::int64_t>((std::uint64_t{1} << 53) | (random() >> 11) | 1);
        const double found = Exact(odd).to_double();
        const auto whole = static_cast<std::int64_t>(found);
        if (whole != odd - 1 && whole != odd + 1) FAIL(odd);
        if (whole / 2 % 2 != 0) FAIL(odd << " is a tie and goes to even");
        ++ties;
        const auto num = static_cast<std::int64_t>(random() >> 4);
        const auto den = static_cast<std::int64_t>((random() >> 12) | 1);
        const double nearest = Exact::ratio(num, den).to_double();
        const long double exact = static_cast<long double>(num) / static_cast<long double>(den);
        const long double off = std::abs(static_cast<long double>(nearest) - exact);
        const double other = std::nextafter(nearest, nearest < exact ? 1e300 : -1e300);
        if (off > std::abs(static_cast<long double>(other) - exact)) FAIL(num << "/" << den);
    }
    CHECK(ties == 100'000);
}

TEST_CASE("Numbers: sentences have an exponent only where it is needed") {
    CHECK(report::shortest_text(16.0) == "16");
    CHECK(report::shortest_text(0.8) == "0.8");
    CHECK(report::shortest_text(100000.0) == "100000");
    CHECK(report::shortest_text(0.0001) == "0.0001");
    CHECK(report::shortest_text(0.00001) == "1e-05");
    CHECK(report::shortest_text(1e16) == "1e+16");
    CHECK(report::shortest_text(-0.0) == "-0");
    CHECK(report::significant_text(97.123456, 3) == "97.1");
    CHECK(report::significant_text(95.0, 6) == "95");
}
