// SPDX-License-Identifier: BSL-1.0
// Sleep diary measures: the worked night, midnight, what cannot be, and thousands of nights.
#include "eczscore/instruments/sleep_diary.hpp"

#include <cstddef>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

using namespace eczscore;

namespace {
const facts::Covers covers{"sleep_tib", "sleep_sol",        "sleep_waso",
                           "sleep_tst", "sleep_efficiency", "sleep_efficiency_dse"};

/// In bed 22:30, trying 23:00, 45 minutes to sleep, 60 awake, awake 06:45, 15 trying, up 07:00.
struct Night {
    int bed = 22 * 60 + 30;
    int attempt = 23 * 60;
    Answer latency = 45;
    Answer waso = 60;
    int wake = 6 * 60 + 45;
    Answer tasafa = 15;
    int rise = 7 * 60;

    Score tib() const { return score(sleep_tib::Answers{.bed_time = bed, .rise_time = rise}); }
    Score tst() const {
        return score(sleep_tst::Answers{.attempt_time = attempt,
                                        .latency_minutes = latency,
                                        .waso_minutes = waso,
                                        .final_wake_time = wake});
    }
    Score efficiency() const {
        return score(sleep_efficiency::Answers{.attempt_time = attempt,
                                               .latency_minutes = latency,
                                               .waso_minutes = waso,
                                               .final_wake_time = wake,
                                               .bed_time = bed,
                                               .rise_time = rise});
    }
    Score dse() const {
        return score(sleep_efficiency_dse::Answers{.attempt_time = attempt,
                                                   .latency_minutes = latency,
                                                   .waso_minutes = waso,
                                                   .final_wake_time = wake,
                                                   .tasafa_minutes = tasafa});
    }
};
}  // namespace

TEST_CASE("Sleep diary: no bands, no thresholds; directions") {
    for (const Instrument* row :
         {&sleep_tib::instrument, &sleep_sol::instrument, &sleep_waso::instrument,
          &sleep_tst::instrument, &sleep_efficiency::instrument,
          &sleep_efficiency_dse::instrument}) {
        facts::check(*row, {}, {});
        CHECK(row->prefix() == Text("sleep"));
    }
    CHECK(sleep_tst::instrument.direction == Direction::higher_is_better);
    CHECK(sleep_efficiency::instrument.direction == Direction::higher_is_better);
    CHECK(sleep_sol::instrument.direction == Direction::higher_is_worse);
    CHECK(sleep_waso::instrument.direction == Direction::higher_is_worse);
}

