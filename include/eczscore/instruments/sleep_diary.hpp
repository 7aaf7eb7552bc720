// SPDX-License-Identifier: BSL-1.0
// One night of a sleep diary or of actigraphy: minutes in bed, awake and asleep, sleep efficiency.
#pragma once

#include <array>

#include "eczscore/instruments/detail/sleep_night.hpp"
#include "eczscore/model/checked.hpp"
#include "eczscore/model/worksheet.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::sleep_diary {

// --- What is asked; all rows read the sleep_ columns --------------------------------------------

using eczscore::detail::sleep_night::efficiency_dse_items;
using eczscore::detail::sleep_night::efficiency_items;
using eczscore::detail::sleep_night::sol_items;
using eczscore::detail::sleep_night::tib_items;
using eczscore::detail::sleep_night::tst_items;
using eczscore::detail::sleep_night::waso_items;

inline constexpr Domain tib_domains[] = {{"night", "Night", 1, tib_items}};
inline constexpr Domain sol_domains[] = {{"night", "Night", 1, sol_items, 1440}};
inline constexpr Domain waso_domains[] = {{"night", "Night", 1, waso_items, 1440}};
inline constexpr Domain tst_domains[] = {{"night", "Night", 1, tst_items}};
inline constexpr Domain efficiency_domains[] = {{"night", "Night", 1, efficiency_items}};
inline constexpr Domain efficiency_dse_domains[] = {{"night", "Night", 1, efficiency_dse_items}};
inline constexpr Form tib_forms[] = {
    {.id = "all", .label = "all", .domains = tib_domains, .max = 1439}};
inline constexpr Form sol_forms[] = {
    {.id = "all", .label = "all", .domains = sol_domains, .max = 1440}};
inline constexpr Form waso_forms[] = {
    {.id = "all", .label = "all", .domains = waso_domains, .max = 1440}};
inline constexpr Form tst_forms[] = {
    {.id = "all", .label = "all", .domains = tst_domains, .max = 1439}};
inline constexpr Form efficiency_forms[] = {
    {.id = "all", .label = "all", .domains = efficiency_domains, .max = 100}};
inline constexpr Form efficiency_dse_forms[] = {
    {.id = "all", .label = "all", .domains = efficiency_dse_domains, .max = 100}};

// --- Sources and notes --------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("reed_2016"), cite("sleep_diary_2025")};

inline constexpr Text notes[] = {
    "Time in bed runs from going to bed to the final rising (sleep_bed_time may be lights out, if "
    "the study says so); the sleep period from falling asleep to the final awakening.",
    "Times run over midnight. Negative minutes, more minutes awake than there were and times that "
    "would give an efficiency above 100 % are refused.",
    "Sleep efficiency is over time in bed by default (medium confidence); sleep_efficiency_dse is "
    "over the sleep episode, which leaves reading in bed out.",
    "A row is one night. Weekly means are over the nights present, at least 4 of 7 (medium "
    "confidence); actigraphy commonly asks for 5 with a weekend night (low confidence).",
    "Itch ratings and scratching on actigraphy correlate poorly: never impute one from the other.",
    "No band and no threshold was published for atopic dermatitis."};

namespace detail {
consteval Description described(Text id, Text title, Direction direction, List<Form> all,
                                const Formula* formula = nullptr, Text formula_text = {}) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "sleep-term definitions",
                     .respondent = Respondent::patient | Respondent::caregiver | Respondent::device,
                     .reuse = Reuse::free,
                     .recall_days = 1,
                     .respondent_words = "patient or caregiver, or a device",
                     .recall = "one night",
                     .rights = "Definitions of terms; free."},
            Scoring{.min = 0,
                    .max = all[0].max,
                    .direction = direction,
                    .columns = "sleep",
                    .forms = all,
                    .formula = formula,
                    .formula_text = formula_text,
                    .missing = {.evidence = {nullptr, Confidence::high, "it follows by definition"},
                                .text = "none: everything that the definition uses"}},
            Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
inline constexpr auto better = Direction::higher_is_better;
inline constexpr auto worse = Direction::higher_is_worse;
}  // namespace detail

}  // namespace eczscore::sleep_diary

namespace eczscore::sleep_tib {
inline constexpr Description description = sleep_diary::detail::described(
    "sleep_tib", "Time in bed, minutes", sleep_diary::detail::better, sleep_diary::tib_forms,
    &formula_of<detail::sleep_night::TimeInBed>, "minutes from going to bed to the final rising");
inline constexpr Instrument instrument = checked<description>();
/// One night; times in minutes after midnight, 0-1439.
struct Answers {
    Age age{};
    Answer bed_time{};
    Answer rise_time{};

