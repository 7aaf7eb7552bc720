// SPDX-License-Identifier: BSL-1.0
// A formula on a worksheet: what is recorded of one set of answers, and the same of columns.
#include "eczscore/model/worksheet.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include "score/batch_formula.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
Computed worked_out(Answer a, Answer b, Answer c, Answer d) {
    const Answer answers[] = {a, b, c, d};
    return formula_of<toy::Mixed>.of_answers({answers, 4});
}
}  // namespace

TEST_CASE("Worksheet: a score, its working, and a published rule that imputes") {
    const Computed plain = worked_out(1, 3, 1.5, 0);
    CHECK(plain.status == Status::ok);
    CHECK(plain.value == 3.75_x);
    CHECK(plain.why.empty());
    REQUIRE(plain.line_count == 2);
    CHECK(plain.lines[0].value == Exact(2));
    CHECK(plain.lines[1].value == Exact(6));
    const Computed imputed = worked_out(1, {}, 1.5, 0);
    CHECK(imputed.status == Status::imputed);
    CHECK(imputed.missing == item_bit(1));
    CHECK(imputed.value == 0.75_x);
    CHECK(imputed.line_count == 1);
}

TEST_CASE("Worksheet: what is said of answers after they were decided does not count") {
    const Computed missing = worked_out({}, 3, 99, 0);
    CHECK(missing.status == Status::missing);
    CHECK(missing.missing == item_bit(0));
    CHECK(missing.wrong == 0);
    CHECK(missing.why.empty());
    CHECK_FALSE(missing.value.is_number());
    CHECK(missing.line_count == 0);
    const Computed refused = worked_out(0, 0, 99, 0);
    CHECK(refused.status == Status::invalid);
    CHECK(refused.wrong == item_bit(2));
    CHECK(refused.why == "c is high");
    const Computed not_applicable = worked_out(0, {}, 0, 0);
    CHECK(not_applicable.status == Status::not_applicable);
    CHECK(not_applicable.missing == 0);
    CHECK(not_applicable.why == "nothing was found");
}

TEST_CASE("Worksheet: a contradiction has no score, but what else is missing is told") {
    const Computed both = worked_out(9, 251, 99, 0);
    CHECK(both.status == Status::invalid);
    CHECK(both.wrong == (item_bit(0) | item_bit(2)));
    const Computed alone = worked_out(9, 251, 1, 0);
    CHECK(alone.status == Status::invalid);
    CHECK(alone.why == "a and b are high");
    CHECK(worked_out(9, 250, 1, 0).status == Status::ok);
}

TEST_CASE("Worksheet: answers that were decided are not odd any more") {
    const Answer answers[] = {1};
    eczscore::detail::AnswerSheet sheet(answers);
    sheet.missing(true);
    sheet.odd(true, item_bit(0), "too late");
    sheet.wrong(true, 0);
    CHECK(sheet.result().odd == 0);
    CHECK(sheet.result().why.empty());
    CHECK(sheet.result().wrong == 0);
}

TEST_CASE("Worksheet: odd answers are named, and both where there are two") {
    CHECK(worked_out(1, 3, 1, 2).odd == item_bit(3));
    CHECK(worked_out(1, 3, 1, 2).why == "d is odd");
    CHECK(worked_out(1, 7, 1, 1).odd == item_bit(1));
    CHECK(worked_out(1, 7, 1, 1).why == "b is odd");
    CHECK(worked_out(1, 7, 0, 1).odd == 0);
    CHECK(worked_out(1, 7, 1, 3).odd == (item_bit(1) | item_bit(3)));
    CHECK(worked_out(1, 7, 1, 3).why == "b and d are odd");
}

TEST_CASE("Worksheet: columns say what each set of answers says", "[exhaustive]") {
    // Every combination of these; -1 is missing. Of b, c: counts.
    const int as[] = {-1, 0, 1, 9};
    const int bs[] = {-1, 0, 1, 7, 250, 251, 298, 299, 300};
    const int cs[] = {-1, 0, 1, 95'000'000, 95'000'001};
    const int ds[] = {-1, 0, 1, 2, 3};
    std::vector<std::array<Answer, 4>> rows;
    std::vector<std::uint8_t> codes[4];
    std::vector<std::uint32_t> counts[4];
    const auto put = [&](std::size_t item, int value, std::int64_t unit) {
        const bool counted = item == 1 || item == 2;
        codes[item].push_back(static_cast<std::uint8_t>(value < 0 ? 255
                                                        : counted ? (value > 0 ? 1 : 0)
                                                                  : value));
        counts[item].push_back(value < 0 ? 0u : static_cast<std::uint32_t>(value));
        rows.back()[item] = value < 0 ? Answer{} : Answer::from_millionths(value * unit);
    };
    for (const int a : as) {
        for (const int b : bs) {
            for (const int c : cs) {
                for (const int d : ds) {
                    rows.emplace_back();
                    put(0, a, millionths_per_point);
                    put(1, b, millionths_per_point);
                    put(2, c, 1);
                    put(3, d, millionths_per_point);
                }
            }
        }
    }
    const std::size_t padded = (rows.size() + 15) / 16 * 16;
    for (std::size_t i = 0; i < 4; ++i) codes[i].resize(padded), counts[i].resize(padded);
    const std::uint8_t* const code[] = {codes[0].data(), codes[1].data(), codes[2].data(),
                                        codes[3].data()};
    const std::uint32_t* const count[] = {nullptr, counts[1].data(), counts[2].data(), nullptr};
    std::vector<double> numerators(padded), denominators(padded);
    std::vector<std::uint8_t> status(padded), odd(padded);
    formula_of<toy::Mixed>.of_columns({.items = 4,
                                       .codes = code,
                                       .counts = count,
                                       .rows = padded,
                                       .numerators = numerators.data(),
                                       .denominators = denominators.data(),
                                       .status = status.data(),
                                       .odd = odd.data()});
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Computed expected = formula_of<toy::Mixed>.of_answers(rows[row]);
        INFO("row " << row);
        CHECK(status[row] == static_cast<std::uint8_t>(expected.status));
        CHECK((odd[row] != 0) == (expected.odd != 0));
        if (!is_scored(expected.status)) continue;
        CHECK(expected.value == Exact::ratio(static_cast<std::int64_t>(numerators[row]),
                                             static_cast<std::int64_t>(denominators[row])));
    }
}
