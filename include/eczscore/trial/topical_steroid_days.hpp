// SPDX-License-Identifier: BSL-1.0
// Steroid-free days: how many, out of how many recorded, and the longest run of them.
#pragma once

#include "eczscore/trial/day_flag.hpp"

namespace eczscore::trial {

inline constexpr Evidence steroid_free_evidence{
    .source = nullptr,
    .confidence = Confidence::low,
    .note =
        "free days over recorded days; the mark below 80 % recorded is a convention, unverified",
    .from_memory = true};

/// Steroid-free days of one period.
struct SteroidFreeDays {
    int free = 0;         ///< days on which "none used" was recorded
    int longest_run = 0;  ///< of free days; a day without a record ends it
    DayCount days;        ///< "yes" are the days of use

    /// Days with "yes" or "no".
    constexpr int recorded() const { return days.recorded(); }
    /// All days of the period, recorded or not.
    constexpr int planned() const { return days.days(); }
    /// Fewer than 80 % of the planned days are recorded: reported all the same, but to be marked.
    constexpr bool few_recorded() const {
        return std::int64_t{100} * recorded() < std::int64_t{80} * planned();
    }
    /// At least one day has an entry.
    constexpr bool has_proportion() const { return recorded() > 0; }
    /// Of the recorded days, from 0 to 1; meaningful when `has_proportion()`.
    constexpr Exact proportion() const { return Exact::ratio(free, recorded()); }
};

/// Counts over the planned days of a period, in order. A missing day is not steroid-free.
constexpr SteroidFreeDays steroid_free_days(std::span<const Flag> used) {
    SteroidFreeDays result{.free = 0, .longest_run = 0, .days = count_days(used)};
    result.free = result.days.no;
    int run = 0;
    for (const Flag day : used) {
        run = day == Flag::no ? run + 1 : 0;
        if (run > result.longest_run) result.longest_run = run;
    }
    return result;
}

}  // namespace eczscore::trial
