// SPDX-License-Identifier: BSL-1.0
// Whole numbers of any size and their ratios, rounded once: what exact sums are finished with.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/core/exact.hpp"

namespace eczscore::stats::detail {

__extension__ using DoubleLimb = unsigned __int128;
using Limb = std::uint64_t;

/// A whole number >= 0: 64-bit limbs, the lowest first, none of them 0 at the top.
class Natural {
public:
    Natural() = default;
    Natural(DoubleLimb value) {  // NOLINT(google-explicit-constructor)
        limbs_ = {static_cast<Limb>(value), static_cast<Limb>(value >> 64)};
        trim();
    }
    explicit Natural(std::span<const Limb> limbs) : limbs_(limbs.begin(), limbs.end()) { trim(); }

    bool is_zero() const { return limbs_.empty(); }
    /// Bits up to the highest one; 0 for 0.
    int bits() const {
        if (is_zero()) return 0;
        return static_cast<int>(64 * limbs_.size()) - std::countl_zero(limbs_.back());
    }
    /// Zeros below the lowest one; 0 for 0.
    int trailing_zeros() const {
        int zeros = 0;
        for (const Limb limb : limbs_) {
            if (limb != 0) return zeros + std::countr_zero(limb);
            zeros += 64;
        }
        return 0;
    }

    friend Natural operator+(const Natural& a, const Natural& b) {
        Natural sum = a;
        sum.limbs_.resize(std::max(a.limbs_.size(), b.limbs_.size()) + 1);
        DoubleLimb carry = 0;
        for (std::size_t i = 0; i < sum.limbs_.size(); ++i) {
            carry += DoubleLimb{sum.limbs_[i]} + (i < b.limbs_.size() ? b.limbs_[i] : 0);
            sum.limbs_[i] = static_cast<Limb>(carry);
            carry >>= 64;
        }
        sum.trim();
        return sum;
    }
    /// a - b, where a >= b.
    friend Natural operator-(const Natural& a, const Natural& b) {
        Natural rest = a;
        Limb borrow = 0;
        for (std::size_t i = 0; i < rest.limbs_.size(); ++i) {
            const DoubleLimb taken = DoubleLimb{i < b.limbs_.size() ? b.limbs_[i] : 0} + borrow;
            borrow = DoubleLimb{rest.limbs_[i]} < taken ? 1 : 0;
            rest.limbs_[i] -= static_cast<Limb>(taken);
        }
        rest.trim();
        return rest;
    }
    friend Natural operator*(const Natural& a, const Natural& b) {
        Natural product;
        product.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
        for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
            DoubleLimb carry = 0;
            for (std::size_t k = 0; k < b.limbs_.size(); ++k) {
                carry += DoubleLimb{a.limbs_[i]} * b.limbs_[k] + product.limbs_[i + k];
                product.limbs_[i + k] = static_cast<Limb>(carry);
                carry >>= 64;
            }
            product.limbs_[i + b.limbs_.size()] = static_cast<Limb>(carry);
        }
        product.trim();
        return product;
    }
    /// Times 2^by; a negative `by` drops bits.
    Natural shifted(int by) const {
        if (is_zero() || by == 0) return *this;
        const auto whole = static_cast<std::size_t>(std::abs(by)) / 64;
        const int part = std::abs(by) % 64;
        Natural moved;
        if (by > 0) {
            moved.limbs_.assign(limbs_.size() + whole + 1, 0);
            for (std::size_t i = 0; i < limbs_.size(); ++i) {
                const DoubleLimb wide = DoubleLimb{limbs_[i]} << part;
                moved.limbs_[i + whole] |= static_cast<Limb>(wide);
                moved.limbs_[i + whole + 1] = static_cast<Limb>(wide >> 64);
            }
        } else if (whole < limbs_.size()) {
            moved.limbs_.assign(limbs_.size() - whole, 0);
            for (std::size_t i = whole; i < limbs_.size(); ++i) {
                const Limb above = i + 1 < limbs_.size() ? limbs_[i + 1] : 0;
                moved.limbs_[i - whole] =
                    static_cast<Limb>(((DoubleLimb{above} << 64) | limbs_[i]) >> part);
            }
        }
        moved.trim();
        return moved;
    }
    friend bool operator<(const Natural& a, const Natural& b) {
        if (a.limbs_.size() != b.limbs_.size()) return a.limbs_.size() < b.limbs_.size();
        return std::lexicographical_compare(a.limbs_.rbegin(), a.limbs_.rend(), b.limbs_.rbegin(),
                                            b.limbs_.rend());
    }
    friend bool operator==(const Natural&, const Natural&) = default;

private:
    void trim() {
        while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
    }
    std::vector<Limb> limbs_;
};

