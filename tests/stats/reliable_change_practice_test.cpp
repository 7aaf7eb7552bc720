// SPDX-License-Identifier: BSL-1.0
// Reliable change against retested controls, by the definitions evaluated in R.
#include "eczscore/stats/reliable_change_practice.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("practice-adjusted indices agree with R") {
    const Json& one = reference::one("01_individual", "rci_practice");
    const Json& in = one.at("input");
    const Json& out = one.at("output");
    const auto pre = reference::numbers(in.at("pre")), post = reference::numbers(in.at("post"));
    const Controls c = controls(reference::numbers(in.at("control_pre")),
                                reference::numbers(in.at("control_post")));
    REQUIRE(c.state == State::ok);
    CHECK(c.n == 60);
    CHECK_CLOSE(c.mean_gain, out.at("practice_mean").get<double>(), 1e-12);
    CHECK_CLOSE(c.correlation, out.at("r").get<double>(), 1e-12);
    CHECK_CLOSE(c.intercept, out.at("intercept").get<double>(), 1e-12);
    CHECK_CLOSE(c.slope, out.at("slope").get<double>(), 1e-12);
    CHECK_CLOSE(c.residual_sd, out.at("see").get<double>(), 1e-12);
    const std::pair<PracticeRci, const char*> variants[] = {
        {PracticeRci::chelune, "chelune"},
        {PracticeRci::iverson, "iverson"},
        {PracticeRci::sd_of_difference, "sd_of_difference"},
        {PracticeRci::mcsweeny, "srb_mcsweeny"},
        {PracticeRci::crawford_garthwaite, "crawford_garthwaite"}};
    for (const auto& [variant, key] : variants) {
        INFO(key);
        const ReliableRule rule = reliable_change(variant, c);
        REQUIRE(rule.state == State::ok);
        for (std::size_t i = 0; i < pre.size(); ++i) {
            // near 0 the index is a difference of scores: 1e-14 of a point
            CHECK_CLOSE(rule(pre[i], post[i]).index, out.at(key)[i].get<double>(), 1e-12, 1e-14);
        }
    }
    const ReliableRule predicted = reliable_change(PracticeRci::crawford_garthwaite, c);
    CHECK(predicted.df == out.at("crawford_garthwaite_df").get<double>());
    CHECK_CLOSE(predicted.critical, 2.0017174841452352, 1e-12);  // qt(0.975, 58)
}

TEST_CASE("few, equal or missing controls") {
    const double pre[] = {10, 12, 15, not_a_number}, post[] = {11, 13, 15, 9};
    const Controls three = controls(pre, post);
    CHECK(three.n == 3);
    CHECK(three.missing == 1);
    CHECK(reliable_change(PracticeRci::crawford_garthwaite, three).state == State::ok);

    const Controls two = controls(std::span(pre).first(2), std::span(post).first(2));
    CHECK(reliable_change(PracticeRci::mcsweeny, two).state == State::too_few);
    // two controls that gain the same are in perfect step
    CHECK(reliable_change(PracticeRci::sd_of_difference, two).state == State::zero_variance);
    CHECK(reliable_change(PracticeRci::chelune, controls(std::span(pre).first(1), post)).state ==
          State::too_few);
    const double same[] = {7, 7, 7};
    CHECK(reliable_change(PracticeRci::chelune, controls(same, post)).state ==
          State::zero_variance);
    CHECK(reliable_change(PracticeRci::chelune, controls({}, {}))(1, 2).verdict ==
          Reliable::not_evaluable);
}

TEST_CASE("controls in perfect step leave no spread, in decimals too") {
    // in doubles their gains differ in the last digit, and the correlation may miss 1
    const double pre[] = {10.1, 12.3, 15.7, 18.2}, one_more[] = {11.1, 13.3, 16.7, 19.2};
    const Controls step = controls(pre, one_more);
    CHECK(step.sd_gain == 0.0);
    CHECK(step.residual_sd == 0.0);
    CHECK(step.correlation == 1.0);
    const double scaled[] = {3.03, 3.69, 4.71, 5.46};  // 0.3 of it
    for (const auto variant : {PracticeRci::chelune, PracticeRci::iverson, PracticeRci::mcsweeny,
                               PracticeRci::crawford_garthwaite}) {
        INFO(std::string(name(variant)));
        CHECK(reliable_change(variant, step).state == State::zero_variance);
        CHECK(reliable_change(variant, controls(pre, scaled)).state == State::zero_variance);
    }
    CHECK(reliable_change(PracticeRci::sd_of_difference, step).state == State::zero_variance);
    CHECK(reliable_change(PracticeRci::sd_of_difference, controls(pre, scaled)).state == State::ok);
    const double flat[] = {5, 5, 5, 5}, other[] = {11, 12, 19, 15};
    CHECK(reliable_change(PracticeRci::chelune, controls(pre, flat)).state == State::zero_variance);
    CHECK(reliable_change(PracticeRci::chelune, controls(pre, other), {.confidence_level = 1.0})
              .state == State::invalid_argument);
}
