// SPDX-License-Identifier: BSL-1.0
// The positions of the set bits of every byte, for kernels without a compress instruction.
#pragma once

#include <cstdint>

namespace eczscore::kernels {
namespace {

/// eight[m]: byte k is the position of the k-th set bit of m; bytes beyond the last are 0.
struct CsvPositions {
    std::uint64_t eight[256];
    std::uint8_t count[256];
};

constexpr CsvPositions csv_positions_of_every_byte() {
    CsvPositions table{};
    for (unsigned mask = 0; mask < 256; ++mask)
        for (unsigned bit = 0; bit < 8; ++bit)
            if ((mask >> bit) & 1U)
                table.eight[mask] |= std::uint64_t{bit} << (8 * table.count[mask]++);
    return table;
}

constexpr CsvPositions csv_positions = csv_positions_of_every_byte();

}  // namespace
}  // namespace eczscore::kernels
