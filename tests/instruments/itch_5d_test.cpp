// SPDX-License-Identifier: BSL-1.0
// 5-D itch: the worked examples, the classes of sites, the highest of disability, all its states.
#include "eczscore/instruments/itch_5d.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;
using straight_line::Is;
using straight_line::not_relevant;
using straight_line::Result;

namespace {
const facts::Covers covers{"itch_5d"};

using Codes = std::array<int, 8>;
Score scored(const Codes& codes) {
    std::array<Answer, 8> all;
    for (std::size_t i = 0; i < 8; ++i) all[i] = against::answer(codes[i]);
    return score(itch_5d::instrument, all);
}

/// The scale in plain integers: duration, degree, direction, four impacts, sites.
Result judge(const Codes& c) {
    bool missing = false;
    int total = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (c[i] == blank) {
            missing = true;
        } else if (c[i] < 1 || c[i] > 5) {
            return {Is::invalid, 0, 1};
        } else {
            total += c[i];
        }
    }
    int disability = 0;
    for (std::size_t i = 3; i < 7; ++i) {
        if (c[i] == blank) continue;
        if (c[i] == not_relevant && i > 3) continue;
        if (c[i] < 1 || c[i] > 5) return {Is::invalid, 0, 1};
        if (c[i] > disability) disability = c[i];
    }
    if (c[7] != blank && (c[7] < 0 || c[7] > 16)) return {Is::invalid, 0, 1};
    if (missing || disability == 0 || c[7] == blank) return {Is::missing, 0, 1};
    total += disability;
    total += c[7] <= 2 ? 1 : c[7] <= 5 ? 2 : c[7] <= 10 ? 3 : c[7] <= 13 ? 4 : 5;
    return {Is::ok, total, 1};
}
}  // namespace

TEST_CASE("5-D itch: bands and thresholds as published") {
    facts::check(
        itch_5d::instrument,
        {{"vakharia_2018",
          true,
          facts::high,
          facts::seen,
          {{"mild", 12, facts::out}, {"moderate", 18, facts::out}, {"severe", 25, facts::in}}},
         {"lai_2017",
          false,
          facts::high,
          facts::seen,
          {{"none", 9, facts::out},
           {"mild", 12, facts::out},
           {"moderate", 18, facts::out},
           {"severe", 22, facts::out},
           {"very_severe", 25, facts::in}}}},
        {{"uremic_pruritus_5", Basis::mcid, 5, facts::points, 0, facts::high, facts::seen, false}});
}

TEST_CASE("5-D itch: 2, 3, 4, disability 3, 2, not relevant, 4, and 7 sites is 16, moderate") {
    const Score s = scored({2, 3, 4, 3, 2, not_relevant, 4, 7});
    CHECK(s.value() == Exact(16));
    CHECK(s.status == Status::ok);
    CHECK(band(itch_5d::instrument.bands[0], s)->id == Text("moderate"));
}

TEST_CASE("5-D itch: 1, 2, 3, disability 1 with three not relevant, 3 sites is 9, mild") {
    const Score s = scored({1, 2, 3, 1, not_relevant, not_relevant, not_relevant, 3});
    CHECK(s.value() == Exact(9));
    CHECK(s.status == Status::ok);
    CHECK(band(itch_5d::instrument.bands[0], s)->id == Text("mild"));
}

TEST_CASE("5-D itch: the least is 5, not 0 and not 4; the most is 25") {
    CHECK(scored({1, 1, 1, 1, 1, 1, 1, 0}).value() == Exact(5));
    CHECK(scored({5, 5, 5, 5, 5, 5, 5, 16}).value() == Exact(25));
    CHECK(itch_5d::instrument.min == Exact(5));
    CHECK(itch_5d::instrument.max == Exact(25));
    for (std::size_t i = 0; i < 7; ++i) {
        Codes codes = {1, 1, 1, 1, 1, 1, 1, 0};
        codes[i] = 0;  // the anchors run from 1
        CHECK(scored(codes).status == Status::invalid);
    }
}

