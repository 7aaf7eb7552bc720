// SPDX-License-Identifier: BSL-1.0
// What can be wrong with a table in text form: as data, and as a sentence that says what to do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// What is wrong with a table; `csv_reason` has a sentence for each.
enum class CsvFault {
    read_failed,         ///< the system refused; `system_error` is its errno
    out_of_memory,       ///< no room for a record
    bad_delimiter,       ///< the delimiter asked for is a quote, a line break, NUL or not ASCII
    empty_file,          ///< no byte of text
    empty_header,        ///< the first line is blank: it must name the columns
    utf16,               ///< begins with a UTF-16 or UTF-32 byte order mark
    not_text,            ///< holds a NUL byte
    not_text_header,     ///< the header holds a control character
    archive,             ///< a zip (so .xlsx) or gzip file
    ragged_row,          ///< `found` cells where the header has `expected`
    blank_line,          ///< a line without any text, before a row that has some
    unterminated_quote,  ///< the quoted cell that opens here never closes
    text_after_quote,    ///< something other than a delimiter follows a closing quote
    mixed_newlines,      ///< the header ends in a lone CR, but here is an LF
    record_too_long,     ///< one record is longer than the limit
};

/// An error of the reader. `line` and `column` are where the trouble begins in the file, both from
/// 1; `line` counts physical lines, `column` bytes; 0 where it has no meaning.
struct CsvError {
    CsvFault fault{};
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t offset = 0;  ///< bytes before it
    std::size_t expected = 0;  ///< columns of the header, or the limit in bytes
    std::size_t found = 0;     ///< cells in the row
    int system_error = 0;
    bool operator==(const CsvError&) const = default;
};

/// Where it is: `trial.csv:12:5` (line, column), as far as it is known.
inline std::string csv_place(const CsvError& error, std::string_view file) {
    std::string place(file);
    if (error.line != 0) place += ":" + std::to_string(error.line);
    if (error.line != 0 && error.column != 0) place += ":" + std::to_string(error.column);
    return place;
}

/// What is wrong and what to do, without the place.
inline std::string csv_reason(const CsvError& error) {
    const auto cells = [](std::size_t n) {
        return std::to_string(n) + (n == 1 ? " cell" : " cells");
    };
    switch (error.fault) {
        case CsvFault::read_failed:
            return std::string("cannot read: ") + std::strerror(error.system_error);
        case CsvFault::out_of_memory: return "no memory for a record of this length";
        case CsvFault::bad_delimiter:
            return "the delimiter must be one ASCII character, not a quote or a line break";
        case CsvFault::empty_file: return "the file is empty: the first line must name the columns";
        case CsvFault::empty_header: return "the first line is blank: it must name the columns";
        case CsvFault::utf16:
            return "not UTF-8 text but UTF-16 or UTF-32: save the table as CSV in UTF-8";
        case CsvFault::not_text:
            return "not a text file: a NUL byte at offset " + std::to_string(error.offset) +
                   "; save the table as CSV in UTF-8";
        case CsvFault::not_text_header:
            return "not a text file: the first line, which names the columns, holds a control "
                   "character; save the table as CSV in UTF-8";
        case CsvFault::archive:
            return "not a text file but an archive or a workbook: unpack it, or save the table as "
                   "CSV";
        case CsvFault::ragged_row:
            return cells(error.found) + " in this row, but the header has " +
                   std::to_string(error.expected) + (error.expected == 1 ? " column" : " columns") +
                   (error.found > error.expected
                        ? ": put cells that hold the delimiter in quotes, or remove the surplus"
                        : ": add the missing delimiters");
        case CsvFault::blank_line:
            return "a blank line between rows: remove it (blank lines may only end the file)";
        case CsvFault::unterminated_quote:
            return "the quoted cell that begins here is never closed: close it, and write a quote "
                   "within it twice";
        case CsvFault::text_after_quote:
            return "text after a closing quote: write a quote within a quoted cell twice";
        case CsvFault::mixed_newlines:
            return "a line feed, but the header line ends in a lone carriage return: use one kind "
                   "of line break";
        case CsvFault::record_too_long:
            return "this row is longer than " + std::to_string(error.expected) +
                   " bytes: is a closing quote missing?";
    }
    return {};
}

/// The whole sentence.
inline std::string csv_sentence(const CsvError& error, std::string_view file) {
    return csv_place(error, file) + ": " + csv_reason(error);
}

}  // namespace eczscore::io
