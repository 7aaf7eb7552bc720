// SPDX-License-Identifier: BSL-1.0
// Accumulators as bytes: little-endian, versioned, with a checksum that is compared when read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include "eczscore/stats/types/accumulator_reading.hpp"

namespace eczscore::stats::detail {

/// Which accumulator the bytes hold; the numbers are written to files and never change.
enum class AccumulatorKind : std::uint8_t {
    exact_sum = 1,
    exact_moments = 2,
    exact_pair = 3,
    lattice_sums = 4,
    histogram = 5,
    responders = 6
};

/// The most that an accumulator counts: more than there will ever be, and so far below 2^64 that
/// adding one by one never passes that.
inline constexpr std::uint64_t most_values = std::uint64_t{1} << 63;
/// Whether both counts together are not above it.
constexpr bool can_count(std::uint64_t a, std::uint64_t b) {
    return a <= most_values && b <= most_values - a;
}

/// CRC-32 as zlib, gzip and PNG have it (polynomial 0xEDB88320): any one wrong bit, and any burst
/// of up to 32, changes it.
constexpr std::uint32_t crc32(std::span<const std::uint8_t> bytes) {
    constexpr auto table = [] {
        std::array<std::uint32_t, 256> all{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t rest = i;
            for (int bit = 0; bit < 8; ++bit) {
                rest = (rest & 1u) != 0 ? (rest >> 1) ^ 0xEDB88320u : rest >> 1;
            }
            all[i] = rest;
        }
        return all;
    }();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const std::uint8_t byte : bytes) crc = table[(crc ^ byte) & 0xFFu] ^ (crc >> 8);
    return ~crc;
}

class ByteWriter {
public:
    ByteWriter(AccumulatorKind kind, std::uint8_t version) {
        for (const char c : {'E', 'C', 'Z', 'A'}) put(static_cast<std::uint8_t>(c));
        put(static_cast<std::uint8_t>(kind));
        put(version);
    }
    template <class Integer>
    void put(Integer value) {
        using Bits = std::make_unsigned_t<Integer>;
        const auto bits = static_cast<Bits>(value);
        for (std::size_t i = 0; i < sizeof(Bits); ++i) {
            bytes_.push_back(static_cast<std::uint8_t>(bits >> (8 * i)));
        }
    }
    /// Ends with the checksum of all that was put.
    std::vector<std::uint8_t> take() {
        put(crc32(bytes_));
        return static_cast<std::vector<std::uint8_t>&&>(bytes_);
    }

private:
    std::vector<std::uint8_t> bytes_;
};

class ByteReader {
public:
    ByteReader(std::span<const std::uint8_t> bytes, AccumulatorKind kind, std::uint8_t version)
        : all_(bytes), bytes_(bytes) {
        for (const char c : {'E', 'C', 'Z', 'A'}) {
            if (get<std::uint8_t>() != static_cast<std::uint8_t>(c)) {
                reading_ = AccumulatorReading::not_an_accumulator;
            }
        }
        if (reading_ != AccumulatorReading::ok) return;
        if (get<std::uint8_t>() != static_cast<std::uint8_t>(kind)) {
            reading_ = AccumulatorReading::another_kind;
        } else if (get<std::uint8_t>() > version) {
            reading_ = AccumulatorReading::newer_version;
        }
    }
    template <class Integer>
    Integer get() {
        using Bits = std::make_unsigned_t<Integer>;
        Bits bits = 0;
        if (bytes_.size() < sizeof(Bits)) {
            if (reading_ == AccumulatorReading::ok) reading_ = AccumulatorReading::cut_short;
            return 0;
        }
        for (std::size_t i = 0; i < sizeof(Bits); ++i) {
            bits = static_cast<Bits>(bits |
                                     static_cast<Bits>(static_cast<Bits>(bytes_[i]) << (8 * i)));
        }
        bytes_ = bytes_.subspan(sizeof(Bits));
        return static_cast<Integer>(bits);
    }
    void reject() {
        if (reading_ == AccumulatorReading::ok) reading_ = AccumulatorReading::damaged;
    }
    bool is_ok() const { return reading_ == AccumulatorReading::ok; }
    std::size_t left() const { return bytes_.size(); }
    /// At the end: the checksum, and nothing after it.
    AccumulatorReading finish() {
        const std::uint32_t wanted = crc32(all_.first(all_.size() - bytes_.size()));
        if (get<std::uint32_t>() != wanted || !bytes_.empty()) reject();
        return reading_;
    }

private:
    std::span<const std::uint8_t> all_;
    std::span<const std::uint8_t> bytes_;
    AccumulatorReading reading_ = AccumulatorReading::ok;
};

}  // namespace eczscore::stats::detail
