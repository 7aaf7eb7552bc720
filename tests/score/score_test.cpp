// SPDX-License-Identifier: BSL-1.0
// The scoring function on small made-up instruments: status, order of precedence, sub-scores.
// Covers: score/table.hpp
#include "eczscore/score/score.hpp"

#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "eczscore/instruments.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/table.hpp"

#include "score/toy.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
Score scored(const Instrument& instrument, std::initializer_list<Answer> list, Age age = {}) {
    return score(instrument, std::span(list.begin(), list.size()), age);
}
}  // namespace

TEST_CASE("Score: a product of the area and the sum of the signs") {
    const Score s = scored(toy::product, {2, 3, 4});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == Exact(20));
    CHECK(s.to_double() == 20.0);
    CHECK(s.units == 20);
    CHECK(s.denominator == 1);
    CHECK(s.form == 0);
    CHECK(s.instrument == &toy::product);
}

TEST_CASE("Score: items of different resolution and a lowest score above 0") {
    CHECK(scored(toy::mixed, {1, 1}).value() == Exact(3));
    CHECK(scored(toy::mixed, {3, 1.5}).value() == Exact(6));
    CHECK(scored(toy::mixed, {5, 2}).value() == Exact(9));
    CHECK(scored(toy::mixed, {0, 1}).status == Status::invalid);
    CHECK(scored(toy::mixed, {1, 1.25}).status == Status::invalid);
}

TEST_CASE("Score: answers that were not handed over are missing, and too many are invalid") {
    CHECK(scored(toy::product, {}).status == Status::missing);
    CHECK(scored(toy::product, {}).missing == 0b111);
    CHECK(scored(toy::product, {2, 3}).missing == 0b100);
    const Score four = scored(toy::product, {2, 3, 4, 5});
    CHECK(four.status == Status::invalid);
    CHECK(four.why == Text("more answers than the instrument has items"));
    CHECK((four.missing | four.wrong) == 0);
}

namespace {

// What the formula below comes to.
std::int64_t formula_num = 1;
std::int64_t formula_den = 1;
Computed of_choice(std::span<const Answer>) {
    Computed result;
    result.status = Status::ok;
    result.value = Exact::ratio(formula_num, formula_den);
    return result;
}
constexpr Formula formula_of_choice{of_choice};
constexpr Instrument ratio = [] {
    Instrument instrument = toy::wellbeing;
    instrument.formula = &formula_of_choice;
    instrument.plan.denominator = 1;
    return instrument;
}();
Score of(std::int64_t num, std::int64_t den) {
    formula_num = num;
    formula_den = den;
    return scored(ratio, {1});
}

}  // namespace

TEST_CASE("Score: a formula's result of more than 53 bits is invalid and says why") {
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    using Parts = std::pair<std::int64_t, std::int64_t>;
    for (const auto& [num, den] : {Parts{limit, 1}, Parts{-limit, 1}, Parts{3, limit}}) {
        const Score s = of(num, den);
        CHECK(s.status == Status::ok);
        CHECK(s.value() == Exact::ratio(num, den));
    }
    for (const auto& [num, den] :
         {Parts{limit + 1, 1}, Parts{-limit - 1, 1}, Parts{1, limit + 1}, Parts{1, 0}}) {
        const Score s = of(num, den);
        CHECK(s.status == Status::invalid);
        CHECK_FALSE(s.why.empty());
        CHECK(s.units == 0);
    }
}

TEST_CASE("Score: a looked-up value that is not a number leaves the score without its table") {
    Score s = scored(toy::wellbeing, {4});
    s.status = Status::needs_data;
    const TableRow rows[] = {{.sum = 4, .value = Exact::not_a_number()}};
    CHECK(look_up({rows}, s).status == Status::needs_data);
    const TableRow good[] = {{.sum = 4, .value = 5}};
    CHECK(look_up({good}, s).value() == Exact(5));
}

TEST_CASE("Score: invalid wins over missing, whatever is blank beside it") {
    const Score s = scored(toy::product, {{}, 7, {}});
    CHECK(s.status == Status::invalid);
    CHECK(s.wrong == 0b010);
    CHECK(s.missing == 0b101);
    CHECK_FALSE(s.is_scored());
    CHECK(s.units == 0);
    CHECK(s.to_double() != s.to_double());
    CHECK(scored(toy::infant, {3}, {}).status == Status::invalid);
    CHECK(scored(toy::infant, {3}, Age::years(50)).status == Status::invalid);
}

