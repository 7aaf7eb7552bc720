// SPDX-License-Identifier: BSL-1.0
// SASSAD: worked examples, the six sites, one site in full in every place, random assessments.
#include "eczscore/instruments/sassad.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"sassad"};

using Grades = std::array<int, 36>;

straight_line::Result plain(const Grades& grades) {
    int total = 0;
    bool invalid = false;
    bool missing = false;
    for (int grade : grades) {
        if (grade == blank) {
            missing = true;
        } else if (grade < 0 || grade > 3) {
            invalid = true;
        } else {
            total += grade;
        }
    }
    if (invalid) return {straight_line::Is::invalid, 0, 1};
    if (missing) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, total, 1};
}
bool agrees(const Grades& grades) {
    std::array<Answer, 36> given;
    for (std::size_t i = 0; i < 36; ++i) given[i] = against::answer(grades[i]);
    return against::agrees(score(sassad::instrument, given), plain(grades));
}
}  // namespace

TEST_CASE("SASSAD: published facts: 36 grades, 0 to 108, no bands, no thresholds") {
    facts::check(sassad::instrument, {}, {});
    CHECK(sassad::instrument.max == Exact(108));
    CHECK(sassad::instrument.plan.items == 36);
}

TEST_CASE("SASSAD: site sums 7, 7, 10, 0, 3 and 3 are 30; all 3 is 108; one site all 2 is 12") {
    const Score s = score(sassad::example);
    CHECK(s.value() == Exact(30));
    const auto in_order = sassad::example.in_order();
    const Tally t = tally(sassad::instrument, in_order, {});
    const int sites[] = {7, 7, 10, 0, 3, 3};
    for (std::size_t d = 0; d < 6; ++d) {
        CHECK(subscore(sassad::instrument, t, d).value() == Exact(sites[d]));
    }
    std::array<Answer, 36> all;
    all.fill(3);
    CHECK(score(sassad::instrument, all).value() == Exact(108));
    const sassad::Site none{0, 0, 0, 0, 0, 0};
    CHECK(score(sassad::Answers{.arms = none,
                                .hands = none,
                                .legs = none,
                                .feet = none,
                                .head_neck = none,
                                .trunk = {2, 2, 2, 2, 2, 2}})
              .value() == Exact(12));
}

TEST_CASE("SASSAD error seen: a list without hands and trunk; head and neck are one site") {
    const std::string sites[] = {"arms", "hands", "legs", "feet", "head_neck", "trunk"};
    const std::string signs[] = {"erythema", "exudation", "excoriation",
                                 "dryness",  "cracking",  "lichenification"};
    for (std::size_t i = 0; i < 36; ++i) {
        CHECK(item_at(sassad::instrument, i).id.c_str() == sites[i / 6] + "_" + signs[i % 6]);
    }
}

TEST_CASE("SASSAD: a blank anywhere leaves it unscored, half a grade is refused") {
    for (std::size_t i = 0; i < 36; ++i) {
        auto given = sassad::example.in_order();
        given[i] = Answer();
        CHECK(score(sassad::instrument, given).missing == item_bit(i));
        given[i] = 1.5;
        CHECK(score(sassad::instrument, given).wrong == item_bit(i));
    }
}

TEST_CASE("SASSAD: one site in full in every place, and random assessments") {
    constexpr int codes[] = {0, 1, 2, 3, blank, 4};
    long wrong = 0;
    for (std::size_t place = 0; place < 6; ++place) {
        Grades grades;
        grades.fill(1);
        std::size_t digits[6] = {};
        do {
            for (std::size_t i = 0; i < 6; ++i) grades[place * 6 + i] = codes[digits[i]];
            wrong += !agrees(grades);
        } while (against::next(digits, 6));
    }
    against::Random random(1996);
    for (int n = 0; n < 50'000; ++n) {
        Grades grades;
        for (int& grade : grades) grade = static_cast<int>(random(4));
        if (random(4) == 0) grades[random(36)] = blank;
        if (random(8) == 0) grades[random(36)] = bad;
        wrong += !agrees(grades);
    }
    CHECK(wrong == 0);
}
