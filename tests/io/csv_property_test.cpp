// SPDX-License-Identifier: BSL-1.0
// Whatever table is written reads back the same, however the bytes arrive; every index agrees.
// Covers: io/csv.hpp, io/csv_index.hpp
#include <eczscore/io/csv.hpp>
#include <eczscore/io/csv_write.hpp>

#include "kernels/csv_index.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::io;
using kernels::CsvTarget;

namespace {

using Rows = std::vector<std::vector<std::string>>;
using Random = std::mt19937;

unsigned below(Random& random, unsigned n) { return static_cast<unsigned>(random() % n); }

std::string random_text(Random& random, unsigned longest, std::string_view alphabet) {
    std::string text(below(random, longest + 1), ' ');
    for (char& c : text) c = alphabet[below(random, static_cast<unsigned>(alphabet.size()))];
    return text;
}

/// A second writer, as plain as can be: quotes everything or only what needs it.
std::string write(const Rows& rows, char delimiter, std::string_view newline, bool all, bool last) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i != 0) out += delimiter;
            bool quote = all;
            std::string doubled;
            for (const char c : row[i]) {
                quote = quote || c == '"' || c == '\n' || c == '\r' || c == delimiter;
                doubled += c;
                if (c == '"') doubled += c;
            }
            out += quote ? '"' + doubled + '"' : doubled;
        }
        out += newline;
    }
    if (!last) out.resize(out.size() - newline.size());
    return out;
}

/// Gives at most `step` bytes at a time.
struct Drip {
    std::string_view rest;
    std::size_t step;
    CsvSource source() {
        return {[](void* context, char* to, std::size_t n) {
                    auto& drip = *static_cast<Drip*>(context);
                    CsvSource memory = csv_memory(drip.rest);
                    return memory.read(memory.context, to, std::min(n, drip.step));
                },
                this};
    }
};

Rows read_all(std::string_view text, const CsvOptions& options, std::size_t step) {
    Drip drip{text, step};
    auto reader = CsvReader::open(drip.source(), options);
    REQUIRE(reader);
    Rows rows{reader->header()};
    const auto error =
        csv_for_each_row(*reader, [&](std::span<const std::string_view> cells, std::uint64_t) {
            rows.emplace_back(cells.begin(), cells.end());
        });
    if (error) FAIL(csv_sentence(*error, text));
    return rows;
}

struct Found {
    CsvIndexed index;
    std::vector<std::uint32_t> ends;
    bool operator==(const Found&) const = default;
};

Found run(CsvIndex index, std::string_view text, char delimiter, char newline) {
    Found found;
    found.ends.resize(text.size() + 64);
    found.index = index(text.data(), text.size(), delimiter, newline, found.ends.data());
    found.ends.resize(found.index.separators);
    return found;
}

std::vector<CsvIndex> every_index() {
    std::vector<CsvIndex> indexes;
    for (const CsvTarget target :
         {CsvTarget::portable, CsvTarget::baseline, CsvTarget::avx2, CsvTarget::avx512})
        if (const CsvIndex index = kernels::csv_index(target)) indexes.push_back(index);
    return indexes;
}

}  // namespace

TEST_CASE("CSV: any table reads back the same with any block size, delimiter and line break") {
    Random random(1);
    const std::vector<CsvIndex> indexes = every_index();
    for (int round = 0; round < 600; ++round) {
        const char delimiter = ",;\t|"[below(random, 4)];
        const std::string_view newline =
            std::vector<std::string_view>{"\n", "\r\n", "\r"}[below(random, 3)];
        const std::string alphabet = std::string("ab1.\"\n\r ,;\t\xc3\xa9") + delimiter;
        Rows rows(1 + below(random, 12), std::vector<std::string>(2 + below(random, 8)));
        for (auto& row : rows)
            for (auto& cell : row)
                cell = random_text(random, below(random, 20) == 0 ? 200 : 6, alphabet);
        const std::string text =
            write(rows, delimiter, newline, below(random, 2), below(random, 4));
        for (const std::size_t block :
             {std::size_t{1}, std::size_t{1} + below(random, 100), std::size_t{1} << 16})
            for (const CsvIndex index : indexes) {
                const CsvOptions options{
                    .delimiter = delimiter, .block_bytes = block, .index = index};
                INFO(text);
                REQUIRE(read_all(text, options,
                                 below(random, 2) ? 1 + below(random, 9) : text.size() + 1) ==
                        rows);
            }
    }
}

TEST_CASE("CSV: our writer writes what our reader reads") {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        Rows rows(1 + below(random, 5), std::vector<std::string>(2 + below(random, 4)));
        std::string text;
        for (auto& row : rows)
            for (auto& cell : row) {
                cell = random_text(random, 6, "ab\"\n\r ,;");
                csv_append_cell(text, cell, ';');
                text += &cell == &row.back() ? '\n' : ';';
            }
        REQUIRE(read_all(text, {.delimiter = ';'}, 7) == rows);
    }
}

TEST_CASE("CSV: every index finds the same in any bytes") {
    Random random(3);
    const std::vector<CsvIndex> indexes = every_index();
    for (int round = 0; round < 20000; ++round) {
        const std::string_view alphabet =
            std::vector<std::string_view>{"a,\n",
                                          "a,\n\"",
                                          "abcdefghij,\n",
                                          "\",\n\r",
                                          std::string_view("ab,\n\"\r\0", 7),
                                          "\x80\xff,;\n\""}[below(random, 6)];
        const std::string text = random_text(random, 300, alphabet);
        const char newline = below(random, 4) ? '\n' : '\r';
        const Found portable = run(indexes[0], text, ',', newline);
        for (const CsvIndex index : indexes) REQUIRE(run(index, text, ',', newline) == portable);
    }
}

TEST_CASE("CSV: an index that reports no stray quote agrees with the byte by byte reading") {
    Random random(4);
    int compared = 0;
    for (int round = 0; round < 60000; ++round) {
        const std::string text = random_text(random, 80, "ab,,\n\"\"\r");
        const char newline = below(random, 4) ? '\n' : '\r';
        const Found fast = run(csv_index_portable, text, ',', newline);
        std::vector<std::uint32_t> ends(text.size() + 64);
        const CsvStrict strict =
            csv_index_strict(text.data(), text.size(), ',', newline, ends.data());
        ends.resize(strict.index.separators);
        const bool lone_line_feed = strict.bad_at != CsvStrict::none && text[strict.bad_at] == '\n';
        if (fast.index.stray || lone_line_feed) continue;
        ++compared;
        REQUIRE(strict.bad_at == CsvStrict::none);
        REQUIRE(Found{strict.index, ends} == fast);
    }
    CHECK(compared > 5000);
}

TEST_CASE("CSV: every quote in a piece, every piece boundary") {
    for (const CsvIndex index : every_index())
        for (std::size_t pad = 0; pad < 200; ++pad) {
            const std::string text = std::string(pad, 'x') + ",\"a,\n\"\"b\",c\n";
            const Found found = run(index, text, ',', '\n');
            const auto at = static_cast<std::uint32_t>(pad);
            CHECK(found.ends == std::vector<std::uint32_t>{at, at + 9, at + 11});
            CHECK(found.index == CsvIndexed{3, 1, 2, true, false, false, false});
        }
}

TEST_CASE("CSV: the index in use is the best that is built and runs here") {
    const std::vector<CsvIndex> indexes = every_index();
    CHECK(kernels::csv_index() == indexes.back());
}