TEST_CASE("Score: each kind of answer that is no allowed number is wrong") {
    for (const Answer& a : {Answer(4), Answer(-1), Answer(0.5), Answer::unreadable(),
                            Answer::conflict(), Answer::not_relevant()}) {
        CHECK(scored(toy::product, {a, 1, 1}).wrong == 0b001);
        CHECK(scored(toy::product, {1, 1, a}).wrong == (a == Answer(4) ? 0U : 0b100U));
    }
}

TEST_CASE("Score: an area of 0 excuses blank signs, but neither a wrong sign nor a blank area") {
    CHECK(scored(toy::product, {{}, {}, 0}).status == Status::ok);
    CHECK(scored(toy::product, {{}, {}, 0}).value() == Exact(0));
    CHECK(scored(toy::product, {{}, {}, 0}).missing == 0);
    CHECK(scored(toy::product, {9, {}, 0}).status == Status::invalid);
    CHECK(scored(toy::product, {9, {}, 0}).missing == 0b010);
    CHECK(scored(toy::product, {0, 0, {}}).status == Status::missing);
    CHECK(scored(toy::product, {0, 0, {}}).missing == 0b100);
    CHECK(scored(toy::product, {{}, 0, 1}).status == Status::missing);
}

TEST_CASE(
    "Score: warnings for signs without area and area without signs, none when it is invalid") {
    CHECK(scored(toy::product, {1, 0, 0}).signs_without_area == 1);
    CHECK(scored(toy::product, {1, {}, 0}).signs_without_area == 1);
    CHECK(scored(toy::product, {1, 0, 0}).is_inconsistent());
    CHECK(scored(toy::product, {0, 0, 2}).is_inconsistent());
    CHECK_FALSE(scored(toy::product, {1, 1, 1}).is_inconsistent());
    CHECK(scored(toy::product, {0, 0, 2}).area_without_signs == 1);
    CHECK(scored(toy::product, {0, {}, 2}).area_without_signs == 0);
    CHECK(scored(toy::product, {0, 0, 0}).signs_without_area == 0);
    CHECK(scored(toy::product, {0, 0, 0}).area_without_signs == 0);
    CHECK(scored(toy::product, {1, 1, 1}).signs_without_area == 0);
    CHECK(scored(toy::product, {1, 1, 1}).area_without_signs == 0);
    CHECK(scored(toy::product, {1, 9, 0}).signs_without_area == 0);
    CHECK(scored(toy::product, {0, 0, {}}).area_without_signs == 0);
    CHECK(scored(toy::product, {1, 0, {}}).signs_without_area == 0);
}

TEST_CASE("Score: rounded answers are said") {
    static constexpr Item items[] = {{.id = "x", .label = "x", .scale = measured(0, 10)}};
    static constexpr Domain domains[] = {{"x", "X", 1, items, 10}};
    static constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 10}};
    static constexpr Description measured_one_description{
        Identity{.id = "one",
                 .title = "One",
                 .version = "1",
                 .respondent = Respondent::patient,
                 .recall = "none",
                 .rights = "none"},
        Scoring{.max = 10, .forms = forms}, Interpretation{}, Provenance{}};
    static constexpr Instrument measured_one = checked<measured_one_description>();
    CHECK(scored(measured_one, {1.5}).rounded == 0);
    CHECK_FALSE(scored(measured_one, {1.5}).has_warning());
    const Score s = scored(measured_one, {1.23456789});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == 1.234568_x);
    CHECK(s.rounded == 1);
    CHECK(s.has_warning());
    CHECK_FALSE(s.is_inconsistent());
    CHECK(scored(measured_one, {10.0000004}).value() == Exact(10));
}

TEST_CASE("Score: an age outside every form is not applicable, and says so") {
    CHECK(scored(toy::infant, {1}, Age::months(6)).status == Status::ok);
    CHECK(scored(toy::infant, {1}, Age::months(23.999999)).status == Status::ok);
    for (double months : {0.0, 5.999999, 24.0, 600.0}) {
        const Score s = scored(toy::infant, {1}, Age::months(months));
        CHECK(s.status == Status::not_applicable);
        CHECK(s.age == Status::not_applicable);
        CHECK(s.form == 0);
    }
    CHECK(scored(toy::infant, {1}).status == Status::missing);
    CHECK(scored(toy::infant, {1}).age == Status::missing);
    CHECK(scored(toy::infant, {1}, Age::years(-1)).status == Status::invalid);
    CHECK(scored(toy::product, {1, 1, 1}, Age::years(-1)).status == Status::ok);
}

