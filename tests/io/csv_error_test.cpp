// SPDX-License-Identifier: BSL-1.0
// Every fault of a table has a sentence with its place, what is wrong and what to do.
#include "catch_compat.hpp"

#include <eczscore/io/csv_error.hpp>

#include <cerrno>
#include <set>
#include <string>

using namespace eczscore::io;

namespace {

constexpr CsvFault all_faults[] = {
    CsvFault::read_failed,      CsvFault::out_of_memory,   CsvFault::bad_delimiter,
    CsvFault::empty_file,       CsvFault::empty_header,    CsvFault::utf16,
    CsvFault::not_text,         CsvFault::not_text_header, CsvFault::archive,
    CsvFault::ragged_row,       CsvFault::blank_line,      CsvFault::unterminated_quote,
    CsvFault::text_after_quote, CsvFault::mixed_newlines,  CsvFault::record_too_long,
};

std::string reason(CsvFault fault) { return csv_reason({.fault = fault}); }

}  // namespace

TEST_CASE("Tables: every fault has a reason of its own") {
    std::set<std::string> reasons;
    for (const CsvFault fault : all_faults) {
        INFO(static_cast<int>(fault));
        CHECK(reason(fault).size() > 10);
        CHECK(reasons.insert(reason(fault)).second);
    }
    CHECK(reason(static_cast<CsvFault>(1 + static_cast<int>(CsvFault::record_too_long))).empty());
}

TEST_CASE("Tables: the reason says what is wrong and what to do") {
    CHECK(csv_reason({.fault = CsvFault::read_failed, .system_error = EIO}) ==
          "cannot read: Input/output error");
    CHECK(reason(CsvFault::out_of_memory) == "no memory for a record of this length");
    CHECK(reason(CsvFault::bad_delimiter) ==
          "the delimiter must be one ASCII character, not a quote or a line break");
    CHECK(reason(CsvFault::empty_file) ==
          "the file is empty: the first line must name the columns");
    CHECK(reason(CsvFault::empty_header) == "the first line is blank: it must name the columns");
    CHECK(reason(CsvFault::utf16) ==
          "not UTF-8 text but UTF-16 or UTF-32: save the table as CSV in UTF-8");
    CHECK(csv_reason({.fault = CsvFault::not_text, .offset = 17}) ==
          "not a text file: a NUL byte at offset 17; save the table as CSV in UTF-8");
    CHECK(reason(CsvFault::not_text_header) ==
          "not a text file: the first line, which names the columns, holds a control character; "
          "save the table as CSV in UTF-8");
    CHECK(reason(CsvFault::archive) ==
          "not a text file but an archive or a workbook: unpack it, or save the table as CSV");
    CHECK(reason(CsvFault::blank_line) ==
          "a blank line between rows: remove it (blank lines may only end the file)");
    CHECK(reason(CsvFault::unterminated_quote) ==
          "the quoted cell that begins here is never closed: close it, and write a quote within "
          "it twice");
    CHECK(reason(CsvFault::text_after_quote) ==
          "text after a closing quote: write a quote within a quoted cell twice");
    CHECK(reason(CsvFault::mixed_newlines) ==
          "a line feed, but the header line ends in a lone carriage return: use one kind of line "
          "break");
    CHECK(csv_reason({.fault = CsvFault::record_too_long, .expected = 4096}) ==
          "this row is longer than 4096 bytes: is a closing quote missing?");
}

TEST_CASE("Tables: a row of another length is counted in words that agree") {
    const auto ragged = [](std::size_t expected, std::size_t found) {
        return csv_reason({.fault = CsvFault::ragged_row, .expected = expected, .found = found});
    };
    CHECK(ragged(3, 2) ==
          "2 cells in this row, but the header has 3 columns: add the missing delimiters");
    CHECK(ragged(3, 1) ==
          "1 cell in this row, but the header has 3 columns: add the missing delimiters");
    CHECK(ragged(3, 4) ==
          "4 cells in this row, but the header has 3 columns: put cells that hold the delimiter in "
          "quotes, or remove the surplus");
    CHECK(ragged(1, 2) ==
          "2 cells in this row, but the header has 1 column: put cells that hold the delimiter in "
          "quotes, or remove the surplus");
}

TEST_CASE("Tables: the place says as much as is known") {
    CHECK(csv_place({}, "t.csv") == "t.csv");
    CHECK(csv_place({.line = 12}, "t.csv") == "t.csv:12");
    CHECK(csv_place({.line = 12, .column = 5}, "t.csv") == "t.csv:12:5");
    CHECK(csv_sentence({.fault = CsvFault::blank_line, .line = 3}, "t.csv") ==
          "t.csv:3: " + reason(CsvFault::blank_line));
}
