// SPDX-License-Identifier: BSL-1.0
// The visits of all subjects: whose they are, in which order, and what is kept of them.
#include "eczscore/trial/checks/visit_store.hpp"

#include <cstdint>
#include <limits>
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

TEST_CASE("Visit store: briefs come back as they were, small and large, and so do lines") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t int32 = std::numeric_limits<std::int32_t>::max();
    constexpr std::int64_t den = std::int64_t{1} << 28;
    std::vector<Brief> briefs;
    for (const Exact score :
         {Exact(0), Exact::ratio(-7, 3), Exact(int32), Exact(int32 + 1), Exact(-int32 - 1),
          Exact(-int32 - 2), Exact(most), Exact::ratio(1, den - 1), Exact::ratio(1, den),
          Exact::ratio(most, most - 1), Exact::not_a_number()}) {
        for (const std::int64_t same :
             {std::int64_t{0}, int32, int32 + 1, -int32 - 1, -int32 - 2}) {
            for (unsigned flags = 0; flags < 16; ++flags) {
                Brief brief;
                brief.score = score;
                brief.fingerprint = ~std::uint64_t{0} - briefs.size();
                brief.same_millionths = same;
                brief.answered = static_cast<std::uint16_t>(0xffff - flags);
                brief.above_0 = static_cast<std::uint16_t>(0x8000 + flags);
                brief.has_score = (flags & 1) != 0;
                brief.is_typed = (flags & 2) != 0;
                brief.is_uniform = (flags & 4) != 0;
                brief.is_outside_ages = (flags & 8) != 0;
                briefs.push_back(brief);
            }
        }
    }
    VisitStore store(Layout(1));
    const auto line_of = [](std::size_t at) {
        return at % 3 == 0 ? at : at % 3 == 1 ? 0xfffffffeU + at : ~std::uint64_t{0} - at;
    };
    for (std::size_t i = 0; i < briefs.size(); ++i) {
        store.add("a", {.name = "v", .line = line_of(i), .age = Age::years(130), .when = {}},
                  {&briefs[i], 1});
    }
    std::size_t seen = 0;
    store.for_each_subject([&](const Subject& subject) {
        for (const VisitBrief& visit : subject.visits) {
            const Brief& back = visit.briefs[0];
            const Brief& was = briefs[seen];
            CAPTURE(seen);
            CHECK(back.score.num() == was.score.num());
            CHECK(back.score.den() == was.score.den());
            CHECK(back.fingerprint == was.fingerprint);
            CHECK(back.same_millionths == was.same_millionths);
            CHECK(back.answered == was.answered);
            CHECK(back.above_0 == was.above_0);
            CHECK(back.has_score == was.has_score);
            CHECK(back.is_typed == was.is_typed);
            CHECK(back.is_uniform == was.is_uniform);
            CHECK(back.is_outside_ages == was.is_outside_ages);
            CHECK(visit.line == line_of(seen));
            CHECK(visit.age.millionths_of_month() == Age::years(130).millionths_of_month());
            ++seen;
        }
    });
    CHECK(seen == briefs.size());
}
