// SPDX-License-Identifier: BSL-1.0
// DLQI and DLQI-R: the worked examples, item 7 in two parts, every combination of answers.
// Covers: instruments/dlqi_r.hpp
#include "eczscore/instruments/dlqi.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "eczscore/instruments/dlqi_r.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/marks.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;
using straight_line::not_relevant;

namespace {
using Codes = std::array<int, 11>;

std::array<Answer, 11> given(const Codes& codes) {
    std::array<Answer, 11> all;
    for (std::size_t i = 0; i < 11; ++i) all[i] = against::answer(codes[i]);
    return all;
}
Score classic(const Codes& codes) { return score(dlqi::instrument, given(codes)); }
Score relevant(const Codes& codes) { return score(dlqi_r::instrument, given(codes)); }
Text band_of(const Instrument& instrument, std::size_t scheme, const Score& s) {
    return band(instrument.bands[scheme], s)->id;
}

/// A questionnaire with this total and this many of items 3 to 10 not relevant.
Codes with_total(int total, int left_out) {
    Codes codes{};
    codes[7] = blank;
    const std::size_t may_leave[] = {10, 9, 8, 6, 5, 4, 3, 2};
    for (int n = 0; n < left_out; ++n) codes[may_leave[n]] = not_relevant;
    for (std::size_t i = 0; i < 11; ++i) {
        if (i == 7 || codes[i] == not_relevant) continue;
        const int most = total > 3 ? 3 : total;
        if (i == 6 && most > 0 && most < 3) {  // item 7: no, and how much of a problem
            codes[7] = most;
            total -= most;
        } else {
            codes[i] = most;
            total -= most;
        }
    }
    REQUIRE(total == 0);
    return codes;
}
}  // namespace

TEST_CASE("DLQI (a): 3,2,1,2,1,0, item 7 no and 2, 1,0,2 is 14, very large") {
    const Score s = classic({3, 2, 1, 2, 1, 0, 0, 2, 1, 0, 2});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == Exact(14));
    CHECK(band_of(dlqi::instrument, 0, s) == Text("very_large"));
    CHECK(score(dlqi::example).value() == Exact(14));
}

TEST_CASE("DLQI (b): items 6, 7 and 9 not relevant give 12, and 17.14 as DLQI-R") {
    const Codes b = {3, 2, 1, 2, 1, not_relevant, not_relevant, blank, 1, not_relevant, 2};
    CHECK(classic(b).status == Status::ok);
    CHECK(classic(b).value() == Exact(12));
    CHECK(classic(b).not_relevant_count == 3);
    CHECK(relevant(b).status == Status::ok);
    CHECK(relevant(b).value() == Exact::ratio(120, 7));
    CHECK((relevant(b).value() * Exact(100)).rounded() == 1714);
    CHECK(score(dlqi_r::example).value() == Exact::ratio(120, 7));
}

TEST_CASE("DLQI (c): 2,2,1,1,1,blank, item 7 yes, 1,1,1 is 13, one imputed") {
    const Score s = classic({2, 2, 1, 1, 1, blank, 3, blank, 1, 1, 1});
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(13));
    CHECK(s.imputed == 1);
    CHECK(s.missing == item_bit(5));
}

TEST_CASE("DLQI (d): two blanks are not scored; item 7 blank in both parts is one blank") {
    CHECK(classic({2, 2, 1, 1, blank, blank, 3, blank, 1, 1, 1}).status == Status::missing);
    CHECK(classic({2, 2, 1, 1, 1, 1, blank, blank, 1, 1, 1}).status == Status::imputed);
    CHECK(classic({2, 2, 1, 1, 1, 1, blank, blank, 1, 1, blank}).status == Status::missing);
}

