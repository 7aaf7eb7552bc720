// SPDX-License-Identifier: BSL-1.0
// ADCT: the worked examples, every item needed, the rule of change, all states of all items.
#include "eczscore/instruments/adct.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"adct"};

using Codes = std::array<int, 6>;
Score scored(const Codes& codes, Age age = {}) {
    return score(adct::instrument, equal_items::given(codes), age);
}
Change between(Exact before, Exact now) { return change(adct::instrument, before, now); }
}  // namespace

TEST_CASE("ADCT: bands and thresholds as published") {
    facts::check(
        adct::instrument,
        {{"pariser_2020",
          true,
          facts::high,
          facts::seen,
          {{"controlled", 7, facts::out}, {"not_controlled", 24, facts::in}}},
         {"dutch_2025",
          false,
          facts::high,
          facts::seen,
          {{"controlled", 6, facts::out}, {"not_controlled", 24, facts::in}}}},
        {{"mcid_5", Basis::mcid, 5, facts::points, 0, facts::high, facts::seen, true},
         {"sdc_dutch_2025", Basis::sdc, 3.2_x, facts::points, 0, facts::high, facts::seen, false},
         {"mic_dutch_2025", Basis::mcid, 2.9_x, facts::points, 0, facts::high, facts::seen, false},
         {"possibly_uncontrolled_7", Basis::cut, 7, facts::points, 0, facts::high, facts::seen,
          false},
         {"uncontrolled_dutch_2025", Basis::cut, 6, facts::points, 0, facts::high, facts::seen,
          false}});
}

TEST_CASE("ADCT: 2,2,2,1,1,2 is 10, not controlled") {
    const Score s = scored({2, 2, 2, 1, 1, 2});
    CHECK(s.value() == Exact(10));
    CHECK(band(adct::instrument.bands[0], s)->id == Text("not_controlled"));
}

TEST_CASE("ADCT: 10 after 4 is worse by 6; 10 after 16 is better by 6 and still not controlled") {
    CHECK(verdict(adct::thresholds[0], between(4, 10)) == Verdict::worsened);
    CHECK(verdict(adct::thresholds[0], between(16, 10)) == Verdict::improved);
    CHECK(band(adct::instrument.bands[0], 10)->id == Text("not_controlled"));
    CHECK(adct::possibly_uncontrolled(between(16, 10)) == Response::yes);
}

TEST_CASE("ADCT: possibly not controlled is 7 and more, or 5 and more above the time before") {
    CHECK(adct::possibly_uncontrolled(between(7, 7)) == Response::yes);
    CHECK(adct::possibly_uncontrolled(between(6, 6)) == Response::no);
    CHECK(adct::possibly_uncontrolled(between(0, 5)) == Response::yes);
    CHECK(adct::possibly_uncontrolled(between(0, 4)) == Response::no);
    CHECK(adct::possibly_uncontrolled(between(1, 6)) == Response::yes);
    CHECK(adct::possibly_uncontrolled(between(2, 6)) == Response::no);
    const Score six = scored({1, 1, 1, 1, 1, 1});
    const Score none = scored({1, 1, 1, 1, 1, blank});
    CHECK(adct::possibly_uncontrolled(change(adct::instrument, none, six)) == Response::no);
    CHECK(adct::possibly_uncontrolled(change(adct::instrument, six, none)) ==
          Response::not_evaluable);
    CHECK(adct::possibly_uncontrolled(change(adct::instrument, none, scored({2, 1, 1, 1, 1, 1}))) ==
          Response::yes);
}

TEST_CASE("ADCT: 6 is controlled by default and not controlled in the Dutch study") {
    const Score s = scored({1, 1, 1, 1, 1, 1});
    CHECK(band(adct::instrument.bands[0], s)->id == Text("controlled"));
    CHECK(band(adct::instrument.bands[1], s)->id == Text("not_controlled"));
}

TEST_CASE("ADCT: one blank and there is no score; nothing counts 0, nothing is prorated") {
    for (std::size_t i = 0; i < 6; ++i) {
        Codes codes = {1, 1, 1, 1, 1, 1};
        codes[i] = blank;
        CHECK(scored(codes).status == Status::missing);
        CHECK(scored(codes).missing == item_bit(i));
    }
}

TEST_CASE("ADCT: from the twelfth birthday; an unknown age is not judged") {
    CHECK(scored({1, 1, 1, 1, 1, 1}, Age::years(11.99)).status == Status::not_applicable);
    CHECK(scored({1, 1, 1, 1, 1, 1}, Age::years(12)).status == Status::ok);
    CHECK(scored({1, 1, 1, 1, 1, 1}).status == Status::ok);
}

TEST_CASE("ADCT: 5 points in either direction; the Dutch values between them") {
    CHECK(verdict(adct::thresholds[0], between(10, 5)) == Verdict::improved);
    CHECK(verdict(adct::thresholds[0], between(10, 6)) == Verdict::unchanged);
    CHECK(verdict(adct::thresholds[0], between(5, 10)) == Verdict::worsened);
    CHECK(verdict(adct::thresholds[1], between(10, 7)) == Verdict::unchanged);
    CHECK(verdict(adct::thresholds[1], between(10, 6)) == Verdict::improved);
    CHECK(verdict(adct::thresholds[2], between(10, 7)) == Verdict::improved);
}

TEST_CASE("ADCT: every state of every item") {
    const std::array<int, 7> states = {0, 1, 2, 3, 4, blank, 5};
    std::size_t digits[6] = {};
    Codes codes{};
    long wrong = 0;
    long seen = 0;
    do {
        for (std::size_t i = 0; i < 6; ++i) codes[i] = states[digits[i]];
        wrong += !against::agrees(scored(codes), equal_items::judge(codes, 0, 4, 0));
        ++seen;
    } while (against::next(digits, states.size()));
    CHECK(wrong == 0);
    CHECK(seen == 117'649);
}
