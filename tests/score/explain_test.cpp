// SPDX-License-Identifier: BSL-1.0
// The sum worked out: line by line the same number as the score.
#include "eczscore/score/explain.hpp"

#include <array>
#include <cstddef>
#include <span>

#include "score/toy.hpp"

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Explain EASI: the trunk's line is 3/10 x grade 2 x sum 3 = 1.8") {
    const Explanation e = explain(easi::example);
    CHECK(e.instrument == &easi::instrument);
    CHECK(e.form->id == Text("from_8"));
    CHECK(e.score.value() == 18.4_x);
    CHECK(e.line_count == 4);
    const ExplainedDomain& trunk = e.domains()[2];
    CHECK(trunk.domain->id == Text("trunk"));
    CHECK(trunk.first_item == 10);
    CHECK(trunk.weight == 0.3_x);
    CHECK(trunk.product == Exact(2));
    CHECK(trunk.sum == Exact(3));
    CHECK(trunk.contribution == 1.8_x);
    CHECK(trunk.multiplies);
    CHECK(trunk.complete);
    CHECK(e.scheme->id == Text("leshem_2015"));
    CHECK(e.band->id == Text("moderate"));
    CHECK(e.scale_up == Exact(1));
    CHECK(e.answers[14] == Answer(2));
}

TEST_CASE("Explain EASI: half steps come back as points, and another edition may be asked for") {
    easi::Answers half = easi::example;
    half.head_neck.erythema = 1.5;
    const auto answers = half.in_order();
    const Explanation e = explain(easi::instrument, answers, half.age, &easi::instrument.bands[1]);
    CHECK(e.domains()[0].sum == 3.5_x);
    CHECK(e.domains()[0].contribution == 0.7_x);
    CHECK(e.scheme->id == Text("chopra_2017"));
    CHECK(e.band->id == Text("moderate"));
}

TEST_CASE("Explain SCORAD: A/5, 7B/2 and C") {
    const Explanation e = explain(scorad::example);
    CHECK(e.domains()[0].contribution == Exact(8));
    CHECK(e.domains()[1].contribution == 38.5_x);
    CHECK(e.domains()[2].contribution == Exact(12));
    CHECK_FALSE(e.domains()[0].multiplies);
    CHECK(e.domains()[0].weight == 0.2_x);
    CHECK(e.domains()[1].weight == 3.5_x);
    CHECK(e.domains()[2].sum == Exact(12));
}

TEST_CASE("Explain DLQI-R: the lines add to 12 and are scaled up by 10/7") {
    const Explanation e = explain(dlqi_r::example);
    Exact sum = 0;
    for (const ExplainedDomain& line : e.domains()) sum = sum + line.contribution;
    CHECK(sum == Exact(12));
    CHECK(e.scale_up == Exact::ratio(10, 7));
    CHECK(e.score.value() == sum * e.scale_up);
}

TEST_CASE("Explain: without a score there is no band, and the line with the gap says so") {
    const Explanation e = explain(easi::Answers{.age = Age::years(30), .trunk = {.area = 0}});
    CHECK(e.score.status == Status::missing);
    CHECK(e.band == nullptr);
    CHECK(e.scheme != nullptr);
    CHECK_FALSE(e.domains()[0].complete);
    CHECK(e.domains()[2].complete);
    CHECK_FALSE(explain(easi::Answers{.trunk = {.area = 0}}).domains()[2].complete);  // no age
    CHECK(explain(sd_nrs::Answers{}).scheme == nullptr);
    CHECK(explain(sd_nrs::Answers{}).scale_up == Exact(1));
}

TEST_CASE("Explain: answers that were not handed over stay missing") {
    const Answer two[] = {1, 2};
    const Explanation e = explain(toy::product, two);
    CHECK(e.answers[1] == Answer(2));
    CHECK(e.answers[2].is_missing());
    CHECK(e.score.status == Status::missing);
}

