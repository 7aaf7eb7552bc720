// SPDX-License-Identifier: BSL-1.0
// HADS, PHQ-9, GAD-7 and WHO-5: sums, their rules for blanks and the named alternatives.
// Covers: instruments/gad_7.hpp, instruments/hads.hpp, instruments/phq_9.hpp, instruments/who_5.hpp
#include <cstddef>
#include <vector>

#include "eczscore/instruments/gad_7.hpp"
#include "eczscore/instruments/hads.hpp"
#include "eczscore/instruments/phq_9.hpp"
#include "eczscore/instruments/who_5.hpp"
#include "eczscore/model/missing_variants.hpp"

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"hads_anxiety", "hads_depression", "phq_9",
                           "gad_7",        "who_5",           "who_5_percent"};

// The alternatives that the specification names.
constexpr Instrument hads_complete = complete_only<hads_anxiety::instrument>("hads_a_complete");
constexpr Instrument hads_one_blank =
    with_allowed_blanks<hads_anxiety::instrument, 1>("hads_a_one_blank");
constexpr Instrument phq_complete = complete_only<phq_9::instrument>("phq_9_complete");
constexpr Instrument gad_prorated = with_allowed_blanks<gad_7::instrument, 2>("gad_7_prorated");

Score of(const Instrument& instrument, const std::vector<int>& codes) {
    return score(instrument, plain::answers(codes));
}
Text named(const Instrument& instrument, const Score& s, std::size_t scheme = 0) {
    return band(instrument.bands[scheme], s)->id;
}
std::vector<plain::Item> items(std::size_t count, int most) {
    return std::vector<plain::Item>(count, plain::codes(0, most));
}
}  // namespace

TEST_CASE("Mood: the facts") {
    using namespace facts;
    const std::vector<Upper> hads_bands = {
        {"normal", 8, out}, {"possible", 11, out}, {"probable", 21, in}};
    const std::vector<Edition> hads_editions = {
        {"zigmond_1983", true, high, seen, hads_bands},
        {"zigmond_1983_unrounded", false, high, seen, hads_bands}};
    const std::vector<Amount> hads_amounts = {
        {"mcid_low", Basis::mcid, 1.5_x, points, 0, low, memory, false},
        {"mcid_high", Basis::mcid, 1.7_x, points, 0, low, memory, false}};
    check(hads_anxiety::instrument, hads_editions, hads_amounts);
    check(hads_depression::instrument, hads_editions, hads_amounts);
    const std::vector<Upper> phq_bands = {{"minimal", 5, out},
                                          {"mild", 10, out},
                                          {"moderate", 15, out},
                                          {"moderately_severe", 20, out},
                                          {"severe", 27, in}};
    check(phq_9::instrument,
          {{"kroenke_2001", true, high, seen, phq_bands},
           {"kroenke_2001_unrounded", false, high, seen, phq_bands}},
          {{"change_5", Basis::mcid, 5, points, 0, medium, memory, false}});
    check(gad_7::instrument,
          {{"spitzer_2006",
            true,
            high,
            seen,
            {{"minimal", 5, out}, {"mild", 10, out}, {"moderate", 15, out}, {"severe", 21, in}}}},
          {{"change_4", Basis::mcid, 4, points, 0, low, memory, false}});
    check(who_5::instrument,
          {{"below_13", true, medium, seen, {{"poor", 13, out}, {"not_poor", 25, in}}}}, {});
    check(who_5_percent::instrument,
          {{"up_to_50", true, medium, seen, {{"poor", 50, in}, {"not_poor", 100, in}}},
           {"up_to_28",
            false,
            medium,
            seen,
            {{"likely_depression", 28, in}, {"not_flagged", 100, in}}}},
          {{"change_10", Basis::mcid, 10, points, 0, high, seen, false}});
}

