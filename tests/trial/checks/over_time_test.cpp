// SPDX-License-Identifier: BSL-1.0
// Edit checks across the visits of a subject: copies, jumps, ages, the same visit twice.
#include "eczscore/trial/checks/over_time.hpp"

#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("the same visit twice is found in whatever order the names came first") {
    const auto found = [](const std::vector<std::string>& names) {
        Table table({&poem_i});
        for (const char* name : {"a", "b", "c"}) table.at(name, "earlier");
        for (const std::string& name : names) table.at(name, "s");
        return table.found();
    };
    CHECK(found({"a", "b", "c"}) == "");
    CHECK(found({"c", "a", "b"}) == "");
    CHECK(found({"a", "a"}) == "duplicate_visit");
    CHECK(found({"a", "b", "b"}) == "duplicate_visit");
    CHECK(found({"b", "a", "b"}) == "duplicate_visit");
    CHECK(found({"", ""}) == "");
}

using trial::checks::detail::may_jump;
using trial::checks::detail::ScoreSpan;

TEST_CASE("a score may jump where its lowest and highest are as far apart as a jump") {
    const Exact scores[] = {0, 1, Exact::ratio(1, 2), Exact::ratio(21, 4), 28, -3};
    const Exact limits[] = {0, Exact::ratio(1, 3), 75, 90, 101};
    for (const Exact range : {Exact(1), Exact(28), Exact::ratio(21, 2)}) {
        for (const Exact low : scores) {
            for (const Exact high : scores) {
                if (high < low) continue;
                for (const Exact worse : limits) {
                    for (const Exact better : limits) {
                        const ScoreSpan span{.low = low, .high = high, .scores = 2};
                        const bool expected = high - low >= worse / Exact(100) * range ||
                                              high - low >= better / Exact(100) * range;
                        CHECK(may_jump(span, range, worse, better) == expected);
                    }
                }
            }
        }
    }
    // What is too large to multiply, or not a number, is looked at more closely.
    const Exact large = std::int64_t{1} << 24;
    CHECK(may_jump({.low = 0, .high = large, .scores = 2}, Exact(1) * large, 101, 101));
    CHECK(may_jump({.low = 0, .high = 1, .scores = 2, .is_known = false}, 28, 75, 90));
    CHECK(may_jump({.low = 0, .high = 1, .scores = 2}, 28, large, 90));
    CHECK_FALSE(may_jump({.low = 0, .high = 1, .scores = 2}, 28, 75, 90));
}

TEST_CASE("the span of a subject's scores leaves out visits without one") {
    std::vector<Brief> briefs(4);
    const Exact scores[] = {5, 2, 0, 9};
    for (std::size_t i = 0; i < briefs.size(); ++i) {
        briefs[i].score = scores[i];
        briefs[i].has_score = i != 2;
    }
    Subject subject;
    for (const Brief& each : briefs) {
        subject.visits.emplace_back();
        subject.visits.back().briefs = {&each, 1};
    }
    const ScoreSpan span = trial::checks::detail::score_span(subject, 0);
    CHECK(span.low == Exact(2));
    CHECK(span.high == Exact(9));
    CHECK(span.scores == 3);
    CHECK(span.is_known);
    briefs[1].score = Exact::not_a_number();
    CHECK_FALSE(trial::checks::detail::score_span(subject, 0).is_known);
}
