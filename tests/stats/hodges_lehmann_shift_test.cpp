// SPDX-License-Identifier: BSL-1.0
// The shift between two groups against R and by forming all differences.
#include "eczscore/stats/hodges_lehmann_shift.hpp"

#include <random>

#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("the shift and its limits agree with R") {
    const auto cases = two_sample_cases("hodges_lehmann_shift_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        // the script takes the exact distribution up to 50 in each group
        const bool exact = std::max(x.size(), y.size()) <= 50;
        const HodgesLehmannShift found =
            hodges_lehmann_shift(x, y, 0.95, exact ? ShiftLimits::exact : ShiftLimits::normal);
        CHECK_CLOSE(found.shift.estimate, output(*each, "estimate"), 1e-15);
        CHECK(static_cast<double>(found.k) == output(*each, "k"));
        CHECK(found.shift.ci.lower == reference::number(each->at("output").at("ci95")[0]));
        CHECK(found.shift.ci.upper == reference::number(each->at("output").at("ci95")[1]));
    }
}

TEST_CASE("selection finds every difference") {
    std::mt19937 random(11);
    const auto value = [&random](bool ties) {
        return ties ? static_cast<double>(random() % 5) : static_cast<double>(random()) / 1e9 - 2;
    };
    for (int round = 0; round < 200; ++round) {
        const std::size_t m = 1 + random() % 9, n = 1 + random() % 9;
        std::vector<double> x(m), y(n), all;
        const bool ties = round % 2 == 0;
        for (double& each : x) each = value(ties);
        for (double& each : y) each = value(ties);
        for (const double a : x) {
            for (const double b : y) all.push_back(a - b);
        }
        std::sort(all.begin(), all.end());
        const detail::PairDifferences differences(x, y);
        for (std::size_t k = 1; k <= all.size(); ++k) CHECK(differences.select(k) == all[k - 1]);
        const std::size_t half = all.size() / 2;
        const double median = all.size() % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2;
        CHECK_CLOSE(differences.median(), median, 1e-15);
    }
}

TEST_CASE("the attained level is that of the distribution of U") {
    const std::vector<double> x{1, 2, 3, 4, 5}, y{1.5, 2.5, 3.5, 4.5};
    const HodgesLehmannShift found = hodges_lehmann_shift(x, y);
    CHECK(found.k == 2);  // P(U <= 1) = 2/126 < 0.025 <= P(U <= 2) = 4/126
    CHECK_CLOSE(found.shift.ci.attained, 1 - 4.0 / 126, 1e-14);
    CHECK(found.shift.ci.attained >= 0.95);
    const std::vector<double> two{1, 2};
    const HodgesLehmannShift small = hodges_lehmann_shift(two, two);
    CHECK(small.shift.ci.state == State::level_not_attained);
    CHECK_CLOSE(small.shift.ci.attained, 1 - 2.0 / 6, 1e-14);
    CHECK(small.shift.ci.lower == -1.0);
    CHECK(small.shift.ci.upper == 1.0);
}

TEST_CASE("exact and normal limits are close in large groups, arms swap signs") {
    std::mt19937 random(13);
    std::vector<double> x(150), y(120);
    for (double& each : x) each = static_cast<double>(random()) / 1e9;
    for (double& each : y) each = static_cast<double>(random()) / 1e9;
    const auto exact = hodges_lehmann_shift(x, y);
    const auto normal = hodges_lehmann_shift(x, y, 0.95, ShiftLimits::normal);
    CHECK(std::abs(static_cast<double>(exact.k) - static_cast<double>(normal.k)) <= 2);
    const auto swapped = hodges_lehmann_shift(y, x);
    CHECK(swapped.shift.estimate == -exact.shift.estimate);
    CHECK(swapped.shift.ci.lower == -exact.shift.ci.upper);
    std::vector<double> many(3000), others(3000);
    for (double& each : many) each = static_cast<double>(random());
    for (double& each : others) each = static_cast<double>(random());
    CHECK(hodges_lehmann_shift(many, others).shift.ci.state == State::approximate);
}

TEST_CASE("the shift: edges") {
    const std::vector<double> none, one{5}, same{3, 3, 3}, gaps{1, not_a_number, 2};
    CHECK(hodges_lehmann_shift(none, one).shift.state == State::too_few);
    CHECK(hodges_lehmann_shift(one, one).shift.estimate == 0.0);
    CHECK(hodges_lehmann_shift(one, one).shift.ci.state == State::level_not_attained);
    CHECK(hodges_lehmann_shift(same, same).shift.estimate == 0.0);
    CHECK(hodges_lehmann_shift(gaps, same).shift.missing == 1);
    CHECK(hodges_lehmann_shift(gaps, same, 0.0).shift.state == State::undefined_ratio);
}
