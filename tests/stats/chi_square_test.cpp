// SPDX-License-Identifier: BSL-1.0
// Chi-square tests of a 2 x 2 table against R.
#include "eczscore/stats/chi_square.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("chi-square tests agree with R") {
    const auto cases = reference::all("05_proportions", "ratio_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const auto expected = [&](const char* key) {
            return reference::number(each->at("output").at(key));
        };
        CHECK_CLOSE(chi_square_test(a, b).p, expected("chisq_p"), 1e-12, 0.0);
        CHECK_CLOSE(chi_square_test(a, b, ChiSquareMethod::n_minus_1).p, expected("n_minus_1_p"),
                    1e-12, 0.0);
        CHECK_CLOSE(chi_square_test(a, b, ChiSquareMethod::yates).p, expected("chisq_yates_p"),
                    1e-12, 0.0);
    }
}

TEST_CASE("chi-square: small counts and edges say so") {
    CHECK(chi_square_test({20, 50}, {10, 50}).state == State::ok);
    CHECK(chi_square_test({2, 5}, {1, 5}).state == State::approximate);
    CHECK_CLOSE(chi_square_test({2, 5}, {1, 5}).smallest_expected, 1.5, 1e-15);
    CHECK(chi_square_test({0, 5}, {0, 5}).state == State::zero_variance);
    CHECK(chi_square_test({0, 0}, {0, 5}).state == State::too_few);
    CHECK(chi_square_test({1, 0}, {0, 5}).state == State::invalid_argument);
    CHECK(chi_square_test({10, 20}, {10, 20}, ChiSquareMethod::yates).statistic == 0.0);
}
