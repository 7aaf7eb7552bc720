// SPDX-License-Identifier: BSL-1.0
// The caregiver sleep quality rating and the three items of the Atopic Dermatitis Sleep Scale.
// Covers: instruments/adss.hpp, instruments/sq_nrs_u6.hpp
#include <array>
#include <cstddef>
#include <vector>

#include "eczscore/instruments/adss.hpp"
#include "eczscore/instruments/sd_nrs.hpp"
#include "eczscore/instruments/sq_nrs_u6.hpp"

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"sq_nrs_u6", "adss_falling_asleep", "adss_awakenings",
                           "adss_returning_to_sleep"};

Score week(const Instrument& instrument, const std::vector<int>& days) {
    return score(instrument, plain::answers(days));
}
plain::Scale seven_days(int most) {
    return {std::vector<plain::Item>(7, plain::codes(0, most)), 3, 1, 7};
}
}  // namespace

TEST_CASE("Sleep ratings: the facts") {
    using namespace facts;
    check(sq_nrs_u6::instrument, {}, {});
    check(adss_falling_asleep::instrument, {},
          {{"mcid", Basis::mcid, 1.25_x, points, 0, high, seen, true}});
    check(adss_awakenings::instrument, {},
          {{"mcid", Basis::mcid, 1.5_x, points, 0, high, seen, true}});
    check(adss_returning_to_sleep::instrument, {},
          {{"mcid", Basis::mcid, 1.25_x, points, 0, high, seen, true}});
}

TEST_CASE("Sleep ratings: weekly means against plain integers") {
    CHECK(plain::mismatches(sq_nrs_u6::instrument, seven_days(10), 20'000) == 0);
    CHECK(plain::mismatches(adss_falling_asleep::instrument, seven_days(4), 20'000) == 0);
    CHECK(plain::mismatches(adss_awakenings::instrument, seven_days(29), 20'000) == 0);
    CHECK(plain::mismatches(adss_returning_to_sleep::instrument, seven_days(4), 20'000) == 0);
}

TEST_CASE(
    "Sleep quality NRS: 10 is best, so a rise is an improvement; the other NRS runs against") {
    CHECK(sq_nrs_u6::instrument.direction == Direction::higher_is_better);
    CHECK(sd_nrs::instrument.direction == Direction::higher_is_worse);
    const Score low = week(sq_nrs_u6::instrument, {4, 4, 4, 4, 4, 4, 4});
    const Score high = week(sq_nrs_u6::instrument, {7, 7, 7, 7, 7, 7, 7});
    CHECK(change(sq_nrs_u6::instrument, low, high).improvement() == Exact(3));
}

TEST_CASE("Sleep ratings: four nights of seven are enough, three are not") {
    CHECK(week(sq_nrs_u6::instrument, {8, 9, 9, blank, 10, blank, blank}).value() == Exact(9));
    CHECK(week(sq_nrs_u6::instrument, {8, 9, 9, blank, blank, blank, blank}).status ==
          Status::missing);
    CHECK(week(adss_awakenings::instrument, {29, 0, 1, blank, 2, blank, blank}).value() ==
          Exact(8));
    CHECK(week(adss_awakenings::instrument, {30, 0, 1, 2, 2, 2, 2}).status == Status::invalid);
    CHECK(week(adss_falling_asleep::instrument, {5, 0, 1, 2, 2, 2, 2}).status == Status::invalid);
}

TEST_CASE("ADSS: 1.25 points better is a change that matters, exactly at equality") {
    const Instrument& item = adss_falling_asleep::instrument;
    const Score before = week(item, {3, 3, 3, 3, blank, blank, blank});
    const Score now = week(item, {2, 2, 2, 1, blank, blank, blank});
    const Threshold& mcid = item.thresholds[0];
    CHECK(verdict(mcid, change(item, before, now)) == Verdict::improved);
    const Score less = week(item, {2, 2, 2, 2, 2, 1, 2});
    CHECK(verdict(mcid, change(item, before, less)) == Verdict::unchanged);
}

TEST_CASE("ADSS: three rows and no total") {
    CHECK(adss_falling_asleep::instrument.max == Exact(4));
    CHECK(adss_awakenings::instrument.max == Exact(29));
    CHECK(adss_returning_to_sleep::instrument.max == Exact(4));
    CHECK(adss_falling_asleep::instrument.prefix() == Text("adss_falling_asleep"));
}
