// SPDX-License-Identifier: BSL-1.0
// Exact numbers of twice the width: what differences and percentages of two scores need.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "eczscore/core/exact.hpp"

namespace eczscore {

/// An exact rational number with numerator and denominator of 127 bits, reduced, the denominator
/// positive. `difference` and `share` of any two exact numbers fit, and comparisons of any two wide
/// ones; arithmetic that does not fit is *not a number*, as with `Exact`.
class WideExact {
public:
    /// The same number.
    constexpr WideExact(Exact value)  // NOLINT(google-explicit-constructor)
        : num_(value.num()), den_(value.den()) {}
    /// A whole number.
    constexpr WideExact(int whole) : num_(whole) {}  // NOLINT
    /// A whole number; not a number for the least `int64_t`.
    constexpr WideExact(std::int64_t whole) : WideExact(Exact(whole)) {}  // NOLINT

    /// a - b; a number for all numbers a and b.
    static constexpr WideExact difference(Exact a, Exact b) {
        return reduced(cross_difference(a, b), detail::Int128{a.den()} * b.den());
    }
    /// (a - b) / of; a number for all numbers where `of` is `a` or `b` and not 0.
    static constexpr WideExact share(Exact a, Exact b, Exact of) {
        return difference(a, b) / WideExact(of);
    }
    /// The result of an operation that could not be kept exact.
    static constexpr WideExact not_a_number() { return raw(0, 0); }

    /// False for the result of an operation that could not be kept exact.
    constexpr bool is_number() const { return den_ != 0; }
    /// The numerator of the reduced ratio; it has the sign.
    constexpr detail::Int128 num() const { return num_; }
    /// Positive; 0 when this is not a number.
    constexpr detail::Int128 den() const { return den_; }
    /// The same number in 64 bits; not a number where it does not fit.
    constexpr Exact narrow() const {
        constexpr detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
        if (!is_number() || detail::magnitude(num_) > limit || den_ > limit) {
            return Exact::not_a_number();
        }
        return Exact::ratio(static_cast<std::int64_t>(num_), static_cast<std::int64_t>(den_));
    }
    /// The nearest `double`, correctly rounded; NaN when this is not a number.
    constexpr double to_double() const {
        return is_number() ? detail::nearest_double(num_, den_)
                           : std::numeric_limits<double>::quiet_NaN();
    }
    /// With this many decimals, 0 to 18; halves go away from zero.
    constexpr WideExact rounded(int decimals) const {
        if (!is_number() || decimals < 0 || decimals > 18) return not_a_number();
        std::int64_t power = 1;
        for (int d = 0; d < decimals; ++d) power *= 10;
        const WideExact scaled = *this * WideExact(power);
        if (!scaled.is_number()) return scaled;
        return reduced(detail::rounded_quotient(scaled.num_, scaled.den_), power);
    }

    constexpr WideExact operator-() const { return raw(-num_, den_); }
    friend constexpr WideExact operator+(WideExact a, WideExact b) {
        if (!a.is_number() || !b.is_number()) return not_a_number();
        const detail::Int128 shared = detail::gcd(a.den_, b.den_);
        detail::Int128 left = 0;
        detail::Int128 right = 0;
        detail::Int128 den = 0;
        if (!detail::multiply(a.num_, b.den_ / shared, left) ||
            !detail::multiply(b.num_, a.den_ / shared, right) ||
            !detail::multiply(a.den_ / shared, b.den_, den) ||
            (left > 0 && right > detail::max_int128 - left) ||
            (left < 0 && right < -detail::max_int128 - left)) {
            return not_a_number();
        }
        return reduced(left + right, den);
    }
    friend constexpr WideExact operator-(WideExact a, WideExact b) { return a + -b; }
    friend constexpr WideExact operator*(WideExact a, WideExact b) {
        if (!a.is_number() || !b.is_number()) return not_a_number();
        // What can be divided out is divided out first: then the product is reduced.
        const detail::Int128 first = detail::gcd(a.num_, b.den_);
        const detail::Int128 second = detail::gcd(b.num_, a.den_);
        WideExact product = 0;
        if (!detail::multiply(a.num_ / first, b.num_ / second, product.num_) ||
            !detail::multiply(a.den_ / second, b.den_ / first, product.den_)) {
            return not_a_number();
        }
        return product;
    }
    friend constexpr WideExact operator/(WideExact a, WideExact b) {
        if (b.num_ == 0) return not_a_number();
        return a * (b.num_ < 0 ? raw(-b.den_, -b.num_) : raw(b.den_, b.num_));
    }
    friend constexpr bool operator==(WideExact a, WideExact b) {
        return a.num_ == b.num_ && a.den_ == b.den_ && a.is_number();
    }
    friend constexpr std::partial_ordering operator<=>(WideExact a, WideExact b) {
        if (!a.is_number() || !b.is_number()) return std::partial_ordering::unordered;
        return detail::compare_ratios(a.num_, a.den_, b.num_, b.den_) <=> 0;
    }

    /// Whether this is `value / parts` or more; true and false for all numbers, however large.
    /// parts  above 0
    constexpr bool is_at_least(Exact value, int parts) const {
        if (!is_number() || !value.is_number()) return false;
        if (detail::fits_63_bits(num_) && detail::fits_63_bits(den_) &&
            value.den() <= std::numeric_limits<std::int64_t>::max() / parts) {
            return num_ * (value.den() * parts) >= value.num() * den_;
        }
        return *this >= WideExact(value) / parts;
    }

private:
    static constexpr WideExact raw(detail::Int128 num, detail::Int128 den) {
        WideExact e = 0;
        e.num_ = num;
        e.den_ = den;
        return e;
    }
    /// Below 2^127, since each product is below 2^126.
    static constexpr detail::Int128 cross_difference(Exact a, Exact b) {
        return detail::Int128{a.num()} * b.den() - detail::Int128{b.num()} * a.den();
    }
    static constexpr WideExact reduced(detail::Int128 num, detail::Int128 den) {
        if (den == 0) return not_a_number();
        const detail::Int128 divisor = detail::gcd(num, den);
        return raw(num / divisor, den / divisor);
    }

    detail::Int128 num_ = 0;
    detail::Int128 den_ = 1;
};

}  // namespace eczscore
