// SPDX-License-Identifier: BSL-1.0
// Rows out in one of five formats: csv, tsv, json, ndjson, or a table for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/io/csv_write.hpp"

namespace eczscore::table {

/// How rows are written; `table` is aligned text for people.
enum class Format { csv, tsv, json, ndjson, table };

/// The format with this name; none when there is no such format.
std::optional<Format> format_named(std::string_view name);

/// One value. In JSON a number of ours is written as it is and an empty one is null; `as_found` is
/// a cell of an input table: a string, because `007`, `1e400` and `1.10` are no numbers to give
/// back. A table for people sets both kinds of number flush right.
struct Cell {
    /// What it is: our text, our number, or a cell of the input.
    enum class Kind { text, number, as_found };
    std::string_view text{};
    Kind kind = Kind::text;
};

/// Cells that JSON could not hold as they are.
struct ReplacedCells {
    std::size_t cells = 0;
    std::uint64_t row = 0;  ///< the first one's, counted from 1
    std::string column;
};

/// Says how many such cells there were, and where the first is.
std::string replaced_sentence(const ReplacedCells& replaced);

/// Writes rows as they come. The widths of a table are those of its first rows (up to
/// `rows_measured`), so that memory stays bounded; longer cells later push their line out. Cells
/// keep their bytes in CSV and TSV, a terminal aside, for which they are made printable, as in a
/// table; in JSON bytes that are not UTF-8 are replaced, and counted in `replaced`.
class RowWriter {
public:
    static constexpr std::size_t rows_measured = 2000;

    /// The columns are named at once. The writer must outlive this.
    RowWriter(io::CsvWriter& out, Format format, std::vector<std::string> columns);

    /// One cell for each column.
    void row(std::span<const Cell> cells);
    /// Writes what is kept back and closes a JSON array.
    void finish();
    /// Instead of `finish` where the input failed: an array stays open, so that nobody takes a part
    /// for the whole.
    void stop();
    /// Cells so far that JSON could not hold as they are.
    const ReplacedCells& replaced() const { return replaced_; }

private:
    struct Kept {
        std::string text;
        bool right;
    };

    void delimited(std::span<const Cell> cells, char delimiter);
    void object(std::span<const Cell> cells);
    void value(const Cell& cell, const std::string& column);
    void line(std::span<const Kept> cells);
    void keep(std::span<const Cell> cells);
    void flush_table();

    io::CsvWriter& out_;
    Format format_;
    std::vector<std::string> columns_;
    std::vector<std::string> keys_;  // the same in JSON
    std::vector<std::vector<Kept>> kept_;
    std::vector<std::size_t> widths_;
    std::vector<bool> right_;  // columns of numbers are set flush right
    std::size_t rows_ = 0;
    ReplacedCells replaced_;
    bool measured_ = false;
    bool to_terminal_ = false;
};

/// Whether the text is a number as JSON writes numbers (so `007` and `+1` are not).
bool is_json_number(std::string_view text);

}  // namespace eczscore::table
