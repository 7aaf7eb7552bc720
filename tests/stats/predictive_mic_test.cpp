// SPDX-License-Identifier: BSL-1.0
// Predictive MICs against R's glm and the package MIC; separation, no slope, one class.
#include "eczscore/stats/predictive_mic.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("predictive MICs agree with 13_mcid") {
    int compared = 0;
    for (const Json* each : reference::all("13_mcid", "predictive_mic_")) {
        INFO(each->at("id"));
        if (each->at("id") == "predictive_mic_no_information") continue;  // see below
        ++compared;
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const PredictiveMic found = predictive_mic(data.change, data.anchor, {1.0, 0.7, 0.95});
        CHECK(found.state == State::ok);
        CHECK_CLOSE(found.intercept, at(out, "intercept"), 1e-11);
        CHECK_CLOSE(found.slope, at(out, "slope"), 1e-11);
        CHECK_CLOSE(found.prevalence, at(out, "proportion_improved"), 1e-15);
        CHECK_CLOSE(found.log_odds, at(out, "log_odds_prevalence"), 1e-12);
        CHECK_CLOSE(found.predictive.estimate, at(out, "mic_predictive"), 1e-11);
        CHECK_CLOSE(found.point_biserial, at(out, "point_biserial"), 1e-12);
        CHECK_CLOSE(found.sd_change, at(out, "sd_change"), 1e-12);
        CHECK_CLOSE(found.adjusted.estimate, at(out, "mic_adjusted"), 1e-11);
        CHECK_CLOSE(found.improved.estimate, at(out, "mic_improved_adjusted_rel_0.7"), 1e-11);
        // The package stops glm at its default tolerance: 8 digits.
        const auto package = numbers(out.at("check_MIC").at("adjusted"));
        CHECK_CLOSE(found.predictive.estimate, package[0], 1e-8);
        CHECK_CLOSE(found.adjusted.estimate, package[1], 1e-8);
        CHECK_CLOSE(found.improved.estimate, package[2], 1e-8);
    }
    CHECK(compared >= 3);
}

TEST_CASE("the standard error of the predictive MIC is that of the delta method in R") {
    const auto cases = reference::all("22_anchor_agreement", "predictive_");
    REQUIRE(cases.size() >= 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const PredictiveMic found = predictive_mic(data.change, data.anchor, {1.0, 0.9, 0.95});
        CHECK_CLOSE(found.predictive.estimate, at(out, "mic"), 1e-11);
        CHECK_CLOSE(found.slope_se, at(out, "slope_se"), 1e-10);
        CHECK_CLOSE(found.predictive.se, at(out, "mic_se"), 1e-10);
        // glm's vcov has the weights of the step before the last: 9 digits.
        CHECK_CLOSE(found.slope_se, at(out, "slope_se_glm"), 1e-8);
        CHECK_CLOSE(found.adjusted.estimate, at(out, "adjusted"), 1e-11);
        CHECK_CLOSE(found.improved.estimate, at(out, "improved_0.9"), 1e-11);
    }
}

TEST_CASE("a patient's influence is what one more of them does to the MIC") {
    const Json& one = reference::one("13_mcid", "anchor_mean_change_high_prevalence");
    const auto data = mic_data::patients_of(one);
    detail::Pairs pairs{data.change, data.anchor, 0};
    detail::RocTable table = detail::roc_table(pairs, 1.0);
    const std::int64_t many = 1000000;
    for (auto& count : table.improved_at) count *= many;
    for (auto& count : table.other_at) count *= many;
    table.improved *= many;
    table.other *= many;
    const auto all = [&] {
        const detail::PredictiveLine of = detail::predictive_line(table);
        return detail::MicInfluence{of.mic,
                                    of.mic - detail::correction_2017(of.spread, of.log_odds),
                                    of.mic - detail::correction_2022(of.spread, of.log_odds, 0.7)};
    };
    const detail::PredictiveLine of = detail::predictive_line(table);
    const double n = 200.0 * static_cast<double>(many);
    for (const std::size_t i : {std::size_t{2}, table.values.size() / 2, table.values.size() - 3}) {
        for (const bool yes : {false, true}) {
            std::int64_t& count = (yes ? table.improved_at : table.other_at)[i];
            std::int64_t& total = yes ? table.improved : table.other;
            const std::int64_t step = 20000;  // of 2e8: 1e-4
            count += step, total += step;
            const detail::MicInfluence up = all();
            count -= 2 * step, total -= 2 * step;
            if (count < 0) {
                count += step, total += step;
                continue;
            }
            const detail::MicInfluence down = all();
            count += step, total += step;
            const double slope = n / (2.0 * static_cast<double>(step));
            const detail::MicInfluence found =
                detail::mic_influence(of, n, table.values[i], yes, 0.7);
            CHECK_CLOSE(found.predictive, slope * (up.predictive - down.predictive), 1e-3, 1e-3);
            CHECK_CLOSE(found.adjusted, slope * (up.adjusted - down.adjusted), 1e-3, 1e-3);
            CHECK_CLOSE(found.improved, slope * (up.improved - down.improved), 1e-3, 1e-3);
        }
    }
}

