// SPDX-License-Identifier: BSL-1.0
// POEM: the worked examples, and all states of all seven items.
#include "eczscore/instruments/poem.hpp"
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
std::array<Answer, 7> given(const std::array<int, 7>& codes) {
    std::array<Answer, 7> all;
    for (std::size_t i = 0; i < 7; ++i) all[i] = against::answer(codes[i]);
    return all;
}
Score scored(const std::array<int, 7>& codes) { return score(poem::instrument, given(codes)); }
Text band_of(Text scheme, const Score& s) { return band(*bands(poem::instrument, scheme), s)->id; }
}  // namespace

TEST_CASE("POEM (a): 4,3,1,2,2,3,4 is 19, severe, and moderate by Silverberg 2018") {
    const Score s = scored({4, 3, 1, 2, 2, 3, 4});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == Exact(19));
    CHECK(band_of("charman_2013", s) == Text("severe"));
    CHECK(band_of("silverberg_2018", s) == Text("moderate"));
    CHECK(band_of("kido_2020", s) == Text("moderate"));
    CHECK(band_of("vakharia_2018", s) == Text("severe"));
    CHECK(score(poem::example).value() == Exact(19));
}

TEST_CASE("POEM (b): with item 3 blank it is 18, one imputed") {
    const Score s = scored({4, 3, blank, 2, 2, 3, 4});
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(18));
    CHECK(s.imputed == 1);
    CHECK(s.missing == item_bit(2));
}

TEST_CASE("POEM (c): with two blanks it is not scored, never 15") {
    const Score s = scored({4, blank, blank, 2, 2, 3, 4});
    CHECK(s.status == Status::missing);
    CHECK(s.missing == (item_bit(1) | item_bit(2)));
    CHECK(s.imputed == 0);
    CHECK(s.to_double() != s.to_double());
}

TEST_CASE("POEM: 8 is moderate by Charman and mild by Kido") {
    CHECK(band(poem::instrument.bands[0], 8)->id == Text("moderate"));
    CHECK(band_of("kido_2020", scored({4, 4, 0, 0, 0, 0, 0})) == Text("mild"));
}

TEST_CASE("POEM: all states, 0 to 4, blank and refused, of all seven items") {
    const std::array<int, 7> states = {0, 1, 2, 3, 4, blank, 5};
    std::array<int, 7> codes{};
    std::size_t digits[7] = {};
    std::array<Answer, 7> all;
    long wrong = 0;
    long seen = 0;
    do {
        for (std::size_t i = 0; i < 7; ++i) {
            codes[i] = states[digits[i]];
            all[i] = against::answer(codes[i]);
        }
        wrong += !against::agrees(score(poem::instrument, all), straight_line::poem(codes));
        ++seen;
    } while (against::next(digits, states.size()));
    CHECK(wrong == 0);
    CHECK(seen == 823'543);
}

TEST_CASE("POEM: what is no code from 0 to 4 is refused, whatever else is blank") {
    for (const Answer& refused :
         {Answer(-1), Answer(5), Answer(0.5), Answer(3.999999), Answer::not_relevant(),
          Answer::unreadable(), Answer::conflict()}) {
        for (std::size_t i = 0; i < 7; ++i) {
            std::array<Answer, 7> all{};
            all[i] = refused;
            CHECK(score(poem::instrument, all).status == Status::invalid);
            CHECK(score(poem::instrument, all).wrong == item_bit(i));
        }
    }
}

TEST_CASE("POEM: 4 points better is the default response; 3 and 6 are named alternatives") {
    const auto answer = [](Text id, int baseline, int now) {
        return verdict(*threshold(poem::instrument, id), change(poem::instrument, baseline, now));
    };
    CHECK(answer("responder_4", 19, 15) == Verdict::improved);
    CHECK(answer("responder_4", 19, 16) == Verdict::unchanged);
    CHECK(answer("responder_4", 15, 19) == Verdict::worsened);
    CHECK(answer("poem_3", 19, 16) == Verdict::improved);
    CHECK(answer("poem_3", 19, 17) == Verdict::unchanged);
    CHECK(answer("poem_6", 19, 13) == Verdict::improved);
    CHECK(answer("poem_6", 19, 14) == Verdict::unchanged);
    CHECK(answer("mcid_schram_2012", 19, 16) == Verdict::unchanged);
    CHECK(answer("sdc_howells_2018", 19, 17) == Verdict::unchanged);
    CHECK(answer("sdc_howells_2018", 19, 16) == Verdict::improved);
}
