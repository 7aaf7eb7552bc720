// SPDX-License-Identifier: BSL-1.0
// What came of reading an accumulator from bytes.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// What came of reading an accumulator from bytes. Unless `ok`, the accumulator is as it was.
enum class AccumulatorReading : std::uint8_t {
    ok,
    not_an_accumulator,  ///< the bytes do not begin with "ECZA"
    another_kind,        ///< an accumulator of another type
    newer_version,       ///< written by a later version of this library
    cut_short,           ///< bytes are missing
    damaged              ///< a wrong checksum, lengths that cannot be, or bytes left over
};

constexpr Text name(AccumulatorReading reading) {
    constexpr Text names[] = {
        "ok",     "not an accumulator", "another kind of accumulator", "newer version", "cut short",
        "damaged"};
    return name_of(names, reading);
}

}  // namespace eczscore::stats