/// A whole number of any size with its sign.
struct Whole {
    Natural size;
    bool negative = false;

    Whole() = default;
    Whole(Natural of, bool below = false)  // NOLINT(google-explicit-constructor)
        : size(std::move(of)), negative(below) {}
    Whole(eczscore::detail::Int128 value)  // NOLINT(google-explicit-constructor)
        : size(value < 0 ? DoubleLimb{0} - static_cast<DoubleLimb>(value)
                         : static_cast<DoubleLimb>(value)),
          negative(value < 0) {}

    bool is_zero() const { return size.is_zero(); }
    bool is_below_zero() const { return negative && !is_zero(); }
    Whole operator-() const { return {size, !negative}; }
    friend Whole operator+(const Whole& a, const Whole& b) {
        if (a.negative == b.negative) return {a.size + b.size, a.negative};
        return a.size < b.size ? Whole{b.size - a.size, b.negative}
                               : Whole{a.size - b.size, a.negative};
    }
    friend Whole operator-(const Whole& a, const Whole& b) { return a + -b; }
    friend Whole operator*(const Whole& a, const Whole& b) {
        return {a.size * b.size, a.negative != b.negative};
    }
};

/// A positive number as `digits` x 2^exponent; `more` says that something below the last digit was
/// cut off.
struct Digits {
    DoubleLimb digits = 0;
    int exponent = 0;
    bool more = false;
};

/// a / b to at least `count` - 1 binary digits, 2 to 127; neither is 0.
inline Digits quotient(const Natural& a, const Natural& b, int count) {
    const int exponent = a.bits() - b.bits() - count + 1;
    Natural rest = exponent < 0 ? a.shifted(-exponent) : a;
    const Natural divisor = exponent < 0 ? b : b.shifted(exponent);
    Digits result{0, exponent, false};
    for (int bit = count; bit >= 0; --bit) {
        const Natural part = divisor.shifted(bit);
        result.digits <<= 1;
        if (rest < part) continue;
        rest = rest - part;
        result.digits |= 1;
    }
    result.more = !rest.is_zero();
    return result;
}

/// The nearest double, ties to even; infinity beyond the range.
inline double rounded(const Digits& of) {
    constexpr int lowest = -1074;
    const int length = 128 - (static_cast<Limb>(of.digits >> 64) != 0
                                  ? std::countl_zero(static_cast<Limb>(of.digits >> 64))
                                  : 64 + std::countl_zero(static_cast<Limb>(of.digits)));
    if (length + of.exponent > 1024) return std::numeric_limits<double>::infinity();
    const int drop = std::max(length - 53, lowest - of.exponent);
    if (drop <= 0) return std::ldexp(static_cast<double>(of.digits), of.exponent);
    if (drop > length) return 0.0;
    const DoubleLimb kept = drop < 128 ? of.digits >> drop : 0;
    const DoubleLimb half = DoubleLimb{1} << (drop - 1);
    const DoubleLimb rest = of.digits - (drop < 128 ? kept << drop : 0);
    const bool up = rest > half || (rest == half && (of.more || (kept & 1) != 0));
    return std::ldexp(static_cast<double>(kept + (up ? 1 : 0)), of.exponent + drop);
}

/// The nearest double to a / b x 2^exponent; NaN when b is 0.
inline double ratio(const Whole& a, const Whole& b, int exponent = 0) {
    if (b.is_zero()) return std::numeric_limits<double>::quiet_NaN();
    if (a.is_zero()) return 0.0;
    Digits digits = quotient(a.size, b.size, 66);
    digits.exponent += exponent;
    return a.negative != b.negative ? -rounded(digits) : rounded(digits);
}

/// The nearest double to sqrt(a / b x 2^exponent), a / b >= 0; NaN when b is 0.
inline double root_of_ratio(const Natural& a, const Natural& b, int exponent = 0) {
    if (b.is_zero()) return std::numeric_limits<double>::quiet_NaN();
    if (a.is_zero()) return 0.0;
    // An even exponent halves exactly.
    const bool odd = ((a.bits() - b.bits() + exponent) % 2) != 0;
    Digits square = quotient(a, b, odd ? 124 : 125);
    square.exponent += exponent;
    DoubleLimb root = 0;
    for (int bit = 63; bit >= 0; --bit) {
        const DoubleLimb next = root | (DoubleLimb{1} << bit);
        if (next * next <= square.digits) root = next;
    }
    return rounded({root, square.exponent / 2, square.more || root * root != square.digits});
}

}  // namespace eczscore::stats::detail
