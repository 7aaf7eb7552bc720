// SPDX-License-Identifier: BSL-1.0
// What dichotomising costs: the formulas as they are written, and designs without an answer.
#include "eczscore/stats/responder_efficiency.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {
constexpr ResponderDesign easi{.mean_active = -14, .mean_control = -8, .sd = 12, .threshold = 6.6};
}

TEST_CASE("responders or means: the reference and what follows from it") {
    const auto& out = reference::one("40_design_more", "responder_dichotomisation").at("output");
    const ResponderEfficiency found = responder_efficiency(easi, 80);
    REQUIRE(found.state == State::ok);
    CHECK_CLOSE(found.p_active, out.at("p_active").get<double>(), 1e-12);
    CHECK_CLOSE(found.power_responders, out.at("power_responder").get<double>(), 1e-12);
    CHECK_CLOSE(found.difference, found.p_active - found.p_control, 1e-15);
    // patients per arm for both, by the normal approximation of large sizes
    const double a = found.p_active, c = found.p_control;
    const double by_means = 2 / (0.5 * 0.5);
    const double by_responders = (a * (1 - a) + c * (1 - c)) / ((a - c) * (a - c));
    CHECK_CLOSE(found.size_ratio, by_responders / by_means, 1e-13);
    CHECK(found.size_ratio > 1.5);
    CHECK(found.power_responders < found.power_means);
    // a worse active arm: a negative NNT, the same powers
    ResponderDesign worse = easi;
    worse.mean_active = -8;
    worse.mean_control = -14;
    CHECK_CLOSE(responder_efficiency(worse, 80).nnt, -found.nnt, 1e-13);
    CHECK_CLOSE(responder_efficiency(worse, 80).power_means, found.power_means, 1e-12);
    CHECK_CLOSE(responder_efficiency(worse, 80).power_responders, found.power_responders, 1e-12);
}

TEST_CASE("designs without an answer") {
    const auto state = [](auto change, std::int64_t n = 80) {
        ResponderDesign of = easi;
        change(of);
        return responder_efficiency(of, n).state;
    };
    CHECK(state([](ResponderDesign&) {}, 1) == State::too_few);
    CHECK(state([](ResponderDesign&) {}, -3) == State::too_few);
    for (const double bad : {0.0, -1.0, infinity, not_a_number}) {
        CHECK(state([&](ResponderDesign& of) { of.sd = bad; }) == State::invalid_argument);
        CHECK(state([&](ResponderDesign& of) { of.threshold = bad; }) == State::invalid_argument);
    }
    for (const double bad : {infinity, not_a_number}) {
        CHECK(state([&](ResponderDesign& of) { of.mean_active = bad; }) == State::invalid_argument);
        CHECK(state([&](ResponderDesign& of) { of.mean_control = bad; }) ==
              State::invalid_argument);
    }
    CHECK(state([](ResponderDesign& of) { of.alpha = 1; }) == State::invalid_argument);
    CHECK(state([](ResponderDesign& of) { of.mean_active = of.mean_control; }) == State::boundary);
    // means that differ, and nobody who responds in either arm
    CHECK(state([](ResponderDesign& of) { of.sd = 0.01, of.threshold = 100; }) == State::boundary);
    CHECK(responder_efficiency({-8, -8, 12, 6.6}, 80).nnt == infinity);
    // all of one arm and none of the other
    const ResponderEfficiency sure = responder_efficiency({-100, 0, 1, 50}, 80);
    CHECK(sure.state == State::ok);
    CHECK(sure.nnt == 1.0);
    CHECK(sure.power_responders == 1.0);
}
