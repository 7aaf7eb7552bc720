// SPDX-License-Identifier: BSL-1.0
// The strict alternative for areas and signs that contradict each other: no score.
#pragma once

#include "eczscore/score/score.hpp"

namespace eczscore {

/// Refuses what the default accepts with a warning: an area of 0 with a sign above 0, and an area
/// above 0 with every sign 0. Such a score becomes invalid and keeps saying which domains it was.
constexpr Score strict(Score score) {
    if (score.signs_without_area == 0 && score.area_without_signs == 0) return score;
    score.status = Status::invalid;
    score.imputed = 0;
    return score;
}

}  // namespace eczscore
