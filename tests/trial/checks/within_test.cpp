// SPDX-License-Identifier: BSL-1.0
// Checks of one instrument at one visit: each fires, and is quiet on clean, blank and absent data.
#include "eczscore/trial/checks/within.hpp"

#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& easi_i = easi::instrument;
const Instrument& viga = viga_ad::instrument;
const Instrument& poem_i = poem::instrument;

std::vector<Answer> poem_of(Answer itch, Answer sleep = 1) { return {itch, sleep, 1, 0, 1, 2, 1}; }
constexpr auto leaving = [](Answer day) { return std::vector<Answer>(7, day); };

}  // namespace

TEST_CASE("an answer off its scale is an error, with the allowed values") {
    const auto findings = Table({&poem_i}).with(poem_i, poem_of(7)).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check->id == "value_not_allowed");
    CHECK(findings[0].check->severity == Severity::error);
    CHECK(findings[0].line == 2);
    REQUIRE(findings[0].facts.size() == 2);
    CHECK(findings[0].facts[0].value == Exact(7));
    CHECK(findings[0].facts[1].kind == Fact::Kind::allowed);
}

TEST_CASE("signs beside area 0, and an area beside no signs") {
    Table table({&easi_i});
    table.age(34).with(easi_i, easi_of({2, 1, 0, 1}, {0, 1, 3, 1}));
    const auto findings = table.findings();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].check->id == "signs_with_area_0");
    REQUIRE(findings[0].facts.size() == 5);  // the area, then four signs
    CHECK(findings[0].facts[0].item == 4);
    CHECK(findings[0].facts[1].value == Exact(2));
    CHECK(findings[1].check->id == "area_without_signs");
    CHECK(findings[1].facts[0].item == 14);
    CHECK(Table({&easi_i}).age(34).with(easi_i, easi_of({0, 1, 1, 1}, {0, 1, 1, 1})).found() == "");
}

TEST_CASE("DLQI item 7 not relevant and yet answered") {
    const Instrument& dlqi_i = dlqi::instrument;
    const auto item_7 = [&](Answer problem) {
        return Table({&dlqi_i})
            .with(dlqi_i, {1, 1, 1, 1, 1, 1, Answer::not_relevant(), problem, 1, 1, 1})
            .found();
    };
    CHECK(item_7(0) == "not_relevant_but_answered");
    CHECK(item_7({}) == "");
}

TEST_CASE("a typed total against its items") {
    const auto total = [](Answer typed, int places, std::vector<Answer> answers) {
        return Table({&poem_i})
            .with(poem_i, std::move(answers))
            .typed(poem_i, typed, places)
            .found();
    };
    CHECK(total(9, 0, poem_of(3)) == "");
    CHECK(total(10, 0, poem_of(3)) == "typed_total_differs");
    CHECK(total({}, 0, poem_of(3)) == "");
    CHECK(total(29, 0, leaving({})) == "typed_total_out_of_range");
    CHECK(total(Answer::unreadable(), 0, poem_of(3)) == "typed_total_out_of_range");
    CHECK(total(9, 0, leaving({})) == "");  // the items were never typed in
    CHECK(total(9, 0, {3, 1, {}, {}, 1, 2, 1}) == "typed_total_without_items");
}

TEST_CASE("a typed total may be rounded to the places that were written") {
    const auto easi_total = [](Answer typed, int places) {
        Table table({&easi_i});
        // 0.1 x 1 x 4 + 0.2 x 2 x 4 + ... is 0.4 + 1.6: with half a point more, 2.05.
        std::vector<Answer> answers = easi_of({1, 1, 0, 0}, {1, 2, 0, 0});
        answers[0] = 1.5;
        return table.age(34).with(easi_i, answers).typed(easi_i, typed, places).found();
    };
    CHECK(easi_total(2.05, 2) == "");
    CHECK(easi_total(2.1, 1) == "");
    CHECK(easi_total(2.0, 1) == "");
    CHECK(easi_total(2, 0) == "");
    CHECK(easi_total(2.2, 1) == "typed_total_differs");
    CHECK(easi_total(2.06, 2) == "typed_total_differs");
    CHECK(easi_total(3, 0) == "typed_total_differs");
}

TEST_CASE("typed totals stand in for scores that have no items") {
    Table table({&viga, &easi_i});
    table.layout[1].has_items = false;
    CHECK(table.with(viga, {0}).typed(easi_i, 7.5, 1).found() == "viga_0_easi_above_0");
    Table beyond({&viga, &easi_i});
    beyond.layout[1].has_items = false;
    CHECK(beyond.with(viga, {0}).typed(easi_i, 75, 0).found() == "typed_total_out_of_range");
}
