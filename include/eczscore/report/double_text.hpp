// SPDX-License-Identifier: BSL-1.0
// Doubles as text: the shortest that reads back, or so many significant digits; whole numbers only,
// so that no table of powers comes with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "eczscore/core/double_digits.hpp"

namespace eczscore::report {

/// Room that a number may need: here, and in `write_number`.
inline constexpr std::size_t number_room = 48;

namespace detail {

/// `count` digits of a whole number, zeros in front where it has fewer.
inline char* write_digits_of(char* out, std::uint64_t number, int count) {
    for (int i = count; i-- > 0; number /= 10) out[i] = static_cast<char>('0' + number % 10);
    return out + count;
}

inline int count_digits(std::uint64_t number) {
    int count = 1;
    for (; number >= 10; number /= 10) ++count;
    return count;
}

/// `1.5`, `0.0625`, `1500`: digits x 10^exponent without an exponent.
inline char* write_fixed(char* out, eczscore::detail::DecimalDigits number) {
    const int count = count_digits(number.digits);
    const int whole = count + number.exponent;  // digits before the point
    if (whole <= 0) {
        *out++ = '0';
        *out++ = '.';
        for (int i = whole; i < 0; ++i) *out++ = '0';
        return write_digits_of(out, number.digits, count);
    }
    if (number.exponent >= 0) {
        out = write_digits_of(out, number.digits, count);
        for (int i = 0; i < number.exponent; ++i) *out++ = '0';
        return out;
    }
    const std::uint64_t unit = eczscore::detail::power_of_ten(-number.exponent);
    out = write_digits_of(out, number.digits / unit, whole);
    *out++ = '.';
    return write_digits_of(out, number.digits % unit, -number.exponent);
}

/// `1.5e-07`.
inline char* write_scientific(char* out, eczscore::detail::DecimalDigits number) {
    const int count = count_digits(number.digits);
    const std::uint64_t unit = eczscore::detail::power_of_ten(count - 1);
    out = write_digits_of(out, number.digits / unit, 1);
    if (count > 1) {
        *out++ = '.';
        out = write_digits_of(out, number.digits % unit, count - 1);
    }
    const int exponent = number.exponent + count - 1;
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    const auto size = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
    return write_digits_of(out, size, size < 100 ? 2 : 3);
}

/// Without an exponent from 0.0001 on, up to numbers of `most_whole` digits before the point.
inline char* write_up_to(char* out, eczscore::detail::DecimalDigits number, int most_whole) {
    const int whole = count_digits(number.digits) + number.exponent;
    return whole > -4 && whole <= most_whole ? write_fixed(out, number)
                                             : write_scientific(out, number);
}

/// The sign, and all of a number that has no digits: 0, `inf`, `nan`. Null where digits follow.
inline char* write_without_digits(char*& out, double value) {
    const bool is_nan = eczscore::detail::is_not_a_number(value);
    const bool is_infinite = eczscore::detail::is_infinite(value);
    if (eczscore::detail::has_sign(value) && !is_nan) *out++ = '-';
    if (!is_nan && !is_infinite && value != 0.0) return nullptr;
    const char* word = is_nan ? "nan" : is_infinite ? "inf" : "0";
    while (*word != '\0') *out++ = *word++;
    return out;
}

}  // namespace detail

/// `count` significant digits (1 to 17) of a double, rounded half to even, without zeros at their
/// end; as `printf("%.17g")` writes 17. The same in every locale.
/// out      at least `number_room` bytes; not terminated.
/// returns  the end of what was written.
inline char* write_significant(char* out, double value, int count) {
    if (char* end = detail::write_without_digits(out, value)) return end;
    auto number = eczscore::detail::rounded_digits(eczscore::detail::without_sign(value), count);
    for (; number.digits % 10 == 0; number.digits /= 10) ++number.exponent;
    return detail::write_up_to(out, number, count);
}

/// The shortest decimal that reads back as the same double, with an exponent where that is shorter:
/// as `std::to_chars` writes it.
/// out      at least `number_room` bytes; not terminated.
/// returns  the end of what was written.
inline char* write_shortest(char* out, double value) {
    if (char* end = detail::write_without_digits(out, value)) return end;
    const auto number = eczscore::detail::shortest_digits(eczscore::detail::without_sign(value));
    const int count = detail::count_digits(number.digits);
    const int shorter = count == 1 ? 1 : 0;  // an exponent without a point before it
    if (number.exponent < shorter - count - 3 || number.exponent > 5 - shorter) {
        return detail::write_scientific(out, number);
    }
    const double size = eczscore::detail::without_sign(value);
    if (number.exponent <= 0 || size < 9007199254740992.0) return detail::write_fixed(out, number);
    // A whole number beyond 2^53: all its digits, which the shortest round.
    const auto all = static_cast<eczscore::detail::UInt128>(size);
    constexpr std::uint64_t unit = 10'000'000'000;
    const auto high = static_cast<std::uint64_t>(all / unit);
    out = detail::write_digits_of(out, high, detail::count_digits(high));
    return detail::write_digits_of(out, static_cast<std::uint64_t>(all % unit), 10);
}

/// The same as a string.
inline std::string significant_text(double value, int count) {
    char buffer[number_room];
    return std::string(buffer, write_significant(buffer, value, count));
}

/// The shortest decimal that reads back, with an exponent only below 0.0001 and from 1e16 on: for
/// sentences.
inline std::string shortest_text(double value) {
    char buffer[number_room];
    char* out = buffer;
    char* end = detail::write_without_digits(out, value);
    if (end == nullptr) {
        end = detail::write_up_to(
            out, eczscore::detail::shortest_digits(eczscore::detail::without_sign(value)), 16);
    }
    return std::string(buffer, end);
}

/// The shortest decimal that reads back, as a number of JSON that is seen to be a double: `1.0`.
/// value    finite
/// out      at least `number_room` bytes; not terminated.
/// returns  the end of what was written.
inline char* write_json_double(char* out, double value) {
    char* end = detail::write_without_digits(out, value);
    eczscore::detail::DecimalDigits number{};
    if (end == nullptr) {
        number = eczscore::detail::shortest_digits(eczscore::detail::without_sign(value));
        end = detail::write_up_to(out, number, 15);
    }
    const int whole =
        number.digits == 0 ? 1 : detail::count_digits(number.digits) + number.exponent;
    if (number.exponent < 0 || whole > 15) return end;
    *end++ = '.';
    *end++ = '0';
    return end;
}

}  // namespace eczscore::report
