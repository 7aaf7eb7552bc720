// SPDX-License-Identifier: BSL-1.0
// Body surface against EASI area grades: exact bounds by hand, at every edge.
#include "eczscore/trial/checks/areas.hpp"

#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/oscorad.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& easi_i = easi::instrument;

std::string against(std::vector<int> areas, Answer percent, Answer years = 34,
                    CheckSettings settings = {}) {
    std::vector<int> signs;
    for (const int area : areas) signs.push_back(area > 0 ? 1 : 0);
    Table table({&easi_i, &bsa_like}, std::move(settings));
    return table.age(years).with(easi_i, easi_of(signs, areas)).with(bsa_like, {percent}).found();
}

Surface surface(std::vector<int> areas, Answer years) {
    Assessment here;
    here.answers = easi_of({1, 1, 1, 1}, areas);
    here.score = score(easi_i, here.answers, Age::years(years));
    std::vector<Fact> facts;
    const auto found = surface_of_grades({&easi_i, true}, here, facts, 0);
    REQUIRE(found);
    CHECK(facts.size() == 4);
    return *found;
}

std::vector<Answer> scorad_of(Answer itch, Answer sleep, Answer extent = 20) {
    return {extent, 1, 1, 0, 2, 1, 1, itch, sleep};
}

constexpr const char* fires = "bsa_contradicts_easi_areas";

}  // namespace

TEST_CASE("the share of the body that area grades allow") {
    // Adults: 0.1 x 0-10, 0.2 x 10-30, 0.3 x 30-50, 0.4 x 0.
    const Surface adult = surface({1, 2, 3, 0}, 34);
    CHECK(adult.least == Exact(11));
    CHECK(adult.most == Exact(22));
    // Under 8 years: 0.2, 0.2, 0.3, 0.3.
    const Surface child = surface({1, 2, 3, 0}, 7.99);
    CHECK(child.least == Exact(11));
    CHECK(child.most == Exact(23));
    const Surface all = surface({6, 6, 6, 6}, 34);
    CHECK(all.least == Exact(90));
    CHECK(all.most == Exact(100));
    CHECK(all.is_uniform);
    CHECK_FALSE(all.is_clear);
    CHECK(surface({0, 0, 0, 0}, 34).is_clear);
    CHECK(surface({4, 5, 5, 5}, 34).least == 0.1_x * Exact(50) + 0.9_x * Exact(70));
}

TEST_CASE("body surface outside what the area grades allow") {
    CHECK(against({1, 2, 3, 0}, 27) == "");  // 22, and a margin of 5
    CHECK(against({1, 2, 3, 0}, 27.5) == fires);
    CHECK(against({1, 2, 3, 0}, 6) == "");
    CHECK(against({1, 2, 3, 0}, 5.9) == fires);
    CHECK(against({1, 2, 3, 0}, 22.5, 34, with(fires, "margin", 0)) == fires);
    CHECK(against({1, 2, 3, 0}, 22.5, 7, with(fires, "margin", 0)) == "");
}

TEST_CASE("the margin does not count where shares do not matter") {
    CHECK(against({1, 1, 1, 1}, 10) == "");
    CHECK(against({1, 1, 1, 1}, 11) == fires);
    CHECK(against({6, 6, 6, 6}, 89) == fires);
    CHECK(against({6, 6, 6, 6}, 90) == "");
    CHECK(against({0, 0, 0, 0}, 0) == "");
    CHECK(against({0, 0, 0, 0}, 1) == fires);
    CHECK(against({1, 0, 0, 0}, 0) == fires);
    CHECK(against({1, 0, 0, 0}, 0.5) == "");
}

TEST_CASE("blank, wrong or ageless areas are not judged") {
    CHECK(against({1, 1, 1, 1}, {}) == "");
    CHECK(against({1, 1, 1, 1}, 90, {}) == "");
    CHECK(against({1, 1, 1, 7}, 90) == "value_not_allowed");
    Table blank({&easi_i, &bsa_like});
    auto answers = easi_of({1, 1, 1, 1}, {1, 1, 1, 1});
    answers[4] = {};
    CHECK(blank.age(34).with(easi_i, answers).with(bsa_like, {90}).found() == "");
}

TEST_CASE("SCORAD extent against area grades and body surface") {
    const Instrument& scorad_i = scorad::instrument;
    const auto extent = [&](Answer percent) {
        Table table({&easi_i, &scorad_i});
        return table.age(34)
            .with(easi_i, easi_of({1, 1, 1, 1}, {1, 1, 2, 1}))
            .with(scorad_i, {percent, 1, 1, 1, 1, 1, 1, 1, 1})
            .found();
    };
    CHECK(extent(26) == "");  // up to 16, and a margin of 10
    CHECK(extent(27) == "scorad_extent_contradicts_easi_areas");
    CHECK(extent(0) == "scorad_extent_contradicts_easi_areas");
    Table apart({&bsa_like, &scorad_i});
    apart.with(bsa_like, {10}).with(scorad_i, {31, 1, 1, 1, 1, 1, 1, 1, 1});
    CHECK(apart.found() == "bsa_contradicts_scorad_extent");
    Table near({&bsa_like, &scorad_i});
    near.with(bsa_like, {10}).with(scorad_i, {30, 1, 1, 1, 1, 1, 1, 1, 1});
    CHECK(near.found() == "");
}

TEST_CASE("SCORAD less objective SCORAD is itch plus sleep loss") {
    const Instrument& whole = scorad::instrument;
    const Instrument& part = oscorad::instrument;
    const auto totals = [&](Answer scorad_total, Answer oscorad_total, bool with_items) {
        Table table({&whole, &part});
        table.layout[0].has_items = with_items;
        table.layout[1].has_items = false;
        if (with_items) table.with(whole, scorad_of(3, 4, {}));
        return table.typed(whole, scorad_total, 1).typed(part, oscorad_total, 1).found();
    };
    CHECK(totals(40, 20, false) == "");
    CHECK(totals(40, 19.8, false) == "scorad_minus_oscorad");
    CHECK(totals(20, 21, false) == "scorad_minus_oscorad");
    CHECK(totals(20, {}, false) == "");
    // Its extent is blank, so that the total is the typed one: itch 3 and sleep 4 make 7.
    CHECK(totals(27, 20, true) == "typed_total_without_items");
    CHECK(totals(28, 20, true) == "typed_total_without_items scorad_minus_oscorad");
}
