// SPDX-License-Identifier: BSL-1.0
// Quantiles of all nine types against R, of lists and of histograms.
// Covers: stats/types/quantile_type.hpp
#include "eczscore/stats/quantile.hpp"

#include "eczscore/stats/histogram.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("quantiles of nine types agree with R") {
    const auto cases = reference::all("20_descriptive_durability", "quantiles_");
    REQUIRE(cases.size() >= 4);
    for (const Json* each : cases) {
        const std::vector<double> x = reference::numbers(each->at("input").at("x"));
        const std::vector<double> p = reference::numbers(each->at("input").at("p"));
        Histogram histogram(10, -100, 720);
        REQUIRE(histogram.add(x) == 0);
        for (int type = 1; type <= 9; ++type) {
            INFO(each->at("id") << " type " << type);
            const std::vector<double> expected =
                reference::numbers(each->at("output").at("type" + std::to_string(type)));
            const QuantilesResult found = quantiles(x, p, static_cast<QuantileType>(type));
            CHECK(found.state == State::ok);
            for (std::size_t i = 0; i < p.size(); ++i) {
                CHECK_CLOSE(found.estimates[i], expected[i], 1e-12);
                CHECK(found.estimates[i] ==
                      histogram.quantile(p[i], static_cast<QuantileType>(type)));
            }
        }
    }
}

TEST_CASE("products that miss a whole number by rounding are that number") {
    // 0.1 x 30 is 3.0000000000000004 in doubles: the third value, not the fourth.
    std::vector<double> x;
    for (int i = 1; i <= 30; ++i) x.push_back(i);
    const double p[] = {0.1};
    CHECK(quantiles(x, p, QuantileType::inverse_cdf).estimates[0] == 3.0);
    CHECK(quantiles(x, p, QuantileType::averaged).estimates[0] == 3.5);
}

TEST_CASE("quantiles of nothing, of gaps and of impossible shares") {
    const double p[] = {0.5};
    CHECK(quantiles({}, p).state == State::too_few);
    CHECK(std::isnan(quantiles({}, p).estimates[0]));
    const double x[] = {3, not_a_number, 1};
    CHECK(quantiles(x, p).estimates[0] == 2.0);
    CHECK(quantiles(x, p).missing == 1);
    const double outside[] = {1.5, not_a_number};
    CHECK(quantiles(x, outside).state == State::invalid_argument);
    CHECK(std::isnan(quantiles(x, outside).estimates[1]));
}
