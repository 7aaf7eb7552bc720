// SPDX-License-Identifier: BSL-1.0
// A decimal number as typed into an exact ratio; never a guess about commas, and no rounding.
#pragma once

#include <cstdint>

#include "eczscore/core/scan_decimal.hpp"
#include "eczscore/units/chars.hpp"
#include "eczscore/units/reason.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// A number, or why there is none.
struct DecimalRead {
    Exact value = 0;
    Reason reason = Reason::none;
    std::size_t position = 0;
    Text explanation{};

    constexpr bool ok() const { return reason == Reason::none; }
};

namespace detail {
constexpr DecimalRead no_decimal(Reason reason, std::size_t at, Text why) {
    DecimalRead read;
    read.reason = reason;
    read.position = at;
    read.explanation = why;
    return read;
}
constexpr Text why_no_decimal(Chars text, std::size_t at) {
    const char c = text.at(at);
    const char first = text.at(0);
    if (text.empty()) return "no number is given";
    if (c == ',') return "a decimal comma or a thousands separator; write a decimal point";
    if (first == '<' || first == '>') return "a censored value is no number; convert its limit";
    if (c == ' ' || c == '\'' || c == '_') return "digits are not grouped";
    if (static_cast<unsigned char>(c) >= 128) return "a number is written in plain ASCII";
    if ((c == 'x' || c == 'X') && first == '0') return "hexadecimal numbers are not read";
    if (at == 0 || (at == 1 && (first == '-' || first == '+'))) return "this is no number";
    return "something follows the number; value and unit are given apart";
}
}  // namespace detail

/// Reads `[+-]digits[.digits][e[+-]digits]` exactly. Refuses what is not a plain decimal number
/// (decimal commas, grouped digits, NaN, infinities, hexadecimal, glued units), and what does not
/// fit 64 bits.
constexpr DecimalRead parse_decimal(Chars text) {
    const auto number = eczscore::detail::scan_decimal(text.data(), text.size());
    if (number.first_not_kept != number.end) {
        return detail::no_decimal(Reason::too_large, number.first_not_kept,
                                  "more digits than can be kept exact");
    }
    if (!number.any_digit || number.end != text.size()) {
        return detail::no_decimal(Reason::bad_number, number.any_digit ? number.end : 0,
                                  detail::why_no_decimal(text, number.end));
    }
    std::int64_t digits = number.digits;
    int power = number.exponent;
    for (; digits != 0 && digits % 10 == 0; digits /= 10) ++power;
    Exact value(number.is_negative ? -digits : digits);
    if (digits != 0 && (power > 18 || power < -18 || !multiply_power(value, Exact(10), power))) {
        return detail::no_decimal(Reason::too_large, 0, "too large or too small to be kept exact");
    }
    DecimalRead read;
    read.value = value;
    return read;
}

static_assert(parse_decimal("1.2").value == 1.2_x && !parse_decimal("12,5").ok());

}  // namespace eczscore::units
