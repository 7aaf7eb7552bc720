// SPDX-License-Identifier: BSL-1.0
// Percent of a region to area grade 0-6: what EASI, PASI and their relatives share.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::area {

/// Percent of the region to area grade, half-open: 9.5 % is 1, 10 % is 2. Never rounded first.
inline constexpr GradeFrom limits[] = {{0, false, 1}, {10, true, 2}, {30, true, 3},
                                       {50, true, 4}, {70, true, 5}, {90, true, 6}};
inline constexpr PercentGrades from_percent{limits};

/// The area grade of a region, which multiplies its signs; a percentage may stand for it.
consteval Item grade(Text id) {
    return {.id = id,
            .label = "area grade",
            .scale = whole_points(0, 6),
            .role = Role::multiplies,
            .from_percent = &from_percent};
}

}  // namespace eczscore::detail::area
