// SPDX-License-Identifier: BSL-1.0
// Exact numbers: always reduced, compared and added without rounding.
#include "eczscore/core/exact.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/wide_reference.hpp"

#include "catch_compat.hpp"

using eczscore::Exact;
using namespace eczscore::literals;

namespace {
constexpr std::int64_t two_to_53 = std::int64_t{1} << 53;

/// All fractions n/d with |n| <= 12 and 1 <= d <= 8.
template <class Visit>
void for_small_fractions(Visit visit) {
    for (int n = -12; n <= 12; ++n) {
        for (int d = 1; d <= 8; ++d) visit(n, d);
    }
}
}  // namespace

TEST_CASE("Exact: a default-constructed number is 0/1") {
    CHECK(Exact().num() == 0);
    CHECK(Exact().den() == 1);
    CHECK(Exact().is_integer());
}

TEST_CASE("Exact: a ratio is reduced and its denominator positive") {
    struct Case {
        std::int64_t n, d, num, den;
    };
    const Case cases[] = {{141, 20, 141, 20}, {28, 4, 7, 1},           {-6, 4, -3, 2},
                          {6, -4, -3, 2},     {-6, -4, 3, 2},          {0, 7, 0, 1},
                          {0, -7, 0, 1},      {120, 7, 120, 7},        {5, 1, 5, 1},
                          {5, -1, -5, 1},     {1000000, 1000000, 1, 1}};
    for (const Case& c : cases) {
        CAPTURE(c.n, c.d);
        CHECK(Exact::ratio(c.n, c.d).num() == c.num);
        CHECK(Exact::ratio(c.n, c.d).den() == c.den);
    }
}

