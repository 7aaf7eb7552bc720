// SPDX-License-Identifier: BSL-1.0
// What a descriptor can say beyond a weighted sum: points, recorded items, ends, ages, formulas.
// Covers: model/checked.hpp, model/formula.hpp
#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/score/explain.hpp"
#include "eczscore/score/table.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
constexpr Citation paper{"paper_1999", "A paper", "", "", "made up for tests"};
constexpr const Citation* sources[] = {&paper};
constexpr Evidence seen{&paper, Confidence::high};

constexpr int reversed[] = {3, 2, 1, 0};
constexpr int classes[] = {1, 1, 1, 2, 2, 2};
constexpr Item items[] = {
    {.id = "often",
     .label = "often",
     .scale = whole_points(0, 3),
     .zero_means_not_applicable = true},
    {.id = "calm", .label = "calm", .scale = whole_points(0, 3), .points = reversed},
    {.id = "sites", .label = "sites", .scale = whole_points(0, 5), .points = classes},
    {.id = "work", .label = "work", .scale = whole_points(1, 5)},
    {.id = "play",
     .label = "play",
     .scale = whole_points(1, 5),
     .role = Role::alternative_part,
     .offers_not_relevant = true},
    {.id = "severity", .label = "severity", .scale = whole_points(0, 4), .role = Role::recorded}};
constexpr Domain domains[] = {{"all", "All", 1, items, 13}};
constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 13}};
constexpr Description made(List<Form> of, Exact min, Exact max) {
    return {Identity{.id = "made",
                     .title = "Made",
                     .version = "1",
                     .respondent = Respondent::patient,
                     .recall = "none",
                     .rights = "none"},
            Scoring{.min = min, .max = max, .forms = of, .missing = {.evidence = seen}},
            Interpretation{}, Provenance{.sources = sources}};
}
constexpr Description made_adult() {
    Description it = made(forms, 3, 13);
    it.ages.from_months = 12 * 12;
    return it;
}
constexpr Description adult_description = made_adult();
constexpr Instrument adult = checked<adult_description>();

constexpr Score scored(std::array<Answer, 6> answers, Age age = {}) {
    return score(adult, answers, age);
}
constexpr Answer none = Answer::not_relevant();

// 2 + (3 - 1) + class of 4 sites + highest of 3 and 5
static_assert(scored({2, 1, 4, 3, 5, 1}).value() == Exact(11));
}  // namespace

TEST_CASE("Shapes: points stand for the recorded value") {
    CHECK(scored({1, 0, 0, 1, 1, 0}).value() == Exact(6));
    CHECK(scored({1, 3, 2, 1, 1, 0}).value() == Exact(3));
    CHECK(scored({1, 3, 3, 1, 1, 0}).value() == Exact(4));
    CHECK(scored({1, 4, 3, 1, 1, 0}).status == Status::invalid);
    CHECK(scored({1, 3, 6, 1, 1, 0}).status == Status::invalid);
}

TEST_CASE("Shapes: a recorded item adds nothing and may be blank, but is checked") {
    CHECK(scored({1, 3, 2, 1, 1, 4}).value() == Exact(3));
    CHECK(scored({1, 3, 2, 1, 1, Answer()}).status == Status::ok);
    const Score wrong = scored({1, 3, 2, 1, 1, 5});
    CHECK(wrong.status == Status::invalid);
    CHECK(wrong.wrong == item_bit(5));
}

TEST_CASE("Shapes: a 0 that ends the scale, whatever else is blank, unless something is wrong") {
    CHECK(scored({0, 3, 2, 1, 1, 4}).status == Status::not_applicable);
    const Score ended = scored({0, Answer(), Answer(), Answer(), Answer(), Answer()});
    CHECK(ended.status == Status::not_applicable);
    CHECK(ended.zero_means_not_applicable == item_bit(0));
    CHECK(scored({0, 9, 2, 1, 1, 4}).status == Status::invalid);
}

