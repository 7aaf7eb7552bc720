// SPDX-License-Identifier: BSL-1.0
// Scales and grades from percentages: which values are allowed, and every edge with its neighbours.
#include "eczscore/model/scale.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>

#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/hecsi.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
struct Graded {
    double percent;
    int grade;
};

int wrong_grades(const PercentGrades& grades, std::initializer_list<Graded> table) {
    int wrong = 0;
    for (const Graded& row : table) {
        const Answer grade = grades.grade(row.percent);
        if (grade == Answer(row.grade)) continue;
        ++wrong;
        UNSCOPED_INFO(row.percent << " % should be grade " << row.grade);
    }
    return wrong;
}
}  // namespace

TEST_CASE("Scale: whole points are whole, within the range") {
    const Scale scale = whole_points(0, 3);
    for (int n : {0, 1, 2, 3}) CHECK(scale.allows(n));
    for (double x : {-1.0, 4.0, 0.5, 1.5, 2.999999, 3.000001, -0.000001}) {
        CHECK_FALSE(scale.allows(x));
    }
    CHECK_FALSE(scale.allows(Answer()));
    CHECK_FALSE(scale.allows(Answer::not_relevant()));
    CHECK_FALSE(scale.allows(Answer::unreadable()));
    CHECK_FALSE(scale.allows(Answer::conflict()));
    CHECK_FALSE(scale.is_continuous());
    CHECK(scale.max_units() == 3);
    CHECK(scale.units(2) == 2);
}

TEST_CASE("Scale: EASI signs are 0, 1, 1.5, 2, 2.5 and 3; 0.5 is not a level") {
    for (double x : {0.0, 1.0, 1.5, 2.0, 2.5, 3.0}) CHECK(easi::sign.allows(x));
    for (double x : {0.5, 0.1, 1.25, 3.5, -1.0}) CHECK_FALSE(easi::sign.allows(x));
    for (double x : {0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0}) {
        CHECK(easi_half_from_zero::sign.allows(x));
    }
    CHECK_FALSE(easi_half_from_zero::sign.allows(0.25));
    CHECK(easi::sign.units(2.5) == 5);
    CHECK(easi::sign.max_units() == 6);
}

TEST_CASE("Scale: a measured number has six places, its ends included") {
    const Scale scale = measured(0, 100);
    for (double x : {0.0, 0.000001, 29.999999, 99.999999, 100.0}) CHECK(scale.allows(x));
    for (double x : {-0.000001, 100.000001, -5.0, 101.0}) CHECK_FALSE(scale.allows(x));
    CHECK(scale.allows(Answer::from_millionths(5, true)));
    CHECK(scale.is_continuous());
    CHECK(scale.units(12.5) == 12'500'000);
    CHECK(scale.max_units() == 100'000'000);
}

TEST_CASE("Scale: listed levels need not be neighbours") {
    static constexpr Exact levels[] = {0, 3};
    constexpr Scale scale{.min = 0, .max = 3, .levels = levels};
    CHECK(scale.allows(0));
    CHECK(scale.allows(3));
    CHECK_FALSE(scale.allows(1));
    CHECK_FALSE(scale.allows(2));
}

TEST_CASE("EASI area: every edge and its neighbours, half-open, never rounded first") {
    CHECK(
        wrong_grades(easi::area_from_percent,
                     {{0, 0},         {0.000001, 1}, {0.1, 1},       {0.4, 1},       {0.9, 1},
                      {1, 1},         {9, 1},        {9.5, 1},       {9.6, 1},       {9.999, 1},
                      {9.999999, 1},  {10, 2},       {10.000001, 2}, {12, 2},        {15, 2},
                      {29, 2},        {29.5, 2},     {29.999, 2},    {29.999999, 2}, {30, 3},
                      {30.000001, 3}, {35, 3},       {49.999, 3},    {49.999999, 3}, {50, 4},
                      {50.000001, 4}, {55, 4},       {69.999, 4},    {69.999999, 4}, {70, 5},
                      {70.000001, 5}, {89.999, 5},   {89.999999, 5}, {90, 6},        {90.000001, 6},
                      {99.999999, 6}, {100, 6}}) == 0);
}

TEST_CASE("EASI area: 29.999999999999996 is meant to be 30") {
    CHECK(easi::area_from_percent.grade(29.999999999999996) == Answer(3));
}

