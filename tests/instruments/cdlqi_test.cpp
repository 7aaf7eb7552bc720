// SPDX-License-Identifier: BSL-1.0
// CDLQI: the worked examples, item 7 by school or holiday, its own bands, all states of its halves.
#include "eczscore/instruments/cdlqi.hpp"

#include <array>
#include <cstddef>

#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/marks.hpp"

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"cdlqi", "cdlqi_relationships"};

using Codes = std::array<int, 11>;
Score scored(const Codes& codes) { return score(cdlqi::instrument, equal_items::given(codes)); }
Text band_of(const Score& s) { return band(cdlqi::instrument.bands[0], s)->id; }

/// Eleven columns are ten questions: the higher branch of item 7, blank where both are.
std::array<int, 10> questions(const Codes& c) {
    int seventh = c[6] > c[7] ? c[6] : c[7];
    if (c[6] == bad || c[7] == bad || c[6] > 3 || c[7] > 3) seventh = bad;
    return {c[0], c[1], c[2], c[3], c[4], c[5], seventh, c[8], c[9], c[10]};
}
straight_line::Result judged(const Codes& codes) {
    return equal_items::judge(questions(codes), 0, 3, 1);
}
}  // namespace

TEST_CASE("CDLQI: bands and thresholds as published") {
    facts::check(
        cdlqi::instrument,
        {{"waters_2010",
          true,
          facts::high,
          facts::seen,
          {{"no_effect", 2, facts::out},
           {"small", 7, facts::out},
           {"moderate", 13, facts::out},
           {"very_large", 19, facts::out},
           {"extremely_large", 30, facts::in}}}},
        {{"responder_6", Basis::responder, 6, facts::points, 6, facts::medium, facts::memory, true},
         {"cdlqi_8", Basis::responder, 8, facts::points, 0, facts::medium, facts::memory, false},
         {"adolescents_2019_patient_low", Basis::mcid, 6.4_x, facts::points, 0, facts::high,
          facts::seen, false},
         {"adolescents_2019_patient_high", Basis::mcid, 6.6_x, facts::points, 0, facts::high,
          facts::seen, false},
         {"adolescents_2019_clinician_low", Basis::mcid, 8, facts::points, 0, facts::high,
          facts::seen, false},
         {"adolescents_2019_clinician_high", Basis::mcid, 8.3_x, facts::points, 0, facts::high,
          facts::seen, false}});
    facts::check(cdlqi_relationships::instrument, {}, {});
}

TEST_CASE("CDLQI (a): 3,2,1,1,1,2, school prevented, 1,2,2 is 18, very large") {
    const Score s = scored({3, 2, 1, 1, 1, 2, 3, blank, 1, 2, 2});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == Exact(18));
    CHECK(band_of(s) == Text("very_large"));
}

TEST_CASE("CDLQI (b): item 5 blank, school 1 and holiday 2: 9, one imputed, moderate") {
    const Score s = scored({2, 1, 0, 0, blank, 1, 1, 2, 0, 2, 1});
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(9));
    CHECK(s.imputed == 1);
    CHECK(s.missing == item_bit(4));
    CHECK(band_of(s) == Text("moderate"));
}

TEST_CASE("CDLQI item 7: either branch, the higher of both, and missing only without either") {
    for (int school : {blank, 0, 1, 2, 3}) {
        for (int holiday : {blank, 0, 1, 2, 3}) {
            CAPTURE(school, holiday);
            const Score s = scored({0, 0, 0, 0, 0, 0, school, holiday, 0, 0, 0});
            const int higher = school > holiday ? school : holiday;
            CHECK(s.status == (higher == blank ? Status::imputed : Status::ok));
            CHECK(s.value() == Exact(higher == blank ? 0 : higher));
        }
    }
    CHECK(scored({0, 0, 0, 0, 0, 0, 4, blank, 0, 0, 0}).status == Status::invalid);
    CHECK(scored({0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0}).status == Status::invalid);
    CHECK(cdlqi::school_holiday[0].words[0].word == Text("prevented"));
    CHECK(cdlqi::school_holiday[0].words[0].code == 3);
}

TEST_CASE("CDLQI: any two blanks are not scored, one is, as the official rule allows") {
    const Codes full = {1, 1, 1, 1, 1, 1, 1, blank, 1, 1, 1};
    for (std::size_t i = 0; i < 11; ++i) {
        Codes one = full;
        one[i] = blank;
        const bool was_blank = i == 7;
        CHECK(scored(one).status == (was_blank ? Status::ok : Status::imputed));
        for (std::size_t j = 0; j < i; ++j) {
            Codes two = one;
            two[j] = blank;
            CHECK(scored(two).status == (was_blank || j == 7 ? Status::imputed : Status::missing));
        }
    }
}

