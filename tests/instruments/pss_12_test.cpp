// SPDX-License-Identifier: BSL-1.0
// 12-PSS: the worked example, both reversed items, no itch at all, all states of its answers.
#include "eczscore/instruments/pss_12.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"pss_12"};

using Codes = std::array<int, 12>;
Score scored(const Codes& codes) {
    std::array<Answer, 12> all;
    for (std::size_t i = 0; i < 12; ++i) all[i] = against::answer(codes[i]);
    return score(pss_12::instrument, all);
}
Text band_of(int total) { return band(pss_12::instrument.bands[0], total)->id; }

/// What the scale says in plain integers; the total is -1 where there is none.
struct Judged {
    Status status;
    int total;
};
Judged judge(const Codes& c) {
    const int lowest[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0};
    const int highest[] = {3, 1, 1, 1, 1, 1, 1, 1, 3, 5, 3, 1};
    int total = 0;
    bool missing = false;
    for (std::size_t i = 0; i < 12; ++i) {
        if (c[i] == blank) {
            missing = true;
        } else if (c[i] < lowest[i] || c[i] > highest[i]) {
            return {Status::invalid, -1};
        } else {
            total += i == 6 || i == 7 ? 1 - c[i] : c[i];
        }
    }
    if (c[0] == 0) return {Status::not_applicable, -1};
    if (missing) return {Status::missing, -1};
    return {Status::ok, total};
}
bool agrees(const Score& s, const Judged& expected) {
    return s.status == expected.status && (!s.is_scored() || s.value() == Exact(expected.total));
}
}  // namespace

TEST_CASE("12-PSS: bands as published, no thresholds") {
    facts::check(
        pss_12::instrument,
        {{"stepien_2020",
          true,
          facts::high,
          facts::seen,
          {{"mild", 7, facts::out}, {"moderate", 12, facts::out}, {"severe", 22, facts::in}}}},
        {});
}

TEST_CASE("12-PSS: 2 + (1 + 1 + 0 + 1) + 1 + 0 + 1 + 2 + 3 + 2 + 1 is 15, severe") {
    const Score s = scored({2, 1, 1, 0, 1, 1, 1, 0, 2, 3, 2, 1});
    CHECK(s.value() == Exact(15));
    CHECK(s.status == Status::ok);
    CHECK(band_of(15) == Text("severe"));
}

TEST_CASE("12-PSS: all lowest with itch is 3, mild; all highest is 22, severe") {
    CHECK(scored({1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0}).value() == Exact(3));
    CHECK(scored({3, 1, 1, 1, 1, 1, 0, 0, 3, 5, 3, 1}).value() == Exact(22));
    CHECK(band_of(3) == Text("mild"));
    CHECK(band_of(22) == Text("severe"));
    CHECK(pss_12::instrument.min == Exact(3));
    CHECK(pss_12::instrument.max == Exact(22));
}

TEST_CASE("12-PSS: relief and being able to refrain add 0, their absence adds 1") {
    const Codes neither = {1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0};
    CHECK(scored(neither).value() == Exact(5));
    for (std::size_t reversed : {6U, 7U}) {
        Codes codes = neither;
        codes[reversed] = 1;
        CHECK(scored(codes).value() == Exact(4));
    }
    for (std::size_t plain : {1U, 2U, 3U, 4U, 5U, 11U}) {
        Codes codes = neither;
        codes[plain] = 1;
        CHECK(scored(codes).value() == Exact(6));
    }
    CHECK(pss_12::items[6].words[0].word == Text("yes"));
    CHECK(pss_12::items[6].words[0].code == 1);
    CHECK(pss_12::items[6].points[1] == 0);
}

TEST_CASE("12-PSS: without itch in the window it does not apply, whatever else is blank") {
    CHECK(scored({0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0}).status == Status::not_applicable);
    Codes only;
    only.fill(blank);
    only[0] = 0;
    CHECK(scored(only).status == Status::not_applicable);
    CHECK(scored(only).zero_means_not_applicable == item_bit(0));
    only[9] = 6;
    CHECK(scored(only).status == Status::invalid);
}

TEST_CASE("12-PSS: one blank and there is no score") {
    for (std::size_t i = 0; i < 12; ++i) {
        Codes codes = {2, 1, 1, 0, 1, 1, 1, 0, 2, 3, 2, 1};
        codes[i] = blank;
        CHECK(scored(codes).status == Status::missing);
        CHECK(scored(codes).missing == item_bit(i));
    }
}

TEST_CASE("12-PSS: all combinations of allowed answers; 200000 random with blank and refused") {
    long wrong = 0;
    long seen = 0;
    Codes codes{};
    for (unsigned bits = 0; bits < 256; ++bits) {
        const std::size_t places[] = {1, 2, 3, 4, 5, 6, 7, 11};
        for (std::size_t b = 0; b < 8; ++b) codes[places[b]] = (bits >> b) & 1U ? 1 : 0;
        for (codes[0] = 0; codes[0] <= 3; ++codes[0]) {
            for (codes[8] = 0; codes[8] <= 3; ++codes[8]) {
                for (codes[9] = 1; codes[9] <= 5; ++codes[9]) {
                    for (codes[10] = 1; codes[10] <= 3; ++codes[10]) {
                        wrong += !agrees(scored(codes), judge(codes));
                        ++seen;
                    }
                }
            }
        }
    }
    CHECK(seen == 256 * 4 * 4 * 5 * 3);
    against::Random random(12);
    for (int n = 0; n < 200'000; ++n) {
        const int highest[] = {3, 1, 1, 1, 1, 1, 1, 1, 3, 5, 3, 1};
        for (std::size_t i = 0; i < 12; ++i) {
            codes[i] = static_cast<int>(random(static_cast<std::size_t>(highest[i]) + 1));
            if (i == 9 || i == 10) codes[i] = codes[i] == 0 ? 1 : codes[i];
            if (random(40) == 0) codes[i] = blank;
            if (random(100) == 0) codes[i] = highest[i] + 1;
        }
        wrong += !agrees(scored(codes), judge(codes));
    }
    CHECK(wrong == 0);
}
