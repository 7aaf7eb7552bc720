// SPDX-License-Identifier: BSL-1.0
// Skin pain NRS: weekly mean over the days present, 4 points better, borrowed strata by name.
#include "eczscore/instruments/skin_pain_nrs.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"skin_pain_nrs"};

Score week(const std::array<int, 7>& codes) {
    std::array<Answer, 7> days;
    for (std::size_t i = 0; i < 7; ++i) days[i] = against::answer(codes[i]);
    return score(skin_pain_nrs::instrument, days);
}
}  // namespace

TEST_CASE("Skin pain NRS: strata of another item only by name, thresholds as published") {
    facts::check(
        skin_pain_nrs::instrument,
        {{"aderm_ss_pain",
          false,
          facts::high,
          facts::seen,
          {{"absent", 1, facts::out},
           {"minimal", 2, facts::out},
           {"mild", 3, facts::out},
           {"moderate", 7, facts::out},
           {"severe", 10, facts::in}}}},
        {{"responder_4", Basis::responder, 4, facts::points, 4, facts::high, facts::seen, true},
         {"responder_3", Basis::responder, 3, facts::points, 0, facts::high, facts::seen, false}});
    CHECK(default_bands(skin_pain_nrs::instrument) == nullptr);
}

TEST_CASE("Skin pain NRS: four days make a week, three do not") {
    CHECK(week({8, 7, 9, 8, 8, 7, 8}).value() == Exact::ratio(55, 7));
    CHECK(week({4, 3, blank, 4, 4, blank, 3}).value() == 3.6_x);
    CHECK(week({4, 3, blank, blank, 4, blank, 3}).status == Status::imputed);
    CHECK(week({4, 3, blank, blank, blank, blank, 3}).status == Status::missing);
    CHECK(week({4, 3, 11, 4, 4, 4, 3}).status == Status::invalid);
}

TEST_CASE("Skin pain NRS: 28 over 5 days to 8 over 5 is exactly 4; asked from a baseline of 4") {
    const Threshold& four = skin_pain_nrs::thresholds[0];
    const Instrument& it = skin_pain_nrs::instrument;
    const Change c =
        change(it, week({10, 10, 8, 0, 0, blank, blank}), week({8, 0, 0, 0, 0, blank, blank}));
    CHECK(response(four, c) == Response::yes);
    CHECK(response(four, change(it, Exact::ratio(27, 7), 0)) == Response::not_evaluable);
    CHECK(response(four, change(it, 8, Exact::ratio(29, 7))) == Response::no);
    CHECK(response(skin_pain_nrs::thresholds[1], change(it, 8, 5)) == Response::yes);
}

TEST_CASE("Skin pain NRS: 200000 random weeks") {
    against::Random random(46);
    long wrong = 0;
    for (int n = 0; n < 200'000; ++n) {
        std::array<int, 7> days;
        for (int& day : days) {
            day = static_cast<int>(random(14));
            if (day > 10) day = random(20) == 0 ? 11 : blank;
        }
        wrong += !against::agrees(week(days), straight_line::weekly_mean(days));
    }
    CHECK(wrong == 0);
}
