// SPDX-License-Identifier: BSL-1.0
// Equivalence of two means against two t-tests of R.
// Covers: stats/types/variances.hpp
#include "eczscore/stats/tost.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("two one-sided tests agree with t.test") {
    const auto cases = reference::all("40_design_more", "tost_test_");
    REQUIRE(cases.size() == 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const Variances variances =
            in.at("equal").get<bool>() ? Variances::equal : Variances::welch;
        const double margin = reference::number(in.at("margin"));
        const TostResult found =
            tost(reference::numbers(in.at("x")), reference::numbers(in.at("y")), -margin, margin,
                 {.variances = variances});
        const auto agrees = [&](const char* key, double ours) {
            INFO(key);
            CHECK_CLOSE(ours, reference::number(each->at("output").at(key)), 1e-11);
        };
        agrees("t_lower", found.t_lower);
        agrees("p_lower", found.p_lower);
        agrees("t_upper", found.t_upper);
        agrees("p_upper", found.p_upper);
        agrees("df", found.df);
        CHECK_CLOSE(found.ci.lower, reference::number(each->at("output").at("ci90")[0]), 1e-11);
        CHECK_CLOSE(found.ci.upper, reference::number(each->at("output").at("ci90")[1]), 1e-11);
        CHECK(found.p == std::max(found.p_lower, found.p_upper));
    }
}

TEST_CASE("equivalence is shown exactly where the interval lies inside the margins") {
    for (double mean = -4.0; mean <= 4.0; mean += 0.25) {
        const TostResult found =
            tost({.n = 20, .mean = mean, .sd = 5.0}, {.n = 35, .mean = 0.0, .sd = 8.0}, -4.0, 4.0);
        CHECK((found.p <= 0.05) == (found.ci.lower >= -4.0 && found.ci.upper <= 4.0));
    }
}

TEST_CASE("equivalence of too little and of values that do not vary") {
    const double one[] = {3};
    const double same[] = {3, 3, not_a_number};
    CHECK(tost(one, same, -1, 1).state == State::too_few);
    CHECK(tost(same, same, -1, 1).state == State::zero_variance);
    CHECK(tost(same, same, -1, 1).missing == 2);
    CHECK(tost({.n = 9, .mean = 0, .sd = 1}, {.n = 9, .mean = 0, .sd = 1}, 1, -1).state ==
          State::invalid_argument);
}
