// SPDX-License-Identifier: BSL-1.0
// Dated yes/no records and daily ratings, in any order, into consecutive days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/score/diary.hpp"

namespace eczscore::trial {

/// What is known about one day. A missing day is never a "no".
enum class Flag : std::uint8_t {
    missing,  ///< nothing was recorded
    no,       ///< recorded: not so
    yes,      ///< recorded: so
    invalid   ///< records contradict each other, or the value is not allowed
};

constexpr Text name(Flag flag) {
    constexpr Text names[] = {"missing", "no", "yes", "invalid"};
    return name_of(names, flag);
}

/// The day has yes or no.
constexpr bool is_recorded(Flag flag) { return flag == Flag::no || flag == Flag::yes; }

/// One dated yes/no record. Days count as in `DiaryEntry`: the first dose is day 1 and the day
/// before it day -1, unless the study has a day 0.
struct DayFlag {
    int day = 1;
    Flag flag = Flag::missing;
};

/// The place of a study day on a line without a hole.
constexpr std::int64_t day_position(int day, bool has_day_zero = false) {
    return day > 0 && !has_day_zero ? std::int64_t{day} - 1 : std::int64_t{day};
}

/// The study day `index` days after `first_day`.
constexpr int day_after(int first_day, std::size_t index, bool has_day_zero = false) {
    const std::int64_t at =
        day_position(first_day, has_day_zero) + static_cast<std::int64_t>(index);
    return static_cast<int>(at >= 0 && !has_day_zero ? at + 1 : at);
}

/// How dated records filled their days.
struct Placed {
    int outside = 0;  ///< records before the first day or after the last
    int invalid = 0;  ///< days that are invalid or whose records contradict each other
};

namespace detail {

constexpr Flag merged(Flag before, Flag next, SameDay same_day) {
    if (next == Flag::missing || before == next) return before;
    if (before == Flag::missing || same_day == SameDay::last) return next;
    const bool one_is_yes = before == Flag::yes || next == Flag::yes;
    return same_day == SameDay::highest && one_is_yes ? Flag::yes : Flag::invalid;
}

constexpr Answer merged(Answer before, Answer next, SameDay same_day) {
    if (next.is_missing()) return before;
    if (before.is_missing() || same_day == SameDay::last) return next;
    if (same_day == SameDay::refuse) return Answer::conflict();
    if (!before.is_value() || !next.is_value()) return before.is_value() ? next : before;
    return next.millionths() > before.millionths() ? next : before;
}

constexpr Flag content(const DayFlag& record) { return record.flag; }
constexpr Answer content(const DiaryEntry& record) { return record.value; }
constexpr bool is_bad(Flag flag) { return flag == Flag::invalid; }
constexpr bool is_bad(Answer answer) { return !answer.is_value() && !answer.is_missing(); }

template <class Record, class Value>
constexpr Placed place(std::span<const Record> records, int first_day, std::span<Value> days,
                       SameDay same_day, bool has_day_zero) {
    Placed placed;
    for (Value& day : days) day = Value{};
    const std::int64_t start = day_position(first_day, has_day_zero);
    for (const Record& record : records) {
        const std::int64_t at = day_position(record.day, has_day_zero) - start;
        if (at < 0 || at >= static_cast<std::int64_t>(days.size())) {
            ++placed.outside;
            continue;
        }
        Value& day = days[static_cast<std::size_t>(at)];
        day = merged(day, content(record), same_day);
    }
    for (const Value& day : days) placed.invalid += is_bad(day);
    return placed;
}

}  // namespace detail

/// Fills `days`, the consecutive days from `first_day` on, from records in any order; a day without
/// a record is missing. Records of one day that agree are one record; where they contradict each
/// other the day is invalid, or "yes" wins (`highest`), or the later in the list (`last`).
constexpr Placed place_days(std::span<const DayFlag> records, int first_day, std::span<Flag> days,
                            SameDay same_day = SameDay::refuse, bool has_day_zero = false) {
    return detail::place(records, first_day, days, same_day, has_day_zero);
}

/// The same for daily ratings; two ratings on one day follow the rule of `diary_week`.
constexpr Placed place_days(std::span<const DiaryEntry> records, int first_day,
                            std::span<Answer> days, SameDay same_day = SameDay::refuse,
                            bool has_day_zero = false) {
    return detail::place(records, first_day, days, same_day, has_day_zero);
}

/// How many days there are of each kind.
struct DayCount {
    int yes = 0;
    int no = 0;
    int missing = 0;
    int invalid = 0;

    /// Days with yes or no.
    constexpr int recorded() const { return yes + no; }
    /// All days that were looked at, with and without an entry.
    constexpr int days() const { return yes + no + missing + invalid; }
};

/// Counts the days by what is known of them.
constexpr DayCount count_days(std::span<const Flag> days) {
    DayCount count;
    for (const Flag day : days) {
        count.yes += day == Flag::yes;
        count.no += day == Flag::no;
        count.missing += day == Flag::missing;
        count.invalid += day == Flag::invalid;
    }
    return count;
}

/// Whether a rating lies above a limit. What is no number from 0 to `highest` is invalid.
constexpr Flag is_above(Answer rating, Exact limit, Exact highest) {
    if (rating.is_missing()) return Flag::missing;
    if (!rating.is_value()) return Flag::invalid;
    const Exact points = rating.exact();
    if (points < Exact(0) || points > highest) return Flag::invalid;
    return points > limit ? Flag::yes : Flag::no;
}

}  // namespace eczscore::trial
