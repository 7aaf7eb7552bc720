// SPDX-License-Identifier: BSL-1.0
// Whole numbers of 128 bits: the nearest double, and ratios compared.
#include "eczscore/core/int128.hpp"

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
