// SPDX-License-Identifier: BSL-1.0
// Fisher's exact test and its rules against R and SciPy.
// Covers: stats/types/exact_rule.hpp
#include "eczscore/stats/fisher.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {

/// The two-sided p that R, SAS and SciPy print.
double as_r(Responders active, Responders control) {
    return fisher_test(
               active, control,
               {.alternative = Alternative::two_sided, .rule = ExactRule::minimum_likelihood})
        .p;
}

}  // namespace

TEST_CASE("Fisher's test agrees with R") {
    const auto cases = reference::all("05_proportions", "ratio_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const auto expected = [&](const char* key) {
            return reference::number(each->at("output").at(key));
        };
        // R goes through logarithms of factorials: 13 digits
        CHECK_CLOSE(as_r(a, b), expected("fisher_p"), 1e-11, 0.0);
        CHECK_CLOSE(fisher_test(a, b, {.alternative = Alternative::less}).p,
                    expected("fisher_p_less"), 1e-11);
        CHECK_CLOSE(fisher_test(a, b, {.alternative = Alternative::greater}).p,
                    expected("fisher_p_greater"), 1e-11, 0.0);
        CHECK(fisher_test(a, b).n == static_cast<std::size_t>(a.n + b.n));
    }
}

TEST_CASE("Fisher's test agrees with SciPy") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "ratio_")) {
        const auto tables = reference::any("05_proportions", each->at("id").get<std::string>());
        if (tables.empty()) continue;
        ++compared;
        INFO(each->at("id"));
        const auto [a, b] = arms_of(tables.front()->at("input"));
        CHECK_CLOSE(as_r(a, b), reference::number(each->at("output").at("fisher_p").at("here")),
                    1e-10, 0.0);
    }
    CHECK(compared >= 7);
}

TEST_CASE("the tea tasting, by counting") {
    const Responders milk{3, 4}, tea{1, 4};  // 1, 16, 36, 16, 1 of 70
    CHECK_CLOSE(fisher_test(milk, tea).p, 34.0 / 70, 1e-15);
    CHECK_CLOSE(fisher_test(tea, milk).p, 34.0 / 70, 1e-15);
    CHECK_CLOSE(as_r(milk, tea), 34.0 / 70, 1e-15);
    CHECK_CLOSE(as_r(tea, milk), 34.0 / 70, 1e-15);  // the other tail, from below
    CHECK_CLOSE(fisher_test(milk, tea, {.alternative = Alternative::greater}).p, 17.0 / 70, 1e-15);
    CHECK_CLOSE(fisher_test(milk, tea, {.alternative = Alternative::less}).p, 69.0 / 70, 1e-15);
    CHECK_CLOSE(
        fisher_test(milk, tea, {.alternative = Alternative::greater, .rule = ExactRule::mid_p}).p,
        9.0 / 70, 1e-15);
    CHECK_CLOSE(
        fisher_test(milk, tea, {.alternative = Alternative::two_sided, .rule = ExactRule::mid_p}).p,
        18.0 / 70, 1e-15);
    CHECK_CLOSE(fisher_test(milk, tea).probability, 16.0 / 70, 1e-15);
    CHECK(fisher_test({2, 4}, {2, 4}).p == 1.0);
}

TEST_CASE("the two-sided rules differ in an unsymmetric table") {
    const Responders a{1, 3}, b{150, 900};
    const double central = fisher_test(a, b).p;
    const double likelihood = as_r(a, b);
    CHECK(central > likelihood);
    CHECK_CLOSE(central, 2 * fisher_test(a, b, {.alternative = Alternative::greater}).p, 1e-12);
}

TEST_CASE("far tails keep their digits") {
    // 100 of 100 against 0 of 100: one table in choose(200, 100)
    const double one = fisher_test({100, 100}, {0, 100}, {.alternative = Alternative::greater}).p;
    double tables = 1;
    for (int i = 1; i <= 100; ++i) tables *= (100.0 + i) / i;
    CHECK_CLOSE(one, 1 / tables, 1e-12, 0.0);
    CHECK(fisher_test({400, 400}, {0, 400}).p > 0.0);
    // a billion patients: only the counts that have a chance are kept
    const FisherTest many = fisher_test({500'000'000, 1'000'000'000}, {500'040'000, 1'000'000'000});
    const double z = 40'000.0 / std::sqrt(2e9 * 0.25);
    CHECK_CLOSE(many.p, std::erfc(z / std::sqrt(2.0)), 1e-3);
}

TEST_CASE("Fisher's test: edges") {
    CHECK(fisher_test({0, 10}, {0, 20}).state == State::boundary);
    CHECK(fisher_test({0, 10}, {0, 20}).p == 1.0);
    CHECK(fisher_test({0, 0}, {0, 20}).state == State::too_few);
    CHECK(fisher_test({2, 1}, {0, 20}).state == State::invalid_argument);
}