TEST_CASE("CDLQI: 6 is a small effect, where a DLQI of 6 is moderate; 18 and 19 differ from it") {
    const auto both = [](int total) {
        return std::array<Text, 2>{band(cdlqi::instrument.bands[0], total)->id,
                                   band(dlqi::instrument.bands[0], total)->id};
    };
    CHECK(both(6) == std::array<Text, 2>{"small", "moderate"});
    CHECK(both(12) == std::array<Text, 2>{"moderate", "very_large"});
    CHECK(both(19) == std::array<Text, 2>{"extremely_large", "very_large"});
}

TEST_CASE("CDLQI: \"not relevant\" is not offered on any item") {
    for (std::size_t i = 0; i < 11; ++i) {
        Codes codes = {1, 1, 1, 1, 1, 1, 1, blank, 1, 1, 1};
        codes[i] = straight_line::not_relevant;
        CHECK(scored(codes).status == Status::invalid);
        CHECK(scored(codes).wrong == item_bit(i));
    }
}

TEST_CASE("CDLQI: six sub-scales, relationships from its neighbours' columns 3 and 8") {
    const auto answers = equal_items::given(Codes{3, 2, 1, 1, 1, 2, 3, blank, 1, 2, 2});
    const Tally t = tally(cdlqi::instrument, answers, {});
    const struct {
        const char* id;
        int max;
        int value;
    } parts[] = {{"symptoms_feelings", 6, 5},
                 {"leisure", 9, 4},
                 {"school_holiday", 3, 3},
                 {"sleep", 3, 2},
                 {"treatment", 3, 2}};
    std::size_t reported = 0;
    for (std::size_t d = 0; d < cdlqi::instrument.plan.domains; ++d) {
        if (!cdlqi::domains[d].is_subscore) continue;
        CHECK(cdlqi::domains[d].id == Text(parts[reported].id));
        CHECK(cdlqi::domains[d].max == Exact(parts[reported].max));
        CHECK(subscore(cdlqi::instrument, t, d).value() == Exact(parts[reported].value));
        ++reported;
    }
    CHECK(reported == 5);
    CHECK(score(cdlqi_relationships::Answers{.q3 = 1, .q8 = 1}).value() == Exact(2));
    CHECK(score(cdlqi_relationships::Answers{.q3 = 1}).status == Status::missing);
    CHECK(score(cdlqi_relationships::Answers{.q3 = 1, .q8 = 4}).status == Status::invalid);
    CHECK(cdlqi_relationships::instrument.prefix() == Text("cdlqi"));
    CHECK(cdlqi_relationships::instrument.max == Exact(6));
}

TEST_CASE("CDLQI: the age is not judged, because sources disagree about it") {
    cdlqi::Answers child = cdlqi::example;
    for (int years : {3, 4, 15, 16, 17}) {
        child.age = Age::years(years);
        CHECK(score(child).value() == Exact(18));
    }
}

TEST_CASE("CDLQI: 6 points better, asked from a baseline of 6; 8 by name") {
    const auto at = [](std::size_t which, int baseline, int now) {
        return response(cdlqi::thresholds[which], change(cdlqi::instrument, baseline, now));
    };
    CHECK(at(0, 12, 6) == Response::yes);
    CHECK(at(0, 12, 7) == Response::no);
    CHECK(at(0, 6, 0) == Response::yes);
    CHECK(at(0, 5, 0) == Response::not_evaluable);
    CHECK(at(1, 12, 4) == Response::yes);
    CHECK(at(1, 12, 5) == Response::no);
}

TEST_CASE("CDLQI messy paper: the highest of several ticks, the lower of two boxes") {
    const Answer ticks[] = {1, 3, 0};
    CHECK(several_ticked(cdlqi::instrument, ticks) == Answer(3));
    CHECK(between_boxes(cdlqi::instrument, 1, 2) == Answer(1));
}

TEST_CASE("CDLQI: every state of each half beside every kind of the other", "[exhaustive]") {
    long wrong = 0;
    long seen = 0;
    equal_items::for_each_state<11>({0, 1, 2, 3, blank, 4}, 0, 3, [&](const Codes& codes) {
        wrong += !against::agrees(scored(codes), judged(codes));
        ++seen;
    });
    CHECK(wrong == 0);
    CHECK(seen > 1'000'000);
}

TEST_CASE("CDLQI: 200000 random questionnaires with blank, refused and unreadable answers") {
    against::Random random(1993);
    const std::array<int, 10> states = {0, 1, 2, 3, 0, 1, 2, 3, blank, blank};
    long wrong = 0;
    for (int n = 0; n < 200'000; ++n) {
        Codes codes;
        for (int& code : codes) code = states[random(10)];
        if (random(10) == 0) codes[random(11)] = random(2) == 0 ? bad : 4;
        wrong += !against::agrees(scored(codes), judged(codes));
    }
    CHECK(wrong == 0);
}
