// SPDX-License-Identifier: BSL-1.0
// How CsvReader reads blocks of rows, and what it says when it cannot. Behind csv.hpp.
#pragma once

#include <eczscore/io/csv_reader.hpp>

#include <algorithm>

namespace eczscore::io {

// --- the memory: rest_[0, size_) is what was read and not given out ------------------------------

inline CsvReader::CsvReader(CsvSource source, const CsvOptions& options)
    : source_(source), options_(options), own_(std::make_unique<CsvStorage>()) {
    constexpr std::size_t most = std::size_t{1} << 30;  // offsets are 32 bits
    options_.block_bytes = std::clamp<std::size_t>(options_.block_bytes, 4, most);
    options_.record_bytes = std::clamp<std::size_t>(options_.record_bytes, 1, most);
}

/// Moves the rest to the front of a storage. False: no memory.
inline bool CsvReader::start(CsvStorage& storage) noexcept {
    if (!storage.reserve(std::max(options_.block_bytes, size_),
                         rest_ == storage.bytes() ? size_ : 0))
        return false;
    if (size_ != 0 && rest_ != storage.bytes()) std::memmove(storage.bytes(), rest_, size_);
    rest_ = storage.bytes();
    return true;
}

/// Takes the rest out of the storage that it was read into. False: no memory; there is no rest
/// then.
inline bool CsvReader::carry_over() noexcept {
    if (size_ > carried_capacity_) {
        const std::size_t capacity = std::max(2 * carried_capacity_, size_);
        detail::CsvMemory<char> grown(capacity);
        if (grown.get() == nullptr) {
            rest_ = nullptr;
            size_ = 0;
            return false;
        }
        carried_ = std::move(grown);
        carried_capacity_ = capacity;
    }
    if (size_ != 0) std::memcpy(carried_.get(), rest_, size_);
    rest_ = carried_.get();
    return true;
}

/// Reads until there are `wanted` bytes or no more are to be had. False: see failed().
inline bool CsvReader::fill(CsvStorage& storage, std::size_t wanted) noexcept {
    while (!end_ && size_ < wanted) {
        if (size_ == storage.capacity()) {
            if (!storage.reserve(std::min(2 * size_, std::max(options_.record_bytes, size_) + 1),
                                 size_))
                return false;
            rest_ = storage.bytes();
        }
        const std::ptrdiff_t got =
            source_.read(source_.context, rest_ + size_, storage.capacity() - size_);
        if (got < 0) {
            system_error_ = errno == 0 ? EIO : errno;
            return false;
        }
        end_ = got == 0;
        size_ += static_cast<std::size_t>(got);
    }
    return true;
}

/// Gives the last line of the file the line break it lacks.
inline void CsvReader::close_last_line() noexcept {
    if (end_ && size_ != 0 && rest_[size_ - 1] != newline_byte()) rest_[size_++] = newline_byte();
}

inline void CsvReader::advance(std::size_t bytes, std::uint64_t lines) noexcept {
    rest_ += bytes;
    size_ -= bytes;
    offset_ += bytes;
    line_ += lines;
    look_ = size_ != 0;
}

// --- the rows ------------------------------------------------------------------------------------

inline tl::expected<CsvBlock, CsvError> CsvReader::next_block(CsvStorage& storage) {
    if (error_) return tl::unexpected<CsvError>(*error_);
    std::size_t wanted = size_ + 1;
    for (;;) {
        if (!start(storage) || (!look_ && !fill(storage, wanted))) return stop(failed());
        look_ = false;
        close_last_line();
        if (size_ == 0) {
            rest_ = nullptr;
            return CsvBlock{.columns = static_cast<std::uint32_t>(header_.size())};
        }
        Trouble trouble;
        const CsvIndexed found = index(storage, trouble);
        if (found.records == 0) {
            if (trouble.at != CsvStrict::none || end_ || size_ > options_.record_bytes)
                return stop(no_record(storage, trouble));
            wanted = std::min(2 * size_, options_.record_bytes + 1);
            continue;
        }
        const std::uint32_t* ends = storage.ends();
        std::size_t count = found.separators;
        while (rest_[ends[count - 1]] != newline_byte()) --count;
        if (const std::uint32_t rows = regular_rows(ends, count, found.records)) {
            if (blank_) return stop(*blank_);
            const CsvBlock block = take(storage, found, rows, std::min(size_, trouble.at));
            if (!carry_over()) error_ = failed();  // these rows come first
            return block;
        }
        if (!skip_blank_lines(ends, count)) return stop(ragged(ends, count));
        wanted = size_ + 1;
    }
}

/// Indexes rest_ as far as it is in order. trouble  where the order ends.
inline CsvIndexed CsvReader::index(CsvStorage& storage, Trouble& trouble) const noexcept {
    const char newline = newline_byte();
    std::size_t size = size_;
    CsvIndexed found = options_.index(rest_, size, delimiter_, newline, storage.ends());
    if (found.nul) {
        size =
            static_cast<std::size_t>(static_cast<const char*>(std::memchr(rest_, 0, size)) - rest_);
        trouble = {CsvFault::not_text, size};
        found = options_.index(rest_, size, delimiter_, newline, storage.ends());
    }
    if (found.stray || (newline == '\r' && std::memchr(rest_, '\n', size))) {
        const CsvStrict strict = csv_index_strict(rest_, size, delimiter_, newline, storage.ends());
        found = strict.index;
        if (strict.bad_at != CsvStrict::none) trouble = {CsvFault::text_after_quote, strict.bad_at};
    }
    return found;
}

/// How many of the first records have as many cells as the header.
inline std::uint32_t CsvReader::regular_rows(const std::uint32_t* ends, std::size_t count,
                                             std::uint32_t records) const noexcept {
    const std::size_t columns = header_.size();
    const char newline = newline_byte();
    if (count ==
        records * columns) {  // as many line breaks as rows, each in its place: none elsewhere
        int wrong = 0;
        for (std::size_t k = columns - 1; k < count; k += columns)
            wrong |= rest_[ends[k]] ^ newline;
        if (wrong == 0) return records;
    }
    std::uint32_t rows = 0;
    std::size_t cells = 0;
    for (std::size_t k = 0;; ++k) {  // some row has another number of cells, or all would fit above
        ++cells;
        if (rest_[ends[k]] != newline) continue;
        if (cells != columns) break;
        cells = 0;
        ++rows;
    }
    return rows;
}

inline CsvBlock CsvReader::take(CsvStorage& storage, const CsvIndexed& found, std::uint32_t rows,
                                std::size_t indexed) noexcept {
    const CsvBlock block{.data = rest_,
                         .ends = storage.ends(),
                         .rows = rows,
                         .columns = static_cast<std::uint32_t>(header_.size()),
                         .first_row = row_,
                         .first_line = line_,
                         .quotes = found.quotes,
                         .newline = newline_byte()};
    const std::size_t used = block.begin(rows);
    const bool whole = rows == found.records;
    advance(used, !found.quotes ? rows
                  : whole       ? found.lines - lines_in(used, indexed)
                                : lines_in(0, used));
    look_ = !whole;
    row_ += rows;
    return block;
}

/// Skips blank lines, if they are next, and remembers where. Tables of one column have none.
inline bool CsvReader::skip_blank_lines(const std::uint32_t* ends, std::size_t count) noexcept {
    if (header_.size() == 1) return false;
    std::size_t at = 0;
    std::uint64_t lines = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const bool cr = ends[k] == at + 1 && rest_[at] == '\r';
        if (rest_[ends[k]] != newline_byte() || (ends[k] != at && !cr)) break;
        at = ends[k] + std::size_t{1};
        ++lines;
    }
    if (lines == 0) return false;
    if (!blank_) blank_ = error_at(CsvFault::blank_line, 0);
    advance(at, lines);
    return true;
}

