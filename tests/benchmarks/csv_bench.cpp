// SPDX-License-Identifier: BSL-1.0
// Speed of the table reader against counting line breaks in the same bytes, in the same run.
#include <eczscore/io/csv.hpp>

#include "kernels/csv_index.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <benchmark/benchmark.h>

using namespace eczscore;
using kernels::CsvTarget;

namespace {

constexpr int columns = 43;
constexpr int item_columns = 38;

/// A table like a trial's: 43 columns, some 130 bytes a row, a quoted comma in every third row.
std::string trial_table(std::size_t rows, bool quotes) {
    std::mt19937 random(1);
    std::string text = "subject,visit,day,sex,comment";
    for (int i = 0; i < item_columns; ++i) text += ",item_" + std::to_string(i);
    text += '\n';
    static const char* const levels[] = {"0", "1",  "1.5", "2",    "2.5", "3",
                                         "4", "NA", "",    "63.8", "7.5"};
    for (std::size_t row = 0; row < rows; ++row) {
        text += "61-" + std::to_string(1000 + row % 9000) + ",baseline," +
                std::to_string(row % 113) + ",F,";
        text += quotes && row % 3 == 0 ? "\"worse, itchy\"" : "stable";
        for (int i = 0; i < item_columns; ++i)
            (text += ',') += levels[random() % (i % 5 == 0 ? 11 : 8)];
        text += '\n';
    }
    return text;
}

const std::string& table(bool quotes) {
    static const std::string tables[] = {trial_table(500'000, false), trial_table(500'000, true)};
    return tables[quotes];
}

/// The table as an open file in the page cache.
int table_file() {
    static const int descriptor = [] {
        std::FILE* file = std::tmpfile();
        const std::string& text = table(true);
        std::fwrite(text.data(), 1, text.size(), file);
        std::fflush(file);
        return fileno(file);
    }();
    return descriptor;
}

void report(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

/// The index alone, in pieces of 256 KiB as the reader has them.
void csv_index(benchmark::State& state, CsvTarget target, bool quotes) {
    const io::CsvIndex index = kernels::csv_index(target);
    if (index == nullptr) {
        state.SkipWithError("not built, or not for this CPU");
        return;
    }
    const std::string& text = table(quotes);
    constexpr std::size_t piece = 256 << 10;
    std::vector<std::uint32_t> ends(piece + 64);
    for (auto _ : state) {
        std::uint64_t separators = 0;
        for (std::size_t at = 0; at < text.size(); at += piece)
            separators +=
                index(text.data() + at, std::min(piece, text.size() - at), ',', '\n', ends.data())
                    .separators;
        benchmark::DoNotOptimize(separators);
    }
    report(state, text.size());
}

/// Line breaks in n bytes, 16 at a time.
std::uint64_t line_breaks(const char* bytes, std::size_t n) {
    using Bytes [[gnu::vector_size(16)]] = signed char;
    std::uint64_t lines = 0;
    std::size_t at = 0;
    while (at + 16 <= n) {
        Bytes found{};
        for (int i = 0; i < 127 && at + 16 <= n; ++i, at += 16) {
            Bytes x;
            std::memcpy(&x, bytes + at, sizeof x);
            found -= (x == '\n');
        }
        for (int i = 0; i < 16; ++i) lines += static_cast<std::uint64_t>(found[i]);
    }
    for (; at < n; ++at) lines += bytes[at] == '\n';
    return lines;
}

/// The yardstick: read() and count line breaks, as `wc -l` does.
void count_lines(benchmark::State& state) {
    const int file = table_file();
    std::vector<char> buffer(256 << 10);
    for (auto _ : state) {
        std::uint64_t lines = 0;
        ::lseek(file, 0, SEEK_SET);
        for (ssize_t n; (n = ::read(file, buffer.data(), buffer.size())) > 0;) {
            lines += line_breaks(buffer.data(), static_cast<std::size_t>(n));
        }
        benchmark::DoNotOptimize(lines);
    }
    report(state, table(true).size());
}

/// All blocks of the file, and one look at the last cell of every row.
void read_blocks(benchmark::State& state, CsvTarget target) {
    const io::CsvIndex index = kernels::csv_index(target);
    if (index == nullptr) {
        state.SkipWithError("not built, or not for this CPU");
        return;
    }
    const int file = table_file();
    const auto block_bytes = static_cast<std::size_t>(state.range(0)) << 10;
    for (auto _ : state) {
        ::lseek(file, 0, SEEK_SET);
        auto reader = io::CsvReader::open(io::csv_descriptor(file),
                                          {.block_bytes = block_bytes, .index = index});
        std::size_t rows = 0;
        std::size_t last = 0;
        for (;;) {
            const auto block = reader->next_block();
            if (!block) state.SkipWithError("the table is in order");
            if (!block || block->rows == 0) break;
            rows += block->rows;
            for (std::uint32_t row = 0; row < block->rows; ++row)
                last += block->cell(row, columns - 1).size();
        }
        benchmark::DoNotOptimize(rows);
        benchmark::DoNotOptimize(last);
    }
    report(state, table(true).size());
}

}  // namespace

BENCHMARK_CAPTURE(csv_index, portable_quotes, CsvTarget::portable, true);
BENCHMARK_CAPTURE(csv_index, baseline_quotes, CsvTarget::baseline, true);
BENCHMARK_CAPTURE(csv_index, avx2_quotes, CsvTarget::avx2, true);
BENCHMARK_CAPTURE(csv_index, avx512_quotes, CsvTarget::avx512, true);
BENCHMARK_CAPTURE(csv_index, avx2_plain, CsvTarget::avx2, false);
BENCHMARK_CAPTURE(csv_index, avx512_plain, CsvTarget::avx512, false);
BENCHMARK(count_lines);
BENCHMARK_CAPTURE(read_blocks, portable, CsvTarget::portable)->Arg(256);
BENCHMARK_CAPTURE(read_blocks, baseline, CsvTarget::baseline)->Arg(256);
BENCHMARK_CAPTURE(read_blocks, avx2, CsvTarget::avx2)
    ->Arg(64)
    ->Arg(128)
    ->Arg(256)
    ->Arg(512)
    ->Arg(1024);
BENCHMARK_CAPTURE(read_blocks, avx512, CsvTarget::avx512)
    ->Arg(64)
    ->Arg(128)
    ->Arg(256)
    ->Arg(512)
    ->Arg(1024);
