// SPDX-License-Identifier: BSL-1.0
// Messy paper: two ticks on one item, or a mark between two boxes, by the instrument's own rule.
#pragma once

#include <span>

#include "eczscore/core/answer.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore {

namespace detail {
constexpr Answer by_rule(MarkRule rule, std::span<const Answer> ticked) {
    if (rule == MarkRule::blank) return {};
    if (rule == MarkRule::not_defined) return Answer::conflict();
    Answer chosen;
    for (const Answer& tick : ticked) {
        if (tick.is_missing()) continue;
        const bool higher = tick.millionths() > chosen.millionths();
        if (!tick.is_value()) {
            if (chosen.is_missing()) chosen = tick;  // what is no number stays visible
        } else if (!chosen.is_value() || (rule == MarkRule::highest) == higher) {
            chosen = tick;
        }
    }
    return chosen;
}

/// One tick is the answer, whatever the rule for several.
constexpr std::size_t ticks(std::span<const Answer> ticked) {
    std::size_t count = 0;
    for (const Answer& tick : ticked) {
        if (!tick.is_missing()) ++count;
    }
    return count;
}
}  // namespace detail

/// The answer to an item with several options ticked; a conflict (invalid) where the instrument has
/// no rule. "Not relevant" beside a number gives way to the number.
constexpr Answer several_ticked(const Instrument& instrument, std::span<const Answer> ticked) {
    if (detail::ticks(ticked) <= 1) return detail::by_rule(MarkRule::highest, ticked);
    return detail::by_rule(instrument.several_ticks, ticked);
}

/// The answer to an item marked between two boxes. Where no rule was seen the instrument's notes
/// say so: that POEM takes a blank is our choice, unverified.
constexpr Answer between_boxes(const Instrument& instrument, Answer lower, Answer higher) {
    const Answer both[] = {lower, higher};
    return detail::by_rule(instrument.between_boxes, both);
}

}  // namespace eczscore