TEST_CASE("Shapes: a further part that is not relevant is not answered") {
    CHECK(scored({1, 3, 2, 4, none, 4}).value() == Exact(6));
    CHECK(scored({1, 3, 2, Answer(), none, 4}).status == Status::missing);
    CHECK(scored({1, 3, 2, Answer(), 2, 4}).value() == Exact(4));
    CHECK(scored({1, 3, 2, none, 2, 4}).status == Status::invalid);
}

TEST_CASE("Shapes: outside its ages a scale does not apply, an unknown age is not judged") {
    CHECK(scored({1, 3, 2, 1, 1, 4}, Age::years(11.99)).status == Status::not_applicable);
    CHECK(scored({1, 3, 2, 1, 1, 4}, Age::years(12)).status == Status::ok);
    CHECK(scored({1, 3, 2, 1, 1, 4}, Age::years(131)).status == Status::invalid);
    CHECK(scored({1, 9, 2, 1, 1, 4}, Age::years(11)).status == Status::invalid);
}

namespace {
constexpr Item two[] = {{.id = "need", .label = "need", .scale = whole_points(0, 4)},
                        {.id = "benefit", .label = "benefit", .scale = whole_points(0, 4)}};
constexpr Domain two_domains[] = {{"all", "All", 1, two, 8}};
constexpr Form two_forms[] = {{.id = "all", .label = "all", .domains = two_domains, .max = 8}};

constexpr Computed quotient(std::span<const Answer> answers) {
    Computed result;
    for (std::size_t i = 0; i < 2; ++i) {
        if (answers[i].is_missing()) result.missing |= item_bit(i);
    }
    if (result.missing != 0) return result;
    if (answers[0].millionths() == 0) {
        result.status = Status::not_applicable;
        result.why = "nothing is needed";
        return result;
    }
    result.status = Status::ok;
    result.value = answers[1].exact() / answers[0].exact();
    result.add_line("benefit over need", result.value);
    if (result.value > Exact(1)) {
        result.odd = item_bit(1);
        result.why = "more benefit than need";
    }
    return result;
}
constexpr Formula quotient_formula{quotient};
constexpr Description made_ratio() {
    Description it = made(two_forms, 0, 4);
    it.formula = &quotient_formula;
    return it;
}
constexpr Description made_without_total() {
    Description it = made(two_forms, 0, 8);
    it.has_total = false;
    return it;
}
constexpr Description made_licensed() {
    Description it = made(two_forms, 20, 80);
    it.table = "sum to T-score";
    return it;
}
constexpr Description ratio_description = made_ratio();
constexpr Instrument ratio = checked<ratio_description>();
constexpr Description no_total_description = made_without_total();
constexpr Instrument no_total = checked<no_total_description>();
constexpr Description licensed_description = made_licensed();
constexpr Instrument licensed = checked<licensed_description>();

constexpr Score of(const Instrument& instrument, Answer need, Answer benefit) {
    const std::array<Answer, 2> answers{need, benefit};
    return score(instrument, answers);
}
}  // namespace

TEST_CASE("Shapes: a formula gives any exact ratio, or says why not") {
    CHECK(of(ratio, 3, 1).value() == Exact::ratio(1, 3));
    CHECK(of(ratio, 3, Answer()).status == Status::missing);
    CHECK(of(ratio, 3, Answer()).missing == item_bit(1));
    CHECK(of(ratio, 0, 1).status == Status::not_applicable);
    CHECK(of(ratio, 0, 1).why == Text("nothing is needed"));
    CHECK(of(ratio, 5, 1).status == Status::invalid);
    CHECK(of(ratio, 1, 3).has_warning());
    CHECK(score(ratio, {}).missing == (item_bit(0) | item_bit(1)));  // nothing was handed over
    const std::array<Answer, 1> need_alone{3};
    CHECK(score(ratio, need_alone).missing == item_bit(1));
    CHECK(explain(ratio, {}).computed.missing == (item_bit(0) | item_bit(1)));
    const std::array<Answer, 2> answers{3, 1};
    const Explanation explained = explain(ratio, answers);
    REQUIRE(explained.computed.line_count == 1);
    CHECK(explained.computed.lines[0].value == Exact::ratio(1, 3));
}

