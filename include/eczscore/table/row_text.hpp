// SPDX-License-Identifier: BSL-1.0
// Rows as text in one of five formats: csv, tsv, json, ndjson, or a table for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/text_out.hpp"
#include "eczscore/table/format.hpp"

namespace eczscore::table {

/// One value. In JSON a number of ours is written as it is and an empty one is null; `as_found` is
/// a cell of an input table: a string, because `007`, `1e400` and `1.10` are no numbers to give
/// back. A table for people sets both kinds of number flush right.
struct Cell {
    /// What it is: our text, our number, or a cell of the input.
    enum class Kind { text, number, as_found };
    std::string_view text{};
    Kind kind = Kind::text;
};

/// How rows look beyond their format.
struct RowLook {
    bool to_terminal = false;          ///< cells of csv and tsv are made printable
    bool numbers_right = true;         ///< in a table for people
    std::size_t rows_measured = 2000;  ///< that decide the widths of a table for people
};

/// Writes rows cell by cell. The widths of a table are those of its first rows, so that memory
/// stays bounded; longer cells later push their line out. Cells keep their bytes in CSV and TSV, a
/// terminal aside; in a table they are made printable, and in JSON bytes that are not UTF-8 are
/// replaced.
class RowText {
public:
    /// Rows of these columns; for JSON the names of columns are made unique.
    RowText(Format format, std::vector<std::string> columns, RowLook look = {});

    /// What comes before the first row: the names of the columns, or the bracket of an array.
    void begin(TextOut& out);
    /// Begins a row: a cell for each column, and `end_row`.
    void begin_row(TextOut& out);
    /// The next cell of the row. returns  whether JSON could not hold it as it is
    bool cell(TextOut& out, const Cell& cell);
    /// Ends a row that has a cell for each column.
    void end_row(TextOut& out);
    /// Writes what is kept back and closes a JSON array.
    void finish(TextOut& out);
    /// Instead of `finish` where the input failed: an array stays open, so that a part is not taken
    /// for the whole.
    void stop(TextOut& out);

    /// Another writer has written rows already, so that the first row here follows one.
    void follow_rows() { follows_rows_ = true; }
    /// The names of the columns as they were given.
    const std::vector<std::string>& columns() const { return columns_; }

private:
    struct Kept {
        std::string text;
        bool is_number;
    };

    void delimited(TextOut& out, std::string_view cell);
    bool member(TextOut& out, const Cell& cell);
    void keep(const Cell& cell);
    void line(TextOut& out, const std::vector<Kept>& cells) const;
    void write_kept(TextOut& out);

    Format format_;
    std::vector<std::string> columns_;
    RowLook look_;
    std::vector<std::string> keys_;  // the columns in JSON
    std::size_t column_ = 0;         // of the next cell
    bool follows_rows_ = false;
    std::vector<Kept> row_;  // of a table
    std::vector<std::vector<Kept>> kept_;
    std::vector<std::size_t> widths_;
    std::vector<bool> right_;  // columns of numbers are set flush right
    bool measured_ = false;
};

/// Whether the text is a number as JSON writes numbers (so `007` and `+1` are not).
bool is_json_number(std::string_view text);

}  // namespace eczscore::table
