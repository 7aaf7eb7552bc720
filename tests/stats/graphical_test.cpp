// SPDX-License-Identifier: BSL-1.0
// Graphical procedures against R, the full closed test, and the procedures they contain.
#include "eczscore/stats/graphical.hpp"

#include <random>

#include <boost/multiprecision/cpp_int.hpp>

#include "eczscore/stats/adjust.hpp"
#include "eczscore/stats/fixed_sequence.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
/// Adjusted p-values by testing every intersection with the weights that the graph gives it.
std::vector<double> closed_test(const std::vector<double>& weights,
                                const std::vector<double>& shares, const std::vector<double>& p) {
    const std::size_t m = p.size();
    std::vector<double> adjusted(m, 0.0);
    for (unsigned set = 1; set < 1U << m; ++set) {
        detail::Graph graph(weights, shares);
        for (std::size_t j = 0; j < m; ++j) {
            if ((set >> j & 1U) == 0) graph.reject(j);
        }
        double least = 1.0;
        for (std::size_t j = 0; j < m; ++j) {
            if (graph.has(j) && graph.weight(j) > 0)
                least = std::min(least, p[j] / graph.weight(j));
        }
        for (std::size_t j = 0; j < m; ++j) {
            if (graph.has(j)) adjusted[j] = std::max(adjusted[j], least);
        }
    }
    return adjusted;
}
}  // namespace

TEST_CASE("graphs agree with R") {
    const auto cases = reference::all("10_multiplicity", "graph_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        if (!each->at("input").contains("weights")) continue;
        INFO(each->at("id"));
        std::vector<double> shares;
        for (const Json& row : each->at("input").at("transition")) {
            for (const double share : reference::numbers(row)) shares.push_back(share);
        }
        const GraphicalTest found =
            graphical_test(reference::numbers(each->at("input").at("weights")), shares,
                           reference::numbers(each->at("input").at("p")));
        CHECK(found.state == State::ok);
        const auto expected = reference::numbers(each->at("output").at("adjusted_p"));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK_CLOSE(found.p[i], expected[i], 1e-14);
        }
        const auto order = reference::numbers(each->at("output").at("rejection_order"));
        REQUIRE(found.order.size() == order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            CHECK(static_cast<double>(found.order[i]) + 1 == order[i]);
        }
    }
}

TEST_CASE("random graphs agree with the full closed test") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    for (int round = 0; round < 300; ++round) {
        const std::size_t m = 2 + random() % 5;
        std::vector<double> weights(m), shares(m * m), p(m);
        double all = 0;
        for (double& weight : weights) all += weight = uniform(random);
        for (double& weight : weights) weight /= all;
        for (std::size_t i = 0; i < m; ++i) {
            double row = 0;
            for (std::size_t j = 0; j < m; ++j) {
                if (i != j) row += shares[i * m + j] = uniform(random);
            }
            for (std::size_t j = 0; j < m; ++j) shares[i * m + j] /= row;
            p[i] = std::pow(uniform(random), 3);
        }
        const GraphicalTest found = graphical_test(weights, shares, p);
        const auto expected = closed_test(weights, shares, p);
        for (std::size_t i = 0; i < m; ++i) CHECK_CLOSE(found.p[i], expected[i], 1e-12);
    }
}

