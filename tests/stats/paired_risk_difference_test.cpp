// SPDX-License-Identifier: BSL-1.0
// Paired risk difference: five intervals against their references, and their edges.
#include <cmath>

#include <eczscore/stats/paired_risk_difference.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;
using Method = PairedDifferenceMethod;

namespace {
PairedCounts counts(const Json& input) {
    return {input.at("a").get<std::int64_t>(), input.at("b").get<std::int64_t>(),
            input.at("c").get<std::int64_t>(), input.at("d").get<std::int64_t>()};
}
}  // namespace

TEST_CASE("paired risk difference: closed forms equal the reference") {
    for (const Json* each : reference::all("03_paired_rank", "paired_risk_difference_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        for (const auto& [method, key] :
             {std::pair{Method::newcombe_10, "newcombe10"}, std::pair{Method::wald, "wald"},
              std::pair{Method::agresti_min, "agresti_min"},
              std::pair{Method::bonett_price, "bonett_price"}}) {
            const auto found =
                paired_risk_difference(counts(each->at("input")), {.method = method});
            CHECK_CLOSE(found.estimate, number(out.at("difference")), 1e-14);
            CHECK_CLOSE(found.phi, number(out.at("phi")), 1e-12);
            CHECK_CLOSE(found.ci.lower, numbers(out.at(key))[0], 1e-12);
            CHECK_CLOSE(found.ci.upper, numbers(out.at(key))[1], 1e-12);
        }
    }
}

// ratesci was asked for 12 decimals and prints as many: 1e-11 is what it can confirm.
TEST_CASE("paired risk difference: Tango's score interval as ratesci") {
    for (const Json* each : reference::all("03_paired_rank", "paired_rd_score_")) {
        INFO(each->at("id"));
        const auto expected = numbers(each->at("output").at("score"));
        const auto found =
            paired_risk_difference(counts(each->at("input")), {.method = Method::tango});
        CHECK_CLOSE(found.ci.lower, expected[0], 0.0, 2e-11);
        CHECK_CLOSE(found.estimate, expected[1], 0.0, 2e-11);
        CHECK_CLOSE(found.ci.upper, expected[2], 0.0, 2e-11);
    }
}

TEST_CASE("paired risk difference: at Tango's limits the score is the normal quantile") {
    const PairedCounts table{4, 1, 8, 7};
    const auto found = paired_risk_difference(table, {.method = Method::tango});
    const double z = detail::normal_quantile_upper(0.025);
    CHECK_CLOSE(detail::tango_score(detail::PairedTable(table), found.ci.lower), z, 1e-10);
    CHECK_CLOSE(detail::tango_score(detail::PairedTable(table), found.ci.upper), -z, 1e-10);
}

TEST_CASE("paired risk difference: exchanging the occasions mirrors every interval") {
    for (const Method method : {Method::newcombe_10, Method::tango, Method::wald,
                                Method::agresti_min, Method::bonett_price}) {
        const auto found = paired_risk_difference({4, 1, 8, 7}, {.method = method});
        const auto mirrored = paired_risk_difference({4, 8, 1, 7}, {.method = method});
        CHECK_CLOSE(mirrored.ci.lower, -found.ci.upper, 1e-14);
        CHECK_CLOSE(mirrored.ci.upper, -found.ci.lower, 1e-14);
    }
}

TEST_CASE("paired risk difference: edges") {
    CHECK(paired_risk_difference({}).state == State::too_few);
    CHECK(paired_risk_difference({1, 2, -3, 4}).state == State::invalid_argument);
    CHECK(paired_risk_difference({10, 0, 0, 12}, {.method = Method::wald}).ci.state ==
          State::zero_variance);
    for (const PairedCounts& table : {PairedCounts{0, 5, 0, 0}, PairedCounts{0, 0, 5, 0},
                                      PairedCounts{5, 0, 0, 0}, PairedCounts{0, 0, 0, 1}}) {
        for (const Method method : {Method::newcombe_10, Method::tango}) {
            const auto found = paired_risk_difference(table, {.method = method});
            CHECK(found.ci.lower >= -1.0);
            CHECK(found.ci.upper <= 1.0);
            CHECK(found.ci.lower <= found.estimate);
            CHECK(found.estimate <= found.ci.upper);
            CHECK(found.ci.lower < found.ci.upper);
        }
    }
    CHECK(paired_risk_difference({0, 5, 0, 0}, {.method = Method::tango}).ci.upper == 1.0);
}

TEST_CASE("paired risk difference: every interval in 60 digits, zero margins included") {
    const auto cases = reference::all("53_paired_exact", "paired_difference_");
    REQUIRE(cases.size() == 10);
    for (const Json* each : cases) {
        for (const auto& [method, key] :
             {std::pair{Method::newcombe_10, "newcombe_10"}, std::pair{Method::tango, "tango"},
              std::pair{Method::wald, "wald"}, std::pair{Method::agresti_min, "agresti_min"},
              std::pair{Method::bonett_price, "bonett_price"}}) {
            INFO(each->at("id") << " " << key);
            const auto found =
                paired_risk_difference(counts(each->at("input")), {.method = method});
            const auto expected = numbers(each->at("output").at(key));
            CHECK_CLOSE(found.ci.lower, expected[0], 1e-12, 1e-15);
            CHECK_CLOSE(found.ci.upper, expected[1], 1e-12, 1e-15);
            CHECK(found.ci.state ==
                  (expected[0] == expected[1] ? State::zero_variance : State::ok));
        }
    }
}

TEST_CASE("paired risk difference: missing answers and an invalid level") {
    CHECK(paired_risk_difference({4, 1, 8, 7, 3}).missing == 3);
    CHECK(paired_risk_difference({4, 1, 8, 7, 3}).n == 20);
    for (const double level : {0.0, 1.0, not_a_number}) {
        const auto found = paired_risk_difference(
            {4, 1, 8, 7}, {.method = Method::tango, .confidence_level = level});
        CHECK(found.estimate == -0.35);
        CHECK(found.ci.state == State::invalid_argument);
    }
}
