// SPDX-License-Identifier: BSL-1.0
// ADerm-SS and ADerm-IS: sums of a form, weekly means over complete days, half-open bands.
// Covers: instruments/aderm_is.hpp, instruments/aderm_ss.hpp
#include <array>
#include <cstddef>
#include <span>

#include "eczscore/instruments/aderm_is.hpp"
#include "eczscore/instruments/aderm_ss.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"aderm_ss_tss7", "aderm_ss_skin_pain", "aderm_is_sleep",
                           "aderm_is_daily_activities", "aderm_is_emotional_state"};

facts::Edition strata(int minimal, int mild, int moderate, int severe, int most) {
    return {"silverberg_2022",
            true,
            facts::high,
            facts::seen,
            {{"absent", minimal, facts::out},
             {"minimal", mild, facts::out},
             {"mild", moderate, facts::out},
             {"moderate", severe, facts::out},
             {"severe", most, facts::in}}};
}
facts::Amount within_person(int points) {
    return {"responder", Basis::responder, points,        facts::points,
            points,      facts::medium,    facts::memory, true};
}
Text band_at(const Instrument& instrument, Exact value) {
    return band(instrument.bands[0], value)->id;
}
/// The sleep score of a day with this sum over its three items.
Score night(int sum) {
    std::array<Answer, 3> items;
    for (Answer& item : items) {
        const int most = sum > 10 ? 10 : sum;
        item = most;
        sum -= most;
    }
    return score(aderm_is_sleep::instrument, items);
}
const Score no_night = score(aderm_is_sleep::Answers{});
}  // namespace

TEST_CASE("ADerm: strata as published, thresholds as remembered") {
    facts::check(aderm_ss_tss7::instrument, {strata(2, 12, 23, 48, 70)}, {within_person(28)});
    facts::check(aderm_ss_skin_pain::instrument, {strata(1, 2, 3, 7, 10)}, {within_person(4)});
    facts::check(aderm_is_sleep::instrument, {strata(1, 4, 7, 21, 30)}, {within_person(12)});
    facts::check(aderm_is_daily_activities::instrument, {strata(1, 3, 8, 26, 40)},
                 {within_person(14)});
    facts::check(aderm_is_emotional_state::instrument, {strata(1, 3, 9, 23, 30)},
                 {within_person(11)});
}

TEST_CASE("ADerm-SS TSS-7: 6+7+5+4+3+6+5 is 36, moderate") {
    const Score s = score(aderm_ss_tss7::example);
    CHECK(s.value() == Exact(36));
    CHECK(band(aderm_ss_tss7::instrument.bands[0], s)->id == Text("moderate"));
}

TEST_CASE("ADerm-IS sleep: 5+6+4 is 15, moderate") {
    const Score s = score(aderm_is_sleep::example);
    CHECK(s.value() == Exact(15));
    CHECK(band(aderm_is_sleep::instrument.bands[0], s)->id == Text("moderate"));
}

TEST_CASE("ADerm: skin pain is the third column of the symptom scale") {
    CHECK(score(aderm_ss_skin_pain::Answers{.pain = 5}).value() == Exact(5));
    CHECK(aderm_ss_skin_pain::instrument.prefix() == Text("aderm_ss"));
    CHECK(aderm_ss_tss7::instrument.prefix() == Text("aderm_ss"));
    CHECK(aderm_ss::pain[0].id == Text("pain"));
    CHECK(aderm_is_emotional_state::instrument.prefix() == Text("aderm_is"));
}

TEST_CASE("ADerm: every item of a form is needed, and each is from 0 to 10") {
    for (const Instrument* each :
         {&aderm_ss_tss7::instrument, &aderm_ss_skin_pain::instrument, &aderm_is_sleep::instrument,
          &aderm_is_daily_activities::instrument, &aderm_is_emotional_state::instrument}) {
        for (std::size_t i = 0; i < each->plan.items; ++i) {
            std::array<Answer, 7> answers = {3, 3, 3, 3, 3, 3, 3};
            const std::span<const Answer> used(answers.data(), each->plan.items);
            answers[i] = {};
            CHECK(score(*each, used).status == Status::missing);
            answers[i] = 11;
            CHECK(score(*each, used).status == Status::invalid);
            answers[i] = 10;
            CHECK(score(*each, used).value() == Exact(static_cast<int>(3 * each->plan.items) + 7));
        }
    }
}

TEST_CASE("ADerm: from the twelfth birthday; an unknown age is not judged") {
    aderm_is_sleep::Answers answers = aderm_is_sleep::example;
    answers.age = Age::years(11.99);
    CHECK(score(answers).status == Status::not_applicable);
    answers.age = Age::years(12);
    CHECK(score(answers).status == Status::ok);
    aderm_ss_tss7::Answers day = aderm_ss_tss7::example;
    day.age = Age::years(8);
    CHECK(score(day).status == Status::not_applicable);
}

TEST_CASE("ADerm: half-open bands for weekly means: 0.9 is absent, 6.9 mild, 20.9 moderate") {
    const Instrument& sleep = aderm_is_sleep::instrument;
    CHECK(band_at(sleep, 0.9_x) == Text("absent"));
    CHECK(band_at(sleep, 1) == Text("minimal"));
    CHECK(band_at(sleep, 3.9_x) == Text("minimal"));
    CHECK(band_at(sleep, 4) == Text("mild"));
    CHECK(band_at(sleep, 6.9_x) == Text("mild"));
    CHECK(band_at(sleep, 7) == Text("moderate"));
    CHECK(band_at(sleep, 20.9_x) == Text("moderate"));
    CHECK(band_at(sleep, 21) == Text("severe"));
    CHECK(band_at(aderm_ss_tss7::instrument, 47.5_x) == Text("moderate"));
}

