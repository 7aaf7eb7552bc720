// SPDX-License-Identifier: BSL-1.0
// Exact numbers: always reduced, compared and added without rounding.
#include "eczscore/core/exact.hpp"

#include <cstdint>

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

#ifdef NDEBUG
TEST_CASE("Exact: a misuse is 0 and no crash where assertions are off") {
    CHECK(Exact::ratio(5, 0) == Exact(0));
    CHECK(Exact(5) / Exact(0) == Exact(0));
}
#endif

TEST_CASE("Exact: gcd and lcm of descriptor units") {
    CHECK(eczscore::detail::gcd(12, 18) == 6);
    CHECK(eczscore::detail::gcd(-12, 18) == 6);
    CHECK(eczscore::detail::gcd(12, -18) == 6);
    CHECK(eczscore::detail::gcd(-12, -18) == 6);
    CHECK(eczscore::detail::gcd(0, 5) == 5);
    CHECK(eczscore::detail::lcm(4, 6) == 12);
    CHECK(eczscore::detail::lcm(1, 1'000'000) == 1'000'000);
}
