// SPDX-License-Identifier: BSL-1.0
// One night of a sleep diary in minutes: time in bed, sleep period, sleep time, efficiency.
#pragma once

#include <cstdint>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/trial/detail/sources.hpp"

namespace eczscore::trial {

inline constexpr Evidence sleep_night_evidence{&detail::sources::reed_sacco_2016, Confidence::high,
                                               false, "and tables of sleep terms"};

/// What the time in bed starts with; the study says which.
enum class BedStart : std::uint8_t { in_bed, lights_out };

/// What sleep efficiency is a percentage of.
enum class SleepDenominator : std::uint8_t {
    time_in_bed,   ///< the default
    sleep_episode  ///< latency + sleep + wake + trying after the final awakening (`SE_DSE`)
};

/// One night as it was recorded. Clock times are minutes after midnight, 0 to 1439; a time that
/// seems earlier than the one before it is of the next day. Durations are minutes.
struct SleepDiary {
    BedStart start = BedStart::in_bed;
    Answer to_bed{};        ///< clock: in bed, or lights out
    Answer tried{};         ///< clock: began to try to sleep
    Answer latency{};       ///< SOL: from trying to sleep onset
    Answer wake{};          ///< WASO: awake between onset and the final awakening
    Answer final_awake{};   ///< clock
    Answer trying_after{};  ///< TASAFA: still trying to sleep after the final awakening
    Answer got_up{};        ///< clock: final rising
    Answer awakenings{};    ///< NWAK: count, without the final one
};

/// Minutes, a count or a percentage, or why there is none.
struct SleepMeasure {
    Status status = Status::missing;
    Exact value = 0;

    constexpr bool is_known() const { return status == Status::ok; }
    friend constexpr bool operator==(const SleepMeasure&, const SleepMeasure&) = default;
};

/// What follows from one night. An impossible record makes the whole night invalid.
struct SleepNight {
    BedStart start = BedStart::in_bed;
    SleepMeasure time_in_bed;   ///< TIB: to bed until final rising
    SleepMeasure sleep_period;  ///< SP: onset until final awakening
    SleepMeasure sleep_time;    ///< TST: sleep period without the wake in it
    SleepMeasure latency;       ///< SOL
    SleepMeasure wake;          ///< WASO
    SleepMeasure trying_after;  ///< TASAFA
    SleepMeasure awakenings;    ///< NWAK

