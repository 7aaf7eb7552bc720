// SPDX-License-Identifier: BSL-1.0
// WPAI: the worked example, people without work, weeks without hours, all corners of all answers.
#include "eczscore/instruments/wpai_ad.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"wpai_ad_absenteeism", "wpai_ad_presenteeism", "wpai_ad_overall",
                           "wpai_ad_activity"};

/// Hours count quarters of an hour.
struct Week {
    int employed;
    int missed;
    int other;
    int worked;
    int effect;
};
struct Plain {
    Status status;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};
enum class Part { absenteeism, presenteeism, overall };

/// The rules once more, in plain integers.
Plain plain(Part part, const Week& w) {
    const auto off = [](int value, int highest) {
        return value != blank && (value < 0 || value > highest);
    };
    if (off(w.employed, 1) || off(w.missed, 4 * 168) || off(w.other, 4 * 168) ||
        off(w.worked, 4 * 168) || off(w.effect, 10)) {
        return {Status::invalid};
    }
    const int hours = (w.missed == blank ? 0 : w.missed) + (w.other == blank ? 0 : w.other) +
                      (w.worked == blank ? 0 : w.worked);
    if (hours > 4 * 168 || (w.employed == 0 && hours > 0)) return {Status::invalid};
    if (w.employed == 0) return {Status::not_applicable};
    if (w.employed == blank || w.worked == blank) return {Status::missing};
    if (part == Part::presenteeism) {
        if (w.worked == 0) return {Status::not_applicable};
        if (w.effect == blank) return {Status::missing};
        return {Status::ok, 10 * w.effect};
    }
    if (w.missed == blank) return {Status::missing};
    const std::int64_t all = w.missed + w.worked;
    if (all == 0) return {Status::not_applicable};
    if (part == Part::absenteeism) return {Status::ok, 100 * w.missed, all};
    if (w.worked == 0) return {Status::ok, 100};
    if (w.effect == blank) return {Status::missing};
    return {Status::ok, 100 * w.missed + std::int64_t{10} * w.worked * w.effect, all};
}
Score scored(Part part, const Week& w) {
    const std::array<Answer, 5> answers = {against::answer(w.employed), against::part(w.missed, 4),
                                           against::part(w.other, 4), against::part(w.worked, 4),
                                           against::answer(w.effect)};
    return score(part == Part::absenteeism    ? wpai_ad_absenteeism::instrument
                 : part == Part::presenteeism ? wpai_ad_presenteeism::instrument
                                              : wpai_ad_overall::instrument,
                 answers);
}
bool agrees(Part part, const Week& week) {
    const Plain expected = plain(part, week);
    const Score got = scored(part, week);
    if (got.status != expected.status) return false;
    return !got.is_scored() ||
           got.value() == Exact::ratio(expected.numerator, expected.denominator);
}
constexpr Part parts[] = {Part::absenteeism, Part::presenteeism, Part::overall};
}  // namespace

TEST_CASE("WPAI: 8 hours missed, 32 worked, effects 4 and 5 are 20, 40, 52 and 50 %") {
    CHECK(score(wpai_ad::example<wpai_ad_absenteeism::instrument>).value() == Exact(20));
    CHECK(score(wpai_ad::example<wpai_ad_presenteeism::instrument>).value() == Exact(40));
    CHECK(score(wpai_ad::example<wpai_ad_overall::instrument>).value() == Exact(52));
    CHECK(score(wpai_ad::example<wpai_ad_activity::instrument>).value() == Exact(50));
}

TEST_CASE("WPAI: 40 hours missed and none worked are 100, not applicable, 100") {
    const Week week{1, 160, blank, 0, blank};
    CHECK(scored(Part::absenteeism, week).value() == Exact(100));
    CHECK(scored(Part::presenteeism, week).status == Status::not_applicable);
    CHECK(scored(Part::overall, week).value() == Exact(100));
    CHECK(scored(Part::overall, week).status == Status::ok);
}

