// SPDX-License-Identifier: BSL-1.0
// Random columns with the answers that their cells mean, for tests of whole columns.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <type_traits>
#include <utility>
#include <vector>

#include <eczscore/score/batch.hpp>

namespace eczscore::batch_testing {

inline std::size_t rows_to_test() {
    const char* text = std::getenv("ECZSCORE_TEST_ROWS");
    const long rows = text == nullptr ? 0 : std::atol(text);
    return rows > 0 ? static_cast<std::size_t>(rows) : 100'000;
}

/// A column with the answers that its cells mean, made by the documented rules alone.
struct TestColumn {
    Column::Type type = Column::Type::codes;
    std::vector<std::uint8_t> codes;
    std::vector<float> floats;
    std::vector<double> doubles;
    std::vector<std::int8_t> int8;
    std::vector<std::int16_t> int16;
    std::vector<std::int32_t> int32;
    std::vector<std::int64_t> int64;
    bool has_data = true;
    std::size_t offset = 0;            ///< elements before the first row: columns are not aligned
    std::vector<Answer> answers;       ///< of a dictionary; empty: none
    std::vector<std::uint8_t> bitmap;  ///< empty: none
    std::size_t first_bit = 0;

    /// Calls `visitor` with the vector of the type.
    template <class Self, class Visitor>
    static decltype(auto) visit(Self& self, Visitor visitor) {
        switch (self.type) {
            case Column::Type::codes: return visitor(self.codes);
            case Column::Type::float32: return visitor(self.floats);
            case Column::Type::float64: return visitor(self.doubles);
            case Column::Type::int8: return visitor(self.int8);
            case Column::Type::int16: return visitor(self.int16);
            case Column::Type::int32: return visitor(self.int32);
            case Column::Type::int64: break;
        }
        return visitor(self.int64);
    }

