// SPDX-License-Identifier: BSL-1.0
// Rounded scores, for the rules that round before they judge; scores themselves are never rounded.
#pragma once

#include <cassert>
#include <cstdint>

#include "eczscore/score/score.hpp"

namespace eczscore {

/// The value with this many decimals, 0 to 6; halves go away from zero.
constexpr Exact rounded_to(Exact value, int decimals) {
    assert(decimals >= 0 && decimals <= 6);
    std::int64_t power = 1;
    for (int d = 0; d < decimals; ++d) power *= 10;
    return Exact::ratio((value * Exact(power)).rounded(), power);
}

/// The same assessment with its score rounded; where there is no score, there still is none.
constexpr Score rounded_to(Score score, int decimals) {
    if (!score.is_scored()) return score;
    const Exact value = rounded_to(score.value(), decimals);
    score.units = value.num();
    score.lattice = value.den();
    return score;
}

}  // namespace eczscore
