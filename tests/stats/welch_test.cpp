// SPDX-License-Identifier: BSL-1.0
// Welch's t test against R and SciPy.
// Covers: stats/types/alternative.hpp, stats/types/two_sample_t.hpp
#include "eczscore/stats/welch.hpp"

#include <algorithm>

#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("Welch's t agrees with R") {
    const auto cases = two_sample_cases("welch_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const Estimate found = welch_t(x, y).difference;
        if (each->at("status") != "ok") {  // R stops; here the difference is there, and a state
            CHECK(found.state != State::ok);
            CHECK(std::isfinite(found.estimate));
            CHECK(std::isnan(found.p));
            continue;
        }
        CHECK(found.state == State::ok);
        CHECK_CLOSE(found.estimate, output(*each, "difference"), 1e-12);
        CHECK_CLOSE(found.se, output(*each, "se"), 1e-12);
        CHECK_CLOSE(found.statistic, output(*each, "t"), 1e-12);
        CHECK_CLOSE(found.df, output(*each, "df"), 1e-12);
        CHECK_CLOSE(found.p, output(*each, "p"), 1e-12);
        CHECK_CLOSE(found.ci.lower, reference::number(each->at("output").at("ci95")[0]), 1e-11);
        CHECK_CLOSE(found.ci.upper, reference::number(each->at("output").at("ci95")[1]), 1e-11);
    }
}

TEST_CASE("Welch's t agrees with SciPy") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "welch_")) {
        const auto inputs = reference::any("04_two_sample", each->at("id").get<std::string>());
        if (inputs.empty()) continue;
        ++compared;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(inputs.front()->at("input"));
        CHECK_CLOSE(welch_t(x, y).difference.statistic,
                    reference::number(each->at("output").at("t").at("here")), 1e-12);
        CHECK_CLOSE(welch_t(x, y).difference.p,
                    reference::number(each->at("output").at("p").at("here")), 1e-11);
    }
    CHECK(compared >= 3);
}

TEST_CASE("Welch: summaries, tails, null values and missing values") {
    const std::vector<double> x{3.1, 4.5, not_a_number, 2.2, 5.0}, y{1.0, 1.5, 0.2, not_a_number};
    const TwoSampleT found = welch_t(x, y);
    CHECK(found.difference.n == 7);
    CHECK(found.difference.missing == 2);
    CHECK(found.x.n == 4);
    CHECK(found.y.n == 3);
    const Estimate again = welch_t(found.x, found.y).difference;
    CHECK(again.p == found.difference.p);
    CHECK(again.ci.lower == found.difference.ci.lower);
    const double greater = welch_t(x, y, {.alternative = Alternative::greater}).difference.p;
    const double less = welch_t(x, y, {.alternative = Alternative::less}).difference.p;
    CHECK_CLOSE(greater + less, 1.0, 1e-14);
    CHECK_CLOSE(2 * greater, found.difference.p, 1e-14);
    // one-sided 97.5 % is a two-sided 95 % limit, and the limit is where p is 0.025
    const Estimate side =
        welch_t(x, y, {.confidence_level = 0.975, .alternative = Alternative::greater}).difference;
    CHECK_CLOSE(side.ci.lower, found.difference.ci.lower, 1e-13);
    CHECK(std::isinf(side.ci.upper));
    CHECK_CLOSE(welch_t(x, y, {.alternative = Alternative::greater, .null_value = side.ci.lower})
                    .difference.p,
                0.025, 1e-12);
    const Estimate swapped = welch_t(y, x).difference;
    CHECK_CLOSE(swapped.ci.lower, -found.difference.ci.upper, 1e-14);
}

