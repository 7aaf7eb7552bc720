// SPDX-License-Identifier: BSL-1.0
// Rounded scores, for the rules that round before they judge; scores themselves are never rounded.
#pragma once

#include <cstdint>

#include "eczscore/core/wide_exact.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore {

/// The value with this many decimals; halves go away from zero. Not a number for less than 0 or
/// more than 6 decimals.
constexpr Exact rounded_to(Exact value, int decimals) {
    if (decimals > 6) return Exact::not_a_number();
    return WideExact(value).rounded(decimals).narrow();
}

/// The same assessment with its score rounded; without a score it is returned unchanged.
/// Invalid for less than 0 or more than 6 decimals.
constexpr Score rounded_to(Score score, int decimals) {
    if (!score.is_scored()) return score;
    const Exact value = rounded_to(score.value(), decimals);
    if (!detail::can_be_score(value)) {
        score.status = Status::invalid;
        score.imputed = 0;
        score.why = "a score is rounded to 0 to 6 decimals";
        return score;
    }
    score.units = value.num();
    score.denominator = value.den();
    return score;
}

}  // namespace eczscore
