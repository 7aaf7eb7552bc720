// SPDX-License-Identifier: BSL-1.0
// Rounded scores: halves away from zero, and no score out of none.
#include "eczscore/score/rounding.hpp"

#include <limits>

#include "eczscore/instruments/easi.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Rounding: to 0 to 6 decimals, halves away from zero on both sides") {
    CHECK(rounded_to(5.95_x, 1) == Exact(6));
    CHECK(rounded_to(5.949999_x, 1) == 5.9_x);
    CHECK(rounded_to(-5.95_x, 1) == Exact(-6));
    CHECK(rounded_to(10.5_x, 0) == Exact(11));
    CHECK(rounded_to(Exact::ratio(120, 7), 2) == 17.14_x);
    CHECK(rounded_to(Exact::ratio(2, 3), 6) == 0.666667_x);
    CHECK(rounded_to(7, 3) == Exact(7));
}

TEST_CASE("Rounding: of a score only the number changes, and without one nothing does") {
    Score half = score(easi::example);
    half.units = 369;
    half.denominator = 20;  // 18.45
    const Score rounded = rounded_to(half, 1);
    CHECK(rounded.value() == 18.5_x);
    CHECK(rounded.to_double() == 18.5);
    CHECK(rounded.status == half.status);
    CHECK(rounded.instrument == half.instrument);
    CHECK(rounded.form == half.form);
    const Score none = rounded_to(score(easi::Answers{}), 1);
    CHECK(none.status == Status::missing);
    CHECK(none.missing != 0);
    CHECK(none.to_double() != none.to_double());
}

TEST_CASE("Rounding: less than 0 or more than 6 decimals give no score, and say so") {
    for (const int decimals : {-1, 7, 1000}) {
        CHECK_FALSE(rounded_to(Exact(3), decimals).is_number());
        Score score;
        score.status = Status::ok;
        score.units = 7;
        score.denominator = 3;
        const Score rounded = rounded_to(score, decimals);
        CHECK(rounded.status == Status::invalid);
        CHECK_FALSE(rounded.why.empty());
    }
    CHECK_FALSE(rounded_to(Exact::not_a_number(), 2).is_number());
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(rounded_to(Exact(most), 6) == Exact(most));
    CHECK(rounded_to(Exact::ratio(most, most - 1), 6) == Exact(1));
}
