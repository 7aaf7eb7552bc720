// SPDX-License-Identifier: BSL-1.0
// SCORAD, objective SCORAD, the body chart and the sleep scale: examples, traps, all intensities.
// Covers: instruments/oscorad.hpp, instruments/scorad_extent.hpp, instruments/scorad_sleep_vas.hpp
#include "eczscore/instruments/scorad.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <cstddef>

#include "eczscore/instruments/oscorad.hpp"
#include "eczscore/instruments/scorad_extent.hpp"
#include "eczscore/instruments/scorad_sleep_vas.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
/// Extent, sum of the six signs, pruritus and sleep loss.
std::array<Answer, 9> assessment(double a, int b, double itch, double sleep) {
    std::array<Answer, 9> all;
    all[0] = a;
    for (std::size_t i = 1; i <= 6; ++i) {
        const int sign = b > 3 ? 3 : b;
        all[i] = sign;
        b -= sign;
    }
    all[7] = itch;
    all[8] = sleep;
    return all;
}
Score total(const std::array<Answer, 9>& all) { return score(scorad::instrument, all); }
Score objective(const std::array<Answer, 9>& all) {
    return score(oscorad::instrument, std::span(all).first(7));
}
Text band_of(const Instrument& instrument, Text scheme, const Score& s) {
    return band(*bands(instrument, scheme), s)->id;
}
}  // namespace

TEST_CASE("SCORAD S1: A 40, B 11, C 12 is 58.5, objective 46.5, severe everywhere") {
    const auto s1 = assessment(40, 11, 6.5, 5.5);
    CHECK(total(s1).value() == 58.5_x);
    CHECK(objective(s1).value() == 46.5_x);
    CHECK(band_of(scorad::instrument, "oranje_2007", total(s1)) == Text("severe"));
    CHECK(band_of(scorad::instrument, "chopra_2017", total(s1)) == Text("severe"));
    CHECK(band_of(oscorad::instrument, "oranje_2007", objective(s1)) == Text("severe"));
    CHECK(band_of(oscorad::instrument, "chopra_2017", objective(s1)) == Text("severe"));
}

TEST_CASE("SCORAD S2: A 25, B 4, C 6 is exactly 25: classic moderate, Chopra mild") {
    const auto s2 = assessment(25, 4, 3, 3);
    CHECK(total(s2).value() == Exact(25));
    CHECK(band_of(scorad::instrument, "oranje_2007", total(s2)) == Text("moderate"));
    CHECK(band_of(scorad::instrument, "chopra_2017", total(s2)) == Text("mild"));
    CHECK(objective(s2).value() == Exact(19));
    CHECK(band_of(oscorad::instrument, "oranje_2007", objective(s2)) == Text("moderate"));
    CHECK(band_of(oscorad::instrument, "chopra_2017", objective(s2)) == Text("mild"));
}

TEST_CASE("SCORAD S3: A 15, B 8, C 19 is exactly 50: moderate, severe in two other editions") {
    const auto s3 = assessment(15, 8, 9.5, 9.5);
    CHECK(total(s3).value() == Exact(50));
    CHECK(band_of(scorad::instrument, "oranje_2007", total(s3)) == Text("moderate"));
    CHECK(band_of(scorad::instrument, "severe_from_50", total(s3)) == Text("severe"));
    CHECK(band_of(scorad::instrument, "chopra_2017", total(s3)) == Text("severe"));
}

TEST_CASE("SCORAD S4: one shading on both body charts, 39.34 from 2 years on and 39.46 before") {
    scorad_extent::Answers chart = scorad_extent::example;
    chart.age = Age::years(2);
    CHECK(score(chart).value() == 11.7_x);
    const auto older = assessment(11.7, 8, 5, 4);
    CHECK(total(older).value() == 39.34_x);
    CHECK(objective(older).value() == 30.34_x);
    chart.age = Age::months(23.999999);
    CHECK(score(chart).value() == 12.3_x);
    const auto infant = assessment(12.3, 8, 5, 4);
    CHECK(total(infant).value() == 39.46_x);
    CHECK(objective(infant).value() == 30.46_x);
}

TEST_CASE("SCORAD: the published examples of an open tool reproduce") {
    CHECK(total(assessment(20, 5, 3, 3)).value() == 27.5_x);
    CHECK(objective(assessment(20, 5, 3, 3)).value() == 21.5_x);
    CHECK(total(assessment(10, 2, 1, 1)).value() == Exact(11));
    CHECK(total(assessment(60, 12, 8, 7)).value() == Exact(69));
    CHECK(objective(assessment(60, 12, 8, 7)).value() == Exact(54));
    CHECK(total(assessment(25, 4, 3, 3)).value() == Exact(25));
}

TEST_CASE("SCORAD: extent 40, intensity 9, itch 6.5 and sleep 4.0 is 50") {
    CHECK(total(assessment(40, 9, 6.5, 4)).value() == Exact(50));
}

