// SPDX-License-Identifier: BSL-1.0
// Exact tests of large groups, where counts outgrow a double, against whole numbers of any length.
// Covers: stats/types/exact_cost.hpp
#include "eczscore/stats/fisher.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/mcnemar.hpp"
#include "eczscore/stats/odds_ratio.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_sign.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/two_sample_permutation.hpp"
#include "eczscore/stats/unconditional_exact.hpp"
#include "eczscore/stats/welch.hpp"
#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {

/// So many values of each grade, the grades being 0, 1, 2 ...
std::vector<double> grades(const std::vector<double>& counts) {
    std::vector<double> values;
    for (std::size_t grade = 0; grade < counts.size(); ++grade) {
        values.insert(values.end(), static_cast<std::size_t>(counts[grade]),
                      static_cast<double>(grade));
    }
    return values;
}

/// The state of a right result: a p below the doubles cannot be told.
State expected_state(const Json& each) {
    for (const char* p : {"p", "p_less", "p_greater"}) {
        if (output(each, p) < 2.2250738585072014e-308) return State::boundary;
    }
    return State::ok;
}

template <class Test>
void compare(const std::string& start, const Test& test) {
    const auto cases = reference::all("61_large_exact", start);
    REQUIRE(cases.size() >= 12);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const auto found = test(grades(x), grades(y));
        CHECK(found.state == expected_state(*each));
        CHECK_CLOSE(found.p, output(*each, "p"), 2e-12, 0.0);
        CHECK_CLOSE(found.p_less, output(*each, "p_less"), 2e-12, 0.0);
        CHECK_CLOSE(found.p_greater, output(*each, "p_greater"), 2e-12, 0.0);
    }
}

}  // namespace

TEST_CASE("the exact rank-sum test with ties holds for thousands of patients") {
    compare("mann_whitney_", [](const auto& x, const auto& y) { return mann_whitney_exact(x, y); });
}

TEST_CASE("the exact permutation test holds for thousands of patients") {
    compare("permutation_",
            [](const auto& x, const auto& y) { return two_sample_permutation_exact(x, y); });
}

TEST_CASE("exact and normal p stay near each other at every size") {
    // from 2 patients on; grades for the permutation test, where it is cheap, yes or no for ranks
    for (const int patients : {2, 3, 5, 10, 30, 100, 300, 1000, 2040, 2060, 2190}) {
        const auto all = static_cast<std::size_t>(patients);
        for (const std::size_t smaller : {std::size_t{1}, all / 20, all / 2}) {
            if (smaller == 0) continue;
            std::vector<double> x, y, x_yes, y_yes;
            for (std::size_t i = 0; i < all; ++i) {
                const std::size_t grade = i < smaller ? i * 3 % 5 : i * i % 7 % 5;
                (i < smaller ? x : y).push_back(static_cast<double>(grade));
                (i < smaller ? x_yes : y_yes).push_back(grade > 2 ? 1.0 : 0.0);
            }
            // the normal distribution has no steps; what is sought is a p of 0 or 1
            const double near = 0.05 + 2.0 / static_cast<double>(smaller);
            const MannWhitney exact = mann_whitney_exact(x_yes, y_yes);
            const MannWhitney normal = mann_whitney_normal(x_yes, y_yes);
            INFO(smaller << " of " << all << ", exact " << exact.p << ", normal " << normal.p);
            if (exact.state != State::zero_variance) {
                REQUIRE(exact.state == State::ok);
                CHECK(exact.p_less + exact.p_greater > 1.0);
                CHECK(std::abs(exact.p - normal.p) < 2.0 * near);
                CHECK(std::abs(exact.p_less - normal.p_less) < near);
            }
            const auto permuted = two_sample_permutation_exact(x, y);
            if (permuted.state == State::zero_variance) continue;
            REQUIRE(permuted.state == State::ok);
            CHECK(permuted.p_less + permuted.p_greater > 1.0);
            // Welch's test asks nearly the same of two large groups
            const double welch = smaller > 1 ? welch_t(x, y).difference.p : not_a_number;
            if (smaller > 10) CHECK(std::abs(permuted.p - welch) < 2.0 * near);
        }
    }
}

