// SPDX-License-Identifier: BSL-1.0
// Exact rational numbers: scores, items, thresholds and band edges are never binary floating point.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <limits>

namespace eczscore {

namespace detail {
__extension__ using Int128 = __int128;
void exact_literal_is_not_a_decimal_number();  // never defined: its name is the compiler's message
void exact_number_does_not_fit();              // never defined: its name is the compiler's message

constexpr Int128 gcd(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 r = a % b;
        a = b;
        b = r;
    }
    return a < 0 ? -a : a;
}
constexpr std::int64_t lcm(std::int64_t a, std::int64_t b) {
    return a / static_cast<std::int64_t>(gcd(a, b)) * b;
}
}  // namespace detail

/// An exact rational number, always reduced, with a positive denominator.
/// Scores are an integer count of their instrument's unit, so numerators and denominators stay
/// below 2^53 and every operation on scores of one patient is exact; `double` appears once, in
/// `to_double()`, as one correctly rounded division.
class Exact {
public:
    constexpr Exact() = default;
    constexpr Exact(int whole) : num_(whole) {}           // NOLINT(google-explicit-constructor)
    constexpr Exact(std::int64_t whole) : num_(whole) {}  // NOLINT(google-explicit-constructor)

    /// `numerator / denominator`, reduced; the denominator must not be 0.
    static constexpr Exact ratio(std::int64_t numerator, std::int64_t denominator) {
        return reduced(numerator, denominator);
    }

    constexpr std::int64_t num() const { return num_; }
    constexpr std::int64_t den() const { return den_; }
    constexpr bool is_integer() const { return den_ == 1; }

    /// The nearest `double`: one correctly rounded division.
    constexpr double to_double() const {
        return static_cast<double>(num_) / static_cast<double>(den_);
    }

    constexpr Exact operator-() const { return raw(-num_, den_); }
    friend constexpr Exact operator+(Exact a, Exact b) {
        return reduced(detail::Int128{a.num_} * b.den_ + detail::Int128{b.num_} * a.den_,
                       detail::Int128{a.den_} * b.den_);
    }
    friend constexpr Exact operator-(Exact a, Exact b) { return a + -b; }
    friend constexpr Exact operator*(Exact a, Exact b) {
        return reduced(detail::Int128{a.num_} * b.num_, detail::Int128{a.den_} * b.den_);
    }
    /// Quotient; `b` must not be 0.
    friend constexpr Exact operator/(Exact a, Exact b) {
        return reduced(detail::Int128{a.num_} * b.den_, detail::Int128{a.den_} * b.num_);
    }
    friend constexpr bool operator==(Exact a, Exact b) {
        return a.num_ == b.num_ && a.den_ == b.den_;
    }
    friend constexpr std::strong_ordering operator<=>(Exact a, Exact b) {
        if (a.den_ == b.den_) return a.num_ <=> b.num_;
        const detail::Int128 left = detail::Int128{a.num_} * b.den_;
        const detail::Int128 right = detail::Int128{b.num_} * a.den_;
        // Reduced numbers with different denominators are never equal.
        return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
    }

    /// The nearest integer; halves go away from zero.
    constexpr std::int64_t rounded() const {
        const std::int64_t magnitude = num_ < 0 ? -num_ : num_;
        const std::int64_t whole = (2 * magnitude + den_) / (2 * den_);
        return num_ < 0 ? -whole : whole;
    }
    /// The greatest integer not above this number.
    constexpr std::int64_t floor() const {
        const std::int64_t whole = num_ / den_;
        return num_ < 0 && whole * den_ != num_ ? whole - 1 : whole;
    }
    /// The least integer not below this number.
    constexpr std::int64_t ceil() const { return -(-*this).floor(); }

private:
    static constexpr Exact raw(std::int64_t num, std::int64_t den) {
        Exact e;
        e.num_ = num;
        e.den_ = den;
        return e;
    }
    static constexpr Exact reduced(detail::Int128 num, detail::Int128 den) {
        assert(den != 0);
        if (den == 0) return {};  // a misuse: 0 rather than a crash of somebody's host program
        if (den == 1) return fitting(num, den);
        const detail::Int128 divisor = (den < 0 ? -1 : 1) * detail::gcd(num, den);
        return fitting(num / divisor, den / divisor);
    }
    static constexpr Exact fitting(detail::Int128 num, detail::Int128 den) {
        [[maybe_unused]] constexpr detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
        assert(num <= limit && num >= -limit && den <= limit);
        return raw(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
    }

    std::int64_t num_ = 0;
    std::int64_t den_ = 1;
};

inline namespace literals {
/// `7.05_x` is exactly 141/20: decimal literals without a detour through `double`.
consteval Exact operator""_x(const char* text) {
    std::int64_t digits = 0;
    std::int64_t scale = 1;
    bool point = false;
    for (; *text != '\0'; ++text) {
        if (*text == '\'') continue;
        if (*text == '.' && !point) {
            point = true;
            continue;
        }
        if (*text < '0' || *text > '9') detail::exact_literal_is_not_a_decimal_number();
        if (digits > 1'000'000'000'000'000) detail::exact_number_does_not_fit();
        digits = digits * 10 + (*text - '0');
        if (point) scale *= 10;
    }
    return Exact::ratio(digits, scale);
}
}  // namespace literals

}  // namespace eczscore