TEST_CASE("SCORAD errors seen: the intensity is multiplied by 7/2, so B 1 alone is 3.5") {
    CHECK(total(assessment(0, 1, 0, 0)).value() == 3.5_x);
    CHECK(total(assessment(1, 0, 0, 0)).value() == 0.2_x);
    CHECK(total(assessment(100, 18, 10, 10)).value() == Exact(103));
    CHECK(objective(assessment(100, 18, 10, 10)).value() == Exact(83));
}

TEST_CASE("SCORAD errors seen: a half grade is refused, not cut to a whole one") {
    auto all = assessment(20, 5, 3, 3);
    all[3] = 1.5;
    CHECK(total(all).status == Status::invalid);
    CHECK(total(all).wrong == item_bit(3));
    CHECK(objective(all).status == Status::invalid);
}

TEST_CASE(
    "SCORAD: a blank among the nine leaves it unscored; the objective part needs no symptoms") {
    for (std::size_t i = 0; i < 9; ++i) {
        auto all = assessment(20, 5, 3, 3);
        all[i] = Answer();
        CHECK(total(all).status == Status::missing);
        CHECK(total(all).missing == item_bit(i));
        CHECK(objective(all).status == (i < 7 ? Status::missing : Status::ok));
    }
}

TEST_CASE("SCORAD: dry skin without extent is plausible and raises no warning") {
    CHECK_FALSE(total(assessment(0, 3, 0, 0)).has_warning());
}

TEST_CASE("SCORAD: a seventh place of the extent is rounded and said") {
    const auto all = assessment(33.3333333, 5, 3, 3);
    CHECK(total(all).rounded == item_bit(0));
    CHECK(total(all).has_warning());
    CHECK(total(all).value() == Exact::ratio(33'333'333, 5'000'000) + 17.5_x + Exact(6));
}

