// SPDX-License-Identifier: BSL-1.0
// The decimal digits of a double, with whole numbers only: so many, or as few as read back.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "eczscore/core/int128.hpp"

namespace eczscore::detail {

/// A positive number as `digits` x 10^`exponent`.
struct DecimalDigits {
    std::uint64_t digits = 0;
    int exponent = 0;
};

constexpr bool has_sign(double value) { return std::bit_cast<std::uint64_t>(value) >> 63 != 0; }
constexpr double without_sign(double value) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) << 1 >> 1);
}
constexpr bool is_not_a_number(double value) { return value != value; }
constexpr bool is_infinite(double value) {
    return std::bit_cast<std::uint64_t>(value) << 1 == std::uint64_t{0x7ff} << 53;
}

constexpr std::uint64_t power_of_ten(int exponent) {
    std::uint64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// A whole number of up to 1,216 bits, which is what the digits of the least double need.
class BigWhole {
public:
    constexpr explicit BigWhole(std::uint64_t value) { limbs_[0] = value; }

    constexpr void multiply(std::uint64_t by) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const UInt128 product = UInt128{limbs_[i]} * by + carry;
            limbs_[i] = static_cast<std::uint64_t>(product);
            carry = static_cast<std::uint64_t>(product >> 64);
        }
        if (carry != 0) limbs_[size_++] = carry;
    }
    /// returns  the remainder
    constexpr std::uint64_t divide(std::uint64_t by) {
        UInt128 rest = 0;
        for (std::size_t i = size_; i-- > 0;) {
            rest = rest << 64 | limbs_[i];
            limbs_[i] = static_cast<std::uint64_t>(rest / by);
            rest %= by;
        }
        return static_cast<std::uint64_t>(rest);
    }
    constexpr void shift_left(int bits) {
        for (; bits >= 63; bits -= 63) multiply(std::uint64_t{1} << 63);
        multiply(std::uint64_t{1} << bits);
    }
    /// The number over 2^`bits`, which is below 2^64. more: whether there is a remainder.
    constexpr std::uint64_t shifted_right(int bits, bool& more) const {
        const auto whole = static_cast<std::size_t>(bits) / 64;
        const int part = bits % 64;
        for (std::size_t i = 0; i < whole && i < size_; ++i) more = more || limbs_[i] != 0;
        if (whole >= size_) return 0;
        const UInt128 high = whole + 1 < size_ ? limbs_[whole + 1] : 0;
        const UInt128 both = high << 64 | limbs_[whole];
        more = more || (both & ((UInt128{1} << part) - 1)) != 0;
        return static_cast<std::uint64_t>(both >> part);
    }

private:
    std::uint64_t limbs_[20] = {};
    std::size_t size_ = 1;
};

/// The whole part of a number; `more` is what follows, if anything does.
struct Truncated {
    std::uint64_t whole = 0;
    bool more = false;
};

/// mantissa x 2^exponent x 10^power, which is below 2^64.
constexpr Truncated scaled(std::uint64_t mantissa, int exponent, int power) {
    BigWhole number(mantissa);
    Truncated result;
    for (int left = power; left > 0; left -= 19)
        number.multiply(power_of_ten(left < 19 ? left : 19));
    if (exponent > 0) number.shift_left(exponent);
    for (int left = -power; left > 0; left -= 19) {
        if (number.divide(power_of_ten(left < 19 ? left : 19)) != 0) result.more = true;
    }
    result.whole = number.shifted_right(exponent < 0 ? -exponent : 0, result.more);
    return result;
}

/// A positive, finite double as mantissa x 2^exponent, and its decimal exponent or one less.
struct BinaryParts {
    std::uint64_t mantissa = 0;
    int exponent = 0;
    int tens = 0;

    constexpr explicit BinaryParts(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        constexpr std::uint64_t hidden = std::uint64_t{1} << 52;
        const int field = static_cast<int>(bits >> 52 & 0x7ff);
        mantissa = (bits & (hidden - 1)) | (field == 0 ? 0 : hidden);
        exponent = (field == 0 ? 1 : field) - 1075;
        const int log2 = static_cast<int>(std::bit_width(mantissa)) + exponent - 1;
        tens = log2 * 78913 >> 18;  // log10(2) = 0.30103 = 78913 / 2^18, rounded down
    }
    /// The next double below is half as far away as the one above.
    constexpr bool is_lowest_of_its_power() const {
        return mantissa == std::uint64_t{1} << 52 && exponent > -1074;
    }
};

/// `whole` / `unit`, rounded to the nearest and half to even; `more` as in `Truncated`.
constexpr std::uint64_t nearest_quotient(Truncated number, std::uint64_t unit) {
    const std::uint64_t quotient = number.whole / unit;
    const std::uint64_t rest = number.whole % unit;
    const bool is_half = rest == unit / 2 && !number.more;
    const bool up = is_half ? quotient % 2 == 1 : rest >= unit / 2;
    return quotient + (up ? 1 : 0);
}

/// The exact value of a positive, finite double to `count` significant digits, 1 to 17; half to
/// even.
constexpr DecimalDigits rounded_digits(double value, int count) {
    const BinaryParts parts(value);
    const int power = 17 - parts.tens;
    const Truncated all = scaled(parts.mantissa, parts.exponent, power);  // 18 or 19 digits
    const int cut = (all.whole >= power_of_ten(18) ? 19 : 18) - count;
    DecimalDigits result{nearest_quotient(all, power_of_ten(cut)), cut - power};
    if (result.digits == power_of_ten(count)) result = {result.digits / 10, result.exponent + 1};
    return result;
}

/// The fewest digits that read back as the same positive, finite double; of those the nearest to
/// it.
constexpr DecimalDigits shortest_digits(double value) {
    const BinaryParts parts(value);
    const int power = 17 - parts.tens;
    const std::uint64_t center = parts.mantissa * 4;
    const std::uint64_t below = center - (parts.is_lowest_of_its_power() ? 1 : 2);
    const Truncated lower = scaled(below, parts.exponent - 2, power);
    const Truncated upper = scaled(center + 2, parts.exponent - 2, power);
    const Truncated middle = scaled(center, parts.exponent - 2, power);
    // The ends themselves read back only where they round to this double: to even.
    const bool ends_count = parts.mantissa % 2 == 0;
    const std::uint64_t first = lower.whole + (lower.more || !ends_count ? 1 : 0);
    const std::uint64_t last = upper.whole - (upper.more || ends_count ? 0 : 1);
    std::uint64_t unit = 1;
    int zeros = 0;
    while (zeros < 18 && last / (unit * 10) * (unit * 10) >= first) {
        unit *= 10;
        ++zeros;
    }
    // Some multiple is between the ends. Where the nearest is not, it is below: a power of 2 has
    // half as much room below it as above.
    std::uint64_t digits = nearest_quotient(middle, unit);
    if (digits * unit < first) ++digits;
    return {digits, zeros - power};
}

static_assert(shortest_digits(0.1).digits == 1 && shortest_digits(0.1).exponent == -1);
static_assert(rounded_digits(0.1, 17).digits == 10000000000000001);

}  // namespace eczscore::detail
