// SPDX-License-Identifier: BSL-1.0
// The permutation test of two means against exactRankTests, coin, enumeration and itself.
#include "eczscore/stats/two_sample_permutation.hpp"

#include <random>

#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
void check_p(const TwoSamplePermutation& found, const Json& out, double relative) {
    CHECK_CLOSE(found.p, reference::number(out.at("p")), relative, 0.0);
    CHECK_CLOSE(found.p_less, reference::number(out.at("p_less")), relative, 0.0);
    CHECK_CLOSE(found.p_greater, reference::number(out.at("p_greater")), relative, 0.0);
}
}  // namespace

TEST_CASE("exact permutation agrees with exactRankTests, coin and enumeration in R") {
    const auto cases = reference::all("56_permutation", "permutation_");
    REQUIRE(cases.size() >= 10);
    int enumerated = 0;
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const TwoSamplePermutation found = two_sample_permutation_exact(x, y);
        CHECK(found.state == State::ok);
        CHECK(found.method == "permutation of two groups, exact");
        check_p(found, each->at("output").at("perm_test"), 1e-12);
        check_p(found, each->at("output").at("coin"), 1e-10);
        if (each->at("output").at("enumerated").is_null()) continue;
        ++enumerated;
        check_p(found, each->at("output").at("enumerated"), 1e-15);
        // the same values where no step can be found, and as tenths
        std::vector<double> x_3(x), y_3(y), x_10(x), y_10(y);
        for (double& value : x_3) value = value / 3.0 - 1e6;
        for (double& value : y_3) value = value / 3.0 - 1e6;
        for (double& value : x_10) value /= 10.0;
        for (double& value : y_10) value /= 10.0;
        check_p(two_sample_permutation_exact(x_3, y_3), each->at("output").at("enumerated"), 1e-15);
        CHECK(two_sample_permutation_exact(x_10, y_10).p == found.p);
        CHECK_CLOSE(two_sample_permutation_exact(x_10, y_10).difference, found.difference / 10,
                    1e-15);
    }
    CHECK(enumerated >= 7);
}

TEST_CASE("exact permutation agrees with coin on the sets of the other two-sample tests") {
    int exact = 0;
    for (const Json* each : two_sample_cases("permutation_mean_exact_")) {
        if (each->at("status") != "ok" || !each->at("output").at("exact").get<bool>()) continue;
        ++exact;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        CHECK_CLOSE(two_sample_permutation_exact(x, y).p, output(*each, "p"), 1e-10, 0.0);
    }
    CHECK(exact >= 5);
}

TEST_CASE("exactRankTests rounds values without a step; here every choice is tried") {
    const Json& each = reference::one("56_permutation", "no_step");
    const auto [x, y] = groups_of(each.at("input"));
    const double found = two_sample_permutation_exact(x, y).p;
    CHECK_CLOSE(found, output(each, "coin_p"), 1e-14, 0.0);
    CHECK_CLOSE(found, 9.0 / 126, 1e-15, 0.0);
    CHECK(output(each, "perm_test_p") > found + 0.02);  // 12 of 126
}

TEST_CASE("counting, trying all and drawing at random agree") {
    std::mt19937 random(21);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> x(2 + random() % 16), y(2 + random() % 16);
        for (double& each : x) each = static_cast<double>(random() % 60) / 2.0;
        for (double& each : y) each = static_cast<double>(random() % 90) / 2.0;
        const TwoSamplePermutation counted = two_sample_permutation_exact(x, y);
        TwoSamplePermutation tried = counted;
        detail::put_enumerated_p(tried, detail::PooledGroups(detail::TwoSamples(x, y)));
        CHECK_CLOSE(tried.p, counted.p, 1e-13, 0.0);
        CHECK_CLOSE(tried.p_less, counted.p_less, 1e-13, 0.0);
        CHECK_CLOSE(tried.p_greater, counted.p_greater, 1e-13, 0.0);
        const TwoSamplePermutation drawn =
            two_sample_permutation_monte_carlo(x, y, {4999, 7, 0, 0.9999});
        CHECK(drawn.p_interval.contains(counted.p));
        CHECK(std::abs(drawn.p_less - counted.p_less) < 0.04);
        CHECK(std::abs(drawn.p_greater - counted.p_greater) < 0.04);
    }
}

TEST_CASE("of ranks it is the exact rank-sum test") {
    const std::vector<double> x{12, 3, 3, 8, 30, 8}, y{8, 1, 5, 2, 2};
    const std::vector<double> ranks_x{10, 4.5, 4.5, 8, 11, 8}, ranks_y{8, 1, 6, 2.5, 2.5};
    const TwoSamplePermutation found = two_sample_permutation_exact(ranks_x, ranks_y);
    const MannWhitney expected = mann_whitney_exact(x, y);
    CHECK(found.p == expected.p);
    CHECK(found.p_less == expected.p_less);
    CHECK(found.p_greater == expected.p_greater);
}