TEST_CASE("the caller decides what an exact test may cost") {
    const std::vector<double> x = grades({40, 35, 30, 20}), y = grades({35, 40, 20, 30});
    const MannWhitney exact = mann_whitney_exact(x, y);
    CHECK(exact.state == State::ok);
    for (const ExactCost& little : {ExactCost{.work = 1e4}, ExactCost{.memory = 1e4},
                                    ExactCost{.work = 0.0}, ExactCost{.work = not_a_number}}) {
        const MannWhitney normal = mann_whitney_exact(x, y, little);
        CHECK(normal.state == State::approximate);
        CHECK(normal.p == mann_whitney_normal(x, y, {.corrected = false}).p);
        const auto random = two_sample_permutation_exact(x, y, little);
        CHECK(random.state == State::approximate);
        CHECK(random.replicates == 9999);
    }
    // what the default refuses can be asked for, and without ties as well
    std::vector<double> a(150), b(150);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<double>(2 * i);
        b[i] = static_cast<double>(2 * i + 31);
    }
    CHECK(mann_whitney_exact(a, b).state == State::ok);
    const MannWhitney refused = mann_whitney_exact(a, b, {.memory = 1e6});
    CHECK(refused.state == State::approximate);
    CHECK_CLOSE(refused.p, mann_whitney_exact(a, b).p, 5e-2);
}

TEST_CASE("signs of thousands of differences: ranks and flips") {
    int compared = 0;
    for (const std::string start : {"signed_rank_", "sign_flip_"}) {
        for (const Json* each : reference::all("61_large_exact", start)) {
            INFO(each->at("id"));
            const auto sizes = reference::numbers(each->at("input").at("sizes"));
            const auto positive = reference::numbers(each->at("input").at("positive"));
            std::vector<double> differences;
            for (std::size_t kind = 0; kind < 2; ++kind) {
                for (int i = 0; i < static_cast<int>(sizes[kind]); ++i) {
                    const double size = kind == 0 ? 1.0 : 2.0;
                    differences.push_back(i < static_cast<int>(positive[kind]) ? size : -size);
                }
            }
            const auto check = [&](State state, double p, double less, double greater) {
                ++compared;
                CHECK(state == expected_state(*each));
                CHECK_CLOSE(p, output(*each, "p"), 1e-12, 0.0);
                CHECK_CLOSE(less, output(*each, "p_less"), 1e-12, 0.0);
                CHECK_CLOSE(greater, output(*each, "p_greater"), 1e-12, 0.0);
            };
            if (start == "sign_flip_") {
                const SignFlip found = sign_flip_exact(differences);
                check(found.state, found.p_two_sided, found.p_less, found.p_greater);
            } else {
                const SignedRank found = signed_rank_exact(differences);
                check(found.state, found.p_two_sided, found.p_less, found.p_greater);
                CHECK(signed_rank_exact(differences, {.zeros = Zeros::pratt, .cost = {.work = 1.0}})
                          .state == State::approximate);
            }
        }
    }
    CHECK(compared == 9);
}

TEST_CASE("Fisher's test of large tables and tables far apart") {
    const auto cases = reference::all("61_large_exact", "fisher_");
    REQUIRE(cases.size() == 8);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto count = [&](const char* key) { return each->at("input").at(key).get<int>(); };
        const Responders active{count("x1"), count("n1")}, control{count("x2"), count("n2")};
        const auto p = [&](Alternative alternative, ExactRule rule) {
            const FisherTest found =
                fisher_test(active, control, {.alternative = alternative, .rule = rule});
            CHECK((found.state == State::ok) == (found.p >= 2.2250738585072014e-308));
            return found.p;
        };
        const auto near = [&](double found, const char* key) {
            const double right = output(*each, key);
            CHECK((found < 2.2250738585072014e-308) == (right < 2.2250738585072014e-308));
            if (right >= 2.2250738585072014e-308) CHECK_CLOSE(found, right, 2e-12, 0.0);
        };
        near(p(Alternative::less, ExactRule::central), "p_less");
        near(p(Alternative::greater, ExactRule::central), "p_greater");
        near(p(Alternative::two_sided, ExactRule::central), "p_central");
        near(p(Alternative::two_sided, ExactRule::minimum_likelihood), "p_minimum_likelihood");
        near(fisher_test(active, control).probability, "probability");
        const FisherTest normal = fisher_test(active, control,
                                              {.alternative = Alternative::less,
                                               .rule = ExactRule::central,
                                               .cost = {.memory = 100.0}});
        CHECK(normal.state == State::approximate);
        CHECK_CLOSE(normal.p, output(*each, "p_less"), 0.5, 1e-3);
        const Estimate odds =
            odds_ratio(active, control,
                       {.method = OddsRatioMethod::conditional_exact, .cost = {.work = 100.0}});
        CHECK(odds.state == State::approximate);
        CHECK(odds.estimate ==
              odds_ratio(active, control, {.method = OddsRatioMethod::haldane_anscombe}).estimate);
    }
}