TEST_CASE("Holm and the fixed sequence are graphs") {
    const std::vector<double> p{0.02, 0.001, 0.03, 0.2};
    const double third = 1.0 / 3;
    const std::vector<double> even(4, 0.25);
    const std::vector<double> round{0,     third, third, third, third, 0,     third, third,
                                    third, third, 0,     third, third, third, third, 0};
    const auto holm = adjust(p, Adjustment::holm).p;
    const auto graph = graphical_test(even, round, p).p;
    for (std::size_t i = 0; i < 4; ++i) CHECK_CLOSE(graph[i], holm[i], 1e-12);
    const std::vector<double> first{1, 0, 0, 0};
    const std::vector<double> chain{0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    const auto sequence = fixed_sequence(p).p;
    const auto chained = graphical_test(first, chain, p).p;
    for (std::size_t i = 0; i < 4; ++i) CHECK(chained[i] == sequence[i]);
}

TEST_CASE("invalid graphs, and missing p-values") {
    const double weights[] = {0.5, 0.5};
    const double swap[] = {0, 1, 1, 0};
    const double p[] = {0.01, not_a_number};
    const GraphicalTest found = graphical_test(weights, swap, p);
    CHECK_CLOSE(found.p[0], 0.02, 1e-15);
    CHECK(std::isnan(found.p[1]));
    CHECK(found.missing == 1);
    CHECK(found.order.size() == 1);
    const double both[] = {0.01, 0.02};
    const double heavy[] = {0.6, 0.5};
    CHECK(graphical_test(heavy, swap, both).state == State::invalid_argument);
    const double loop[] = {0.5, 0.5, 1, 0};
    CHECK(graphical_test(weights, loop, both).state == State::invalid_argument);
    const double rows[] = {0, 1.2, 1, 0};
    CHECK(graphical_test(weights, rows, both).state == State::invalid_argument);
    CHECK(graphical_test(weights, swap, std::span(both).first(1)).state == State::invalid_argument);
    CHECK(graphical_test({}, {}, {}).state == State::too_few);
    const double stuck[] = {1, 0};
    const double nowhere[] = {0, 0, 0, 0};
    CHECK(graphical_test(stuck, nowhere, both).p[1] == 1.0);
}

namespace {

using Rational = boost::multiprecision::cpp_rational;

/// Adjusted p-values of the full closed test in rational numbers, by algorithm 1 as published.
/// rows  whole numbers; a share is one of them over the sum of its row
std::vector<double> rational_closed_test(const std::vector<int>& weights,
                                         const std::vector<std::vector<Rational>>& rows,
                                         const std::vector<Rational>& p) {
    const std::size_t m = p.size();
    std::vector<Rational> adjusted(m, 0);
    for (unsigned set = 1; set < 1U << m; ++set) {
        std::vector<Rational> w(m);
        Rational all = 0;
        for (const int weight : weights) all += weight;
        for (std::size_t i = 0; i < m; ++i) w[i] = weights[i] / all;
        auto g = rows;
        for (auto& row : g) {
            Rational sum = 0;
            for (const Rational& share : row) sum += share;
            for (Rational& share : row) share = sum == 0 ? Rational(0) : Rational(share / sum);
        }
        std::vector<bool> in(m, true);
        for (std::size_t j = 0; j < m; ++j) {
            if ((set >> j & 1U) != 0) continue;
            in[j] = false;
            auto next = g;
            for (std::size_t l = 0; l < m; ++l) {
                if (in[l]) w[l] += w[j] * g[j][l];
                const Rational rest = 1 - g[l][j] * g[j][l];
                for (std::size_t k = 0; k < m; ++k) {
                    const bool kept = in[l] && in[k] && k != l && rest > 0;
                    next[l][k] =
                        kept ? Rational((g[l][k] + g[l][j] * g[j][k]) / rest) : Rational(0);
                }
            }
            g = next;
        }
        Rational least = 1;
        for (std::size_t j = 0; j < m; ++j) {
            if (in[j] && w[j] > 0) least = std::min(least, Rational(p[j] / w[j]));
        }
        for (std::size_t j = 0; j < m; ++j) {
            if (in[j]) adjusted[j] = std::max(adjusted[j], least);
        }
    }
    std::vector<double> all;
    for (const Rational& each : adjusted) all.push_back(static_cast<double>(each));
    return all;
}

}  // namespace

TEST_CASE("edges of any small share keep their digits") {
    for (const double e : {1e-6, 1e-9, 1e-12, 1e-14, 1e-16, 1e-20, 1e-100}) {
        const std::vector<double> w{.5, .5, 0, 0, 0, 0}, p{.01, .02, .001, .3, .04, .05},
            g{0, .5, .25, 0, .25, 0,     .5, 0, 0,     .25, 0, .25, 0, 0, 0, 0, 1, 0,
              e, 0,  0,   0, 0,   1 - e, 0,  e, 1 - e, 0,   0, 0,   0, 0, 0, 1, 0, 0};
        const double right[] = {0.02, 0.08 / 3.0, 0.02, 0.3, 0.08, 0.1};
        const GraphicalTest found = graphical_test(w, g, p);
        INFO("epsilon " << e);
        CHECK(found.state == State::ok);
        for (std::size_t i = 0; i < 6; ++i) CHECK_CLOSE(found.p[i], right[i], 1e-14);
    }
}

TEST_CASE("random graphs with small shares agree with the closed test in rational numbers") {
    std::mt19937 random(17);
    for (int trial = 0; trial < 60; ++trial) {
        const std::size_t m = 2 + random() % 4;
        std::vector<int> weights(m);
        for (int& weight : weights) weight = static_cast<int>(random() % 3);
        weights[random() % m] += 1;
        std::vector<std::vector<Rational>> rows(m, std::vector<Rational>(m, 0));
        std::vector<double> w(m), shares(m * m, 0.0), p(m);
        std::vector<Rational> exact_p(m);
        for (std::size_t i = 0; i < m; ++i) {
            Rational sum = 0;
            for (std::size_t j = 0; j < m; ++j) {
                if (i == j || random() % 4 == 0) continue;
                // half of the edges are small, down to 2^-99
                const auto down = random() % 2 == 0 ? random() % 100 : 0;
                rows[i][j] = Rational(1 + random() % 4) /
                             (Rational(boost::multiprecision::cpp_int(1) << down));
                sum += rows[i][j];
            }
            for (std::size_t j = 0; j < m && sum != 0; ++j) {
                shares[i * m + j] = static_cast<double>(Rational(rows[i][j] / sum));
            }
            p[i] = static_cast<double>(random() % 100000) / 1e6;
            exact_p[i] = Rational(p[i]);
        }
        int all = 0;
        for (const int weight : weights) all += weight;
        for (std::size_t i = 0; i < m; ++i) w[i] = static_cast<double>(weights[i]) / all;
        const GraphicalTest found = graphical_test(w, shares, p);
        const std::vector<double> right = rational_closed_test(weights, rows, exact_p);
        INFO("trial " << trial);
        CHECK(found.state == State::ok);
        for (std::size_t i = 0; i < m; ++i) CHECK_CLOSE(found.p[i], right[i], 1e-13);
    }
}
