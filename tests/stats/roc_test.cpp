// SPDX-License-Identifier: BSL-1.0
// ROC thresholds against pROC and the written-out curve; ties, one class, no information.
#include "eczscore/stats/roc.hpp"

#include <algorithm>

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

namespace {

void check_list(const std::vector<double>& found, const Json& expected) {
    const auto wanted = numbers(expected);
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == wanted[i]);
}

void check_curve(const Roc& found, const Json& out) {
    const auto thresholds = numbers(out.at("thresholds"));
    const auto sensitivity = numbers(out.at("sensitivity"));
    const auto specificity = numbers(out.at("specificity"));
    REQUIRE(found.points.size() == thresholds.size());
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        CHECK(found.points[i].threshold == thresholds[i]);
        CHECK_CLOSE(found.points[i].sensitivity, sensitivity[i], 1e-15);
        CHECK_CLOSE(found.points[i].specificity, specificity[i], 1e-15);
    }
    CHECK_CLOSE(found.auc, at(out, "auc"), 1e-12);
    CHECK_CLOSE(found.youden.criterion, at(out, "youden_max"), 1e-12, 1e-15);
    CHECK_CLOSE(found.closest_corner.criterion, at(out, "topleft_min"), 1e-12);
}

}  // namespace

TEST_CASE("ROC agrees with pROC, and lists every tied threshold") {
    const auto cases = reference::all("13_mcid", "roc_");
    REQUIRE(cases.size() >= 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const Roc found = roc(data.change, data.anchor);
        check_curve(found, out);
        check_list(found.youden.tied, out.at("all_thresholds_tied_for_youden"));
        check_list(found.closest_corner.tied, out.at("all_thresholds_tied_for_topleft"));
        check_list(found.balanced.tied, out.at("equal_sens_spec_thresholds"));
        // pROC gives the tied thresholds too; ours is one of them.
        const auto best = numbers(out.at("youden_thresholds"));
        CHECK(std::find(best.begin(), best.end(), found.youden.mic) != best.end());
        CHECK_CLOSE(found.youden.sensitivity, numbers(out.at("youden_sens"))[0], 1e-12);
        CHECK_CLOSE(found.youden.specificity, numbers(out.at("youden_spec"))[0], 1e-12);
        const auto corner = numbers(out.at("topleft_thresholds"));
        CHECK(std::find(corner.begin(), corner.end(), found.closest_corner.mic) != corner.end());
    }
}

TEST_CASE("ROC agrees with the curve written out in whole numbers") {
    const auto cases = reference::all("22_anchor_agreement", "roc_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const Roc found = roc(data.change, data.anchor);
        check_curve(found, out);
        check_list(found.youden.tied, out.at("youden"));
        check_list(found.closest_corner.tied, out.at("topleft"));
        check_list(found.balanced.tied, out.at("equal"));
        CHECK((found.state == State::not_available) == (at(out, "auc") <= 0.5));
        CHECK(std::isnan(found.youden.mic) == (at(out, "auc") <= 0.5));
    }
}

TEST_CASE("of several equally good thresholds the rule chooses, and all are listed") {
    const Json& one = reference::one("22_anchor_agreement", "anchor_tied_youden");
    const auto data = mic_data::patients_of(one);
    Roc found = roc(data.change, data.anchor);
    CHECK(found.youden.tied == std::vector<double>{1.5, 3.5, 5.5});
    CHECK(found.youden.mic == 1.5);
    CHECK(roc(data.change, data.anchor, {1.0, TieRule::middle}).youden.mic == 3.5);
    CHECK(roc(data.change, data.anchor, {1.0, TieRule::largest}).youden.mic == 5.5);
    // Of an even number the middle is the lower one: no threshold is made up between two.
    const std::vector<double> change = {1, 2, 3, 4}, anchor = {0, 1, 0, 1};
    const Roc even = roc(change, anchor, {1.0, TieRule::middle});
    CHECK(even.youden.tied == std::vector<double>{1.5, 3.5});
    CHECK(even.youden.mic == 1.5);
}

TEST_CASE("no threshold is an MIC where the anchor tells nothing") {
    const std::vector<double> change = {1, 2, 3, 4};
    CHECK(roc(change, std::vector<double>{1, 1, 1, 1}).state == State::too_few);
    CHECK(roc(change, std::vector<double>{0, 0, 0, 0}).youden.state == State::too_few);
    CHECK(std::isnan(roc(change, std::vector<double>{1, 1, 1, 1}).auc));

    const Roc equal = roc(std::vector<double>{2, 2, 2, 2}, std::vector<double>{0, 1, 0, 1});
    CHECK(equal.auc == 0.5);
    CHECK(equal.state == State::not_available);
    CHECK(equal.points.size() == 2);

    const Roc apart = roc(change, std::vector<double>{0, 0, 1, 1});
    CHECK(apart.state == State::boundary);
    CHECK(apart.youden.mic == 2.5);
    const Roc none = roc({}, {});
    CHECK(none.state == State::too_few);
    CHECK(none.n == 0);
}

TEST_CASE("the order of the patients does not matter, and missing ones are counted") {
    const Json& one = reference::one("13_mcid", "anchor_mean_change_easi150");
    auto data = mic_data::patients_of(one);
    const Roc before = roc(data.change, data.anchor);
    std::reverse(data.change.begin(), data.change.end());
    std::reverse(data.anchor.begin(), data.anchor.end());
    data.change.push_back(not_a_number);
    data.anchor.push_back(1);
    const Roc after = roc(data.change, data.anchor);
    CHECK(after.missing == 1);
    CHECK(after.auc == before.auc);
    CHECK(after.youden.tied == before.youden.tied);
    CHECK(after.closest_corner.criterion == before.closest_corner.criterion);
    CHECK(before.prevalence == 106.0 / 150.0);
}
