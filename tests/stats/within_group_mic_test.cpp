// SPDX-License-Identifier: BSL-1.0
// A group's mean improvement against what matters within a group.
// Covers: stats/types/change_direction.hpp
#include "eczscore/stats/within_group_mic.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
ThresholdVerdict verdict(double lower, double upper, double mid = 6.6) {
    return within_group_mic(Interval{.lower = lower, .upper = upper, .state = State::ok},
                            WithinGroupMic(mid))
        .verdict;
}
}  // namespace

TEST_CASE("the decisions agree with the rule evaluated in R") {
    const Json& one = reference::one("01_individual", "mcid_group_decision");
    const Json& out = one.at("output");
    Estimate improvement;
    improvement.estimate = out.at("estimate").get<double>();
    improvement.ci = {.lower = out.at("lower").get<double>(),
                      .upper = out.at("upper").get<double>(),
                      .state = State::ok};
    const auto mids = reference::numbers(one.at("input").at("mcid"));
    for (std::size_t i = 0; i < mids.size(); ++i) {
        const WithinGroupMicResult found = within_group_mic(improvement, WithinGroupMic(mids[i]));
        INFO("MID " << mids[i]);
        const std::string expected = out.at("decision")[i].get<std::string>();
        const std::string words =
            expected == "statistically significant, below MCID" ? "below_mid_but_real" : expected;
        CHECK(std::string(name(found.verdict)) == (words == "not met" ? "not_met" : words));
        CHECK(found.direction == ChangeDirection::improved);
        CHECK(found.state == State::ok);
    }
}

TEST_CASE("every place of an interval has its verdict") {
    CHECK(verdict(7, 9) == ThresholdVerdict::met);
    CHECK(verdict(6.6, 9) == ThresholdVerdict::met);  // equal counts as met
    CHECK(verdict(5, 9) == ThresholdVerdict::uncertain);
    CHECK(verdict(5, 6.6) == ThresholdVerdict::uncertain);
    CHECK(verdict(1, 5) == ThresholdVerdict::below_mid_but_real);
    CHECK(verdict(0, 5) == ThresholdVerdict::not_met);
    CHECK(verdict(-5, 9) == ThresholdVerdict::uncertain);
    CHECK(verdict(6.6, 6.6) == ThresholdVerdict::met);
    CHECK(verdict(5, infinity) == ThresholdVerdict::uncertain);
    CHECK(verdict(7, infinity) == ThresholdVerdict::met);
    CHECK(verdict(not_a_number, 9) == ThresholdVerdict::not_evaluable);
    CHECK(verdict(9, 7) == ThresholdVerdict::not_evaluable);
    CHECK(verdict(1, 2, 0) == ThresholdVerdict::not_evaluable);
}

TEST_CASE("an interval around 0 below the threshold has a verdict") {
    // clinicalsignificance 3.0.0 returns NA here on scales where higher is better
    CHECK(verdict(-2, 3) == ThresholdVerdict::not_met);
}

TEST_CASE("a worsening is called one") {
    // clinicalsignificance 3.0.0 calls it "statistically significant but not clinically relevant"
    // on scales where lower is better
    const WithinGroupMicResult found = within_group_mic(
        Interval{.lower = -9, .upper = -4, .state = State::ok}, WithinGroupMic(6.6));
    CHECK(found.verdict == ThresholdVerdict::not_met);
    CHECK(found.direction == ChangeDirection::worsened);
    const auto direction = [](double lower, double upper) {
        return within_group_mic(Interval{.lower = lower, .upper = upper, .state = State::ok},
                                WithinGroupMic(6.6))
            .direction;
    };
    CHECK(direction(0, 4) == ChangeDirection::unclear);  // a limit of exactly 0 is no direction
    CHECK(direction(-4, 0) == ChangeDirection::unclear);
    CHECK(direction(1, 4) == ChangeDirection::improved);
    CHECK(direction(not_a_number, 4) == ChangeDirection::not_evaluable);
}

TEST_CASE("the state is the interval's own") {
    const Interval wide{
        .lower = 1, .upper = 20, .attained = 0.75, .state = State::level_not_attained};
    CHECK(within_group_mic(wide, WithinGroupMic(6.6)).state == State::level_not_attained);
    CHECK(within_group_mic(Estimate{}, WithinGroupMic(6.6)).state == State::too_few);
    CHECK(within_group_mic(Estimate{}, WithinGroupMic(6.6)).verdict ==
          ThresholdVerdict::not_evaluable);
    CHECK(within_group_mic(wide, WithinGroupMic(0)).state == State::invalid_argument);
}
