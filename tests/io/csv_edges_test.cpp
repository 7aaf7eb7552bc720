// SPDX-License-Identifier: BSL-1.0
// The table reader at its edges: sources that fail in the middle, headers that two delimiters read
// differently, rows that span lines, blocks without rows.
// Covers: io/csv_block.hpp
#include "catch_compat.hpp"

#include <eczscore/io/csv.hpp>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

using namespace eczscore::io;

namespace {

/// Gives its text a few bytes at a time, then fails with the error; 0 is a failure without one.
struct Failing {
    std::string_view rest;
    std::size_t step = 1;
    int error = EIO;

    CsvSource source() {
        return {[](void* context, char* to, std::size_t n) -> std::ptrdiff_t {
                    auto& self = *static_cast<Failing*>(context);
                    if (self.rest.empty()) {
                        errno = self.error;
                        return -1;
                    }
                    n = std::min({n, self.step, self.rest.size()});
                    std::memcpy(to, self.rest.data(), n);
                    self.rest.remove_prefix(n);
                    return static_cast<std::ptrdiff_t>(n);
                },
                this};
    }
};

/// The error that ends a table, and how many rows come before it.
struct Ended {
    std::uint64_t rows = 0;
    CsvError error{};
};

Ended ended(CsvSource source, CsvOptions options = {}) {
    Ended result;
    auto reader = CsvReader::open(source, options);
    if (!reader) return {.error = reader.error()};
    for (;;) {
        const auto block = reader->next_block();
        if (!block) {
            result.error = block.error();
            const auto again = reader->next_block();
            REQUIRE(!again);
            CHECK(again.error() == result.error);
            return result;
        }
        REQUIRE(block->rows != 0);
        result.rows += block->rows;
    }
}
Ended ended(std::string_view text, CsvOptions options = {}) {
    return ended(csv_memory(text), options);
}

}  // namespace

TEST_CASE("CSV edges: a source that fails in the header, in a row and after it") {
    for (const std::string_view text : {"", "sub", "subject", "\xef\xbb\xbfsubject,age"}) {
        INFO(text);
        Failing source{text, 3};
        const Ended found = ended(source.source());
        CHECK(found.rows == 0);
        CHECK(found.error.fault == CsvFault::read_failed);
        CHECK(found.error.system_error == EIO);
    }
    for (const std::string_view text : {"a,b\n1,2\n", "a,b\n1,2\n3,", "a,b\n1,2\n3,\"x"}) {
        for (const std::size_t step : {1U, 4U, 100U}) {
            INFO(text << " by " << step);
            Failing source{text, step};
            const Ended found = ended(source.source(), {.block_bytes = 4});
            CHECK(found.rows == 1);
            CHECK(found.error.fault == CsvFault::read_failed);
            CHECK(found.error.system_error == EIO);
            CHECK(found.error.offset == text.size());
            CHECK(found.error.line == 0);
        }
    }
}

TEST_CASE("CSV edges: a failure without an errno is an input error") {
    Failing source{"a,b\n", 4, 0};
    CHECK(ended(source.source()).error.system_error == EIO);
}

TEST_CASE("CSV edges: a failure after blank lines is the failure, not the blank line") {
    Failing source{"a,b\n1,2\n\n\n", 100};
    const Ended found = ended(source.source());
    CHECK(found.rows == 1);
    CHECK(found.error.fault == CsvFault::read_failed);
    CHECK(ended("a,b\n1,2\n\n3,4\n").error.fault == CsvFault::blank_line);
    CHECK(ended("a,b\n1,2\n\n3\n").error.fault == CsvFault::blank_line);
}

TEST_CASE("CSV edges: a quote within an unquoted name is part of it") {
    std::string_view text = "a\"b,c\n1,2\n";
    const auto reader = CsvReader::open(csv_memory(text));
    REQUIRE(reader.has_value());
    CHECK(reader->header() == std::vector<std::string>{"a\"b", "c"});
}

TEST_CASE("CSV edges: a header that other delimiters close is read by its own to the end") {
    // With a semicolon the line would end after d; with the comma, which was found first, a cell
    // is open there.
    for (const std::size_t block : {4U, 11U, 64U}) {
        const Ended found = ended("a,b;\"c,\"d\n1,2\n", {.block_bytes = block});
        CHECK(found.error.fault == CsvFault::unterminated_quote);
        CHECK(found.error.line == 1);
        CHECK(found.error.column == 8);
    }
    const Ended long_one =
        ended("a,b;\"c,\"d\n1,2\n" + std::string(100, 'x'), {.block_bytes = 4, .record_bytes = 20});
    CHECK(long_one.error.fault == CsvFault::record_too_long);
}

TEST_CASE("CSV edges: a delimiter that cannot be one is refused") {
    for (const char delimiter : {'"', '\n', '\r', '\x80', '\xff'}) {
        CHECK(ended("a\n1\n", {.delimiter = delimiter}).error.fault == CsvFault::bad_delimiter);
    }
}

TEST_CASE("CSV edges: in a table of one column a second cell is an error") {
    const Ended found = ended("a\n1\n2,3\n4\n", {.delimiter = ','});
    CHECK(found.rows == 1);
    CHECK(found.error.fault == CsvFault::ragged_row);
    CHECK(found.error.line == 3);
    CHECK(found.error.expected == 1);
    CHECK(found.error.found == 2);
}

TEST_CASE("CSV edges: a short row that spans lines is placed where it begins") {
    const Ended found = ended("a,b\n1,2\n\"x\ny\"\n");
    CHECK(found.rows == 1);
    CHECK(found.error.fault == CsvFault::ragged_row);
    CHECK(found.error.line == 3);
    CHECK(found.error.column == 0);
}

TEST_CASE("CSV edges: text after a quote that spans lines is placed on its own line") {
    const Ended found = ended("a,b\n1,\"x\ny\"z\n");
    CHECK(found.error.fault == CsvFault::text_after_quote);
    CHECK(found.error.line == 3);
    CHECK(found.error.column == 3);
    CHECK(found.error.offset == 11);
}

TEST_CASE("CSV edges: the lines of a block, with quotes and without; a block without rows") {
    std::string_view text = "a,b\n1,2\n3,4\n5,\"6\n7\"\n8,9\n";
    auto reader = CsvReader::open(csv_memory(text), {.block_bytes = 12});
    REQUIRE(reader.has_value());
    const auto plain = reader->next_block();
    REQUIRE((plain && plain->rows == 2 && !plain->quotes));
    CHECK(plain->line(0) == 2);
    CHECK(plain->line(1) == 3);
    CHECK(plain->text() == "1,2\n3,4\n");
    std::uint64_t line = 4;
    for (;;) {
        const auto block = reader->next_block();
        REQUIRE(block.has_value());
        if (block->rows == 0) {
            CHECK(block->text().empty());
            break;
        }
        for (std::uint32_t row = 0; row < block->rows; ++row) {
            CHECK(block->line(row) == line);
            line += block->row(row).find('\n') == std::string_view::npos ? 1U : 2U;
        }
    }
    CHECK(line == 7);
}

TEST_CASE("CSV edges: a cell that only begins with a quote is itself") {
    std::string scratch;
    CHECK(csv_unquote("\"ab", scratch) == "\"ab");
    CHECK(csv_unquote("ab\"", scratch) == "ab\"");
    CHECK(csv_unquote("\"", scratch) == "\"");
    CHECK(csv_unquote("\"\"", scratch).empty());
    CHECK(csv_unquote("\"a\"\"b\"", scratch) == "a\"b");
}
