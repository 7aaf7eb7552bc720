// SPDX-License-Identifier: BSL-1.0
// Skindex-29 and Skindex-16: scales as means, the two overall scores, 75 % of the items.
// Covers: instruments/skindex_16.hpp, instruments/skindex_29.hpp
#include <array>
#include <cstddef>
#include <vector>

#include "eczscore/instruments/skindex_16.hpp"
#include "eczscore/instruments/skindex_29.hpp"

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"skindex_29",
                           "skindex_29_symptoms",
                           "skindex_29_emotions",
                           "skindex_29_functioning",
                           "skindex_29_mean_of_scales",
                           "skindex_16_symptoms",
                           "skindex_16_emotions",
                           "skindex_16_functioning"};

const std::array<std::size_t, 7> symptoms = {1, 7, 10, 16, 19, 24, 27};
const std::array<std::size_t, 10> emotions = {3, 6, 9, 12, 13, 15, 21, 23, 26, 28};
const std::array<std::size_t, 12> functioning = {2, 4, 5, 8, 11, 14, 17, 20, 22, 25, 29, 30};

/// The sheet of the specification, from 0-100 values by scale.
std::array<Answer, 30> sheet() {
    const std::array<int, 7> s = {75, 50, 50, 100, 25, 50, 75};
    const std::array<int, 10> e = {50, 25, 25, 50, 0, 25, 50, 25, 25, 25};
    const std::array<int, 12> f = {25, 0, 0, 25, 50, 25, 0, 0, 25, 0, 0, 25};
    std::array<Answer, 30> q{};
    for (std::size_t i = 0; i < s.size(); ++i) q[symptoms[i] - 1] = 1 + s[i] / 25;
    for (std::size_t i = 0; i < e.size(); ++i) q[emotions[i] - 1] = 1 + e[i] / 25;
    for (std::size_t i = 0; i < f.size(); ++i) q[functioning[i] - 1] = 1 + f[i] / 25;
    return q;
}
template <class Answers>
Score of(const std::array<Answer, 30>& q) {
    Answers answers;
    answers.q = q;
    return score(answers);
}
const plain::Item fives{1, {0, 25, 50, 75, 100}};
plain::Scale mean_of(std::size_t items, int allowed) {
    return {std::vector<plain::Item>(items, fives), allowed, 1, static_cast<std::int64_t>(items)};
}
plain::Scale sixes(std::size_t items) {
    return {std::vector<plain::Item>(items, plain::codes(0, 6)), 1, 100,
            static_cast<std::int64_t>(6 * items)};
}
}  // namespace

TEST_CASE("Skindex: the facts") {
    using namespace facts;
    const auto severe_from = [](Exact cut) {
        return std::vector<Edition>{
            {"prinsen_2010", true, high, seen, {{"not_severe", cut, out}, {"severe", 100, in}}}};
    };
    check(skindex_29_symptoms::instrument, severe_from(52), {});
    check(skindex_29_emotions::instrument, severe_from(39), {});
    check(skindex_29_functioning::instrument, severe_from(37), {});
    std::vector<Edition> overall = severe_from(44);
    overall.push_back(
        {"prinsen_2011",
         false,
         low,
         memory,
         {{"below_mild", 25, out}, {"mild", 32, out}, {"moderate", 44, out}, {"severe", 100, in}}});
    overall.push_back(
        {"nijsten_2009",
         false,
         low,
         memory,
         {{"very_little", 6, out}, {"mild", 18, out}, {"moderate", 37, out}, {"severe", 100, in}}});
    check(skindex_29::instrument, overall, {});
    check(skindex_29_mean_of_scales::instrument, {}, {});
    for (const Instrument* scale :
         {&skindex_16_symptoms::instrument, &skindex_16_emotions::instrument,
          &skindex_16_functioning::instrument}) {
        check(*scale, {}, {{"change_10", Basis::mcid, 10, points, 0, low, memory, false}});
    }
}

TEST_CASE("Skindex-29: 60.71, 30.00, 14.58; overall 31.03 over 29 items, 35.10 over three scales") {
    const auto q = sheet();
    const Score s = of<skindex_29_symptoms::Answers>(q);
    const Score e = of<skindex_29_emotions::Answers>(q);
    const Score f = of<skindex_29_functioning::Answers>(q);
    CHECK(s.value() == Exact::ratio(425, 7));
    CHECK(e.value() == Exact(30));
    CHECK(f.value() == Exact::ratio(175, 12));
    const Score overall = of<skindex_29::Answers>(q);
    const Score mean = of<skindex_29_mean_of_scales::Answers>(q);
    CHECK(overall.value() == Exact::ratio(900, 29));
    CHECK((overall.value() * Exact(100)).rounded() == 3103);
    CHECK(mean.value() == (s.value() + e.value() + f.value()) / Exact(3));
    CHECK((mean.value() * Exact(100)).rounded() == 3510);
    CHECK(band(skindex_29_symptoms::instrument.bands[0], s)->id == Text("severe"));
    CHECK(band(skindex_29::instrument.bands[0], overall)->id == Text("not_severe"));
}

