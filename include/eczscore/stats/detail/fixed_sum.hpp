// SPDX-License-Identifier: BSL-1.0
// Fixed-point sums wide enough for every double: addition is exact, so no order and no grouping
// of the terms can change a bit.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/detail/natural.hpp"

namespace eczscore::stats::detail {

/// A finite double is `digits` x 2^(shift - 1074), with its sign.
struct Binary {
    Limb digits = 0;
    int shift = 0;
    bool negative = false;
};

inline Binary binary(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const Limb fraction = bits & ((Limb{1} << 52) - 1);
    const int exponent = static_cast<int>((bits >> 52) & 0x7ff);
    const bool negative = (bits >> 63) != 0;
    if (exponent == 0) return {fraction, 0, negative};
    return {fraction | (Limb{1} << 52), exponent - 1, negative};
}

/// The largest that the sum of `n` doubles to the power of `Power` can be, in units of
/// 2^(-1074 Power).
template <std::size_t Power>
Natural largest_sum(std::uint64_t n) {
    const Natural largest = Natural((DoubleLimb{1} << 53) - 1).shifted(2045);
    Natural sum(DoubleLimb{n});
    for (std::size_t i = 0; i < Power; ++i) sum = sum * largest;
    return sum;
}

/// A sum of numbers >= 0 in units of 2^(-1074 Power), as wide as doubles to this power need, with
/// room for 2^64 of them.
template <std::size_t Power>
class FixedSum {
public:
    static constexpr std::size_t size = (std::size_t{2098} * Power + 64 + 63) / 64;

    /// Adds `power` x 2^shift units; `power` is a product of as many 53-bit numbers.
    void add(const std::array<Limb, Power + 1>& power, int shift) {
        auto at = static_cast<std::size_t>(shift) / 64;
        const int part = shift % 64;
        DoubleLimb carry = 0;
        Limb below = 0;
        for (std::size_t i = 0; i <= Power; ++i, ++at) {
            const auto moved =
                static_cast<Limb>(((DoubleLimb{power[i]} << 64) | below) >> (64 - part));
            carry += DoubleLimb{limbs_[at]} + moved;
            limbs_[at] = static_cast<Limb>(carry);
            carry >>= 64;
            below = power[i];
        }
        for (; carry != 0 && at < size; ++at) {
            carry += limbs_[at];
            limbs_[at] = static_cast<Limb>(carry);
            carry >>= 64;
        }
    }
    void add(const FixedSum& other) {
        DoubleLimb carry = 0;
        for (std::size_t i = 0; i < size; ++i) {
            carry += DoubleLimb{limbs_[i]} + other.limbs_[i];
            limbs_[i] = static_cast<Limb>(carry);
            carry >>= 64;
        }
    }
    Natural natural() const { return Natural(limbs_); }
    friend bool operator==(const FixedSum&, const FixedSum&) = default;

    /// Whether it can be a sum of `n` doubles to this power. Only then does what is added or
    /// merged later have room.
    bool can_be_of(std::uint64_t n) const { return !(largest_sum<Power>(n) < natural()); }

    /// The limbs that are not 0, from the first to the last of them.
    void write(ByteWriter& out) const {
        std::size_t first = 0;
        std::size_t end = size;
        while (end > 0 && limbs_[end - 1] == 0) --end;
        while (first < end && limbs_[first] == 0) ++first;
        out.put(static_cast<std::uint16_t>(first));
        out.put(static_cast<std::uint16_t>(end - first));
        for (std::size_t i = first; i < end; ++i) out.put(limbs_[i]);
    }
    void read(ByteReader& in) {
        limbs_ = {};
        const std::size_t first = in.get<std::uint16_t>();
        const std::size_t count = in.get<std::uint16_t>();
        if (first + count > size) return in.reject();
        for (std::size_t i = first; i < first + count; ++i) limbs_[i] = in.get<Limb>();
    }

private:
    std::array<Limb, size> limbs_{};
};

/// A sum of doubles, or of an odd power of them: what is above and what is below 0 apart.
template <std::size_t Power>
struct SignedFixedSum {
    FixedSum<Power> above{};
    FixedSum<Power> below{};

    void add(const std::array<Limb, Power + 1>& power, int shift, bool negative) {
        (negative ? below : above).add(power, shift);
    }
    void add(const SignedFixedSum& other) {
        above.add(other.above);
        below.add(other.below);
    }
    /// In units of 2^(-1074 Power).
    Whole whole() const { return Whole(above.natural()) - Whole(below.natural()); }
    /// As of `FixedSum`; every term is either above or below 0.
    bool can_be_of(std::uint64_t n) const {
        return !(largest_sum<Power>(n) < above.natural() + below.natural());
    }
    friend bool operator==(const SignedFixedSum&, const SignedFixedSum&) = default;

    void write(ByteWriter& out) const {
        above.write(out);
        below.write(out);
    }
    void read(ByteReader& in) {
        above.read(in);
        below.read(in);
    }
};

/// digits^1 .. digits^4, as limbs.
struct Powers {
    std::array<Limb, 2> first{};
    std::array<Limb, 3> second{};
    std::array<Limb, 4> third{};
    std::array<Limb, 5> fourth{};

    explicit Powers(Limb digits) {
        first[0] = digits;
        times(first, digits, second);
        times(second, digits, third);
        times(third, digits, fourth);
    }

private:
    template <std::size_t From, std::size_t To>
    static void times(const std::array<Limb, From>& from, Limb by, std::array<Limb, To>& to) {
        DoubleLimb carry = 0;
        for (std::size_t i = 0; i < From; ++i) {
            carry += DoubleLimb{from[i]} * by;
            to[i] = static_cast<Limb>(carry);
            carry >>= 64;
        }
    }
};

}  // namespace eczscore::stats::detail
