// SPDX-License-Identifier: BSL-1.0
// Answers: decimals with six places exact, a seventh rounded and said, anything else no number.
#include "eczscore/core/answer.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "eczscore/core/age.hpp"

#include "catch_compat.hpp"

using eczscore::Age;
using eczscore::Answer;
using eczscore::Exact;
using eczscore::millionths_per_point;
using Kind = eczscore::Answer::Kind;

TEST_CASE("Answer: a default-constructed answer is missing, never 0") {
    const Answer answer;
    CHECK(answer.is_missing());
    CHECK_FALSE(answer.is_value());
    CHECK_FALSE(answer.is_not_relevant());
    CHECK(answer != Answer(0));
}

TEST_CASE("Answer: whole points are exact") {
    CHECK(Answer(3).exact() == Exact(3));
    CHECK(Answer(-3).millionths() == -3'000'000);
    CHECK(Answer(999'999'999).millionths() == 999'999'999'000'000);
    CHECK(Answer(-999'999'999).millionths() == -999'999'999'000'000);
    CHECK(Answer(3) == Answer(3.0));
}

TEST_CASE("Answer: whole numbers of every width; a thousand million is unreadable") {
    CHECK(Answer(std::uint8_t{255}) == Answer(255));
    CHECK(Answer(std::int8_t{-1}) == Answer(-1));
    CHECK(Answer(std::uint64_t{7}) == Answer(7));
    CHECK(Answer(std::int64_t{-7}) == Answer(-7));
    CHECK(Answer(1'000'000'000) == Answer::unreadable());
    CHECK(Answer(-1'000'000'000) == Answer::unreadable());
    CHECK(Answer(2'000'000'000) == Answer::unreadable());
    CHECK(Answer(std::numeric_limits<std::int64_t>::max()) == Answer::unreadable());
    CHECK(Answer(std::numeric_limits<std::int64_t>::min()) == Answer::unreadable());
    CHECK(Answer(std::numeric_limits<std::uint64_t>::max()) == Answer::unreadable());
    CHECK(Answer(std::uint32_t{1'000'000'000}) == Answer::unreadable());
    CHECK(Answer(std::uint32_t{999'999'999}).is_value());
}

TEST_CASE("Answer: an exact number is itself, rounded beyond six places; a float its decimal") {
    CHECK(Answer(Exact::ratio(141, 20)) == Answer(7.05));
    CHECK(Answer(Exact(0)) == Answer(0));
    CHECK(Answer(Exact::ratio(1, 3)).kind() == Kind::rounded);
    CHECK(Answer(Exact::ratio(1, 3)).millionths() == 333'333);
    CHECK(Answer(Exact::ratio(-2, 3)).millionths() == -666'667);
    CHECK(Answer(Exact(1'000'000'000)) == Answer::unreadable());
    CHECK(Answer(Exact(-1'000'000'000)) == Answer::unreadable());
    CHECK(Answer(Exact(std::int64_t{9'000'000'000'000'000})) == Answer::unreadable());
    CHECK(Answer(Exact(999'999'999)).is_value());
    CHECK(Answer(Exact(-999'999'999)).is_value());
    CHECK(Answer(0.1f) == Answer(0.1));
    CHECK(Answer(7.05f) == Answer(7.05));
}

TEST_CASE("Answer: a double that is the nearest to a decimal with six places is that decimal") {
    struct Case {
        double given;
        std::int64_t millionths;
    };
    const Case cases[] = {
        {0.1, 100'000},          {0.3, 300'000},         {0.1 + 0.2, 300'000}, {7.05, 7'050'000},
        {29.999999, 29'999'999}, {0.000001, 1},          {-1.5, -1'500'000},   {-0.0, 0},
        {99.999999, 99'999'999}, {12.345678, 12'345'678}};
    for (const Case& c : cases) {
        CAPTURE(c.given);
        CHECK(Answer(c.given).kind() == Kind::value);
        CHECK(Answer(c.given).millionths() == c.millionths);
    }
}

TEST_CASE("Answer: 29.999999999999996, left by 0.3 x 100 in doubles, is 30") {
    CHECK(Answer(29.999999999999996) == Answer(30));
    CHECK(Answer(0.29999999999999998 * 100) == Answer(30));
    CHECK(Answer(10.000000000000002) == Answer(10));
}

TEST_CASE("Answer: within 1e-9 is the decimal, beyond it is rounded and says so") {
    CHECK(Answer(30 - 0.9e-9).kind() == Kind::value);
    CHECK(Answer(30 + 0.9e-9).kind() == Kind::value);
    CHECK(Answer(30 - 1.1e-9).kind() == Kind::rounded);
    CHECK(Answer(30 + 1.1e-9).kind() == Kind::rounded);
    CHECK(Answer(30 - 1.1e-9).millionths() == 30'000'000);
    CHECK(Answer(30 + 1.1e-9).is_value());
}

TEST_CASE("Answer: a seventh decimal is rounded half away from zero") {
    CHECK(Answer(1.2345674).millionths() == 1'234'567);
    CHECK(Answer(1.2345676).millionths() == 1'234'568);
    CHECK(Answer(-1.2345674).millionths() == -1'234'567);
    CHECK(Answer(-1.2345676).millionths() == -1'234'568);
    CHECK(Answer(0.0000005).millionths() == 1);
    CHECK(Answer(-0.0000005).millionths() == -1);
    for (double x : {1.2345674, 1.2345676, -1.2345674, 0.0000005, -0.0000005}) {
        CHECK(Answer(x).kind() == Kind::rounded);
    }
}

TEST_CASE("Answer: every decimal with two places from 0 to 103 survives the way through double") {
    int wrong = 0;
    for (int hundredths = 0; hundredths <= 10'300; ++hundredths) {
        wrong += Answer(hundredths / 100.0) != Answer::from_millionths(hundredths * 10'000);
    }
    CHECK(wrong == 0);
}

TEST_CASE("Answer: NaN is missing, infinities and huge numbers are no number") {
    CHECK(Answer(std::numeric_limits<double>::quiet_NaN()).is_missing());
    CHECK(Answer(-std::numeric_limits<double>::quiet_NaN()).is_missing());
    CHECK(Answer(std::numeric_limits<double>::infinity()) == Answer::unreadable());
    CHECK(Answer(-std::numeric_limits<double>::infinity()) == Answer::unreadable());
    CHECK(Answer(1e9) == Answer::unreadable());
    CHECK(Answer(-1e9) == Answer::unreadable());
    CHECK(Answer(1e300) == Answer::unreadable());
    CHECK(Answer(999'999'999.0).millionths() == 999'999'999'000'000);
    CHECK(Answer(-999'999'999.0).millionths() == -999'999'999'000'000);
    CHECK(Answer(std::numeric_limits<double>::denorm_min()) == Answer(0));
}

TEST_CASE("Answer: a float is the decimal with four places that it was meant to be") {
    int wrong = 0;
    for (int tenths = -1000; tenths <= 1030; ++tenths) {
        const float given = static_cast<float>(tenths) / 10.0f;
        wrong += Answer::from_float(given) != Answer::from_millionths(tenths * 100'000);
    }
    for (int hundredths = 0; hundredths <= 10'300; ++hundredths) {
        const float given = static_cast<float>(hundredths) / 100.0f;
        wrong += Answer::from_float(given) != Answer::from_millionths(hundredths * 10'000);
    }
    CHECK(wrong == 0);
    CHECK(Answer::from_float(0.1f).kind() == Kind::value);
}

TEST_CASE("Answer: a float that is no decimal with four places is what it means as a double") {
    const float third = 1.0f / 3.0f;
    CHECK(Answer::from_float(third) == Answer(static_cast<double>(third)));
    CHECK(Answer::from_float(third).kind() == Kind::rounded);
    CHECK(Answer::from_float(-third) == Answer(static_cast<double>(-third)));
    CHECK(Answer::from_float(std::numeric_limits<float>::quiet_NaN()).is_missing());
    CHECK(Answer::from_float(std::numeric_limits<float>::infinity()) == Answer::unreadable());
    CHECK(Answer::from_float(-std::numeric_limits<float>::infinity()) == Answer::unreadable());
    CHECK(Answer::from_float(1e5f) == Answer(100'000));
    CHECK(Answer::from_float(-1e5f) == Answer(-100'000));
    CHECK(Answer::from_float(3e9f) == Answer::unreadable());
}

TEST_CASE("Answer: the kinds that are no number stay apart") {
    const Answer kinds[] = {Answer(),  Answer::not_relevant(), Answer::unreadable(),
                            Answer(0), Answer::conflict(),     Answer::from_millionths(0, true)};
    for (const Answer& a : kinds) {
        for (const Answer& b : kinds) CHECK((a == b) == (&a == &b));
    }
    CHECK(Answer::not_relevant().is_not_relevant());
    CHECK_FALSE(Answer::not_relevant().is_value());
    CHECK_FALSE(Answer::not_relevant().is_missing());
    CHECK_FALSE(Answer::unreadable().is_value());
    CHECK_FALSE(Answer::conflict().is_value());
    CHECK(Answer::from_millionths(5, true).is_value());
    CHECK(Answer::from_millionths(5).exact() == Exact::ratio(5, 1'000'000));
}

TEST_CASE("Answer: a float with many digits before the point is the short decimal it was") {
    long wrong = 0;
    for (int tenths = 10'000; tenths < 200'000; ++tenths) {
        const Answer answer = Answer::from_float(static_cast<float>(tenths) / 10.0f);
        wrong += answer.millionths() != tenths * std::int64_t{100'000};
        wrong += answer.kind() != Answer::Kind::value;
    }
    for (int hundredths = 0; hundredths < 200'000; ++hundredths) {
        const Answer answer = Answer::from_float(static_cast<float>(hundredths) / 100.0f);
        wrong += answer.millionths() != hundredths * std::int64_t{10'000};
    }
    CHECK(wrong == 0);
    CHECK(Answer::from_float(-1234.1f).exact() == Exact::ratio(-12341, 10));
    CHECK(Answer::from_float(5000.1f).exact() == Exact::ratio(50001, 10));
}

TEST_CASE("Answer: millionths of a thousand million points and more are unreadable") {
    constexpr std::int64_t limit = 1'000'000'000 * millionths_per_point;
    CHECK(Answer::from_millionths(limit - 1).millionths() == limit - 1);
    CHECK(Answer::from_millionths(1 - limit).millionths() == 1 - limit);
    for (const std::int64_t huge : {limit, -limit, std::numeric_limits<std::int64_t>::max(),
                                    std::numeric_limits<std::int64_t>::min()}) {
        CHECK(Answer::from_millionths(huge) == Answer::unreadable());
        CHECK(Age::months(Answer::from_millionths(huge)).kind() == Age::Kind::invalid);
    }
}

TEST_CASE("Answer: an exact number with a long denominator is rounded without overflow") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(Answer(Exact::ratio(most - 1, most)) == Answer::from_millionths(1'000'000, true));
    CHECK(Answer(Exact::ratio(-most, most / 2 - 1)) == Answer::from_millionths(-2'000'000, true));
    CHECK(Answer(Exact::not_a_number()) == Answer::unreadable());
}

TEST_CASE("Answer: what is no number has no exact value") {
    for (const Answer& none :
         {Answer(), Answer::not_relevant(), Answer::unreadable(), Answer::conflict()}) {
        CHECK_FALSE(none.exact().is_number());
    }
    CHECK(Answer(1.5).exact() == Exact::ratio(3, 2));
}
