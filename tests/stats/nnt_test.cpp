// SPDX-License-Identifier: BSL-1.0
// Numbers needed to treat, also where their interval runs through infinity.
#include "eczscore/stats/nnt.hpp"

#include "eczscore/stats/risk_difference.hpp"
#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("numbers needed to treat agree with R") {
    const auto cases = reference::all("05_proportions", "risk_difference_");
    REQUIRE(cases.size() >= 10);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const NumberNeeded found =
            number_needed(risk_difference(a, b, {.method = RiskDifferenceMethod::newcombe}));
        const Json& out = each->at("output").at("nnt_newcombe");
        CHECK_CLOSE(found.number, std::abs(reference::number(out.at("nnt"))), 1e-12);
        CHECK(found.is_benefit == (out.at("type") == "NNTB"));
        CHECK(found.crosses_infinity == out.at("crosses_infinity").get<bool>());
        if (found.crosses_infinity) {
            CHECK_CLOSE(found.harm_limit, reference::number(out.at("nnth_limit")), 1e-12);
            CHECK_CLOSE(found.benefit_limit, reference::number(out.at("nntb_limit")), 1e-12);
            CHECK(std::isnan(found.ci.lower));
            CHECK(found.state == State::boundary);
        } else if (found.is_benefit) {
            CHECK_CLOSE(found.ci.lower, reference::number(out.at("ci")[0]), 1e-12);
            CHECK_CLOSE(found.ci.upper, reference::number(out.at("ci")[1]), 1e-12);
        }
    }
}

TEST_CASE("an interval that spans zero is harm, infinity, benefit") {
    Estimate difference;
    difference.estimate = 0.1;
    difference.ci = {-0.05, 0.25, 0.95, not_a_number, "Newcombe", State::ok};
    difference.state = State::ok;
    const NumberNeeded found = number_needed(difference);
    CHECK_CLOSE(found.number, 10.0, 1e-15);
    CHECK(found.is_benefit);
    CHECK(found.crosses_infinity);
    CHECK_CLOSE(found.harm_limit, 20.0, 1e-15);
    CHECK_CLOSE(found.benefit_limit, 4.0, 1e-15);
    CHECK(found.method == "Newcombe");
}

TEST_CASE("numbers needed from a published difference") {
    const NumberNeeded found = number_needed(0.202, 0.098, 0.306);  // ECZTRA 3, EASI-75
    CHECK_CLOSE(found.number, 1 / 0.202, 1e-15);
    CHECK_CLOSE(found.ci.lower, 1 / 0.306, 1e-15);
    CHECK_CLOSE(found.ci.upper, 1 / 0.098, 1e-15);
    CHECK(found.state == State::ok);
    const NumberNeeded spans = number_needed(0.1, 0.0, 0.25, {.confidence_level = 0.9});
    CHECK(spans.crosses_infinity);
    CHECK(std::isinf(spans.harm_limit));
    CHECK(spans.benefit_limit == 4.0);
    CHECK(spans.ci.confidence_level == 0.9);
    CHECK(number_needed(0.1, 0.2, 0.3).state == State::invalid_argument);
    CHECK(number_needed(20.2, 9.8, 30.6).state == State::invalid_argument);  // per cent
    CHECK(number_needed(not_a_number, 0.1, 0.2).state == State::invalid_argument);
    CHECK(number_needed(0.1, 0.0, 0.2, {.confidence_level = 95}).state == State::invalid_argument);
}

TEST_CASE("numbers needed to harm, and none at all") {
    const NumberNeeded harm = number_needed(
        risk_difference({2, 40}, {20, 40}, {.method = RiskDifferenceMethod::newcombe}));
    CHECK_FALSE(harm.is_benefit);
    CHECK(harm.ci.lower > 0);
    CHECK(harm.ci.lower < harm.number);
    CHECK(harm.number < harm.ci.upper);
    const NumberNeeded same = number_needed(risk_difference({5, 40}, {5, 40}));
    CHECK(std::isinf(same.number));
    CHECK(same.crosses_infinity);
    const NumberNeeded flat =
        number_needed(risk_difference({0, 40}, {0, 40}, {.method = RiskDifferenceMethod::wald}));
    CHECK(std::isinf(flat.harm_limit));
    CHECK(std::isinf(flat.benefit_limit));
    const NumberNeeded none = number_needed(risk_difference({0, 0}, {1, 4}));
    CHECK(std::isnan(none.number));
    CHECK(none.state == State::too_few);
}
