// SPDX-License-Identifier: BSL-1.0
// What EASI and its relatives share: the levels of a sign, the area of a region, rights.
#pragma once

#include "eczscore/instruments/detail/area_grades.hpp"

namespace eczscore::detail::easi {

/// Signs are 0, 1, 1.5, 2, 2.5 or 3: any visible sign is at least mild, so 0.5 is not a level
/// (Hanifin 2022, authors' practical guide; tutorials that say "half scores" would admit it).
inline constexpr Exact sign_levels[] = {0, 1, 1.5_x, 2, 2.5_x, 3};
inline constexpr Scale sign{.min = 0, .max = 3, .units_per_point = 2, .levels = sign_levels};

consteval Item graded(Text id, Text label, const Scale& scale) {
    return {.id = id, .label = label, .scale = scale};
}

inline constexpr Text rights =
    "Free, no licence needed (HOME asks to be told of use and advises against rewording). The 2022 "
    "guide is CC BY-NC-ND 4.0; its photographs and tables are not reproduced.";

}  // namespace eczscore::detail::easi