    static constexpr const Instrument& instrument() { return sleep_tib::instrument; }
    constexpr std::array<Answer, 2> in_order() const { return {bed_time, rise_time}; }
};
}  // namespace eczscore::sleep_tib

namespace eczscore::sleep_sol {
inline constexpr Description description =
    sleep_diary::detail::described("sleep_sol", "Sleep onset latency, minutes",
                                   sleep_diary::detail::worse, sleep_diary::sol_forms);
inline constexpr Instrument instrument = checked<description>();
/// One night.
struct Answers {
    Age age{};
    Answer latency_minutes{};

    static constexpr const Instrument& instrument() { return sleep_sol::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {latency_minutes}; }
};
}  // namespace eczscore::sleep_sol

namespace eczscore::sleep_waso {
inline constexpr Description description =
    sleep_diary::detail::described("sleep_waso", "Wake after sleep onset, minutes",
                                   sleep_diary::detail::worse, sleep_diary::waso_forms);
inline constexpr Instrument instrument = checked<description>();
/// One night.
struct Answers {
    Age age{};
    Answer waso_minutes{};

    static constexpr const Instrument& instrument() { return sleep_waso::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {waso_minutes}; }
};
}  // namespace eczscore::sleep_waso

namespace eczscore::sleep_tst {
inline constexpr Description description = sleep_diary::detail::described(
    "sleep_tst", "Total sleep time, minutes", sleep_diary::detail::better, sleep_diary::tst_forms,
    &formula_of<detail::sleep_night::TotalSleepTime>,
    "minutes from trying to sleep to the final awakening, less those to fall asleep and awake in "
    "between");
inline constexpr Instrument instrument = checked<description>();
/// One night; times in minutes after midnight, 0-1439.
struct Answers {
    Age age{};
    Answer attempt_time{};
    Answer latency_minutes{};
    Answer waso_minutes{};
    Answer final_wake_time{};

    static constexpr const Instrument& instrument() { return sleep_tst::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {attempt_time, latency_minutes, waso_minutes, final_wake_time};
    }
};
}  // namespace eczscore::sleep_tst

namespace eczscore::sleep_efficiency {
inline constexpr Description description = sleep_diary::detail::described(
    "sleep_efficiency", "Sleep efficiency over time in bed, percent", sleep_diary::detail::better,
    sleep_diary::efficiency_forms, &formula_of<detail::sleep_night::Efficiency>,
    "100 x total sleep time / time in bed");
inline constexpr Instrument instrument = checked<description>();
/// One night; times in minutes after midnight, 0-1439.
struct Answers {
    Age age{};
    Answer attempt_time{};
    Answer latency_minutes{};
    Answer waso_minutes{};
    Answer final_wake_time{};
    Answer bed_time{};
    Answer rise_time{};

    static constexpr const Instrument& instrument() { return sleep_efficiency::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        return {attempt_time, latency_minutes, waso_minutes, final_wake_time, bed_time, rise_time};
    }
};

// Worked example: 510 minutes in bed, 30 of them reading, 45 to fall asleep, 60 awake, 15 trying
// on.
static_assert(score(Answers{.attempt_time = 23 * 60,
                            .latency_minutes = 45,
                            .waso_minutes = 60,
                            .final_wake_time = 6 * 60 + 45,
                            .bed_time = 22 * 60 + 30,
                            .rise_time = 7 * 60})
                  .value() == Exact::ratio(36'000, 510));
}  // namespace eczscore::sleep_efficiency

namespace eczscore::sleep_efficiency_dse {
inline constexpr Description description = sleep_diary::detail::described(
    "sleep_efficiency_dse", "Sleep efficiency over the sleep episode, percent",
    sleep_diary::detail::better, sleep_diary::efficiency_dse_forms,
    &formula_of<detail::sleep_night::EfficiencyOfEpisode>,
    "100 x total sleep time / (latency + total sleep time + minutes awake + minutes still "
    "trying)");
inline constexpr Instrument instrument = checked<description>();
/// One night; times in minutes after midnight, 0-1439.
struct Answers {
    Age age{};
    Answer attempt_time{};
    Answer latency_minutes{};
    Answer waso_minutes{};
    Answer final_wake_time{};
    Answer tasafa_minutes{};

    static constexpr const Instrument& instrument() { return sleep_efficiency_dse::instrument; }
    constexpr std::array<Answer, 5> in_order() const {
        return {attempt_time, latency_minutes, waso_minutes, final_wake_time, tasafa_minutes};
    }
};

// Worked example: 360 / (45 + 360 + 60 + 15).
static_assert(score(Answers{.attempt_time = 23 * 60,
                            .latency_minutes = 45,
                            .waso_minutes = 60,
                            .final_wake_time = 6 * 60 + 45,
                            .tasafa_minutes = 15})
                  .value() == Exact(75));
}  // namespace eczscore::sleep_efficiency_dse
