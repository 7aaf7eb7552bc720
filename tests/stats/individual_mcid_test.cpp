// SPDX-License-Identifier: BSL-1.0
// One patient's change against what matters and against the measurement error.
#include "eczscore/stats/individual_mcid.hpp"

#include "stats/reference.hpp"

using namespace eczscore;
using namespace eczscore::stats;

namespace {
const IndividualMid mid(6.6_x, "schram_2012");
const IndividualSdc sdc{8.0};
IndividualMcid judged(Exact improvement, IndividualSdc error = sdc) {
    return individual_mcid(improvement, mid, error);
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
    CHECK(judged(9).mid.source() == "schram_2012");
    CHECK(judged(9).sdc.points == 8.0);
    CHECK(judged(9).state == State::ok);
}

TEST_CASE("a change of exactly the threshold reaches it") {
    // in binary floating point a quarter of the pairs that differ by exactly 6.6 do not
    int wrong_in_doubles = 0;
    for (int tenths = 66; tenths <= 720; ++tenths) {
        const double pre = tenths / 10.0, post = (tenths - 66) / 10.0;
        wrong_in_doubles += pre - post < 6.6;
        CHECK(individual_mcid(pre, post, Better::lower, mid).reaches_mid);
        CHECK_FALSE(individual_mcid(pre, post + 0.05, Better::lower, mid).reaches_mid);
    }
    CHECK(wrong_in_doubles > 100);
    CHECK(judged(6.6_x).reaches_mid);
    CHECK_FALSE(judged(6.55_x).reaches_mid);
    CHECK(IndividualMid(6.6) == IndividualMid(6.6_x));
}

TEST_CASE("uncertain where the measurement error straddles the threshold") {
    const auto by_interval = [](Exact improvement, double points) {
        return judged(improvement, {points}).by_interval;
    };
    CHECK(by_interval(20, 8) == MidVerdict::met);
    CHECK(by_interval(10, 8) == MidVerdict::uncertain);
    CHECK(by_interval(-2, 8) == MidVerdict::not_met);
    CHECK(by_interval(4, 2) == MidVerdict::below_mid_but_real);
    CHECK(by_interval(1, 2) == MidVerdict::not_met);
    CHECK(by_interval(2, 2) == MidVerdict::not_met);  // ends on 0, which is no improvement
    // an interval that ends exactly on the threshold: 10.79 - 4.19 < 6.6 in doubles
    CHECK(10.79 - 4.19 < 6.6);
    CHECK(by_interval(10.79_x, 4.19) == MidVerdict::met);
    CHECK(by_interval(10.78_x, 4.19) == MidVerdict::uncertain);
    CHECK(by_interval(4.5_x, 2.1) == MidVerdict::uncertain);
    CHECK(by_interval(4.45_x, 2.1) == MidVerdict::below_mid_but_real);
    const IndividualMcid one = judged(10);
    CHECK(one.error.lower == 2.0);
    CHECK(one.error.upper == 18.0);
    CHECK(one.error.level == 0.95);
}

TEST_CASE("without a detectable change only the threshold is judged, and the state says so") {
    const IndividualMcid one = judged(7, {});
    CHECK(one.verdict == IndividualVerdict::improved);
    CHECK_FALSE(one.beyond_error);
    CHECK(one.state == State::not_available);
    CHECK(one.by_interval == MidVerdict::not_evaluable);
    CHECK(judged(-7, {}).verdict == IndividualVerdict::worsened);
    CHECK(judged(0, {}).verdict == IndividualVerdict::below_mid);
}

TEST_CASE("the direction of the scale is the caller's to say") {
    CHECK(individual_mcid(20, 10, Better::lower, mid, sdc).verdict == IndividualVerdict::improved);
    CHECK(individual_mcid(20, 10, Better::higher, mid, sdc).verdict == IndividualVerdict::worsened);
    CHECK(individual_mcid(20.0, 10.0, Better::lower, mid, sdc).improvement == Exact(10));
}

TEST_CASE("no score or no threshold is not evaluable") {
    for (const double bad : {not_a_number, infinity, 1e12}) {
        const IndividualMcid one = individual_mcid(bad, 10.0, Better::lower, mid);
        CHECK(one.verdict == IndividualVerdict::not_evaluable);
        CHECK(one.state == (std::isnan(bad) ? State::not_available : State::out_of_range));
    }
    for (const double bad : {0.0, -1.0, not_a_number, infinity}) {
        CHECK_FALSE(IndividualMid(bad).is_valid());
        CHECK(individual_mcid(Exact(10), IndividualMid(bad)).state == State::invalid_argument);
        CHECK(individual_mcid(Exact(10), IndividualMid(bad)).verdict ==
              IndividualVerdict::not_evaluable);
    }
    STATIC_REQUIRE_FALSE(IndividualMid(Exact(0)).is_valid());
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, IndividualMid>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<IndividualMid, WithinGroupMid>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<BetweenGroupMid, WithinGroupMid>);
}
