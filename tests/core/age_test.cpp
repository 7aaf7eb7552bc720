// SPDX-License-Identifier: BSL-1.0
// Ages: cut-offs are "before the n-th birthday", and nonsense is invalid.
#include "eczscore/core/age.hpp"

#include <cmath>
#include <limits>

#include "catch_compat.hpp"

using eczscore::Age;
using eczscore::AgeRange;
using eczscore::Answer;
using Kind = eczscore::Age::Kind;

namespace {
constexpr AgeRange under_8{.below_months = 96};
constexpr AgeRange from_8{.from_months = 96};
}  // namespace

TEST_CASE("Age: a default-constructed age is missing") {
    CHECK(Age().kind() == Kind::missing);
    CHECK_FALSE(Age().is_known());
    CHECK(Age::years(Answer()).kind() == Kind::missing);
    CHECK(Age::months(std::numeric_limits<double>::quiet_NaN()).kind() == Kind::missing);
}

TEST_CASE("Age: 7.99 years, and the last millionth before it, are under 8; 8 is not") {
    for (double years : {0.0, 7.0, 7.99, 7.999999}) {
        CHECK(under_8.contains(Age::years(years)));
        CHECK_FALSE(from_8.contains(Age::years(years)));
    }
    for (double years : {8.0, 8.000001, 30.0, 130.0}) {
        CHECK_FALSE(under_8.contains(Age::years(years)));
        CHECK(from_8.contains(Age::years(years)));
    }
}

TEST_CASE("Age: 95 months and 95.999999 are under 8 years, 96 months are 8") {
    CHECK(under_8.contains(Age::months(95)));
    CHECK(under_8.contains(Age::months(95.999999)));
    CHECK(from_8.contains(Age::months(96)));
    CHECK(Age::months(96).millionths_of_month() == Age::years(8).millionths_of_month());
    CHECK(Age::years(7.5).millionths_of_month() == Age::months(90).millionths_of_month());
}

TEST_CASE("Age: days count as years of 365.25, and no birthday comes early") {
    CHECK(under_8.contains(Age::days(2921)));
    CHECK(under_8.contains(Age::days(2921.999999)));
    CHECK(from_8.contains(Age::days(2922)));
    CHECK(Age::days(2922).millionths_of_month() == Age::years(8).millionths_of_month());
    CHECK(Age::days(47482.5).is_known());
    CHECK(Age::days(47482.500001).kind() == Kind::invalid);
    CHECK(Age::days(-1).kind() == Kind::invalid);
    CHECK(Age::days(Answer()).kind() == Kind::missing);
    CHECK(Age::days(1.0000004).is_rounded());
    bool all = true;
    for (std::int64_t day = 0; day <= 47'482; ++day) {  // a year is 1461 quarters of a day
        const std::int64_t years = 4 * day / 1461;
        all &= Age::days(day).millionths_of_month() / 12'000'000 == years;
    }
    CHECK(all);
}

TEST_CASE("Age: below 0, above 130 years and what is no number are invalid, never clamped") {
    for (const Answer& years : {Answer(-1), Answer(-0.000001), Answer(130.000001), Answer(999),
                                Answer::unreadable(), Answer::not_relevant(), Answer::conflict()}) {
        CHECK(Age::years(years).kind() == Kind::invalid);
        CHECK_FALSE(under_8.contains(Age::years(years)));
        CHECK_FALSE(from_8.contains(Age::years(years)));
    }
    CHECK(Age::years(0).is_known());
    CHECK(Age::years(130).is_known());
    CHECK(Age::months(1560).is_known());
    CHECK(Age::months(1560.000001).kind() == Kind::invalid);
}

TEST_CASE("Age: a seventh decimal is rounded, which may cross a birthday, and is said") {
    for (double years : {7.9999999, 8.0000001}) {
        CHECK(Age::years(years).is_rounded());
        CHECK(Age::years(years).is_known());
        CHECK(from_8.contains(Age::years(years)));
    }
    CHECK(Age::months(95.9999999).is_rounded());
    CHECK_FALSE(Age::years(7.999999).is_rounded());
    CHECK_FALSE(Age::years(8).is_rounded());
    CHECK_FALSE(Age::months(95.5).is_rounded());
    CHECK_FALSE(Age().is_rounded());
    CHECK_FALSE(Age::years(Answer::unreadable()).is_rounded());
}

TEST_CASE("AgeRange: everyone is the default, and a missing age is in no range") {
    CHECK(AgeRange().is_everyone());
    CHECK_FALSE(under_8.is_everyone());
    CHECK_FALSE(from_8.is_everyone());
    CHECK_FALSE(AgeRange().contains(Age()));
    CHECK(AgeRange().contains(Age::years(0)));
    CHECK(AgeRange().contains(Age::years(130)));
}
