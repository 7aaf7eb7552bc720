// SPDX-License-Identifier: BSL-1.0
// PBI: the worked example, what does not apply, what is blank, and no needs at all.
#include "eczscore/instruments/pbi.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/score/marks.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"pbi"};

struct Plain {
    Status status;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};
/// The rules once more, in plain integers.
Plain plain(const std::vector<int>& needs, const std::vector<int>& benefits) {
    int sum_of_needs = 0;
    int sum_of_products = 0;
    int blank_needs = 0;
    bool blank_benefit = false;
    for (const auto& each : {needs, benefits}) {
        for (int code : each) {
            if (code != blank && (code < 0 || code > 5)) return {Status::invalid};
        }
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (needs[i] == blank) ++blank_needs;
        if (needs[i] == blank || needs[i] == 5 || needs[i] == 0) continue;
        if (benefits[i] == blank) blank_benefit = true;
        sum_of_needs += needs[i];
        sum_of_products += needs[i] * (benefits[i] == 5 ? 0 : benefits[i]);
    }
    const auto asked = static_cast<double>(needs.size());
    if ((asked - blank_needs) / asked < 0.75 || blank_benefit) return {Status::missing};
    if (sum_of_needs == 0) return {Status::not_applicable};
    return {blank_needs > 0 ? Status::imputed : Status::ok, sum_of_products, sum_of_needs};
}
Score scored(const std::vector<int>& needs, const std::vector<int>& benefits) {
    pbi::Answers all;
    for (std::size_t i = 0; i < 25; ++i) {
        all.need[i] = against::answer(needs[i]);
        all.benefit[i] = against::answer(benefits[i]);
    }
    return score(all);
}
bool agrees(const Plain& expected, Status status, Exact value) {
    if (status != expected.status) return false;
    return !is_scored(status) || value == Exact::ratio(expected.numerator, expected.denominator);
}
/// Twenty-five of the same code.
std::vector<int> all(int code) { return std::vector<int>(25, code); }
}  // namespace

TEST_CASE("PBI: needs 4,3,0,2,5 with benefits 3,2,4,0,5 are 2.0") {
    CHECK(score(pbi::example()).value() == Exact(2));
    CHECK(score(pbi::example()).status == Status::ok);
    const std::array<Answer, 10> five = {4, 3, 0, 2, 5, 3, 2, 4, 0, 5};
    const Computed computed = pbi::instrument.formula->of_answers(five);
    CHECK(computed.status == Status::ok);
    CHECK(computed.value == Exact(2));
    CHECK(computed.lines[0].value == Exact(9));
    CHECK(computed.lines[1].value == Exact(18));
}

TEST_CASE("PBI: higher is better, 4 when every need was met in full, 0 when none was") {
    CHECK(pbi::instrument.direction == Direction::higher_is_better);
    CHECK(scored(all(3), all(4)).value() == Exact(4));
    CHECK(scored(all(3), all(0)).value() == Exact(0));
    CHECK(scored(all(3), all(5)).value() == Exact(0));
}

TEST_CASE("PBI: without any need there is no index, never a 0") {
    CHECK(scored(all(0), all(4)).status == Status::not_applicable);
    CHECK(scored(all(5), all(4)).status == Status::not_applicable);
    CHECK_FALSE(scored(all(0), all(blank)).why.empty());
}

TEST_CASE("PBI: at least 19 of 25 needs; a blank need is in neither sum") {
    std::vector<int> needs = all(2);
    for (std::size_t i = 0; i < 6; ++i) needs[i] = blank;
    const Score enough = scored(needs, all(3));
    CHECK(enough.status == Status::imputed);
    CHECK(enough.value() == Exact(3));
    CHECK(enough.missing == 0b111111);
    needs[6] = blank;
    CHECK(scored(needs, all(3)).status == Status::missing);
}

TEST_CASE(
    "PBI: a blank benefit of something needed leaves it unscored, of nothing needed does not") {
    std::vector<int> benefits = all(3);
    benefits[4] = blank;
    const Score open = scored(all(2), benefits);
    CHECK(open.status == Status::missing);
    CHECK(open.missing == item_bit(25 + 4));
    std::vector<int> needs = all(2);
    needs[4] = 0;
    CHECK(scored(needs, benefits).value() == Exact(3));
    needs[4] = 5;
    CHECK(scored(needs, benefits).status == Status::ok);
}

TEST_CASE("PBI: two ticks or a mark between boxes are a blank, not the higher answer") {
    const Answer ticked[] = {2, 4};
    CHECK(several_ticked(pbi::instrument, ticked).is_missing());
    CHECK(between_boxes(pbi::instrument, 2, 3).is_missing());
}

TEST_CASE("PBI: all corners of four needs and their benefits") {
    const std::array<int, 5> states = {0, 1, 4, 5, blank};
    std::size_t digits[8] = {};
    std::vector<int> needs(4);
    std::vector<int> benefits(4);
    std::array<Answer, 8> answers;
    long wrong = 0;
    do {
        for (std::size_t i = 0; i < 4; ++i) {
            needs[i] = states[digits[i]];
            benefits[i] = states[digits[4 + i]];
            answers[i] = against::answer(needs[i]);
            answers[4 + i] = against::answer(benefits[i]);
        }
        const Computed computed = pbi::instrument.formula->of_answers(answers);
        wrong += !agrees(plain(needs, benefits), computed.status, computed.value);
    } while (against::next(digits, states.size()));
    CHECK(wrong == 0);
}

TEST_CASE("PBI: twenty thousand questionnaires, with blanks and refusals") {
    against::Random random(25);
    long wrong = 0;
    long scores = 0;
    for (int n = 0; n < 20'000; ++n) {
        std::vector<int> needs(25);
        std::vector<int> benefits(25);
        for (int& each : needs) each = static_cast<int>(random(6));
        for (int& each : benefits) each = static_cast<int>(random(6));
        for (std::size_t blanks = random(9); blanks > 0; --blanks) needs[random(25)] = blank;
        if (random(6) == 0) benefits[random(25)] = blank;
        if (random(20) == 0) needs[random(25)] = random(2) == 0 ? 6 : bad;
        if (random(20) == 0) benefits[random(25)] = random(2) == 0 ? 6 : bad;
        const Score got = scored(needs, benefits);
        wrong += !agrees(plain(needs, benefits), got.status, got.is_scored() ? got.value() : 0);
        scores += got.is_scored();
    }
    CHECK(wrong == 0);
    CHECK(scores > 1000);
}

TEST_CASE("PBI: facts") {
    facts::check(pbi::instrument, {},
                 {{"relevant_benefit", Basis::target, 1, facts::points, 0, facts::medium,
                   facts::memory, false}});
    const Threshold& relevant = pbi::instrument.thresholds[0];
    CHECK(response(relevant, change(pbi::instrument, 1, 1)) == Response::yes);
    CHECK(response(relevant, change(pbi::instrument, 1, 0.999_x)) == Response::no);
    CHECK_FALSE(pbi::instrument.missing.evidence.is_verified());
}
