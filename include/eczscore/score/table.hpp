// SPDX-License-Identifier: BSL-1.0
// Scores that are looked up in a licensed table, which the user supplies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/score/score.hpp"

namespace eczscore {

/// One row of a table: what a sum (or a state) stands for, and its standard error where the table
/// has one.
struct TableRow {
    std::int64_t sum = 0;
    Exact value = 0;
    Exact standard_error = 0;
};

/// A table for one instrument: rows with rising sums, owned by the caller. eczscore ships none.
struct ScoreTable {
    std::span<const TableRow> rows{};

    /// The row of a sum; null when the table has none. Nothing is interpolated.
    constexpr const TableRow* find(std::int64_t sum) const {
        std::size_t from = 0;
        std::size_t to = rows.size();
        while (from < to) {
            const std::size_t middle = from + (to - from) / 2;
            if (rows[middle].sum == sum) return &rows[middle];
            if (rows[middle].sum < sum)
                from = middle + 1;
            else
                to = middle;
        }
        return nullptr;
    }
};

/// The sum that a table is asked for. A sum prorated for unanswered questions goes up to the next
/// whole number first (HealthMeasures scoring page, confidence medium).
constexpr std::int64_t table_sum(const Score& score) {
    return Exact::ratio(score.units, score.denominator).ceil();
}

/// The score that a table gives for a sum; `score` is what `score()` returned. Still `needs_data`
/// when the table has no row for the sum, or no number in it. Any other status stays as it is.
constexpr Score look_up(const ScoreTable& table, Score score) {
    if (score.status != Status::needs_data) return score;
    const TableRow* row = table.find(table_sum(score));
    if (row == nullptr || !row->value.is_number()) return score;
    score.units = row->value.num();
    score.denominator = row->value.den();
    score.status = score.imputed > 0 ? Status::imputed : Status::ok;
    return score;
}

}  // namespace eczscore