TEST_CASE("DLQI item 7: the published table of both parts") {
    struct Row {
        int prevented, problem, score;
        bool left_out, missing;
    };
    const Row table[] = {{3, blank, 3, false, false},
                         {3, 0, 3, false, false},
                         {3, 1, 3, false, false},
                         {3, 2, 3, false, false},
                         {0, 2, 2, false, false},
                         {0, 1, 1, false, false},
                         {0, 0, 0, false, false},
                         {0, blank, 0, false, false},
                         {not_relevant, blank, 0, true, false},
                         {not_relevant, 2, 2, false, false},
                         {not_relevant, 1, 1, false, false},
                         {not_relevant, 0, 0, true, false},
                         {blank, 2, 2, false, false},
                         {blank, 1, 1, false, false},
                         {blank, 0, 0, false, false},
                         {blank, blank, 0, false, true}};
    for (const Row& row : table) {
        CAPTURE(row.prevented, row.problem);
        const Score s = classic({0, 0, 0, 0, 0, 0, row.prevented, row.problem, 0, 0, 0});
        CHECK(s.value() == Exact(row.score));
        CHECK(s.not_relevant_count == (row.left_out ? 1 : 0));
        CHECK(s.status == (row.missing ? Status::imputed : Status::ok));
        const bool doubtful = row.prevented == not_relevant && row.problem == 0;
        CHECK((s.doubtful_relevance != 0) == doubtful);
        CHECK(s.has_warning() == doubtful);
    }
}

TEST_CASE(
    "DLQI item 7: the second part has no code 3, the first no 1 or 2, and \"yes\" excuses none") {
    for (int prevented : {0, 3, blank, not_relevant}) {
        CHECK(classic({0, 0, 0, 0, 0, 0, prevented, 3, 0, 0, 0}).status == Status::invalid);
        CHECK(classic({0, 0, 0, 0, 0, 0, prevented, not_relevant, 0, 0, 0}).status ==
              Status::invalid);
    }
    for (int prevented : {1, 2, 4, bad}) {
        CHECK(classic({0, 0, 0, 0, 0, 0, prevented, blank, 0, 0, 0}).status == Status::invalid);
    }
}

TEST_CASE("DLQI: \"not relevant\" is offered on items 3 to 10 only") {
    for (std::size_t i = 0; i < 11; ++i) {
        if (i == 7) continue;
        Codes codes{};
        codes[i] = not_relevant;
        if (i == 6) codes[7] = blank;
        CAPTURE(i);
        CHECK(classic(codes).status == (i < 2 ? Status::invalid : Status::ok));
        CHECK(relevant(codes).status == (i < 2 ? Status::invalid : Status::ok));
    }
}

TEST_CASE(
    "DLQI: six sub-scales; one with a blank is not scored, one with a wrong answer is invalid") {
    const auto answers = given({3, 2, 1, 2, blank, 0, 0, 2, 1, 5, 2});
    const Tally t = tally(dlqi::instrument, answers, {});
    CHECK(subscore(dlqi::instrument, t, 0).value() == Exact(5));
    CHECK(subscore(dlqi::instrument, t, 1).value() == Exact(3));
    CHECK(subscore(dlqi::instrument, t, 2).status == Status::missing);
    CHECK(subscore(dlqi::instrument, t, 3).value() == Exact(2));
    CHECK(subscore(dlqi::instrument, t, 4).status == Status::invalid);
    CHECK(subscore(dlqi::instrument, t, 5).value() == Exact(2));
    const int maxima[] = {6, 6, 6, 3, 6, 3};
    for (std::size_t d = 0; d < 6; ++d) CHECK(dlqi::domains[d].max == Exact(maxima[d]));
}