TEST_CASE("a p of many coins that no double holds is not ok") {
    for (const Json* each : reference::all("61_large_exact", "coins_")) {
        INFO(each->at("id"));
        const auto heads = each->at("input").at("heads").get<std::size_t>();
        const auto n = each->at("input").at("n").get<std::size_t>();
        const SignTest found = sign_test(heads, n - heads);
        const bool is_held = output(*each, "p_less") >= 2.2250738585072014e-308;
        CHECK(found.state == (is_held ? State::ok : State::boundary));
        if (is_held) CHECK_CLOSE(found.p_two_sided, output(*each, "p"), 1e-12, 0.0);
        PairedCounts pairs;
        pairs.first = static_cast<std::int64_t>(heads);
        pairs.second = static_cast<std::int64_t>(n - heads);
        CHECK(mcnemar(pairs).state == found.state);
    }
}

TEST_CASE("Barnard and Boschloo agree with 60 digits at every common share") {
    const auto cases = reference::all("61_large_exact", "unconditional_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto count = [&](const char* key) { return each->at("input").at(key).get<int>(); };
        const Responders active{count("x1"), count("n1")}, control{count("x2"), count("n2")};
        const auto score = detail::given_score(active, control);
        const auto fisher = detail::given_fisher(active, control);
        const Json& of = each->at("output");
        double highest_score = 0.0, highest_fisher = 0.0;
        for (std::size_t i = 0; i < of.at("shares").size(); ++i) {
            const double share = std::stod(of.at("shares")[i].get<std::string>());
            const double by_score = reference::number(of.at("score")[i]);
            const double by_fisher = reference::number(of.at("boschloo")[i]);
            CHECK_CLOSE(detail::at_share(score, share), by_score, 1e-11, 1e-15);
            CHECK_CLOSE(detail::at_share(fisher, share), by_fisher, 1e-11, 1e-15);
            highest_score = std::max(highest_score, by_score);
            highest_fisher = std::max(highest_fisher, by_fisher);
        }
        const auto barnard =
            unconditional_exact_test(active, control, {.order = UnconditionalOrder::score});
        const auto boschloo = unconditional_exact_test(active, control);
        CHECK(barnard.p_greater >= highest_score * (1.0 - 1e-11));
        CHECK(boschloo.p_greater >= highest_fisher * (1.0 - 1e-11));
        CHECK(barnard.p_greater < highest_score * 1.2);
        const auto refused = unconditional_exact_test(
            active, control, {.order = UnconditionalOrder::boschloo, .cost = {.work = 1e4}});
        CHECK(refused.state == State::approximate);
    }
}

TEST_CASE("the power of exact tests agrees with whole numbers, and its cost can be set") {
    for (const Json* each : reference::all("61_large_exact", "power_fisher_")) {
        INFO(each->at("id"));
        const Json& input = each->at("input");
        const double p1 = std::stod(input.at("p1").get<std::string>());
        const double p2 = std::stod(input.at("p2").get<std::string>());
        const auto n1 = input.at("n1").get<std::int64_t>(), n2 = input.at("n2").get<std::int64_t>();
        CHECK_CLOSE(power_fisher(p1, p2, n1, n2).power, output(*each, "power"), 1e-11, 0.0);
        const PowerResult normal =
            power_fisher(p1, p2, n1, n2, {.alpha = 0.05, .cost = {.work = 100.0}});
        CHECK(normal.state == State::approximate);
        CHECK(std::abs(normal.power - output(*each, "power")) < 0.02);
    }
    const SignDesign sign{.positive = 0.3, .negative = 0.2};
    const PowerResult exact = power_sign(sign, 400), normal = power_sign(sign, 400, {.work = 1.0});
    CHECK(normal.state == State::approximate);
    CHECK(std::abs(normal.power - exact.power) < 0.03);
    const McNemarDesign pairs{.p01 = 0.3, .p10 = 0.2};
    CHECK(power_mcnemar_exact(pairs, 400).power == exact.power);
    CHECK(power_mcnemar_exact(pairs, 400, {.memory = 1.0}).power == normal.power);
    // billions of pairs are an answer, and at once
    CHECK(power_mcnemar_exact(pairs, std::int64_t{1} << 40).state == State::approximate);
    CHECK(power_fisher(0.3, 0.31, std::int64_t{1} << 40, std::int64_t{1} << 40).power == 1.0);
    CHECK(fisher_test({1, std::int64_t{1} << 53}, {std::int64_t{1} << 52, std::int64_t{1} << 53})
              .state == State::approximate);
    CHECK(std::isnan(signed_rank_cdf(std::int64_t{1} << 40, 10'000'000)));
}
