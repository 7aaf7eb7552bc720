// SPDX-License-Identifier: BSL-1.0
// Reads tables of delimited text (CSV, semicolon, tab) of any size in a small, constant memory.
#pragma once

#include <eczscore/io/csv_header.hpp>
#include <eczscore/io/csv_reader.hpp>
#include <eczscore/io/csv_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eczscore::io {

/// Row by row, for tables that are small. visit(cells, line): cells is a span of unquoted
/// std::string_view, valid during the call; line the physical line of the row.
/// returns  the error that ended it, or nothing at the end of the file.
template <class Visit>
std::optional<CsvError> csv_for_each_row(CsvReader& reader, Visit&& visit) {
    std::vector<std::string_view> cells(reader.header().size());
    std::vector<std::string> scratch(cells.size());
    for (;;) {
        const auto block = reader.next_block();
        if (!block) return block.error();
        if (block->rows == 0) return std::nullopt;
        std::uint64_t line = block->first_line;
        for (std::uint32_t row = 0; row < block->rows; ++row) {
            for (std::uint32_t column = 0; column < block->columns; ++column)
                cells[column] = csv_unquote(block->cell(row, column), scratch[column]);
            visit(std::span<const std::string_view>(cells), line);
            ++line;
            if (block->quotes)
                for (const char c : block->row(row)) line += c == block->newline;
        }
    }
}

}  // namespace eczscore::io
