// SPDX-License-Identifier: BSL-1.0
// The formula of an instrument that is no weighted sum (PSQI, WPAI, PBI, sleep efficiency).
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/exact.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore {

/// One line of the working: `habitual efficiency 2`.
struct WorkedLine {
    Text label;
    Exact value = 0;
};

/// What a formula comes to. `missing` are the items that it would have needed, `wrong` those that
/// contradict each other, `odd` those that a person should look at although there is a value.
struct Computed {
    static constexpr std::size_t most_lines = 16;

    Status status = Status::missing;
    Exact value = Exact::not_a_number();  ///< the score, when `is_scored(status)`
    ItemSet missing = 0;
    ItemSet wrong = 0;
    ItemSet odd = 0;
    Text why{};  ///< a clause: why the scale does not apply, what contradicts, what is odd
    std::array<WorkedLine, most_lines> lines{};
    std::size_t line_count = 0;

    /// A line of the working; of more than `most_lines` the rest is left out.
    constexpr void add_line(Text label, Exact line_value) {
        if (line_count < most_lines) lines[line_count++] = {label, line_value};
    }
};

/// From the answers in form order, every one of them missing or an allowed value.
using Formula = Computed (*)(std::span<const Answer> answers);

}  // namespace eczscore
