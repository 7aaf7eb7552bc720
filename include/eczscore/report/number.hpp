// SPDX-License-Identifier: BSL-1.0
// Exact numbers as text: the shortest exact decimal, or 17 digits where no decimal is exact.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eczscore/core/wide_exact.hpp"

namespace eczscore::report {

/// Room that `write_number` may need.
inline constexpr std::size_t number_room = 48;

namespace detail {

/// How many decimal places the number has; -1 when no decimal of up to 18 places is exact.
/// Whole: 64 or 128 bits.
template <class Whole>
constexpr int places_of(Whole denominator) {
    if (denominator == 0) return -1;  // not a number
    int twos = 0;
    int fives = 0;
    for (; denominator % 2 == 0; denominator /= 2) ++twos;
    for (; denominator % 5 == 0; denominator /= 5) ++fives;
    const int places = twos > fives ? twos : fives;
    return denominator == 1 && places <= 18 ? places : -1;
}
constexpr int decimal_places(Exact value) { return places_of(value.den()); }
constexpr int decimal_places(WideExact value) { return places_of(value.den()); }

/// The digits of a whole number, with a point before the last `places`.
inline char* write_digits(char* out, eczscore::detail::Int128 number, int places) {
    if (number < 0) *out++ = '-';
    auto rest = eczscore::detail::magnitude(number);
    char reversed[number_room];
    int length = 0;
    while (rest != 0 || length <= places) {
        reversed[length++] = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    }
    while (length > 0) {
        *out++ = reversed[--length];
        if (length == places && places > 0) *out++ = '.';
    }
    return out;
}

/// Number: Exact or WideExact
template <class Number>
char* write_exact(char* out, Number value) {
    const int places = decimal_places(value);
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    eczscore::detail::Int128 digits = 0;
    if (places < 0 || !eczscore::detail::multiply(value.num(), power / value.den(), digits)) {
        return std::to_chars(out, out + number_room, value.to_double(), std::chars_format::general,
                             17)
            .ptr;
    }
    return write_digits(out, digits, places);
}

}  // namespace detail

/// Writes `18.4`, `7.05`, `25`; a ratio that is no decimal gets the 17 significant digits of the
/// nearest `double`, and `nan` says that a result could not be kept exact. The same in every
/// locale. Does not allocate.
/// out      at least `number_room` bytes; not terminated.
/// returns  the end of what was written.
inline char* write_number(char* out, Exact value) { return detail::write_exact(out, value); }
/// The same of a difference or a percentage.
inline char* write_number(char* out, const std::same_as<WideExact> auto& value) {
    return detail::write_exact(out, value);
}

/// The same as a string.
inline std::string number_text(const std::same_as<WideExact> auto& value) {
    char buffer[number_room];
    return std::string(buffer, write_number(buffer, value));
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
inline std::string about_text(WideExact value) {
    const int places = detail::decimal_places(value);
    if (places >= 0 && places <= 2) return number_text(value);
    return "about " + number_text(value.rounded(2));
}

}  // namespace eczscore::report
