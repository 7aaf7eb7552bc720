// SPDX-License-Identifier: BSL-1.0
// ItchyQoL: raw sum and means with bands of their own, which are never mixed.
#include "eczscore/instruments/itchyqol.hpp"

#include <array>
#include <cstddef>
#include <span>

#include "eczscore/model/missing_variants.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;
using straight_line::Is;

namespace {
const facts::Covers covers{"itchyqol", "itchyqol_mean", "itchyqol_symptoms", "itchyqol_functioning",
                           "itchyqol_emotions"};

using Codes = std::array<int, 22>;
std::array<Answer, 22> given(const Codes& codes) {
    std::array<Answer, 22> all;
    for (std::size_t i = 0; i < 22; ++i) all[i] = against::answer(codes[i]);
    return all;
}
/// Codes with this raw sum.
Codes with_sum(int sum) {
    Codes codes;
    codes.fill(1);
    sum -= 22;
    for (int& code : codes) {
        const int more = sum > 4 ? 4 : sum;
        code += more;
        sum -= more;
    }
    return codes;
}
Score raw(const Codes& codes) { return score(itchyqol::instrument, given(codes)); }
Score mean(const Codes& codes) { return score(itchyqol_mean::instrument, given(codes)); }
Text raw_band(int sum) { return band(itchyqol::instrument.bands[0], raw(with_sum(sum)))->id; }
Text mean_band(int sum) {
    return band(itchyqol_mean::instrument.bands[0], mean(with_sum(sum)))->id;
}
}  // namespace

TEST_CASE("ItchyQoL: bands as published, raw and mean apart; no thresholds") {
    facts::check(
        itchyqol::instrument,
        {{"vakharia_2018_raw",
          true,
          facts::high,
          facts::seen,
          {{"mild", 59, facts::out}, {"moderate", 75, facts::out}, {"severe", 110, facts::in}}}},
        {});
    facts::check(
        itchyqol_mean::instrument,
        {{"vakharia_2018_mean",
          true,
          facts::high,
          facts::seen,
          {{"mild", 3, facts::out}, {"moderate", 4, facts::out}, {"severe", 5, facts::in}}}},
        {});
    facts::check(itchyqol_symptoms::instrument, {}, {});
    facts::check(itchyqol_functioning::instrument, {}, {});
    facts::check(itchyqol_emotions::instrument, {}, {});
}

TEST_CASE("ItchyQoL: six 3, seven 2, nine 4: raw 68, mean 3.09, sub-scales 3, 2 and 4") {
    const auto answers = itchyqol::example.in_order();
    const Score sum = score(itchyqol::instrument, answers);
    CHECK(sum.value() == Exact(68));
    CHECK(band(itchyqol::instrument.bands[0], sum)->id == Text("moderate"));
    const Score average = score(itchyqol_mean::instrument, answers);
    CHECK(average.value() == Exact::ratio(68, 22));
    CHECK((average.value() * Exact(100)).rounded() == 309);
    CHECK(band(itchyqol_mean::instrument.bands[0], average)->id == Text("moderate"));
    CHECK(score(itchyqol_symptoms::Answers{.items = {3, 3, 3, 3, 3, 3}}).value() == Exact(3));
    CHECK(score(itchyqol_functioning::Answers{.items = {2, 2, 2, 2, 2, 2, 2}}).value() == Exact(2));
    CHECK(score(itchyqol_emotions::Answers{.items = {4, 4, 4, 4, 4, 4, 4, 4, 4}}).value() ==
          Exact(4));
    CHECK(score(itchyqol_symptoms::Answers{.items = {1, 2, 2, 2, 2, 2}}).value() ==
          Exact::ratio(11, 6));
}

TEST_CASE("ItchyQoL: raw 60 is moderate on raw bands, its mean 2.73 is mild on mean bands") {
    CHECK(raw_band(60) == Text("moderate"));
    CHECK(mean_band(60) == Text("mild"));
    CHECK((mean(with_sum(60)).value() * Exact(100)).rounded() == 273);
}

TEST_CASE("ItchyQoL: raw 75 is severe on raw bands, its mean 3.41 is moderate on mean bands") {
    CHECK(raw_band(75) == Text("severe"));
    CHECK(mean_band(75) == Text("moderate"));
    CHECK((mean(with_sum(75)).value() * Exact(100)).rounded() == 341);
}

