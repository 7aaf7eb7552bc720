// SPDX-License-Identifier: BSL-1.0
// DeLong's variance against pROC and the placement matrix; perfect and tiny samples.
#include "eczscore/stats/delong.hpp"

#include <algorithm>

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("DeLong agrees with pROC and with the placement matrix") {
    const auto cases = mic_data::both("roc_");
    REQUIRE(cases.size() >= 9);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const DeLong found = delong(data.change, data.anchor);
        CHECK_CLOSE(found.auc.estimate, at(out, "auc"), 1e-12);
        CHECK_CLOSE(found.variance, at(out, "auc_delong_var"), 1e-12);
        const auto ci = numbers(out.at("auc_ci95"));
        if (found.auc.state == State::ok) {
            CHECK_CLOSE(found.auc.ci.lower, ci.front(), 1e-12);
            CHECK_CLOSE(found.auc.ci.upper, ci.back(), 1e-12);
        }
        if (!out.contains("auc_newcombe5")) continue;
        const auto score = numbers(out.at("auc_newcombe5"));
        CHECK_CLOSE(found.score.lower, score[0], 1e-10, 1e-14);
        CHECK_CLOSE(found.score.upper, score[1], 1e-10);
    }
}

TEST_CASE("an AUC of 1 has no variance but an interval: pROC prints 1 to 1") {
    const Json& one = reference::one("13_mcid", "roc_perfect");
    const auto data = mic_data::patients_of(one);
    CHECK(numbers(one.at("output").at("auc_ci95")) == std::vector<double>{1, 1, 1});
    const DeLong found = delong(data.change, data.anchor);
    CHECK(found.auc.state == State::boundary);
    CHECK(found.auc.estimate == 1.0);
    CHECK(found.variance == 0.0);
    CHECK(found.auc.ci.upper == 1.0);
    CHECK(found.auc.ci.lower > 0.4);
    CHECK(found.auc.ci.lower < 0.95);
    // The mirror image.
    auto mirror = data.change;
    for (double& change : mirror) change = -change;
    const DeLong opposite = delong(mirror, data.anchor);
    CHECK(opposite.auc.estimate == 0.0);
    CHECK_CLOSE(opposite.auc.ci.upper, 1.0 - found.auc.ci.lower, 1e-14);
}

TEST_CASE("DeLong of one class, of one patient in a class, and of equal changes") {
    const std::vector<double> change = {1, 2, 3};
    CHECK(delong(change, std::vector<double>{1, 1, 1}).auc.state == State::too_few);
    const DeLong single = delong(change, std::vector<double>{0, 0, 1});
    CHECK(single.auc.state == State::too_few);
    CHECK(single.auc.estimate == 1.0);
    CHECK(single.auc.ci.state == State::approximate);
    CHECK(std::isnan(single.variance));
    const DeLong equal = delong(std::vector<double>{5, 5, 5, 5}, std::vector<double>{0, 0, 1, 1});
    CHECK(equal.auc.estimate == 0.5);
    CHECK(equal.auc.state == State::boundary);
    CHECK(equal.auc.ci.contains(0.5));
}
