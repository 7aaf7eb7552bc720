// SPDX-License-Identifier: BSL-1.0
// Dated daily entries into the seven days of a week that a diary instrument scores.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "eczscore/core/answer.hpp"
#include "eczscore/model/checked.hpp"

namespace eczscore {

/// One entry of a daily diary. Days count from the first dose, which is day 1; the day before it is
/// day -1, unless the study has a day 0.
struct DiaryEntry {
    int day;
    Answer value;
};

/// What two entries on one calendar day mean. No source says; the default refuses them.
enum class SameDay : std::uint8_t {
    refuse,   ///< the day becomes a conflict, and the week invalid
    highest,  ///< the higher counts (for scales of the worst value)
    last      ///< the later entry in the list counts
};

/// The seven days that end on `last_day`, oldest first; a day without an entry is missing.
/// The default baseline week ends on day -1 (days -7 to -1), the alternative that includes the day
/// of the first dose on day 1 (days -6 to 1), week w after it on day 7 x w. In a study without a
/// day 0, an entry on day 0 is taken for the same day as day 1.
constexpr std::array<Answer, 7> diary_week(std::span<const DiaryEntry> entries, int last_day,
                                           SameDay same_day = SameDay::refuse,
                                           bool has_day_zero = false) {
    const auto position_of = [&](std::int64_t day) {
        return day > 0 && !has_day_zero ? day - 1 : day;
    };
    std::array<Answer, 7> week{};
    for (const DiaryEntry& entry : entries) {
        const std::int64_t position = position_of(entry.day) - (position_of(last_day) - 6);
        if (position < 0 || position > 6 || entry.value.is_missing()) continue;
        Answer& place = week[static_cast<std::size_t>(position)];
        if (place.is_missing() || same_day == SameDay::last) {
            place = entry.value;
        } else if (same_day == SameDay::refuse) {
            place = Answer::conflict();
        } else if (place.is_value() && entry.value.is_value()) {
            if (entry.value.millionths() > place.millionths()) place = entry.value;
        } else if (place.is_value()) {
            place = entry.value;  // what is no number stays visible
        }
    }
    return week;
}

/// The last day of week `week` after the first dose (week 1 is days 1 to 7), or of the baseline
/// week (week 0: days -7 to -1; there is no day 0 to count from).
constexpr int diary_week_end(int week) { return week <= 0 ? -1 : 7 * week; }

namespace detail {
template <const Instrument& diary, int days>
inline constexpr Description of_days = [] {
    Description description = diary;
    if (diary.missing.blank != Blank::leaves_the_mean || diary.plan.questions != 7 || days < 1 ||
        days > 7) {
        descriptor_error::a_week_has_seven_days_of_which_one_to_seven_are_needed();
    }
    description.missing.allowed = 7 - days;
    description.missing.text = "mean of the days present, at least the number that the study names";
    return description;
}();
}  // namespace detail

/// The same diary instrument under another id and with another minimum of days, for studies that
/// say so; 1 is "any".
template <const Instrument& diary, int days>
consteval Instrument with_minimum_days(Text id) {
    Instrument instrument = checked<detail::of_days<diary, days>>();
    instrument.columns = diary.prefix();
    instrument.id = id;
    return instrument;
}

}  // namespace eczscore
