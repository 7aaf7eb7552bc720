// SPDX-License-Identifier: BSL-1.0
// Reads the characters of a decimal number; what is made of them is for the callers to decide.
#pragma once

#include <cstddef>
#include <cstdint>

namespace eczscore::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number as it is written: `digits` x 10^`exponent`. Only the first 18 digits are kept,
/// leading zeros aside; those after them move the exponent.
struct ScannedDecimal {
    std::int64_t digits = 0;
    int exponent = 0;  ///< the written one counts up to 9999
    bool is_negative = false;
    bool any_digit = false;
    bool is_cut = false;             ///< a digit other than 0 was not kept
    int exponent_digits = 0;         ///< of an `e` with its number; 0 without one
    std::size_t first_not_kept = 0;  ///< place of the first digit that was not kept; or the end
    std::size_t end = 0;             ///< place of the first character that is not part of it
};

/// Scans `[+-]digits[.digits][e[+-]digits]` at the beginning of a text; an `e` without digits is
/// not part of the number.
constexpr ScannedDecimal scan_decimal(const char* text, std::size_t size) {
    ScannedDecimal number;
    const auto at = [&](std::size_t i) { return i < size ? text[i] : '\0'; };
    std::size_t place = 0;
    number.is_negative = at(0) == '-';
    if (number.is_negative || at(0) == '+') ++place;
    bool point = false;
    bool full = false;
    for (;; ++place) {
        const char c = at(place);
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(c)) break;
        number.any_digit = true;
        if (number.digits < 100'000'000'000'000'000) {
            number.digits = number.digits * 10 + (c - '0');
            if (point) --number.exponent;
            continue;
        }
        if (!full) number.first_not_kept = place;
        full = true;
        number.is_cut = number.is_cut || c != '0';
        if (!point) ++number.exponent;
    }
    number.end = place;
    if (number.any_digit && (at(place) == 'e' || at(place) == 'E')) {
        const bool is_below = at(++place) == '-';
        if (is_below || at(place) == '+') ++place;
        int written = 0;
        for (; is_digit(at(place)); ++place) {
            if (written < 1000) written = written * 10 + (at(place) - '0');
            ++number.exponent_digits;
        }
        if (number.exponent_digits > 0) {
            number.exponent += is_below ? -written : written;
            number.end = place;
        }
    }
    if (!full) number.first_not_kept = number.end;
    return number;
}

}  // namespace eczscore::detail
