// SPDX-License-Identifier: BSL-1.0
// Two raters' grades as a square table of shares, with its margins.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

struct AgreementTable {
    std::vector<double> share;  ///< row by row; rows are the first rater's grades
    std::vector<double> row;    ///< margins
    std::vector<double> column;
    std::size_t categories = 0;
    double n = 0.0;
    std::int64_t agreed = 0;
    State state = State::invalid_argument;  ///< `invalid_argument`: not a table of counts

    double at(std::size_t i, std::size_t j) const { return share[i * categories + j]; }
};

/// counts  row by row, `categories` squared, none negative
inline AgreementTable agreement_table(std::span<const std::int64_t> counts,
                                      std::size_t categories) {
    AgreementTable table;
    table.categories = categories;
    if (categories < 2 || categories > counts.size()) return table;
    if (counts.size() != categories * categories) return table;
    std::int64_t n = 0;
    for (const std::int64_t count : counts) {
        if (count < 0 || count > (std::int64_t{1} << 53) - n) return table;
        n += count;
    }
    table.n = static_cast<double>(n);
    table.state = n == 0 ? State::too_few : State::ok;
    if (n == 0) return table;
    std::vector<std::int64_t> rows(categories, 0);
    std::vector<std::int64_t> columns(categories, 0);
    table.share.reserve(counts.size());
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const std::int64_t count = counts[i * categories + j];
            table.share.push_back(static_cast<double>(count) / table.n);
            rows[i] += count;
            columns[j] += count;
            if (i == j) table.agreed += count;
        }
    }
    for (const std::int64_t count : rows) table.row.push_back(static_cast<double>(count) / table.n);
    for (const std::int64_t count : columns) {
        table.column.push_back(static_cast<double>(count) / table.n);
    }
    return table;
}

/// Pairs of grades counted; `missing` pairs lack one.
struct GradeCounts {
    std::vector<std::int64_t> counts;
    std::size_t categories = 0;
    std::size_t missing = 0;
    bool is_valid = false;  ///< every grade is a whole number in [lowest, highest]
};

/// A table of more grades is no scale of raters, and would not fit into memory.
inline constexpr std::int64_t most_grades = 5000;

inline GradeCounts count_grades(std::span<const double> first, std::span<const double> second,
                                int lowest, int highest) {
    const Pairs pairs = decimal_pairs(first, second);
    GradeCounts result;
    result.missing = pairs.missing;
    const std::int64_t steps = std::int64_t{highest} - lowest;
    if (steps < 1 || steps >= most_grades) return result;
    result.categories = static_cast<std::size_t>(steps) + 1;
    result.counts.assign(result.categories * result.categories, 0);
    const auto is_grade = [&](double grade) {
        return grade >= lowest && grade <= highest && grade == std::floor(grade);
    };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!is_grade(pairs.first[i]) || !is_grade(pairs.second[i])) return result;
        const auto a = static_cast<std::size_t>(pairs.first[i] - lowest);
        const auto b = static_cast<std::size_t>(pairs.second[i] - lowest);
        ++result.counts[a * result.categories + b];
    }
    result.is_valid = true;
    return result;
}

}  // namespace eczscore::stats::detail