namespace {

/// Two areas in halves and fifths multiply signs in quarters; 3/10 of it counts.
inline constexpr Item fine_items[] = {
    {.id = "wide",
     .label = "wide",
     .scale = {.max = 3, .units_per_point = 2},
     .role = Role::multiplies},
    {.id = "deep",
     .label = "deep",
     .scale = {.max = 2, .units_per_point = 5},
     .role = Role::multiplies},
    {.id = "red", .label = "red", .scale = {.max = 2, .units_per_point = 4}},
    {.id = "dry", .label = "dry", .scale = {.max = 2, .units_per_point = 4}}};
inline constexpr Domain fine_domains[] = {{"all", "All", 3, fine_items, 7.2_x}};
inline constexpr Form fine_forms[] = {
    {.id = "all", .label = "all", .denominator = 10, .domains = fine_domains, .max = 7.2_x}};
inline constexpr Description fine_description{Identity{.id = "fine",
                                                       .title = "Fine",
                                                       .version = "1",
                                                       .respondent = Respondent::patient,
                                                       .recall = "none",
                                                       .rights = "none"},
                                              Scoring{.max = 7.2_x, .forms = fine_forms},
                                              Interpretation{},
                                              Provenance{.sources = toy::sources}};
inline constexpr Instrument fine = checked<fine_description>();

}  // namespace

TEST_CASE("Explain: areas in fractions come back as points, and the line is the score") {
    int wrong = 0;
    for (int wide = 0; wide <= 6; ++wide) {
        for (int deep = 0; deep <= 10; ++deep) {
            for (int signs = 0; signs <= 64; ++signs) {
                const Answer answers[] = {Exact::ratio(wide, 2), Exact::ratio(deep, 5),
                                          Exact::ratio(signs % 8, 4), Exact::ratio(signs / 8, 4)};
                const Explanation e = explain(fine, answers);
                const ExplainedDomain line = e.domains()[0];
                wrong += line.weight != 0.3_x || !line.multiplies || !line.complete;
                wrong += line.product != Exact::ratio(wide * deep, 10);
                wrong += line.sum != Exact::ratio(signs % 8 + signs / 8, 4);
                wrong += line.contribution !=
                         Exact::ratio(3 * wide * deep * (signs % 8 + signs / 8), 400);
                wrong += e.score.value() != line.contribution;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Explain: what has no answer adds no number, what a rule or a table counts does") {
    poem::Answers two_blank = poem::example;
    two_blank.itch = {};
    two_blank.sleep = {};
    CHECK_FALSE(explain(two_blank).domains()[0].contribution.is_number());
    poem::Answers one_blank = poem::example;
    one_blank.itch = {};
    const Explanation imputed = explain(one_blank);
    CHECK_FALSE(imputed.domains()[0].complete);
    CHECK(imputed.domains()[0].contribution == imputed.score.value());

    easi::Answers trunk_blank = easi::example;
    trunk_blank.trunk.erythema = {};
    const Explanation part = explain(trunk_blank);
    CHECK_FALSE(part.score.value().is_number());
    std::size_t numbers = 0;
    for (const ExplainedDomain& line : part.domains()) {
        numbers += line.contribution.is_number();
        CHECK(line.contribution.is_number() == line.complete);
    }
    CHECK(numbers == 3);

    for (const Instrument* instrument : registry) {
        if (instrument->table.empty() || instrument->missing.allowed == 0) continue;
        CAPTURE(instrument->id.c_str());
        std::array<Answer, max_items> answers{};
        for (std::size_t i = 1; i < instrument->plan.items; ++i) answers[i] = 3;
        const Explanation raw =
            explain(*instrument, std::span<const Answer>(answers.data(), instrument->plan.items));
        CHECK(raw.score.status == Status::needs_data);
        CHECK_FALSE(raw.domains()[0].complete);
        CHECK(raw.domains()[0].contribution.is_number());
    }
}
