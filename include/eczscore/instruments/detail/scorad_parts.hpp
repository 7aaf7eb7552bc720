// SPDX-License-Identifier: BSL-1.0
// What SCORAD and objective SCORAD share: extent, the six intensity signs, sources and rights.
#pragma once

#include "eczscore/instruments/detail/sources.hpp"
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

inline constexpr Citation etfad_1993{"etfad_1993",
                                     "European Task Force on Atopic Dermatitis. Dermatology "
                                     "1993;186:23-31",
                                     "10.1159/000247298", "8435513", "abstract seen"};
inline constexpr Citation oranje_2007{
    "oranje_2007", "Oranje AP et al. Br J Dermatol 2007;157:645-648",
    "10.1111/j.1365-2133.2007.08112.x", "", "not read; seen as cited in two public repositories"};
inline constexpr Citation oranje_2011{"oranje_2011",
                                      "Oranje AP. Curr Probl Dermatol 2011;41:149-155", "",
                                      "21576955", "abstract seen (formulae, 103, 83, +10)"};

inline constexpr Text rights =
    "European Task Force on Atopic Dermatitis / Nantes group. Free use for care and research is "
    "universal practice; no written licence was found (unverified). Form, drawings and photographs "
    "are not included.";

}  // namespace eczscore::detail::scorad