TEST_CASE("ADerm weekly mean: over the days with a complete form, at least 4 of 7") {
    const std::array<Score, 7> full = {night(15), night(16), night(14), night(15),
                                       night(20), night(10), night(15)};
    CHECK(weekly_mean(full).value() == Exact(15));
    CHECK(weekly_mean(full).status == Status::ok);
    const std::array<Score, 7> four = {night(20), no_night, night(21), no_night,
                                       night(21), no_night, night(21)};
    CHECK(weekly_mean(four).value() == 20.75_x);
    CHECK(weekly_mean(four).status == Status::imputed);
    CHECK(weekly_mean(four).imputed == 3);
    CHECK(band(aderm_is_sleep::instrument.bands[0], weekly_mean(four))->id == Text("moderate"));
    CHECK(weekly_mean(four, 5).status == Status::missing);
    const std::array<Score, 7> three = {night(20), no_night, night(21), no_night,
                                        night(21), no_night, no_night};
    CHECK(weekly_mean(three).status == Status::missing);
    CHECK(weekly_mean(three, 3).value() == Exact::ratio(62, 3));
    const std::array<Score, 7> none = {no_night, no_night, no_night, no_night,
                                       no_night, no_night, no_night};
    CHECK(weekly_mean(none, 0).status == Status::missing);
}

TEST_CASE("ADerm weekly mean: a wrong day, a day of another scale, a child below 12") {
    std::array<Score, 7> week;
    week.fill(night(15));
    week[2] = score(aderm_is_sleep::Answers{.falling_asleep = 11});
    CHECK(weekly_mean(week).status == Status::invalid);
    week[2] = score(aderm_ss_tss7::example);
    CHECK(weekly_mean(week).status == Status::invalid);
    aderm_is_sleep::Answers child = aderm_is_sleep::example;
    child.age = Age::years(9);
    week.fill(score(child));
    CHECK(weekly_mean(week).status == Status::not_applicable);
}

TEST_CASE("ADerm weekly mean: every number of days with every sum is exact, and so is a response") {
    long wrong = 0;
    for (int present = 0; present <= 7; ++present) {
        for (int sum = 0; sum <= 30 * present; ++sum) {
            std::array<Score, 7> week;
            week.fill(no_night);
            int left = sum;
            for (std::size_t d = 0; d < static_cast<std::size_t>(present); ++d) {
                const int most = left > 30 ? 30 : left;
                week[6 - d] = night(most);
                left -= most;
            }
            const Score mean = weekly_mean(week);
            wrong += present < 4 ? mean.status != Status::missing
                                 : mean.value() != Exact::ratio(sum, present) ||
                                       mean.imputed != 7 - present;
        }
    }
    CHECK(wrong == 0);
    const auto over_five = [](int sum) {
        std::array<Score, 7> week;
        week.fill(no_night);
        for (std::size_t d = 0; d < 5; ++d) week[d] = night(sum / 5 + (d == 0 ? sum % 5 : 0));
        return weekly_mean(week);
    };
    const Change c = change(aderm_is_sleep::instrument, over_five(68), over_five(8));
    CHECK(c.improvement() == Exact(12));
    CHECK(response(aderm_is_sleep::instrument.thresholds[0], c) == Response::yes);
}

TEST_CASE("ADerm: the response is asked only from a baseline of the threshold") {
    const Instrument& tss = aderm_ss_tss7::instrument;
    const auto at = [&](Exact baseline, Exact now) {
        return response(tss.thresholds[0], change(tss, baseline, now));
    };
    CHECK(at(28, 0) == Response::yes);
    CHECK(at(27, 0) == Response::not_evaluable);
    CHECK(at(60, 32) == Response::yes);
    CHECK(at(60, 33) == Response::no);
}

TEST_CASE("ADerm-IS: every state of sleep, activities and emotional state") {
    const std::array<int, 13> states = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, blank, 11};
    long wrong = 0;
    std::size_t three[3] = {};
    do {
        std::array<int, 3> codes{};
        for (std::size_t i = 0; i < 3; ++i) codes[i] = states[three[i]];
        const auto answers = equal_items::given(codes);
        const auto expected = equal_items::judge(codes, 0, 10, 0);
        wrong += !against::agrees(score(aderm_is_sleep::instrument, answers), expected);
        wrong += !against::agrees(score(aderm_is_emotional_state::instrument, answers), expected);
    } while (against::next(three, states.size()));
    std::size_t four[4] = {};
    do {
        std::array<int, 4> codes{};
        for (std::size_t i = 0; i < 4; ++i) codes[i] = states[four[i]];
        wrong += !against::agrees(
            score(aderm_is_daily_activities::instrument, equal_items::given(codes)),
            equal_items::judge(codes, 0, 10, 0));
    } while (against::next(four, states.size()));
    CHECK(wrong == 0);
}

TEST_CASE("ADerm-SS: 200000 random days with blank and refused answers") {
    against::Random random(7);
    long wrong = 0;
    for (int n = 0; n < 200'000; ++n) {
        std::array<int, 7> codes;
        for (int& code : codes) {
            code = static_cast<int>(random(11));
            if (random(60) == 0) code = random(2) == 0 ? blank : 11;
        }
        wrong += !against::agrees(score(aderm_ss_tss7::instrument, equal_items::given(codes)),
                                  equal_items::judge(codes, 0, 10, 0));
    }
    CHECK(wrong == 0);
}