    void resize(Column::Type as, std::size_t rows, std::size_t skip) {
        type = as;
        offset = skip;
        visit(*this, [&](auto& values) { values.assign(rows + skip, 0); });
    }
    bool is_integer() const { return type > Column::Type::float64; }
    /// The whole numbers that the type holds.
    double lowest() const {
        constexpr double of_type[] = {
            0, -1e9, -1e9, -128, -32768, -2147483648.0, -9223372036854775808.0};
        return of_type[static_cast<int>(type)];
    }
    double highest() const {
        constexpr double of_type[] = {
            253, 1e9, 1e9, 127, 32767, 2147483647.0, 9223372036854774784.0};
        return of_type[static_cast<int>(type)];
    }
    bool is_recorded(std::size_t row) const {
        const std::size_t bit = first_bit + row;
        return bitmap.empty() || (bitmap[bit >> 3] & (1 << (bit & 7))) != 0;
    }
    Column column() const {
        if (!has_data) return {};
        return visit(*this, [&](const auto& values) -> Column {
            Column made(values.data() + offset);
            using T = typename std::remove_cvref_t<decltype(values)>::value_type;
            if constexpr (ColumnInteger<T>) {
                if (!answers.empty()) made = Column::dictionary(values.data() + offset, answers);
            }
            return bitmap.empty() ? made : made.with_validity(bitmap.data(), first_bit);
        });
    }
    Answer answer(const Scale& scale, std::size_t row) const {
        if (!has_data || !is_recorded(row)) return {};
        if (type == Column::Type::float64) return Answer(doubles[offset + row]);
        if (type == Column::Type::float32) return Answer::from_float(floats[offset + row]);
        if (is_integer()) {
            const std::int64_t value = visit(*this, [&](const auto& values) {
                return static_cast<std::int64_t>(values[offset + row]);
            });
            if (answers.empty()) return Answer(value);
            const bool is_there = value >= 0 && value < static_cast<std::int64_t>(answers.size());
            return is_there ? answers[static_cast<std::size_t>(value)] : Answer::unreadable();
        }
        const std::uint8_t code = codes[offset + row];
        if (code == 255) return {};
        if (code == 254) return Answer::not_relevant();
        const bool whole_points = scale.max_units() > 253;
        return Answer::from_millionths(code * 1'000'000 /
                                       (whole_points ? 1 : scale.units_per_point));
    }
    void set_points(std::size_t row, double points, std::int64_t units_per_point) {
        if (type == Column::Type::codes) points *= static_cast<double>(units_per_point);
        if (is_integer()) points = std::min(std::max(std::floor(points), lowest()), highest());
        visit(*this, [&](auto& values) {
            using T = typename std::remove_reference_t<decltype(values)>::value_type;
            if constexpr (std::is_floating_point_v<T>)
                values[offset + row] = static_cast<T>(points);
            else
                values[offset + row] = static_cast<T>(static_cast<std::int64_t>(points));
        });
    }
};

using Random = std::mt19937_64;

inline std::uint64_t below(Random& random, std::uint64_t n) { return random() % n; }

/// A number that is hard to get right: off the scale, beside a level, or hardly a number.
inline double odd_number(Random& random, double highest) {
    const double level =
        static_cast<double>(below(random, static_cast<std::uint64_t>(highest) + 2));
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (below(random, 20)) {
        case 0: return -1;
        case 1: return infinity;
        case 2: return -infinity;
        case 3: return level + 5e-10;  // still that decimal
        case 4: return level + 3e-7;   // rounded to it
        case 5: return level + 6e-7;   // rounded to its neighbour
        case 6: return level - 0.0000005;
        case 7: return -0.0;
        case 8: return highest + 1;
        case 9: return 4294967296.0 + level;
        case 10: return 255;
        case 11: return level + 0.3333333333;
        case 12: return std::nextafter(level, 1000.0);
        case 13: return level + 2e-9;  // just beyond the bound: rounded
        case 14: return level - 1.1e-9;
        case 15: return level + 0.9995e-9;  // just within it
        case 16: return level - 1.0005e-9;
        case 17: return level + 0.0001 * static_cast<double>(below(random, 10'000));
        case 18: return static_cast<double>(std::nextafter(static_cast<float>(level + 0.3), 0.0f));
        default: return level + 0.25;
    }
}

/// A whole number off the scale, or one that a narrower integer would take for an answer.
inline double odd_integer(Random& random, double highest, const TestColumn& column) {
    const double level =
        static_cast<double>(below(random, static_cast<std::uint64_t>(highest) + 2));
    switch (below(random, 12)) {
        case 0: return -1;
        case 1: return column.lowest();
        case 2: return column.highest();
        case 3: return highest + 1;
        case 4: return 254;
        case 5: return 255;
        case 6: return 256 + level;
        case 7: return 65536 + level;
        case 8: return 4294967296.0 + level;
        case 9: return -256 + level;
        case 10: return 999'999'999 + level;
        default: return level;
    }
}

/// `places` is the number of powers of ten that a measured number may be divided by.
inline double number_on_scale(Random& random, const Scale& scale, std::uint64_t places) {
    const double lowest = scale.min.to_double();
    const double highest = scale.max.to_double();
    if (!scale.levels.empty()) return scale.levels[below(random, scale.levels.size())].to_double();
    if (!scale.is_continuous()) {
        const auto units = static_cast<double>(scale.units_per_point);
        const auto steps = static_cast<std::uint64_t>((highest - lowest) * units) + 1;
        return lowest + static_cast<double>(below(random, steps)) / units;
    }
    const double powers[] = {1, 10, 100, 1e4, 1e6};
    const double place = powers[below(random, places)];
    const auto steps = static_cast<std::uint64_t>((highest - lowest) * place) + 1;
    return lowest + static_cast<double>(below(random, steps)) / place;
}

/// A table of answers, most of them on the scale.
inline std::vector<Answer> make_answers(const Scale& scale, std::size_t size, bool odd,
                                        Random& random) {
    std::vector<Answer> answers;
    for (std::size_t k = 0; k < size; ++k) {
        const Answer blanks[] = {Answer{}, Answer::not_relevant(), Answer::unreadable(),
                                 Answer::conflict(), Answer(odd_number(random, 10))};
        const bool is_odd = odd && below(random, 4) == 0;
        answers.push_back(is_odd ? blanks[below(random, 5)]
                                 : Answer(number_on_scale(random, scale, 3)));
    }
    return answers;
}
/// `trouble` in 1000 indices are outside the table.
inline void fill_indices(TestColumn& column, std::size_t rows, std::uint64_t trouble,
                         Random& random) {
    const auto size = static_cast<double>(column.answers.size());
    for (std::size_t row = 0; row < rows; ++row) {
        const double outside[] = {-1, size, size + 256, column.lowest(), column.highest()};
        const bool is_outside = below(random, 1000) < trouble;
        column.set_points(row,
                          is_outside ? outside[below(random, 5)]
                                     : static_cast<double>(below(random, column.answers.size())),
                          1);
    }
}
inline void make_bitmap(TestColumn& column, std::size_t rows, Random& random) {
    column.first_bit = below(random, 40);
    column.bitmap.resize((column.first_bit + rows + 7) / 8);
    const bool is_full = below(random, 3) == 0;  // but for a few
    for (std::uint8_t& byte : column.bitmap) {
        byte = static_cast<std::uint8_t>(is_full && below(random, 9) > 0 ? 255 : random());
    }
}

/// `trouble` in 1000 cells are missing, not relevant or no answer.
inline void fill(TestColumn& column, const Scale& scale, std::size_t rows, std::uint64_t trouble,
                 Random& random) {
    const bool whole_points = scale.max_units() > 253;
    const std::int64_t units = whole_points ? 1 : scale.units_per_point;
    const double highest = scale.max.to_double();
    if (!column.answers.empty()) {
        fill_indices(column, rows, trouble, random);
        return;
    }
    const std::uint64_t places = below(random, 2) == 0 ? 3 : 5;
    for (std::size_t row = 0; row < rows; ++row) {
        const bool bytes = column.type == Column::Type::codes;
        if (below(random, 1000) >= trouble) {
            double points = number_on_scale(random, scale, places);
            if (bytes && whole_points) points = std::floor(points);
            column.set_points(row, points, units);
        } else if (bytes) {
            const std::uint64_t kind = below(random, 10);
            const auto any = static_cast<std::uint8_t>(below(random, 256));
            column.codes[column.offset + row] = kind < 6 ? 255 : kind < 8 ? 254 : any;
        } else if (column.is_integer()) {
            column.set_points(row, odd_integer(random, highest, column), 1);
        } else if (below(random, 10) < 7) {
            column.set_points(row, std::numeric_limits<double>::quiet_NaN(), 1);
        } else {
            column.set_points(row, odd_number(random, highest), 1);
        }
    }
}

struct TestTable {
    std::vector<TestColumn> items;
    TestColumn age;
    std::size_t rows = 0;
    std::vector<Column> columns;

    AgeUnit age_unit = AgeUnit::years;

    BatchInput input() {
        columns.clear();
        for (const TestColumn& item : items) columns.push_back(item.column());
        return {columns, age.column(), rows, age_unit};
    }
    Age age_of(std::size_t row) const {
        const Answer recorded = age.answer(whole_points(0, 130), row);
        if (age_unit == AgeUnit::months) return Age::months(recorded);
        return age_unit == AgeUnit::days ? Age::days(recorded) : Age::years(recorded);
    }
};

/// Variants: bytes, doubles, floats, a mixture in which some columns have no data, integers, words,
/// and a mixture of everything with bitmaps.
inline constexpr int table_variants = 7;
inline Column::Type type_of_variant(int variant, Random& random) {
    if (variant < 3) {
        constexpr Column::Type types[] = {Column::Type::codes, Column::Type::float64,
                                          Column::Type::float32};
        return types[variant];
    }
    if (variant == 3) return static_cast<Column::Type>(below(random, 3));
    if (variant == 6) return static_cast<Column::Type>(below(random, 7));
    return static_cast<Column::Type>(3 + below(random, 4));
}
/// A column of a variant without values yet.
inline TestColumn make_column(const Scale& scale, std::size_t rows, int variant, Random& random) {
    TestColumn column;
    const Column::Type as = type_of_variant(variant, random);  // drawn in a fixed order
    column.resize(as, rows, below(random, 70));
    const bool may_be_words = variant == 5 || (variant == 6 && below(random, 2) == 0);
    if (column.is_integer() && may_be_words) {
        const std::size_t sizes[] = {1, 5, 11, 64, 65, 100};
        column.answers =
            make_answers(scale, sizes[below(random, 6)], below(random, 2) == 0, random);
    }
    if (variant == 6 && below(random, 4) > 0) make_bitmap(column, rows, random);
    return column;
}
inline double in_a_year(AgeUnit unit) {
    return unit == AgeUnit::months ? 12 : unit == AgeUnit::days ? 365.25 : 1;
}
inline TestColumn make_ages(std::size_t rows, int variant, AgeUnit unit, std::uint64_t trouble,
                            Random& random) {
    const double year = in_a_year(unit);
    const bool is_bytes = variant == 0;
    const Scale scale = whole_points(0, is_bytes ? 130 : static_cast<int>(130 * year));
    TestColumn age = make_column(scale, rows, variant, random);
    fill(age, scale, rows, trouble, random);
    if (!age.answers.empty()) return age;
    for (std::size_t row = 0; row < rows; ++row) {  // many around the birthdays that matter
        if (below(random, 2) == 0) {
            const auto around = static_cast<double>(below(random, 12)) * year;
            const bool is_whole = age.type == Column::Type::codes || age.is_integer();
            const double less = is_whole ? static_cast<double>(below(random, 2))
                                         : 4e-7 * static_cast<double>(below(random, 3));
            const double years = around == 0 ? 0 : around - less;
            if (age.type != Column::Type::codes || years <= 253) age.set_points(row, years, 1);
        }
    }
    return age;
}
inline TestTable make_table(const Instrument& instrument, std::size_t rows, int variant,
                            Random& random) {
    TestTable table;
    table.rows = rows;
    constexpr std::uint64_t troubles[] = {0, 5, 50, 300};
    const std::uint64_t trouble = troubles[below(random, 4)];
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        TestColumn column = make_column(item.scale, rows, variant, random);
        fill(column, item.scale, rows, trouble, random);
        column.has_data = (variant != 3 && variant != 6) || below(random, 10) > 0;
        table.items.push_back(std::move(column));
    });
    table.age_unit = static_cast<AgeUnit>(below(random, 3));
    table.age = make_ages(rows, variant, table.age_unit, trouble, random);
    table.age.has_data = (variant != 3 && variant != 6) || below(random, 4) > 0;
    return table;
}

}  // namespace eczscore::batch_testing
