// SPDX-License-Identifier: BSL-1.0
// What SCORAD and objective SCORAD share: extent, the six intensity signs, sources and rights.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::scorad {

/// A: percent of body surface with inflamed skin (dry skin alone does not count).
inline constexpr Item extent[] = {
    {.id = "extent", .label = "extent, percent of body surface", .scale = measured(0, 100)}};

/// B: six signs on a representative area, dryness on uninvolved skin; whole grades, no half steps.
inline constexpr Item intensity[] = {
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 3)},
    {.id = "edema_papulation", .label = "oedema or papulation", .scale = whole_points(0, 3)},
    {.id = "oozing_crusting", .label = "oozing or crusting", .scale = whole_points(0, 3)},
    {.id = "excoriation", .label = "excoriation", .scale = whole_points(0, 3)},
    {.id = "lichenification", .label = "lichenification", .scale = whole_points(0, 3)},
    {.id = "dryness", .label = "dryness of uninvolved skin", .scale = whole_points(0, 3)}};

inline constexpr Text rights =
    "European Task Force on Atopic Dermatitis / Nantes group. Free use for care and research is "
    "universal practice; no written licence was found (unverified). Form, drawings and photographs "
    "are not included.";

}  // namespace eczscore::detail::scorad
