// SPDX-License-Identifier: BSL-1.0
// Where a check finds a value of a visit, and what is kept of the visit.
// Covers: trial/checks/subject.hpp
#include "eczscore/trial/checks/visit.hpp"

#include <cstddef>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/scorad.hpp"
#include "eczscore/instruments/scorad_sleep_vas.hpp"
#include "eczscore/trial/checks/subject.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& poem_i = poem::instrument;

/// One visit of one instrument; scored when it has answers.
Visit visit_of(const Instrument& instrument, std::vector<Answer> answers, Answer typed = {}) {
    Visit visit;
    visit.name = "base";
    visit.line = 5;
    visit.when = 3;
    visit.assessments.resize(1);
    if (!answers.empty()) visit.assessments[0].score = score(instrument, answers, Age{});
    visit.assessments[0].answers = std::move(answers);
    visit.assessments[0].typed.value = typed;
    return visit;
}

const Layout one{{.instrument = &poem_i, .has_items = true}};

}  // namespace

TEST_CASE("a field is an item, the highest of all, or the score") {
    const Visit visit = visit_of(poem_i, {1, 4, 0, 2, {}, 9, 3});
    const auto sleep = value_of(one, visit, {"poem", "sleep"});
    REQUIRE(sleep.has_value());
    CHECK(sleep->value == Exact(4));
    CHECK(sleep->item == 1U);
    CHECK(sleep->source == 0);
    const auto highest = value_of(one, visit, {"poem", "*"});
    REQUIRE(highest.has_value());
    CHECK(highest->value == Exact(4));  // 9 is off the scale
    CHECK(highest->item == 1U);
    CHECK_FALSE(value_of(one, visit, {"poem", "cracking"}).has_value());  // blank
    CHECK_FALSE(value_of(one, visit, {"poem", "flaking"}).has_value());   // off the scale
    CHECK_FALSE(value_of(one, visit, {"poem", "no item"}).has_value());
    CHECK_FALSE(value_of(one, visit, {"easi"}).has_value());
    CHECK_FALSE(value_of(one, visit, {"poem"}).has_value());  // no score of a wrong answer
    const auto total = value_of(one, visit_of(poem_i, {1, 1, 1, 1, 1, 1, 1}), {"poem"});
    REQUIRE(total.has_value());
    CHECK(total->value == Exact(7));
    CHECK_FALSE(total->item.has_value());
    CHECK_FALSE(total->is_typed);
}

TEST_CASE("a typed total stands for a score that is not there, within the range alone") {
    const auto typed = value_of(one, visit_of(poem_i, {}, 28), {"poem"});
    REQUIRE(typed.has_value());
    CHECK(typed->value == Exact(28));
    CHECK(typed->is_typed);
    CHECK_FALSE(value_of(one, visit_of(poem_i, {}, 29), {"poem"}).has_value());
    CHECK_FALSE(value_of(one, visit_of(poem_i, {}, -1), {"poem"}).has_value());
    CHECK_FALSE(value_of(one, visit_of(poem_i, {9, 1, 1, 1, 1, 1, 1}, 7), {"poem"}).has_value());
    CHECK(value_of(one, visit_of(poem_i, {1, 1, 1, 1, 1, 1, 1}, 9), {"poem"})->value == Exact(7));
}

TEST_CASE("an item is found by the prefix of its columns, a score by the id alone") {
    const Layout layout{{.instrument = &scorad_sleep_vas::instrument, .has_items = true}};
    const Visit visit = visit_of(scorad_sleep_vas::instrument, {9});
    CHECK(value_of(layout, visit, {"scorad", "sleep_loss"})->value == Exact(9));
    CHECK_FALSE(value_of(layout, visit, {"scorad"}).has_value());
    CHECK(value_of(layout, visit, {"scorad_sleep_vas"})->value == Exact(9));
}

TEST_CASE("answered items are all that are not blank") {
    Assessment here;
    CHECK(answered(here) == 0);
    here.answers = {1, {}, Answer::unreadable(), Answer::not_relevant(), 0};
    CHECK(answered(here) == 4);
}

TEST_CASE("of a visit the score, and what its answers have in common, are kept") {
    const auto brief_of = [](std::vector<Answer> answers, Answer typed = {}) {
        return trial::checks::detail::brief(one, visit_of(poem_i, std::move(answers), typed), 0);
    };
    const Brief twos = brief_of({2, 2, 2, 2, 2, 2, 2});
    CHECK((twos.has_score && !twos.is_typed && twos.score == Exact(14)));
    CHECK((twos.is_uniform && twos.same_millionths == 2 * millionths_per_point));
    CHECK((twos.answered == 7 && twos.above_0 == 7));
    const Brief mixed = brief_of({2, 2, 2, 2, 2, 0, {}});
    CHECK((!mixed.is_uniform && mixed.answered == 6 && mixed.above_0 == 5));
    CHECK(brief_of({2, 2, 2, 2, 2, {}, {}}).is_uniform);  // blanks are no other value
    CHECK_FALSE(brief_of({2, 2, 2, 2, 2, Answer::unreadable(), 2}).is_uniform);
    const Brief typed = brief_of({}, 14);
    CHECK((typed.has_score && typed.is_typed && typed.answered == 0));
    CHECK(twos.fingerprint == brief_of({2, 2, 2, 2, 2, 2, 2}).fingerprint);
    CHECK(twos.fingerprint != brief_of({2, 2, 2, 2, 2, 2, 1}).fingerprint);
    CHECK(mixed.fingerprint != brief_of({2, 2, 2, 2, 2, {}, 0}).fingerprint);
    CHECK(mixed.fingerprint != brief_of({2, 2, 2, 2, 2, 0, 0}).fingerprint);
    Layout second = one;
    second[0].is_second_reading = true;
    CHECK_FALSE(
        trial::checks::detail::brief(second, visit_of(poem_i, {2, 2, 2, 2, 2, 2, 2}), 0).has_score);
}
