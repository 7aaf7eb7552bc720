// SPDX-License-Identifier: BSL-1.0
// What is recorded of one night, and minutes asleep and sleep efficiency from clock times and
// minutes awake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

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

/// Notes which answers of these items are missing; true when there is one.
template <std::size_t size>
constexpr bool find_missing(const Item (&)[size], std::span<const Answer> answers,
                            Computed& result) {
    for (std::size_t i = 0; i < size; ++i) {
        if (answers[i].is_missing()) result.missing |= item_bit(i);
    }
    return result.missing != 0;
}

constexpr Computed refuse(Computed result, ItemSet items, Text why) {
    result.status = Status::invalid;
    result.wrong = items;
    result.why = why;
    return result;
}

constexpr Computed value(Computed result, Exact number) {
    result.status = Status::ok;
    result.value = number;
    return result;
}

inline constexpr Text same_time =
    "two times that should differ are the same, so the night has 0 or 24 hours";

constexpr Computed time_in_bed(std::span<const Answer> answers) {
    constexpr std::size_t went = position_of(tib_items, "bed_time");
    constexpr std::size_t rose = position_of(tib_items, "rise_time");
    Computed result;
    if (find_missing(tib_items, answers, result)) return result;
    const std::int64_t tib = clock::minutes_from(answers[went], answers[rose]);
    if (tib == 0) return refuse(result, item_bit(went) | item_bit(rose), same_time);
    return value(result, tib);
}

/// Adds total sleep time, SP - WASO, to the working; `items` has those of TST among others.
/// Returns false when they contradict each other.
template <const auto& items>
constexpr bool sleep_time(std::span<const Answer> answers, Computed& result, Exact& asleep) {
    constexpr std::size_t tried = position_of(items, "attempt_time");
    constexpr std::size_t fell_asleep = position_of(items, "latency_minutes");
    constexpr std::size_t lay_awake = position_of(items, "waso_minutes");
    constexpr std::size_t woke = position_of(items, "final_wake_time");
    const std::int64_t span = clock::minutes_from(answers[tried], answers[woke]);
    if (span == 0) {
        result = refuse(result, item_bit(tried) | item_bit(woke), same_time);
        return false;
    }
    const Exact period = Exact(span) - answers[fell_asleep].exact();
    asleep = period - answers[lay_awake].exact();
    if (period < Exact(0) || asleep < Exact(0)) {
        result = refuse(
            result, item_bit(tried) | item_bit(fell_asleep) | item_bit(lay_awake) | item_bit(woke),
            "more minutes awake than between trying to sleep and the final awakening");
        return false;
    }
    result.add_line("sleep period, minutes", period);
    result.add_line("total sleep time, minutes", asleep);
    return true;
}

constexpr Computed total_sleep_time(std::span<const Answer> answers) {
    Computed result;
    Exact asleep = 0;
    if (find_missing(tst_items, answers, result)) return result;
    if (!sleep_time<tst_items>(answers, result, asleep)) return result;
    return value(result, asleep);
}

/// 100 x TST / TIB. Times out of order would make it more than 100 %: refused.
constexpr Computed efficiency(std::span<const Answer> answers) {
    constexpr std::size_t tried = position_of(efficiency_items, "attempt_time");
    constexpr std::size_t woke = position_of(efficiency_items, "final_wake_time");
    constexpr std::size_t went = position_of(efficiency_items, "bed_time");
    constexpr std::size_t rose = position_of(efficiency_items, "rise_time");
    Computed result;
    Exact asleep = 0;
    if (find_missing(efficiency_items, answers, result)) return result;
    if (!sleep_time<efficiency_items>(answers, result, asleep)) return result;
    const auto after_bed = [&](std::size_t item) {
        return clock::minutes_from(answers[went], answers[item]);
    };
    const std::int64_t tib = after_bed(rose);
    if (tib == 0) return refuse(result, item_bit(went) | item_bit(rose), same_time);
    if (after_bed(tried) > after_bed(woke) || after_bed(woke) > tib) {
        return refuse(result, item_bit(tried) | item_bit(woke) | item_bit(went) | item_bit(rose),
                      "the times are not in the order bed, trying, final awakening, rising, so "
                      "the efficiency could exceed 100 %");
    }
    result.add_line("time in bed, minutes", tib);
    return value(result, Exact(100) * asleep / Exact(tib));
}

/// 100 x TST / (SOL + TST + WASO + TASAFA).
constexpr Computed efficiency_dse(std::span<const Answer> answers) {
    Computed result;
    Exact asleep = 0;
    if (find_missing(efficiency_dse_items, answers, result)) return result;
    if (!sleep_time<efficiency_dse_items>(answers, result, asleep)) return result;
    const Exact episode = answers[position_of(efficiency_dse_items, "latency_minutes")].exact() +
                          asleep +
                          answers[position_of(efficiency_dse_items, "waso_minutes")].exact() +
                          answers[position_of(efficiency_dse_items, "tasafa_minutes")].exact();
    result.add_line("sleep episode, minutes", episode);
    return value(result, Exact(100) * asleep / episode);
}

}  // namespace eczscore::detail::sleep_night