TEST_CASE("Shapes: a formula is not worked out with a wrong answer or outside the ages") {
    const std::array<Answer, 2> off_scale{5, 1};
    const Explanation wrong = explain(ratio, off_scale);
    CHECK(wrong.score.status == Status::invalid);
    CHECK(wrong.computed.line_count == 0);
    Instrument adults = ratio;
    adults.ages.from_months = 18 * 12;
    const std::array<Answer, 2> answers{3, 1};
    CHECK(score(adults, answers, Age::years(17)).status == Status::not_applicable);
    CHECK(score(adults, answers, Age::years(18)).value() == Exact::ratio(1, 3));
}

TEST_CASE("Shapes: items without a total are checked and never summed") {
    CHECK(of(no_total, 3, 1).status == Status::not_applicable);
    CHECK(of(no_total, 3, Answer()).status == Status::missing);
    CHECK(of(no_total, 3, 7).status == Status::invalid);
}

TEST_CASE("Shapes: without the licensed table a sum is no score; with it, the row of the sum is") {
    const Score sum = of(licensed, 3, 1);
    CHECK(sum.status == Status::needs_data);
    CHECK(table_sum(sum) == 4);
    const TableRow rows[] = {{4, 41.5_x, 2.5_x}, {5, 44, 2}};
    const ScoreTable table{rows};
    CHECK(look_up(table, sum).value() == 41.5_x);
    CHECK(look_up(table, sum).status == Status::ok);
    CHECK(look_up(table, of(licensed, 3, 3)).status == Status::needs_data);
    CHECK(look_up(table, of(licensed, 3, Answer())).status == Status::missing);
}

namespace {
constexpr Item sign_and_area[] = {
    {.id = "sign", .label = "sign", .scale = whole_points(0, 3), .alert = "look at it"},
    {.id = "area", .label = "area", .scale = whole_points(0, 6), .role = Role::multiplies}};
constexpr Domain plain_region[] = {{.id = "all",
                                    .label = "All",
                                    .weight = 1,
                                    .items = sign_and_area,
                                    .max = 18,
                                    .zero_excuses = true}};
constexpr Domain quiet_region[] = {{.id = "all",
                                    .label = "All",
                                    .weight = 1,
                                    .items = sign_and_area,
                                    .max = 18,
                                    .zero_excuses = true,
                                    .area_alone = true}};
constexpr Form plain_forms[] = {{.id = "all", .label = "all", .domains = plain_region, .max = 18}};
constexpr Form quiet_forms[] = {{.id = "all", .label = "all", .domains = quiet_region, .max = 18}};
constexpr Description plain_description = made(plain_forms, 0, 18);
constexpr Instrument plain = checked<plain_description>();
constexpr Description quiet_description = made(quiet_forms, 0, 18);
constexpr Instrument quiet = checked<quiet_description>();
}  // namespace

TEST_CASE("Shapes: an area without signs is odd unless the part says otherwise") {
    CHECK(of(plain, 0, 3).area_without_signs == domain_bit(0));
    CHECK_FALSE(of(quiet, 0, 3).has_warning());
    CHECK(of(quiet, 2, 0).signs_without_area == domain_bit(0));
}

TEST_CASE("Shapes: an alert is raised above 0, with or without a score") {
    CHECK(of(plain, 1, 3).alert == item_bit(0));
    CHECK(of(plain, 1, Answer()).alert == item_bit(0));
    CHECK(of(plain, 1, 9).alert == item_bit(0));
    CHECK(of(plain, 0, 3).alert == 0);
    CHECK(of(plain, 7, 3).alert == 0);
}
