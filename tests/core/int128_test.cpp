// SPDX-License-Identifier: BSL-1.0
// Whole numbers of 128 bits: the nearest double, and ratios compared.
#include "eczscore/core/int128.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "catch_compat.hpp"

TEST_CASE("128-bit whole numbers: the nearest double of parts that are not reduced") {
    using eczscore::detail::Int128;
    using eczscore::detail::nearest_double;
    constexpr Int128 large = Int128{1} << 60;
    CHECK(nearest_double(0, large) == 0.0);
    CHECK(nearest_double(large, large) == 1.0);
    CHECK(nearest_double(-3 * large, 2) == -1.5 * 1152921504606846976.0);
    CHECK(nearest_double(3, large) == 3.0 / 1152921504606846976.0);
    // Between two doubles, a tie goes to the even one, and a little more than a tie up.
    constexpr Int128 tie = (Int128{1} << 54) + 2;
    CHECK(nearest_double(tie, 1) == 18014398509481984.0);
    CHECK(nearest_double(tie * 1'000'000'007 + 1, 1'000'000'007) == 18014398509481988.0);
    CHECK(nearest_double(-tie, 1) == -18014398509481984.0);
}

TEST_CASE("128-bit whole numbers: the nearest double is the correctly rounded quotient") {
    using eczscore::detail::Int128;
    using eczscore::detail::nearest_double;
    using eczscore::detail::rounded_quotient;
    std::mt19937_64 random(20260);
    const auto of_some_bits = [&] {
        return std::max(Int128{1}, Int128{random() >> (4 + random() % 60)});
    };
    int wrong = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Int128 numerator = of_some_bits();
        const Int128 denominator = of_some_bits();
        // Scaled to a quotient of 53 bits, which whole numbers round.
        Int128 top = numerator;
        Int128 bottom = denominator;
        int exponent = 0;
        for (; top / bottom < Int128{1} << 52; --exponent) top *= 2;
        for (; top / bottom >= Int128{1} << 53; ++exponent) bottom *= 2;
        Int128 nearest = rounded_quotient(top, bottom);
        if (2 * (top % bottom) == bottom && nearest % 2 != 0) --nearest;  // halves to even
        const double expected = std::ldexp(static_cast<double>(nearest), exponent);
        wrong += nearest_double(numerator, denominator) != expected;
        wrong += nearest_double(-numerator, denominator) != -expected;
        // Parts that are not reduced are the same number.
        wrong += nearest_double(numerator * 1'000'003, denominator * 1'000'003) != expected;
    }
    CHECK(wrong == 0);
}

TEST_CASE("128-bit whole numbers: ratios are compared by their continued fractions") {
    using eczscore::detail::compare_ratios;
    for (int a = -12; a <= 12; ++a) {
        for (int b = 1; b <= 9; ++b) {
            for (int c = -12; c <= 12; ++c) {
                for (int d = 1; d <= 9; ++d) {
                    const int found = compare_ratios(a, b, c, d);
                    const int right = (a * d > c * b) - (a * d < c * b);
                    CAPTURE(a, b, c, d);
                    REQUIRE((found > 0) - (found < 0) == right);
                }
            }
        }
    }
}

TEST_CASE("128-bit whole numbers: small parts are compared and divided as large ones are") {
    using eczscore::detail::compare_ratios;
    using eczscore::detail::gcd;
    using eczscore::detail::Int128;
    using eczscore::detail::multiply;
    std::mt19937_64 random(7);
    constexpr Int128 scale = Int128{1} << 64;
    const auto sign = [](int found) { return (found > 0) - (found < 0); };
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        // About 63 bits, on either side of the limit of the quick way.
        const auto part = [&] { return Int128{random()} >> (i % 3); };
        const Int128 a = i % 2 == 0 ? part() : -part();
        const Int128 b = part() + 1;
        const Int128 c = i % 5 == 0 ? a : i % 2 == 0 ? part() : -part();
        const Int128 d = i % 10 == 0 ? b : part() + 1;
        // The same ratios with parts that no quick way takes.
        const auto large = [&](Int128 x) { return (x >> 1) * (scale >> 3); };
        const int found = sign(compare_ratios(large(a), large(b), large(c), large(d)));
        wrong += sign(compare_ratios(a >> 1, b >> 1, c >> 1, d >> 1)) != found && b > 1 && d > 1;
        const Int128 divisor = gcd(a, b);
        wrong += divisor <= 0 || a % divisor != 0 || b % divisor != 0;
        wrong += gcd(a / divisor, b / divisor) != 1;
        Int128 product = 0;
        const bool fits = multiply(a, c, product);
        wrong += fits && c != 0 && product / c != a;
        wrong += !fits && a >> 62 == 0 && c >> 62 == 0;
    }
    CHECK(wrong == 0);
    Int128 product = 0;
    CHECK(multiply(scale / 2 - 1, scale / 2 - 1, product));
    CHECK(multiply(scale / 2, scale / 2, product));
    CHECK_FALSE(multiply(scale, scale / 2, product));
    CHECK_FALSE(multiply(-scale, scale, product));
    CHECK(multiply(0, scale, product));
    CHECK(product == 0);
    CHECK(gcd(0, 0) == 0);
    CHECK(gcd(scale, 12) == 4);
    CHECK(gcd(-12, scale) == 4);
}
