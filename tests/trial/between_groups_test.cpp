// SPDX-License-Identifier: BSL-1.0
// Published differences between groups that matter, and the verdict on a difference.
#include "eczscore/trial/between_groups.hpp"

#include "catch_compat.hpp"

#include <string>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/report/number.hpp"

using namespace eczscore;
using trial::BetweenVerdict;

namespace {

std::vector<std::string> published(const Instrument& instrument) {
    std::vector<std::string> ids;
    trial::for_each_between_group_mid(
        instrument, [&](const Threshold& threshold, const stats::BetweenGroupMid& mid) {
            CHECK(mid.exact() == threshold.value);
            CHECK(threshold.unit == ThresholdUnit::points);
            CHECK(threshold.evidence.source != nullptr);
            ids.push_back(std::string(threshold.id) + " " + report::number_text(threshold.value));
        });
    return ids;
}

BetweenVerdict judged(double lower, double estimate, double upper, double mid = 2.89) {
    const stats::Estimate difference{
        .estimate = estimate,
        .ci = {.lower = lower, .upper = upper, .state = stats::State::ok},
        .state = stats::State::ok};
    return trial::verdict_between(
        stats::between_group_mid(difference, stats::BetweenGroupMid(mid)));
}

}  // namespace

TEST_CASE("a difference between groups is judged by what was published between groups alone") {
    CHECK(published(poem::instrument) == std::vector<std::string>{"gaunt_2016_between 2.89"});
    const std::vector<std::string> range{"between_groups_low 1", "between_groups_high 3"};
    CHECK(published(sd_nrs::instrument) == range);
    CHECK(published(skin_pain_nrs::instrument) == range);
    std::size_t others = 0;
    for (const Instrument* instrument : registry) {
        const bool known = instrument->id == "poem" || instrument->id == "sd_nrs" ||
                           instrument->id == "skin_pain_nrs";
        if (!known) others += published(*instrument).size();
    }
    CHECK(others == 0);  // EASI, SCORAD, DLQI: only MIDs of change within persons
}

TEST_CASE("every place of an interval of a difference has its verdict") {
    CHECK(judged(3, 5, 7) == BetweenVerdict::relevantly_superior);
    CHECK(judged(1, 3, 5) == BetweenVerdict::superior_estimate_relevant);
    CHECK(judged(1, 2, 5) == BetweenVerdict::superior);
    CHECK(judged(1, 1.5, 2) == BetweenVerdict::superior_below_mid);
    CHECK(judged(-1, 3, 7) == BetweenVerdict::uncertain);
    CHECK(judged(-1, 0.5, 2) == BetweenVerdict::below_mid);
    CHECK(judged(-2, -1, -0.5) == BetweenVerdict::inferior);
    CHECK(judged(-7, -5, -3) == BetweenVerdict::relevantly_inferior);
}

TEST_CASE("a limit on the threshold, or on 0, is not beyond it") {
    CHECK(judged(2.89, 5, 7) == BetweenVerdict::superior_estimate_relevant);
    CHECK(judged(1, 2.89, 5) == BetweenVerdict::superior_estimate_relevant);
    CHECK(judged(1, 2, 2.89) == BetweenVerdict::superior);
    CHECK(judged(0, 1, 2) == BetweenVerdict::below_mid);
    CHECK(judged(0, 1, 2.89) == BetweenVerdict::uncertain);
    CHECK(judged(-2, -1, 0) == BetweenVerdict::below_mid);
    CHECK(judged(-5, -4, -2.89) == BetweenVerdict::inferior);
}

TEST_CASE("without an interval or a threshold there is no verdict between groups") {
    CHECK(judged(stats::not_a_number, 4, stats::not_a_number) == BetweenVerdict::not_evaluable);
    CHECK(judged(3, 5, 7, 0) == BetweenVerdict::not_evaluable);
    CHECK(trial::verdict_between({}) == BetweenVerdict::not_evaluable);
}

TEST_CASE("every verdict between groups has a name of its own") {
    CHECK(name(BetweenVerdict::relevantly_superior) == "relevantly_superior");
    CHECK(name(BetweenVerdict::not_evaluable) == "not_evaluable");
    for (int i = 0; i < static_cast<int>(BetweenVerdict::not_evaluable); ++i) {
        CHECK(name(static_cast<BetweenVerdict>(i)) != name(static_cast<BetweenVerdict>(i + 1)));
    }
}
