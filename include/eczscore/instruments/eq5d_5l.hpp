// SPDX-License-Identifier: BSL-1.0
// EQ-5D-5L: level sum, five-digit state, and the index by the value set that the user supplies.
#pragma once

#include "eczscore/instruments/detail/eq5d_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::eq5d_5l {

inline constexpr Description description = eczscore::detail::eq5d::level_sum<5>(
    {.id = "eq5d_5l", .title = "EQ-5D-5L, level sum", .version = "5L", .columns = {}});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

// Worked example: state 21232.
static_assert(score(Answers{.mobility = 2,
                            .self_care = 1,
                            .usual_activities = 2,
                            .pain_discomfort = 3,
                            .anxiety_depression = 2})
                  .value() == Exact(10));

}  // namespace eczscore::eq5d_5l

namespace eczscore::eq5d_5l_state {

inline constexpr Description description =
    eczscore::detail::eq5d::state<5>({.id = "eq5d_5l_state",
                                      .title = "EQ-5D-5L, state as a number of five digits",
                                      .version = "5L",
                                      .columns = "eq5d_5l"});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

static_assert(score(Answers{.mobility = 2,
                            .self_care = 1,
                            .usual_activities = 2,
                            .pain_discomfort = 3,
                            .anxiety_depression = 2})
                  .value() == Exact(21'232));

}  // namespace eczscore::eq5d_5l_state

namespace eczscore::eq5d_5l_index {

inline constexpr Description description =
    eczscore::detail::eq5d::index<5>({.id = "eq5d_5l_index",
                                      .title = "EQ-5D-5L, index by the value set of a country",
                                      .version = "5L, value set supplied by the user",
                                      .columns = "eq5d_5l"});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

}  // namespace eczscore::eq5d_5l_index