TEST_CASE(
    "Score: questions that leave the mean scale the rest up; with none left it does not apply") {
    CHECK(scored(toy::relevant, {2, 1}).value() == Exact(3));
    CHECK(scored(toy::relevant, {2, Answer::not_relevant()}).value() == Exact(4));
    CHECK(scored(toy::relevant, {2, Answer::not_relevant()}).not_relevant_count == 1);
    const Score none = scored(toy::relevant, {Answer::not_relevant(), Answer::not_relevant()});
    CHECK(none.status == Status::not_applicable);
    CHECK(none.not_relevant_count == 2);
    CHECK(scored(toy::relevant, {Answer::not_relevant(), {}}).status == Status::missing);
}

TEST_CASE("Sub-score: scored on its own; missing, invalid or without an age when it is") {
    const auto part = [](std::initializer_list<Answer> list, std::size_t domain) {
        const std::span answers(list.begin(), list.size());
        return subscore(toy::mixed, tally(toy::mixed, answers, {}), domain);
    };
    CHECK(part({3, 1.5}, 0).value() == Exact(3));
    CHECK(part({3, 1.5}, 1).value() == Exact(3));
    CHECK(part({{}, 1.5}, 0).status == Status::missing);
    CHECK(part({{}, 1.5}, 1).status == Status::ok);
    CHECK(part({9, 1.5}, 0).status == Status::invalid);
    CHECK(part({9, 1.5}, 1).value() == Exact(3));
    const Answer one[] = {1};
    const auto infant = [&](Age age) {
        return subscore(toy::infant, tally(toy::infant, one, age), 0);
    };
    CHECK(infant(Age::months(12)).value() == Exact(1));
    CHECK(infant({}).status == Status::missing);
    CHECK(infant(Age::years(50)).status == Status::not_applicable);
    const Answer bad[] = {7};
    CHECK(subscore(toy::infant, tally(toy::infant, bad, {}), 0).status == Status::invalid);
}

TEST_CASE("Score: a default-constructed one has no number") {
    const Score s;
    CHECK(s.status == Status::missing);
    CHECK_FALSE(s.is_scored());
    CHECK_FALSE(s.has_warning());
}

TEST_CASE("Score: a missing score is no number, so every comparison with it is false") {
    constexpr Score none;
    STATIC_REQUIRE_FALSE(none.value().is_number());
    STATIC_REQUIRE_FALSE(none.value() == Exact(0));
    STATIC_REQUIRE_FALSE(none.value() < Exact(7));
    STATIC_REQUIRE_FALSE(none.value() <= Exact(7));
    STATIC_REQUIRE_FALSE(none.value() > Exact(7));
    STATIC_REQUIRE_FALSE(none.value() >= Exact(-7));
    STATIC_REQUIRE_FALSE(none.value() == none.value());
    STATIC_REQUIRE_FALSE((none.value() - Exact(3)).is_number());
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        const Score empty = score(*instrument, {}, Age::years(30));
        CHECK(empty.value().is_number() == empty.is_scored());
        std::array<Answer, max_items> blank{};
        blank[0] = Answer::unreadable();
        const std::span<const Answer> answers(blank.data(), instrument->plan.items);
        const Score wrong = score(*instrument, answers, Age::years(30));
        CHECK_FALSE(wrong.is_scored());
        CHECK_FALSE(wrong.value().is_number());
        for (std::size_t d = 0; d < instrument->plan.domains; ++d) {
            const Score part = subscore(*instrument, tally(*instrument, answers, {}), d);
            CHECK(part.value().is_number() == part.is_scored());
        }
    }
}

TEST_CASE("Change: without both scores nothing of it is a number") {
    constexpr Change none;
    STATIC_REQUIRE_FALSE(none.difference().is_number());
    STATIC_REQUIRE_FALSE(none.improvement().is_number());
    STATIC_REQUIRE_FALSE(none.share().is_number());
    STATIC_REQUIRE_FALSE(none.percent() >= WideExact(50));
    const Score later = score(poem::example);
    const Change half = change(poem::instrument, Score{}, later);
    CHECK(half.now == later.value());
    CHECK_FALSE(half.baseline.is_number());
    CHECK_FALSE(half.improvement().is_number());
}

TEST_CASE("Score: units of no point are no number") {
    Score s = scored(toy::wellbeing, {4});
    s.denominator = 0;
    CHECK(std::isnan(s.to_double()));
    CHECK_FALSE(s.value().is_number());
}

TEST_CASE("Score: of a working with too many lines the first are kept") {
    Computed working;
    for (int i = 0; i < 20; ++i) working.add_line("line", i);
    CHECK(working.line_count == Computed::most_lines);
    CHECK(working.lines.back().value == Exact(15));
}
