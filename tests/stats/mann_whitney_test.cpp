// SPDX-License-Identifier: BSL-1.0
// The rank-sum test, exact and normal, against R, coin, SciPy and full enumeration.
#include "eczscore/stats/mann_whitney.hpp"

#include <random>

#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
/// Tails by trying every choice of the first group.
struct Enumerated {
    double less = 0, greater = 0, two = 0;
};
Enumerated enumerate(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> all(x);
    all.insert(all.end(), y.begin(), y.end());
    const auto ranks = detail::doubled_ranks(all).twice;
    const auto bits = static_cast<unsigned>(all.size());
    std::int64_t observed = 0, mean = static_cast<std::int64_t>(x.size() * (all.size() + 1));
    for (std::size_t i = 0; i < x.size(); ++i) observed += static_cast<std::int64_t>(ranks[i]);
    Enumerated found;
    double ways = 0;
    for (unsigned set = 0; set < 1U << bits; ++set) {
        if (static_cast<std::size_t>(std::popcount(set)) != x.size()) continue;
        std::int64_t sum = 0;
        for (unsigned i = 0; i < bits; ++i) {
            if ((set >> i & 1U) != 0) sum += static_cast<std::int64_t>(ranks[i]);
        }
        ++ways;
        found.less += sum <= observed ? 1 : 0;
        found.greater += sum >= observed ? 1 : 0;
        found.two += std::abs(sum - mean) >= std::abs(observed - mean) ? 1 : 0;
    }
    return {found.less / ways, found.greater / ways, found.two / ways};
}
}  // namespace

TEST_CASE("the exact rank-sum test agrees with the distribution in R") {
    const auto cases = two_sample_cases("mann_whitney_exact_dp_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const MannWhitney found = mann_whitney_exact(x, y);
        CHECK(found.rank_sum == output(*each, "W"));
        CHECK(found.u == output(*each, "U"));
        CHECK_CLOSE(found.p, output(*each, "p_two_sided"), 1e-12, 0.0);
        CHECK_CLOSE(found.p_less, output(*each, "p_less"), 1e-12, 0.0);
        CHECK_CLOSE(found.p_greater, output(*each, "p_greater"), 1e-12, 0.0);
    }
}

TEST_CASE("the exact rank-sum test agrees with coin") {
    for (const Json* each : two_sample_cases("mann_whitney_exact_coin_")) {
        if (each->at("status") != "ok") continue;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const MannWhitney found = mann_whitney_exact(x, y);
        CHECK_CLOSE(found.z, output(*each, "z"), 1e-12);
        CHECK_CLOSE(found.p, output(*each, "p"), 1e-10, 0.0);
        CHECK_CLOSE(found.p_less, output(*each, "p_less"), 1e-10, 0.0);
    }
}

TEST_CASE("SAS prints 0.0082 for the birth weights, by the same distribution") {
    const auto cases = two_sample_cases("mann_whitney_exact_dp_birthweight_ties");
    REQUIRE(cases.size() == 1);
    const auto [x, y] = groups_of(cases.front()->at("input"));
    const MannWhitney found = mann_whitney_exact(x, y);
    CHECK(found.has_ties);
    CHECK_CLOSE(found.p, 0.0082, 0.0, 5e-5);
    // its one-sided p is the tail on the observed side, whichever that is: here the caller's
    CHECK_CLOSE(std::min(found.p_less, found.p_greater), 0.0041, 0.0, 5e-5);
}