TEST_CASE("DLQI: the answers of each half completely, beside every kind of other half",
          "[exhaustive]") {
    // A half (items 1-6; items 7-10) acts through its sum, blanks, left-out items and validity.
    // All states of one half are scored beside one representative of each kind of the other, so
    // that every state and every pairing of kinds is seen: 5^2 x 6^4 and 6^2 x 6^3 states with
    // blank and not relevant, item 7 with refused codes too.
    using Kind = std::tuple<int, int, int, bool>;
    std::vector<std::array<int, 6>> first_states;
    std::vector<std::array<int, 5>> second_states;
    std::map<Kind, std::array<int, 6>> first_kinds;
    std::map<Kind, std::array<int, 5>> second_kinds;
    const std::array<int, 6> states = {0, 1, 2, 3, blank, not_relevant};
    std::size_t six[6] = {};
    do {
        std::array<int, 6> codes{};
        Kind kind{};
        for (std::size_t i = 0; i < 6; ++i) {
            codes[i] = states[six[i]];
            if (codes[i] >= 0) std::get<0>(kind) += codes[i];
            if (codes[i] == blank) ++std::get<1>(kind);
            if (codes[i] == not_relevant) ++std::get<2>(kind);
            if (codes[i] == not_relevant && i < 2) std::get<3>(kind) = true;
        }
        first_states.push_back(codes);
        first_kinds.emplace(kind, codes);
    } while (against::next(six, states.size()));
    for (int prevented : {0, 3, 1, blank, not_relevant, bad}) {
        for (int problem : {0, 1, 2, 3, blank, not_relevant}) {
            std::size_t three[3] = {};
            do {
                std::array<int, 5> codes = {prevented, problem, states[three[0]], states[three[1]],
                                            states[three[2]]};
                const straight_line::Item7 seventh = straight_line::item_7(prevented, problem);
                Kind kind{seventh.score, seventh.missing, seventh.left_out, seventh.invalid};
                for (std::size_t i = 2; i < 5; ++i) {
                    if (codes[i] >= 0) std::get<0>(kind) += codes[i];
                    if (codes[i] == blank) ++std::get<1>(kind);
                    if (codes[i] == not_relevant) ++std::get<2>(kind);
                }
                second_states.push_back(codes);
                second_kinds.emplace(kind, codes);
            } while (against::next(three, states.size()));
        }
    }
    CHECK(first_states.size() == 46'656);
    CHECK(second_states.size() == 36 * 216);

    long wrong = 0;
    const auto compare = [&](const std::array<int, 6>& a, const std::array<int, 5>& b) {
        Codes codes;
        for (std::size_t i = 0; i < 6; ++i) codes[i] = a[i];
        for (std::size_t i = 0; i < 5; ++i) codes[6 + i] = b[i];
        const auto answers = given(codes);
        wrong +=
            !against::agrees(score(dlqi::instrument, answers), straight_line::dlqi(codes, false));
        wrong +=
            !against::agrees(score(dlqi_r::instrument, answers), straight_line::dlqi(codes, true));
    };
    for (const auto& a : first_states) {
        for (const auto& [kind, b] : second_kinds) compare(a, b);
    }
    for (const auto& b : second_states) {
        for (const auto& [kind, a] : first_kinds) compare(a, b);
    }
    CHECK(wrong == 0);
}

TEST_CASE("DLQI: 300000 random questionnaires over all eleven answers") {
    against::Random random(1992);
    const std::array<int, 8> states = {0, 1, 2, 3, 0, 1, blank, not_relevant};
    const std::array<int, 4> prevented = {0, 3, blank, not_relevant};
    const std::array<int, 4> problem = {0, 1, 2, blank};
    long wrong = 0;
    for (int n = 0; n < 300'000; ++n) {
        Codes codes;
        for (int& code : codes) code = states[random(8)];
        codes[0] = static_cast<int>(random(4));
        codes[1] = static_cast<int>(random(4));
        codes[6] = prevented[random(4)];
        codes[7] = problem[random(4)];
        wrong += !against::agrees(classic(codes), straight_line::dlqi(codes, false));
        wrong += !against::agrees(relevant(codes), straight_line::dlqi(codes, true));
    }
    CHECK(wrong == 0);
}

TEST_CASE("DLQI-R: the whole conversion table, T x 10 / (10 - N) as exact ratios") {
    int cells = 0;
    for (int left_out = 0; left_out <= 8; ++left_out) {
        for (int total = 0; total <= 3 * (10 - left_out); ++total) {
            const Codes codes = with_total(total, left_out);
            CAPTURE(total, left_out);
            CHECK(classic(codes).value() == Exact(total));
            CHECK(relevant(codes).value() == Exact::ratio(total * 10, 10 - left_out));
            CHECK(relevant(codes).not_relevant_count == left_out);
            ++cells;
        }
    }
    CHECK(cells == 31 + 28 + 25 + 22 + 19 + 16 + 13 + 10 + 7);
}

TEST_CASE("DLQI-R: printed cells of the conversion table, in hundredths, halves up") {
    struct Cell {
        int total, left_out, hundredths;
    };
    const Cell cells[] = {
        {0, 0, 0},     {0, 8, 0},     {1, 1, 111},   {1, 3, 143},   {1, 4, 167},   {1, 7, 333},
        {1, 8, 500},   {2, 3, 286},   {3, 2, 375},   {4, 6, 1000},  {5, 1, 556},   {5, 7, 1667},
        {6, 8, 3000},  {7, 2, 875},   {7, 7, 2333},  {8, 3, 1143},  {9, 1, 1000},  {9, 2, 1125},
        {9, 7, 3000},  {10, 4, 1667}, {11, 3, 1571}, {12, 3, 1714}, {12, 6, 3000}, {13, 2, 1625},
        {15, 5, 3000}, {17, 4, 2833}, {18, 4, 3000}, {19, 3, 2714}, {21, 3, 3000}, {23, 2, 2875},
        {24, 2, 3000}, {25, 1, 2778}, {27, 1, 3000}, {29, 0, 2900}, {30, 0, 3000}};
    for (const Cell& c : cells) {
        CAPTURE(c.total, c.left_out);
        const Exact value = relevant(with_total(c.total, c.left_out)).value();
        CHECK((value * Exact(100)).rounded() == c.hundredths);
    }
}

TEST_CASE("DLQI-R: 8 with 3 left out is 11.43 and crosses 10; 9 with 1 left out is exactly 10") {
    CHECK(relevant(with_total(8, 3)).value() > Exact(10));
    CHECK(relevant(with_total(9, 1)).value() == Exact(10));
    CHECK_FALSE(relevant(with_total(9, 1)).value() > Exact(10));
}

TEST_CASE("DLQI-R: 9 with 2 left out and one blank is 11.25, said to be imputed") {
    Codes codes = with_total(9, 2);
    codes[0] = blank;
    codes[2] = 3;
    codes[3] = 3;
    codes[4] = 0;
    codes[1] = 3;
    codes[5] = 0;
    codes[6] = 0;
    codes[7] = blank;
    codes[8] = 0;
    const Score s = relevant(codes);
    CHECK(s.status == Status::imputed);
    CHECK(s.not_relevant_count == 2);
    CHECK(s.imputed == 1);
    CHECK(s.value() == 11.25_x);
    codes[1] = blank;
    CHECK(relevant(codes).status == Status::missing);
}

TEST_CASE("DLQI-R: banded on the rounded score, or by the alternative on the raw one") {
    const Score s = relevant(with_total(4, 2));  // 5.0
    CHECK(band_of(dlqi_r::instrument, 0, s) == Text("small"));
    const Score eleven = relevant(with_total(7, 3));  // 10.0
    CHECK(band_of(dlqi_r::instrument, 0, eleven) == Text("moderate"));
    const Score between = relevant(with_total(16, 2));  // 20.0
    CHECK(band_of(dlqi_r::instrument, 0, between) == Text("very_large"));
    // 5.56: 6 when rounded, so moderate; below 6 when raw, so small.
    const Score five = relevant(with_total(5, 1));
    CHECK(band_of(dlqi_r::instrument, 0, five) == Text("moderate"));
    CHECK(band_of(dlqi_r::instrument, 1, five) == Text("small"));
    // 1.67 is 2, small; raw it is below 2, no effect. 1.43 is 1 either way.
    CHECK(band_of(dlqi_r::instrument, 0, relevant(with_total(1, 4))) == Text("small"));
    CHECK(band_of(dlqi_r::instrument, 1, relevant(with_total(1, 4))) == Text("no_effect"));
    CHECK(band_of(dlqi_r::instrument, 0, relevant(with_total(1, 3))) == Text("no_effect"));
    // 2.5 with 6 left out is exactly a half: away from zero, 3.
    CHECK(band_of(dlqi_r::instrument, 0, relevant(with_total(1, 6))) == Text("small"));
}

TEST_CASE("DLQI: 4 points better, asked from a baseline of 4") {
    const Threshold& mcid = dlqi::instrument.thresholds[0];
    const auto at = [&](int baseline, int now) {
        return verdict(mcid, change(dlqi::instrument, baseline, now));
    };
    CHECK(at(14, 10) == Verdict::improved);
    CHECK(at(14, 11) == Verdict::unchanged);
    CHECK(at(10, 14) == Verdict::worsened);
    CHECK(at(4, 0) == Verdict::improved);
    CHECK(at(3, 0) == Verdict::not_evaluable);
    CHECK(at(3, 7) == Verdict::worsened);
}

TEST_CASE("DLQI messy paper: the highest of several ticks, the lower of two boxes") {
    const auto ticks = [](std::initializer_list<Answer> list) {
        return several_ticked(dlqi::instrument, std::span(list.begin(), list.size()));
    };
    CHECK(ticks({1, 3, 2}) == Answer(3));
    CHECK(ticks({0, 3}) == Answer(3));                       // item 7: yes and no
    CHECK(ticks({Answer::not_relevant(), 0}) == Answer(0));  // "none" wins for DLQI-R
    CHECK(between_boxes(dlqi::instrument, 1, 2) == Answer(1));
    CHECK(between_boxes(dlqi::instrument, 3, 2) == Answer(2));
}

TEST_CASE("DLQI-R strict: a blank beside an item not relevant is not scored, alone it is") {
    const Score both = relevant({3, 2, 1, 2, 1, blank, 0, 0, not_relevant, 0, 0});
    CHECK(both.status == Status::imputed);
    CHECK(dlqi_r::strict(both).status == Status::missing);
    CHECK(dlqi_r::strict(both).missing == item_bit(5));
    CHECK(dlqi_r::strict(both).imputed == 0);
    const Score blank_alone = relevant({3, 2, 1, 2, 1, blank, 0, 0, 0, 0, 0});
    CHECK(dlqi_r::strict(blank_alone).status == Status::imputed);
    CHECK(dlqi_r::strict(blank_alone).value() == Exact(9));
    CHECK(dlqi_r::strict(score(dlqi_r::example)).value() == Exact::ratio(120, 7));
}

TEST_CASE("DLQI-R: rounded to one decimal or whole, by name") {
    const Score eight = relevant(with_total(8, 3));  // 80/7
    CHECK(dlqi_r::round1(eight).value() == 11.4_x);
    CHECK(dlqi_r::round_int(eight).value() == Exact(11));
    const Score half = relevant(with_total(6, 2));  // 7.5
    CHECK(dlqi_r::round1(half).value() == 7.5_x);
    CHECK(dlqi_r::round_int(half).value() == Exact(8));
    CHECK(dlqi_r::round1(relevant({blank, blank, 0, 0, 0, 0, 0, 0, 0, 0, 0})).status ==
          Status::missing);
}

TEST_CASE("DLQI-R max_nrr: at most so many items not relevant") {
    const Score three = score(dlqi_r::example);
    CHECK(three.not_relevant_count == 3);
    CHECK(dlqi_r::within_max_nrr(three, 3));
    CHECK_FALSE(dlqi_r::within_max_nrr(three, 2));
    CHECK_FALSE(dlqi_r::within_max_nrr(score(dlqi_r::Answers{}), 8));
}

TEST_CASE("DLQI-R item 7 relevant: not relevant beside a second part of 0 counts as an item of 0") {
    dlqi_r::Answers answers = dlqi_r::example;
    CHECK(score(dlqi_r::item_7_relevant(answers)).value() == Exact::ratio(120, 7));  // part b blank
    answers.q7_problem = 0;
    CHECK(score(answers).not_relevant_count == 3);
    CHECK(score(answers).doubtful_relevance != 0);
    const Score as_relevant = score(dlqi_r::item_7_relevant(answers));
    CHECK(as_relevant.value() == 15);  // 12 x 10 / 8
    CHECK(as_relevant.not_relevant_count == 2);
    CHECK(as_relevant.doubtful_relevance == 0);
    answers.q7_problem = 1;  // counts 1 either way
    CHECK(score(dlqi_r::item_7_relevant(answers)).value() == score(answers).value());
    answers.q7_prevented = 3;
    answers.q7_problem = 0;
    CHECK(dlqi_r::item_7_relevant(answers).q7_prevented == Answer(3));
}
