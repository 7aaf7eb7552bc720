// SPDX-License-Identifier: BSL-1.0
// The shift between two groups against R and by forming all differences.
#include "eczscore/stats/hodges_lehmann_shift.hpp"

#include <random>

#include "eczscore/stats/mann_whitney.hpp"
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
        const HodgesLehmannShift found = hodges_lehmann_shift(
            x, y, {.limits = exact ? ShiftLimits::exact : ShiftLimits::normal});
        CHECK_CLOSE(found.shift.estimate, output(*each, "estimate"), 1e-15);
        CHECK(static_cast<double>(found.k) == output(*each, "k"));
        // R subtracts doubles: its -2.5999999999999996 is the decimal -2.6
        const auto limit = [&](std::size_t i) {
            return detail::as_decimal(reference::number(each->at("output").at("ci95")[i]));
        };
        CHECK(found.shift.ci.lower == limit(0));
        CHECK(found.shift.ci.upper == limit(1));
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

TEST_CASE("limits given the ties agree with coin's exact test, inverted at every difference") {
    const auto cases = reference::all("56_permutation", "shift_given_ties_");
    REQUIRE(cases.size() >= 16);
    int as_coin = 0, as_exact_rank_tests = 0;
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const double level = reference::number(each->at("input").at("level"));
        const Interval found =
            hodges_lehmann_shift(
                x, y, {.confidence_level = level, .limits = ShiftLimits::exact_given_ties})
                .shift.ci;
        const Json& out = each->at("output");
        CHECK(out.at("monotone").get<bool>());
        CHECK(found.lower == output(*each, "lower"));
        CHECK(found.upper == output(*each, "upper"));
        CHECK_CLOSE(found.attained, output(*each, "attained"), 1e-12);
        const double more = std::max(output(*each, "p_below"), output(*each, "p_above"));
        CHECK((found.state == State::ok) == (more < 0.5 * (1 - level)));
        // coin takes critical values of the sum from the ties of the unshifted values,
        // exactRankTests others: neither inverts its own test, and both differ from it at times
        const auto agrees = [&](const char* key) {
            const auto limits = reference::numbers(out.at(key));
            return limits.size() == 2 && limits[0] == found.lower && limits[1] == found.upper;
        };
        as_coin += agrees("coin_ci") ? 1 : 0;
        as_exact_rank_tests += agrees("exactRankTests_ci") ? 1 : 0;
    }
    CHECK(as_coin == 8);
    CHECK(as_exact_rank_tests == 7);
}

TEST_CASE("limits given the ties agree with coin's on the sets of the other tests") {
    int compared = 0;
    for (const Json* each : two_sample_cases("mann_whitney_exact_coin_")) {
        const Json& out = each->at("output");
        if (!out.contains("ci95") || reference::numbers(out.at("ci95")).size() != 2) continue;
        const auto expected = reference::numbers(out.at("ci95"));
        if (std::isnan(expected[0])) continue;  // too few for the level
        ++compared;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const Interval found =
            hodges_lehmann_shift(x, y, {.limits = ShiftLimits::exact_given_ties}).shift.ci;
        CHECK_CLOSE(found.lower, expected[0], 1e-12);
        CHECK_CLOSE(found.upper, expected[1], 1e-12);
        CHECK(found.attained >= 0.95);
    }
    CHECK(compared == 4);
}

TEST_CASE("a shift inside the limits given the ties is accepted, one beyond them rejected") {
    std::mt19937 random(17);
    const auto p_of = [](std::vector<double> x, const std::vector<double>& y, double shift) {
        for (double& each : x) each -= shift;
        const MannWhitney test = mann_whitney_exact(x, y);
        return std::min(test.p_less, test.p_greater);
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<double> x(3 + random() % 9), y(3 + random() % 9);
        for (double& each : x) each = static_cast<double>(random() % 6);
        for (double& each : y) each = static_cast<double>(random() % 5);
        const Interval found =
            hodges_lehmann_shift(x, y,
                                 {.confidence_level = 0.9, .limits = ShiftLimits::exact_given_ties})
                .shift.ci;
        const Interval swapped =
            hodges_lehmann_shift(y, x,
                                 {.confidence_level = 0.9, .limits = ShiftLimits::exact_given_ties})
                .shift.ci;
        CHECK(swapped.lower == -found.upper);
        CHECK_CLOSE(swapped.attained, found.attained, 1e-14);
        if (found.state != State::ok) continue;
        CHECK(found.attained >= 0.9);
        for (int quarter = -32; quarter <= 32; ++quarter) {  // differences are whole numbers
            const double shift = quarter / 4.0;
            if (shift < found.lower || shift > found.upper) CHECK(p_of(x, y, shift) < 0.05);
            if (shift > found.lower && shift < found.upper) CHECK(p_of(x, y, shift) >= 0.05);
        }
    }
}

TEST_CASE("without ties within a group, both exact limits are the same") {
    const std::vector<double> x{3, 1, 4.1, 15, 9.7, 2.5, 6.03}, y{3, 6.2, 5.9, 3.55, 8.01, 9};
    const HodgesLehmannShift plain = hodges_lehmann_shift(x, y);
    const HodgesLehmannShift tied =
        hodges_lehmann_shift(x, y, {.limits = ShiftLimits::exact_given_ties});
    CHECK(tied.shift.ci.lower == plain.shift.ci.lower);
    CHECK(tied.shift.ci.upper == plain.shift.ci.upper);
    CHECK(tied.shift.ci.attained == plain.shift.ci.attained);
    CHECK(tied.k == plain.k);
    // and the search finds them, too
    Interval searched;
    const detail::SteppedGroups steps(x, y);
    const detail::TwoSamples& both = steps.both;
    REQUIRE(detail::put_tied_limits(searched, {both.x, both.y}, {both.y, both.x}, 0.025));
    CHECK(searched.lower / steps.unit == plain.shift.ci.lower);
    CHECK(searched.upper / steps.unit == plain.shift.ci.upper);
    CHECK_CLOSE(searched.attained, plain.shift.ci.attained, 1e-14);
    // with ties in both groups and many values the normal limits are given, and said to be
    std::vector<double> many(900), others(900);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i] = static_cast<double>(i * 37 % 200);
        others[i] = static_cast<double>(i * 53 % 180);
    }
    const Interval large =
        hodges_lehmann_shift(many, others, {.limits = ShiftLimits::exact_given_ties}).shift.ci;
    CHECK(large.state == State::approximate);
    CHECK(large.method == "order statistics, normal");
}

TEST_CASE("exact and normal limits are close in large groups, arms swap signs") {
    std::mt19937 random(13);
    std::vector<double> x(150), y(120);
    for (double& each : x) each = static_cast<double>(random()) / 1e9;
    for (double& each : y) each = static_cast<double>(random()) / 1e9;
    const auto exact = hodges_lehmann_shift(x, y);
    const auto normal = hodges_lehmann_shift(x, y, {.limits = ShiftLimits::normal});
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
    CHECK(hodges_lehmann_shift(gaps, same, {.confidence_level = 0.0}).shift.state ==
          State::invalid_argument);
    const std::vector<double> huge{1.7e308, 1.6e308}, deep{-1.7e308, -1.6e308};
    CHECK(hodges_lehmann_shift(huge, deep).shift.state == State::out_of_range);
    const std::vector<double> infinite{infinity, 1, -infinity};
    CHECK(hodges_lehmann_shift(infinite, same).shift.missing == 2);
}