TEST_CASE("5-D itch: 0, 2, 3, 5, 6, 10, 11, 13, 14, 16 sites give 1, 1, 2, 2, 3, 3, 4, 4, 5, 5") {
    const struct {
        int sites;
        int points;
    } table[] = {{0, 1},  {2, 1},  {3, 2},  {5, 2},  {6, 3},
                 {10, 3}, {11, 4}, {13, 4}, {14, 5}, {16, 5}};
    for (const auto& row : table) {
        CAPTURE(row.sites);
        CHECK(scored({1, 1, 1, 1, 1, 1, 1, row.sites}).value() == Exact(4 + row.points));
    }
    CHECK(scored({1, 1, 1, 1, 1, 1, 1, 17}).status == Status::invalid);
}

TEST_CASE("5-D itch: disability is the highest of the four, neither their sum nor their mean") {
    CHECK(scored({1, 1, 1, 5, 5, 5, 5, 0}).value() == Exact(9));
    CHECK(scored({1, 1, 1, 1, 1, 1, 5, 0}).value() == Exact(9));
    CHECK(scored({1, 1, 1, blank, 2, blank, blank, 0}).value() == Exact(6));
    CHECK(scored({1, 1, 1, blank, 2, blank, blank, 0}).status == Status::ok);
}

TEST_CASE("5-D itch: not relevant is not a blank, is not offered on sleep, and is no answer") {
    CHECK(scored({1, 1, 1, not_relevant, 1, 1, 1, 0}).status == Status::invalid);
    CHECK(scored({1, 1, 1, blank, not_relevant, not_relevant, not_relevant, 0}).status ==
          Status::missing);
    CHECK(scored({1, 1, 1, blank, blank, blank, blank, 0}).status == Status::missing);
    CHECK(scored({not_relevant, 1, 1, 1, 1, 1, 1, 0}).status == Status::invalid);
    CHECK(scored({1, 1, 1, 1, 1, 1, 1, not_relevant}).status == Status::invalid);
}

TEST_CASE("5-D itch: a grid that was not completed is missing; a completed one may have no site") {
    CHECK(scored({2, 2, 2, 2, 2, 2, 2, blank}).status == Status::missing);
    CHECK(scored({2, 2, 2, 2, 2, 2, 2, blank}).missing == item_bit(7));
    CHECK(scored({2, 2, 2, 2, 2, 2, 2, 0}).value() == Exact(9));
}

TEST_CASE("5-D itch: disability and distribution are reported") {
    const auto answers = itch_5d::example.in_order();
    const Tally t = tally(itch_5d::instrument, answers, {});
    CHECK(subscore(itch_5d::instrument, t, 3).value() == Exact(4));
    CHECK(subscore(itch_5d::instrument, t, 4).value() == Exact(3));
    for (std::size_t d = 0; d < 5; ++d) CHECK(itch_5d::domains[d].is_subscore == (d >= 3));
}

TEST_CASE("5-D itch: every state of disability and sites; 200000 random questionnaires") {
    const std::array<int, 8> states = {1, 2, 3, 4, 5, blank, not_relevant, 6};
    std::size_t digits[4] = {};
    long wrong = 0;
    do {
        for (int sites = -1; sites <= 17; ++sites) {
            Codes codes = {2, 3, 1, 0, 0, 0, 0, sites};
            for (std::size_t i = 0; i < 4; ++i) codes[3 + i] = states[digits[i]];
            wrong += !against::agrees(scored(codes), judge(codes));
        }
    } while (against::next(digits, states.size()));
    against::Random random(2010);
    for (int n = 0; n < 200'000; ++n) {
        Codes codes;
        for (std::size_t i = 0; i < 7; ++i) {
            codes[i] = static_cast<int>(random(5)) + 1;
            if (random(12) == 0) codes[i] = blank;
            if (i > 3 && random(4) == 0) codes[i] = not_relevant;
            if (random(60) == 0) codes[i] = random(2) == 0 ? 0 : 6;
        }
        codes[7] = static_cast<int>(random(19)) - 1;
        wrong += !against::agrees(scored(codes), judge(codes));
    }
    CHECK(wrong == 0);
}
