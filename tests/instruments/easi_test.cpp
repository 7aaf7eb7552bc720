// SPDX-License-Identifier: BSL-1.0
// EASI: the worked examples and traps of its specification, and one region exhaustively.
#include "eczscore/instruments/easi.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
constexpr Age adult = Age::years(30);

/// A region by the sum of its signs, spread over the four as evenly as whole and half grades allow.
easi::Region region(double percent, std::array<double, 4> signs) {
    return {signs[0], signs[1], signs[2], signs[3], easi::area_from_percent.grade(percent)};
}
easi::Region graded(int area, std::array<double, 4> signs) {
    return {signs[0], signs[1], signs[2], signs[3], area};
}
constexpr std::array<double, 4> none{0, 0, 0, 0};
constexpr std::array<double, 4> all_three{3, 3, 3, 3};

Text band_of(const Instrument& instrument, Text scheme, const Score& s) {
    return band(*bands(instrument, scheme), s)->id;
}
const Threshold& threshold(Text id) {
    const Threshold* found = eczscore::threshold(easi::instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
Change between(Exact baseline, Exact now) { return change(easi::instrument, baseline, now); }

std::array<Answer, 20> answers(const std::array<straight_line::Region, 4>& regions) {
    std::array<Answer, 20> all;
    std::size_t i = 0;
    for (const auto& r : regions) {
        for (int sign : r.signs_in_halves) all[i++] = against::part(sign, 2);
        all[i++] = against::answer(r.area);
    }
    return all;
}
}  // namespace

TEST_CASE("EASI E1: an adult of 15, 35, 12 and 55 % scores 18.4, moderate in both editions") {
    const easi::Answers e1{.age = adult,
                           .head_neck = region(15, {1, 1, 0, 1}),
                           .upper_limbs = region(35, {2, 2, 2, 2}),
                           .trunk = region(12, {1, 1, 0, 1}),
                           .lower_limbs = region(55, {2, 2, 1, 2})};
    const Score s = score(e1);
    CHECK(s.status == Status::ok);
    CHECK(s.value() == 18.4_x);
    CHECK(s.to_double() == 18.4);
    CHECK(band_of(easi::instrument, "leshem_2015", s) == Text("moderate"));
    CHECK(band_of(easi::instrument, "chopra_2017", s) == Text("moderate"));
    const auto in_order = e1.in_order();
    const Tally t = tally(easi::instrument, in_order, adult);
    CHECK(subscore(easi::instrument, t, 0).value() == 0.6_x);
    CHECK(subscore(easi::instrument, t, 1).value() == 4.8_x);
    CHECK(subscore(easi::instrument, t, 2).value() == 1.8_x);
    CHECK(subscore(easi::instrument, t, 3).value() == 11.2_x);
}

TEST_CASE("EASI E2: the same findings at 7 years 11 months score 16.2, and 18.4 at 8") {
    easi::Answers e2{.age = Age::months(95),
                     .head_neck = region(15, {1, 1, 0, 1}),
                     .upper_limbs = region(35, {2, 2, 2, 2}),
                     .trunk = region(12, {1, 1, 0, 1}),
                     .lower_limbs = region(55, {2, 2, 1, 2})};
    const Score before = score(e2);
    CHECK(before.value() == 16.2_x);
    const auto in_order = e2.in_order();
    const Tally t = tally(easi::instrument, in_order, e2.age);
    CHECK(subscore(easi::instrument, t, 0).value() == 1.2_x);
    CHECK(subscore(easi::instrument, t, 3).value() == 8.4_x);
    e2.age = Age::years(7.99);
    CHECK(score(e2).value() == 16.2_x);
    e2.age = Age::years(8);
    const Score after = score(e2);
    CHECK(after.value() == 18.4_x);
    CHECK(change(easi::instrument, before, after).form_changed);
    CHECK_FALSE(change(easi::instrument, after, after).form_changed);
}

TEST_CASE("EASI E3: half steps and areas of 9.5 % and 0.4 % score 1.15, mild in both editions") {
    const Score s = score(easi::Answers{.age = adult,
                                        .head_neck = region(9.5, {1.5, 1, 0, 0}),
                                        .upper_limbs = region(0, none),
                                        .trunk = region(0.4, {1, 1, 1, 0}),
                                        .lower_limbs = region(0, none)});
    CHECK(s.value() == 1.15_x);
    CHECK(band_of(easi::instrument, "leshem_2015", s) == Text("mild"));
    CHECK(band_of(easi::instrument, "chopra_2017", s) == Text("mild"));
}

TEST_CASE("EASI E4: 7.05 is moderate, although a double prints it as 7.0") {
    const Score s = score(easi::Answers{.age = adult,
                                        .head_neck = graded(1, {1.5, 1, 1, 1}),
                                        .upper_limbs = graded(0, none),
                                        .trunk = graded(4, {1.5, 1, 1, 2}),
                                        .lower_limbs = graded(0, none)});
    CHECK(s.value() == 7.05_x);
    CHECK(band_of(easi::instrument, "leshem_2015", s) == Text("moderate"));
}

TEST_CASE("EASI E5: exactly 7.0, 21.0 and 50.0 stay in the lower band although doubles add more") {
    const Score seven = score(easi::Answers{.age = adult,
                                            .head_neck = graded(1, {1, 0, 0, 0}),
                                            .upper_limbs = graded(1, {2, 2, 1, 1}),
                                            .trunk = graded(1, {1, 1, 1, 0}),
                                            .lower_limbs = graded(1, all_three)});
    CHECK(seven.value() == Exact(7));
    CHECK(band_of(easi::instrument, "leshem_2015", seven) == Text("mild"));
    const Score twenty_one = score(easi::Answers{.age = adult,
                                                 .head_neck = graded(1, all_three),
                                                 .upper_limbs = graded(1, all_three),
                                                 .trunk = graded(1, {3, 3, 2, 2}),
                                                 .lower_limbs = graded(3, all_three)});
    CHECK(twenty_one.value() == Exact(21));
    CHECK(band_of(easi::instrument, "leshem_2015", twenty_one) == Text("moderate"));
    const Score fifty = score(easi::Answers{.age = adult,
                                            .head_neck = graded(1, {2, 2, 2, 2}),
                                            .upper_limbs = graded(3, all_three),
                                            .trunk = graded(4, {3, 3, 3, 2}),
                                            .lower_limbs = graded(6, all_three)});
    CHECK(fifty.value() == Exact(50));
    CHECK(band_of(easi::instrument, "leshem_2015", fifty) == Text("severe"));
}

TEST_CASE("EASI E6: 28.4 to 7.1 is exactly 75 % better, an EASI-75 responder") {
    CHECK(between(28.4_x, 7.1_x).percent() == Exact(75));
    CHECK(response(threshold("easi_75"), between(28.4_x, 7.1_x)) == Response::yes);
    CHECK(response(threshold("easi_75"), between(28.4_x, 7.15_x)) == Response::no);
    CHECK(response(threshold("easi_90"), between(28.4_x, 7.1_x)) == Response::no);
}

TEST_CASE("EASI: the published example of sums 4, 8, 3, 7 and areas 2, 3, 2, 4 is 18.6") {
    CHECK(score(easi::Answers{.age = adult,
                              .head_neck = graded(2, {1, 1, 1, 1}),
                              .upper_limbs = graded(3, {2, 2, 2, 2}),
                              .trunk = graded(2, {1, 1, 1, 0}),
                              .lower_limbs = graded(4, {2, 2, 2, 1})})
              .value() == 18.6_x);
}

TEST_CASE("EASI: all at their worst is 72 at every age, and each region its published maximum") {
    const Exact child[] = {14.4_x, 14.4_x, 21.6_x, 21.6_x};
    const Exact grown[] = {7.2_x, 14.4_x, 21.6_x, 28.8_x};
    for (bool under_8 : {true, false}) {
        const easi::Region worst = graded(6, all_three);
        const easi::Answers all{.age = under_8 ? Age::years(3) : adult,
                                .head_neck = worst,
                                .upper_limbs = worst,
                                .trunk = worst,
                                .lower_limbs = worst};
        CHECK(score(all).value() == Exact(72));
        const auto in_order = all.in_order();
        const Tally t = tally(easi::instrument, in_order, all.age);
        for (std::size_t d = 0; d < 4; ++d) {
            CHECK(subscore(easi::instrument, t, d).value() == (under_8 ? child[d] : grown[d]));
        }
    }
}

TEST_CASE("EASI errors seen: lower limbs weigh 0.4 in adults, not 0.5, and 0.3 under 8") {
    easi::Answers legs{.age = adult,
                       .head_neck = graded(0, none),
                       .upper_limbs = graded(0, none),
                       .trunk = graded(0, none),
                       .lower_limbs = graded(1, {1, 0, 0, 0})};
    CHECK(score(legs).value() == 0.4_x);
    legs.age = Age::years(7);
    CHECK(score(legs).value() == 0.3_x);
}

TEST_CASE("EASI errors seen: areas are grades, so nothing is 12 times too high (216 of 72)") {
    const easi::Region third = graded(6, {1, 1, 1, 0});
    CHECK(score(easi::Answers{.age = adult,
                              .head_neck = third,
                              .upper_limbs = third,
                              .trunk = third,
                              .lower_limbs = third})
              .value() == Exact(18));
}

TEST_CASE("EASI errors seen: 49 is severe; the edge is 50, not 48") {
    CHECK(band(easi::band_schemes[0], 49)->id == Text("severe"));
    CHECK(band(easi::band_schemes[0], 48.05_x)->id == Text("severe"));
}

TEST_CASE("EASI errors seen: clear and almost clear are two bands; a missing answer is not 0") {
    CHECK(band(easi::band_schemes[0], 0)->id == Text("clear"));
    CHECK(band(easi::band_schemes[0], 0.05_x)->id == Text("almost_clear"));
    const easi::Region blank_sign{1, {}, 0, 1, 2};
    const Score s = score(easi::Answers{.age = adult,
                                        .head_neck = blank_sign,
                                        .upper_limbs = graded(0, none),
                                        .trunk = graded(0, none),
                                        .lower_limbs = graded(0, none)});
    CHECK(s.status == Status::missing);
    CHECK(s.missing == item_bit(1));
    CHECK(s.to_double() != s.to_double());
}

TEST_CASE("EASI: a sign of 0.5 is refused, and admitted by the named alternative") {
    const easi::Answers half{.age = adult,
                             .head_neck = graded(1, {0.5, 0, 0, 0}),
                             .upper_limbs = graded(0, none),
                             .trunk = graded(0, none),
                             .lower_limbs = graded(0, none)};
    const Score s = score(half);
    CHECK(s.status == Status::invalid);
    CHECK(s.wrong == item_bit(0));
    const auto in_order = half.in_order();
    const Score other = score(easi_half_from_zero::instrument<>, in_order, adult);
    CHECK(other.status == Status::ok);
    CHECK(other.value() == 0.05_x);
}

TEST_CASE("EASI: area 0 needs no signs; a sign beside it is warned about and contributes 0") {
    const easi::Answers free_arms{.age = adult,
                                  .head_neck = graded(1, {1, 0, 0, 0}),
                                  .upper_limbs = {.area = 0},
                                  .trunk = {.area = 0},
                                  .lower_limbs = {.area = 0}};
    CHECK(score(free_arms).status == Status::ok);
    CHECK(score(free_arms).value() == 0.1_x);
    CHECK_FALSE(score(free_arms).has_warning());
    easi::Answers odd = free_arms;
    odd.trunk.erythema = 2;
    const Score s = score(odd);
    CHECK(s.status == Status::ok);
    CHECK(s.value() == 0.1_x);
    CHECK(s.signs_without_area == domain_bit(2));
    CHECK(s.has_warning());
}

TEST_CASE("EASI: area above 0 with all signs 0 is warned about") {
    const Score s = score(easi::Answers{.age = adult,
                                        .head_neck = graded(2, none),
                                        .upper_limbs = {.area = 0},
                                        .trunk = {.area = 0},
                                        .lower_limbs = {.area = 0}});
    CHECK(s.status == Status::ok);
    CHECK(s.value() == Exact(0));
    CHECK(s.area_without_signs == domain_bit(0));
    CHECK(s.has_warning());
}

TEST_CASE("EASI: without an age there is no score; a nonsense age is invalid") {
    easi::Answers e = easi::example;
    e.age = {};
    CHECK(score(e).status == Status::missing);
    CHECK(score(e).age == Status::missing);
    for (double years : {-1.0, 131.0}) {
        e.age = Age::years(years);
        CHECK(score(e).status == Status::invalid);
        CHECK(score(e).age == Status::invalid);
    }
    e.age = {};
    e.trunk.area = 7;
    CHECK(score(e).status == Status::invalid);
}

TEST_CASE("EASI: one region exhaustively, among three kinds of neighbours, in both age forms",
          "[exhaustive]") {
    // Signs 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5 and blank; area 0 to 6, 7, refused and blank; in every
    // region, beside free, involved and blank-but-free regions.
    const std::array<int, 9> signs = {0, 1, 2, 3, 4, 5, 6, 7, blank};
    const std::array<int, 10> areas = {0, 1, 2, 3, 4, 5, 6, 7, straight_line::bad, blank};
    const straight_line::Region neighbours[] = {
        {{0, 0, 0, 0}, 0}, {{3, 2, 6, 5}, 4}, {{blank, blank, 0, blank}, 0}};
    long wrong = 0;
    long seen = 0;
    for (const auto& neighbour : neighbours) {
        for (std::size_t place = 0; place < 4; ++place) {
            std::array<straight_line::Region, 4> regions;
            regions.fill(neighbour);
            std::array<Answer, 20> given = answers(regions);
            std::size_t digits[4] = {};
            do {
                straight_line::Region& region = regions[place];
                for (std::size_t i = 0; i < 4; ++i) {
                    region.signs_in_halves[i] = signs[digits[i]];
                    given[place * 5 + i] = against::part(signs[digits[i]], 2);
                }
                for (int area : areas) {
                    region.area = area;
                    given[place * 5 + 4] = against::answer(area);
                    // Both ages, and the alternative scale of signs with one of them.
                    const bool under_8 = (digits[0] + static_cast<std::size_t>(area + 3)) % 2 == 0;
                    const Age age = under_8 ? Age::years(7.99) : Age::years(8);
                    wrong += !against::agrees(score(easi::instrument, given, Age::years(8)),
                                              straight_line::easi(regions, false, false));
                    wrong += !against::agrees(score(easi::instrument, given, Age::years(7.99)),
                                              straight_line::easi(regions, true, false));
                    wrong += !against::agrees(score(easi_half_from_zero::instrument<>, given, age),
                                              straight_line::easi(regions, under_8, true));
                    seen += 3;
                }
            } while (against::next(digits, signs.size()));
        }
    }
    CHECK(wrong == 0);
    CHECK(seen == 3L * 4 * 9 * 9 * 9 * 9 * 10 * 3);
}

TEST_CASE("EASI: 200000 random assessments of all four regions") {
    against::Random random(20150101);
    long wrong = 0;
    for (int n = 0; n < 200'000; ++n) {
        std::array<straight_line::Region, 4> regions;
        for (auto& r : regions) {
            for (int& sign : r.signs_in_halves) sign = static_cast<int>(random(6)) + 1;
            for (int& sign : r.signs_in_halves) sign = sign == 1 ? 0 : sign;
            if (random(12) == 0) r.signs_in_halves[random(4)] = blank;
            r.area = static_cast<int>(random(7));
            if (random(30) == 0) r.area = random(2) == 0 ? blank : 7;
        }
        const bool under_8 = random(2) == 0;
        const auto given = answers(regions);
        wrong += !against::agrees(score(easi::instrument, given, Age::years(under_8 ? 5 : 50)),
                                  straight_line::easi(regions, under_8, false));
    }
    CHECK(wrong == 0);
}

TEST_CASE("EASI: every pair whose change is exactly 6.6 points is an important difference") {
    const Threshold& schram = threshold("mcid_schram_2012");
    long wrong = 0;
    for (int now = 0; now + 132 <= 1440; ++now) {  // in twentieths of a point
        const auto at = [](int twentieths) { return Exact::ratio(twentieths, 20); };
        wrong += verdict(schram, between(at(now + 132), at(now))) != Verdict::improved;
        wrong += verdict(schram, between(at(now + 131), at(now))) != Verdict::unchanged;
        if (now + 133 <= 1440) {
            wrong += verdict(schram, between(at(now + 133), at(now))) != Verdict::improved;
        }
        wrong += verdict(schram, between(at(now), at(now + 132))) != Verdict::worsened;
        wrong += verdict(schram, between(at(now), at(now + 131))) != Verdict::unchanged;
    }
    CHECK(wrong == 0);
}

TEST_CASE("EASI: percent responders on the whole lattice are 100 now <= (100 - x) baseline") {
    const struct {
        Text id;
        int percent;
    } responders[] = {{"easi_50", 50}, {"easi_75", 75}, {"easi_90", 90}, {"easi_100", 100}};
    for (const auto& r : responders) {
        const Threshold& t = threshold(r.id);
        long wrong = 0;
        for (int baseline = 1; baseline <= 1440; baseline += 1) {
            const int edge = (100 - r.percent) * baseline / 100;
            for (int now : {0, edge - 1, edge, edge + 1, baseline, 1440}) {
                if (now < 0 || now > 1440) continue;
                const Response expected =
                    100 * now <= (100 - r.percent) * baseline ? Response::yes : Response::no;
                wrong += response(t, between(Exact::ratio(baseline, 20), Exact::ratio(now, 20))) !=
                         expected;
            }
        }
        CAPTURE(r.percent);
        CHECK(wrong == 0);
        CHECK(response(t, between(0, 0)) == Response::not_evaluable);
        CHECK(response(t, between(0, 5)) == Response::not_evaluable);
    }
    CHECK(response(threshold("easi_100"), between(20, 0.05_x)) == Response::no);
    CHECK(response(threshold("easi_100"), between(20, 0)) == Response::yes);
}

TEST_CASE("EASI: targets of 7, 5 and 3 whatever the baseline; non-response below 50 %") {
    const struct {
        Text id;
        int target;
    } targets[] = {{"target_7", 7}, {"target_5", 5}, {"target_3", 3}};
    for (const auto& t : targets) {
        CHECK(response(threshold(t.id), between(30, t.target)) == Response::yes);
        CHECK(response(threshold(t.id), between(0, Exact(t.target) - 0.05_x)) == Response::yes);
        CHECK(response(threshold(t.id), between(30, Exact(t.target) + 0.05_x)) == Response::no);
        CHECK(verdict(threshold(t.id), between(30, t.target)) == Verdict::not_evaluable);
    }
    const Threshold& kada = threshold("non_response_kada_2019");
    CHECK(response(kada, between(20, 10.05_x)) == Response::yes);
    CHECK(response(kada, between(20, 10)) == Response::no);
    CHECK(response(kada, between(20, 25)) == Response::yes);
    CHECK(response(kada, between(0, 5)) == Response::not_evaluable);
    CHECK(verdict(kada, between(20, 15)) == Verdict::not_evaluable);
    CHECK(response(threshold("entry_16"), between(16, 0)) == Response::not_evaluable);
    CHECK(verdict(threshold("entry_16"), between(16, 0)) == Verdict::not_evaluable);
}
