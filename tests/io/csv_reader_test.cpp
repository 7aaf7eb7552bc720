// SPDX-License-Identifier: BSL-1.0
// The table reader: what it takes, what it refuses and where it says the trouble is.
// Covers: io/csv_header.hpp, io/csv_rows.hpp
#include <eczscore/io/csv.hpp>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore::io;

namespace {

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> lines;
    std::optional<CsvError> error;
};

Table read(std::string_view text, CsvOptions options = {}) {
    Table table;
    auto reader = CsvReader::open(csv_memory(text), options);
    if (!reader) {
        table.error = reader.error();
        return table;
    }
    table.header = reader->header();
    table.error =
        csv_for_each_row(*reader, [&](std::span<const std::string_view> cells, std::uint64_t line) {
            table.rows.emplace_back(cells.begin(), cells.end());
            table.lines.push_back(line);
        });
    return table;
}

using Rows = std::vector<std::vector<std::string>>;
using Names = std::vector<std::string>;

CsvError error_of(std::string_view text) {
    // Every error must be the same however the bytes arrive.
    const Table whole = read(text);
    REQUIRE(whole.error);
    for (std::size_t block = 1; block < 40; ++block) {
        const Table pieces = read(text, {.block_bytes = block});
        REQUIRE(pieces.error);
        REQUIRE(*pieces.error == *whole.error);
        REQUIRE(pieces.rows == whole.rows);
    }
    return *whole.error;
}

}  // namespace

TEST_CASE("CSV: LF, CRLF, lone CR and a missing last line break give the same table") {
    for (const char* text :
         {"a,b\n1,2\n3,\n", "a,b\n1,2\n3,", "a,b\r\n1,2\r\n3,\r\n", "a,b\r\n1,2\r\n3,",
          "a,b\r1,2\r3,\r", "a,b\r1,2\r3,", "a,b\r\n1,2\r\n3,\r", "a,b\n1,2\r\n3,\n"}) {
        const Table table = read(text);
        INFO(text);
        CHECK_FALSE(table.error);
        CHECK(table.header == Names{"a", "b"});
        CHECK(table.rows == Rows{{"1", "2"}, {"3", ""}});
        CHECK(table.lines == std::vector<std::uint64_t>{2, 3});
    }
}

TEST_CASE("CSV: quotes keep delimiters, line breaks and doubled quotes") {
    const Table table =
        read("a,b\n\"1,2\",\"x\"\"y\"\n\"line\r\nbreak\",\"\"\n\"\"\"\",\"\"\"a\"\"\"\nlast,1\n");
    CHECK_FALSE(table.error);
    CHECK(table.rows ==
          Rows{{"1,2", "x\"y"}, {"line\r\nbreak", ""}, {"\"", "\"a\""}, {"last", "1"}});
    CHECK(table.lines == std::vector<std::uint64_t>{2, 3, 5, 6});
}

TEST_CASE("CSV: a quote inside an unquoted cell is an ordinary character") {
    const Table table = read("a,b\n5\" wide,x\"y\"\n 1, \"2\"\n\"q,\",3\n");
    CHECK_FALSE(table.error);
    CHECK(table.rows == Rows{{"5\" wide", "x\"y\""}, {" 1", " \"2\""}, {"q,", "3"}});
}

TEST_CASE("CSV: the delimiter is read from the header, outside quotes") {
    CHECK(read("a;b\n1,5;2\n").rows == Rows{{"1,5", "2"}});
    CHECK(read("a\tb\n1,5\t2;\n").rows == Rows{{"1,5", "2;"}});
    CHECK(read("\"a,b,c\";d\n1;2\n").header == Names{"a,b,c", "d"});
    CHECK(read("a\n1\n").header == Names{"a"});
    CHECK(read("a|b\n1|2\n", {.delimiter = '|'}).rows == Rows{{"1", "2"}});
    CHECK(read("a,b\n1\n", {.delimiter = ';'}).header == Names{"a,b"});
    for (const char bad : {'"', '\n', '\r', '\xa7'})
        CHECK(read("a,b\n", {.delimiter = bad}).error->fault == CsvFault::bad_delimiter);
}

