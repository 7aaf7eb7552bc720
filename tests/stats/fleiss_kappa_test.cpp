// SPDX-License-Identifier: BSL-1.0
// Fleiss's kappa against irr and written-out R; perfect agreement, one category, missing ratings.
#include "eczscore/stats/fleiss_kappa.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;

TEST_CASE("Fleiss's kappa agrees with irr") {
    const Json& one = reference::one("14_reliability", "fleiss_kappa");
    const auto data = ratings_data::table_of(one);
    const FleissKappa found = fleiss_kappa(data.values, data.raters);
    CHECK_CLOSE(found.kappa.estimate, at(one.at("output"), "kappa"), 1e-12);
    CHECK_CLOSE(found.kappa.statistic, at(one.at("output"), "z"), 1e-12);
    CHECK(found.categories == std::vector<double>{0, 1, 2, 3, 4});
}

TEST_CASE("its standard errors agree with R, the interval's with numerical influences") {
    const auto cases = reference::all("22_anchor_agreement", "fleiss_");
    REQUIRE(cases.size() >= 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const FleissKappa found = fleiss_kappa(data.values, data.raters);
        CHECK_CLOSE(found.kappa.estimate, at(out, "kappa"), 1e-12);
        CHECK_CLOSE(found.se_null, at(out, "se_null"), 1e-12);
        CHECK_CLOSE(found.kappa.statistic, at(out, "z"), 1e-12);
        CHECK_CLOSE(found.kappa.se, at(out, "se_numerical"), 1e-9, 1e-10);
    }
}

TEST_CASE("Fleiss's kappa of as many categories as ratings needs no table of them") {
    // 60,000 ratings of 30,000 subjects: a table would have 1.8e9 counts.
    std::vector<double> ratings;
    for (int i = 0; i < 30000; ++i) {
        ratings.push_back(2.0 * i);
        ratings.push_back(2.0 * i + (i % 3 == 0 ? 0.0 : 1.0));
    }
    const FleissKappa found = fleiss_kappa(ratings, 2);
    CHECK(found.categories.size() == 50000);
    CHECK_CLOSE(found.observed, 1.0 / 3.0, 1e-12);
    CHECK(found.kappa.estimate == Approx(1.0 / 3.0).epsilon(1e-4));
    CHECK(found.kappa.se == Approx(std::sqrt(2.0 / 9.0 / 30000)).epsilon(1e-3));
}

TEST_CASE("Fleiss's kappa at its edges") {
    const FleissKappa perfect = fleiss_kappa(std::vector<double>{1, 1, 2, 2, 1, 1}, 2);
    CHECK(perfect.kappa.estimate == 1.0);
    CHECK(perfect.kappa.state == State::boundary);
    CHECK(fleiss_kappa(std::vector<double>(6, 2.0), 3).kappa.state == State::undefined_ratio);
    CHECK(fleiss_kappa({}, 3).kappa.state == State::too_few);
    CHECK(fleiss_kappa(std::vector<double>{1, 2, 3}, 1).kappa.state == State::too_few);
    const FleissKappa one = fleiss_kappa(std::vector<double>{1, 2, 2}, 3);
    CHECK(one.kappa.state == State::too_few);
    CHECK(std::isfinite(one.kappa.estimate));
    const FleissKappa some =
        fleiss_kappa(std::vector<double>{1, 2, 1, 1, not_a_number, 2, 2, 2}, 2);
    CHECK(some.kappa.missing == 1);
    CHECK(some.kappa.n == 3);
}