TEST_CASE("EASI area: every tenth of a percent by the printed rule") {
    int wrong = 0;
    for (int tenths = 0; tenths <= 1000; ++tenths) {
        int grade = 0;
        if (tenths > 0) grade = 1;
        if (tenths >= 100) grade = 2;
        if (tenths >= 300) grade = 3;
        if (tenths >= 500) grade = 4;
        if (tenths >= 700) grade = 5;
        if (tenths >= 900) grade = 6;
        wrong += easi::area_from_percent.grade(tenths / 10.0) != Answer(grade);
    }
    CHECK(wrong == 0);
}

TEST_CASE("HECSI extent: 0.5 % is 1 and 25.4 % is 2; every edge and its neighbours") {
    CHECK(wrong_grades(hecsi::extent_from_percent, {{0, 0},
                                                    {0.000001, 1},
                                                    {0.5, 1},
                                                    {1, 1},
                                                    {25, 1},
                                                    {25.000001, 2},
                                                    {25.4, 2},
                                                    {26, 2},
                                                    {50, 2},
                                                    {50.000001, 3},
                                                    {51, 3},
                                                    {75, 3},
                                                    {75.000001, 4},
                                                    {76, 4},
                                                    {100, 4},
                                                    {24.999999, 1},
                                                    {49.999999, 2},
                                                    {74.999999, 3},
                                                    {99.999999, 4}}) == 0);
}

TEST_CASE("HECSI extent rounded first: half up, so 25.4 % is 1 and 25.5 % is 2") {
    CHECK(wrong_grades(hecsi::extent_from_whole_percent, {{0, 0},
                                                          {0.4, 0},
                                                          {0.5, 1},
                                                          {25.4, 1},
                                                          {25.499999, 1},
                                                          {25.5, 2},
                                                          {50.4, 2},
                                                          {50.5, 3},
                                                          {75.4, 3},
                                                          {75.5, 4},
                                                          {100, 4}}) == 0);
}

TEST_CASE("Percent grades: a rounded percentage gives a grade that says so; 1e-8 % is not 0 %") {
    const Answer tiny = easi::area_from_percent.grade(Answer(1e-8));
    CHECK(tiny.kind() == Answer::Kind::rounded);
    CHECK(tiny.millionths() == 1'000'000);
    const Answer third = easi::area_from_percent.grade(Answer(100.0 / 3));
    CHECK(third.kind() == Answer::Kind::rounded);
    CHECK(third.millionths() == 3'000'000);
    CHECK(easi::area_from_percent.grade(Answer(33.3)).kind() == Answer::Kind::value);
    CHECK(easi::area_from_percent.grade(Answer(0)) == Answer(0));
}

TEST_CASE("Percent grades: below 0 and above 100 are refused, what is no number stays what it is") {
    for (const PercentGrades& grades :
         {easi::area_from_percent, hecsi::extent_from_percent, hecsi::extent_from_whole_percent}) {
        CHECK(grades.grade(-0.000001) == Answer::unreadable());
        CHECK(grades.grade(100.000001) == Answer::unreadable());
        CHECK(grades.grade(-5) == Answer::unreadable());
        CHECK(grades.grade(1000) == Answer::unreadable());
        CHECK(grades.grade(Answer()).is_missing());
        CHECK(grades.grade(Answer::unreadable()) == Answer::unreadable());
        CHECK(grades.grade(Answer::not_relevant()) == Answer::not_relevant());
        CHECK(grades.grade(Answer::conflict()) == Answer::conflict());
    }
}

TEST_CASE("Scale: units are counted as a division counts them, for all parts of a million") {
    for (std::int64_t parts = 1; parts <= millionths_per_point; ++parts) {
        if (millionths_per_point % parts != 0) continue;
        CAPTURE(parts);
        const std::int64_t one = millionths_per_point / parts;
        CHECK(millionths(Exact::ratio(7, parts)) == 7 * one);
        CHECK(millionths(Exact::ratio(-7, parts)) == -7 * one);
        const Scale scale{.min = -3, .max = 40, .units_per_point = parts};
        for (const std::int64_t units : {-3, -1, 0, 1, 2, 3, 7, 39}) {
            const Answer whole = Answer::from_millionths(units * one);
            const std::int64_t value = units * one;
            const bool within = value >= -3 * millionths_per_point;
            CHECK(scale.allows(whole) == within);
            CHECK(scale.units(whole) == units);
            if (one == 1) continue;
            CHECK_FALSE(scale.allows(Answer::from_millionths(value + 1)));
            CHECK_FALSE(scale.allows(Answer::from_millionths(value + one - 1)));
        }
    }
}