// --- errors --------------------------------------------------------------------------------------

inline std::uint64_t CsvReader::lines_in(std::size_t from, std::size_t to) const noexcept {
    return static_cast<std::uint64_t>(std::count(rest_ + from, rest_ + to, newline_byte()));
}

inline tl::unexpected<CsvError> CsvReader::stop(CsvError error) {
    const bool system =
        error.fault == CsvFault::read_failed || error.fault == CsvFault::out_of_memory;
    if (blank_ && !system) error = *blank_;
    error_ = error;
    rest_ = nullptr;  // it is in a storage of the caller's, and not needed again
    size_ = 0;
    return tl::unexpected<CsvError>(*error_);
}

inline CsvError CsvReader::failed() const noexcept {
    if (system_error_ != 0)
        return {.fault = CsvFault::read_failed,
                .offset = offset_ + size_,
                .system_error = system_error_};
    return error_at(CsvFault::out_of_memory, 0);
}

inline CsvError CsvReader::error_at(CsvFault fault, std::size_t at) const noexcept {
    std::size_t line_start = at;
    while (line_start != 0 && rest_[line_start - 1] != newline_byte()) --line_start;
    return {.fault = fault,
            .line = line_ + lines_in(0, at),
            .column = at - line_start + 1,
            .offset = offset_ + at};
}

/// Why rest_ holds no whole record.
inline CsvError CsvReader::no_record(CsvStorage& storage, const Trouble& trouble) const noexcept {
    if (trouble.at != CsvStrict::none) {
        const bool line_feed =
            trouble.fault == CsvFault::text_after_quote && rest_[trouble.at] == '\n';
        return error_at(line_feed ? CsvFault::mixed_newlines : trouble.fault, trouble.at);
    }
    if (!end_) {
        CsvError error = error_at(CsvFault::record_too_long, 0);
        error.expected = options_.record_bytes;
        return error;
    }
    const CsvStrict strict =
        csv_index_strict(rest_, size_, delimiter_, newline_byte(), storage.ends());
    return error_at(CsvFault::unterminated_quote, std::min(strict.open_at, size_ - 1));
}

/// The first record has another number of cells than the header.
inline CsvError CsvReader::ragged(const std::uint32_t* ends, std::size_t count) const noexcept {
    const std::size_t columns = header_.size();
    std::size_t last = 0;
    while (last + 1 < count && rest_[ends[last]] != newline_byte()) ++last;
    const std::size_t cells = last + 1;
    const std::size_t at = cells > columns ? ends[columns - 1] + std::size_t{1} : ends[last];
    CsvError error = error_at(CsvFault::ragged_row, at);
    error.expected = columns;
    error.found = cells;
    if (error.line != line_) error.column = 0;  // the row spans lines: say where it begins
    error.line = line_;
    return error;
}

}  // namespace eczscore::io
