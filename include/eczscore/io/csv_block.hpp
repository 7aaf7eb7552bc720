// SPDX-License-Identifier: BSL-1.0
// Complete rows of a table as raw bytes and the offsets where their cells end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// The value of a cell: without its quotes, doubled quotes halved. An unquoted cell is itself.
/// scratch  holds the text when quotes had to be halved; reused, so keep it as long as the answer.
inline std::string_view csv_unquote(std::string_view cell, std::string& scratch) {
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
    cell = cell.substr(1, cell.size() - 2);
    std::size_t quote = cell.find('"');
    if (quote == std::string_view::npos) return cell;
    scratch.clear();
    while (quote != std::string_view::npos) {
        scratch.append(cell, 0, quote + 1);
        cell.remove_prefix(quote + 2);
        quote = cell.find('"');
    }
    scratch.append(cell);
    return scratch;
}

/// Rows of equal cell count, whole. A view: valid until its storage is read into again.
///
/// Cell (row, column) is data[ends[k - 1] + 1, ends[k]) with k = row * columns + column; ends[-1]
/// is there and wraps, so that ends[-1] + 1 == 0 in 32 bits. The last cell of a row may still hold
/// the CR of a CRLF; cell() and row() leave it out.
struct CsvBlock {
    const char* data = nullptr;
    const std::uint32_t* ends = nullptr;
    std::uint32_t rows = 0;     ///< 0 only at the end of the file
    std::uint32_t columns = 0;  ///< as the header
    std::uint64_t first_row =
        1;  ///< number of the first row in the file; the row after the header is 1
    std::uint64_t first_line = 1;  ///< physical line on which it begins; the header is on line 1
    bool quotes = false;           ///< some cell may be quoted: only then is csv_unquote needed
    char newline = '\n';           ///< the byte that ends a row

    std::uint32_t begin(std::uint32_t r) const noexcept {
        return ends[static_cast<std::ptrdiff_t>(std::size_t{r} * columns) - 1] + 1;
    }
    /// The bytes of a row without its line break.
    std::string_view row(std::uint32_t r) const noexcept {
        const std::uint32_t from = begin(r);
        return {data + from, last(r, from) - from};
    }
    /// The bytes of a cell, with its quotes if it has some.
    std::string_view cell(std::uint32_t r, std::uint32_t column) const noexcept {
        const std::size_t k = std::size_t{r} * columns + column;
        const std::uint32_t from = ends[static_cast<std::ptrdiff_t>(k) - 1] + 1;
        const std::uint32_t to = column + 1 == columns ? last(r, from) : ends[k];
        return {data + from, to - from};
    }
    /// All bytes of the block, line breaks too.
    std::string_view text() const noexcept { return {data, rows == 0 ? 0 : begin(rows)}; }
    /// The physical line on which a row begins. Counts line breaks if there are quotes: not for hot
    /// loops.
    std::uint64_t line(std::uint32_t r) const noexcept {
        if (!quotes) return first_line + r;
        std::uint64_t n = first_line;
        for (std::uint32_t i = 0; i < begin(r); ++i) n += data[i] == newline;
        return n;
    }

private:
    std::uint32_t last(std::uint32_t r, std::uint32_t from) const noexcept {
        const std::uint32_t end = ends[(std::size_t{r} + 1) * columns - 1];
        return end - (newline == '\n' && end > from && data[end - 1] == '\r' ? 1U : 0U);
    }
};

namespace detail {

/// Memory of a reader that is not cleared. It comes from `operator new`, so that a program can
/// replace where it comes from, and a test can let it fail.
template <class T>
class CsvMemory {
public:
    CsvMemory() = default;
    /// Null when there is no memory.
    explicit CsvMemory(std::size_t size) noexcept
        : memory_(static_cast<T*>(::operator new(size * sizeof(T), std::nothrow))) {}
    T* get() const noexcept { return memory_.get(); }

private:
    struct Free {
        void operator()(void* memory) const noexcept { ::operator delete(memory); }
    };
    std::unique_ptr<T, Free> memory_;
};

}  // namespace detail

/// The memory behind a block. One is enough; a reader that feeds several threads takes one a block
/// in flight. The reader keeps nothing in it between two blocks: it may be destroyed whenever its
/// block is no longer needed, before the reader too.
class CsvStorage {
public:
    /// Where the bytes of a block go; `capacity()` of them.
    char* bytes() noexcept { return bytes_.get(); }
    /// Where the offsets of the separators go: room for `capacity()` + 64.
    std::uint32_t* ends() noexcept { return ends_.get() + 1; }
    /// The bytes that fit.
    std::size_t capacity() const noexcept { return capacity_; }

    /// Room for `capacity` bytes and one line break; keeps the first `kept` bytes. False: no
    /// memory, and everything is as it was.
    bool reserve(std::size_t capacity, std::size_t kept) noexcept {
        if (capacity <= capacity_) return true;
        detail::CsvMemory<char> bytes(capacity + 1);
        detail::CsvMemory<std::uint32_t> ends(capacity + 1 + 1 + 64);
        if (bytes.get() == nullptr || ends.get() == nullptr) return false;
        if (kept != 0) std::memcpy(bytes.get(), bytes_.get(), kept);
        ends.get()[0] = ~std::uint32_t{0};
        bytes_ = std::move(bytes);
        ends_ = std::move(ends);
        capacity_ = capacity;
        return true;
    }

private:
    detail::CsvMemory<char> bytes_;
    detail::CsvMemory<std::uint32_t> ends_;
    std::size_t capacity_ = 0;
};

}  // namespace eczscore::io
