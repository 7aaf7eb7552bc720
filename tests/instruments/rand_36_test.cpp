// SPDX-License-Identifier: BSL-1.0
// RAND-36: the recoding of every item, eight scales, half of the items, higher is better.
#include "eczscore/instruments/rand_36.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"rand_36_physical_functioning",
                           "rand_36_role_physical",
                           "rand_36_role_emotional",
                           "rand_36_vitality",
                           "rand_36_mental_health",
                           "rand_36_social_functioning",
                           "rand_36_pain",
                           "rand_36_general_health"};

/// What RAND's first table gives for each code of an item.
plain::Item recoded(std::size_t number) {
    for (const int n : {1, 2, 20, 22, 34, 36}) {
        if (static_cast<std::size_t>(n) == number) return {1, {100, 75, 50, 25, 0}};
    }
    for (const int n : {21, 23, 26, 27, 30}) {
        if (static_cast<std::size_t>(n) == number) return {1, {100, 80, 60, 40, 20, 0}};
    }
    for (const int n : {24, 25, 28, 29, 31}) {
        if (static_cast<std::size_t>(n) == number) return {1, {0, 20, 40, 60, 80, 100}};
    }
    for (const int n : {32, 33, 35}) {
        if (static_cast<std::size_t>(n) == number) return {1, {0, 25, 50, 75, 100}};
    }
    if (number >= 3 && number <= 12) return {1, {0, 50, 100}};
    return {1, {0, 100}};
}

/// RAND's second table, and how many of a scale may be blank.
struct Row {
    const Instrument* scale;
    std::vector<std::size_t> numbers;
    int blanks_allowed;
};
const std::vector<Row>& rows() {
    static const std::vector<Row> all = {
        {&rand_36_physical_functioning::instrument, {3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 5},
        {&rand_36_role_physical::instrument, {13, 14, 15, 16}, 2},
        {&rand_36_role_emotional::instrument, {17, 18, 19}, 1},
        {&rand_36_vitality::instrument, {23, 27, 29, 31}, 2},
        {&rand_36_mental_health::instrument, {24, 25, 26, 28, 30}, 2},
        {&rand_36_social_functioning::instrument, {20, 32}, 1},
        {&rand_36_pain::instrument, {21, 22}, 1},
        {&rand_36_general_health::instrument, {1, 33, 34, 35, 36}, 2}};
    return all;
}
}  // namespace

TEST_CASE("RAND-36: no bands, no thresholds, higher is better, the same columns") {
    for (const Row& row : rows()) {
        facts::check(*row.scale, {}, {});
        CHECK(row.scale->direction == Direction::higher_is_better);
        CHECK(row.scale->prefix() == Text("rand_36"));
        CHECK(row.scale->min == Exact(0));
        CHECK(row.scale->max == Exact(100));
    }
}

TEST_CASE("RAND-36: the items of each scale, 35 of the 36, item 2 in none") {
    std::array<int, 37> seen{};
    for (const Row& row : rows()) {
        REQUIRE(row.scale->plan.items == row.numbers.size());
        for (std::size_t i = 0; i < row.numbers.size(); ++i) {
            const std::string id = "q" + std::to_string(row.numbers[i]);
            CHECK(item_at(*row.scale, i).id == id);
            ++seen[row.numbers[i]];
        }
    }
    for (std::size_t number = 1; number <= 36; ++number) CHECK(seen[number] == (number != 2));
}

TEST_CASE("RAND-36: recoding, means and blanks against plain integers") {
    for (const Row& row : rows()) {
        CAPTURE(row.scale->id.c_str());
        plain::Scale scale;
        for (const std::size_t number : row.numbers) scale.items.push_back(recoded(number));
        scale.blanks_allowed = row.blanks_allowed;
        scale.denominator = static_cast<std::int64_t>(row.numbers.size());
        if (row.numbers.size() < 6) {
            CHECK(plain::mismatches_in_all(*row.scale, scale) == 0);
        } else {
            CHECK(plain::mismatches(*row.scale, scale, 30'000) == 0);
        }
    }
}

TEST_CASE("RAND-36: vitality 4, 3, 3 and item 31 blank is 140 over 3, as in the instructions") {
    rand_36_vitality::Answers it;
    it.q[22] = 4;
    it.q[26] = 3;
    it.q[28] = 3;
    CHECK(score(it).value() == Exact::ratio(140, 3));
    CHECK(score(it).status == Status::imputed);
}

TEST_CASE("RAND-36: half of the items are enough, fewer are not") {
    for (const Row& row : rows()) {
        CAPTURE(row.scale->id.c_str());
        std::vector<Answer> answers(row.numbers.size(), Answer(1));
        for (int b = 0; b < row.blanks_allowed; ++b) answers[static_cast<std::size_t>(b)] = {};
        CHECK(score(*row.scale, answers).status == Status::imputed);
        answers[static_cast<std::size_t>(row.blanks_allowed)] = {};
        CHECK(score(*row.scale, answers).status == Status::missing);
    }
}

TEST_CASE("RAND-36: best and worst health are 100 and 0 on every scale") {
    std::array<Answer, 36> best{};
    std::array<Answer, 36> worst{};
    for (std::size_t number = 1; number <= 36; ++number) {
        const plain::Item item = recoded(number);
        for (std::size_t code = 0; code < item.worth.size(); ++code) {
            const int given = 1 + static_cast<int>(code);
            if (item.worth[code] == 100) best[number - 1] = given;
            if (item.worth[code] == 0) worst[number - 1] = given;
        }
    }
    CHECK(score(rand_36_pain::Answers{.q = best}).value() == Exact(100));
    CHECK(score(rand_36_pain::Answers{.q = worst}).value() == Exact(0));
    CHECK(score(rand_36_general_health::Answers{.q = best}).value() == Exact(100));
    CHECK(score(rand_36_mental_health::Answers{.q = best}).value() == Exact(100));
    CHECK(score(rand_36_social_functioning::Answers{.q = worst}).value() == Exact(0));
    CHECK(score(rand_36_physical_functioning::Answers{.q = best}).value() == Exact(100));
    CHECK(score(rand_36_role_physical::Answers{.q = worst}).value() == Exact(0));
    CHECK(score(rand_36_role_emotional::Answers{.q = best}).value() == Exact(100));
    CHECK(score(rand_36_vitality::Answers{.q = best}).value() == Exact(100));
}