    /// 100 x sleep time / the denominator; missing when a part of it is.
    constexpr SleepMeasure efficiency(SleepDenominator of = SleepDenominator::time_in_bed) const;
};

namespace detail {

inline constexpr int minutes_a_day = 1440;
inline constexpr SleepMeasure impossible{.status = Status::invalid};

constexpr SleepMeasure duration(Answer minutes) {
    if (minutes.is_missing()) return {};
    if (!minutes.is_value() || minutes.millionths() < 0) return impossible;
    return {.status = Status::ok, .value = minutes.exact()};
}
constexpr SleepMeasure whole(Answer count) {
    const SleepMeasure found = duration(count);
    return found.is_known() && !found.value.is_integer() ? impossible : found;
}
constexpr SleepMeasure clock(Answer minute) {
    const SleepMeasure found = duration(minute);
    return found.is_known() && found.value >= Exact(minutes_a_day) ? impossible : found;
}

/// The first that is not known, invalid before missing; else the sum.
template <class... Measures>
constexpr SleepMeasure sum_of(const Measures&... each) {
    if (((each.status == Status::invalid) || ...)) return impossible;
    if (!(each.is_known() && ...)) return {};
    return {.status = Status::ok, .value = (Exact(0) + ... + each.value)};
}
constexpr SleepMeasure less(const SleepMeasure& all, const SleepMeasure& part) {
    SleepMeasure rest = sum_of(all, part);
    if (!rest.is_known()) return rest;
    rest.value = all.value - part.value;
    return rest.value < Exact(0) ? impossible : rest;
}
/// From one clock time to the next one after it, past midnight if need be.
constexpr SleepMeasure until(const SleepMeasure& from, const SleepMeasure& to) {
    SleepMeasure between = sum_of(from, to);
    if (!between.is_known()) return between;
    between.value = to.value - from.value;
    if (between.value < Exact(0)) between.value = between.value + Exact(minutes_a_day);
    return between;
}
/// Both are known and the first is longer: they cannot both be right.
constexpr bool exceeds(const SleepMeasure& a, const SleepMeasure& b) {
    return a.is_known() && b.is_known() && a.value > b.value;
}

constexpr SleepMeasure percent_of(const SleepMeasure& part, const SleepMeasure& all) {
    SleepMeasure percent = sum_of(part, all);
    if (!percent.is_known()) return percent;
    if (part.value < Exact(0) || all.value <= Exact(0) || part.value > all.value) return impossible;
    percent.value = Exact(100) * part.value / all.value;
    return percent;
}

}  // namespace detail

/// 100 x part / all, for measures that come from elsewhere; a negative one, or more than 100 %, is
/// invalid.
constexpr SleepMeasure sleep_efficiency(Answer sleep_minutes, Answer of_minutes) {
    return detail::percent_of(detail::duration(sleep_minutes), detail::duration(of_minutes));
}

constexpr SleepMeasure SleepNight::efficiency(SleepDenominator of) const {
    if (of == SleepDenominator::time_in_bed) return detail::percent_of(sleep_time, time_in_bed);
    return detail::percent_of(sleep_time, detail::sum_of(latency, sleep_time, wake, trying_after));
}

/// Works out one night. Times out of order, a negative duration, or more wake than the night has
/// room for are invalid.
constexpr SleepNight sleep_night(const SleepDiary& diary) {
    const SleepMeasure to_bed = detail::clock(diary.to_bed);
    const SleepMeasure tried = detail::clock(diary.tried);
    const SleepMeasure awake = detail::clock(diary.final_awake);
    const SleepMeasure got_up = detail::clock(diary.got_up);
    SleepNight night;
    night.start = diary.start;
    night.latency = detail::duration(diary.latency);
    night.wake = detail::duration(diary.wake);
    night.trying_after = detail::duration(diary.trying_after);
    night.awakenings = detail::whole(diary.awakenings);
    night.time_in_bed = detail::until(to_bed, got_up);
    night.sleep_period = detail::less(detail::until(tried, awake), night.latency);
    night.sleep_time = detail::less(night.sleep_period, night.wake);

    const SleepMeasure bed_to_awake = detail::until(to_bed, awake);
    const bool out_of_order = detail::exceeds(detail::until(to_bed, tried), bed_to_awake) ||
                              detail::exceeds(bed_to_awake, night.time_in_bed) ||
                              detail::exceeds(night.sleep_period, night.time_in_bed) ||
                              detail::exceeds(night.trying_after, detail::until(awake, got_up));
    const SleepMeasure all =
        detail::sum_of(to_bed, tried, awake, got_up, night.latency, night.wake, night.trying_after,
                       night.awakenings, night.sleep_period, night.sleep_time);
    if (!out_of_order && all.status != Status::invalid) return night;
    const SleepMeasure no = detail::impossible;
    return {diary.start, no, no, no, no, no, no, no};
}

// Worked example: 30 minutes of reading, then 45 to fall asleep, 60 awake, 15 trying after.
inline constexpr SleepDiary sleep_example{.to_bed = 22 * 60,
                                          .tried = 22 * 60 + 30,
                                          .latency = 45,
                                          .wake = 60,
                                          .final_awake = 6 * 60 + 15,
                                          .trying_after = 15,
                                          .got_up = 6 * 60 + 30,
                                          .awakenings = 3};
static_assert(sleep_night(sleep_example).time_in_bed.value == Exact(510));
static_assert(sleep_night(sleep_example).sleep_time.value == Exact(360));

}  // namespace eczscore::trial
