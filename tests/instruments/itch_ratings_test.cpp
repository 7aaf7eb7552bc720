// SPDX-License-Identifier: BSL-1.0
// The daily itch ratings beside the peak pruritus scale: weekly means, bands, exact responders.
// Covers: instruments/avg_nrs.hpp, instruments/itchyquant.hpp, instruments/wi_nrs.hpp
// Covers: instruments/wis_6_11.hpp, instruments/wsi_u6.hpp
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "eczscore/instruments/avg_nrs.hpp"
#include "eczscore/instruments/itchyquant.hpp"
#include "eczscore/instruments/wi_nrs.hpp"
#include "eczscore/instruments/wis_6_11.hpp"
#include "eczscore/instruments/wsi_u6.hpp"
#include "eczscore/model/look_up.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/diary.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::Amount;
using facts::Edition;
using straight_line::blank;

namespace {
const facts::Covers covers{"wi_nrs", "avg_nrs", "wis_6_11", "wsi_u6", "itchyquant"};

using Week = std::array<int, 7>;
Score week(const Instrument& instrument, const Week& codes) {
    std::array<Answer, 7> days;
    for (std::size_t i = 0; i < 7; ++i) days[i] = against::answer(codes[i]);
    return score(instrument, days);
}
Score children(const Week& nights, const Week& days) {
    wis_6_11::Answers answers;
    for (std::size_t i = 0; i < 7; ++i) {
        answers.nights[i] = against::answer(nights[i]);
        answers.days[i] = against::answer(days[i]);
    }
    return score(answers);
}
/// A week with this sum over this many days.
Week spread(int sum, int present) {
    Week days;
    days.fill(blank);
    for (std::size_t d = 0; d < static_cast<std::size_t>(present); ++d) {
        days[d] = std::min(sum, 10);
        sum -= days[d];
    }
    return days;
}
const Threshold& threshold(const Instrument& instrument, Text id) {
    const Threshold* found = eczscore::threshold(instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}

const Edition vakharia{
    "vakharia_2018",
    true,
    facts::high,
    facts::seen,
    {{"mild", 4, facts::out}, {"moderate", 7, facts::out}, {"severe", 10, facts::in}}};
const Edition pgis{"wp_nrs_pgis",
                   false,
                   facts::high,
                   facts::seen,
                   {{"absent", 1, facts::out},
                    {"minimal", 3, facts::out},
                    {"mild", 4, facts::out},
                    {"moderate", 8, facts::out},
                    {"severe", 10, facts::in}}};
const Edition itchyquant_2017{"itchyquant_2017",
                              false,
                              facts::high,
                              facts::seen,
                              {{"none", 1, facts::out},
                               {"mild", 4, facts::out},
                               {"moderate", 8, facts::out},
                               {"severe", 10, facts::in}}};
Edition as_default(Edition edition, bool is_default) {
    edition.is_default = is_default;
    return edition;
}
Amount nrs(const char* id, int points, Confidence confidence) {
    return {id,     Basis::responder, points,      facts::points,
            points, confidence,       facts::seen, points == 4};
}
Amount mcid(const char* id, Exact value) {
    return {id, Basis::mcid, value, facts::points, 0, facts::high, facts::seen, false};
}
Amount target(const char* id, int value) {
    return {id, Basis::target, value, facts::points, 0, facts::medium, facts::seen, false};
}
}  // namespace

TEST_CASE("Worst-Itch NRS: bands and thresholds as published") {
    facts::check(
        wi_nrs::instrument, {vakharia, pgis, itchyquant_2017},
        {nrs("nrs_4", 4, facts::high), nrs("nrs_3", 3, facts::medium),
         nrs("nrs_2", 2, facts::medium), mcid("mcid_rams_2024", 3), mcid("mcid_breeze_4", 4),
         mcid("prurigo_nodularis_4", 4), mcid("uremic_pruritus_3", 3),
         mcid("mcid_chronic_pruritus_low", 2), mcid("mcid_chronic_pruritus_high", 3),
         target("itch_free", 0), target("itch_0_1", 1)});
}

TEST_CASE("Average-itch NRS: the responders are borrowed from worst itch, and say so") {
    facts::check(
        avg_nrs::instrument, {vakharia},
        {nrs("nrs_4", 4, facts::low), nrs("nrs_3", 3, facts::low), nrs("nrs_2", 2, facts::low),
         mcid("mcid_chronic_pruritus_low", 2), mcid("mcid_chronic_pruritus_high", 3),
         target("itch_free", 0), target("itch_0_1", 1)});
    CHECK_FALSE(threshold(avg_nrs::instrument, "nrs_4").evidence.is_verified());
}

TEST_CASE("Worst Itch Scale 6-11 and caregiver rating: thresholds of their own ages, no bands") {
    facts::check(wis_6_11::instrument, {},
                 {nrs("nrs_4", 4, facts::high), nrs("nrs_3", 3, facts::medium),
                  mcid("mcid_paller_2022_low", 3), mcid("mcid_paller_2022_high", 4),
                  mcid("paller_2022_primary_anchor", 2.84_x), target("itch_free", 0),
                  target("itch_0_1", 1)});
    facts::check(wsi_u6::instrument, {},
                 {nrs("nrs_4", 4, facts::high), nrs("nrs_3", 3, facts::medium),
                  nrs("nrs_2", 2, facts::medium), mcid("mcid_paller_2022_low", 2),
                  mcid("mcid_paller_2022_high", 4), target("itch_free", 0), target("itch_0_1", 1)});
    CHECK(wsi_u6::instrument.respondent == Respondent::caregiver);
    CHECK(wis_6_11::instrument.respondent_words == Text("child"));
}

TEST_CASE("ItchyQuant: its own bands by default") {
    facts::check(
        itchyquant::instrument, {as_default(itchyquant_2017, true), as_default(vakharia, false)},
        {nrs("nrs_4", 4, facts::low), nrs("nrs_3", 3, facts::low), nrs("nrs_2", 2, facts::low),
         mcid("mcid_chronic_pruritus_low", 2), mcid("mcid_chronic_pruritus_high", 3),
         target("itch_free", 0), target("itch_0_1", 1)});
}

TEST_CASE(
    "Itch ratings: 7 is severe by default, moderate by two editions; 0 is mild, absent, none") {
    const auto bands_at = [](Exact value) {
        std::vector<Text> all;
        for (const BandScheme& each : wi_nrs::instrument.bands) {
            all.push_back(band(each, value)->id);
        }
        return all;
    };
    CHECK(bands_at(7) == std::vector<Text>{"severe", "moderate", "moderate"});
    CHECK(bands_at(3) == std::vector<Text>{"mild", "mild", "mild"});
    CHECK(bands_at(0) == std::vector<Text>{"mild", "absent", "none"});
}

TEST_CASE("Itch ratings: 27 over 7 days is 3.857, mild; it is not rounded to 4") {
    for (const Instrument* instrument : {&wi_nrs::instrument, &avg_nrs::instrument}) {
        const Score s = week(*instrument, spread(27, 7));
        CHECK(s.value() == Exact::ratio(27, 7));
        CHECK(band(instrument->bands[0], s)->id == Text("mild"));
    }
}

TEST_CASE("Itch ratings: 28 over 5 days to 8 over 5 is exactly 4, a responder at every age") {
    CHECK(28.0 / 5 - 8.0 / 5 < 4);
    for (const Instrument* instrument : {&wi_nrs::instrument, &avg_nrs::instrument,
                                         &wsi_u6::instrument, &itchyquant::instrument}) {
        const Change c =
            change(*instrument, week(*instrument, spread(28, 5)), week(*instrument, spread(8, 5)));
        CHECK(c.improvement() == Exact(4));
        CHECK(response(threshold(*instrument, "nrs_4"), c) == Response::yes);
    }
    const Change child = change(wis_6_11::instrument, children(spread(28, 5), spread(0, 5)),
                                children(spread(0, 5), spread(8, 5)));
    CHECK(response(threshold(wis_6_11::instrument, "nrs_4"), child) == Response::yes);
}

TEST_CASE("Itch ratings: three days are not enough for a score or a response") {
    const Score baseline = week(wsi_u6::instrument, {8, 7, 9, 8, 8, 7, 8});
    CHECK(baseline.value() == Exact::ratio(55, 7));
    const Score now = week(wsi_u6::instrument, {4, 3, blank, blank, blank, blank, 3});
    CHECK(now.status == Status::missing);
    CHECK(response(threshold(wsi_u6::instrument, "nrs_4"),
                   change(wsi_u6::instrument, baseline, now)) == Response::not_evaluable);
}

TEST_CASE("Itch ratings: the response is asked from a baseline of 4 (3, 2) only") {
    const Instrument& it = wsi_u6::instrument;
    CHECK(response(threshold(it, "nrs_4"), change(it, Exact::ratio(27, 7), 0)) ==
          Response::not_evaluable);
    CHECK(response(threshold(it, "nrs_4"), change(it, 4, 0)) == Response::yes);
    CHECK(response(threshold(it, "nrs_3"), change(it, 3, 0)) == Response::yes);
    CHECK(response(threshold(it, "nrs_2"), change(it, Exact::ratio(13, 7), 0)) ==
          Response::not_evaluable);
    CHECK(verdict(threshold(wis_6_11::instrument, "paller_2022_primary_anchor"),
                  change(wis_6_11::instrument, 6, Exact::ratio(22, 7))) == Verdict::improved);
    CHECK(verdict(threshold(wis_6_11::instrument, "mcid_paller_2022_low"),
                  change(wis_6_11::instrument, 6, Exact::ratio(22, 7))) == Verdict::unchanged);
}

TEST_CASE("Itch ratings: itch-free, 0 or 1, and the same by the rounded mean") {
    const Instrument& it = wi_nrs::instrument;
    CHECK(response(threshold(it, "itch_free"), change(it, 8, 0)) == Response::yes);
    CHECK(response(threshold(it, "itch_0_1"), change(it, 8, 1)) == Response::yes);
    CHECK(response(threshold(it, "itch_0_1"), change(it, 8, Exact::ratio(8, 7))) == Response::no);
    CHECK(wi_nrs::itch_0_1_rounded(week(it, spread(10, 7))) == Response::yes);
    CHECK(wi_nrs::itch_0_1_rounded(week(it, spread(11, 7))) == Response::no);
}

TEST_CASE("Itch ratings: two instruments of one concept give no change") {
    const Score before = week(wi_nrs::instrument, {8, 8, 8, 8, 8, 8, 8});
    const Score now = week(avg_nrs::instrument, {2, 2, 2, 2, 2, 2, 2});
    CHECK_FALSE(change(wi_nrs::instrument, before, now).is_evaluable);
}

TEST_CASE("Itch ratings: every sum over every count of days, in random orders") {
    against::Random random(24);
    long wrong = 0;
    for (const Instrument* instrument : {&wi_nrs::instrument, &avg_nrs::instrument,
                                         &wsi_u6::instrument, &itchyquant::instrument}) {
        for (int present = 0; present <= 7; ++present) {
            for (int sum = 0; sum <= 10 * present; ++sum) {
                Week days = spread(sum, present);
                for (int shuffle = 0; shuffle < 5; ++shuffle) {
                    for (std::size_t i = 6; i > 0; --i) std::swap(days[i], days[random(i + 1)]);
                    wrong +=
                        !against::agrees(week(*instrument, days), straight_line::weekly_mean(days));
                }
                days[random(7)] = 11;
                wrong += week(*instrument, days).status != Status::invalid;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Worst Itch Scale 6-11: the higher of night and day counts, either alone is the day") {
    const Score s =
        children({6, 2, 7, blank, blank, blank, blank}, {3, 5, 7, 4, blank, blank, blank});
    CHECK(s.value() == 5.5_x);
    CHECK(s.status == Status::imputed);
    CHECK(s.imputed == 3);
    CHECK(children({5, 5, 5, blank, blank, blank, blank}, {5, 5, 5, blank, blank, blank, blank})
              .status == Status::missing);
    CHECK(children({5, 5, 5, blank, blank, blank, blank}, {blank, blank, blank, 5, 5, 5, 5})
              .value() == Exact(5));
    CHECK(children({0, 0, 0, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0, 0}).value() == Exact::ratio(1, 7));
}

TEST_CASE("Worst Itch Scale 6-11: 200000 random weeks of nights and days") {
    against::Random random(611);
    long wrong = 0;
    for (int n = 0; n < 200'000; ++n) {
        Week nights;
        Week days;
        Week higher;
        bool refused = false;
        for (std::size_t i = 0; i < 7; ++i) {
            for (int* code : {&nights[i], &days[i]}) {
                *code = static_cast<int>(random(16));
                if (*code > 10) *code = random(25) == 0 ? 11 : blank;
                refused |= *code == 11;
            }
            higher[i] = std::max(nights[i], days[i]);  // a blank is below every rating
        }
        const Score s = children(nights, days);
        wrong += refused ? s.status != Status::invalid
                         : !against::agrees(s, straight_line::weekly_mean(higher));
    }
    CHECK(wrong == 0);
}

TEST_CASE("Itch ratings: a study may ask for another number of days, night and day included") {
    static constexpr Instrument any = with_minimum_days<itchyquant::instrument, 1>("any");
    CHECK(week(any, {blank, 6, blank, blank, blank, blank, blank}).value() == Exact(6));
    static constexpr Instrument all = with_minimum_days<wis_6_11::instrument, 7>("all");
    std::array<Answer, 14> ratings{};
    for (std::size_t i = 0; i < 7; ++i) ratings[2 * i] = 4;
    CHECK(score(all, ratings).value() == Exact(4));
    ratings[0] = {};
    CHECK(score(all, ratings).status == Status::missing);
    ratings[1] = 4;
    CHECK(score(all, ratings).status == Status::ok);
}
