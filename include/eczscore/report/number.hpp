// SPDX-License-Identifier: BSL-1.0
// Exact numbers as text: the shortest exact decimal, or 17 digits where no decimal is exact.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/double_text.hpp"

namespace eczscore::report {

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
constexpr int decimal_places(WideExact value) {
    const eczscore::detail::Int128 den = value.den();
    return eczscore::detail::fits_63_bits(den) ? places_of(static_cast<std::int64_t>(den))
                                               : places_of(den);
}

/// The digits of a whole number, with a point before the last `places`.
inline char* write_digits(char* out, eczscore::detail::Int128 number, int places) {
    if (number < 0) *out++ = '-';
    char reversed[number_room];
    int length = 0;
    const auto reverse = [&](auto rest) {
        for (; rest != 0 || length <= places; rest /= 10) {
            reversed[length++] = static_cast<char>('0' + static_cast<int>(rest % 10));
        }
    };
    const eczscore::detail::Int128 size = eczscore::detail::magnitude(number);
    if (eczscore::detail::fits_63_bits(size)) {
        reverse(static_cast<std::int64_t>(size));  // divides faster
    } else {
        reverse(size);
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
    if (places < 0) return write_significant(out, value.to_double(), 17);
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    const std::int64_t factor = power / static_cast<std::int64_t>(value.den());  // it divides 10^18
    eczscore::detail::Int128 digits = 0;
    if (!eczscore::detail::multiply(value.num(), factor, digits)) {
        return write_significant(out, value.to_double(), 17);
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

/// The same into a text.
inline void number_text(TextOut& out, Exact value) {
    char buffer[number_room];
    out << std::string_view(buffer, write_number(buffer, value));
}
/// The same into a text.
inline void number_text(TextOut& out, const std::same_as<WideExact> auto& value) {
    char buffer[number_room];
    out << std::string_view(buffer, write_number(buffer, value));
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
/// places  0 to 17
inline std::string rounded_text(double value, int places) {
    std::string text;  // digits without a point: one before it at least
    int shown = 0;     // of them behind the point
    if (value != 0.0) {
        const auto number =
            eczscore::detail::shortest_digits(eczscore::detail::without_sign(value));
        char buffer[24];
        const int count = detail::count_digits(number.digits);
        text.assign(buffer, detail::write_digits_of(buffer, number.digits, count));
        if (number.exponent > 0) text.append(static_cast<std::size_t>(number.exponent), '0');
        if (number.exponent < 0) shown = -number.exponent;
    }
    const auto at_least = static_cast<std::size_t>(shown) + 1;
    if (text.size() < at_least) text.insert(0, at_least - text.size(), '0');
    bool up = false;
    if (shown > places) {
        const std::size_t keep = text.size() - static_cast<std::size_t>(shown - places);
        up = text[keep] >= '5';
        text.resize(keep);
    } else {
        text.append(static_cast<std::size_t>(places - shown), '0');
    }
    for (std::size_t i = text.size(); up && i-- > 0;) {
        up = text[i] == '9';
        text[i] = up ? '0' : static_cast<char>(text[i] + 1);
    }
    if (up) text.insert(0, 1, '1');
    if (places > 0) text.insert(text.size() - static_cast<std::size_t>(places), 1, '.');
    return eczscore::detail::has_sign(value) ? '-' + text : text;
}

/// For the lines of a sum: `0.045`, `18.4`, and `18/7` where no short decimal is exact.
inline void ratio_text(TextOut& out, Exact value) {
    const int places = detail::decimal_places(value);
    if (places >= 0 && places <= 6) return number_text(out, value);
    out << value.num() << '/' << value.den();
}
/// The same as a string.
inline std::string ratio_text(Exact value) {
    return io::text_of([&](TextOut& out) { ratio_text(out, value); });
}

/// For people: exact where two decimal places are, else rounded to two and called "about".
inline void about_text(TextOut& out, WideExact value) {
    const int places = detail::decimal_places(value);
    const bool is_exact = places >= 0 && places <= 2;
    if (!is_exact) out << "about ";
    number_text(out, is_exact ? value : value.rounded(2));
}
/// The same as a string.
inline std::string about_text(WideExact value) {
    return io::text_of([&](TextOut& out) { about_text(out, value); });
}

}  // namespace eczscore::report
