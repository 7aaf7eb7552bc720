// SPDX-License-Identifier: BSL-1.0
// The reader of tables as its users see it; csv.hpp brings how it works.
#pragma once

#include <eczscore/io/csv_block.hpp>
#include <eczscore/io/csv_error.hpp>
#include <eczscore/io/csv_index.hpp>
#include <eczscore/io/csv_source.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace eczscore::io {

/// How a table is read; the defaults suit every table.
struct CsvOptions {
    char delimiter = 0;  ///< 0: the most frequent of , ; and tab in the header line
    std::size_t block_bytes = 256 << 10;  ///< bytes in memory at a time
    std::size_t record_bytes =
        64 << 20;  ///< a record may be this long (the block then grows to hold it)
    CsvIndex index = csv_index_portable;  ///< kernels::csv_index() is the fast one
};

/// How the lines of a table end.
enum class CsvNewline { lf, crlf, cr };

/// Streams a table, block by block.
///
/// What it takes: RFC 4180 (quoted cells, quotes doubled within, line breaks and delimiters in
/// quotes), LF, CRLF or lone CR line breaks (the header line decides between CR and the others), a
/// UTF-8 byte order mark, a missing last line break. A quote that is not the first byte of its cell
/// is an ordinary character of an unquoted cell. Spaces belong to the cell. A CR that ends no line
/// is part of its cell. Blank lines at the end are no rows, and nowhere else allowed; in a table of
/// one column every line is a row, a blank one a missing value. What it refuses, as an error with
/// its place: see CsvFault. Rows before the error come first.
class CsvReader {
public:
    /// Reads the header line.
    static tl::expected<CsvReader, CsvError> open(CsvSource source, CsvOptions options = {});

    /// The column names, unquoted, in order. Duplicates and empty names are the caller's to judge.
    const std::vector<std::string>& header() const noexcept { return header_; }
    /// The columns whose name an earlier column has.
    std::vector<std::size_t> duplicate_columns() const;
    /// The header as it was written, without byte order mark and line break.
    std::string_view header_text() const noexcept { return header_text_; }
    /// The delimiter that was given, or found in the header line.
    char delimiter() const noexcept { return delimiter_; }
    /// How the lines end, by the header line.
    CsvNewline newline() const noexcept { return newline_; }
    /// The table began with a UTF-8 byte order mark, which is no part of the first name.
    bool byte_order_mark() const noexcept { return byte_order_mark_; }

    /// The next rows; none (`rows == 0`) at the end. An error stays.
    tl::expected<CsvBlock, CsvError> next_block() { return next_block(*own_); }
    /// The same into memory of the caller's: blocks in other storages stay valid. The reader keeps
    /// what follows the rows in memory of its own, so the storage may be destroyed, or used by
    /// another thread, as soon as this returns.
    tl::expected<CsvBlock, CsvError> next_block(CsvStorage& storage);

private:
    struct Trouble {
        CsvFault fault{};
        std::size_t at = CsvStrict::none;  // offset in the bytes at hand
    };

    CsvReader(CsvSource source, const CsvOptions& options);

    std::optional<CsvError> read_header();
    std::optional<CsvError> check_start();
    bool guess() noexcept;
    void name_columns(const std::uint32_t* ends, std::uint32_t count);

    bool start(CsvStorage& storage) noexcept;
    bool carry_over() noexcept;
    bool fill(CsvStorage& storage, std::size_t wanted) noexcept;
    void close_last_line() noexcept;
    CsvIndexed index(CsvStorage& storage, Trouble& trouble) const noexcept;
    std::uint32_t regular_rows(const std::uint32_t* ends, std::size_t count,
                               std::uint32_t records) const noexcept;
    CsvBlock take(CsvStorage& storage, const CsvIndexed& found, std::uint32_t rows,
                  std::size_t indexed) noexcept;
    bool skip_blank_lines(const std::uint32_t* ends, std::size_t count) noexcept;
    void advance(std::size_t bytes, std::uint64_t lines) noexcept;

    tl::unexpected<CsvError> stop(CsvError error);
    CsvError failed() const noexcept;
    CsvError error_at(CsvFault fault, std::size_t at) const noexcept;
    CsvError no_record(CsvStorage& storage, const Trouble& trouble) const noexcept;
    CsvError ragged(const std::uint32_t* ends, std::size_t count) const noexcept;
    std::uint64_t lines_in(std::size_t from, std::size_t to) const noexcept;
    char newline_byte() const noexcept { return newline_ == CsvNewline::cr ? '\r' : '\n'; }

    CsvSource source_;
    CsvOptions options_;
    std::unique_ptr<CsvStorage> own_;
    std::vector<std::string> header_;
    std::string header_text_;
    char delimiter_ = ',';
    CsvNewline newline_ = CsvNewline::lf;
    bool byte_order_mark_ = false;

    // Bytes read and not yet given out; they begin a record. During a call they are in the storage
    // that is read into, between two calls in the reader's own memory: in `carried_`, or, before
    // the first block, in `own_`.
    char* rest_ = nullptr;
    std::size_t size_ = 0;  // how many
    detail::CsvMemory<char> carried_;
    std::size_t carried_capacity_ = 0;
    bool look_ = false;       // there may be whole records among them
    bool end_ = false;        // the source has no more
    int system_error_ = 0;    // it failed; 0 and not at the end: no memory
    std::uint64_t line_ = 1;  // of rest_[0], and its row, and the bytes before it
    std::uint64_t row_ = 1;
    std::uint64_t offset_ = 0;
    std::optional<CsvError> blank_;  // blank lines were seen: an error if a row follows
    std::optional<CsvError> error_;
};

}  // namespace eczscore::io
