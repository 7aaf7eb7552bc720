// SPDX-License-Identifier: BSL-1.0
// What is recorded of one night, and minutes asleep and sleep efficiency from clock times and
// minutes awake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "eczscore/instruments/detail/clock.hpp"
#include "eczscore/model/formula.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore::detail::sleep_night {

// --- What is recorded ---------------------------------------------------------------------------

consteval Item minutes(Text id, Text label) {
    return {.id = id, .label = label, .scale = measured(0, 1440)};
}
inline constexpr Item bed_time = clock::time("bed_time", "went to bed");
inline constexpr Item attempt_time =
    clock::time("attempt_time", "began trying to sleep, lights out");
inline constexpr Item latency = minutes("latency_minutes", "minutes from trying to falling asleep");
inline constexpr Item awake =
    minutes("waso_minutes", "minutes awake between falling asleep and the final awakening");
inline constexpr Item final_wake_time = clock::time("final_wake_time", "final awakening");
inline constexpr Item still_trying =
    minutes("tasafa_minutes", "minutes still trying to sleep after the final awakening");
inline constexpr Item rise_time = clock::time("rise_time", "final rising");

inline constexpr Item tib_items[] = {bed_time, rise_time};
inline constexpr Item sol_items[] = {latency};
inline constexpr Item waso_items[] = {awake};
inline constexpr Item tst_items[] = {attempt_time, latency, awake, final_wake_time};
inline constexpr Item efficiency_items[] = {attempt_time,    latency,  awake,
                                            final_wake_time, bed_time, rise_time};
inline constexpr Item efficiency_dse_items[] = {attempt_time, latency, awake, final_wake_time,
                                                still_trying};

// --- The formulas -------------------------------------------------------------------------------

/// Without an answer to one of these items there is no score.
template <std::size_t size, class Sheet>
constexpr void need_all(const Item (&)[size], Sheet& sheet) {
    auto unanswered = Sheet::none();
    for (std::size_t i = 0; i < size; ++i) {
        sheet.blank(!sheet.has(i), i);
        unanswered = unanswered || !sheet.has(i);
    }
    sheet.missing(unanswered);
}

template <class Sheet>
constexpr void refuse(Sheet& sheet, typename Sheet::Mask where,
                      std::initializer_list<std::size_t> items, Text why) {
    for (const std::size_t item : items) sheet.wrong(where, item);
    sheet.refuse(where, why);
}

inline constexpr Text same_time =
    "two times that should differ are the same, so the night has 0 or 24 hours";

/// Minutes from going to bed to the final rising.
struct TimeInBed {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        constexpr std::size_t went = position_of(tib_items, "bed_time");
        constexpr std::size_t rose = position_of(tib_items, "rise_time");
        need_all(tib_items, sheet);
        const auto tib = clock::minutes_from(sheet, went, rose);
        refuse(sheet, tib == 0, {went, rose}, same_time);
        sheet.score(tib, 1);
    }
};

/// Millionths of a minute asleep between trying to sleep and the final awakening.
template <const auto& items, class Sheet>
constexpr typename Sheet::Number sleep_time(Sheet& sheet) {
    constexpr std::size_t tried = position_of(items, "attempt_time");
    constexpr std::size_t fell_asleep = position_of(items, "latency_minutes");
    constexpr std::size_t lay_awake = position_of(items, "waso_minutes");
    constexpr std::size_t woke = position_of(items, "final_wake_time");
    const auto span = clock::minutes_from(sheet, tried, woke);
    refuse(sheet, span == 0, {tried, woke}, same_time);
    const auto period = span * millionths_per_point - sheet.millionths(fell_asleep);
    const auto asleep = period - sheet.millionths(lay_awake);
    refuse(sheet, period < 0 || asleep < 0, {tried, fell_asleep, lay_awake, woke},
           "more minutes awake than between trying to sleep and the final awakening");
    sheet.line(Sheet::all(), "sleep period, minutes", period, millionths_per_point);
    sheet.line(Sheet::all(), "total sleep time, minutes", asleep, millionths_per_point);
    return asleep;
}

struct TotalSleepTime {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        need_all(tst_items, sheet);
        sheet.score(sleep_time<tst_items>(sheet), millionths_per_point);
    }
};

/// 100 x total sleep time / time in bed.
struct Efficiency {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        constexpr std::size_t tried = position_of(efficiency_items, "attempt_time");
        constexpr std::size_t woke = position_of(efficiency_items, "final_wake_time");
        constexpr std::size_t went = position_of(efficiency_items, "bed_time");
        constexpr std::size_t rose = position_of(efficiency_items, "rise_time");
        need_all(efficiency_items, sheet);
        const auto asleep = sleep_time<efficiency_items>(sheet);
        const auto tib = clock::minutes_from(sheet, went, rose);
        refuse(sheet, tib == 0, {went, rose}, same_time);
        const auto until_tried = clock::minutes_from(sheet, went, tried);
        const auto until_woken = clock::minutes_from(sheet, went, woke);
        refuse(sheet, until_tried > until_woken || until_woken > tib, {tried, woke, went, rose},
               "the times are not in the order bed, trying, final awakening, rising, so "
               "the efficiency could exceed 100 %");
        sheet.line(Sheet::all(), "time in bed, minutes", tib);
        sheet.score(100 * asleep, tib * millionths_per_point);
    }
};

/// 100 x total sleep time / the sleep episode: from trying to sleep to giving up.
struct EfficiencyOfEpisode {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        need_all(efficiency_dse_items, sheet);
        const auto asleep = sleep_time<efficiency_dse_items>(sheet);
        constexpr std::size_t fell_asleep = position_of(efficiency_dse_items, "latency_minutes");
        constexpr std::size_t lay_awake = position_of(efficiency_dse_items, "waso_minutes");
        constexpr std::size_t tried_on = position_of(efficiency_dse_items, "tasafa_minutes");
        const auto episode = sheet.millionths(fell_asleep) + asleep + sheet.millionths(lay_awake) +
                             sheet.millionths(tried_on);
        sheet.line(Sheet::all(), "sleep episode, minutes", episode, millionths_per_point);
        sheet.score(100 * asleep, episode);
    }
};

}  // namespace eczscore::detail::sleep_night