TEST_CASE("Welch: edges") {
    const std::vector<double> none, one{2.0}, two{1.0, 3.0}, same{4.0, 4.0, 4.0};
    CHECK(welch_t(none, two).difference.state == State::too_few);
    CHECK(welch_t(one, two).difference.state == State::too_few);
    CHECK(welch_t(one, two).difference.estimate == 0.0);
    CHECK(welch_t(two, two).difference.p == 1.0);
    const Estimate flat = welch_t(same, std::vector<double>{1.0, 1.0}).difference;
    CHECK(flat.state == State::zero_variance);
    CHECK(flat.estimate == 3.0);
    CHECK(std::isinf(flat.statistic));
    CHECK(std::isnan(flat.p));
    CHECK(std::isnan(welch_t(same, same).difference.statistic));
    CHECK(welch_t(same, two).difference.state == State::ok);
    CHECK(welch_t(two, two, {.confidence_level = 1.0}).difference.state == State::invalid_argument);
    // no valid mean, SD or null value
    const GroupSummary fine{9, 1.0, 2.0};
    CHECK(welch_t({9, not_a_number, 2.0}, fine).difference.state == State::invalid_argument);
    CHECK(welch_t(fine, {9, 1.0, -2.0}).difference.state == State::invalid_argument);
    CHECK(welch_t(fine, {9, 1.0, not_a_number}).difference.state == State::invalid_argument);
    CHECK(std::isnan(welch_t(fine, {9, 1.0, not_a_number}).difference.p));
    CHECK(welch_t(two, two, {.alternative = Alternative::less, .null_value = not_a_number})
              .difference.state == State::invalid_argument);
    const std::vector<double> huge{1e308, 1.5e308};
    CHECK(welch_t(huge, two).difference.state == State::out_of_range);
    // finite numbers whose squares are not
    const Estimate beyond = welch_t({9, 1.0, 1e200}, fine).difference;
    CHECK(beyond.state == State::out_of_range);
    CHECK(beyond.ci.state == State::out_of_range);
    CHECK(std::isnan(beyond.p));
    CHECK(welch_t({9, 1e308, 1.0}, {9, -1e308, 1.0}).difference.state == State::out_of_range);
    CHECK(welch_t(std::vector<double>{infinity, 1, 3}, two).difference.missing == 1);
}

TEST_CASE("Welch: decimals with a step are added exactly") {
    // doubles of this size are 1e-11 apart: a spread from them has 9 digits
    const std::vector<double> x{100'000.1, 100'000.2, 100'000.3}, y{0.4, 0.5, 0.6};
    const TwoSampleT found = welch_t(x, y);
    CHECK(found.x.sd == 0.1);
    CHECK(found.x.mean == 100'000.2);
    CHECK(found.y.sd == 0.1);
    CHECK_CLOSE(found.difference.df, 4.0, 1e-15);
}

TEST_CASE("Welch: rounding is no spread, and the order of the values changes no bit") {
    // 20.1 - 10.9 is 9.2 with another last digit
    const std::vector<double> same{20.1 - 10.9, 9.2, 9.2}, other{9.2, 20.1 - 10.9};
    const Estimate flat = welch_t(same, other).difference;
    CHECK(flat.state == State::zero_variance);
    CHECK(std::isnan(flat.p));
    const std::vector<double> third{1.0 / 3, 1.0 - 2.0 / 3, 1.0 / 3}, thirds{1.0 / 3, 1.0 / 3};
    CHECK(welch_t(third, thirds).difference.state == State::zero_variance);
    std::vector<double> x, y;
    for (int i = 0; i < 97; ++i) x.push_back(i * 37 % 89 / 10.0), y.push_back(std::sqrt(i * 1.7));
    const Estimate one = welch_t(x, y).difference;
    for (int round = 0; round < 20; ++round) {
        std::rotate(x.begin(), x.begin() + 31, x.end());
        std::rotate(y.begin(), y.begin() + 13, y.end());
        std::swap(x[5], x[71]);
        std::swap(y[2], y[44]);
        const Estimate again = welch_t(x, y).difference;
        CHECK(again.p == one.p);
        CHECK(again.ci.lower == one.ci.lower);
    }
}
