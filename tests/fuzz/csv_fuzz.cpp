// SPDX-License-Identifier: BSL-1.0
// Fuzzes the table reader: small blocks and slow sources against one big block, every index against
// the portable one.
#include <eczscore/io/csv.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#if defined(ECZSCORE_FUZZ_KERNELS)
#include "kernels/csv_index.hpp"
#endif

using namespace eczscore::io;

namespace {

struct Drip {
    std::string_view rest;
    std::size_t step;
};

std::ptrdiff_t drip(void* context, char* to, std::size_t n) {
    auto& source = *static_cast<Drip*>(context);
    const CsvSource memory = csv_memory(source.rest);
    return memory.read(memory.context, to, std::min(n, source.step));
}

/// All that a caller can see, as one text.
std::string outcome(std::string_view text, const CsvOptions& options, std::size_t step) {
    Drip source{text, step};
    auto reader = CsvReader::open({drip, &source}, options);
    if (!reader) return csv_sentence(reader.error(), "f");
    std::string seen(reader->header_text());
    for (const std::string& name : reader->header()) seen += "|" + name;
    for (const std::size_t column : reader->duplicate_columns())
        seen += "," + std::to_string(column);
    std::string scratch;
    for (std::uint64_t rows = 1;;) {
        const auto block = reader->next_block();
        if (!block) return seen + csv_sentence(block.error(), "f");
        if (block->rows == 0) return seen;
        if (block->first_row != rows || block->columns != reader->header().size()) std::abort();
        rows += block->rows;
        for (std::uint32_t row = 0; row < block->rows; ++row) {
            seen +=
                "\n" + std::to_string(block->line(row)) + ":" + std::string(block->row(row)) + "=";
            for (std::uint32_t column = 0; column < block->columns; ++column)
                (seen += csv_unquote(block->cell(row, column), scratch)) += '|';
        }
    }
}

void same(const std::string& a, const std::string& b) {
    if (a == b) return;
    std::fprintf(stderr, "one way:\n%s\nanother:\n%s\n", a.c_str(), b.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const unsigned choice = data[0];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    CsvOptions options;
    options.delimiter = "\0\0;|"[choice & 3];
    const std::string whole = outcome(text, options, text.size() + 1);

    options.block_bytes = 1 + (choice >> 2 & 15);
    same(whole, outcome(text, options, 1 + (choice >> 6)));
    options.block_bytes = 64;
    same(whole, outcome(text, options, 50));
#if defined(ECZSCORE_FUZZ_KERNELS)
    using eczscore::kernels::CsvTarget;
    for (const CsvTarget target : {CsvTarget::baseline, CsvTarget::avx2, CsvTarget::avx512})
        if (const CsvIndex index = eczscore::kernels::csv_index(target)) {
            options.index = index;
            same(whole, outcome(text, options, 50));
        }
#endif
    return 0;
}
