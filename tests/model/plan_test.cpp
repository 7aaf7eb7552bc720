// SPDX-License-Identifier: BSL-1.0
// What a descriptor computes for scoring: denominator, coefficients, questions.
#include "eczscore/model/plan.hpp"

#include <cstddef>

#include "score/toy.hpp"

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Plan: the denominator of an instrument gives the unit of its scores") {
    CHECK(easi::instrument.plan.denominator == 20);  // 0.05
    CHECK(easi_half_from_zero::instrument<>.plan.denominator == 20);
    CHECK(viga_ad::instrument.plan.denominator == 1);
    CHECK(hecsi::instrument.plan.denominator == 1);
    CHECK(poem::instrument.plan.denominator == 1);
    CHECK(dlqi::instrument.plan.denominator == 1);
    CHECK(toy::mixed.plan.denominator == 1);
    CHECK(toy::relevant.plan.denominator == 1);
    // An extent of a millionth of a percent is 1/5000000 of a point.
    CHECK(scorad::instrument.plan.denominator == 5'000'000);
    CHECK(oscorad::instrument.plan.denominator == 5'000'000);
    CHECK(iga_bsa::instrument.plan.denominator == 1'000'000);
    CHECK(scorad_sleep_vas::instrument.plan.denominator == 1'000'000);
}

TEST_CASE("Plan: a score with questions left out is still a whole count of the unit") {
    for (int n = 0; n <= 8; ++n) CHECK(dlqi_r::instrument.plan.denominator * 10 % (10 - n) == 0);
    for (int days = 4; days <= 7; ++days) {
        CHECK(pp_nrs::instrument.plan.denominator % days == 0);
        CHECK(sd_nrs::instrument.plan.denominator % days == 0);
    }
}

TEST_CASE("Plan: EASI adds 10 x weight twentieths for each half point of sign and grade of area") {
    const Plan& plan = easi::instrument.plan;
    const int child[] = {2, 2, 3, 3};
    const int adult[] = {1, 2, 3, 4};
    for (std::size_t d = 0; d < 4; ++d) {
        CHECK(plan.coefficient(0, d) == child[d]);
        CHECK(plan.coefficient(1, d) == adult[d]);
    }
    CHECK(plan.items == 20);
    CHECK(plan.domains == 4);
    CHECK(plan.questions == 16);
}

TEST_CASE("Plan: the parts of a question are one question") {
    CHECK(dlqi::instrument.plan.items == 11);
    CHECK(dlqi::instrument.plan.questions == 10);
    CHECK(dlqi_r::instrument.plan.questions == 10);
    CHECK(pp_nrs::instrument.plan.questions == 7);
    CHECK(iga_bsa::instrument.plan.questions == 1);
}

TEST_CASE("Plan: items of different steps share the domain's unit") {
    CHECK(toy::mixed.plan.coefficient(0, 0) == 1);
    CHECK(toy::mixed.plan.coefficient(0, 1) == 1);  // weight 2, counted in halves
    CHECK(detail::domain_units(toy::mixed_domains[1]) == 2);
    CHECK(detail::domain_units(iga_bsa::domains[0]) == 1'000'000);
    CHECK(detail::domain_units(easi::instrument.forms[0].domains[0]) == 2);
}