TEST_CASE("ItchyQoL: raw 59 to 65 is moderate and its mean mild; printed gaps are closed") {
    for (int sum = 59; sum <= 65; ++sum) {
        CHECK(raw_band(sum) == Text("moderate"));
        CHECK(mean_band(sum) == Text("mild"));
    }
    CHECK(mean_band(66) == Text("moderate"));  // exactly 3
    CHECK(mean_band(87) == Text("moderate"));  // 3.95, between the printed 3.9 and 4.0
    CHECK(mean_band(88) == Text("severe"));
}

TEST_CASE("ItchyQoL: the bands of the mean are never applied to a raw sum, nor the reverse") {
    CHECK(band(itchyqol_mean::instrument.bands[0], raw(with_sum(60))) == nullptr);
    CHECK(band(itchyqol::instrument.bands[0], mean(with_sum(60))) == nullptr);
    CHECK(itchyqol::instrument.bands[0].id != itchyqol_mean::instrument.bands[0].id);
    CHECK_FALSE(change(itchyqol::instrument, raw(with_sum(60)), mean(with_sum(60))).is_evaluable);
}

TEST_CASE("ItchyQoL: every item is needed; all five read the same columns") {
    for (std::size_t i = 0; i < 22; ++i) {
        Codes codes = with_sum(60);
        codes[i] = blank;
        CHECK(raw(codes).status == Status::missing);
        CHECK(mean(codes).status == Status::missing);
        CHECK(raw(codes).missing == item_bit(i));
        codes[i] = 6;
        CHECK(raw(codes).status == Status::invalid);
        codes[i] = 0;
        CHECK(mean(codes).status == Status::invalid);
    }
    for (const Instrument* each :
         {&itchyqol::instrument, &itchyqol_mean::instrument, &itchyqol_symptoms::instrument,
          &itchyqol_functioning::instrument, &itchyqol_emotions::instrument}) {
        CHECK(each->prefix() == Text("itchyqol"));
    }
}

TEST_CASE("ItchyQoL: half of a sub-scale's items, where a study asks for that by name") {
    static constexpr Instrument half =
        with_allowed_blanks<itchyqol_symptoms::instrument, 3>("itchyqol_symptoms_half");
    const std::array<Answer, 6> three = {4, 5, 5, {}, {}, {}};
    CHECK(score(half, three).value() == Exact::ratio(14, 3));
    const std::array<Answer, 6> two = {4, 5, {}, {}, {}, {}};
    CHECK(score(half, two).status == Status::missing);
}

TEST_CASE("ItchyQoL: every sum as raw and as mean; 100000 random questionnaires") {
    long wrong = 0;
    for (int sum = 22; sum <= 110; ++sum) {
        wrong += !against::agrees(raw(with_sum(sum)), {Is::ok, sum, 1});
        wrong += !against::agrees(mean(with_sum(sum)), {Is::ok, sum, 22});
    }
    against::Random random(22);
    for (int n = 0; n < 100'000; ++n) {
        Codes codes;
        int sums[3] = {0, 0, 0};
        for (std::size_t i = 0; i < 22; ++i) {
            codes[i] = static_cast<int>(random(5)) + 1;
            sums[i < 6 ? 0 : i < 13 ? 1 : 2] += codes[i];
        }
        const auto all = given(codes);
        const std::span<const Answer> span(all);
        wrong += !against::agrees(raw(codes), {Is::ok, sums[0] + sums[1] + sums[2], 1});
        wrong += !against::agrees(mean(codes), {Is::ok, sums[0] + sums[1] + sums[2], 22});
        wrong += !against::agrees(score(itchyqol_symptoms::instrument, span.subspan(0, 6)),
                                  {Is::ok, sums[0], 6});
        wrong += !against::agrees(score(itchyqol_functioning::instrument, span.subspan(6, 7)),
                                  {Is::ok, sums[1], 7});
        wrong += !against::agrees(score(itchyqol_emotions::instrument, span.subspan(13, 9)),
                                  {Is::ok, sums[2], 9});
    }
    CHECK(wrong == 0);
}
