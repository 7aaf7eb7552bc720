// SPDX-License-Identifier: BSL-1.0
// Exact rational numbers: scores, items, thresholds and band edges are never binary floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "eczscore/core/int128.hpp"

namespace eczscore {

namespace detail {
void exact_literal_is_not_a_decimal_number();  // never defined: its name is the compiler's message
void exact_number_does_not_fit();              // never defined: its name is the compiler's message
}  // namespace detail

/// An exact rational number, always reduced, with a positive denominator.
/// Scores are an integer count of their instrument's unit, so numerators and denominators stay
/// below 2^53 and every operation on scores of one patient is exact; `double` appears once, in
/// `to_double()`, as one correctly rounded division.
///
/// Nothing wraps and nothing is rounded: where a result has no numerator and denominator of 63 bits
/// (or a division is by 0), it does not compile in a constant expression, and otherwise it is *not
/// a number*. What is worked out from that is not a number either, and every comparison with it but
/// `!=` is false. The difference and the ratio of two scores may need more: see `WideExact`.
class Exact {
public:
    constexpr Exact() = default;
    /// A whole number.
    constexpr Exact(int whole) : num_(whole) {}  // NOLINT(google-explicit-constructor)
    /// Not a number for the least `int64_t`, which has no opposite.
    constexpr Exact(std::int64_t whole)  // NOLINT(google-explicit-constructor)
        : num_(whole == least ? 0 : whole), den_(whole == least ? 0 : 1) {}

    /// `numerator / denominator`, reduced; not a number when the denominator is 0 or one of them is
    /// the least `int64_t`.
    static constexpr Exact ratio(std::int64_t numerator, std::int64_t denominator) {
        if (numerator == least || denominator == least) return not_a_number();
        return reduced(numerator, denominator);
    }
    /// The result of an operation that could not be kept exact.
    static constexpr Exact not_a_number() { return raw(0, 0); }

    /// False for the result of an operation that could not be kept exact.
    constexpr bool is_number() const { return den_ != 0; }
    /// The numerator of the reduced ratio; it has the sign.
    constexpr std::int64_t num() const { return num_; }
    constexpr std::int64_t den() const { return den_; }  ///< positive; 0 when this is not a number
    /// Nothing is after the decimal point.
    constexpr bool is_integer() const { return den_ == 1; }

    /// The nearest `double`, correctly rounded; NaN when this is not a number.
    constexpr double to_double() const {
        return is_number() ? detail::nearest_double(num_, den_)
                           : std::numeric_limits<double>::quiet_NaN();
    }

    constexpr Exact operator-() const { return raw(-num_, den_); }
    friend constexpr Exact operator+(Exact a, Exact b) {
        if (!a.is_number() || !b.is_number()) return not_a_number();
        return reduced(detail::Int128{a.num_} * b.den_ + detail::Int128{b.num_} * a.den_,
                       detail::Int128{a.den_} * b.den_);
    }
    friend constexpr Exact operator-(Exact a, Exact b) { return a + -b; }
    friend constexpr Exact operator*(Exact a, Exact b) {
        if (!a.is_number() || !b.is_number()) return not_a_number();
        return reduced(detail::Int128{a.num_} * b.num_, detail::Int128{a.den_} * b.den_);
    }
    friend constexpr Exact operator/(Exact a, Exact b) {
        if (!a.is_number() || !b.is_number()) return not_a_number();
        return reduced(detail::Int128{a.num_} * b.den_, detail::Int128{a.den_} * b.num_);
    }
    friend constexpr bool operator==(Exact a, Exact b) {
        return a.num_ == b.num_ && a.den_ == b.den_ && a.is_number();
    }
    friend constexpr std::partial_ordering operator<=>(Exact a, Exact b) {
        if (!a.is_number() || !b.is_number()) return std::partial_ordering::unordered;
        if (a.den_ == b.den_) return a.num_ <=> b.num_;
        const detail::Int128 left = detail::Int128{a.num_} * b.den_;
        const detail::Int128 right = detail::Int128{b.num_} * a.den_;
        // Reduced numbers with different denominators are never equal.
        return left < right ? std::partial_ordering::less : std::partial_ordering::greater;
    }

    /// The nearest integer; halves go away from zero. These three give the least `int64_t`, which
    /// no exact number has, when this is not a number.
    constexpr std::int64_t rounded() const {
        if (is_integer()) return num_;
        return is_number() ? static_cast<std::int64_t>(detail::rounded_quotient(num_, den_))
                           : least;
    }
    /// The greatest integer not above this number.
    constexpr std::int64_t floor() const {
        if (is_integer()) return num_;
        return is_number() ? static_cast<std::int64_t>(detail::floor_quotient(num_, den_)) : least;
    }
    /// The least integer not below this number.
    constexpr std::int64_t ceil() const {
        if (is_integer()) return num_;
        return is_number() ? -static_cast<std::int64_t>(detail::floor_quotient(-num_, den_))
                           : least;
    }

private:
    static constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

    static constexpr Exact raw(std::int64_t num, std::int64_t den) {
        Exact e;
        e.num_ = num;
        e.den_ = den;
        return e;
    }
    static constexpr Exact reduced(detail::Int128 num, detail::Int128 den) {
        if (den == 0) return exact_number_does_not_fit();
        if (den == 1) return fitting(num, den);
        const detail::Int128 divisor = (den < 0 ? -1 : 1) * detail::gcd(num, den);
        return fitting(num / divisor, den / divisor);
    }
    static constexpr Exact fitting(detail::Int128 num, detail::Int128 den) {
        constexpr detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
        if (num > limit || num < -limit || den > limit) return exact_number_does_not_fit();
        return raw(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
    }
    /// Not constexpr: its name is the compiler's message where an overflow is a mistake of ours.
    static Exact exact_number_does_not_fit() { return not_a_number(); }

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
