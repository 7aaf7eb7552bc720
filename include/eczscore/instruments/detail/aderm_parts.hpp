// SPDX-License-Identifier: BSL-1.0
// What the ADerm scales share: ratings, ages, sources, thresholds from memory, rights.
#pragma once

#include "eczscore/instruments/detail/weekly_mean.hpp"
#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::aderm {

consteval Item rating(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 10)};
}

inline constexpr const Citation* sources_of_all[] = {cite("silverberg_2022"),
                                                     cite("silverberg_2023_aderm")};

inline constexpr Text population = "12 years and over, upadacitinib trials";
/// The within-person change of trials, asked only from a baseline of as much.
consteval Threshold within_person(int points, Text label) {
    return {.id = "responder",
            .label = label,
            .basis = Basis::responder,
            .value = points,
            .population = population,
            .evidence = {.source = cite("silverberg_2023_aderm"),
                         .confidence = Confidence::medium,
                         .note = "value from memory",
                         .from_memory = true},
            .is_default = true,
            .eligible_from = points};
}

inline constexpr Evidence strata{
    cite("silverberg_2022"), Confidence::high,
    "printed for whole scores; weekly means fall into half-open bands"};
inline constexpr Text strata_title =
    "Silverberg 2022, equipercentile link to PGIS, 769 adults and 113 adolescents";

inline constexpr MissingRule every_item = {
    .evidence = {nullptr, Confidence::low, "no published rule was seen"},
    .text = "none: every item"};

inline constexpr Text ages_note = "For 12 years and over; below, the scale does not apply.";
inline constexpr Text threshold_note =
    "The within-person threshold is from memory, and asked only from a baseline of as much.";
inline constexpr Text daily_note =
    "One day's form. A weekly mean (weekly_mean) is over the days with a complete form, at least 4 "
    "of 7 (medium confidence); its bands are half-open, and it is never multiplied by 7.";

inline constexpr Text rights =
    "(c) AbbVie. Not to be displayed without permission (medium confidence). No item wording is "
    "included.";

}  // namespace eczscore::detail::aderm
