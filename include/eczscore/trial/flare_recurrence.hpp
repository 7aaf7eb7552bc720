// SPDX-License-Identifier: BSL-1.0
// Recurrence after stopping treatment, by EASI at dated visits (KADA 2019).
#pragma once

#include "eczscore/score/change.hpp"
#include "eczscore/trial/flare.hpp"

namespace eczscore::trial {

/// When treatment stopped and the last day that counts, both study days. The day of stopping does
/// not count, for it comes before any recurrence.
struct AfterStopping {
    int stopped = 1;
    int last = 1;
    bool has_day_zero = false;
};

inline constexpr Evidence three_months_evidence{
    .source = nullptr,
    .confidence = Confidence::low,
    .note = "three months as 91 days (13 weeks) is a convention of ours",
    .from_memory = true};

/// Three months as 91 days. Who has dates sets `last` to the calendar date three months later.
constexpr AfterStopping three_months_after(int stopped, bool has_day_zero = false) {
    return {stopped, day_after(stopped, 91, has_day_zero), has_day_zero};
}

/// Whether eczema came back.
struct Recurrence {
    Response came_back = Response::not_evaluable;
    int first_day =
        0;            ///< study day of the first score of 16 or more; meaningful when it came back
    int scored = 0;   ///< visits in the window that have a score
    int missing = 0;  ///< visits in the window that have none
    int invalid = 0;  ///< visits in the window whose score is no EASI from 0 to 72
};

/// KADA recurrence: an EASI of 16 or more within the window. "No" needs a score at every visit
/// listed there, and at least one; a visit that is not listed cannot be missed. The order of visits
/// is irrelevant.
constexpr Recurrence easi_recurrence(std::span<const DiaryEntry> easi_at_visits,
                                     const AfterStopping& window) {
    Recurrence result;
    const auto at = [&](int day) { return day_position(day, window.has_day_zero); };
    bool came_back = false;
    for (const DiaryEntry& visit : easi_at_visits) {
        if (at(visit.day) <= at(window.stopped) || at(visit.day) > at(window.last)) continue;
        const Flag above_0 = is_above(visit.value, 0, easi::instrument.max);
        result.missing += above_0 == Flag::missing;
        result.invalid += above_0 == Flag::invalid;
        result.scored += is_recorded(above_0);
        if (!is_recorded(above_0) || visit.value.exact() < Exact(16)) continue;
        if (!came_back || at(visit.day) < at(result.first_day)) result.first_day = visit.day;
        came_back = true;
    }
    const bool all_there = result.scored > 0 && result.missing == 0 && result.invalid == 0;
    if (came_back) {
        result.came_back = Response::yes;
    } else if (all_there) {
        result.came_back = Response::no;
    }
    return result;
}

}  // namespace eczscore::trial
