// SPDX-License-Identifier: BSL-1.0
// The visits of all subjects: whose they are, in which order, and what is kept of them.
#include "eczscore/trial/checks/visit_store.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Layout two(2);

std::vector<Brief> brief_of(std::uint64_t fingerprint) {
    Brief one;
    one.fingerprint = fingerprint;
    Brief other;
    other.fingerprint = fingerprint + 1000;
    return {one, other};
}

}  // namespace

TEST_CASE("Visit store: subjects in the order they came, their visits by day, then by row") {
    VisitStore store(two);
    store.add("b", {.name = "week_2", .line = 2, .age = {}, .when = 14}, brief_of(2));
    store.add("a", {.name = "base", .line = 3, .age = Age::years(30), .when = 0}, brief_of(3));
    store.add("b", {.name = "base", .line = 4, .age = {}, .when = 0}, brief_of(4));
    store.add("b", {.name = "week_2", .line = 5, .age = {}, .when = 0}, brief_of(5));
    store.add("a", {.name = "later", .line = 6, .age = {}, .when = {}}, brief_of(6));
    CHECK(store.subjects() == 2);
    CHECK(store.names() == 3);
    for (int again = 0; again < 2; ++again) {
        std::string seen;
        store.for_each_subject([&](const Subject& subject) {
            seen += std::string(subject.id) + (subject.is_ordered ? "*" : "") + ":";
            for (const VisitBrief& visit : subject.visits) {
                seen += " " + std::string(visit.name) + std::to_string(visit.line);
                REQUIRE(visit.briefs.size() == 2);
                CHECK(visit.briefs[0].fingerprint == visit.line);
                CHECK(visit.briefs[1].fingerprint == visit.line + 1000);
            }
            seen += "; ";
        });
        CHECK(seen == "b*: base4 week_25 week_22; a: base3 later6; ");
    }
}

TEST_CASE("Visit store: ages and days come back as they were, what is neither as missing") {
    VisitStore store(Layout{});
    store.add("a", {.name = "1", .line = 1, .age = Age::years(30.5), .when = -3}, {});
    store.add("a", {.name = "2", .line = 2, .age = Age::years(-1), .when = Answer::unreadable()},
              {});
    std::vector<VisitBrief> visits;
    store.for_each_subject([&](const Subject& subject) { visits = subject.visits; });
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].age.millionths_of_month() == Age::years(30.5).millionths_of_month());
    CHECK(visits[0].when == Answer(-3));
    CHECK_FALSE(visits[1].age.is_known());
    CHECK_FALSE(visits[1].when.is_value());
    CHECK(visits[0].name_number != visits[1].name_number);
}

TEST_CASE("Visit store: of a second reading nothing is kept, and its place is empty") {
    Layout layout(3);
    layout[1].is_second_reading = true;
    VisitStore store(layout);
    std::vector<Brief> briefs = brief_of(7);
    briefs.insert(briefs.begin() + 1, Brief{});
    store.add("a", {.name = "v", .line = 7, .age = {}, .when = {}}, briefs);
    store.for_each_subject([&](const Subject& subject) {
        REQUIRE(subject.visits[0].briefs.size() == 3);
        CHECK(subject.visits[0].briefs[0].fingerprint == 7);
        CHECK(subject.visits[0].briefs[1].fingerprint == 0);
        CHECK(subject.visits[0].briefs[2].fingerprint == 1007);
    });
}

TEST_CASE("Visit store: more visits than fit into one block") {
    VisitStore store(two);
    constexpr std::uint64_t rows = 10'000;
    for (std::uint64_t row = 0; row < rows; ++row) {
        store.add("s" + std::to_string(row % 700),
                  {.name = "v", .line = row, .age = {}, .when = {}}, brief_of(row));
    }
    CHECK(store.subjects() == 700);
    std::uint64_t seen = 0;
    std::uint64_t wrong = 0;
    store.for_each_subject([&](const Subject& subject) {
        for (const VisitBrief& visit : subject.visits) {
            ++seen;
            wrong += subject.id != "s" + std::to_string(visit.line % 700);
            wrong += visit.briefs[1].fingerprint != visit.line + 1000;
        }
    });
    CHECK(seen == rows);
    CHECK(wrong == 0);
}
