// SPDX-License-Identifier: BSL-1.0
// The power of a test, and the smallest size that reaches one.
#pragma once

#include <cstdint>

#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Whether a test rejects in one direction or in both. Two-sided power counts both tails.
enum class Sides : std::uint8_t { one, two };

/// The power of a test, and with which distribution it was computed.
struct PowerResult {
    double power = not_a_number;  ///< 0 to 1
    double noncentrality = not_a_number;
    double df = not_a_number;
    Text method{};
    /// `invalid_argument`: a parameter is impossible; `too_few`: no degree of freedom is left.
    State state = State::invalid_argument;
};

/// The smallest whole numbers with at least the power asked for. `not_reached`: there is none up to
/// 1e9 per arm, because nothing is expected to differ, or too little; `invalid_argument`: a
/// parameter is impossible.
struct SampleSizeResult {
    std::int64_t n1 = 0;  ///< patients, pairs, or of the first arm
    std::int64_t n2 = 0;  ///< of the second arm; 0 where there is one group
    std::int64_t total = 0;
    double fractional = not_a_number;  ///< the n1 at which the power is exactly the one asked for
    double power = not_a_number;       ///< that n1 and n2 attain
    Text method{};
    State state = State::invalid_argument;
};

}  // namespace eczscore::stats
