// SPDX-License-Identifier: BSL-1.0
// Standard errors of measurement from two occasions against R; shifts, equal and missing scores.
#include "eczscore/stats/test_retest_sem.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("test-retest errors agree with R") {
    const auto cases = reference::all("22_anchor_agreement", "sem_");
    REQUIRE(cases.size() >= 7);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const TestRetestSem found = test_retest_sem(data.column(0), data.column(1));
        CHECK_CLOSE(found.consistency.estimate, at(out, "sem"), 1e-12);
        CHECK_CLOSE(found.consistency.ci.lower, numbers(out.at("sem_ci95"))[0], 1e-12);
        CHECK_CLOSE(found.consistency.ci.upper, numbers(out.at("sem_ci95"))[1], 1e-12);
        CHECK_CLOSE(found.agreement.estimate, at(out, "within"), 1e-12);
        CHECK_CLOSE(found.agreement.ci.lower, numbers(out.at("within_ci95"))[0], 1e-12);
        CHECK_CLOSE(found.agreement.ci.upper, numbers(out.at("within_ci95"))[1], 1e-12);
        CHECK_CLOSE(found.sdc, at(out, "sdc"), 1e-12);
        CHECK_CLOSE(found.sdc_group, at(out, "sdc_group"), 1e-12);
    }
}

TEST_CASE("a shift between the occasions is error of agreement, not of consistency") {
    const std::vector<double> first = {3.1, 2.1, 5.3};
    const std::vector<double> second = {4.1, 3.1, 6.3};
    const TestRetestSem found = test_retest_sem(first, second);
    CHECK(found.consistency.state == State::zero_variance);
    CHECK(found.consistency.estimate == 0.0);
    CHECK(found.agreement.state == State::ok);
    CHECK_CLOSE(found.agreement.estimate, std::sqrt(0.5), 1e-14);
    CHECK_CLOSE(found.mean_difference, 1.0, 1e-14);
}

TEST_CASE("test-retest errors of 0 and 1 pairs, and with missing ones") {
    CHECK(test_retest_sem({}, {}).state == State::too_few);
    CHECK(test_retest_sem({}, {}).agreement.state == State::too_few);
    const TestRetestSem one =
        test_retest_sem(std::vector<double>{3, not_a_number}, std::vector<double>{5, 5});
    CHECK(one.missing == 1);
    CHECK(one.state == State::too_few);
    CHECK(one.agreement.state == State::ok);
    CHECK_CLOSE(one.agreement.estimate, std::sqrt(2.0), 1e-14);
}

TEST_CASE("a level outside its range leaves the errors without limits") {
    const std::vector<double> first = {3, 2, 5, 9}, second = {4, 2, 7, 6};
    for (const double level : {0.0, 1.0, not_a_number}) {
        const TestRetestSem found = test_retest_sem(first, second, {.confidence_level = level});
        CHECK(found.state == State::invalid_argument);
        CHECK(found.consistency.state == State::ok);
        CHECK(found.consistency.ci.state == State::invalid_argument);
        CHECK(found.agreement.ci.state == State::invalid_argument);
        CHECK(std::isnan(found.agreement.ci.lower));
    }
}
