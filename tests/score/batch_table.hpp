// SPDX-License-Identifier: BSL-1.0
// Random columns with the answers that their cells mean, for tests of whole columns.
#pragma once

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
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
    bool has_data = true;
    std::size_t offset = 0;  ///< elements before the first row, so that columns are not aligned

    void resize(Column::Type as, std::size_t rows, std::size_t skip) {
        type = as;
        offset = skip;
        codes.assign(type == Column::Type::codes ? rows + skip : 0, 0);
        floats.assign(type == Column::Type::float32 ? rows + skip : 0, 0);
        doubles.assign(type == Column::Type::float64 ? rows + skip : 0, 0);
    }
    Column column() const {
        if (!has_data) return {};
        if (type == Column::Type::codes) return codes.data() + offset;
        if (type == Column::Type::float32) return floats.data() + offset;
        return doubles.data() + offset;
    }
    Answer answer(const Scale& scale, std::size_t row) const {
        if (!has_data) return {};
        if (type == Column::Type::float64) return Answer(doubles[offset + row]);
        if (type == Column::Type::float32) return Answer::from_float(floats[offset + row]);
        const std::uint8_t code = codes[offset + row];
        if (code == 255) return {};
        if (code == 254) return Answer::not_relevant();
        const bool whole_points = scale.max_units() > 253;
        return Answer::from_millionths(code * 1'000'000 /
                                       (whole_points ? 1 : scale.units_per_point));
    }
    void set_points(std::size_t row, double points, std::int64_t units_per_point) {
        if (type == Column::Type::float64)
            doubles[offset + row] = points;
        else if (type == Column::Type::float32)
            floats[offset + row] = static_cast<float>(points);
        else
            codes[offset + row] = static_cast<std::uint8_t>(
                static_cast<std::int64_t>(points * double(units_per_point)));
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

/// `trouble` in 1000 cells are missing, not relevant or no answer.
inline void fill(TestColumn& column, const Scale& scale, std::size_t rows, std::uint64_t trouble,
                 Random& random) {
    const bool whole_points = scale.max_units() > 253;
    const std::int64_t units = whole_points ? 1 : scale.units_per_point;
    const double highest = scale.max.to_double();
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

    BatchInput input() {
        columns.clear();
        for (const TestColumn& item : items) columns.push_back(item.column());
        return {columns, age.column(), rows};
    }
    Age age_of(std::size_t row) const {
        static constexpr Scale years = whole_points(0, 130);
        return Age::years(age.answer(years, row));
    }
};

/// Variants: bytes, doubles, floats, and a mixture in which some columns have no data.
inline constexpr int table_variants = 4;
inline TestTable make_table(const Instrument& instrument, std::size_t rows, int variant,
                            Random& random) {
    TestTable table;
    table.rows = rows;
    constexpr std::uint64_t troubles[] = {0, 5, 50, 300};
    const std::uint64_t trouble = troubles[below(random, 4)];
    const auto type = [&]() -> Column::Type {
        if (variant == 0) return Column::Type::codes;
        if (variant == 1) return Column::Type::float64;
        if (variant == 2) return Column::Type::float32;
        return static_cast<Column::Type>(below(random, 3));
    };
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        TestColumn column;
        const Column::Type as = type();  // arguments are drawn in no fixed order
        column.resize(as, rows, below(random, 70));
        fill(column, item.scale, rows, trouble, random);
        column.has_data = variant != 3 || below(random, 10) > 0;
        table.items.push_back(std::move(column));
    });
    const Column::Type age_as = type();
    table.age.resize(age_as, rows, below(random, 70));
    fill(table.age, whole_points(0, 130), rows, trouble, random);
    table.age.has_data = variant != 3 || below(random, 4) > 0;
    for (std::size_t row = 0; row < rows; ++row) {  // many around the birthdays that matter
        if (below(random, 2) == 0) {
            const auto around = static_cast<double>(below(random, 12));
            const double less =
                table.age.type == Column::Type::codes ? 0 : 4e-7 * double(below(random, 3));
            table.age.set_points(row, around == 0 ? 0 : around - less, 1);
        }
    }
    return table;
}

}  // namespace eczscore::batch_testing
