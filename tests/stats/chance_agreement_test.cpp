// SPDX-License-Identifier: BSL-1.0
// PABAK and AC1 against R and Gwet's printed variance; where kappa is undefined or paradoxical.
#include "eczscore/stats/chance_agreement.hpp"

#include "stats/kappa_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("PABAK and AC1 agree with 14_reliability") {
    for (const Json* each : reference::all("14_reliability", "kappa_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto table = kappa_data::counts(each->at("input").at("table"));
        const ChanceAgreement found = chance_agreement(table.counts, table.categories);
        CHECK_CLOSE(found.observed.estimate, at(out, "observed_agreement"), 1e-12);
        CHECK_CLOSE(found.pabak.estimate, at(out, "pabak"), 1e-12);
        CHECK_CLOSE(found.ac1.estimate, at(out, "gwet_ac1"), 1e-12);
    }
}

TEST_CASE("intervals agree with Wilson's and with Gwet's printed variance") {
    const auto cases = reference::all("22_anchor_agreement", "agreement_");
    REQUIRE(cases.size() >= 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto table = kappa_data::counts(each->at("input").at("table"));
        const ChanceAgreement found = chance_agreement(table.counts, table.categories);
        const auto pabak = numbers(out.at("pabak_ci95"));
        CHECK_CLOSE(found.pabak.ci.lower, pabak[0], 1e-12);
        CHECK_CLOSE(found.pabak.ci.upper, pabak[1], 1e-12);
        CHECK_CLOSE(found.brennan_prediger.estimate, at(out, "brennan_prediger"), 1e-12);
        CHECK_CLOSE(found.ac1.estimate, at(out, "ac1"), 1e-12);
        CHECK_CLOSE(found.ac1.se, at(out, "ac1_se"), 1e-12);
    }
}

TEST_CASE("where one grade prevails kappa is below 0 and these are not") {
    const std::vector<std::int64_t> skewed = {118, 5, 2, 0};
    const ChanceAgreement found = chance_agreement(skewed, 2);
    CHECK(found.pabak.estimate > 0.8);
    CHECK(found.ac1.estimate > 0.9);
    const double se = found.observed.se;
    CHECK_CLOSE(se, std::sqrt(118.0 / 125 * 7 / 125 / 125), 1e-14);
    CHECK_CLOSE(found.pabak.se, 2 * se, 1e-14);
    const std::vector<std::int64_t> graded = {20, 3, 1, 2, 15, 4, 0, 2, 18};
    const ChanceAgreement three = chance_agreement(graded, 3);
    CHECK_CLOSE(three.brennan_prediger.se, 1.5 * three.observed.se, 1e-14);
    const std::vector<std::int64_t> one = {10, 0, 0, 0};
    const ChanceAgreement all = chance_agreement(one, 2);
    CHECK(all.ac1.estimate == 1.0);
    CHECK(all.ac1.state == State::boundary);
    CHECK(all.pabak.estimate == 1.0);
    CHECK(all.pabak.ci.upper == 1.0);
    CHECK(all.pabak.ci.lower < 0.5);  // ten subjects do not prove it
}

TEST_CASE("no subjects, no table, no agreement") {
    const std::vector<std::int64_t> none = {0, 0, 0, 0};
    CHECK(chance_agreement(none, 2).ac1.state == State::too_few);
    CHECK(chance_agreement(none, 3).pabak.state == State::invalid_argument);
    const std::vector<std::int64_t> opposite = {0, 3, 3, 0};
    const ChanceAgreement found = chance_agreement(opposite, 2);
    CHECK(found.pabak.estimate == -1.0);
    CHECK(found.pabak.ci.lower == -1.0);
    CHECK(found.ac1.estimate == -1.0);
}
