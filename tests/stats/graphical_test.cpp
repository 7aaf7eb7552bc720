// SPDX-License-Identifier: BSL-1.0
// Graphical procedures against R, the full closed test, and the procedures they contain.
#include "eczscore/stats/graphical.hpp"

#include <random>

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

TEST_CASE("graphs that are none, and missing p-values") {
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
    CHECK(graphical_test(heavy, swap, both).state == State::undefined_ratio);
    const double loop[] = {0.5, 0.5, 1, 0};
    CHECK(graphical_test(weights, loop, both).state == State::undefined_ratio);
    const double rows[] = {0, 1.2, 1, 0};
    CHECK(graphical_test(weights, rows, both).state == State::undefined_ratio);
    CHECK(graphical_test(weights, swap, std::span(both).first(1)).state == State::undefined_ratio);
    CHECK(graphical_test({}, {}, {}).state == State::too_few);
    const double stuck[] = {1, 0};
    const double nowhere[] = {0, 0, 0, 0};
    CHECK(graphical_test(stuck, nowhere, both).p[1] == 1.0);
}
