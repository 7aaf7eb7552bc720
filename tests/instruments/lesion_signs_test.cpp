// SPDX-License-Identifier: BSL-1.0
// Sums of signs without area: TIS, ADSI, mTLSS and the two local SCORADs, every combination.
// Covers: instruments/adsi.hpp, instruments/local_scorad.hpp, instruments/mtlss.hpp
// Covers: instruments/tis.hpp
#include "eczscore/instruments/adsi.hpp"
#include "eczscore/instruments/local_scorad.hpp"
#include "eczscore/instruments/mtlss.hpp"
#include "eczscore/instruments/tis.hpp"

#include <array>
#include <cstddef>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::in;
using straight_line::blank;

namespace {
const facts::Covers covers{"tis", "adsi", "mtlss", "local_scorad_6", "local_scorad_5"};

/// Whole grades 0-3 added up; one blank leaves no score.
template <std::size_t N>
straight_line::Result sum(const std::array<int, N>& grades) {
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

/// Every combination of the allowed grades, a blank and a grade off the scale.
template <std::size_t N>
long mismatches(const Instrument& instrument) {
    constexpr int codes[] = {0, 1, 2, 3, blank, 4};
    long wrong = 0;
    std::size_t digits[N] = {};
    do {
        std::array<int, N> grades;
        std::array<Answer, N> given;
        for (std::size_t i = 0; i < N; ++i) {
            grades[i] = codes[digits[i]];
            given[i] = against::answer(grades[i]);
        }
        wrong += !against::agrees(score(instrument, given), sum(grades));
    } while (against::next(digits, 6));
    for (std::size_t i = 0; i < N; ++i) {  // half steps and numbers below 0 are refused
        for (double refused : {0.5, 2.5, -1.0}) {
            std::array<Answer, N> given;
            given.fill(1);
            given[i] = refused;
            wrong += score(instrument, given).wrong != item_bit(i);
        }
    }
    return wrong;
}
}  // namespace

TEST_CASE("Sums of signs: published facts") {
    facts::check(tis::instrument,
                 {{"review_2019",
                   true,
                   facts::medium,
                   facts::seen,
                   {{"mild", 2, in}, {"moderate", 5, in}, {"severe", 9, in}}}},
                 {});
    facts::check(adsi::instrument,
                 {{"chopra_2017",
                   true,
                   facts::high,
                   facts::seen,
                   {{"clear", 1, in}, {"mild", 5, in}, {"moderate", 8, in}, {"severe", 15, in}}}},
                 {});
    facts::check(mtlss::instrument, {}, {});
    facts::check(local_scorad_6::instrument, {}, {});
    facts::check(local_scorad_5::instrument, {}, {});
    CHECK(band(adsi::instrument.bands[0], 1.9_x)->id == Text("clear"));
    CHECK(band(adsi::instrument.bands[0], 5.95_x)->id == Text("mild"));
    CHECK(band(adsi::instrument.bands[0], 8.95_x)->id == Text("moderate"));
}

TEST_CASE("TIS: 2+1+2 is 5, moderate; 1+0+1 is 2, mild; 3+3+0 is 6, severe; 0 is mild") {
    const struct {
        int signs[3];
        int total;
        Text band;
    } examples[] = {{{2, 1, 2}, 5, "moderate"},
                    {{1, 0, 1}, 2, "mild"},
                    {{3, 3, 0}, 6, "severe"},
                    {{0, 0, 0}, 0, "mild"}};
    for (const auto& e : examples) {
        const Score s = score(tis::Answers{
            .erythema = e.signs[0], .edema_papulation = e.signs[1], .excoriation = e.signs[2]});
        CHECK(s.value() == Exact(e.total));
        CHECK(band(tis::instrument.bands[0], s)->id == e.band);
    }
}

TEST_CASE("ADSI: 2+2+1+2+1 is 8, moderate; itch 1 and redness 1 already leave clear") {
    const auto site = [](int itch, int red, int wet, int scratched, int thick) {
        return score(adsi::Answers{.pruritus = itch,
                                   .erythema = red,
                                   .exudation = wet,
                                   .excoriation = scratched,
                                   .lichenification = thick});
    };
    CHECK(site(2, 2, 1, 2, 1).value() == Exact(8));
    CHECK(band(adsi::instrument.bands[0], site(2, 2, 1, 2, 1))->id == Text("moderate"));
    CHECK(site(1, 1, 0, 0, 0).value() == Exact(2));
    CHECK(band(adsi::instrument.bands[0], site(1, 1, 0, 0, 0))->id == Text("mild"));
}

TEST_CASE("mTLSS: 11, 21 and 3") {
    const auto hands = [](std::array<int, 7> g) {
        std::array<Answer, 7> given;
        for (std::size_t i = 0; i < 7; ++i) given[i] = g[i];
        return score(mtlss::instrument, given).value();
    };
    CHECK(hands({2, 1, 1, 2, 2, 1, 2}) == Exact(11));
    CHECK(hands({3, 3, 3, 3, 3, 3, 3}) == Exact(21));
    CHECK(hands({1, 0, 0, 1, 0, 0, 1}) == Exact(3));
}

TEST_CASE("Local SCORAD: one lesion is 8 of 18 with dryness and 6 of 15 without") {
    const local_scorad_6::Answers six{.erythema = 2,
                                      .edema_papulation = 1,
                                      .oozing_crusting = 0,
                                      .excoriation = 2,
                                      .lichenification = 1,
                                      .dryness = 2};
    CHECK(score(six).value() == Exact(8));
    CHECK(local_scorad_6::instrument.max == Exact(18));
    const local_scorad_5::Answers five{.erythema = 2,
                                       .edema_papulation = 1,
                                       .oozing_crusting = 0,
                                       .excoriation = 2,
                                       .lichenification = 1};
    CHECK(score(five).value() == Exact(6));
    CHECK(local_scorad_5::instrument.max == Exact(15));
    CHECK_FALSE(change(local_scorad_5::instrument, score(six), score(five)).is_evaluable);
}

TEST_CASE("Sums of signs: every combination of grades, blanks and refused grades") {
    CHECK(mismatches<3>(tis::instrument) == 0);
    CHECK(mismatches<5>(adsi::instrument) == 0);
    CHECK(mismatches<7>(mtlss::instrument) == 0);
    CHECK(mismatches<6>(local_scorad_6::instrument) == 0);
    CHECK(mismatches<5>(local_scorad_5::instrument) == 0);
}
