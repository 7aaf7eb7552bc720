// SPDX-License-Identifier: BSL-1.0
// What the two scales of POSAS 2.0 share: ratings from 1 to 10, sources, rules, rights.
#pragma once

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::posas2 {

/// From 1, normal skin, to 10, the worst imaginable.
consteval Item rating(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(1, 10)};
}
inline constexpr Item overall_opinion{.id = "overall_opinion",
                                      .label = "overall opinion, kept apart",
                                      .scale = whole_points(1, 10),
                                      .role = Role::recorded};

inline constexpr MissingRule all_six{
    .evidence = {cite("posas_2_instructions"), Confidence::high, "no missing rule was found"},
    .text = "none: all six items; the overall opinion may be blank"};
inline constexpr Text never_added =
    "The observer's total and the patient's are two results and are never added together.";
inline constexpr Text opinion_apart =
    "The overall opinion is kept beside the total and never added; category boxes only describe.";
inline constexpr Text floor =
    "Normal skin is 6, not 0: the lowest rating is 1. Unanswered items never count as 1.";
inline constexpr Text which_part =
    "Record whether the average or the worst part of the scar was rated.";
inline constexpr Text no_bands =
    "No bands were published; quality classes on the web are invented.";
inline constexpr Text rights =
    "The owner distributes the scales through its site; the terms were not verified. No item "
    "wording is included.";

}  // namespace eczscore::detail::posas2
