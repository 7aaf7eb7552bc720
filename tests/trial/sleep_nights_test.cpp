// SPDX-License-Identifier: BSL-1.0
// Means over nights: how many are needed, and what a missing or impossible night does.
#include "eczscore/trial/sleep_nights.hpp"

#include <algorithm>
#include <vector>

#include "eczscore/instruments/sleep_diary.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("Sleep nights: a mean needs 4 nights of a diary, or 5 of actigraphy with a weekend") {
    std::vector<NightValue> nights;
    for (int i = 0; i < 7; ++i) {
        CHECK(mean_of_nights(nights, diary_nights).is_known() == (i >= 4));
        CHECK_FALSE(mean_of_nights(nights, actigraphy_nights).is_known());
        nights.push_back({Status::ok, 300 + 10 * i, false});
    }
    CHECK(mean_of_nights(nights, diary_nights).mean == Exact(330));
    nights[2].is_weekend = true;
    CHECK(mean_of_nights(nights, actigraphy_nights).mean == Exact(330));
    nights[0] = {};
    nights[6] = {};
    CHECK(mean_of_nights(nights, actigraphy_nights).nights == 5);
    std::reverse(nights.begin(), nights.end());
    CHECK(mean_of_nights(nights, actigraphy_nights).mean == Exact(330));
    nights[0].status = Status::invalid;
    CHECK(mean_of_nights(nights, diary_nights).status == Status::invalid);
    CHECK_FALSE(actigraphy_nights.evidence.is_verified());
}

TEST_CASE("Sleep nights: a scored night of the diary is a night") {
    const std::array<Answer, 4> answers{22 * 60 + 30, 45, 60, 6 * 60 + 15};
    const NightValue one = night(score(sleep_tst::instrument, answers), true);
    CHECK(one.value == Exact(360));
    CHECK(one.is_weekend);
    CHECK(night(score(sleep_tst::instrument, {})).status == Status::missing);
}
