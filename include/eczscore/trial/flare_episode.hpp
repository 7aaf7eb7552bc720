// SPDX-License-Identifier: BSL-1.0
// Flare days into flares: where each begins and ends, and the one that is still open.
#pragma once

#include "eczscore/trial/flare.hpp"

namespace eczscore::trial {

/// Flag-free days after which a flare is over.
inline constexpr int flare_free_days = 7;
inline constexpr Evidence flare_free_days_evidence{
    .source = nullptr,
    .confidence = Confidence::low,
    .note = "a parameter; no published rule, unverified",
    .from_memory = true};

/// One flare. Days are places in the span of days, from 0.
struct FlareEpisode {
    std::size_t first = 0;     ///< its first flagged day
    std::size_t last = 0;      ///< the day before the flag-free days; the last day when still open
    int flagged = 0;           ///< flagged days in it
    int unknown = 0;           ///< missing and invalid days in it
    bool starts_open = false;  ///< nothing is known of the day before: it may have begun earlier
    bool is_open = false;      ///< the days end before the flare does

    /// Days from the first to the last, both counted.
    constexpr int days() const { return static_cast<int>(last - first) + 1; }
    friend constexpr bool operator==(const FlareEpisode&, const FlareEpisode&) = default;
};

/// The flares in a stretch of days.
struct Flares {
    Status status = Status::ok;  ///< `invalid` when the number of flag-free days is below 1
    int count = 0;               ///< all of them, also those for which there was no room
    bool is_open = false;        ///< the last one is still open
    DayCount days;
};

namespace detail {

constexpr FlareEpisode begun(std::span<const Flag> days, std::size_t day) {
    return {.first = day,
            .last = day,
            .flagged = 0,
            .unknown = 0,
            .starts_open = day == 0 || !is_recorded(days[day - 1]),
            .is_open = true};
}

constexpr void keep(const FlareEpisode& episode, Flares& flares, std::span<FlareEpisode> out) {
    const auto place = static_cast<std::size_t>(flares.count++);
    if (place < out.size()) out[place] = episode;
    flares.is_open = episode.is_open;
}

}  // namespace detail

/// Finds the flares in consecutive days and writes as many as fit to `out`, in order. A flare
/// starts on its first flagged day and ends on the day before the first of `free_days` recorded
/// flag-free days in a row. An unknown day is not flag-free: it starts the count anew.
constexpr Flares flare_episodes(std::span<const Flag> days, std::span<FlareEpisode> out,
                                int free_days = flare_free_days) {
    Flares flares{.days = count_days(days)};
    if (free_days < 1) {
        flares.status = Status::invalid;
        return flares;
    }
    FlareEpisode now;  // open while a flare is going on
    int free_in_a_row = 0;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (days[day] == Flag::yes && !now.is_open) now = detail::begun(days, day);
        free_in_a_row = days[day] == Flag::no ? free_in_a_row + 1 : 0;
        now.flagged += days[day] == Flag::yes;
        now.unknown += !is_recorded(days[day]);
        if (now.is_open && free_in_a_row == free_days) {
            now.last = day - static_cast<std::size_t>(free_days);
            now.is_open = false;
            detail::keep(now, flares, out);
        }
    }
    if (now.is_open) {
        now.last = days.size() - 1;
        detail::keep(now, flares, out);
    }
    return flares;
}

}  // namespace eczscore::trial
