// SPDX-License-Identifier: BSL-1.0
// Every row of a table in turn, read and scored in chunks: how `change` and `check` read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "eczscore/io/csv.hpp"
#include "table/score_chunk.hpp"

namespace eczscore::table {

/// The physical lines of the rows of a block, one after the other.
class RowLines {
public:
    explicit RowLines(const io::CsvBlock& block) : block_(block), line_(block.first_line) {}

    /// The line of a row; call it for every row in turn.
    /// row  in the block
    std::uint64_t next(std::size_t row) {
        const std::uint64_t line = line_++;
        if (block_.quotes) {
            const std::string_view text = block_.row(static_cast<std::uint32_t>(row));
            line_ +=
                static_cast<std::uint64_t>(std::count(text.begin(), text.end(), block_.newline));
        }
        return line;
    }

private:
    const io::CsvBlock& block_;
    std::uint64_t line_;
};

/// Calls `visit(chunk, lines)` for every chunk of the table.
/// returns  the error that ended it, or nothing at the end of the file
template <class Visit>
std::optional<io::CsvError> for_each_chunk(io::CsvReader& reader, ScoreChunk& chunk, Visit visit) {
    for (;;) {
        const auto block = reader.next_block();
        if (!block) return block.error();
        if (block->rows == 0) return std::nullopt;
        RowLines lines(*block);
        for (std::size_t first = 0; first < block->rows; first += chunk_rows) {
            chunk.score(*block, first, std::min<std::size_t>(chunk_rows, block->rows - first));
            visit(chunk, lines);
        }
    }
}

}  // namespace eczscore::table
