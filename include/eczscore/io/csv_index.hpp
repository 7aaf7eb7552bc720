// SPDX-License-Identifier: BSL-1.0
// Where the cells of delimited text end: one pass over bytes that writes the offset of every
// separator.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// What a pass over a piece of text found. The text must begin at the start of a record.
struct CsvIndexed {
    std::uint32_t separators;  ///< delimiters and newlines outside quotes, as written to `ends`
    std::uint32_t records;     ///< newlines outside quotes
    std::uint32_t lines;       ///< all newlines, those inside quoted cells too
    bool quotes;               ///< at least one quote character
    bool inside;               ///< the text ends inside a quoted cell
    bool
        stray;  ///< a quote that neither opens, closes nor doubles: index again by csv_index_strict
    bool nul;   ///< at least one NUL byte
    bool operator==(const CsvIndexed&) const = default;
};

/// Writes the offsets of the separators of `data[0, size)` to `ends`, in order.
/// ends     room for size + 64 numbers: a kernel may write (not count) up to 64 beyond the last.
/// newline  LF, or CR for files of the old Mac kind. size below 2^32 - 64.
/// A quote toggles; `stray` tells when that reading of quotes is not to be trusted.
using CsvIndex = CsvIndexed (*)(const char* data, std::size_t size, char delimiter, char newline,
                                std::uint32_t* ends) noexcept;

/// The same by the letter, a byte at a time, and where the text breaks the rules.
struct CsvStrict {
    static constexpr std::size_t none = ~std::size_t{0};
    CsvIndexed index{};
    std::size_t bad_at = none;   ///< text after a closing quote, or an LF outside quotes in a CR
                                 ///< file; the index stops there
    std::size_t open_at = none;  ///< the opening quote of the cell that the text ends in
};

// -------------------------------------------------------------------------------------------------

namespace detail {

/// Masks of 64 bytes; bit i is byte i.
struct CsvPiece {
    std::uint64_t separators, newlines, quotes;
};

/// Is the byte after a closing quote the CR of a CRLF (or the last byte seen so far)?
[[gnu::always_inline]] inline bool csv_crlf_at(const char* data, std::size_t size, std::size_t at,
                                               char newline) noexcept {
    return newline == '\n' && data[at] == '\r' && (at + 1 == size || data[at + 1] == '\n');
}

/// The algorithm that every kernel shares. A Lane turns 64 bytes into masks and masks into offsets.
/// Lanes live in unnamed namespaces, so a kernel built for a newer CPU leaves no function that the
/// linker could pick for another.
template <class Lane>
[[gnu::always_inline]] inline CsvIndexed csv_index_pieces(const char* data, std::size_t size,
                                                          char delimiter, char newline,
                                                          std::uint32_t* ends) noexcept {
    Lane lane(delimiter, newline);
    CsvIndexed result{};
    std::uint32_t* out = ends;
    std::size_t at = 0;
    for (; at + 64 <= size; at += 64) {  // until the first quote nothing can hide a separator
        const CsvPiece piece = lane.load(data + at);
        if (piece.quotes != 0) break;
        result.records += lane.count(piece.newlines);
        out = lane.emit(piece.separators, static_cast<std::uint32_t>(at), out);
    }
    result.lines = result.records;

    std::uint64_t inside = 0;  // all ones when the byte before this piece is in a quoted cell
    std::uint64_t closed = 0;  // 1 when the byte before this piece closes a cell
    std::uint64_t before = at == 0 || data[at - 1] == delimiter || data[at - 1] == newline;
    std::uint64_t stray = 0;
    for (; at < size; at += 64) {
        char last[64];
        const char* bytes = data + at;
        std::uint64_t valid = ~std::uint64_t{0};
        if (at + 64 > size) {
            valid = (std::uint64_t{1} << (size - at)) - 1;
            std::memset(last, ' ', sizeof last);
            std::memcpy(last, bytes, size - at);
            bytes = last;
        }
        const CsvPiece piece = lane.load(bytes);
        const std::uint64_t in =
            lane.prefix_xor(piece.quotes) ^ inside;  // opening quote to the byte before the closing
        const std::uint64_t separators = piece.separators & ~in & valid;
        const std::uint64_t edges = separators | piece.quotes;
        const std::uint64_t closes = piece.quotes & ~in;
        stray |= piece.quotes & in & ~((edges << 1) | before);
        std::uint64_t after = ((closes << 1) | closed) & ~edges & valid;
        for (; after != 0; after &= after - 1) {
            const auto bit = static_cast<std::size_t>(lane.first(after));
            stray |= !csv_crlf_at(data, size, at + bit, newline);
        }
        result.quotes |= piece.quotes != 0;
        result.records += lane.count(piece.newlines & ~in & valid);
        result.lines += lane.count(piece.newlines & valid);
        out = lane.emit(separators, static_cast<std::uint32_t>(at), out);
        before = edges >> 63;
        closed = closes >> 63;
        inside = 0 - ((in >> (at + 64 > size ? size - at - 1 : 63)) & 1);
    }
    result.separators = static_cast<std::uint32_t>(out - ends);
    result.inside = inside != 0;
    result.stray = stray != 0;
    result.nul = lane.nul();
    return result;
}

/// 64 bytes as eight words in plain integer arithmetic.
struct CsvWordLane {
    static constexpr std::uint64_t ones = 0x0101010101010101;
    static constexpr std::uint64_t low7 = 0x7f7f7f7f7f7f7f7f;
    std::uint64_t delimiter, newline, zeros = 0;

