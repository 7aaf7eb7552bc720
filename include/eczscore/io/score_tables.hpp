// SPDX-License-Identifier: BSL-1.0
// Licensed tables that the user supplies: a CSV file of instrument, sum, score.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/core/parse.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/model/find.hpp"
#include "eczscore/score/table.hpp"

namespace eczscore::io {

/// Tables by instrument. The file has a header and the columns
///
///     instrument,sum,score,standard_error
///
/// in any order; `standard_error` may be left out or blank. `sum` is a whole number (of a state:
/// its digits, 21232), `score` a decimal number with up to six places. Other columns are ignored.
class ScoreTables {
public:
    /// Adds the rows of a table file.
    /// name  the file, for sentences
    /// returns  nothing, or a sentence with file and line: a column that is not there, a cell that
    ///          is no number, a sum that is there twice.
    tl::expected<void, std::string> add(CsvReader& reader, const std::string& name) {
        Columns columns;
        if (auto trouble = find(reader.header(), columns); !trouble.empty()) {
            return tl::unexpected(name + ": " + trouble);
        }
        std::string trouble;
        const auto error = csv_for_each_row(
            reader, [&](std::span<const std::string_view> cells, std::uint64_t line) {
                if (!trouble.empty()) return;
                trouble = row(cells, columns);
                if (!trouble.empty()) trouble = csv_place({.line = line}, name) + ": " + trouble;
            });
        if (error) return tl::unexpected(csv_sentence(*error, name));
        if (!trouble.empty()) return tl::unexpected(trouble);
        for (auto& [name_of_table, table] : tables_) {
            std::sort(table.rows.begin(), table.rows.end(),
                      [](const TableRow& a, const TableRow& b) { return a.sum < b.sum; });
        }
        return {};
    }

    /// The table of an instrument; without rows when there is none. Valid until the next `add`.
    ScoreTable table(std::string_view instrument) const {
        const auto found = tables_.find(folded_name(instrument));
        if (found == tables_.end()) return {};
        return {std::span<const TableRow>(found->second.rows)};
    }

    /// The ids that have a table, each as it was first written.
    std::vector<std::string> instruments() const {
        std::vector<std::string> ids;
        for (const auto& [name, table] : tables_) ids.push_back(table.id);
        return ids;
    }

private:
    static constexpr std::size_t none = SIZE_MAX;
    struct Columns {
        std::size_t instrument = none;
        std::size_t sum = none;
        std::size_t score = none;
        std::size_t error = none;
    };

    static std::string find(std::span<const std::string> header, Columns& columns) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (header[i] == "instrument") columns.instrument = i;
            if (header[i] == "sum") columns.sum = i;
            if (header[i] == "score") columns.score = i;
            if (header[i] == "standard_error") columns.error = i;
        }
        const char* missing = columns.instrument == none ? "instrument"
                              : columns.sum == none      ? "sum"
                              : columns.score == none    ? "score"
                                                         : nullptr;
        if (missing == nullptr) return {};
        return std::string("no column '") + missing +
               "'; a table file has the columns instrument,sum,score,standard_error";
    }

    std::string row(std::span<const std::string_view> cells, const Columns& columns) {
        const std::string id(trimmed(cells[columns.instrument]));
        const Answer sum = parse_number(cells[columns.sum]);
        const Answer score = parse_number(cells[columns.score]);
        if (id.empty()) return "the column 'instrument' is blank";
        if (!sum.is_value() || !sum.exact().is_integer()) {
            return "sum is " + quoted_text(cells[columns.sum], '\'') + ": write a whole number";
        }
        if (score.kind() != Answer::Kind::value) {
            return "score is " + quoted_text(cells[columns.score], '\'') +
                   ": write a number with a decimal point and up to six places";
        }
        TableRow made{.sum = sum.exact().num(), .value = score.exact()};
        if (columns.error != none) {
            const Answer error = parse_number(cells[columns.error]);
            if (!error.is_missing() && !error.is_value()) {
                return "standard_error is " + quoted_text(cells[columns.error], '\'') +
                       ": write a number, or leave it blank";
            }
            if (error.is_value()) made.standard_error = error.exact();
        }
        Table& table = tables_[folded_name(id)];
        if (table.id.empty()) table.id = id;
        if (!table.sums.insert(made.sum).second) {
            return "the sum " + std::to_string(made.sum) + " of " + printable(id) +
                   " is there twice";
        }
        table.rows.push_back(made);
        return {};
    }

    /// An id as `Folding::names` compares it.
    static std::string folded_name(std::string_view id) {
        std::string name;
        for (const char c : id) {
            if (folded(c) != '\0') name += folded(c);
        }
        return name;
    }

    struct Table {
        std::string id;
        std::vector<TableRow> rows;
        std::unordered_set<std::int64_t> sums;
    };
    std::map<std::string, Table, std::less<>> tables_;
};

}  // namespace eczscore::io