TEST_CASE("where the anchor tells nothing R returns the ratio of two rounding errors") {
    const Json& one = reference::one("13_mcid", "predictive_mic_no_information");
    const Json& out = one.at("output");
    CHECK(std::abs(at(out, "slope")) < 1e-15);
    CHECK(at(out, "mic_predictive") > 1.0);  // 0 / 0, to all digits
    const auto data = mic_data::patients_of(one);
    const PredictiveMic found = predictive_mic(data.change, data.anchor);
    CHECK(found.state == State::not_available);
    CHECK(found.predictive.state == State::not_available);
    CHECK(std::isnan(found.predictive.estimate));
    CHECK(std::abs(found.slope) < 1e-15);
    CHECK(found.prevalence == 0.5);
}

TEST_CASE("separation, reversal, one class and one change have their states") {
    const std::vector<double> anchor = {0, 0, 0, 1, 1, 1};
    const auto state = [&](std::vector<double> change) {
        return predictive_mic(change, anchor).state;
    };
    CHECK(state({1, 2, 3, 4, 5, 6}) == State::separation);
    CHECK(state({6, 5, 4, 3, 2, 1}) == State::separation);
    CHECK(state({1, 2, 3, 3, 5, 6}) == State::separation);  // they share one value: still infinite
    CHECK(state({3, 4, 6, 1, 2, 5}) == State::not_available);
    CHECK(state({2, 2, 2, 2, 2, 2}) == State::zero_variance);
    CHECK(state({1, 2, 4, 3, 5, 6}) == State::ok);
    const std::vector<double> change = {1, 2, 4, 3, 5, 6};
    CHECK(predictive_mic(change, std::vector<double>(6, 1.0)).state == State::too_few);
    CHECK(predictive_mic({}, {}).state == State::too_few);

    const auto without = predictive_mic(change, anchor);
    CHECK(without.improved.state == State::not_available);
    CHECK(without.adjusted.state == State::approximate);
    for (const double reliability : {1.2, 0.0, -0.5}) {
        const Estimate unreliable =
            predictive_mic(change, anchor, {1.0, reliability, 0.95}).improved;
        CHECK(unreliable.state == State::invalid_argument);
        CHECK(std::isnan(unreliable.estimate));
        CHECK(std::isnan(unreliable.se));
    }
    const Json& perfect = reference::one("13_mcid", "anchor_mean_change_perfect");
    const auto data = mic_data::patients_of(perfect);
    CHECK(predictive_mic(data.change, data.anchor).state == State::separation);
}

TEST_CASE("the MIC moves with the scale of the change") {
    const Json& one = reference::one("13_mcid", "anchor_mean_change_poem40");
    const auto data = mic_data::patients_of(one);
    const PredictiveMic before = predictive_mic(data.change, data.anchor, {1.0, 0.7, 0.95});
    auto moved = data.change;
    for (double& change : moved) change = 4.0 * change + 100.0;
    const PredictiveMic after = predictive_mic(moved, data.anchor, {1.0, 0.7, 0.95});
    CHECK_CLOSE(after.predictive.estimate, 4.0 * before.predictive.estimate + 100.0, 1e-12);
    CHECK_CLOSE(after.improved.se, 4.0 * before.improved.se, 1e-10);
}
