// SPDX-License-Identifier: BSL-1.0
// IDQoL, the Infants' Dermatitis Quality of Life Index: ten items, severity reported apart, 0-30.
#pragma once

#include <array>

#include "eczscore/instruments/detail/cardiff_parts.hpp"
#include "eczscore/instruments/detail/dlqi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::idqol {

namespace detail {
using eczscore::detail::cardiff::one_blank;
using eczscore::detail::cardiff::question;
using eczscore::detail::cardiff::rights;
using eczscore::detail::dlqi::hongbo_2005_bands;
}  // namespace detail

/// Grades 0 to 3. Time to fall asleep: 0-15 min is 0, 15 min-1 h 1, 1-2 h 2, more than 2 h 3. Sleep
/// lost at night: under 1 h is 0, 1-2 h 1, 3-4 h 2, 5 h and more 3.
inline constexpr Item items[] = {detail::question("itch_scratch", "1 itching and scratching"),
                                 detail::question("mood", "2 mood"),
                                 detail::question("sleep_latency", "3 time to fall asleep"),
                                 detail::question("sleep_lost", "4 sleep lost at night"),
                                 detail::question("play", "5 playing or swimming"),
                                 detail::question("family_activities", "6 family activities"),
                                 detail::question("mealtimes", "7 mealtimes"),
                                 detail::question("treatment", "8 treatment"),
                                 detail::question("dressing", "9 dressing"),
                                 detail::question("bathing", "10 bathing"),
                                 {.id = "severity",
                                  .label = "severity of the dermatitis, kept apart",
                                  .scale = whole_points(0, 4),
                                  .role = Role::recorded}};
inline constexpr Domain domains[] = {{"total", "Ten items", 1, items, 30}};
inline constexpr Form forms[] = {{.id = "all", .label = "infants", .domains = domains, .max = 30}};

inline constexpr const Citation* sources[] = {cite("lewis_jones_2001"), cite("basra_2013"),
                                              cite("cardiff_questionnaires"), cite("hongbo_2005")};

/// No band was validated. The DLQI's may be asked for by name; they were never published for
/// infants.
inline constexpr BandScheme band_schemes[] = {
    {.id = "dlqi_like",
     .title = "Unofficial, unverified: the bands of the DLQI, which were not made for infants",
     .bands = detail::hongbo_2005_bands,
     .evidence = {cite("hongbo_2005"), Confidence::low,
                  "unofficial: published for adults and the DLQI; no IDQoL bands were found"}}};

inline constexpr Text notes[] = {
    "The severity of the dermatitis (0 none, 1 mild, 2 average, 3 severe, 4 extreme) is reported "
    "beside the score and never added; its absence does not touch the score (medium confidence).",
    "No validated bands were found, so there is no band by default.",
    "No change that matters was found: a review of 2013 says that no study described one.",
    "One unanswered item counts 0; two or more leave the total unscored (medium confidence, from "
    "memory).",
    "Items 3 and 4 are recorded as printed categories. They leave gaps (2-3 h, 4-5 h), so hours do "
    "not fall into them without a choice (floor_to_category, low confidence).",
    "For infants under 4 years. The age is not judged, because a study keeps its baseline "
    "questionnaire past a birthday. DLQI, CDLQI and IDQoL are not pooled or converted.",
    "The labels of the items are from memory (medium confidence)."};

inline constexpr Description description{
    Identity{.id = "idqol",
             .title = "Infants' Dermatitis Quality of Life Index",
             .version = "2001",
             .respondent = Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "parent or regular carer",
             .recall = "past week",
             .rights = detail::rights},
    Scoring{.min = 0,
            .max = 30,
            .several_ticks = MarkRule::highest,
            .forms = forms,
            .missing = {.allowed = 1,
                        .evidence = {.source = cite("cardiff_questionnaires"),
                                     .confidence = Confidence::medium,
                                     .from_memory = true},
                        .text = detail::one_blank}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer itch_scratch{};
    Answer mood{};
    Answer sleep_latency{};
    Answer sleep_lost{};
    Answer play{};
    Answer family_activities{};
    Answer mealtimes{};
    Answer treatment{};
    Answer dressing{};
    Answer bathing{};
    Answer severity{};  ///< 0 to 4, kept apart

    static constexpr const Instrument& instrument() { return idqol::instrument; }
    constexpr std::array<Answer, 11> in_order() const {
        return {itch_scratch, mood,      sleep_latency, sleep_lost, play,    family_activities,
                mealtimes,    treatment, dressing,      bathing,    severity};
    }
};

// Worked example: 3,2,2,3,1,1,0,2,1,2 is 17, with severity 3 beside it.
inline constexpr Answers example{.itch_scratch = 3,
                                 .mood = 2,
                                 .sleep_latency = 2,
                                 .sleep_lost = 3,
                                 .play = 1,
                                 .family_activities = 1,
                                 .mealtimes = 0,
                                 .treatment = 2,
                                 .dressing = 1,
                                 .bathing = 2,
                                 .severity = 3};
static_assert(score(example).value() == Exact(17));

/// `floor_to_category`, an alternative of low confidence for item 4 where only hours of lost sleep
/// were recorded: hours in a gap of the printed categories fall into the category below (2.5 h is
/// 1, 4.5 h is 2). What is no number of hours is passed on as unreadable. Say so beside the score.
constexpr Answer floor_to_category(Answer hours) {
    if (hours.is_missing()) return hours;
    if (!hours.is_value() || hours.millionths() < 0) return Answer::unreadable();
    const std::int64_t whole = hours.millionths() / millionths_per_point;
    return whole >= 5 ? 3 : whole >= 3 ? 2 : whole >= 1 ? 1 : 0;
}

}  // namespace eczscore::idqol
