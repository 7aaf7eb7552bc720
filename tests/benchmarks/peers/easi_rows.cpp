// SPDX-License-Identifier: BSL-1.0
// Writes the rows that the peers score, and our answer to them.
//
// easi_rows ROWS FILE: FILE gets 21 columns of bytes one after the other, twenty EASI items in
// half points (an area in points) and the age; they are the rows of eczscore_bench. Prints what
// every peer must find: the sum of the scores in twentieths, the rows of bands 0 to 5, and the
// rows that have no score.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <eczscore/instruments.hpp>
#include <eczscore/score/batch.hpp>

#include "../batch_data.hpp"

int main(int argc, char** argv) {
    const std::size_t rows = argc == 3 ? std::strtoul(argv[1], nullptr, 10) : 0;
    std::FILE* file = rows > 0 ? std::fopen(argv[2], "wb") : nullptr;
    if (file == nullptr) {
        std::fputs("usage: easi_rows ROWS FILE, with a FILE that can be written\n", stderr);
        return 2;
    }
    const eczscore::bench::EasiBytes in(rows, 0);
    std::vector<eczscore::Column> items;
    bool written = true;
    for (std::size_t i = 0; i < 21; ++i) {
        if (i < 20) items.push_back(in.columns[i].data());
        written &= std::fwrite(in.columns[i].data(), 1, rows, file) == rows;
    }
    written &= std::fclose(file) == 0;
    if (!written) {
        std::fprintf(stderr, "easi_rows: %s could not be written whole\n", argv[2]);
        return 1;
    }
    std::vector<std::uint16_t> units(rows);
    std::vector<std::uint8_t> band(rows), status(rows);
    eczscore::BatchOutput out;
    out.units16 = units.data();
    out.band = band.data();
    out.status = status.data();
    const eczscore::BatchInput columns{items, in.columns[20].data(), rows};
    if (eczscore::score_batch(eczscore::easi::instrument, columns, out) !=
        eczscore::BatchError::none) {
        return 1;
    }
    unsigned long sum = 0, bands[7] = {};
    for (std::size_t row = 0; row < rows; ++row) {
        if (band[row] < 6) sum += units[row];
        ++bands[band[row] < 6 ? band[row] : 6];
    }
    std::printf("%lu", sum);
    for (const unsigned long count : bands) std::printf(" %lu", count);
    std::printf("\n");
}
