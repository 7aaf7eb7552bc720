// SPDX-License-Identifier: BSL-1.0
// What the parts of an assessment add up to, before a score is made of it.
#include "eczscore/score/tally.hpp"

#include <array>

#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/easi_lichenification_component.hpp"
#include "eczscore/instruments/phq_9.hpp"
#include "score/toy.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Tally: products and sums of each domain in units of its items") {
    const Answer answers[] = {2, 3, 4};
    const Tally t = tally(toy::product, answers, {});
    CHECK(t.domains[0].product == 4);
    CHECK(t.domains[0].sum == 5);
    CHECK(t.domains[0].units == 20);
    CHECK(t.domains[0].complete);
    CHECK(t.blanks == 0);
    const Answer blank_area[] = {2, 3, {}};
    CHECK_FALSE(tally(toy::product, blank_area, {}).domains[0].complete);
    CHECK(tally(toy::product, blank_area, {}).blanks == 1);
    const Answer blank_all[] = {{}, {}, {}};
    CHECK(tally(toy::product, blank_all, {}).blanks == 3);
}

TEST_CASE("Tally: a question that is not relevant is doubtful only beside an answer of 0") {
    const Answer answers[] = {Answer::not_relevant(), 2};
    const Tally t = tally(toy::relevant, answers, {});
    CHECK(t.not_relevant == item_bit(0));
    CHECK(t.not_relevant_count == 1);
    CHECK(t.doubtful_relevance == 0);
    CHECK(t.blanks == 0);
}

TEST_CASE("Tally: an item alerts above 0, not at 0 and not when it is blank") {
    std::array<Answer, 9> answers{};
    answers.fill(1);
    CHECK(tally(phq_9::instrument, answers, Age::years(30)).alert == item_bit(8));
    answers[8] = 0;
    CHECK(tally(phq_9::instrument, answers, Age::years(30)).alert == 0);
    answers[8] = Answer();
    CHECK(tally(phq_9::instrument, answers, Age::years(30)).alert == 0);
}

TEST_CASE("Tally: an area without signs is inconsistent unless the domain allows an area alone") {
    const Answer signs[] = {0, 0, 3};
    CHECK(tally(toy::product, signs, {}).area_without_signs == domain_bit(0));
    const Instrument& alone = easi_lichenification_component::instrument;
    const Answer graded[] = {0, 3, 0, 0, 0, 0, 0, 0};  // of each region the sign, then the area
    const Tally t = tally(alone, graded, Age::years(30));
    CHECK(t.area_without_signs == 0);
    CHECK(t.domains[0].complete);
}

TEST_CASE(
    "Tally: \"not relevant\" beside a further part of 0 is doubtful, beside a blank it is not") {
    dlqi::Answers it{.q7_prevented = Answer::not_relevant()};
    CHECK(tally(dlqi::instrument, it.in_order(), {}).not_relevant != 0);
    CHECK(tally(dlqi::instrument, it.in_order(), {}).doubtful_relevance == 0);
    it.q7_problem = 0;
    CHECK(tally(dlqi::instrument, it.in_order(), {}).doubtful_relevance != 0);
}

TEST_CASE("Tally: of more answers than items no domain is complete") {
    const Answer answers[] = {2, 3, 4, 1};
    const Tally t = tally(toy::product, answers, {});
    CHECK(t.too_many);
    CHECK_FALSE(t.domains[0].complete);
    CHECK(t.domains[0].units == 0);
}
