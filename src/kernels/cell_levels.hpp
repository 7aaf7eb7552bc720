// SPDX-License-Identifier: BSL-1.0
// Cells of neighbouring columns into codes, a vector of rows at a time.
#pragma once

#include <cstddef>
#include <cstdint>

namespace eczscore::kernels {

/// The texts of one scale, at most four characters long, and their codes. A text is its four bytes,
/// the last one highest, zeros before; its place is the top six bits of text x factor. A place
/// without a text holds a key that has another place.
struct CellLevels {
    std::uint32_t keys[64];
    std::uint32_t codes[64];
    std::uint32_t factor;
};

/// One column to read.
struct CellColumn {
    const CellLevels* levels;
    std::uint8_t* codes;    ///< 64 results; those of unknown cells mean nothing
    std::uint64_t unknown;  ///< result: bit i is set when cell i is no text of the scale
};

/// Rows that are read in one call.
inline constexpr std::size_t cell_rows = 64;

/// Reads 64 rows of `count` neighbouring columns.
/// data    the text; from the beginning of every cell four bytes are readable
/// ends    where the first cell ends, as in CsvBlock; `ends[-1]` is where the one before it does
/// stride  ends in a row
using ReadCellLevels = void (*)(const char* data, const std::uint32_t* ends, std::size_t stride,
                                CellColumn* columns, std::size_t count) noexcept;

/// The way of this processor; null when it has none that beats reading cell by cell.
ReadCellLevels read_cell_levels() noexcept;

// Called only after the processor was asked.
void read_cell_levels_avx512(const char* data, const std::uint32_t* ends, std::size_t stride,
                             CellColumn* columns, std::size_t count) noexcept;

}  // namespace eczscore::kernels
