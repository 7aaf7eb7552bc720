// SPDX-License-Identifier: BSL-1.0
// Rows out to a file or a terminal, in one of five formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/table/format.hpp"
#include "eczscore/table/row_text.hpp"

namespace eczscore::table {

/// Cells that JSON could not hold as they are.
struct ReplacedCells {
    std::size_t cells = 0;
    std::uint64_t row = 0;  ///< the first one's, counted from 1
    std::string column;
};

/// Says how many such cells there were, and where the first is.
std::string replaced_sentence(const ReplacedCells& replaced);

/// Writes rows as they come, as `RowText` has them; for a terminal cells are made printable.
class RowWriter {
public:
    /// The rows that decide the widths of a table.
    static constexpr std::size_t rows_measured = RowLook{}.rows_measured;

    /// The columns are named at once. The writer must outlive this.
    RowWriter(io::CsvWriter& out, Format format, std::vector<std::string> columns);

    /// One cell for each column.
    void row(std::span<const Cell> cells);
    /// Writes what is kept back and closes a JSON array.
    void finish();
    /// Instead of `finish` where the input failed: an array stays open, so that a part is not taken
    /// for the whole.
    void stop();
    /// Cells so far that JSON could not hold as they are.
    const ReplacedCells& replaced() const { return replaced_; }

private:
    void hand_on();

    io::CsvWriter& out_;
    RowText text_;
    io::StringOut row_;
    std::uint64_t rows_ = 0;
    ReplacedCells replaced_;
};

}  // namespace eczscore::table