TEST_CASE("CSV: header cells are unquoted; the text as written and duplicates are there") {
    std::string_view text = "\xef\xbb\xbf\"a\",b,\"x\"\"y\",b,a,b\r\n";
    const auto reader = CsvReader::open(csv_memory(text));
    REQUIRE(reader);
    CHECK(reader->header() == Names{"a", "b", "x\"y", "b", "a", "b"});
    CHECK(reader->header_text() == "\"a\",b,\"x\"\"y\",b,a,b");
    CHECK(reader->duplicate_columns() == std::vector<std::size_t>{3, 4, 5});
    CHECK(reader->byte_order_mark());
    CHECK(reader->newline() == CsvNewline::crlf);
    CHECK(reader->delimiter() == ',');
}

TEST_CASE("CSV: blank lines may end the file, and nowhere else be") {
    CHECK(read("a,b\n1,2\n\n\r\n\n").rows == Rows{{"1", "2"}});
    CHECK_FALSE(read("a,b\n1,2\n\n\r\n\n").error);
    CHECK_FALSE(read("a,b\n\n").error);
    const CsvError error = error_of("a,b\n1,2\n\n\n3,4\n");
    CHECK(error.fault == CsvFault::blank_line);
    CHECK(error.line == 3);
    CHECK(csv_sentence(error, "t.csv") ==
          "t.csv:3:1: a blank line between rows: remove it (blank lines may only end "
          "the file)");
    CHECK(error_of("a,b\n\n \n").fault == CsvFault::blank_line);
}

TEST_CASE("CSV: in a table of one column a blank line is a missing value") {
    CHECK(read("a\n1\n\n2\n\n").rows == Rows{{"1"}, {""}, {"2"}, {""}});
}

TEST_CASE("CSV: a row of the wrong length is an error with its line and counts") {
    const CsvError few = error_of("a,b,c\n1,2,3\n\"x\ny\",2,3\n4,5\n6,7,8\n");
    CHECK(few == CsvError{.fault = CsvFault::ragged_row,
                          .line = 5,
                          .column = 4,
                          .offset = 25,
                          .expected = 3,
                          .found = 2});
    CHECK(csv_sentence(few, "t.csv") ==
          "t.csv:5:4: 2 cells in this row, but the header has 3 columns: add the "
          "missing delimiters");
    const CsvError many = error_of("a,b\n1,2\n3,4,5,6\n");
    CHECK(many.line == 3);
    CHECK(many.column == 5);
    CHECK(many.found == 4);
    // Ragged rows that add up to whole rows again are seen.
    CHECK(error_of("a,b\n1\n2,3,4\n").line == 2);
    CHECK(error_of("a,b,c\n1\n2,3\n").line == 2);
    CHECK(read("a,b\n1,2\n3\n4,5\n").rows == Rows{{"1", "2"}});
}

TEST_CASE("CSV: quotes that go wrong are errors where they begin") {
    const CsvError open = error_of("a,b\n1,2\n\"x\ny\",2\n3,\"zz\n4,5\n");
    CHECK(open.fault == CsvFault::unterminated_quote);
    CHECK(open.line == 5);
    CHECK(open.column == 3);
    CHECK(error_of("a,\"b\n1,2").fault == CsvFault::unterminated_quote);
    CHECK(error_of("\"").fault == CsvFault::unterminated_quote);
    const CsvError after = error_of("a,b\n1,2\n\"x\"y,2\n");
    CHECK(after.fault == CsvFault::text_after_quote);
    CHECK(after.line == 3);
    CHECK(after.column == 4);
    CHECK(error_of("a,b\n\"x\" ,2\n").fault == CsvFault::text_after_quote);
    CHECK(error_of("a,b\n1,\"x\"\r2\n").fault == CsvFault::text_after_quote);
    CHECK(error_of("\"a\"b,c\n1,2\n").fault == CsvFault::text_after_quote);
}

