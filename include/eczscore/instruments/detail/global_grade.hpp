// SPDX-License-Identifier: BSL-1.0
// What global assessments share: one whole grade, five labels, one recorded answer.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::detail::global {

inline constexpr Item grade_to_4[] = {
    {.id = "grade", .label = "global grade", .scale = whole_points(0, 4)}};
inline constexpr Domain domains_to_4[] = {{"grade", "Grade", 1, grade_to_4, 4}};
inline constexpr Form forms_to_4[] = {
    {.id = "all", .label = "all ages", .domains = domains_to_4, .max = 4}};

inline constexpr Band five_labels[] = {{"clear", "Clear", from(0), below(1)},
                                       {"almost_clear", "Almost clear", from(1), below(2)},
                                       {"mild", "Mild", from(2), below(3)},
                                       {"moderate", "Moderate", from(3), below(4)},
                                       {"severe", "Severe", from(4), up_to(4)}};

/// One assessment; a grade that was not set is missing, never 0.
template <const Instrument& which>
struct Graded {
    Age age{};
    Answer grade{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 1> in_order() const { return {grade}; }
};

}  // namespace eczscore::detail::global
