// SPDX-License-Identifier: BSL-1.0
// Numbers as text: exact decimals as short as they can be, 17 digits where none is exact.
#include "catch_compat.hpp"

#include <charconv>
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
