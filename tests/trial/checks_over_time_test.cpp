// SPDX-License-Identifier: BSL-1.0
// Edit checks across the visits of a subject: copies, jumps, ages, order, the same visit twice.
// Covers: trial/checks.hpp
#include "catch_compat.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& poem_i = poem::instrument;
const std::vector<Answer> some{3, 1, 1, 0, 1, 2, 1};
const std::vector<Answer> other{2, 1, 1, 0, 1, 2, 1};
const std::vector<Answer> none{0, 0, 0, 0, 0, 0, 0};

std::string poems(const std::vector<std::vector<Answer>>& visits, CheckSettings settings = {}) {
    Table table({&poem_i}, std::move(settings));
    int number = 0;
    for (const auto& answers : visits) {
        table.with(poem_i, answers).at("week_" + std::to_string(number++));
    }
    return table.found();
}

Table dated(std::vector<std::pair<std::string, Answer>> visits) {
    Table table({&poem_i});
    for (auto& [name, day] : visits) table.when(day).at(name);
    return table;
}

}  // namespace

TEST_CASE("the same visit twice is an error in the later line") {
    Table table({&poem_i});
    table.at("base", "a").at("base", "b").at("week_2", "a").at("base", "a");
    const auto findings = table.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check->id == "duplicate_visit");
    CHECK(findings[0].subject == "a");
    CHECK(findings[0].line == 5);
    CHECK(findings[0].facts[0].value == Exact(2));
    Table nameless({&poem_i});
    CHECK(nameless.at("").at("").found() == "");
}

TEST_CASE("without a subject nothing is compared") {
    Table table({&poem_i});
    table.with(poem_i, some).at("base", "").with(poem_i, some).at("base", "");
    CHECK(table.found() == "");
}

TEST_CASE("answers that never change") {
    CHECK(poems({some, some, some}) == "answers_never_change");
    CHECK(poems({some, some, other}) == "");
    CHECK(poems({some, some}) == "");
    CHECK(poems({some, some}, with("answers_never_change", "visits", 2)) == "answers_never_change");
    CHECK(poems({none, none, none}) == "");                          // clear all the time
    CHECK(poems({some, {}, some, some}) == "answers_never_change");  // a visit without POEM
    CHECK(poems({{3, 1, 1, 0}, {3, 1, 1, 0}, {3, 1, 1, 0}}) == "");  // three items above 0
}

TEST_CASE("one answer for all items") {
    const std::vector<Answer> twos(7, 2);
    const std::vector<Answer> threes(7, 3);
    CHECK(poems({twos, twos, twos}) == "one_answer_for_all");
    CHECK(poems({twos, twos, threes}) == "");
    CHECK(poems({twos, twos, other}) == "");
}

TEST_CASE("a whole visit like the one before") {
    const Instrument& scorad_i = scorad::instrument;
    Table copied({&poem_i, &scorad_i});
    copied.with(poem_i, some).with(scorad_i, {20, 1, 1, 0, 2, 1, 1, 3, 4}).at("base");
    copied.with(poem_i, some).with(scorad_i, {20, 1, 1, 0, 2, 1, 1, 3, 4}).at("week_2");
    CHECK(copied.found() == "visit_repeats_the_last");
    Table changed({&poem_i, &scorad_i});
    changed.with(poem_i, some).with(scorad_i, {20, 1, 1, 0, 2, 1, 1, 3, 4}).at("base");
    changed.with(poem_i, other).with(scorad_i, {20, 1, 1, 0, 2, 1, 1, 3, 4}).at("week_2");
    CHECK(changed.found() == "");
}

TEST_CASE("a step across most of the range is a notice") {
    const std::vector<Answer> all(7, 4);
    CHECK(poems({none, all}) == "impossible_jump");
    CHECK(poems({all, none}) == "impossible_jump");
    CHECK(poems({{0, 0, 0, 0, 0, 0, 1}, {4, 4, 4, 4, 4, 2, 0}}) == "impossible_jump");  // 1 to 22
    CHECK(poems({{0, 0, 0, 0, 0, 0, 1}, {4, 4, 4, 4, 4, 1, 0}}) == "");
    CHECK(poems({{4, 4, 4, 4, 4, 4, 3}, {0, 0, 0, 0, 0, 0, 2}}) == "");  // 25 better: below 25.2
    CHECK(poems({none, {}, all}) == "impossible_jump");
    CHECK(poems({none, all}, with("impossible_jump", "worse", 101)) == "");
}

TEST_CASE("ages that go back or lie far apart") {
    const auto ages = [](Answer first, Answer second, bool ordered) {
        Table table({&poem_i});
        table.age(first).when(ordered ? Answer(1) : Answer()).at("base");
        return table.age(second).when(ordered ? Answer(15) : Answer()).at("week_2").found();
    };
    CHECK(ages(34, 34, true) == "");
    CHECK(ages(34, 35, true) == "");
    CHECK(ages(34, 33, true) == "age_goes_back");
    CHECK(ages(34, 33, false) == "");  // the order of the rows proves nothing
    CHECK(ages(34, 43, true) == "ages_far_apart");
    CHECK(ages(43, 34, false) == "ages_far_apart");
    CHECK(ages(34, {}, true) == "");
}