TEST_CASE("Skindex-29: every printed item but 18 is in exactly one scale") {
    std::array<int, 31> seen{};
    for (const std::size_t number : symptoms) ++seen[number];
    for (const std::size_t number : emotions) ++seen[number];
    for (const std::size_t number : functioning) ++seen[number];
    for (std::size_t number = 1; number <= 30; ++number) CHECK(seen[number] == (number != 18));
    const auto ids = [](const Instrument& scale, const auto& numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::string id = "q" + std::to_string(numbers[i]);
            CHECK(item_at(scale, i).id == id);
        }
    };
    ids(skindex_29_symptoms::instrument, symptoms);
    ids(skindex_29_emotions::instrument, emotions);
    ids(skindex_29_functioning::instrument, functioning);
}

TEST_CASE("Skindex-29: item 18 is kept, checked and never scored") {
    auto q = sheet();
    q[17] = 5;
    CHECK(of<skindex_29::Answers>(q).value() == Exact::ratio(900, 29));
    CHECK(of<skindex_29::Answers>(q).status == Status::ok);
    q[17] = 6;
    CHECK(of<skindex_29::Answers>(q).status == Status::invalid);
}

TEST_CASE("Skindex: many states against plain integers") {
    CHECK(plain::mismatches(skindex_29_symptoms::instrument, mean_of(7, 1), 20'000) == 0);
    CHECK(plain::mismatches(skindex_29_emotions::instrument, mean_of(10, 2), 20'000) == 0);
    CHECK(plain::mismatches(skindex_29_functioning::instrument, mean_of(12, 3), 20'000) == 0);
    plain::Scale overall = mean_of(30, 7);
    overall.denominator = 29;
    overall.items[17].is_scored = false;
    CHECK(plain::mismatches(skindex_29::instrument, overall, 20'000) == 0);
    CHECK(plain::mismatches_in_all(skindex_16_symptoms::instrument, sixes(4)) == 0);
    CHECK(plain::mismatches(skindex_16_emotions::instrument, sixes(7), 20'000) == 0);
    CHECK(plain::mismatches(skindex_16_functioning::instrument, sixes(5), 20'000) == 0);
}

TEST_CASE("Skindex-29: 75 % of a scale must be answered: 6 of 7, 8 of 10, 9 of 12, 22 of 29") {
    const auto blanked = [](const Instrument& scale, int blanks) {
        std::vector<Answer> answers(scale.plan.items, Answer(3));
        for (int b = 0; b < blanks; ++b) answers[static_cast<std::size_t>(b)] = Answer();
        return score(scale, answers).status;
    };
    CHECK(blanked(skindex_29_symptoms::instrument, 1) == Status::imputed);
    CHECK(blanked(skindex_29_symptoms::instrument, 2) == Status::missing);
    CHECK(blanked(skindex_29_emotions::instrument, 2) == Status::imputed);
    CHECK(blanked(skindex_29_emotions::instrument, 3) == Status::missing);
    CHECK(blanked(skindex_29_functioning::instrument, 3) == Status::imputed);
    CHECK(blanked(skindex_29_functioning::instrument, 4) == Status::missing);
    CHECK(blanked(skindex_29::instrument, 7) == Status::imputed);
    CHECK(blanked(skindex_29::instrument, 8) == Status::missing);
    CHECK(blanked(skindex_29_mean_of_scales::instrument, 1) == Status::missing);
}

TEST_CASE("Skindex-16: symptoms 4,2,3,3 are 50; items 1-4, 5-11, 12-16") {
    std::array<Answer, 16> q{};
    q[0] = 4;
    q[1] = 2;
    q[2] = 3;
    q[3] = 3;
    for (std::size_t i = 4; i < 11; ++i) q[i] = 6;
    for (std::size_t i = 11; i < 16; ++i) q[i] = 1;
    CHECK(score(skindex_16_symptoms::Answers{.q = q}).value() == Exact(50));
    CHECK(score(skindex_16_emotions::Answers{.q = q}).value() == Exact(100));
    CHECK(score(skindex_16_functioning::Answers{.q = q}).value() == Exact::ratio(100, 6));
    CHECK(skindex_16_functioning::instrument.prefix() == Text("skindex_16"));
}
