// SPDX-License-Identifier: BSL-1.0
// Cells into answers: words, "not relevant", percentages that stand for grades, and ages.
#pragma once

#include <cstdint>
#include <string_view>

#include "eczscore/core/age.hpp"
#include "eczscore/core/parse.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore {

/// The word that stands for "not relevant" in every table, in this spelling.
inline constexpr std::string_view not_relevant_word = "not_relevant";

/// A time of day, `7:05` or `23:30`, in minutes after midnight; anything else is unreadable.
constexpr Answer clock_answer(std::string_view cell) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t colon = cell.find(':');
    if (colon == std::string_view::npos || colon < 1 || colon > 2 || cell.size() != colon + 3) {
        return Answer::unreadable();
    }
    int parts[2] = {0, 0};
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (i == colon) continue;
        if (!digit(cell[i])) return Answer::unreadable();
        int& part = parts[i > colon ? 1 : 0];
        part = part * 10 + (cell[i] - '0');
    }
    if (parts[0] > 23 || parts[1] > 59) return Answer::unreadable();
    return parts[0] * 60 + parts[1];
}

/// One cell of an item's own column: a missing cell, a number, a word of the item, `not_relevant`.
/// Words are those of the contract, in their spelling ("Yes" is unreadable), or their codes; not
/// these where the words are the only answers.
constexpr Answer cell_answer(const Item& item, std::string_view cell) {
    const Answer number = parse_number(cell);
    // A bare number would be hours to one and minutes to another.
    if (item.is_clock) return number.is_missing() ? number : clock_answer(trimmed(cell));
    const bool counts = number.is_missing() || !item.labels_only;
    if (counts && number.kind() != Answer::Kind::unreadable) return number;
    cell = trimmed(cell);
    if (cell == not_relevant_word) return Answer::not_relevant();
    for (const Word& word : item.words) {
        if (word.word == cell) return word.code;
    }
    return Answer::unreadable();
}

/// The grade that a percentage stands for; meaningful where `item.from_percent` is set.
constexpr Answer percent_answer(const Item& item, std::string_view cell) {
    return item.from_percent->grade(parse_number(cell));
}

/// An item recorded as a grade, as a percentage, or both. Where both are recorded they must give
/// the same grade: otherwise the answer is a conflict, unless one of them is no grade at all, which
/// then is the answer.
constexpr Answer graded_answer(const Item& item, std::string_view grade_cell,
                               std::string_view percent_cell) {
    const Answer grade = cell_answer(item, grade_cell);
    const Answer from_percent = percent_answer(item, percent_cell);
    if (from_percent.is_missing()) return grade;
    if (grade.is_missing() || !from_percent.is_value()) return from_percent;
    if (!grade.is_value() || grade.millionths() == from_percent.millionths()) return grade;
    return Answer::conflict();
}

/// The answer of an item from the cells of a row: its own, and that of the percentage which its
/// grade may be made from. A column that the table does not have is an empty cell.
constexpr Answer item_answer(const Item& item, std::string_view cell,
                             std::string_view percent_cell) {
    return item.from_percent == nullptr ? cell_answer(item, cell)
                                        : graded_answer(item, cell, percent_cell);
}

/// An age in years and in months, either of which may be missing. With both, the completed years
/// must be the same; the months then count, being the finer measure.
constexpr Age age_from(Answer years, Answer months) {
    if (months.is_missing()) return Age::years(years);
    if (years.is_missing() || !months.is_value()) return Age::months(months);
    if (!years.is_value()) return Age::years(years);
    const std::int64_t completed = months.millionths() / (12 * millionths_per_point);
    if (years.millionths() / millionths_per_point != completed) {
        return Age::years(Answer::conflict());
    }
    return Age::months(months);
}

/// The same from cells.
constexpr Age cell_age(std::string_view years_cell, std::string_view months_cell) {
    return age_from(parse_number(years_cell), parse_number(months_cell));
}

}  // namespace eczscore
