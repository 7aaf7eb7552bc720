// SPDX-License-Identifier: BSL-1.0
// Atopic Dermatitis Impact Scale: sleep (0-30), daily activities (0-40), emotional state (0-30).
#pragma once

#include <array>

#include "eczscore/instruments/detail/aderm_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::aderm_is {

namespace detail {
using namespace eczscore::detail::aderm;
}

inline constexpr Item sleep[] = {detail::rating("falling_asleep", "1 falling asleep"),
                                 detail::rating("sleep_impact", "2 impact on sleep"),
                                 detail::rating("night_waking", "3 waking at night")};
inline constexpr Item activities[] = {detail::rating("household", "4 household"),
                                      detail::rating("physical", "5 physical activities"),
                                      detail::rating("social", "6 social activities"),
                                      detail::rating("concentration", "7 concentration")};
inline constexpr Item emotions[] = {detail::rating("self_conscious", "8 self-conscious"),
                                    detail::rating("embarrassed", "9 embarrassed"),
                                    detail::rating("sad", "10 sad")};
inline constexpr Domain sleep_domains[] = {{"sleep", "Sleep", 1, sleep, 30}};
inline constexpr Domain activities_domains[] = {
    {"daily_activities", "Daily activities", 1, activities, 40}};
inline constexpr Domain emotions_domains[] = {
    {"emotional_state", "Emotional state", 1, emotions, 30}};
inline constexpr Form sleep_forms[] = {
    {.id = "all", .label = "12 years and over", .domains = sleep_domains, .max = 30}};
inline constexpr Form activities_forms[] = {
    {.id = "all", .label = "12 years and over", .domains = activities_domains, .max = 40}};
inline constexpr Form emotions_forms[] = {
    {.id = "all", .label = "12 years and over", .domains = emotions_domains, .max = 30}};

inline constexpr Band sleep_bands[] = {{"absent", "Absent", from(0), below(1)},
                                       {"minimal", "Minimal", from(1), below(4)},
                                       {"mild", "Mild", from(4), below(7)},
                                       {"moderate", "Moderate", from(7), below(21)},
                                       {"severe", "Severe", from(21), up_to(30)}};
inline constexpr Band activities_bands[] = {{"absent", "Absent", from(0), below(1)},
                                            {"minimal", "Minimal", from(1), below(3)},
                                            {"mild", "Mild", from(3), below(8)},
                                            {"moderate", "Moderate", from(8), below(26)},
                                            {"severe", "Severe", from(26), up_to(40)}};
inline constexpr Band emotions_bands[] = {{"absent", "Absent", from(0), below(1)},
                                          {"minimal", "Minimal", from(1), below(3)},
                                          {"mild", "Mild", from(3), below(9)},
                                          {"moderate", "Moderate", from(9), below(23)},
                                          {"severe", "Severe", from(23), up_to(30)}};
inline constexpr BandScheme sleep_schemes[] = {{.id = "silverberg_2022",
                                                .title = detail::strata_title,
                                                .bands = sleep_bands,
                                                .evidence = detail::strata,
                                                .is_default = true}};
inline constexpr BandScheme activities_schemes[] = {{.id = "silverberg_2022",
                                                     .title = detail::strata_title,
                                                     .bands = activities_bands,
                                                     .evidence = detail::strata,
                                                     .is_default = true}};
inline constexpr BandScheme emotions_schemes[] = {{.id = "silverberg_2022",
                                                   .title = detail::strata_title,
                                                   .bands = emotions_bands,
                                                   .evidence = detail::strata,
                                                   .is_default = true}};
inline constexpr Threshold sleep_thresholds[] = {
    detail::within_person(12, "at least 12 points better; asked from a baseline of 12")};
inline constexpr Threshold activities_thresholds[] = {
    detail::within_person(14, "at least 14 points better; asked from a baseline of 14")};
inline constexpr Threshold emotions_thresholds[] = {
    detail::within_person(11, "at least 11 points better; asked from a baseline of 11")};

inline constexpr Text labels_note = "The labels of the items are from memory (medium confidence).";
inline constexpr Text sleep_notes[] = {detail::daily_note, detail::ages_note,
                                       detail::threshold_note, labels_note};
inline constexpr Text weekly_notes[] = {
    "Asked about 7 days at once (medium confidence): one form is one score, and nothing is "
    "averaged over days.",
    detail::ages_note, detail::threshold_note, labels_note};

namespace detail {
consteval Description described(Text id, Text title, std::int16_t recall_days, Text recall,
                                List<Form> forms, List<BandScheme> bands,
                                List<Threshold> thresholds, List<Text> notes) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "2022",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall_days = recall_days,
                     .recall = recall,
                     .rights = rights},
            Scoring{.min = 0,
                    .max = forms[0].max,
                    .ages = {.from_months = 12 * 12},
                    .columns = "aderm_is",
                    .forms = forms,
                    .missing = every_item},
            Interpretation{.bands = bands, .thresholds = thresholds, .notes = notes},
            Provenance{.sources = sources_of_all}};
}
}  // namespace detail

}  // namespace eczscore::aderm_is

namespace eczscore::aderm_is_sleep {

inline constexpr Description description = aderm_is::detail::described(
    "aderm_is_sleep", "ADerm-IS sleep of a day", 1, "24 hours, daily", aderm_is::sleep_forms,
    aderm_is::sleep_schemes, aderm_is::sleep_thresholds, aderm_is::sleep_notes);
inline constexpr Instrument instrument = checked<description>();

/// One day's form; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer falling_asleep{};
    Answer sleep_impact{};
    Answer night_waking{};

    static constexpr const Instrument& instrument() { return aderm_is_sleep::instrument; }
    constexpr std::array<Answer, 3> in_order() const {
        return {falling_asleep, sleep_impact, night_waking};
    }
};

// Worked example: 5, 6, 4.
inline constexpr Answers example{.falling_asleep = 5, .sleep_impact = 6, .night_waking = 4};
static_assert(score(example).value() == Exact(15));

}  // namespace eczscore::aderm_is_sleep

namespace eczscore::aderm_is_daily_activities {

inline constexpr Description description =
    aderm_is::detail::described("aderm_is_daily_activities", "ADerm-IS daily activities", 7,
                                "7 days", aderm_is::activities_forms, aderm_is::activities_schemes,
                                aderm_is::activities_thresholds, aderm_is::weekly_notes);
inline constexpr Instrument instrument = checked<description>();

/// One form; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer household{};
    Answer physical{};
    Answer social{};
    Answer concentration{};

    static constexpr const Instrument& instrument() {
        return aderm_is_daily_activities::instrument;
    }
    constexpr std::array<Answer, 4> in_order() const {
        return {household, physical, social, concentration};
    }
};

}  // namespace eczscore::aderm_is_daily_activities

namespace eczscore::aderm_is_emotional_state {

inline constexpr Description description = aderm_is::detail::described(
    "aderm_is_emotional_state", "ADerm-IS emotional state", 7, "7 days", aderm_is::emotions_forms,
    aderm_is::emotions_schemes, aderm_is::emotions_thresholds, aderm_is::weekly_notes);
inline constexpr Instrument instrument = checked<description>();

/// One form; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer self_conscious{};
    Answer embarrassed{};
    Answer sad{};

    static constexpr const Instrument& instrument() { return aderm_is_emotional_state::instrument; }
    constexpr std::array<Answer, 3> in_order() const { return {self_conscious, embarrassed, sad}; }
};

}  // namespace eczscore::aderm_is_emotional_state
