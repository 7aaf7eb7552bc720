// SPDX-License-Identifier: BSL-1.0
// A night in minutes: the worked example, midnight, missing parts, impossible records, means.
#include "eczscore/trial/sleep_night.hpp"

#include <algorithm>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/sleep_nights.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("Sleep: the worked night is 360 minutes, 70.6 % of the bed and 75 % of the episode") {
    const SleepNight night = sleep_night(sleep_example);
    CHECK(night.time_in_bed.value == Exact(510));
    CHECK(night.sleep_period.value == Exact(420));
    CHECK(night.sleep_time.value == Exact(360));
    CHECK(night.efficiency().value == Exact::ratio(36000, 510));
    CHECK((night.efficiency().value * Exact(10)).rounded() == 706);
    CHECK(night.efficiency(SleepDenominator::sleep_episode).value == Exact(75));
    CHECK(night.awakenings.value == Exact(3));
    CHECK(sleep_night_evidence.is_verified());
}

TEST_CASE("Sleep: wherever midnight falls, the durations are the same") {
    const SleepNight expected = sleep_night(sleep_example);
    for (int shift = 0; shift < 1440; ++shift) {
        const auto moved = [&](Answer clock) {
            return Answer((static_cast<int>(clock.exact().num()) + shift) % 1440);
        };
        SleepDiary diary = sleep_example;
        diary.to_bed = moved(diary.to_bed);
        diary.tried = moved(diary.tried);
        diary.final_awake = moved(diary.final_awake);
        diary.got_up = moved(diary.got_up);
        const SleepNight night = sleep_night(diary);
        CHECK(night.time_in_bed == expected.time_in_bed);
        CHECK(night.sleep_time == expected.sleep_time);
    }
    const SleepDiary late{.to_bed = 30, .got_up = 8 * 60};
    CHECK(sleep_night(late).time_in_bed.value == Exact(450));
}

TEST_CASE("Sleep: a missing part leaves out what needs it, and nothing else") {
    SleepDiary diary = sleep_example;
    diary.wake = {};
    SleepNight night = sleep_night(diary);
    CHECK(night.time_in_bed.is_known());
    CHECK(night.sleep_period.is_known());
    CHECK(night.sleep_time.status == Status::missing);
    CHECK(night.efficiency().status == Status::missing);
    diary = sleep_example;
    diary.trying_after = {};
    night = sleep_night(diary);
    CHECK(night.efficiency().is_known());
    CHECK(night.efficiency(SleepDenominator::sleep_episode).status == Status::missing);
    diary = sleep_example;
    diary.to_bed = {};
    night = sleep_night(diary);
    CHECK(night.time_in_bed.status == Status::missing);
    CHECK(night.efficiency(SleepDenominator::sleep_episode).value == Exact(75));
    CHECK(sleep_night({}).sleep_time.status == Status::missing);
}

TEST_CASE("Sleep: negative, contradictory and impossible records make the night invalid") {
    const auto refused = [](const SleepDiary& diary) {
        const SleepNight night = sleep_night(diary);
        return night.sleep_time.status == Status::invalid &&
               night.time_in_bed.status == Status::invalid &&
               night.efficiency().status == Status::invalid;
    };
    CHECK_FALSE(refused(sleep_example));
    for (const auto field : {&SleepDiary::to_bed, &SleepDiary::tried, &SleepDiary::latency,
                             &SleepDiary::wake, &SleepDiary::final_awake, &SleepDiary::trying_after,
                             &SleepDiary::got_up, &SleepDiary::awakenings}) {
        for (const Answer wrong : {Answer(-1), Answer(100000.5), Answer::unreadable()}) {
            SleepDiary diary = sleep_example;
            diary.*field = wrong;
            CHECK(refused(diary));
        }
    }
    SleepDiary diary = sleep_example;
    diary.to_bed = 1440;
    CHECK(refused(diary));
    diary = sleep_example;
    diary.wake = 421;  // longer than the sleep period
    CHECK(refused(diary));
    diary = sleep_example;
    diary.trying_after = 16;  // longer than from the final awakening to rising
    CHECK(refused(diary));
    diary = sleep_example;
    diary.got_up = 6 * 60;  // before the final awakening
    CHECK(refused(diary));
    diary = sleep_example;
    diary.tried = 21 * 60;  // before going to bed
    CHECK(refused(diary));
}

TEST_CASE("Sleep: efficiency of measures from elsewhere is between 0 and 100 %") {
    CHECK(sleep_efficiency(360, 480).value == Exact(75));
    CHECK(sleep_efficiency(480, 480).value == Exact(100));
    CHECK(sleep_efficiency(481, 480).status == Status::invalid);
    CHECK(sleep_efficiency(-1, 480).status == Status::invalid);
    CHECK(sleep_efficiency(0, 0).status == Status::invalid);
    CHECK(sleep_efficiency({}, 480).status == Status::missing);
}

TEST_CASE("Sleep: a mean needs 4 nights of a diary, or 5 of actigraphy with a weekend") {
    std::vector<NightValue> nights;
    for (int i = 0; i < 7; ++i) {
        CHECK(mean_of_nights(nights, diary_nights).is_known() == (i >= 4));
        CHECK_FALSE(mean_of_nights(nights, actigraphy_nights).is_known());
        nights.push_back({{Status::ok, 300 + 10 * i}, false});
    }
    CHECK(mean_of_nights(nights, diary_nights).mean == Exact(330));
    nights[2].is_weekend = true;
    CHECK(mean_of_nights(nights, actigraphy_nights).mean == Exact(330));
    nights[0].measure = {};
    nights[6].measure = {};
    CHECK(mean_of_nights(nights, actigraphy_nights).nights == 5);
    std::reverse(nights.begin(), nights.end());
    CHECK(mean_of_nights(nights, actigraphy_nights).mean == Exact(330));
    nights[0].measure.status = Status::invalid;
    CHECK(mean_of_nights(nights, diary_nights).status == Status::invalid);
    CHECK_FALSE(actigraphy_nights.evidence.is_verified());
}