TEST_CASE("Exact: decimal literals are exact, 7.05 is 141/20") {
    CHECK(7.05_x == Exact::ratio(141, 20));
    CHECK(7_x == Exact(7));
    CHECK(0.000001_x == Exact::ratio(1, 1000000));
    CHECK(1'000.5_x == Exact::ratio(2001, 2));
    CHECK(0.1_x + 0.2_x == 0.3_x);
}

TEST_CASE("Exact: arithmetic agrees with fractions worked out by hand, for all small fractions") {
    int wrong = 0;
    for_small_fractions([&](int a, int b) {
        for_small_fractions([&](int c, int d) {
            const Exact x = Exact::ratio(a, b);
            const Exact y = Exact::ratio(c, d);
            wrong += x + y != Exact::ratio(a * d + c * b, b * d);
            wrong += x - y != Exact::ratio(a * d - c * b, b * d);
            wrong += x * y != Exact::ratio(a * c, b * d);
            if (c != 0) wrong += x / y != Exact::ratio(a * d, b * c);
        });
    });
    CHECK(wrong == 0);
}

TEST_CASE("Exact: order is that of cross-multiplied integers, for all small fractions") {
    int wrong = 0;
    for_small_fractions([&](int a, int b) {
        for_small_fractions([&](int c, int d) {
            const Exact x = Exact::ratio(a, b);
            const Exact y = Exact::ratio(c, d);
            const int left = a * d;
            const int right = c * b;
            wrong += (x < y) != (left < right);
            wrong += (x <= y) != (left <= right);
            wrong += (x > y) != (left > right);
            wrong += (x >= y) != (left >= right);
            wrong += (x == y) != (left == right);
            wrong += (x != y) != (left != right);
        });
    });
    CHECK(wrong == 0);
}

TEST_CASE("Exact: neighbouring large fractions are told apart where double cannot") {
    const Exact a = Exact::ratio(two_to_53, two_to_53 - 1);
    const Exact b = Exact::ratio(two_to_53 - 1, two_to_53 - 2);
    CHECK(a < b);
    CHECK(b > a);
    CHECK(a != b);
    CHECK((a <=> a) == std::strong_ordering::equal);
    CHECK((Exact::ratio(1, 2) <=> Exact::ratio(2, 4)) == std::strong_ordering::equal);
}

TEST_CASE("Exact: rounding goes to the nearest whole number, halves away from zero") {
    struct Case {
        Exact value;
        std::int64_t rounded, floor, ceil;
    };
    const Case cases[] = {{10.5_x, 11, 10, 11},
                          {10.49_x, 10, 10, 11},
                          {-10.5_x, -11, -11, -10},
                          {-10.49_x, -10, -11, -10},
                          {0, 0, 0, 0},
                          {3, 3, 3, 3},
                          {-3, -3, -3, -3},
                          {0.5_x, 1, 0, 1},
                          {-0.5_x, -1, -1, 0},
                          {0.49_x, 0, 0, 1},
                          {Exact::ratio(80, 7), 11, 11, 12}};
    for (const Case& c : cases) {
        CAPTURE(c.value.num(), c.value.den());
        CHECK(c.value.rounded() == c.rounded);
        CHECK(c.value.floor() == c.floor);
        CHECK(c.value.ceil() == c.ceil);
    }
}

TEST_CASE("Exact: the double is the nearest one") {
    CHECK((7.05_x).to_double() == 7.05);
    CHECK((0.1_x + 0.2_x).to_double() == 0.3);
    CHECK(Exact::ratio(120, 7).to_double() == 120.0 / 7.0);
    CHECK((-7.05_x).to_double() == -7.05);
    int wrong = 0;
    for (int units = 0; units <= 1440; ++units) {
        wrong += Exact::ratio(units, 20).to_double() != units / 20.0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Exact: whole numbers of both widths convert by themselves") {
    const Exact narrow = 7;
    const Exact wide = std::int64_t{7'000'000'000};
    CHECK(narrow.num() == 7);
    CHECK(wide.num() == 7'000'000'000);
    CHECK_FALSE((7.5_x).is_integer());
}

TEST_CASE("Exact: what cannot be kept exact is not a number, whatever is compared with it") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const Exact big(most);
    const Exact none[] = {Exact::not_a_number(),
                          Exact::ratio(5, 0),
                          Exact(5) / Exact(0),
                          big + Exact(1),
                          -big - Exact(1),
                          big * Exact(2),
                          big / Exact::ratio(1, 2),
                          Exact::ratio(1, most) / Exact(2),
                          Exact(least),
                          Exact::ratio(least, 2),
                          Exact::ratio(1, least),
                          Exact::ratio(1, most) + Exact::ratio(1, most - 1),
                          Exact(Exact::not_a_number().rounded()),
                          Exact(Exact::not_a_number().floor()),
                          Exact(Exact::not_a_number().ceil())};
    for (const Exact& x : none) {
        CAPTURE(&x - none);
        CHECK_FALSE(x.is_number());
        CHECK_FALSE(x.is_integer());
        CHECK(std::isnan(x.to_double()));
        for (const Exact y : {Exact(0), Exact(1), big, x}) {
            CHECK_FALSE((x == y || x < y || x > y || x <= y || x >= y));
            CHECK_FALSE((y == x || y < x || y > x || y <= x || y >= x));
            CHECK(x != y);
            for (const Exact z : {x + y, y + x, x - y, y - x, x * y, y * x, x / y, y / x, -x}) {
                CHECK_FALSE(z.is_number());
            }
        }
    }
}

TEST_CASE("Exact: the largest numbers round without overflow") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(Exact(most).rounded() == most);
    CHECK(Exact(-most).rounded() == -most);
    CHECK(Exact::ratio(most, 2).rounded() == most / 2 + 1);
    CHECK(Exact::ratio(-most, 2).rounded() == -(most / 2) - 1);
    CHECK(Exact::ratio(-most, 2).floor() == -(most / 2) - 1);
    CHECK(Exact::ratio(most, 2).ceil() == most / 2 + 1);
    CHECK(Exact::ratio(most - 1, most).rounded() == 1);
    CHECK(Exact::ratio(most / 2, most).rounded() == 0);
}

TEST_CASE("Exact: every operation on 64-bit extremes and random parts is right or not a number") {
    using wide_reference::Rational;
    using wide_reference::rational;
    const auto fits = [](const Rational& x) {
        const Rational limit = std::numeric_limits<std::int64_t>::max();
        return abs(Rational(numerator(x))) <= limit && Rational(denominator(x)) <= limit;
    };
    int wrong = 0;
    int numbers = 0;
    const auto judge = [&](Exact found, const Rational& right) {
        numbers += found.is_number();
        wrong += found.is_number() != fits(right);
        if (found.is_number()) wrong += rational(found) != right;
    };
    const std::vector<Exact> samples = wide_reference::exact_samples(40);
    for (const Exact a : samples) {
        for (const Exact b : samples) {
            const Rational x = rational(a);
            const Rational y = rational(b);
            judge(a + b, x + y);
            judge(a - b, x - y);
            judge(a * b, x * y);
            if (b != Exact(0)) judge(a / b, x / y);
            wrong += (a < b) != (x < y);
            wrong += (a >= b) != (x >= y);
            wrong += (a == b) != (x == y);
        }
        wrong += !wide_reference::is_nearest(a.to_double(), rational(a));
    }
    CHECK(wrong == 0);
    CHECK(numbers > 500);
}

TEST_CASE("Exact: gcd and lcm of descriptor units") {
    CHECK(eczscore::detail::gcd(12, 18) == 6);
    CHECK(eczscore::detail::gcd(-12, 18) == 6);
    CHECK(eczscore::detail::gcd(12, -18) == 6);
    CHECK(eczscore::detail::gcd(-12, -18) == 6);
    CHECK(eczscore::detail::gcd(0, 5) == 5);
    CHECK(eczscore::detail::lcm(4, 6) == 12);
    CHECK(eczscore::detail::lcm(1, 1'000'000) == 1'000'000);
}
