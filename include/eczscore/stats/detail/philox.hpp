// SPDX-License-Identifier: BSL-1.0
// Random numbers that are addressed, not drawn in turn: Philox 4x32-10 (Salmon et al. 2011).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace eczscore::stats::detail {

using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

inline constexpr int philox_rounds = 10;
inline constexpr std::uint32_t philox_multiplier[2] = {0xD2511F53u, 0xCD9E8D57u};
inline constexpr std::uint32_t philox_key_step[2] = {0x9E3779B9u, 0xBB67AE85u};

/// The four words of a counter under a key.
constexpr PhiloxBlock philox(PhiloxBlock counter, PhiloxKey key) {
    for (int round = 0; round < philox_rounds; ++round) {
        const std::uint64_t p = std::uint64_t{philox_multiplier[0]} * counter[0];
        const std::uint64_t q = std::uint64_t{philox_multiplier[1]} * counter[2];
        counter = {static_cast<std::uint32_t>(q >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(q),
                   static_cast<std::uint32_t>(p >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(p)};
        key = {key[0] + philox_key_step[0], key[1] + philox_key_step[1]};
    }
    return counter;
}

constexpr PhiloxKey philox_key(std::uint64_t seed) {
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

/// How many of the 2^32 words a draw below n must reject so that all n values are equally likely
/// (Lemire 2019): those whose product with n has a low half under this.
constexpr std::uint32_t rejected_below(std::uint32_t n) {
    return static_cast<std::uint32_t>((std::uint64_t{1} << 32) % n);
}

/// The words of one replicate in their order. They depend on seed, stream and replicate alone,
/// never on who computes them: counter = (block, replicate low, replicate high, stream).
class Philox {
public:
    constexpr Philox(std::uint64_t seed, std::uint32_t stream, std::uint64_t replicate)
        : key_(philox_key(seed)),
          counter_{0, static_cast<std::uint32_t>(replicate),
                   static_cast<std::uint32_t>(replicate >> 32), stream} {}

    constexpr std::uint32_t word() {
        if (next_ == 4) {
            block_ = philox(counter_, key_);
            ++counter_[0];
            next_ = 0;
        }
        return block_[next_++];
    }
    /// Uniform in 0 .. n-1; n at least 1.
    constexpr std::uint32_t below(std::uint32_t n) { return below(n, rejected_below(n)); }
    /// The same in a loop, with `rejected_below(n)` computed once.
    constexpr std::uint32_t below(std::uint32_t n, std::uint32_t rejected) {
        std::uint64_t product = std::uint64_t{word()} * n;
        while (static_cast<std::uint32_t>(product) < rejected) product = std::uint64_t{word()} * n;
        return static_cast<std::uint32_t>(product >> 32);
    }
    /// Uniform in [0, 1): 53 bits of two words, the first one high.
    constexpr double uniform() {
        const std::uint64_t high = word();
        return static_cast<double>((high << 32 | word()) >> 11) * 0x1p-53;
    }
    /// Uniform in (0, 1): the middles of 2^52 equal steps, so that a logarithm is finite.
    constexpr double open_uniform() {
        const std::uint64_t high = word();
        return (static_cast<double>((high << 32 | word()) >> 12) + 0.5) * 0x1p-52;
    }

private:
    PhiloxKey key_;
    PhiloxBlock counter_;
    PhiloxBlock block_{};
    std::size_t next_ = 4;
};

// The published test vector for a zero counter and key.
static_assert(philox({0, 0, 0, 0}, {0, 0}) ==
              PhiloxBlock{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u});

}  // namespace eczscore::stats::detail
