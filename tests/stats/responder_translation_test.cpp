// SPDX-License-Identifier: BSL-1.0
// Means as shares of responders.
#include "eczscore/stats/responder_translation.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;

TEST_CASE("shares of patients beyond a MID agree with R") {
    // pnorm(-6.6, -14, 12), pnorm(-6.6, -8, 12) of case responder_dichotomisation
    for (const reference::Json* each :
         reference::all("40_design_more", "responder_dichotomisation")) {
        const auto& in = each->at("input");
        const auto& out = each->at("output");
        const double sd = in.at("sd").get<double>();
        const auto found = responder_translation({-in.at("mean_active").get<double>(), sd},
                                                 {-in.at("mean_control").get<double>(), sd},
                                                 IndividualMic(in.at("mcid").get<double>()));
        CHECK_CLOSE(found.share_first, out.at("p_active").get<double>(), 1e-12);
        CHECK_CLOSE(found.share_second, out.at("p_control").get<double>(), 1e-12);
        CHECK_CLOSE(found.nnt, out.at("nnt").get<double>(), 1e-12);
    }
    const auto found = responder_translation({14, 12}, {8, 12}, IndividualMic(6.6));
    CHECK_CLOSE(found.share_first, 0.7312726940595603, 1e-14);
    CHECK_CLOSE(found.share_second, 0.54643789700492229, 1e-14);
    CHECK_CLOSE(found.risk_difference, 0.7312726940595603 - 0.54643789700492229, 1e-12);
    CHECK_CLOSE(found.nnt, 1 / (0.7312726940595603 - 0.54643789700492229), 1e-12);
    CHECK(found.state == State::approximate);
}

TEST_CASE("equal arms need infinitely many, and nothing comes of no spread") {
    const auto equal = responder_translation({8, 12}, {8, 12}, IndividualMic(6.6));
    CHECK(equal.risk_difference == 0.0);
    CHECK(equal.nnt == infinity);
    CHECK(equal.state == State::boundary);
    CHECK(responder_translation({8, 0}, {8, 12}, IndividualMic(6.6)).state ==
          State::invalid_argument);
    for (const double sd : {0.0, -1.0, infinity, not_a_number}) {
        CHECK(responder_translation({8, 12}, {8, sd}, IndividualMic(6.6)).state ==
              State::invalid_argument);
    }
    CHECK(responder_translation({8, 12}, {not_a_number, 12}, IndividualMic(6.6)).state ==
          State::invalid_argument);
    CHECK(responder_translation({8, 12}, {8, 12}, IndividualMic(0)).state ==
          State::invalid_argument);
    CHECK(responder_translation({2, 12}, {8, 12}, IndividualMic(6.6)).nnt < 0.0);
}

TEST_CASE("where nearly all respond the difference keeps its digits") {
    // z of -8.34 and -9.34: pnorm(-8.34) - pnorm(-9.34), of shares that are both 1 in doubles
    const auto found = responder_translation({100, 10}, {90, 10}, IndividualMic(6.6));
    CHECK(found.share_first == 1.0);
    CHECK_CLOSE(found.risk_difference, 3.7140450560978844e-17, 1e-12, 0.0);
    CHECK_CLOSE(found.nnt * found.risk_difference, 1.0, 1e-15);
    CHECK_CLOSE(responder_translation({90, 10}, {100, 10}, IndividualMic(6.6)).risk_difference,
                -found.risk_difference, 1e-15);
    CHECK(found.state == State::approximate);
}
