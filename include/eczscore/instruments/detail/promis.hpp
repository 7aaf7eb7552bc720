// SPDX-License-Identifier: BSL-1.0
// What the PROMIS short forms share: five-category items, the rule of four, T bands, rights.
#pragma once

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::promis {

/// An answer in five categories.
consteval Item rating(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(1, 5)};
}

/// The raw sum is a sub-score, so that it can be looked up elsewhere too; a plain sum, so it needs
/// every item.
consteval Domain raw_sum(List<Item> items) {
    return {.id = "raw_sum",
            .label = "Raw sum",
            .items = items,
            .max = static_cast<int>(5 * items.size()),
            .is_subscore = true};
}

/// At least four items of a measure must be answered; `items` is the length of the form.
consteval MissingRule four_answered(int items, Text text) {
    return {.allowed = items - 4,
            .blank = Blank::leaves_the_mean,
            .evidence = {cite("healthmeasures"), Confidence::medium,
                         items == 4 ? "" : "four answers: high; prorating the sum: medium"},
            .text = text};
}
inline constexpr Text all_four = "none: all four items (a measure needs four answers)";
inline constexpr Text prorated =
    "at least 4 items: the sum is prorated and rounded up before the table is asked";

inline constexpr Text raw_to_t = "raw sum to T-score, with its standard error";

inline constexpr Text rights =
    "(c) PROMIS Health Organization and others, norms and scoring tables included. The adult forms "
    "are free for individual research and clinical use under the HealthMeasures terms; other or "
    "electronic redistribution needs permission. No wording and no table is included: supply the "
    "table of your form.";

}  // namespace eczscore::detail::promis
