// SPDX-License-Identifier: BSL-1.0
// Itch as one value: the visual analogue scale with its own bands, and verbal ratings by levels.
// Covers: instruments/vas_itch.hpp, instruments/vrs_itch.hpp
#include <array>
#include <cstddef>

#include "eczscore/instruments/vas_itch.hpp"
#include "eczscore/instruments/vrs_itch.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
const facts::Covers covers{"vas_itch", "vrs_itch_4", "vrs_itch_5"};

Score vas(Answer cm) { return score(vas_itch::Answers{.cm = cm}); }
Text vas_band(std::size_t scheme, Answer cm) {
    return band(vas_itch::instrument.bands[scheme], vas(cm))->id;
}
}  // namespace

TEST_CASE("Itch VAS: bands and thresholds as published") {
    facts::check(vas_itch::instrument,
                 {{"vas_reich_2012",
                   true,
                   facts::high,
                   facts::seen,
                   {{"none", 0, facts::in},
                    {"mild", 4, facts::out},
                    {"moderate", 7, facts::out},
                    {"severe", 9, facts::out},
                    {"very_severe", 10, facts::in}}},
                  {"itch_379",
                   false,
                   facts::medium,
                   facts::memory,
                   {{"none", 0, facts::in},
                    {"mild", 3, facts::out},
                    {"moderate", 7, facts::out},
                    {"severe", 9, facts::out},
                    {"very_severe", 10, facts::in}}}},
                 {{"mcid_chronic_pruritus_low", Basis::mcid, 2, facts::points, 0, facts::high,
                   facts::seen, false},
                  {"mcid_chronic_pruritus_high", Basis::mcid, 3, facts::points, 0, facts::high,
                   facts::seen, false}});
}

TEST_CASE("Itch VAS: the value as measured, never rounded into another band") {
    CHECK(vas(6.5).value() == 6.5_x);
    CHECK(vas(3.96).value() == 3.96_x);
    CHECK(vas_band(0, 3.96) == Text("mild"));
    CHECK(vas_band(0, 4.0) == Text("moderate"));
    CHECK(vas_band(0, 6.999999) == Text("moderate"));
    CHECK(vas_band(0, 0.000001) == Text("mild"));
    CHECK(vas_band(0, 0) == Text("none"));
    CHECK(vas_band(1, 3.5) == Text("moderate"));
    CHECK(vas_band(0, 3.5) == Text("mild"));
}

TEST_CASE("Itch VAS: blank, beyond the line, millimetres taken for centimetres") {
    CHECK(vas({}).status == Status::missing);
    for (const Answer& refused : {Answer(10.1), Answer(-0.1), Answer(65), Answer::unreadable(),
                                  Answer::not_relevant(), Answer::conflict()}) {
        CHECK(vas(refused).status == Status::invalid);
    }
    for (int hundredths = 0; hundredths <= 1000; ++hundredths) {
        const Answer cm = Answer::from_millionths(hundredths * 10'000);
        CHECK(vas(cm).value() == Exact::ratio(hundredths, 100));
    }
}

TEST_CASE("Itch VAS: it has no 4-point responder of the ratings") {
    for (const Threshold& t : vas_itch::instrument.thresholds) {
        CHECK(t.basis == Basis::mcid);
        CHECK_FALSE(t.is_default);
    }
}

TEST_CASE("Itch VRS: four levels and five levels are two instruments, without bands") {
    facts::check(vrs_itch_4::instrument, {}, {});
    facts::check(vrs_itch_5::instrument, {}, {});
    for (int level = 0; level <= 4; ++level) {
        const Score four = score(vrs_itch_4::Answers{.level = level});
        const Score five = score(vrs_itch_5::Answers{.level = level});
        CHECK(four.status == (level <= 3 ? Status::ok : Status::invalid));
        CHECK(five.status == Status::ok);
        CHECK(five.value() == Exact(level));
    }
    CHECK(score(vrs_itch_5::Answers{.level = 5}).status == Status::invalid);
    CHECK(score(vrs_itch_4::Answers{.level = 1.5}).status == Status::invalid);
    CHECK(score(vrs_itch_4::Answers{}).status == Status::missing);
    CHECK(vrs_itch_4::instrument.max == Exact(3));
    CHECK(vrs_itch_5::instrument.max == Exact(4));
    CHECK_FALSE(change(vrs_itch_4::instrument, score(vrs_itch_5::Answers{.level = 3}),
                       score(vrs_itch_4::Answers{.level = 1}))
                    .is_evaluable);
    CHECK(vrs_itch::words_5[4].word == Text("very_severe"));
}
