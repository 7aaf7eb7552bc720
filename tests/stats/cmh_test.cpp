// SPDX-License-Identifier: BSL-1.0
// Cochran-Mantel-Haenszel, Breslow-Day and Tarone against R.
#include "eczscore/stats/cmh.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("CMH, Breslow-Day and Tarone agree with R") {
    const auto cases = reference::all("05_proportions", "stratified_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto strata = strata_of(each->at("input"));
        const Json& out = each->at("output");
        const StratifiedTest plain = cmh_test(strata);
        CHECK_CLOSE(plain.statistic, reference::number(out.at("cmh_chi2")), 1e-12);
        CHECK_CLOSE(plain.p, reference::number(out.at("cmh_p")), 1e-12);
        if (!out.at("cmh_cc_r").is_null()) {
            const StratifiedTest corrected = cmh_test(strata, {.corrected = true});
            CHECK_CLOSE(corrected.statistic, reference::number(out.at("cmh_cc_r").at("chi2")),
                        1e-12);
            CHECK_CLOSE(corrected.p, reference::number(out.at("cmh_cc_r").at("p")), 1e-12);
        }
        const Json& odds = out.at("breslow_day");
        if (odds.is_null()) continue;  // DescTools: 0/0 for a stratum without responders
        const HomogeneityTest day = breslow_day_test(strata, {.tarone = false});
        CHECK_CLOSE(day.statistic, reference::number(odds.at("chi2")), 1e-10);
        CHECK_CLOSE(day.p, reference::number(odds.at("p")), 1e-10);
        const HomogeneityTest tarone = breslow_day_test(strata);
        CHECK_CLOSE(tarone.statistic, reference::number(odds.at("tarone_chi2")), 1e-10);
        CHECK_CLOSE(tarone.p, reference::number(odds.at("tarone_p")), 1e-10);
    }
}

TEST_CASE("a stratum without responders does not stop Breslow-Day") {
    const auto strata =
        strata_of(reference::one("05_proportions", "stratified_zero_cells").at("input"));
    const HomogeneityTest found = breslow_day_test(strata);
    CHECK(found.state == State::ok);
    CHECK(found.strata == 2);
    CHECK(found.left_out == 1);
    CHECK(found.df == 1.0);
    const Stratum kept[] = {strata[0], strata[2]};
    CHECK(breslow_day_test(kept).statistic == found.statistic);
}

TEST_CASE("equal strata are homogeneous, and expected counts keep the odds ratio") {
    const std::vector<Stratum> same(3, Stratum{{12, 30}, {4, 31}});
    CHECK(breslow_day_test(same).statistic < 1e-20);
    CHECK(breslow_day_test(same).p > 0.999999);
    const detail::Table table{12, 30, 4, 31};
    for (const double odds : {0.01, 0.5, 1.0, 1.0000001, 4.0, 300.0}) {
        const double e = detail::expected_responders(table, odds);
        CHECK_CLOSE(e * (31 - 16 + e) / ((16 - e) * (30 - e)), odds, 1e-12);
    }
}

TEST_CASE("CMH: edges") {
    CHECK(cmh_test({}).state == State::too_few);
    const Stratum flat[] = {{{0, 4}, {0, 3}}, {{9, 9}, {8, 8}}};
    CHECK(cmh_test(flat).state == State::zero_variance);
    CHECK(breslow_day_test(flat).state == State::too_few);
    const Stratum wrong[] = {{{5, 4}, {1, 3}}};
    CHECK(cmh_test(wrong).state == State::invalid_argument);
    CHECK(breslow_day_test(wrong).state == State::invalid_argument);
    const Stratum ends[] = {{{4, 4}, {1, 3}}, {{9, 9}, {1, 8}}};
    CHECK(breslow_day_test(ends).state == State::undefined_ratio);
    const Stratum opposite[] = {{{9, 20}, {2, 20}}, {{2, 20}, {9, 20}}};
    CHECK(cmh_test(opposite, {.corrected = true}).statistic == 0.0);
    CHECK(cmh_test(opposite, {.corrected = true}).p == 1.0);
    const Stratum lonely[] = {{{3, 10}, {6, 10}}, {{1, 1}, {0, 0}}};
    CHECK(cmh_test(lonely).strata.left_out == 1);
    const Stratum gone[] = {{{1, 3}, {0, 0}}, {{3, 10}, {6, 10}}, {{0, 0}, {0, 0}}};
    CHECK(strata_left_out(gone) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("the correction takes no more than the distance; R leaves it out altogether there") {
    // observed and expected are 0.02 apart: R's corrected statistic is its plain one, so that it
    // jumps as the distance passes 0.5
    const Json& each = reference::one("56_permutation", "cmh_near_zero");
    const auto strata = strata_of(each.at("input"));
    CHECK_CLOSE(cmh_test(strata).statistic, reference::number(each.at("output").at("plain")),
                1e-11);
    CHECK(each.at("output").at("corrected") == each.at("output").at("plain"));
    CHECK(cmh_test(strata, {.corrected = true}).statistic == 0.0);
    CHECK(cmh_test(strata, {.corrected = true}).p == 1.0);
}
