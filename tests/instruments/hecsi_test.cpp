// SPDX-License-Identifier: BSL-1.0
// HECSI: worked examples, the unattainable 41 points, and one location exhaustively.
#include "eczscore/instruments/hecsi.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
/// A location by its percentage and the sum of its signs.
hecsi::Location location(double percent, int sum) {
    std::array<int, 6> signs{};
    for (int& sign : signs) {
        sign = sum > 3 ? 3 : sum;
        sum -= sign;
    }
    return {signs[0],
            signs[1],
            signs[2],
            signs[3],
            signs[4],
            signs[5],
            hecsi::extent_from_percent.grade(percent)};
}
const Threshold& threshold(Text id) {
    const Threshold* found = eczscore::threshold(hecsi::instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
Change between(Exact baseline, Exact now) { return change(hecsi::instrument, baseline, now); }

void put(std::array<Answer, 35>& given, std::size_t place, const straight_line::Location& l) {
    for (std::size_t i = 0; i < 6; ++i) given[place * 7 + i] = against::answer(l.signs[i]);
    given[place * 7 + 6] = against::answer(l.extent);
}
}  // namespace

TEST_CASE("HECSI H1: 10 + 18 + 7 + 12 + 0 is 47, severe") {
    const hecsi::Answers h1{.fingertips = location(30, 5),
                            .fingers = location(60, 6),
                            .palms = location(25, 7),
                            .backs_of_hands = location(80, 3),
                            .wrists = location(0, 0)};
    const Score s = score(h1);
    CHECK(s.value() == Exact(47));
    CHECK(band(hecsi::instrument.bands[0], s)->id == Text("severe"));
    const auto in_order = h1.in_order();
    const Tally t = tally(hecsi::instrument, in_order, {});
    const int parts[] = {10, 18, 7, 12, 0};
    for (std::size_t d = 0; d < 5; ++d) {
        CHECK(subscore(hecsi::instrument, t, d).value() == Exact(parts[d]));
    }
}

TEST_CASE("HECSI H2: 47 to 11 is a HECSI-75 but below the detectable change") {
    const Change h2 = between(47, 11);
    CHECK(h2.percent() == Exact::ratio(3600, 47));
    CHECK(response(threshold("hecsi_75"), h2) == Response::yes);
    CHECK(response(threshold("hecsi_90"), h2) == Response::no);
    CHECK(verdict(threshold("sdc_41"), h2) == Verdict::unchanged);
    CHECK(band(hecsi::instrument.bands[0], 11)->id == Text("almost_clear"));
}

TEST_CASE("HECSI H3: all signs 3 and all extents 4 is 360, not 720") {
    const hecsi::Location worst{3, 3, 3, 3, 3, 3, 4};
    const Score s = score(hecsi::Answers{.fingertips = worst,
                                         .fingers = worst,
                                         .palms = worst,
                                         .backs_of_hands = worst,
                                         .wrists = worst});
    CHECK(s.value() == Exact(360));
    CHECK(hecsi::instrument.max == Exact(360));
    CHECK(hecsi::instrument.plan.domains == 5);
}

TEST_CASE("HECSI: 41 points are not attainable from a baseline below 41") {
    const Threshold& sdc = threshold("sdc_41");
    CHECK(response(sdc, between(40, 0)) == Response::not_evaluable);
    CHECK(verdict(sdc, between(40, 0)) == Verdict::not_evaluable);
    CHECK(verdict(sdc, between(41, 0)) == Verdict::improved);
    CHECK(verdict(sdc, between(41, 1)) == Verdict::unchanged);
    CHECK(verdict(sdc, between(100, 59)) == Verdict::improved);
    CHECK(verdict(sdc, between(100, 60)) == Verdict::unchanged);
    CHECK(verdict(sdc, between(40, 81)) == Verdict::worsened);
    CHECK(verdict(sdc, between(40, 80)) == Verdict::not_evaluable);
}

TEST_CASE("HECSI: half and half again, at equality") {
    CHECK(response(threshold("hecsi_50"), between(47, 23)) == Response::yes);
    CHECK(response(threshold("hecsi_50"), between(48, 24)) == Response::yes);
    CHECK(response(threshold("hecsi_50"), between(47, 24)) == Response::no);
    CHECK(response(threshold("hecsi_90"), between(100, 10)) == Response::yes);
    CHECK(response(threshold("hecsi_90"), between(100, 11)) == Response::no);
    CHECK(response(threshold("hecsi_90"), between(0, 0)) == Response::not_evaluable);
}

TEST_CASE("HECSI: a location with extent 0 needs no signs; a sign beside it is warned about") {
    hecsi::Answers one{.fingertips = location(10, 4),
                       .fingers = {.extent = 0},
                       .palms = {.extent = 0},
                       .backs_of_hands = {.extent = 0},
                       .wrists = {.extent = 0}};
    CHECK(score(one).status == Status::ok);
    CHECK(score(one).value() == Exact(4));
    one.palms.scaling = 1;
    CHECK(score(one).value() == Exact(4));
    CHECK(score(one).signs_without_area == domain_bit(2));
    one.palms = {.extent = 1};
    CHECK(score(one).status == Status::missing);
    one.palms = {};
    CHECK(score(one).status == Status::missing);
    one.wrists.edema = 4;
    CHECK(score(one).status == Status::invalid);
}

TEST_CASE("HECSI: one location exhaustively, in every place, among three kinds of neighbours",
          "[exhaustive]") {
    const std::array<int, 5> signs = {0, 1, 2, 3, blank};
    const std::array<int, 7> extents = {0, 1, 2, 3, 4, 5, blank};
    const straight_line::Location neighbours[] = {
        {{0, 0, 0, 0, 0, 0}, 0}, {{3, 1, 0, 2, 1, 0}, 3}, {{blank, 0, 0, blank, 0, 0}, 0}};
    long wrong = 0;
    long seen = 0;
    for (const auto& neighbour : neighbours) {
        for (std::size_t place = 0; place < 5; ++place) {
            std::array<straight_line::Location, 5> locations;
            std::array<Answer, 35> given;
            for (std::size_t i = 0; i < 5; ++i) {
                locations[i] = neighbour;
                put(given, i, neighbour);
            }
            std::size_t digits[6] = {};
            do {
                straight_line::Location& here = locations[place];
                for (std::size_t i = 0; i < 6; ++i) here.signs[i] = signs[digits[i]];
                for (int extent : extents) {
                    here.extent = extent;
                    put(given, place, here);
                    wrong += !against::agrees(score(hecsi::instrument, given),
                                              straight_line::hecsi(locations));
                    ++seen;
                }
            } while (against::next(digits, signs.size()));
        }
    }
    CHECK(wrong == 0);
    CHECK(seen == 3L * 5 * 15'625 * 7);
}

TEST_CASE("HECSI: 100000 random assessments of all five locations") {
    against::Random random(2005);
    long wrong = 0;
    for (int n = 0; n < 100'000; ++n) {
        std::array<straight_line::Location, 5> locations;
        std::array<Answer, 35> given;
        for (std::size_t i = 0; i < 5; ++i) {
            for (int& sign : locations[i].signs) sign = static_cast<int>(random(4));
            if (random(15) == 0) locations[i].signs[random(6)] = random(2) == 0 ? blank : 4;
            locations[i].extent = static_cast<int>(random(5));
            if (random(30) == 0) locations[i].extent = random(2) == 0 ? blank : bad;
            put(given, i, locations[i]);
        }
        wrong += !against::agrees(score(hecsi::instrument, given), straight_line::hecsi(locations));
    }
    CHECK(wrong == 0);
}
