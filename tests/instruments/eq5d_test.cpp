// SPDX-License-Identifier: BSL-1.0
// EQ-5D: every state of both versions, the index only with the user's value set, EQ VAS.
// Covers: instruments/eq5d_3l.hpp, instruments/eq5d_5l.hpp, instruments/eq_vas.hpp
#include <array>
#include <cstddef>
#include <vector>

#include "eczscore/instruments/eq5d_3l.hpp"
#include "eczscore/instruments/eq5d_5l.hpp"
#include "eczscore/instruments/eq_vas.hpp"
#include "eczscore/score/table.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;
using straight_line::Is;
using straight_line::Result;

namespace {
const facts::Covers covers{"eq5d_3l",       "eq5d_5l",       "eq5d_3l_state", "eq5d_5l_state",
                           "eq5d_3l_index", "eq5d_5l_index", "eq_vas"};

/// Level sum and state, in plain decimal digits.
std::array<Result, 2> plain(const std::array<int, 5>& levels, int highest) {
    int sum = 0;
    int state = 0;
    bool invalid = false;
    bool missing = false;
    for (int level : levels) {
        if (level == blank) {
            missing = true;
        } else if (level < 1 || level > highest) {
            invalid = true;
        }
        sum += level;
        state = 10 * state + level;
    }
    const Is is = invalid ? Is::invalid : missing ? Is::missing : Is::ok;
    return {Result{is, sum, 1}, Result{is, state, 1}};
}
struct Version {
    const Instrument& sum;
    const Instrument& state;
    const Instrument& index;
    int highest;
};
const std::vector<Version> versions = {
    {eq5d_3l::instrument, eq5d_3l_state::instrument, eq5d_3l_index::instrument, 3},
    {eq5d_5l::instrument, eq5d_5l_state::instrument, eq5d_5l_index::instrument, 5}};
constexpr std::array<Answer, 5> example = {2, 1, 2, 3, 2};
}  // namespace

TEST_CASE("EQ-5D-5L: 2, 1, 2, 3, 2 is state 21232, level sum 10, and the index needs data") {
    CHECK(score(eq5d_5l_state::instrument, example).value() == Exact(21'232));
    CHECK(score(eq5d_5l::instrument, example).value() == Exact(10));
    const Score index = score(eq5d_5l_index::instrument, example);
    CHECK(index.status == Status::needs_data);
    CHECK_FALSE(index.is_scored());
    CHECK(table_sum(index) == 21'232);
}

TEST_CASE("EQ-5D: all states, blanks and refusals of every dimension, both versions") {
    for (const Version& version : versions) {
        const std::array<int, 8> states = {1, 2, 3, 4, 5, 0, blank, bad};
        std::size_t digits[5] = {};
        std::array<int, 5> levels{};
        std::array<Answer, 5> all;
        long wrong = 0;
        long scored = 0;
        do {
            for (std::size_t i = 0; i < 5; ++i) {
                levels[i] = states[digits[i]];
                all[i] = against::answer(levels[i]);
            }
            const auto expected = plain(levels, version.highest);
            wrong += !against::agrees(score(version.sum, all), expected[0]);
            wrong += !against::agrees(score(version.state, all), expected[1]);
            const Score index = score(version.index, all);
            if (expected[1].is == Is::ok) {
                ++scored;
                wrong +=
                    index.status != Status::needs_data || table_sum(index) != expected[1].numerator;
            } else {
                wrong += index.status != against::status(expected[1].is);
            }
        } while (against::next(digits, states.size()));
        CHECK(wrong == 0);
        CHECK(scored == (version.highest == 3 ? 243 : 3125));
    }
}

TEST_CASE("EQ-5D index: the row of the state in the caller's table, below 0 too; nothing guessed") {
    // Made-up values: no value set is in this repository.
    const TableRow rows[] = {{11'111, 1}, {21'232, Exact::ratio(1, 2)}, {55'555, -0.25_x}};
    const ScoreTable table{rows};
    CHECK(look_up(table, score(eq5d_5l_index::instrument, example)).value() == 0.5_x);
    const std::array<Answer, 5> worst = {5, 5, 5, 5, 5};
    const Score lowest = look_up(table, score(eq5d_5l_index::instrument, worst));
    CHECK(lowest.status == Status::ok);
    CHECK(lowest.value() == -0.25_x);
    const std::array<Answer, 5> other = {1, 1, 1, 1, 2};
    CHECK(look_up(table, score(eq5d_5l_index::instrument, other)).status == Status::needs_data);
    const std::array<Answer, 5> incomplete = {1, 1, 1, 1, {}};
    CHECK(look_up(table, score(eq5d_5l_index::instrument, incomplete)).status == Status::missing);
    const std::array<Answer, 5> off_the_scale = {4, 1, 1, 1, 1};
    CHECK(look_up(table, score(eq5d_3l_index::instrument, off_the_scale)).status ==
          Status::invalid);
    CHECK(look_up(ScoreTable{}, score(eq5d_3l_index::instrument, example)).status ==
          Status::needs_data);
}

TEST_CASE("EQ-5D: the index is better when higher, the level sum worse; one set of columns") {
    for (const Version& version : versions) {
        CHECK(version.index.direction == Direction::higher_is_better);
        CHECK(version.sum.direction == Direction::higher_is_worse);
        CHECK(version.index.prefix() == version.sum.id);
        CHECK(version.state.prefix() == version.sum.id);
        CHECK(version.index.min < Exact(0));
        CHECK(version.index.max == Exact(1));
        facts::check(version.sum, {}, {});
        facts::check(version.state, {}, {});
        facts::check(
            version.index, {},
            {{"index_low", Basis::mcid, 0.03_x, facts::points, 0, facts::low, facts::memory, false},
             {"index_high", Basis::mcid, 0.08_x, facts::points, 0, facts::low, facts::memory,
              false}});
    }
}

TEST_CASE("EQ VAS: 0 to 100, whole, higher is better") {
    facts::check(eq_vas::instrument, {}, {});
    CHECK(eq_vas::instrument.direction == Direction::higher_is_better);
    for (int rating = -1; rating <= 101; ++rating) {
        const Score s = score(eq_vas::Answers{.rating = rating});
        CHECK(s.is_scored() == (rating >= 0 && rating <= 100));
        if (s.is_scored()) CHECK(s.value() == Exact(rating));
    }
    CHECK(score(eq_vas::Answers{}).status == Status::missing);
    CHECK(score(eq_vas::Answers{.rating = 50.5}).status == Status::invalid);
    CHECK(score(eq_vas::Answers{.rating = Answer::not_relevant()}).status == Status::invalid);
}