TEST_CASE("CSV: what is not UTF-8 text is refused with its position") {
    using namespace std::string_view_literals;
    CHECK(error_of("\xff\xfe"
                   "a\0,\0"sv)
              .fault == CsvFault::utf16);
    CHECK(error_of("\xfe\xff\0a\0,"sv).fault == CsvFault::utf16);
    CHECK(error_of("PK\x03\x04rest").fault == CsvFault::archive);
    CHECK(error_of("\x1f\x8b\x08rest").fault == CsvFault::archive);
    CHECK(error_of("a\0,\0b\0"sv).fault == CsvFault::not_text);
    const CsvError nul = error_of("a,b\n1,2\n3,x\0y\n"sv);
    CHECK(nul == CsvError{.fault = CsvFault::not_text, .line = 3, .column = 4, .offset = 11});
    CHECK(csv_sentence(nul, "t.csv") ==
          "t.csv:3:4: not a text file: a NUL byte at offset 11; "
          "save the table as CSV in UTF-8");
    CHECK(read("a,b\n1,2\n3,x\0y\n"sv).rows == Rows{{"1", "2"}});
    const CsvError control = error_of(
        "a,b\x07"
        "c\n1,2\n");
    CHECK(control.fault == CsvFault::not_text_header);
    CHECK(control.line == 1);
    CHECK(control.column == 4);
    CHECK(csv_sentence(control, "t.csv").find("control character") != std::string::npos);
    CHECK(read("a\tb\n1\t2\n").header == Names{"a", "b"});
}

TEST_CASE("CSV: an empty file, a blank header and a lone header") {
    CHECK(error_of("").fault == CsvFault::empty_file);
    CHECK(error_of("\xef\xbb\xbf").fault == CsvFault::empty_file);
    CHECK(error_of("\n1,2\n").fault == CsvFault::empty_header);
    CHECK(error_of("\r\n1,2\r\n").fault == CsvFault::empty_header);
    CHECK(read("a,b").header == Names{"a", "b"});
    CHECK_FALSE(read("a,b").error);
    CHECK(csv_sentence({.fault = CsvFault::empty_file}, "t.csv") ==
          "t.csv: the file is empty: the first line must name the columns");
}

TEST_CASE("CSV: a lone CR in a line feed file is data, an LF in a CR file an error") {
    CHECK(read("a,b\n1\r,2\n").rows == Rows{{"1\r", "2"}});
    const CsvError error = error_of("a,b\r1,2\r3,4\n5,6\r");
    CHECK(error.fault == CsvFault::mixed_newlines);
    CHECK(error.line == 3);
    CHECK(error.column == 4);
    CHECK(read("a,b\r\"1\n2\",3\r").rows == Rows{{"1\n2", "3"}});
}

TEST_CASE("CSV: a record longer than the limit is an error, up to it the block grows") {
    const std::string cell(5000, 'x');
    const std::string text = "a,b\n1,2\n\"" + cell + "\",2\n3,4\n";
    CHECK(read(text, {.block_bytes = 16}).rows == Rows{{"1", "2"}, {cell, "2"}, {"3", "4"}});
    const Table table = read(text, {.block_bytes = 16, .record_bytes = 1000});
    REQUIRE(table.error);
    CHECK(table.error->fault == CsvFault::record_too_long);
    CHECK(table.error->line == 3);
    CHECK(table.error->expected == 1000);
    CHECK(table.rows == Rows{{"1", "2"}});
    CHECK(read(std::string(5000, 'x'), {.block_bytes = 16, .record_bytes = 1000}).error->fault ==
          CsvFault::record_too_long);
}

TEST_CASE("CSV: a source that fails says why") {
    const CsvSource broken{
        [](void*, char*, std::size_t) -> std::ptrdiff_t { return errno = EISDIR, -1; }, nullptr};
    const auto reader = CsvReader::open(broken);
    REQUIRE_FALSE(reader);
    CHECK(reader.error().fault == CsvFault::read_failed);
    CHECK(csv_sentence(reader.error(), "dir") == "dir: cannot read: Is a directory");
}

