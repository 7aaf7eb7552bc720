// SPDX-License-Identifier: BSL-1.0
// PASI and PSSI: worked examples and errors seen, area edges, one region in full, responders.
// Covers: instruments/pssi.hpp
#include "eczscore/instruments/pasi.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <cstddef>

#include "eczscore/instruments/pssi.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::in;
using facts::percent;
using facts::points;
using facts::seen;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"pasi", "pssi"};

/// Three signs 0-4 and the area grade 0-6.
struct Plain {
    std::array<int, 3> signs;
    int area;
};
/// 10 x score = sum of 10 x weight x sum of signs x area.
template <std::size_t N>
straight_line::Result plain(const std::array<Plain, N>& regions, const int (&weights)[N],
                            int denominator) {
    int tenths = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t r = 0; r < N; ++r) {
        int sum = 0;
        bool open = false;
        for (int sign : regions[r].signs) {
            if (sign == blank) {
                open = true;
            } else if (sign < 0 || sign > 4) {
                invalid = true;
            } else {
                sum += sign;
            }
        }
        const int area = regions[r].area;
        if (area == blank) {
            missing = true;
        } else if (area < 0 || area > 6) {
            invalid = true;
        } else if (area > 0) {
            missing |= open;
            tenths += weights[r] * sum * area;
        }
    }
    if (invalid) return {straight_line::Is::invalid, 0, 1};
    if (missing) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, tenths, denominator};
}
template <std::size_t N>
std::array<Answer, 4 * N> given(const std::array<Plain, N>& regions) {
    std::array<Answer, 4 * N> all;
    for (std::size_t r = 0; r < N; ++r) {
        for (std::size_t i = 0; i < 3; ++i) all[4 * r + i] = against::answer(regions[r].signs[i]);
        all[4 * r + 3] = against::answer(regions[r].area);
    }
    return all;
}
constexpr int body[] = {1, 2, 3, 4};
constexpr int scalp[] = {1};

