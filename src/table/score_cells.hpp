// SPDX-License-Identifier: BSL-1.0
// The two fast ways to read a cell: as one of a few texts, and as a short decimal number.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "eczscore/model/item.hpp"
#include "eczscore/score/columns.hpp"
#include "kernels/cell_levels.hpp"

namespace eczscore::table {

/// The code of a byte column (see `Column`) for a cell that is not one of the table's texts; it is
/// read again, and keeps this code, which is on no scale, when it is not an answer.
inline constexpr std::uint8_t unknown_code = 253;

/// What `unknown_code` is in a column of numbers, and a blank cell.
inline constexpr double unknown_number = std::numeric_limits<double>::infinity();
inline constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();

/// The first eight bytes, the first one lowest.
inline std::uint64_t eight_bytes(const char* from) {
    std::uint64_t bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
}

/// The cell texts of one scale and the codes they stand for: a multiplication, a load and one
/// comparison a cell. Made from the descriptor when the program starts: 64 places, and a factor
/// that gives every text its own.
class LevelTable {
public:
    /// The longest text that it can hold.
    static constexpr std::size_t longest = 7;

    /// False: the scale has too many levels for this, read its cells as numbers.
    bool make(const Item& item);

    /// Those texts that have at most four characters, for `kernels::read_cell_levels`.
    const kernels::CellLevels& short_levels() const { return short_; }
    bool has_short_levels() const { return short_.factor != 0; }

    /// The code of a cell; meaningful while `unknown` stays 0. `from`: eight readable bytes.
    std::uint8_t find(const char* from, std::uint32_t length, std::uint64_t& unknown) const {
        // Longer cells keep an eighth byte; their first seven are no text that is kept, because
        // shorter texts end in zeros.
        const std::uint64_t key = eight_bytes(from) & kept_bytes[length < 8 ? length : 8];
        const std::uint64_t difference = places_[(key * factor_) >> 58] ^ key;
        unknown |= difference << 8;
        return static_cast<std::uint8_t>(difference >> 56);
    }
    /// The code of a cell, or `unknown_code`.
    std::uint8_t find(const char* from, std::uint32_t length) const {
        std::uint64_t unknown = 0;
        const std::uint8_t code = find(from, length, unknown);
        return unknown == 0 ? code : unknown_code;
    }

private:
    struct Entry {
        std::uint64_t key;
        std::uint8_t code;
    };
    static constexpr std::uint64_t kept_bytes[9] = {0,
                                                    0xff,
                                                    0xffff,
                                                    0xffffff,
                                                    0xffffffff,
                                                    0xffffffffff,
                                                    0xffffffffffff,
                                                    0xffffffffffffff,
                                                    0xffffffffffffffff};
    /// A place without a text: no cell has bytes like these.
    static constexpr std::uint64_t empty = 0xff00000000000001;

    /// No cell of four characters is these bytes.
    static constexpr std::uint32_t no_key = 0xffffffff;

    static std::uint64_t key_of(std::string_view text);
    bool place(const Entry* entries, std::size_t count, std::uint64_t factor);
    bool place_short(const Entry* entries, std::size_t count, std::uint32_t factor);

    std::array<std::uint64_t, 64> places_{};  ///< a text, and its code in the highest byte
    std::uint64_t factor_ = 0;
    kernels::CellLevels short_{};
};

namespace detail {

/// Value of eight ASCII digits, the first one lowest; each byte is 0 to 9.
constexpr std::uint32_t eight_digits(std::uint64_t digits) {
    digits = digits * 10 + (digits >> 8);
    constexpr std::uint64_t pairs = 0x000000ff000000ff;
    return static_cast<std::uint32_t>(
        ((digits & pairs) * 0x000f424000000064 + ((digits >> 16) & pairs) * 0x0000271000000001) >>
        32);
}

}  // namespace detail

namespace detail {

/// A cell of at most seven characters that are digits and at most one point, within one bit of the
/// nearest double; the empty cell is missing, everything else unknown. `from`: eight readable
/// bytes. Without branches that depend on where the point is.
inline double decimal_of_seven(const char* from, std::uint32_t length) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    // By the place of the point in eight characters; the last is "none".
    constexpr double scales[] = {0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1};
    constexpr std::uint64_t all = ~std::uint64_t{0};
    constexpr std::uint64_t before[] = {
        0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff, 0};
    constexpr std::uint64_t after[] = {all << 8,  all << 16, all << 24, all << 32, all << 40,
                                       all << 48, all << 56, 0,         all};
    if (length - 1 > 6) return length == 0 ? missing_number : unknown_number;
    // Right-aligned behind zeros: the last character in the highest byte.
    const std::uint64_t text =
        (eight_bytes(from) << (64 - 8 * length)) | ((ones * '0') >> (8 * length));
    const std::uint64_t points = text ^ (ones * '.');
    const std::uint64_t found = (points - ones) & ~points & highs;
    const auto at = static_cast<std::size_t>(found == 0 ? 64 : std::countr_zero(found)) / 8;
    // What is before the point moves up by one place, into that of the point.
    const std::uint64_t digits =
        ((text & after[at]) | ((text & before[at]) << 8) | (at < 8 ? '0' : 0)) ^ (ones * '0');
    const bool only_point = length == 1 && at < 8;
    if ((((digits + ones * 0x76) | digits) & highs) != 0 || only_point) return unknown_number;
    return static_cast<double>(detail::eight_digits(digits)) * scales[at];
}

}  // namespace detail

/// The same; cells like `7`, `100`, `8.3` and `63.8` without a branch that depends on which.
[[gnu::always_inline]] inline double short_decimal(const char* from, std::uint32_t length) {
    constexpr std::uint32_t point_place = 0xff0000;
    constexpr std::uint32_t weights[2][3] = {{1000, 100, 10}, {100, 10, 0}};
    constexpr double scales[2] = {1, 1e-1};
    if (length - 1 > 3) return detail::decimal_of_seven(from, length);
    // Right-aligned in the four high bytes behind zeros; digits become their values.
    const std::uint64_t text = eight_bytes(from) << (64 - 8 * length);
    const std::uint64_t zeros = std::uint64_t{0x3030303000000000} >> (8 * length);
    auto digits = static_cast<std::uint32_t>((text | zeros) >> 32) ^ 0x30303030;
    const std::size_t point = (digits & point_place) == (std::uint32_t{'.' ^ '0'} << 16) ? 1 : 0;
    digits &= ~(point == 1 ? point_place : 0);
    if ((((digits + 0x76767676) | digits) & 0x80808080) != 0) {
        return detail::decimal_of_seven(from, length);
    }
    const std::uint32_t count = (digits & 0xff) * weights[point][0] +
                                (digits >> 8 & 0xff) * weights[point][1] +
                                (digits >> 16 & 0xff) * weights[point][2] + (digits >> 24);
    return count * scales[point];
}

}  // namespace eczscore::table