TEST_CASE("Mood: many states against plain integers") {
    CHECK(plain::mismatches(hads_anxiety::instrument, {items(7, 3), 3}, 30'000) == 0);
    CHECK(plain::mismatches(hads_depression::instrument, {items(7, 3), 3}, 30'000) == 0);
    CHECK(plain::mismatches(phq_9::instrument, {items(9, 3), 2}, 30'000) == 0);
    CHECK(plain::mismatches(gad_7::instrument, {items(7, 3), 0}, 30'000) == 0);
    CHECK(plain::mismatches_in_all(who_5::instrument, {items(5, 5), 0}) == 0);
    CHECK(plain::mismatches_in_all(who_5_percent::instrument, {items(5, 5), 0, 4}) == 0);
    CHECK(plain::mismatches(hads_one_blank, {items(7, 3), 1}, 10'000) == 0);
    CHECK(plain::mismatches(gad_prorated, {items(7, 3), 2}, 10'000) == 0);
}

TEST_CASE("HADS-A: 2,1,blank,2,1,0,2 is 8 x 7/6 = 9.333 in 8-10; complete only does not score it") {
    const std::vector<int> codes = {2, 1, blank, 2, 1, 0, 2};
    const Score s = of(hads_anxiety::instrument, codes);
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact::ratio(56, 6));
    CHECK(named(hads_anxiety::instrument, s) == Text("possible"));
    CHECK(of(hads_complete, codes).status == Status::missing);
    CHECK(of(hads_one_blank, codes).value() == Exact::ratio(56, 6));
}

TEST_CASE("HADS-A: 4 answered with sum 6 is 10.5, just scoreable, and its band hangs on rounding") {
    const std::vector<int> codes = {2, 1, blank, 2, 1, blank, blank};
    const Score s = of(hads_anxiety::instrument, codes);
    CHECK(s.value() == 10.5_x);
    CHECK(named(hads_anxiety::instrument, s, 0) == Text("probable"));
    CHECK(named(hads_anxiety::instrument, s, 1) == Text("possible"));
    CHECK(of(hads_anxiety::instrument, {2, 1, blank, blank, 1, blank, blank}).status ==
          Status::missing);
    CHECK(of(hads_one_blank, codes).status == Status::missing);
}

TEST_CASE("HADS: anxiety reads the odd items, depression the even ones, nothing is reversed") {
    hads_anxiety::Answers anxiety;
    for (std::size_t i = 0; i < 14; ++i) anxiety.q[i] = i % 2 == 0 ? 3 : 0;
    hads_depression::Answers depression;
    depression.q = anxiety.q;
    CHECK(score(anxiety).value() == Exact(21));
    CHECK(score(depression).value() == Exact(0));
    for (const Item& item : hads::anxiety_items) CHECK(item.points.empty());
    CHECK(item_at(hads_anxiety::instrument, 1).id == Text("q3"));
    CHECK(item_at(hads_depression::instrument, 6).id == Text("q14"));
    CHECK(hads_anxiety::instrument.prefix() == Text("hads"));
    CHECK(hads_depression::instrument.prefix() == Text("hads"));
}

TEST_CASE(
    "PHQ-9: 2,1,2,blank,1,0,1,blank,0 is 7 x 9/7 = 9, mild; complete only does not score it") {
    const std::vector<int> codes = {2, 1, 2, blank, 1, 0, 1, blank, 0};
    const Score s = of(phq_9::instrument, codes);
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(9));
    CHECK(named(phq_9::instrument, s) == Text("mild"));
    CHECK(of(phq_complete, codes).status == Status::missing);
    CHECK(of(phq_9::instrument, {2, 1, blank, blank, 1, 0, 1, blank, 0}).status == Status::missing);
}

TEST_CASE("PHQ-9: bands do not overlap at 10 and 15") {
    const auto at = [](int value) { return band(phq_9::instrument.bands[0], Exact(value))->id; };
    CHECK(at(9) == Text("mild"));
    CHECK(at(10) == Text("moderate"));
    CHECK(at(14) == Text("moderate"));
    CHECK(at(15) == Text("moderately_severe"));
}

TEST_CASE("PHQ-9: item 9 is reported beside the total, and when there is no total") {
    const auto item_9 = [](const std::vector<int>& codes) {
        const std::vector<Answer> answers = plain::answers(codes);
        return subscore(phq_9::instrument, tally(phq_9::instrument, answers, {}), 1);
    };
    const auto flagged = [](const std::vector<int>& codes) {
        std::vector<Answer> answers;
        for (const int code : codes) answers.push_back(against::answer(code));
        return score(phq_9::instrument, answers);
    };
    CHECK(flagged({0, 0, 0, 0, 0, 0, 0, 0, 1}).alert == item_bit(8));
    CHECK(flagged({0, 0, 0, 0, 0, 0, 0, 0, 1}).has_warning());
    CHECK(flagged({0, 0, 0, blank, blank, blank, 0, 0, 2}).alert == item_bit(8));  // unscored too
    CHECK_FALSE(flagged({3, 3, 3, 3, 3, 3, 3, 3, 0}).has_warning());
    CHECK(phq_9::instrument.forms[0].domains[1].id == Text("item_9"));
    CHECK(phq_9::instrument.forms[0].domains[1].is_subscore);
    CHECK(item_9({0, 0, 0, 0, 0, 0, 0, 0, 1}).value() == Exact(1));
    const std::vector<int> three_blanks = {blank, blank, blank, 0, 0, 0, 0, 0, 2};
    CHECK(of(phq_9::instrument, three_blanks).status == Status::missing);
    CHECK(item_9(three_blanks).value() == Exact(2));
    CHECK(item_9({0, 0, 0, 0, 0, 0, 0, 0, blank}).status == Status::missing);
}

TEST_CASE("GAD-7: 2,2,1,1,0,1,3 is 10, moderate; complete only by default") {
    const Score s = of(gad_7::instrument, {2, 2, 1, 1, 0, 1, 3});
    CHECK(s.value() == Exact(10));
    CHECK(named(gad_7::instrument, s) == Text("moderate"));
    const std::vector<int> one_blank = {2, 2, 1, 1, 0, blank, 3};
    CHECK(of(gad_7::instrument, one_blank).status == Status::missing);
    CHECK(of(gad_prorated, one_blank).value() == Exact::ratio(63, 6));
}

TEST_CASE("WHO-5: 3,2,2,1,3 is 11, 44 %, poor well-being") {
    const std::vector<int> codes = {3, 2, 2, 1, 3};
    CHECK(of(who_5::instrument, codes).value() == Exact(11));
    CHECK(named(who_5::instrument, of(who_5::instrument, codes)) == Text("poor"));
    const Score percent = of(who_5_percent::instrument, codes);
    CHECK(percent.value() == Exact(44));
    CHECK(named(who_5_percent::instrument, percent) == Text("poor"));
    CHECK(named(who_5_percent::instrument, percent, 1) == Text("not_flagged"));
    CHECK(of(who_5::instrument, {3, 2, 2, blank, 3}).status == Status::missing);
}

TEST_CASE("WHO-5: higher is better, and both rows call the same sums poor") {
    CHECK(who_5::instrument.direction == Direction::higher_is_better);
    CHECK(who_5_percent::instrument.direction == Direction::higher_is_better);
    CHECK(change(who_5_percent::instrument, 40, 50).improvement() == Exact(10));
    CHECK(verdict(who_5_percent::instrument.thresholds[0],
                  change(who_5_percent::instrument, 40, 50)) == Verdict::improved);
    for (int raw = 0; raw <= 25; ++raw) {
        CHECK(band(who_5::instrument.bands[0], Exact(raw))->id ==
              band(who_5_percent::instrument.bands[0], Exact(4 * raw))->id);
    }
    CHECK(band(who_5_percent::instrument.bands[1], Exact(28))->id == Text("likely_depression"));
    CHECK(who_5_percent::instrument.prefix() == Text("who_5"));
}

TEST_CASE("WHO-5: the alternative looks for any single item of 0 or 1") {
    CHECK(who_5::has_low_item({.q = {3, 2, 2, 1, 3}}));
    CHECK(who_5::has_low_item({.q = {5, 5, 5, 5, 0}}));
    CHECK_FALSE(who_5::has_low_item({.q = {2, 2, 2, 2, 2}}));
}
