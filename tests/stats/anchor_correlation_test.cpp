// SPDX-License-Identifier: BSL-1.0
// The anchor's correlations against R; when an anchor is fit, weak, reversed or constant.
#include "eczscore/stats/anchor_correlation.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("the anchor's correlations agree with R") {
    int compared = 0;
    for (const Json* each : reference::all("13_mcid", "anchor_mean_change_")) {
        INFO(each->at("id"));
        const auto data = mic_data::patients_of(*each);
        const AnchorCorrelation found = anchor_correlation(data.change, data.anchor);
        CHECK_CLOSE(found.pearson.estimate, at(each->at("output"), "pearson"), 1e-12, 1e-15);
        CHECK_CLOSE(found.spearman.estimate, at(each->at("output"), "spearman"), 1e-12, 1e-15);
        ++compared;
    }
    for (const Json* each : reference::all("22_anchor_agreement", "anchor_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const AnchorCorrelation found = anchor_correlation(data.change, data.anchor);
        CHECK_CLOSE(found.pearson.estimate, at(out, "pearson"), 1e-12, 1e-15);
        const auto fisher = numbers(out.at("pearson_ci95"));
        const auto bonett = numbers(out.at("spearman_bonett_wright"));
        CHECK_CLOSE(found.pearson.ci.lower, fisher[0], 1e-12);
        CHECK_CLOSE(found.pearson.ci.upper, fisher[1], 1e-12);
        CHECK_CLOSE(found.spearman.ci.lower, bonett[0], 1e-12);
        CHECK_CLOSE(found.spearman.ci.upper, bonett[1], 1e-12);
        ++compared;
    }
    CHECK(compared >= 11);
}

TEST_CASE("an anchor is checked against the required correlation") {
    const Json& good = reference::one("13_mcid", "anchor_mean_change_easi150");
    auto data = mic_data::patients_of(good);
    auto found = anchor_correlation(data.change, data.anchor);
    CHECK(found.is_sufficient);
    CHECK(found.is_surely_sufficient);
    CHECK_FALSE(found.is_reversed);
    found = anchor_correlation(data.change, data.anchor, {0.68, 0.95});
    CHECK(found.is_sufficient);
    CHECK_FALSE(found.is_surely_sufficient);
    for (double& change : data.change) change = -change;  // computed as worsening
    found = anchor_correlation(data.change, data.anchor);
    CHECK(found.is_reversed);
    CHECK_FALSE(found.is_sufficient);
}

TEST_CASE("a constant anchor, perfect agreement and few patients") {
    const std::vector<double> change = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    const std::vector<double> anchor = {1, 2, 3, 4, 5, 6, 7};
    const auto constant = anchor_correlation(change, anchor);
    CHECK(constant.state == State::zero_variance);
    CHECK(constant.pearson.state == State::zero_variance);
    CHECK_FALSE(constant.is_sufficient);
    const auto same = anchor_correlation(anchor, anchor);
    CHECK(same.spearman.estimate == 1.0);
    CHECK(same.spearman.state == State::boundary);
    const auto three = anchor_correlation(std::vector<double>{1, 2, 3, not_a_number},
                                          std::vector<double>{1, 3, 2, 4});
    CHECK(three.state == State::too_few);
    CHECK(three.spearman.estimate == 0.5);
    CHECK(three.spearman.missing == 1);
    // No correlation is neither enough nor the wrong way round.
    const auto none =
        anchor_correlation(std::vector<double>{1, 2, 1, 2}, std::vector<double>{1, 1, 2, 2});
    CHECK(none.spearman.estimate == 0.0);
    CHECK_FALSE(none.is_reversed);
    CHECK_FALSE(none.is_sufficient);
    CHECK_FALSE(anchor_correlation(change, anchor).is_reversed);
    CHECK(anchor_correlation({}, {}).state == State::too_few);
}