TEST_CASE("the normal rank-sum test agrees with R and SciPy") {
    for (const bool corrected : {true, false}) {
        const auto start = std::string("mann_whitney_normal_cc") + (corrected ? "TRUE_" : "FALSE_");
        const auto cases = two_sample_cases(start);
        REQUIRE(cases.size() >= 5);
        for (const Json* each : cases) {
            INFO(each->at("id"));
            const auto [x, y] = groups_of(each->at("input"));
            const MannWhitney found = mann_whitney_normal(x, y, {.corrected = corrected});
            CHECK(found.u == output(*each, "U"));
            CHECK_CLOSE(found.p, output(*each, "p"), 1e-12);
            CHECK(std::isnan(found.p) == (found.state == State::zero_variance));
        }
    }
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "mann_whitney_normal_ccTRUE_")) {
        const auto inputs = reference::any("04_two_sample", each->at("id").get<std::string>());
        if (inputs.empty()) continue;
        ++compared;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(inputs.front()->at("input"));
        CHECK_CLOSE(mann_whitney_normal(x, y).p,
                    reference::number(each->at("output").at("p").at("here")), 1e-11);
    }
    CHECK(compared >= 7);
}

TEST_CASE("both tails of the normal rank-sum test are corrected towards the mean") {
    const std::vector<double> x{3, 1, 4, 1, 5, 9, 2}, y{7, 8, 5, 6, 8};
    for (const bool corrected : {true, false}) {
        const MannWhitney one = mann_whitney_normal(x, y, {.corrected = corrected});
        const MannWhitney other = mann_whitney_normal(y, x, {.corrected = corrected});
        CHECK(one.z < 0.0);
        CHECK_CLOSE(one.p, 2 * one.p_less, 1e-14);
        CHECK_CLOSE(one.p_less, other.p_greater, 1e-14);
        CHECK_CLOSE(one.p_greater, other.p_less, 1e-14);
        // the observed sum is in both tails, by half a step each
        if (corrected) CHECK(one.p_less + one.p_greater > 1.0);
        if (!corrected) CHECK_CLOSE(one.p_less + one.p_greater, 1.0, 1e-14);
    }
}

TEST_CASE("every arrangement of small groups, with and without ties") {
    std::mt19937 random(3);
    for (int round = 0; round < 400; ++round) {
        const std::size_t m = 1 + random() % 6, n = 1 + random() % 6;
        const auto kinds = 2 + random() % 12;
        std::vector<double> x(m), y(n);
        for (double& each : x) each = static_cast<double>(random() % kinds);
        for (double& each : y) each = static_cast<double>(random() % kinds);
        const Enumerated expected = enumerate(x, y);
        const MannWhitney found = mann_whitney_exact(x, y);
        CHECK_CLOSE(found.p, expected.two, 1e-15, 0.0);
        CHECK_CLOSE(found.p_less, expected.less, 1e-15, 0.0);
        CHECK_CLOSE(found.p_greater, expected.greater, 1e-15, 0.0);
    }
}

TEST_CASE("without ties the two ways to the exact distribution agree") {
    std::mt19937 random(5);
    for (const auto& [m, n] : {std::pair{20, 31}, {60, 60}, {5, 90}, {100, 100}}) {
        std::vector<double> x(static_cast<std::size_t>(m)), y(static_cast<std::size_t>(n));
        for (double& each : x) each = static_cast<double>(random()) - 2e8;
        for (double& each : y) each = static_cast<double>(random());
        const detail::TwoSamples both(x, y);
        const detail::RankedGroups ranks(both);
        MannWhitney by_choice = detail::describe(both, ranks);
        REQUIRE(detail::exact_p_with_ties(by_choice, ranks));
        const MannWhitney found = mann_whitney_exact(x, y);
        INFO(m << " and " << n << ", p " << found.p);
        CHECK_FALSE(found.has_ties);
        CHECK_CLOSE(found.p, by_choice.p, 1e-12, 0.0);
        CHECK_CLOSE(found.p_less, by_choice.p_less, 1e-12, 0.0);
        CHECK_CLOSE(found.p_greater, by_choice.p_greater, 1e-12, 0.0);
    }
}