TEST_CASE("CSV: an error stays") {
    std::string_view text = "a,b\n1\n";
    auto reader = CsvReader::open(csv_memory(text));
    REQUIRE(reader);
    const auto first = reader->next_block();
    REQUIRE_FALSE(first);
    CHECK(reader->next_block().error() == first.error());
}

TEST_CASE("CSV: blocks give raw cells, rows and numbers; storages keep blocks apart") {
    std::string text = "a,b\r\n";
    for (int i = 0; i < 100; ++i) text += "\"r\n" + std::to_string(i) + "\",x\r\n";
    std::string_view view = text;
    auto reader = CsvReader::open(csv_memory(view), {.block_bytes = 64});
    REQUIRE(reader);
    CsvStorage storages[2];
    CsvBlock before;
    std::uint32_t rows = 0;
    for (int turn = 0;; turn ^= 1) {
        const auto block = reader->next_block(storages[turn]);
        REQUIRE(block);
        CHECK(block->columns == 2);
        for (std::uint32_t r = 0; r < before.rows; ++r)
            CHECK(before.row(r) == "\"r\n" + std::to_string(before.first_row - 1 + r) + "\",x");
        if (block->rows == 0) break;
        CHECK(block->quotes);
        CHECK(block->first_row == rows + 1);
        CHECK(block->line(0) == 2 + 2 * rows);
        CHECK(block->line(block->rows - 1) == 2 + 2 * (rows + block->rows - 1));
        CHECK(block->cell(0, 0) == "\"r\n" + std::to_string(rows) + "\"");
        CHECK(block->cell(block->rows - 1, 1) == "x");
        CHECK(block->text().ends_with("x\r\n"));
        rows += block->rows;
        before = *block;
    }
    CHECK(rows == 100);
}

TEST_CASE("CSV: what crosses from block to block is the reader's, not in a storage of the caller") {
    std::string text = "id,note\n";
    Rows expected;
    for (int row = 0; row < 300; ++row) {
        const std::string note(static_cast<std::size_t>(row * 7 % 61), 'n');
        text += std::to_string(row) + ',' + note + '\n';
        expected.push_back({std::to_string(row), note});
    }
    const std::size_t sizes[] = {4, 5, 16, 61, 64, 1000, 100'000};
    for (const std::size_t block_bytes : sizes) {
        INFO(block_bytes);
        std::string_view rest = text;
        auto reader = CsvReader::open(csv_memory(rest), {.block_bytes = block_bytes});
        REQUIRE(reader);
        Rows rows;
        for (;;) {
            CsvStorage storage;
            const auto block = reader->next_block(storage);
            REQUIRE(block);
            if (block->rows == 0) break;
            for (std::uint32_t row = 0; row < block->rows; ++row)
                rows.push_back(
                    {std::string(block->cell(row, 0)), std::string(block->cell(row, 1))});
            std::memset(storage.bytes(), '#', storage.capacity() + 1);  // as if used by others
        }
        CHECK(rows == expected);
    }
}

TEST_CASE("CSV: reads a C stream and a descriptor") {
    std::FILE* file = std::tmpfile();
    REQUIRE(file);
    std::fputs("a,b\n1,2\n", file);
    std::rewind(file);
    auto reader = CsvReader::open(csv_stream(file));
    REQUIRE(reader);
    CHECK(reader->next_block()->cell(0, 1) == "2");
    std::rewind(file);
    auto again = CsvReader::open(csv_descriptor(fileno(file)));
    REQUIRE(again);
    CHECK(again->next_block()->cell(0, 0) == "1");
    CHECK(again->next_block()->rows == 0);
    CHECK(again->next_block()->rows == 0);
    std::fclose(file);
    const auto closed = CsvReader::open(csv_descriptor(-1));
    REQUIRE_FALSE(closed);
    CHECK(closed.error().fault == CsvFault::read_failed);
}