TEST_CASE("WPAI: without paid work only the activity score is there; never a 0 for work") {
    for (Part part : parts) {
        const Score s = scored(part, {0, blank, blank, blank, blank});
        CHECK(s.status == Status::not_applicable);
        CHECK_FALSE(s.why.empty());
        CHECK(scored(part, {0, 0, 0, 0, blank}).status == Status::not_applicable);
        CHECK(scored(part, {0, 0, 0, 4, blank}).status == Status::invalid);
        CHECK((scored(part, {0, 0, 0, 4, blank}).wrong & item_bit(0)) != 0);
    }
    const wpai_ad_activity::Answers answers{.employed = 0, .activity_effect = 7};
    CHECK(score(answers).value() == Exact(70));
}

TEST_CASE("WPAI: a week without hours worked or missed for the disease has no work scores") {
    for (Part part : parts) {
        CHECK(scored(part, {1, 0, 160, 0, blank}).status == Status::not_applicable);  // a holiday
    }
}

TEST_CASE("WPAI: who works and what is missing") {
    CHECK(scored(Part::absenteeism, {blank, 32, 0, 128, 4}).missing == item_bit(0));
    CHECK(scored(Part::absenteeism, {1, blank, 0, blank, 4}).missing ==
          (item_bit(1) | item_bit(3)));
    CHECK(scored(Part::absenteeism, {1, 32, blank, 128, blank}).value() == Exact(20));
    CHECK(scored(Part::presenteeism, {1, blank, blank, 128, 4}).value() == Exact(40));
    CHECK(scored(Part::presenteeism, {1, 32, 0, 128, blank}).missing == item_bit(4));
    CHECK(scored(Part::overall, {1, 32, 0, 128, blank}).missing == item_bit(4));
}

TEST_CASE("WPAI: a week has 168 hours") {
    CHECK(scored(Part::absenteeism, {1, 4 * 84, 0, 4 * 84, 0}).value() == Exact(50));
    const Score over = scored(Part::absenteeism, {1, 4 * 84, 1, 4 * 84, 0});
    CHECK(over.status == Status::invalid);
    CHECK(over.wrong == (item_bit(1) | item_bit(2) | item_bit(3)));
}

TEST_CASE("WPAI: any ratio is exact") {
    CHECK(scored(Part::absenteeism, {1, 1, 0, 2, 0}).value() == Exact::ratio(100, 3));
    CHECK(scored(Part::overall, {1, 1, 0, 2, 5}).value() == Exact::ratio(200, 3));
}

TEST_CASE("WPAI: all corners of all five answers") {
    const int hours[] = {0, 1, 2, 32, 160, 4 * 84, 4 * 168, 4 * 168 + 1, blank, bad};
    long wrong = 0;
    long scores = 0;
    for (int employed : {0, 1, 2, blank, bad}) {
        for (int missed : hours) {
            for (int other : hours) {
                for (int worked : hours) {
                    for (int effect : {0, 1, 4, 10, 11, blank, bad}) {
                        for (Part part : parts) {
                            const Week week{employed, missed, other, worked, effect};
                            wrong += !agrees(part, week);
                            scores += plain(part, week).status == Status::ok;
                        }
                    }
                }
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(scores > 1000);
}

TEST_CASE("WPAI: all effects on activity") {
    for (int effect = -1; effect <= 11; ++effect) {
        const Score s = score(wpai_ad_activity::Answers{.activity_effect = effect});
        CHECK(s.is_scored() == (effect >= 0 && effect <= 10));
        if (s.is_scored()) CHECK(s.value() == Exact(10 * effect));
    }
    CHECK(score(wpai_ad_activity::Answers{}).status == Status::missing);
    CHECK(score(wpai_ad_activity::Answers{.activity_effect = 2.5}).status == Status::invalid);
}

TEST_CASE("WPAI: facts; no amount of change is offered by default") {
    for (const Instrument* part :
         {&wpai_ad_absenteeism::instrument, &wpai_ad_presenteeism::instrument,
          &wpai_ad_overall::instrument, &wpai_ad_activity::instrument}) {
        facts::check(*part, {},
                     {{"points_7_other_diseases", Basis::mcid, 7, facts::points, 0, facts::low,
                       facts::memory, false}});
        CHECK(part->prefix() == Text("wpai_ad"));
        CHECK(part->direction == Direction::higher_is_worse);
    }
}
