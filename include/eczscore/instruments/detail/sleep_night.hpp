// SPDX-License-Identifier: BSL-1.0
// Minutes asleep and sleep efficiency of one night, from clock times and minutes awake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/instruments/detail/clock.hpp"
#include "eczscore/model/formula.hpp"

namespace eczscore::detail::sleep_night {

/// Notes which of the first `items` answers are missing; true when there is one.
constexpr bool find_missing(std::span<const Answer> answers, std::size_t items, Computed& result) {
    for (std::size_t i = 0; i < items; ++i) {
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
    Computed result;
    if (find_missing(answers, 2, result)) return result;
    const std::int64_t tib = clock::minutes_from(answers[0], answers[1]);
    if (tib == 0) return refuse(result, item_bit(0) | item_bit(1), same_time);
    return value(result, tib);
}

/// Adds total sleep time, SP - WASO, to the working; the first four answers are those of TST.
/// Returns false when they contradict each other.
constexpr bool sleep_time(std::span<const Answer> answers, Computed& result, Exact& asleep) {
    const std::int64_t span = clock::minutes_from(answers[0], answers[3]);
    if (span == 0) {
        result = refuse(result, item_bit(0) | item_bit(3), same_time);
        return false;
    }
    const Exact period = Exact(span) - answers[1].exact();
    asleep = period - answers[2].exact();
    if (period < Exact(0) || asleep < Exact(0)) {
        result = refuse(result, item_bit(0) | item_bit(1) | item_bit(2) | item_bit(3),
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
    if (find_missing(answers, 4, result) || !sleep_time(answers, result, asleep)) return result;
    return value(result, asleep);
}

/// 100 x TST / TIB. Times out of order would make it more than 100 %: refused.
constexpr Computed efficiency(std::span<const Answer> answers) {
    Computed result;
    Exact asleep = 0;
    if (find_missing(answers, 6, result) || !sleep_time(answers, result, asleep)) return result;
    const auto after_bed = [&](std::size_t item) {
        return clock::minutes_from(answers[4], answers[item]);
    };
    const std::int64_t tib = after_bed(5);
    if (tib == 0) return refuse(result, item_bit(4) | item_bit(5), same_time);
    if (after_bed(0) > after_bed(3) || after_bed(3) > tib) {
        return refuse(result, item_bit(0) | item_bit(3) | item_bit(4) | item_bit(5),
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
    if (find_missing(answers, 5, result) || !sleep_time(answers, result, asleep)) return result;
    const Exact episode = answers[1].exact() + asleep + answers[2].exact() + answers[4].exact();
    result.add_line("sleep episode, minutes", episode);
    return value(result, Exact(100) * asleep / episode);
}

}  // namespace eczscore::detail::sleep_night
