// SPDX-License-Identifier: BSL-1.0
// Times of day as items, and the minutes between two of them over midnight.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/model/item.hpp"

namespace eczscore::detail::clock {

inline constexpr std::int64_t minutes_per_day = 24 * 60;

/// A time of day: minutes after midnight, written 23:30 in a table.
consteval Item time(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 1439), .is_clock = true};
}

/// Minutes from one allowed time to the next occurrence of another, 0 to 1439.
template <class Sheet>
constexpr typename Sheet::Number minutes_from(const Sheet& sheet, std::size_t earlier,
                                              std::size_t later) {
    using Number = typename Sheet::Number;
    const Number between = sheet.points(later) - sheet.points(earlier);
    return Sheet::select(between < 0, between + minutes_per_day, between);
}

}  // namespace eczscore::detail::clock