TEST_CASE("Brunner-Munzel of separated groups has the p of a permutation") {
    std::mt19937 random(23);
    for (int round = 0; round < 40; ++round) {
        std::vector<double> x(2 + random() % 7), y(2 + random() % 7);
        const unsigned kinds = round % 2 == 0 ? 1000 : 3;
        for (double& each : x) each = static_cast<double>(random() % kinds);
        for (double& each : y) each = 2000.0 + static_cast<double>(random() % kinds);
        // one choice leaves all of y above: the tail of the largest difference
        const TwoSamplePermutation found = two_sample_permutation_exact(x, y);
        CHECK_CLOSE(brunner_munzel(x, y, {.alternative = Alternative::less}).p_x_greater.p,
                    found.p_less, 1e-13, 0.0);
        // and of ranks without ties the two-sided p counts the other end as well
        const BrunnerMunzel both = brunner_munzel(x, y);
        CHECK(both.state == State::boundary);
        if (!mann_whitney_exact(x, y).has_ties) {
            CHECK_CLOSE(both.p_x_greater.p, mann_whitney_exact(x, y).p, 1e-13, 0.0);
        }
    }
}

TEST_CASE("decimals that are equal on paper are equal here") {
    // 20.1 - 10.9 is not 9.2 as a double: every sum is counted in tenths
    const std::vector<double> x{20.1 - 10.9, 5.0, 7.3}, y{9.2, 7.0, 5.0};
    const std::vector<double> x_tenths{92, 50, 73}, y_tenths{92, 70, 50};
    CHECK(two_sample_permutation_exact(x, y).p ==
          two_sample_permutation_exact(x_tenths, y_tenths).p);
    const std::vector<double> same{20.1 - 10.9, 9.2}, again{9.2};
    CHECK(two_sample_permutation_exact(same, again).state == State::zero_variance);
}

TEST_CASE("random choices do not depend on the order of the input, and are never 0") {
    std::vector<double> x(60), y(45);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::sqrt(static_cast<double>(i));
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = std::sqrt(static_cast<double>(i)) + 90.0;
    const TwoSamplePermutation found = two_sample_permutation_exact(x, y);  // no step, too many
    CHECK(found.state == State::approximate);
    CHECK(found.replicates == 9999);
    CHECK(found.p == 1.0 / 10'000);
    CHECK(found.p_interval.lower == 0.0);
    CHECK_CLOSE(found.p_interval.upper, 1 - std::pow(0.005, 1.0 / 9999), 1e-9);
    for (double& each : y) each -= 90.0;
    const auto first = two_sample_permutation_monte_carlo(x, y, {999, 5, 2, 0.95});
    std::reverse(x.begin(), x.end());
    std::swap(y[3], y[40]);
    const auto second = two_sample_permutation_monte_carlo(x, y, {999, 5, 2, 0.95});
    CHECK(first.p == second.p);
    CHECK(first.p_less == second.p_less);
    CHECK(two_sample_permutation_monte_carlo(x, y, {999, 6, 2, 0.95}).p != first.p);
    const auto swapped = two_sample_permutation_monte_carlo(y, x, {999, 5, 2, 0.95});
    CHECK(swapped.p == first.p);
    CHECK(swapped.p_less == first.p_greater);
}

TEST_CASE("a stream of choices is uniform") {
    // 2 of 5: each of 10 choices a tenth of the time
    const std::vector<double> x{1, 2}, y{4, 8, 16};  // all sums differ
    const auto found = two_sample_permutation_monte_carlo(x, y, {100'000, 3, 0, 0.999});
    CHECK(std::abs(found.p_less - 0.1) < 0.004);
    CHECK(std::abs(found.p - two_sample_permutation_exact(x, y).p) < 0.006);
    CHECK(found.p_greater == 1.0);
}

TEST_CASE("permutation of two groups: edges") {
    const std::vector<double> none, one{5}, three{1, 2, 3}, same{4, 4},
        gaps{1, not_a_number, infinity};
    CHECK(two_sample_permutation_exact(none, three).state == State::too_few);
    CHECK(std::isnan(two_sample_permutation_exact(none, three).p));
    CHECK(two_sample_permutation_exact(one, one).p == 1.0);
    CHECK(two_sample_permutation_exact(one, one).state == State::zero_variance);
    CHECK_CLOSE(two_sample_permutation_exact(one, three).p, 0.25, 1e-15);
    CHECK(two_sample_permutation_exact(same, same).p == 1.0);
    CHECK(two_sample_permutation_exact(gaps, three).missing == 2);
    CHECK(two_sample_permutation_exact(gaps, three).n_x == 1);
    CHECK(two_sample_permutation_monte_carlo(three, same, {0}).state == State::invalid_argument);
    CHECK(two_sample_permutation_monte_carlo(three, same, {99, 0, 0, 1.0}).state ==
          State::invalid_argument);
    CHECK(two_sample_permutation_monte_carlo(same, same).p == 1.0);
    const std::vector<double> huge{1.7e308, 1.6e308}, deep{-1.7e308, -1.6e308};
    CHECK(two_sample_permutation_exact(huge, deep).state == State::out_of_range);
    // steps far apart are not counted one by one
    const std::vector<double> wide{1, 2'000'000'000}, narrow{5, 7, 1'999'999'999};
    CHECK_CLOSE(two_sample_permutation_exact(wide, narrow).p_less, 0.5, 1e-15);
}
