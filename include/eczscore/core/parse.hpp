// SPDX-License-Identifier: BSL-1.0
// A table cell into an answer: decimals with a point, in every locale the same; never a guess.
#pragma once

#include <cstdint>
#include <string_view>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/scan_decimal.hpp"

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

/// A number as written: missing for the missing cells, unreadable for anything that is not a plain
/// decimal number ("7,5" too), rounded half away from zero beyond six places.
constexpr Answer parse_number(std::string_view text) {
    text = trimmed(text);
    if (is_missing_cell(text)) return {};
    const detail::ScannedDecimal number = detail::scan_decimal(text.data(), text.size());
    if (!number.any_digit || number.end != text.size() || number.exponent_digits > 3) {
        return Answer::unreadable();
    }
    std::int64_t millionths = number.digits;
    int power = number.exponent + 6;
    bool rounded = number.is_cut;
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
    return Answer::from_millionths(number.is_negative ? -millionths : millionths, rounded);
}

}  // namespace eczscore
