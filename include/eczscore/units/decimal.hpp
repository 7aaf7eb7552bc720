// SPDX-License-Identifier: BSL-1.0
// A decimal number as typed into an exact ratio; never a guess about commas, and no rounding.
#pragma once

#include <cstdint>

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
    std::size_t at = 0;
    const bool negative = text.at(0) == '-';
    if (negative || text.at(0) == '+') ++at;
    Exact value = 0;
    int power = 0;
    bool any = false;
    bool point = false;
    std::int64_t digits = 0;
    for (;; ++at) {
        const char c = text.at(at);
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') break;
        any = true;
        if (digits > 99'999'999'999'999'999) {
            return detail::no_decimal(Reason::too_large, at, "more digits than can be kept exact");
        }
        digits = digits * 10 + (c - '0');
        if (point) --power;
    }
    if (!any) return detail::no_decimal(Reason::bad_number, 0, detail::why_no_decimal(text, at));
    if (text.at(at) == 'e' || text.at(at) == 'E') {
        std::size_t e = at + 1;
        const bool minus = text.at(e) == '-';
        if (minus || text.at(e) == '+') ++e;
        int written = 0;
        bool exponent = false;
        for (; text.at(e) >= '0' && text.at(e) <= '9'; ++e) {
            if (written < 1000) written = written * 10 + (text[e] - '0');
            exponent = true;
        }
        if (exponent) {
            power += minus ? -written : written;
            at = e;
        }
    }
    if (at != text.size()) {
        return detail::no_decimal(Reason::bad_number, at, detail::why_no_decimal(text, at));
    }
    for (; digits != 0 && digits % 10 == 0; digits /= 10) ++power;
    value = Exact(negative ? -digits : digits);
    if (digits != 0 && (power > 18 || power < -18 || !multiply_power(value, Exact(10), power))) {
        return detail::no_decimal(Reason::too_large, 0, "too large or too small to be kept exact");
    }
    DecimalRead read;
    read.value = value;
    return read;
}

static_assert(parse_decimal("1.2").value == 1.2_x && !parse_decimal("12,5").ok());

}  // namespace eczscore::units