TEST_CASE(
    "Sleep diary: the worked night, TST 360, 70.6 % of the time in bed, 75.0 % of the episode") {
    const Night night;
    CHECK(night.tib().value() == Exact(510));
    CHECK(night.tst().value() == Exact(360));
    CHECK(night.efficiency().value() == Exact::ratio(36'000, 510));
    CHECK((night.efficiency().value() * Exact(10)).rounded() == 706);
    CHECK(night.dse().value() == Exact(75));
    CHECK(score(sleep_sol::Answers{.latency_minutes = 45}).value() == Exact(45));
    CHECK(score(sleep_waso::Answers{.waso_minutes = 60}).value() == Exact(60));
}

TEST_CASE("Sleep diary: wherever midnight falls, the measures are the same") {
    const Night night;
    long wrong = 0;
    for (int shift = 0; shift < 1440; ++shift) {
        Night moved = night;
        for (int* time : {&moved.bed, &moved.attempt, &moved.wake, &moved.rise}) {
            *time = (*time + shift) % 1440;
        }
        wrong += moved.tib().value() != night.tib().value();
        wrong += moved.tst().value() != night.tst().value();
        wrong += moved.efficiency().value() != night.efficiency().value();
        wrong += moved.dse().value() != night.dse().value();
    }
    CHECK(wrong == 0);
}

TEST_CASE("Sleep diary: negative minutes and clock times beyond the day are refused") {
    Night night;
    night.waso = -1;
    CHECK(night.tst().status == Status::invalid);
    CHECK(night.dse().status == Status::invalid);
    CHECK(score(sleep_sol::Answers{.latency_minutes = -5}).status == Status::invalid);
    CHECK(score(sleep_waso::Answers{.waso_minutes = 1441}).status == Status::invalid);
    CHECK(score(sleep_tib::Answers{.bed_time = 1440, .rise_time = 400}).status == Status::invalid);
    CHECK(score(sleep_tib::Answers{.bed_time = 1.5, .rise_time = 400}).status == Status::invalid);
}

TEST_CASE(
    "Sleep diary: more time awake than there was is refused, exactly all of it is 0 % asleep") {
    Night night;
    night.waso = 421;  // 465 minutes from trying to waking, 45 of them until asleep
    CHECK(night.tst().status == Status::invalid);
    CHECK_FALSE(night.tst().why.empty());
    night.waso = 420;
    CHECK(night.tst().value() == Exact(0));
    CHECK(night.efficiency().value() == Exact(0));
    CHECK(night.dse().value() == Exact(0));
    night.latency = 466;
    CHECK(night.tst().status == Status::invalid);
}

TEST_CASE("Sleep diary: an efficiency above 100 % is invalid, not clamped") {
    Night night;
    night.bed = 3 * 60;  // in bed hours after falling asleep
    CHECK(night.tib().value() == Exact(240));
    CHECK(night.tst().value() == Exact(360));
    const Score s = night.efficiency();
    CHECK(s.status == Status::invalid);
    CHECK(s.wrong == (item_bit(0) | item_bit(3) | item_bit(4) | item_bit(5)));
    night = Night();
    night.rise = 6 * 60;  // before the final awakening
    CHECK(night.efficiency().status == Status::invalid);
    CHECK(night.efficiency().wrong == s.wrong);
}

TEST_CASE("Sleep diary: the same time twice says 0 or 24 hours, so it is refused") {
    CHECK(score(sleep_tib::Answers{.bed_time = 400, .rise_time = 400}).status == Status::invalid);
    Night night;
    night.wake = night.attempt;
    for (const Score& s : {night.tst(), night.efficiency(), night.dse()}) {
        CHECK(s.status == Status::invalid);
        CHECK(s.wrong == (item_bit(0) | item_bit(3)));
    }
    night = Night();
    night.rise = night.bed;
    CHECK(night.efficiency().status == Status::invalid);
    CHECK(night.efficiency().wrong == (item_bit(4) | item_bit(5)));
}

TEST_CASE("Sleep diary: whatever a measure needs and is blank is named") {
    Night night;
    night.latency = Answer();
    CHECK(night.tst().missing == item_bit(1));
    CHECK(night.efficiency().status == Status::missing);
    CHECK(night.dse().status == Status::missing);
    night = Night();
    night.tasafa = Answer();
    CHECK(night.dse().missing == item_bit(4));
    CHECK(night.efficiency().status == Status::ok);
    CHECK(score(sleep_efficiency::instrument, {}).status == Status::missing);
    CHECK(score(sleep_tib::instrument, {}).missing == (item_bit(0) | item_bit(1)));
}

namespace {
/// Minutes from one clock time to the next one after it.
int forward(int from, int to) { return to >= from ? to - from : to - from + 1440; }
/// A score is this exact ratio; below 0 it must be refused.
bool is(const Score& score, long numerator, long denominator, bool possible) {
    if (!possible) return score.status == Status::invalid;
    return score.status == Status::ok && score.value() == Exact::ratio(numerator, denominator);
}
}  // namespace

TEST_CASE("Sleep diary: thousands of nights against plain arithmetic in minutes") {
    against::Random random(510);
    long wrong = 0;
    long scored = 0;
    for (int n = 0; n < 20'000; ++n) {
        const int bed = static_cast<int>(random(1440));
        const int attempt = (bed + static_cast<int>(random(90))) % 1440;
        const int wake = (attempt + 1 + static_cast<int>(random(600))) % 1440;
        const int rise = (wake + static_cast<int>(random(60))) % 1440;
        const int latency = static_cast<int>(random(120));
        const int waso = static_cast<int>(random(240));
        const int tasafa = static_cast<int>(random(30));
        Night night;
        night.bed = bed;
        night.attempt = attempt;
        night.wake = wake;
        night.rise = rise;
        night.latency = latency;
        night.waso = waso;
        night.tasafa = tasafa;
        const int asleep = forward(attempt, wake) - latency - waso;
        const int in_bed = forward(bed, rise);
        wrong += !is(night.tst(), asleep, 1, asleep >= 0);
        wrong += !is(night.efficiency(), 100L * asleep, in_bed, asleep >= 0);
        wrong += !is(night.dse(), 100L * asleep, latency + asleep + waso + tasafa, asleep >= 0);
        scored += night.efficiency().is_scored() ? 1 : 0;
    }
    CHECK(wrong == 0);
    CHECK(scored > 1'000);
}
