// SPDX-License-Identifier: BSL-1.0
// Columns of every type: how they are read cell by cell, and that kernels read the same.
#include "eczscore/score/columns.hpp"

#include <limits>
#include <vector>

#include <eczscore/instruments/dlqi_r.hpp>
#include <eczscore/instruments/easi.hpp>
#include <eczscore/instruments/psqi.hpp>
#include <eczscore/instruments/pss_12.hpp>
#include <eczscore/instruments/scorad.hpp>
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_check.hpp"

using namespace eczscore;
using namespace eczscore::batch_testing;

namespace {

constexpr const Instrument* instruments[] = {
    &easi::instrument,    // halves with a level left out, products, forms by age
    &scorad::instrument,  // scales finer than a byte
    &dlqi_r::instrument,  // "not relevant", and a question of two parts
    &pss_12::instrument,  // answers that are recoded
    &psqi::instrument     // a formula, row by row
};

/// A table whose columns all have one type, one kind of bitmap and one offset.
TestTable make_uniform(const Instrument& instrument, Column::Type type, bool is_dictionary,
                       std::size_t first_bit, bool has_bitmap, std::size_t rows, AgeUnit unit,
                       Random& random) {
    TestTable table;
    table.rows = rows;
    table.age_unit = unit;
    const auto add = [&](const Scale& scale) {
        TestColumn column;
        column.resize(type, rows, first_bit % 3);
        if (is_dictionary) column.answers = make_answers(scale, 7, true, random);
        fill(column, scale, rows, 100, random);
        if (has_bitmap) {
            make_bitmap(column, rows + first_bit, random);
            column.first_bit = first_bit;
        }
        return column;
    };
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        table.items.push_back(add(item.scale));
    });
    table.age = add(whole_points(0, static_cast<int>(130 * in_a_year(unit))));
    return table;
}

Column int_column(const std::vector<std::int32_t>& values) { return values.data(); }

}  // namespace

TEST_CASE("columns of every type, bitmap offset and unit of age score as rows do", "[exhaustive]") {
    Random random(2026);
    for (const Instrument* each : instruments) {
        const auto doors = all_doors(nullptr);
        for (int type = 0; type < 7; ++type) {
            const auto as = static_cast<Column::Type>(type);
            for (int dictionary = 0; dictionary <= (type > 2 ? 1 : 0); ++dictionary) {
                for (std::size_t bit = 0; bit < 18; ++bit) {
                    const auto unit = static_cast<AgeUnit>(bit % 3);
                    const std::size_t rows = 60 + 5 * bit;  // some whole vectors, some not
                    TestTable table = make_uniform(*each, as, dictionary == 1, bit % 17, bit < 17,
                                                   rows, unit, random);
                    Results expected(*each, rows, nullptr, ~std::uint64_t{0});
                    expect(*each, table, expected);
                    for (const NamedDoor& door : doors) {
                        check_door(*each, door, table, expected, ~std::uint64_t{0});
                    }
                }
            }
        }
    }
}

TEST_CASE("every integer of 16 bits is the answer that it is, in columns of every width",
          "[exhaustive]") {
    constexpr int lowest = std::numeric_limits<std::int16_t>::min();
    constexpr std::size_t rows = 65'536;
    TestTable table;
    table.rows = rows;
    for_each_item(easi::instrument.forms[0], [&](std::size_t, std::size_t i, const Item&) {
        constexpr Column::Type types[] = {Column::Type::int16, Column::Type::int32,
                                          Column::Type::int64};
        TestColumn column;
        column.resize(types[i % 3], rows, 0);
        // One column counts through, the others hold answers.
        for (std::size_t row = 0; row < rows; ++row) {
            column.set_points(row, i == row % 20 ? lowest + static_cast<int>(row) : 2, 1);
        }
        table.items.push_back(std::move(column));
    });
    table.age.resize(Column::Type::int32, rows, 0);
    table.age_unit = AgeUnit::days;
    for (std::size_t row = 0; row < rows; ++row) {
        table.age.set_points(row, static_cast<double>(row) - 100, 1);
    }
    Results expected(easi::instrument, rows, nullptr, ~std::uint64_t{0});
    expect(easi::instrument, table, expected);
    for (const NamedDoor& door : all_doors(header_only<easi::instrument>)) {
        check_door(easi::instrument, door, table, expected, ~std::uint64_t{0});
    }
}