TEST_CASE("far tails of large groups") {
    // complete separation of 600 and 600: one choice in C(1200, 600), too small for a count
    std::vector<double> x(600), y(600);
    for (std::size_t i = 0; i < 600; ++i) {
        x[i] = static_cast<double>(i);
        y[i] = static_cast<double>(1000 + i);
    }
    const MannWhitney small = mann_whitney_exact(std::span(x).first(100), std::span(y).first(100));
    double chance = 1;
    for (int i = 1; i <= 100; ++i) chance *= i / (100.0 + i);
    CHECK_CLOSE(small.p_less, chance, 1e-12, 0.0);
    CHECK(small.p_greater == 1.0);
    const MannWhitney large = mann_whitney_exact(x, y);
    CHECK(large.p_less == 0.0);  // 1e-360 is no double, and the state says so
    CHECK(large.state == State::boundary);
    // half of all arrangements, and half of those in the middle, are not above it
    const detail::UDistribution u(300, 300);
    CHECK_CLOSE(u.at_most(45'000) + u.at_most(44'999), 1.0, 1e-12);
    // and near the middle the normal distribution is close
    x.resize(200);
    y.resize(200);
    for (std::size_t i = 0; i < 200; ++i) y[i] = static_cast<double>(i) + 10.5;
    CHECK_CLOSE(mann_whitney_exact(x, y).p, mann_whitney_normal(x, y, {.corrected = false}).p,
                1e-2);
}

TEST_CASE("the order of the values and the names of the groups do not matter") {
    const std::vector<double> x{3, 1, 4, 1, 5, 9, 2}, y{2, 6, 5, 3, 5}, z{5, 3, 5, 6, 2};
    const MannWhitney one = mann_whitney_exact(x, y), other = mann_whitney_exact(y, x);
    CHECK(one.p == mann_whitney_exact(x, z).p);
    CHECK(one.p == other.p);
    CHECK(one.p_less == other.p_greater);
    CHECK(one.u + other.u == 35.0);
    CHECK_CLOSE(one.p_x_greater, 1 - other.p_x_greater, 1e-15);
    const std::vector<std::int64_t> steps_x{3, 1, 4, 1, 5, 9, 2}, steps_y{2, 6, 5, 3, 5};
    CHECK(mann_whitney_exact(steps_x, steps_y).p == one.p);
    // 2^60 and 2^60 + 1 are one double and two numbers
    const std::int64_t large = std::int64_t{1} << 60;
    const std::vector<std::int64_t> above{large + 1, large + 2}, below{large, -large};
    CHECK_FALSE(mann_whitney_exact(above, below).has_ties);
    CHECK(mann_whitney_exact(above, below).u == 4.0);
}

TEST_CASE("decimals that are equal on paper are ties") {
    // 20.1 - 10.9 and 9.2 differ as doubles
    const std::vector<double> x{20.1 - 10.9, 5.0}, y{9.2, 7.0};
    REQUIRE(x[0] != y[0]);
    CHECK(mann_whitney_exact(x, y).has_ties);
    const auto as_steps = [](std::span<const double> v) { return detail::in_steps(v, 10).counts; };
    CHECK(mann_whitney_exact(as_steps(x), as_steps(y)).p == mann_whitney_exact(x, y).p);
}

TEST_CASE("rank-sum test: edges") {
    const std::vector<double> none, one{5}, three{1, 2, 3}, same{3, 3, 3}, gaps{1, not_a_number};
    CHECK(mann_whitney_exact(none, three).state == State::too_few);
    CHECK(std::isnan(mann_whitney_exact(none, three).p));
    CHECK_CLOSE(mann_whitney_exact(one, three).p, 0.5, 1e-15);
    CHECK(mann_whitney_exact(same, same).p == 1.0);
    CHECK(mann_whitney_exact(same, same).state == State::zero_variance);
    CHECK(mann_whitney_exact(gaps, three).missing == 1);
    CHECK(mann_whitney_exact(one, one).p == 1.0);
    CHECK(mann_whitney_normal(three, three).p == 1.0);
    // many values with ties: seen at once to be too many
    std::vector<double> many(60'000), others(60'000);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i] = static_cast<double>(i % 97);
        others[i] = static_cast<double>(i % 101);
    }
    const MannWhitney large = mann_whitney_exact(many, others);
    CHECK(large.state == State::approximate);
    CHECK_CLOSE(large.p, mann_whitney_normal(many, others, {.corrected = false}).p, 1e-15);
}
