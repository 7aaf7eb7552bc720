// SPDX-License-Identifier: BSL-1.0
// The formula of an instrument that is no weighted sum (PSQI, WPAI, PBI, sleep efficiency).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

/// Columns for a formula, and the arrays that it fills: one element a row each. Every cell is
/// missing, not allowed, or a count of the item's units; a row with a cell that is not allowed gets
/// some result, which the caller does not use.
struct FormulaColumns {
    std::size_t items = 0;
    /// Of each item: 255 missing, 253 and 254 not allowed, else the answer in units of its scale
    /// or, where `counts` of the item is not null, 0 or 1.
    const std::uint8_t* const* codes = nullptr;
    const std::uint32_t* const* counts = nullptr;  ///< answers in units of their scale
    std::size_t rows = 0;                          ///< a multiple of 16
    double* numerators = nullptr;                  ///< of the score; whole, at most 2^53
    double* denominators = nullptr;                ///< of the score; above 0 where there is one
    std::uint8_t* status = nullptr;                ///< `Status` as a number
    std::uint8_t* odd = nullptr;  ///< not 0 where a person should look at an answer
};

/// A formula, as functions; `formula_of` makes both of one text.
struct Formula {
    /// From the answers in form order, every one of them missing or an allowed value.
    Computed (*of_answers)(std::span<const Answer> answers);
    /// The same of columns of answers; null: a batch is scored row by row.
    void (*of_columns)(const FormulaColumns& columns) = nullptr;
};

}  // namespace eczscore