TEST_CASE("a column knows its type, its table and its bitmap") {
    const std::vector<std::int32_t> values = {2, 1, 0, 3};
    const Answer words[] = {Answer{}, Answer(1), Answer::not_relevant()};
    const std::uint8_t bitmap[] = {0b0101'1000};

    CHECK_FALSE(Column().has_data());
    const Column plain = int_column(values);
    CHECK(plain.type() == Column::Type::int32);
    CHECK(plain.has_data());
    CHECK_FALSE(plain.has_validity());
    CHECK_FALSE(plain.is_dictionary());
    CHECK(plain.is_valid(0));

    const Column column = Column::dictionary(values.data(), words).with_validity(bitmap, 3);
    CHECK(column.is_dictionary());
    CHECK(column.answers().size() == 3);
    const Scale scale = whole_points(0, 3);
    CHECK(detail::answer_at(scale, column, 0) == Answer::not_relevant());
    CHECK(detail::answer_at(scale, column, 1) == Answer(1));
    CHECK(detail::answer_at(scale, column, 2).is_missing());  // by the bitmap
    CHECK(detail::answer_at(scale, column, 3).kind() == Answer::Kind::unreadable);

    const Column without_words = Column::dictionary(values.data(), {});
    CHECK(detail::answer_at(scale, without_words, 2).kind() == Answer::Kind::unreadable);

    const Column rest = column.from(1);
    CHECK(detail::answer_at(scale, rest, 0) == Answer(1));
    CHECK(detail::answer_at(scale, rest, 1).is_missing());
    CHECK(rest.validity_offset() == 4);
    CHECK(rest.validity() == bitmap);
    CHECK_FALSE(Column().from(3).has_data());
    CHECK(column.with_validity(nullptr).is_valid(2));
}

TEST_CASE("pack makes the same codes of every type of column") {
    const Scale& scale = easi::sign;
    const int points[] = {0, 1, 2, 3, 4, -1, 127, 100, 3, 0, 0, 1, 2, 3, 1, 2, 3};
    std::vector<std::int64_t> wide(std::begin(points), std::end(points));
    std::vector<std::int8_t> narrow(std::begin(points), std::end(points));
    const std::uint8_t bitmap[] = {0xfe, 0xf7, 0xff};
    const std::size_t rows = wide.size();
    std::vector<std::uint8_t> of_wide(rows), of_narrow(rows);
    REQUIRE(pack(scale, Column(wide.data()).with_validity(bitmap, 1), rows, of_wide.data()) ==
            BatchError::none);
    REQUIRE(pack(scale, Column(narrow.data()).with_validity(bitmap, 1), rows, of_narrow.data()) ==
            BatchError::none);
    for (std::size_t row = 0; row < rows; ++row) {
        INFO("row " << row);
        CHECK(of_narrow[row] == of_wide[row]);
        const Answer code = detail::answer_of_code(scale, of_wide[row]);
        if (row == 10) {
            CHECK(code.is_missing());
        } else {
            CHECK(scale.allows(code) == scale.allows(Answer(points[row])));
            if (scale.allows(code)) CHECK(code == Answer(points[row]));
        }
    }
    const Answer words[] = {Answer(3), Answer::not_relevant(), Answer(9)};
    const std::int16_t indices[] = {0, 1, 2, 3};
    std::uint8_t codes[4];
    REQUIRE(pack(scale, Column::dictionary(indices, words), 4, codes) == BatchError::none);
    CHECK(codes[0] == 6);
    CHECK(codes[1] == code_not_relevant);
    CHECK_FALSE(scale.allows(detail::answer_of_code(scale, codes[2])));
    CHECK_FALSE(scale.allows(detail::answer_of_code(scale, codes[3])));
}

TEST_CASE("a bitmap is not read beyond the byte of the last row") {
    // Under the address sanitizer a read of the third byte would be found.
    for (std::size_t rows = 1; rows <= 16; ++rows) {
        const std::vector<std::uint8_t> bitmap((rows + 7) / 8, 0xff);
        const std::vector<std::int32_t> values(rows, 2);
        std::vector<Column> items(20, int_column(values).with_validity(bitmap.data()));
        std::vector<std::uint8_t> status(rows, 77);
        REQUIRE(score_batch<easi::instrument>({items, int_column(values), rows, AgeUnit::months},
                                              {.status = status.data()}) == BatchError::none);
        for (const std::uint8_t each : status) CHECK(each == std::uint8_t(Status::ok));
    }
}