TEST_CASE("a form of another age counts when it is first filled in") {
    const Instrument& dlqi_i = dlqi::instrument;
    const std::vector<Answer> answers{1, 1, 1, 1, 1, 1, 0, {}, 1, 1, 1};
    const auto form = [&](Answer first, Answer second) {
        Table table({&dlqi_i});
        table.age(first).with(dlqi_i, first == Answer(3) ? std::vector<Answer>{} : answers);
        table.at("base");
        return table.age(second).with(dlqi_i, answers).at("week_2").found();
    };
    CHECK(form(16, 16) == "");
    CHECK(form(15.99, 16) == "form_of_another_age");
    CHECK(form(15, 15) == "form_of_another_age");  // once, not at every visit
    CHECK(form(3, 4) == "form_of_another_age");    // blank at 3, filled in at 4
    CHECK(form({}, 34) == "");
}

TEST_CASE("a visit out of order: with few subjects the names of visits count") {
    CHECK(dated({{"base", 0}, {"week_2", 14}, {"week_4", 28}}).found() == "");
    CHECK(dated({{"base", 0}, {"week_2", 0}}).found() == "");
    CHECK(dated({{"base", 0}, {"week_2", {}}, {"week_4", 28}}).found() == "");
    Table table = dated({{"base", 0}, {"week_2", 140}, {"week_4", 28}, {"week_8", 56}});
    const auto findings = table.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check->id == "visit_out_of_order");
    CHECK(findings[0].visit == "week_2");
    // As few visits as explain it: two that were misdated are two findings.
    CHECK(dated({{"base", 0}, {"week_2", 200}, {"week_4", 28}, {"week_8", 56}, {"week_9", 1}})
              .found() == "visit_out_of_order visit_out_of_order");
    // The order of the rows says nothing, nor do names without a number.
    CHECK(dated({{"week_16", 112}, {"week_2", 14}, {"base", 0}, {"Screening", -7}}).found() == "");
    CHECK(dated({{"first", 20}, {"second", 10}}).found() == "");
    CHECK(dated({{"day 1", 20}, {"week_2", 10}}).found() == "");
    CHECK(dated({{"day -7", 1}, {"day 1", 0}}).found() == "visit_out_of_order");
    CHECK(dated({{"V10", 100}, {"V9", 110}}).found() == "visit_out_of_order");
    CHECK(dated({{"Baseline", 5}, {"week_2", 0}}).found() == "visit_out_of_order");
}

TEST_CASE("a visit out of order: with many subjects theirs counts") {
    Table table({&poem_i});
    // Sorted by name, as spreadsheets do: the order of the rows is wrong for everybody.
    for (int i = 0; i < 9; ++i) {
        const std::string subject = "s" + std::to_string(i);
        table.when(i * 7).at("base", subject);
        table.when(i * 7 + 112).at("week_16", subject);
        table.when(i == 3 ? 500 : i * 7 + 14).at("week_2", subject);
    }
    const auto findings = table.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].subject == "s3");
    CHECK(findings[0].visit == "week_16");  // one of the two is wrong; both are named
    REQUIRE(findings[0].facts.size() == 2);
    CHECK(findings[0].facts[1].visit == "week_2");
}

TEST_CASE("visits that no two subjects have in the same order are not judged") {
    Table table({&poem_i});
    for (int i = 0; i < 8; ++i) {
        const std::string subject = "s" + std::to_string(i);
        table.when(0).at("base", subject);
        table.when(i % 2 == 0 ? 10 : 20).at("unscheduled", subject);
        table.when(15).at("week_2", subject);
    }
    CHECK(table.found() == "");
}

TEST_CASE("rows are put in order by their day before they are compared") {
    const std::vector<Answer> all(7, 4);
    const std::vector<Answer> half(7, 2);
    Table table({&poem_i});
    table.with(poem_i, none).when(28).at("week_4");
    table.with(poem_i, all).when(0).at("base");
    table.with(poem_i, {2, 2, 2, 2, 2, 2, 1}).when(14).at("week_2");
    CHECK(table.found() == "");
}

TEST_CASE("a check says how often it had something to look at") {
    Table table({&poem_i});
    CheckSettings one;
    one.turn_all(false);
    one.turn(check_index("impossible_jump"), true);
    EditChecks run(table.layout, one);
    Visit visit;
    visit.subject = "a";
    visit.name = "base";
    visit.line = 2;
    visit.assessments.resize(1);
    visit.assessments[0].answers = some;
    visit.assessments[0].score = score(poem_i, some);
    CHECK(run.visit(visit).empty());
    visit.name = "week_2";
    visit.line = 3;
    CHECK(run.visit(visit).empty());
    run.finish([](const std::vector<Finding>& findings) { CHECK(findings.empty()); });
    CHECK(run.looked(check_index("impossible_jump")) == 1);
    CHECK(run.looked(check_index("value_not_allowed")) == 0);  // it was off
    CHECK(name(Severity::notice) == "notice");
}
