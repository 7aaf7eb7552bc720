// SPDX-License-Identifier: BSL-1.0
// EQ-5D-3L: level sum, five-digit state, and the index by the value set that the user supplies.
#pragma once

#include "eczscore/instruments/detail/eq5d_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::eq5d_3l {

inline constexpr Description description = eczscore::detail::eq5d::level_sum<3>(
    {.id = "eq5d_3l", .title = "EQ-5D-3L, level sum", .version = "3L", .columns = {}});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

static_assert(score(Answers{.mobility = 2,
                            .self_care = 1,
                            .usual_activities = 2,
                            .pain_discomfort = 3,
                            .anxiety_depression = 2})
                  .value() == Exact(10));

}  // namespace eczscore::eq5d_3l

namespace eczscore::eq5d_3l_state {

inline constexpr Description description =
    eczscore::detail::eq5d::state<3>({.id = "eq5d_3l_state",
                                      .title = "EQ-5D-3L, state as a number of five digits",
                                      .version = "3L",
                                      .columns = "eq5d_3l"});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

static_assert(score(Answers{.mobility = 2,
                            .self_care = 1,
                            .usual_activities = 2,
                            .pain_discomfort = 3,
                            .anxiety_depression = 2})
                  .value() == Exact(21'232));

}  // namespace eczscore::eq5d_3l_state

namespace eczscore::eq5d_3l_index {

inline constexpr Description description =
    eczscore::detail::eq5d::index<3>({.id = "eq5d_3l_index",
                                      .title = "EQ-5D-3L, index by the value set of a country",
                                      .version = "3L, value set supplied by the user",
                                      .columns = "eq5d_3l"});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::eq5d::Answers<instrument>;

}  // namespace eczscore::eq5d_3l_index
