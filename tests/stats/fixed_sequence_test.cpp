// SPDX-License-Identifier: BSL-1.0
// Fixed sequence and fallback against their definitions.
#include "eczscore/stats/fixed_sequence.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("a fixed sequence agrees with the reference") {
    const Json& each = reference::one("10_multiplicity", "fixed_sequence");
    const FixedSequence found =
        fixed_sequence(reference::numbers(each.at("input").at("p_in_order")));
    const auto expected = reference::numbers(each.at("output").at("adjusted"));
    REQUIRE(found.p.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(found.p[i] == expected[i]);
}

TEST_CASE("a missing p-value ends a fixed sequence") {
    const double p[] = {0.01, not_a_number, 0.001};
    const FixedSequence found = fixed_sequence(p);
    CHECK(found.p[0] == 0.01);
    CHECK(std::isnan(found.p[1]));
    CHECK(found.p[2] == 1.0);
    CHECK(found.missing == 1);
    CHECK(fixed_sequence({}).state == State::too_few);
    const double wrong[] = {0.01, -0.1};
    CHECK(fixed_sequence(wrong).state == State::invalid_argument);
}

TEST_CASE("the fallback passes alpha on") {
    const double p[] = {0.02, 0.03, 0.01};
    const double weights[] = {0.5, 0.25, 0.25};
    const Fallback found = fallback(p, weights, 0.05);
    CHECK(found.state == State::ok);
    CHECK(found.steps[0].is_rejected);
    CHECK_CLOSE(found.steps[1].alpha, 0.0375, 1e-15);
    CHECK(found.steps[1].is_rejected);
    CHECK_CLOSE(found.steps[2].alpha, 0.05, 1e-15);
    CHECK(found.steps[2].is_rejected);
    const double late[] = {0.2, 0.03, 0.01};
    const Fallback other = fallback(late, weights, 0.05);
    CHECK_FALSE(other.steps[0].is_rejected);
    CHECK_FALSE(other.steps[1].is_rejected);
    CHECK_CLOSE(other.steps[2].alpha, 0.0125, 1e-15);
    CHECK(other.steps[2].is_rejected);
}

TEST_CASE("what was carried is lost where a hypothesis is not rejected") {
    const double p[] = {0.01, 0.2, 0.02};
    const double weights[] = {0.5, 0.25, 0.25};
    const Fallback found = fallback(p, weights, 0.05);
    CHECK(found.steps[0].is_rejected);
    CHECK_CLOSE(found.steps[1].alpha, 0.0375, 1e-15);
    CHECK_FALSE(found.steps[1].is_rejected);
    CHECK_CLOSE(found.steps[2].alpha, 0.0125, 1e-15);
    CHECK_FALSE(found.steps[2].is_rejected);
}

TEST_CASE("fallback: missing values and impossible weights") {
    const double p[] = {not_a_number, 0.01};
    const double weights[] = {0.5, 0.5};
    const Fallback found = fallback(p, weights, 0.05);
    CHECK_FALSE(found.steps[0].is_rejected);
    CHECK(found.steps[1].is_rejected);
    CHECK(found.missing == 1);
    const double heavy[] = {0.7, 0.5};
    CHECK(fallback(p, heavy, 0.05).state == State::invalid_argument);
    CHECK(fallback(p, std::span(weights).first(1), 0.05).state == State::invalid_argument);
    CHECK(fallback(p, weights, 0.0).state == State::invalid_argument);
}
