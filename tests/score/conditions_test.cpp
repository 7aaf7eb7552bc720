// SPDX-License-Identifier: BSL-1.0
// Each condition of the decisions about a score shown to matter by itself.
#include <array>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/score/detail/batch_checks.hpp"
#include "eczscore/score/explain.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE(
    "Conditions: each kind of warning alone is one, and only contradictions are inconsistent") {
    CHECK_FALSE(Score{}.has_warning());
    CHECK_FALSE(Score{}.is_inconsistent());
    for (ItemSet Score::* set : {&Score::rounded, &Score::odd, &Score::alert}) {
        Score s;
        s.*set = 1;
        CHECK(s.has_warning());
        CHECK_FALSE(s.is_inconsistent());
    }
    Score doubtful;
    doubtful.doubtful_relevance = 1;
    CHECK((doubtful.has_warning() && doubtful.is_inconsistent()));
    for (DomainSet Score::* set : {&Score::signs_without_area, &Score::area_without_signs}) {
        Score s;
        s.*set = 1;
        CHECK((s.has_warning() && s.is_inconsistent()));
    }
}

TEST_CASE(
    "Conditions: a first part not relevant counts as that only without a further part above 0") {
    dlqi_r::Answers it{.q1 = 1,
                       .q2 = 1,
                       .q3 = 1,
                       .q4 = 1,
                       .q5 = 1,
                       .q6 = 1,
                       .q7_prevented = Answer::not_relevant(),
                       .q7_problem = 0,
                       .q8 = 1,
                       .q9 = 1,
                       .q10 = 1};
    CHECK(score(it).not_relevant_count == 1);
    CHECK(score(it).value() == Exact(10));
    it.q7_problem = 2;
    CHECK(score(it).not_relevant_count == 0);
    CHECK(score(it).value() == Exact(11));
    it.q7_prevented = 0;
    it.q7_problem = 0;
    CHECK(score(it).not_relevant_count == 0);
    CHECK(score(it).value() == Exact(9));
}

TEST_CASE("Conditions: a formula is worked out only of allowed answers, and no more than items") {
    std::vector<Answer> answers(5, Answer(1));
    const Instrument& wpai = wpai_ad_absenteeism::instrument;
    CHECK(explain(wpai, answers).computed.line_count > 0);
    answers[0] = 7;
    CHECK(explain(wpai, answers).computed.line_count == 0);
    answers[0] = 1;
    answers.emplace_back(1);
    CHECK(explain(wpai, answers).computed.line_count == 0);
    CHECK(explain(poem::instrument, {}).computed.line_count == 0);
}

TEST_CASE("Conditions: a batch names what is wrong with its columns and arrays") {
    using detail::find_error;
    const Instrument& poem = poem::instrument;
    const std::array<Column, 7> items{};
    const BatchInput in{.items = items, .age = {}, .rows = 0};
    std::uint16_t units16 = 0;
    std::uint32_t units32 = 0;
    std::uint64_t units64 = 0;
    CHECK(find_error(poem, in, {}) == BatchError::none);
    CHECK(find_error(poem, {}, {}) == BatchError::wrong_number_of_columns);

    std::uint32_t* none[] = {nullptr, nullptr};
    CHECK(find_error(poem, in, {.domains = none}) == BatchError::wrong_number_of_domains);
    std::vector<std::uint32_t*> domains(poem.plan.domains, nullptr);
    CHECK(find_error(poem, in, {.domains = domains}) == BatchError::none);

    CHECK(find_error(poem, in, {.scheme = &poem.bands[0]}) == BatchError::none);
    CHECK(find_error(poem, in, {.scheme = &easi::instrument.bands[0]}) ==
          BatchError::foreign_scheme);
    CHECK(find_error(poem, in, {.units16 = &units16}) == BatchError::none);
    CHECK(find_error(poem, in, {.units32 = &units32}) == BatchError::none);
    CHECK(find_error(poem, in, {.units64 = &units64}) == BatchError::none);

    // SCORAD's units are too many for 16 bits, and made too many for 32; a formula has no units.
    const std::array<Column, 9> scorad_items{};
    const BatchInput of_scorad{.items = scorad_items, .age = {}, .rows = 0};
    const Instrument& scorad = scorad::instrument;
    CHECK(find_error(scorad, of_scorad, {.units16 = &units16}) == BatchError::units_do_not_fit);
    CHECK(find_error(scorad, of_scorad, {.units32 = &units32}) == BatchError::none);
    Instrument finer = scorad;
    finer.plan.denominator *= 1000;
    CHECK(find_error(finer, of_scorad, {}) == BatchError::none);
    CHECK(find_error(finer, of_scorad, {.units32 = &units32}) == BatchError::units_do_not_fit);
    CHECK(find_error(finer, of_scorad, {.units64 = &units64}) == BatchError::none);
    std::vector<std::uint32_t*> wanted(scorad.plan.domains, nullptr);
    CHECK(find_error(finer, of_scorad, {.domains = wanted}) == BatchError::none);
    wanted[0] = &units32;
    CHECK(find_error(finer, of_scorad, {.domains = wanted}) == BatchError::units_do_not_fit);
    CHECK(find_error(scorad, of_scorad, {.domains = wanted}) == BatchError::none);

    const std::array<Column, 5> wpai_items{};
    const BatchInput of_wpai{.items = wpai_items, .age = {}, .rows = 0};
    const Instrument& wpai = wpai_ad_absenteeism::instrument;
    double value = 0;
    CHECK(find_error(wpai, of_wpai, {.value = &value}) == BatchError::none);
    CHECK(find_error(wpai, of_wpai, {.units64 = &units64}) == BatchError::units_do_not_fit);
    CHECK(find_error(wpai, of_wpai, {.units32 = &units32}) == BatchError::units_do_not_fit);
    CHECK(find_error(wpai, of_wpai, {.units16 = &units16}) == BatchError::units_do_not_fit);
    Instrument below_zero = poem;
    below_zero.min = -1;
    CHECK_FALSE(detail::has_units(below_zero));
    CHECK(detail::has_units(poem));
    CHECK_FALSE(detail::has_units(wpai));
}
