// SPDX-License-Identifier: BSL-1.0
// Exact numbers as text: the shortest exact decimal, or 17 digits where no decimal is exact.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eczscore/core/exact.hpp"

namespace eczscore::report {

/// Room that `write_number` may need.
inline constexpr std::size_t number_room = 48;

namespace detail {

/// How many decimal places the number has; -1 when no decimal of up to 18 places is exact.
constexpr int decimal_places(Exact value) {
    std::int64_t rest = value.den();
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; rest /= 2) ++twos;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    const int places = twos > fives ? twos : fives;
    return rest == 1 && places <= 18 ? places : -1;
}

}  // namespace detail

/// Writes `18.4`, `7.05`, `25`; a ratio that is no decimal gets the 17 significant digits of the
/// nearest `double`. The same in every locale. Does not allocate.
/// out      at least `number_room` bytes; not terminated.
/// returns  the end of what was written.
inline char* write_number(char* out, Exact value) {
    const int places = detail::decimal_places(value);
    if (places < 0) {
        return std::to_chars(out, out + number_room, value.to_double(), std::chars_format::general,
                             17)
            .ptr;
    }
    eczscore::detail::Int128 digits = value.num();
    if (digits < 0) {
        *out++ = '-';
        digits = -digits;
    }
    for (int i = 0; i < places; ++i) digits *= 10;
    digits /= value.den();
    char reversed[number_room];
    int length = 0;
    while (digits != 0 || length <= places) {
        reversed[length++] = static_cast<char>('0' + static_cast<int>(digits % 10));
        digits /= 10;
    }
    while (length > 0) {
        *out++ = reversed[--length];
        if (length == places && places > 0) *out++ = '.';
    }
    return out;
}

/// The same as a string.
inline std::string number_text(Exact value) {
    char buffer[number_room];
    return std::string(buffer, write_number(buffer, value));
}

/// `2.68` for 2.675 to two places: a finite number rounded for people, halves away from zero, on
/// its shortest decimal and not on the binary digits behind it.
inline std::string rounded_text(double value, int places) {
    char buffer[400];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    std::string text(buffer, end);
    std::size_t point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    const std::size_t keep = point + 1 + static_cast<std::size_t>(places);
    bool up = text.size() > keep && text[keep] >= '5';
    text.resize(keep, '0');
    const std::size_t first = text[0] == '-' ? 1 : 0;
    for (std::size_t i = keep; up && i-- > first;) {
        if (text[i] == '.') continue;
        up = text[i] == '9';
        text[i] = up ? '0' : static_cast<char>(text[i] + 1);
    }
    if (up) text.insert(first, 1, '1');
    if (places == 0) text.pop_back();
    return text;
}

/// For the lines of a sum: `0.045`, `18.4`, and `18/7` where no short decimal is exact.
inline std::string ratio_text(Exact value) {
    const int places = detail::decimal_places(value);
    if (places >= 0 && places <= 6) return number_text(value);
    return number_text(value.num()) + "/" + number_text(value.den());
}

/// For people: exact where two decimal places are, else rounded to two and called "about".
inline std::string about_text(Exact value) {
    const int places = detail::decimal_places(value);
    if (places >= 0 && places <= 2) return number_text(value);
    return "about " + number_text(Exact::ratio((value * Exact(100)).rounded(), 100));
}

}  // namespace eczscore::report
