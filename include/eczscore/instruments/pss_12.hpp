// SPDX-License-Identifier: BSL-1.0
// 12-item Pruritus Severity Scale: the last three days and the last night, 3 to 22.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pss_12 {

namespace detail {
/// Answers are recorded as given; what they add is in `points`.
inline constexpr Word yes_no[] = {{"yes", 1}, {"no", 0}};
inline constexpr int no_adds[] = {1, 0};  ///< "no" is the worse answer

consteval Item yes_adds(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 1), .words = yes_no};
}
consteval Item no_adds_item(Text id, Text label) {
    return {
        .id = id, .label = label, .scale = whole_points(0, 1), .words = yes_no, .points = no_adds};
}
}  // namespace detail

inline constexpr Item items[] = {
    {.id = "frequency",
     .label = "1 frequency; 0 is no itch at all",
     .scale = whole_points(0, 3),
     .zero_means_not_applicable = true},
    detail::yes_adds("simple_tasks", "2 hinders simple tasks"),
    detail::yes_adds("irritability", "3 irritability"),
    detail::yes_adds("low_mood", "4 low mood"),
    detail::yes_adds("work_learning", "5 hinders work or learning"),
    detail::yes_adds("scratching", "6 scratching"),
    detail::no_adds_item("relief", "7 relief by scratching"),
    detail::no_adds_item("refrain", "8 able to refrain from scratching"),
    {.id = "night_waking", .label = "9 waking at night", .scale = whole_points(0, 3)},
    {.id = "intensity", .label = "10 intensity", .scale = whole_points(1, 5)},
    {.id = "extent", .label = "11 extent", .scale = whole_points(1, 3)},
    detail::yes_adds("scratch_marks", "12 scratch marks")};
inline constexpr Domain domains[] = {{"total", "Twelve items", 1, items, 22}};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 22}};

inline constexpr const Citation* sources[] = {cite("reich_2017_pss_12"), cite("stepien_2020")};

inline constexpr Band stepien_2020_bands[] = {{"mild", "Mild", from(3), below(7)},
                                              {"moderate", "Moderate", from(7), below(12)},
                                              {"severe", "Severe", from(12), up_to(22)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "stepien_2020",
     .title = "Stepien 2020, 240 patients with pruritic dermatoses",
     .bands = stepien_2020_bands,
     .evidence = {cite("stepien_2020"), Confidence::high},
     .is_default = true}};

inline constexpr Text notes[] = {
    "Items 7 and 8 count the other way: relief by scratching and being able to refrain add 0, "
    "their absence adds 1. Record the answer (yes or no), not the point.",
    "The scale begins at 3 and cannot express that there is no itch: a frequency of 0 makes it not "
    "applicable, whatever else was answered.",
    "That items 9, 10 and 11 run to 3, 5 and 3 points is inferred from the maximum of 22 (medium "
    "confidence).",
    "No missing rule was seen: all twelve items (low confidence). No threshold was seen."};

inline constexpr Description description{
    Identity{.id = "pss_12",
             .title = "12-item Pruritus Severity Scale",
             .version = "2017",
             .respondent = Respondent::patient,
             .reuse = Reuse::with_notice,
             .recall_days = 3,
             .recall = "last 3 days and last night",
             .rights = "Published under a Creative Commons Attribution licence. No item wording is "
                       "included."},
    Scoring{.min = 3,
            .max = 22,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::low,
                                     "no published rule was "
                                     "seen"},
                        .text = "none: all twelve items"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0. Yes is 1, no is 0.
struct Answers {
    Age age{};
    Answer frequency{};
    Answer simple_tasks{};
    Answer irritability{};
    Answer low_mood{};
    Answer work_learning{};
    Answer scratching{};
    Answer relief{};
    Answer refrain{};
    Answer night_waking{};
    Answer intensity{};
    Answer extent{};
    Answer scratch_marks{};

    static constexpr const Instrument& instrument() { return pss_12::instrument; }
    constexpr std::array<Answer, 12> in_order() const {
        return {frequency, simple_tasks, irritability, low_mood,  work_learning, scratching,
                relief,    refrain,      night_waking, intensity, extent,        scratch_marks};
    }
};

// Worked example: 2 + (1 + 1 + 0 + 1) + 1 + 0 + 1 + 2 + 3 + 2 + 1; relief yes, able to refrain no.
inline constexpr Answers example{.frequency = 2,
                                 .simple_tasks = 1,
                                 .irritability = 1,
                                 .low_mood = 0,
                                 .work_learning = 1,
                                 .scratching = 1,
                                 .relief = 1,
                                 .refrain = 0,
                                 .night_waking = 2,
                                 .intensity = 3,
                                 .extent = 2,
                                 .scratch_marks = 1};
static_assert(score(example).value() == Exact(15));

}  // namespace eczscore::pss_12
