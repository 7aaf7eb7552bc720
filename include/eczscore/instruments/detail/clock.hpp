// SPDX-License-Identifier: BSL-1.0
// Times of day as items, and the minutes between two of them over midnight.
#pragma once

#include <cstdint>

#include "eczscore/core/answer.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore::detail::clock {

inline constexpr std::int64_t minutes_per_day = 24 * 60;

/// A time of day: minutes after midnight, written 23:30 in a table.
consteval Item time(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 1439), .is_clock = true};
}

/// Minutes from one allowed time to the next occurrence of another, 0 to 1439.
constexpr std::int64_t minutes_from(Answer earlier, Answer later) {
    const std::int64_t between = (later.millionths() - earlier.millionths()) / millionths_per_point;
    return between < 0 ? between + minutes_per_day : between;
}

}  // namespace eczscore::detail::clock