    CsvWordLane(char d, char n) noexcept
        : delimiter(ones * static_cast<unsigned char>(d)),
          newline(ones * static_cast<unsigned char>(n)) {}

    /// The high bit of every byte that is zero; exact, without borrow between bytes.
    static constexpr std::uint64_t zero_bytes(std::uint64_t x) noexcept {
        return ~(((x & low7) + low7) | x | low7);
    }
    /// The eight high bits, packed.
    static constexpr std::uint64_t pack(std::uint64_t high) noexcept {
        return ((high >> 7) * 0x0102040810204080) >> 56;
    }
    static std::uint64_t word(const char* bytes) noexcept {
        std::uint64_t x;
        std::memcpy(&x, bytes, 8);
        if constexpr (std::endian::native == std::endian::big) {
            std::uint64_t y = 0;
            for (int i = 0; i < 8; ++i) y = (y << 8) | ((x >> (8 * i)) & 0xff);
            x = y;
        }
        return x;
    }
    CsvPiece load(const char* bytes) noexcept {
        CsvPiece piece{0, 0, 0};
        for (unsigned i = 0; i < 8; ++i) {
            const std::uint64_t x = word(bytes + 8 * i);
            const std::uint64_t lines = zero_bytes(x ^ newline);
            const std::uint64_t quotes = zero_bytes(x ^ (ones * '"'));
            zeros |= zero_bytes(x);
            piece.separators |= pack(lines | zero_bytes(x ^ delimiter)) << (8 * i);
            if (lines != 0) piece.newlines |= pack(lines) << (8 * i);
            if (quotes != 0) piece.quotes |= pack(quotes) << (8 * i);
        }
        return piece;
    }
    static std::uint64_t prefix_xor(std::uint64_t x) noexcept {
        for (unsigned shift = 1; shift < 64; shift *= 2) x ^= x << shift;
        return x;
    }
    static int first(std::uint64_t mask) noexcept { return std::countr_zero(mask); }
    static std::uint32_t count(std::uint64_t mask) noexcept {
        return static_cast<std::uint32_t>(std::popcount(mask));
    }
    static std::uint32_t* emit(std::uint64_t mask, std::uint32_t base,
                               std::uint32_t* out) noexcept {
        for (; mask != 0; mask &= mask - 1) *out++ = base + static_cast<std::uint32_t>(first(mask));
        return out;
    }
    bool nul() const noexcept { return zeros != 0; }
};

}  // namespace detail

/// The index for every machine: plain integer arithmetic. See CsvIndex.
inline CsvIndexed csv_index_portable(const char* data, std::size_t size, char delimiter,
                                     char newline, std::uint32_t* ends) noexcept {
    return detail::csv_index_pieces<detail::CsvWordLane>(data, size, delimiter, newline, ends);
}

/// RFC 4180 a byte at a time. A quote opens a cell only as its first byte; elsewhere in an unquoted
/// cell it is an ordinary character. records_wanted  stops after so many records.
inline CsvStrict csv_index_strict(const char* data, std::size_t size, char delimiter, char newline,
                                  std::uint32_t* ends,
                                  std::uint32_t records_wanted = ~0U) noexcept {
    enum class State { start, plain, quoted, closed } state = State::start;
    CsvStrict result;
    CsvIndexed& index = result.index;
    for (std::size_t i = 0; i < size && index.records < records_wanted; ++i) {
        const char c = data[i];
        index.lines += c == newline;
        index.quotes |= c == '"';
        index.nul |= c == '\0';
        if (state == State::quoted) {
            if (c == '"') state = State::closed;
        } else if (c == delimiter || c == newline) {
            ends[index.separators++] = static_cast<std::uint32_t>(i);
            index.records += c == newline;
            state = State::start;
        } else if (c == '"' && (state == State::start || state == State::closed)) {
            if (state == State::start) result.open_at = i;
            state = State::quoted;
        } else if (state == State::closed ? !detail::csv_crlf_at(data, size, i, newline)
                                          : newline == '\r' && c == '\n') {
            result.bad_at = i;
            return result;
        } else if (state == State::start) {
            state = State::plain;
        }
    }
    index.inside = state == State::quoted;
    if (!index.inside) result.open_at = CsvStrict::none;
    return result;
}

}  // namespace eczscore::io