TEST_CASE("SCORAD: all intensities, with blank and refused signs, by extents and symptoms") {
    const std::array<int, 6> signs = {0, 1, 2, 3, blank, 4};
    const std::array<int, 8> extents = {0, 5, 1230, 2995, 10'000, 10'001, blank, bad};
    const std::array<std::array<int, 2>, 5> symptoms = {
        {{0, 0}, {1000, 1000}, {655, 40}, {blank, 300}, {1001, blank}}};
    long wrong = 0;
    long seen = 0;
    std::array<Answer, 9> given;
    std::array<int, 6> intensity{};
    std::size_t digits[6] = {};
    do {
        for (std::size_t i = 0; i < 6; ++i) {
            intensity[i] = signs[digits[i]];
            given[1 + i] = against::answer(intensity[i]);
        }
        for (int extent : extents) {
            given[0] = against::part(extent, 100);
            wrong += !against::agrees(objective(given),
                                      straight_line::scorad(extent, intensity, {0, 0}, true));
            for (const auto& c : symptoms) {
                given[7] = against::part(c[0], 100);
                given[8] = against::part(c[1], 100);
                wrong += !against::agrees(total(given),
                                          straight_line::scorad(extent, intensity, c, false));
                ++seen;
            }
        }
    } while (against::next(digits, signs.size()));
    CHECK(wrong == 0);
    CHECK(seen == 46'656L * 8 * 5);
}

TEST_CASE("SCORAD: every extent in hundredths and every pair of symptoms in tenths") {
    long wrong = 0;
    std::array<Answer, 9> given = assessment(0, 7, 0, 0);
    const std::array<int, 6> intensity = {3, 3, 1, 0, 0, 0};
    for (int extent = 0; extent <= 10'000; ++extent) {
        given[0] = extent / 100.0;
        wrong +=
            !against::agrees(total(given), straight_line::scorad(extent, intensity, {0, 0}, false));
    }
    given[0] = 12.5;
    for (int itch = 0; itch <= 100; ++itch) {
        for (int sleep = 0; sleep <= 100; ++sleep) {
            given[7] = itch / 10.0;
            given[8] = sleep / 10.0;
            wrong += !against::agrees(
                total(given),
                straight_line::scorad(1250, intensity, {itch * 10, sleep * 10}, false));
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE(
    "Body chart: 100 % of every surface is 100, 96 before the 2nd birthday, or scaled to 100") {
    std::array<Answer, 13> all;
    all.fill(100);
    CHECK(score(scorad_extent::instrument, all, Age::years(2)).value() == Exact(100));
    CHECK(score(scorad_extent::instrument, all, Age::months(23)).value() == Exact(96));
    CHECK(score(scorad_extent_to_100::instrument, all, Age::months(23)).value() == Exact(100));
    CHECK(score(scorad_extent_to_100::instrument, all, Age::years(2)).value() == Exact(100));
    // The consequence that the specification names: 102.2 and 82.2 for a fully covered infant.
    CHECK(total(assessment(96, 18, 10, 10)).value() == 102.2_x);
    CHECK(objective(assessment(96, 18, 10, 10)).value() == 82.2_x);
}

TEST_CASE("Body chart: the age limit is the 2nd birthday, not 20 months") {
    std::array<Answer, 13> head{};
    head.fill(0);
    head[0] = 100;
    for (double months : {0.0, 20.0, 21.0, 23.999}) {
        CHECK(score(scorad_extent::instrument, head, Age::months(months)).value() == 8.5_x);
    }
    CHECK(score(scorad_extent::instrument, head, Age::months(24)).value() == 4.5_x);
    CHECK(score(scorad_extent::instrument, head, Age()).status == Status::missing);
}

TEST_CASE("Body chart: every surface by itself has its printed share, genitals 1 included") {
    const int older[] = {45, 45, 45, 45, 45, 45, 180, 180, 90, 90, 90, 90, 10};
    const int infant[] = {85, 85, 45, 45, 45, 45, 180, 180, 60, 60, 60, 60, 10};
    for (std::size_t i = 0; i < 13; ++i) {
        std::array<Answer, 13> one;
        one.fill(0);
        one[i] = 100;
        CAPTURE(i);
        CHECK(score(scorad_extent::instrument, one, Age::years(2)).value() ==
              Exact::ratio(older[i], 10));
        CHECK(score(scorad_extent::instrument, one, Age::years(1)).value() ==
              Exact::ratio(infant[i], 10));
        CHECK(score(scorad_extent_to_100::instrument, one, Age::years(1)).value() ==
              Exact::ratio(infant[i], 10) * Exact::ratio(100, 96));
    }
}

TEST_CASE("Body chart: 100000 random shadings against the straight-line chart") {
    against::Random random(24);
    long wrong = 0;
    for (int n = 0; n < 100'000; ++n) {
        std::array<int, 13> percent{};
        for (int& p : percent) p = static_cast<int>(random(101));
        if (random(8) == 0) percent[random(13)] = blank;
        if (random(8) == 0) percent[random(13)] = 101;
        std::array<Answer, 13> given;
        for (std::size_t i = 0; i < 13; ++i) given[i] = against::answer(percent[i]);
        wrong += !against::agrees(score(scorad_extent::instrument, given, Age::years(2)),
                                  straight_line::body_chart(percent, false, false));
        wrong += !against::agrees(score(scorad_extent::instrument, given, Age::years(1)),
                                  straight_line::body_chart(percent, true, false));
        wrong += !against::agrees(score(scorad_extent_to_100::instrument, given, Age::years(1)),
                                  straight_line::body_chart(percent, true, true));
    }
    CHECK(wrong == 0);
}

TEST_CASE("SCORAD sleep scale: the value itself, 0 to 10, without band or threshold") {
    long wrong = 0;
    for (int tenths = 0; tenths <= 100; ++tenths) {
        const scorad_sleep_vas::Answers given{.sleep_loss = tenths / 10.0};
        wrong += score(given).value() != Exact::ratio(tenths, 10);
    }
    CHECK(wrong == 0);
    CHECK(score(scorad_sleep_vas::Answers{.sleep_loss = 10.1}).status == Status::invalid);
    CHECK(score(scorad_sleep_vas::Answers{.sleep_loss = -0.1}).status == Status::invalid);
    CHECK(score(scorad_sleep_vas::Answers{}).status == Status::missing);
    CHECK(scorad_sleep_vas::instrument.bands.empty());
    CHECK(scorad_sleep_vas::instrument.thresholds.empty());
}

TEST_CASE("SCORAD: 35 % and 8.7 points at equality, and the typed answers in form order") {
    const Threshold& percent = scorad::instrument.thresholds[0];
    CHECK(response(percent, change(scorad::instrument, 60, 39)) == Response::yes);
    CHECK(response(percent, change(scorad::instrument, 60, 39.01_x)) == Response::no);
    const Threshold& points = scorad::instrument.thresholds[1];
    CHECK(verdict(points, change(scorad::instrument, 58.5_x, 49.8_x)) == Verdict::improved);
    CHECK(verdict(points, change(scorad::instrument, 58.5_x, 49.81_x)) == Verdict::unchanged);
    CHECK(score(scorad::example).value() == 58.5_x);
    CHECK(score(oscorad::example).value() == 46.5_x);
    CHECK(score(scorad::Answers{}).status == Status::missing);
    CHECK(score(oscorad::Answers{}).status == Status::missing);
    CHECK(score(scorad_extent::Answers{}).status == Status::missing);
}

TEST_CASE("Objective SCORAD with the bonus: 10 points more, asked for, neither banded nor judged") {
    static constexpr const Instrument& with = oscorad_with_bonus::instrument<>;
    const auto scored = [](Answer bonus) {
        std::array<Answer, 8> answers{};
        std::size_t i = 0;
        for (const Answer& answer : oscorad::example.in_order()) answers[i++] = answer;
        answers[i] = bonus;
        return score(with, answers);
    };
    CHECK(scored(0).value() == 46.5_x);
    CHECK(scored(1).value() == 56.5_x);
    CHECK(scored(Answer()).status == Status::missing);
    CHECK(scored(2).status == Status::invalid);
    CHECK(scored(0.5).status == Status::invalid);
    CHECK(with.max == Exact(93));
    CHECK(with.bands.empty());
    CHECK(with.thresholds.empty());
    CHECK(oscorad::instrument.max == Exact(83));
    CHECK_FALSE(change(oscorad::instrument, scored(0), scored(0)).is_evaluable);
}