const Threshold& threshold(const Instrument& instrument, Text id) {
    const Threshold* found = eczscore::threshold(instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
Response responds(Text id, Exact baseline, Exact now) {
    return response(threshold(pasi::instrument, id), change(pasi::instrument, baseline, now));
}
Answer graded(Answer percentage) {
    return item_at(pasi::instrument, 3).from_percent->grade(percentage);
}
}  // namespace

TEST_CASE("PASI and PSSI: published facts; no scheme by PASI alone is a default") {
    facts::check(
        pasi::instrument,
        {{"public_tool",
          false,
          facts::medium,
          seen,
          {{"mild", 9.9_x, in}, {"moderate", 20, in}, {"severe", 72, in}}},
         {"teaching_site",
          false,
          facts::medium,
          seen,
          {{"below_mild", 0.9_x, in}, {"mild", 10, in}, {"moderate", 20, in}, {"severe", 72, in}}}},
        {{"pasi_50", Basis::responder, 50, percent, 0, facts::medium, seen, false},
         {"pasi_75", Basis::responder, 75, percent, 0, facts::medium, seen, false},
         {"pasi_90", Basis::responder, 90, percent, 0, facts::medium, seen, false},
         {"pasi_100", Basis::responder, 100, percent, 0, facts::medium, seen, false},
         {"target_3", Basis::target, 3, points, 0, facts::medium, seen, false},
         {"target_2", Basis::target, 2, points, 0, facts::medium, seen, false},
         {"target_1", Basis::target, 1, points, 0, facts::medium, seen, false},
         {"failure_mrowietz_2011", Basis::non_response, 50, percent, 0, facts::medium, seen,
          false}});
    facts::check(pssi::instrument, {},
                 {{"pssi_75", Basis::responder, 75, percent, 0, facts::medium, seen, false},
                  {"pssi_90", Basis::responder, 90, percent, 0, facts::medium, seen, false},
                  {"pssi_100", Basis::responder, 100, percent, 0, facts::medium, seen, false}});
    CHECK(default_bands(pasi::instrument) == nullptr);
    CHECK(default_bands(pssi::instrument) == nullptr);
}

TEST_CASE("PASI P1: 0.6 + 2.8 + 5.4 + 10.8 is 19.6; P3: all area 6 and all signs 4 is 72") {
    const pasi::Answers p1{.head_neck = {2, 2, 2, graded(5)},
                           .upper_limbs = {3, 2, 2, graded(20)},
                           .trunk = {2, 2, 2, graded(30)},
                           .lower_limbs = {3, 3, 3, graded(45)}};
    CHECK(score(p1).value() == 19.6_x);
    const auto in_order = p1.in_order();
    const Tally t = tally(pasi::instrument, in_order, {});
    const Exact parts[] = {0.6_x, 2.8_x, 5.4_x, 10.8_x};
    for (std::size_t d = 0; d < 4; ++d) {
        CHECK(subscore(pasi::instrument, t, d).value() == parts[d]);
    }
    const pasi::Region worst{4, 4, 4, 6};
    CHECK(score(pasi::Answers{
                    .head_neck = worst, .upper_limbs = worst, .trunk = worst, .lower_limbs = worst})
              .value() == Exact(72));
    pasi::Answers child = p1;  // no form for children
    child.age = Age::years(5);
    CHECK(score(child).value() == 19.6_x);
}

TEST_CASE("PASI P2: 19.6 to 4.9 is exactly 75 %; targets; failure below 50 %") {
    CHECK(responds("pasi_75", 19.6_x, 4.9_x) == Response::yes);
    CHECK(responds("pasi_75", 19.6_x, 5) == Response::no);
    CHECK(responds("pasi_90", 19.6_x, 4.9_x) == Response::no);
    CHECK(responds("pasi_50", 19.6_x, 9.8_x) == Response::yes);
    CHECK(responds("pasi_100", 19.6_x, 0) == Response::yes);
    CHECK(responds("pasi_100", 19.6_x, 0.1_x) == Response::no);
    CHECK(responds("pasi_75", 0, 0) == Response::not_evaluable);
    CHECK(responds("target_3", 19.6_x, 3) == Response::yes);
    CHECK(responds("target_2", 19.6_x, 2.1_x) == Response::no);
    CHECK(responds("target_1", 19.6_x, 1) == Response::yes);
    CHECK(responds("failure_mrowietz_2011", 20, 10) == Response::no);
    CHECK(responds("failure_mrowietz_2011", 20, 10.1_x) == Response::yes);
}

TEST_CASE("PASI errors seen: 100 % ungraded, itch as a fourth sign, half steps") {
    const struct {
        Answer percentage;
        int grade;
    } edges[] = {{0, 0},  {0.000001, 1}, {9.999, 1}, {10, 2},     {29.999, 2}, {30, 3}, {49.999, 3},
                 {50, 4}, {69.999, 4},   {70, 5},    {89.999, 5}, {90, 6},     {100, 6}};
    for (const auto& edge : edges) CHECK(graded(edge.percentage) == Answer(edge.grade));
    CHECK(pasi::instrument.plan.items == 16);
    pasi::Answers half = pasi::example;
    half.trunk.erythema = 2.5;
    CHECK(score(half).status == Status::invalid);
}

TEST_CASE("PASI and PSSI: an area of 0 needs no signs; signs beside it are warned about") {
    pasi::Answers one{.head_neck = {.area = 0},
                      .upper_limbs = {.area = 0},
                      .trunk = {1, 1, 1, 1},
                      .lower_limbs = {.area = 0}};
    CHECK(score(one).value() == 0.9_x);
    one.head_neck.erythema = 1;
    CHECK(score(one).value() == 0.9_x);
    CHECK(score(one).signs_without_area == domain_bit(0));
    one.head_neck.area = {};
    CHECK(score(one).status == Status::missing);
    CHECK(score(pssi::Answers{.area = 0}).value() == Exact(0));
    CHECK(score(pssi::Answers{.erythema = 1, .area = 2}).status == Status::missing);
}

TEST_CASE("PSSI: 40 % and 7 is 21; 9.9 % and 4 is 4; 90 % and 12 is 72") {
    const auto scalp_of = [](Answer percentage, int e, int i, int d) {
        return score(pssi::Answers{
            .erythema = e, .induration = i, .desquamation = d, .area = graded(percentage)});
    };
    CHECK(scalp_of(40, 2, 3, 2).value() == Exact(21));
    CHECK(scalp_of(9.9, 1, 1, 2).value() == Exact(4));
    CHECK(scalp_of(90, 4, 4, 4).value() == Exact(72));
}

TEST_CASE("PASI and PSSI: one region in full, in every place, and random assessments") {
    constexpr int signs[] = {0, 1, 2, 3, 4, 5, blank};
    constexpr int areas[] = {0, 1, 2, 3, 4, 5, 6, 7, blank, bad};
    long wrong = 0;
    for (std::size_t place = 0; place < 4; ++place) {
        std::array<Plain, 4> regions;
        regions.fill({{4, 0, 1}, 3});
        std::size_t digits[3] = {};
        do {
            for (std::size_t i = 0; i < 3; ++i) regions[place].signs[i] = signs[digits[i]];
            for (int area : areas) {
                regions[place].area = area;
                wrong += !against::agrees(score(pasi::instrument, given(regions)),
                                          plain(regions, body, 10));
                const std::array<Plain, 1> alone{regions[place]};
                wrong +=
                    !against::agrees(score(pssi::instrument, given(alone)), plain(alone, scalp, 1));
            }
        } while (against::next(digits, 7));
    }
    against::Random random(1978);
    for (int n = 0; n < 100'000; ++n) {
        std::array<Plain, 4> regions;
        for (Plain& r : regions) {
            for (int& sign : r.signs) sign = static_cast<int>(random(5));
            if (random(12) == 0) r.signs[random(3)] = blank;
            r.area = static_cast<int>(random(7));
            if (random(40) == 0) r.area = random(2) == 0 ? blank : 7;
        }
        wrong +=
            !against::agrees(score(pasi::instrument, given(regions)), plain(regions, body, 10));
    }
    CHECK(wrong == 0);
}
