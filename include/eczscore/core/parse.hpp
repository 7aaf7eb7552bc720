// SPDX-License-Identifier: BSL-1.0
// A table cell into an answer: decimals with a point, in every locale the same; never a guess.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eczscore/core/answer.hpp"

namespace eczscore {

/// Without the spaces and tabs around it.
constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The cells that mean "nothing recorded": empty, `NA`, `NaN`, `.`, `null`.
constexpr bool is_missing_cell(std::string_view text) {
    return text.empty() || text == "NA" || text == "NaN" || text == "." || text == "null";
}

namespace detail {

/// A decimal number as digits x 10^exponent, with what follows the digits kept as "more".
struct Decimal {
    std::int64_t digits = 0;
    int exponent = 0;
    bool negative = false;
    bool any_digit = false;
    bool cut = false;  ///< a digit other than 0 was beyond the seventeenth
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads `[+-]digits[.digits]`; at most 17 digits are kept, later ones only move the exponent.
constexpr Decimal read_digits(std::string_view& text) {
    Decimal number;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool point = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(c)) break;
        number.any_digit = true;
        if (number.digits < 10'000'000'000'000'000) {
            number.digits = number.digits * 10 + (c - '0');
            if (point) --number.exponent;
        } else {
            number.cut |= c != '0';
            if (!point) ++number.exponent;
        }
    }
    return number;
}

/// Reads `e[+-]digits`, as R and Python write small numbers; false when it is malformed.
constexpr bool read_exponent(std::string_view text, int& exponent) {
    if (text.empty()) return true;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text.empty() || text.size() > 3) return false;
    int value = 0;
    for (char c : text) {
        if (!is_digit(c)) return false;
        value = value * 10 + (c - '0');
    }
    exponent += negative ? -value : value;
    return true;
}

}  // namespace detail

/// A number as written: missing for the missing cells, unreadable for anything that is not a plain
/// decimal number ("7,5" too), rounded half away from zero beyond six places.
constexpr Answer parse_number(std::string_view text) {
    text = trimmed(text);
    if (is_missing_cell(text)) return {};
    detail::Decimal number = detail::read_digits(text);
    if (!number.any_digit || !detail::read_exponent(text, number.exponent)) {
        return Answer::unreadable();
    }
    std::int64_t millionths = number.digits;
    int power = number.exponent + 6;
    bool rounded = number.cut;
    for (; power > 0 && millionths != 0; --power) {
        if (millionths >= 1'000'000'000'000'000) return Answer::unreadable();
        millionths *= 10;
    }
    std::int64_t last = 0;  // the digit that decides the rounding
    for (; power < 0 && (millionths != 0 || last != 0); ++power) {
        rounded |= last != 0;
        last = millionths % 10;
        millionths /= 10;
    }
    rounded |= last != 0;
    if (last >= 5) ++millionths;
    if (millionths >= 1'000'000'000'000'000) return Answer::unreadable();
    return Answer::from_millionths(number.negative ? -millionths : millionths, rounded);
}

}  // namespace eczscore
