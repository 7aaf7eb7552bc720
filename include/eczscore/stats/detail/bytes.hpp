// SPDX-License-Identifier: BSL-1.0
// Accumulators as bytes: little-endian, versioned, checked when read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// What came of reading an accumulator from bytes. Unless `ok`, the accumulator is as it was.
enum class Reading : std::uint8_t {
    ok,
    not_an_accumulator,  ///< the bytes do not begin with "ECZA"
    another_kind,        ///< an accumulator of another type
    newer_version,       ///< written by a later version of this library
    cut_short,           ///< bytes are missing
    damaged              ///< lengths that cannot be, or bytes left over
};

constexpr Text name(Reading reading) {
    constexpr Text names[] = {
        "ok",     "not an accumulator", "another kind of accumulator", "newer version", "cut short",
        "damaged"};
    return names[static_cast<unsigned>(reading)];
}

namespace detail {

/// Which accumulator the bytes hold; the numbers are written to files and never change.
enum class AccumulatorKind : std::uint8_t {
    exact_sum = 1,
    exact_moments = 2,
    exact_pair = 3,
    lattice_sums = 4,
    histogram = 5,
    responders = 6
};

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
    std::vector<std::uint8_t> take() { return static_cast<std::vector<std::uint8_t>&&>(bytes_); }

private:
    std::vector<std::uint8_t> bytes_;
};

class ByteReader {
public:
    ByteReader(std::span<const std::uint8_t> bytes, AccumulatorKind kind, std::uint8_t version)
        : bytes_(bytes) {
        for (const char c : {'E', 'C', 'Z', 'A'}) {
            if (get<std::uint8_t>() != static_cast<std::uint8_t>(c)) {
                reading_ = Reading::not_an_accumulator;
            }
        }
        if (reading_ != Reading::ok) return;
        if (get<std::uint8_t>() != static_cast<std::uint8_t>(kind)) {
            reading_ = Reading::another_kind;
        } else if (get<std::uint8_t>() > version) {
            reading_ = Reading::newer_version;
        }
    }
    template <class Integer>
    Integer get() {
        using Bits = std::make_unsigned_t<Integer>;
        Bits bits = 0;
        if (bytes_.size() < sizeof(Bits)) {
            if (reading_ == Reading::ok) reading_ = Reading::cut_short;
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
        if (reading_ == Reading::ok) reading_ = Reading::damaged;
    }
    bool is_ok() const { return reading_ == Reading::ok; }
    std::size_t left() const { return bytes_.size(); }
    /// At the end: nothing may be left over.
    Reading finish() {
        if (!bytes_.empty()) reject();
        return reading_;
    }

private:
    std::span<const std::uint8_t> bytes_;
    Reading reading_ = Reading::ok;
};

}  // namespace detail
}  // namespace eczscore::stats
