// SPDX-License-Identifier: BSL-1.0
// What DLQI and DLQI-R share: the ten questions, item 7 in two parts, sources and rights.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::dlqi {

consteval Item question(Text id, Text label, bool offers_not_relevant) {
    return {.id = id,
            .label = label,
            .scale = whole_points(0, 3),
            .offers_not_relevant = offers_not_relevant};
}

/// Item 7, first part: prevented. "Yes" is 3, "no" 0. Its second part has no code 3 and counts
/// where the first is "no" (or not relevant, or blank); the highest part counts.
inline constexpr Word prevented_words[] = {{"yes", 3}, {"no", 0}};
inline constexpr Exact prevented_levels[] = {0, 3};

inline constexpr Item symptoms_feelings[] = {question("q1", "1 skin symptoms", false),
                                             question("q2", "2 embarrassment", false)};
inline constexpr Item daily_activities[] = {question("q3", "3 shopping or home", true),
                                            question("q4", "4 clothing", true)};
inline constexpr Item leisure[] = {question("q5", "5 social or leisure", true),
                                   question("q6", "6 sport", true)};
inline constexpr Item work_school[] = {{.id = "q7_prevented",
                                        .label = "7 work or study, prevented",
                                        .scale = {.min = 0, .max = 3, .levels = prevented_levels},
                                        .offers_not_relevant = true,
                                        .words = prevented_words},
                                       {.id = "q7_problem",
                                        .label = "7 work or study, how much of a problem",
                                        .scale = whole_points(0, 2),
                                        .role = Role::alternative_part}};
inline constexpr Item relationships[] = {question("q8", "8 relationships", true),
                                         question("q9", "9 sexual difficulties", true)};
inline constexpr Item treatment[] = {question("q10", "10 treatment burden", true)};

/// Bands on whole totals; where a total is not whole, see the scheme.
inline constexpr Band hongbo_2005_bands[] = {
    {"no_effect", "No effect", from(0), below(2)},
    {"small", "Small effect", from(2), below(6)},
    {"moderate", "Moderate effect", from(6), below(11)},
    {"very_large", "Very large effect", from(11), below(21)},
    {"extremely_large", "Extremely large effect", from(21), up_to(30)}};
inline constexpr Band ad_3_bands[] = {{"mild", "Mild", from(0), below(6)},
                                      {"moderate", "Moderate", from(6), below(11)},
                                      {"severe", "Severe", from(11), up_to(30)}};

inline constexpr Text rights =
    "(c) Cardiff University (AY Finlay, GK Khan, 1992). Free for routine clinical use; research, "
    "commercial and application use may need a licence and a fee; the copyright statement must "
    "appear with every copy. No item wording is included.";

}  // namespace eczscore::detail::dlqi
