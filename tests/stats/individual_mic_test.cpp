// SPDX-License-Identifier: BSL-1.0
// One patient's change against what matters and against the measurement error.
// Covers: stats/types/minimal_important.hpp
#include "eczscore/stats/individual_mic.hpp"

#include "stats/reference.hpp"

using namespace eczscore;
using namespace eczscore::stats;

namespace {
const IndividualMic mid(6.6_x, "schram_2012");
const IndividualSdc sdc{8.0};
IndividualMicResult judged(Exact improvement, IndividualSdc error = sdc) {
    return individual_mic(improvement, mid, error);
}
}  // namespace

TEST_CASE("both thresholds are reported and kept apart") {
    CHECK(judged(9).verdict == IndividualVerdict::improved);
    CHECK(judged(8).verdict == IndividualVerdict::improved_within_error);  // not more than the SDC
    CHECK(judged(7).verdict == IndividualVerdict::improved_within_error);
    CHECK(judged(6).verdict == IndividualVerdict::below_mid);
    CHECK(judged(-6).verdict == IndividualVerdict::below_mid);
    CHECK(judged(-7).verdict == IndividualVerdict::worsened_within_error);
    CHECK(judged(-9).verdict == IndividualVerdict::worsened);
    CHECK(judged(5, {4.0}).verdict == IndividualVerdict::below_mid_but_real);
    CHECK(judged(-5, {4.0}).verdict == IndividualVerdict::below_mid);
    CHECK(judged(9).mic.source() == "schram_2012");
    CHECK(judged(9).sdc.points == 8.0);
    CHECK(judged(9).state == State::ok);
}

TEST_CASE("a change of exactly the threshold reaches it") {
    // in binary floating point a quarter of the pairs that differ by exactly 6.6 do not
    int wrong_in_doubles = 0;
    for (int tenths = 66; tenths <= 720; ++tenths) {
        const double pre = tenths / 10.0, post = (tenths - 66) / 10.0;
        wrong_in_doubles += pre - post < 6.6;
        CHECK(individual_mic(pre, post, Direction::higher_is_worse, mid).reaches_mic);
        CHECK_FALSE(individual_mic(pre, post + 0.05, Direction::higher_is_worse, mid).reaches_mic);
    }
    CHECK(wrong_in_doubles > 100);
    CHECK(judged(6.6_x).reaches_mic);
    CHECK_FALSE(judged(6.55_x).reaches_mic);
    CHECK(IndividualMic(6.6) == IndividualMic(6.6_x));
}

TEST_CASE("uncertain where the measurement error straddles the threshold") {
    const auto by_interval = [](Exact improvement, double points) {
        return judged(improvement, {points}).by_interval;
    };
    CHECK(by_interval(20, 8) == ThresholdVerdict::met);
    CHECK(by_interval(10, 8) == ThresholdVerdict::uncertain);
    CHECK(by_interval(-2, 8) == ThresholdVerdict::not_met);
    CHECK(by_interval(4, 2) == ThresholdVerdict::below_mid_but_real);
    CHECK(by_interval(1, 2) == ThresholdVerdict::not_met);
    CHECK(by_interval(2, 2) == ThresholdVerdict::not_met);  // ends on 0, which is no improvement
    // an interval that ends exactly on the threshold: 10.79 - 4.19 < 6.6 in doubles
    CHECK(10.79 - 4.19 < 6.6);
    CHECK(by_interval(10.79_x, 4.19) == ThresholdVerdict::met);
    CHECK(by_interval(10.78_x, 4.19) == ThresholdVerdict::uncertain);
    CHECK(by_interval(4.5_x, 2.1) == ThresholdVerdict::uncertain);
    CHECK(by_interval(4.45_x, 2.1) == ThresholdVerdict::below_mid_but_real);
    const IndividualMicResult one = judged(10);
    CHECK(one.error.lower == 2.0);
    CHECK(one.error.upper == 18.0);
    CHECK(one.error.confidence_level == 0.95);
}

TEST_CASE("without a detectable change only the threshold is judged, and the state says so") {
    const IndividualMicResult one = judged(7, {});
    CHECK(one.verdict == IndividualVerdict::improved);
    CHECK_FALSE(one.beyond_error);
    CHECK(one.state == State::not_available);
    CHECK(one.by_interval == ThresholdVerdict::not_evaluable);
    CHECK(judged(-7, {}).verdict == IndividualVerdict::worsened);
    CHECK(judged(0, {}).verdict == IndividualVerdict::below_mid);
}

TEST_CASE("the direction of the scale is the caller's to say") {
    CHECK(individual_mic(20, 10, Direction::higher_is_worse, mid, sdc).verdict ==
          IndividualVerdict::improved);
    CHECK(individual_mic(20, 10, Direction::higher_is_better, mid, sdc).verdict ==
          IndividualVerdict::worsened);
    CHECK(individual_mic(20.0, 10.0, Direction::higher_is_worse, mid, sdc).improvement ==
          Exact(10));
}

TEST_CASE("no score or no threshold is not evaluable") {
    for (const double bad : {not_a_number, infinity, 1e12}) {
        const IndividualMicResult one = individual_mic(bad, 10.0, Direction::higher_is_worse, mid);
        CHECK(one.verdict == IndividualVerdict::not_evaluable);
        CHECK(one.state == (std::isnan(bad) ? State::not_available : State::out_of_range));
    }
    for (const double bad : {0.0, -1.0, not_a_number, infinity}) {
        CHECK_FALSE(IndividualMic(bad).is_valid());
        CHECK(individual_mic(Exact(10), IndividualMic(bad)).state == State::invalid_argument);
        CHECK(individual_mic(Exact(10), IndividualMic(bad)).verdict ==
              IndividualVerdict::not_evaluable);
    }
    STATIC_REQUIRE_FALSE(IndividualMic(Exact(0)).is_valid());
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, IndividualMic>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<IndividualMic, WithinGroupMic>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<BetweenGroupMid, WithinGroupMic>);
}
