// SPDX-License-Identifier: BSL-1.0
// ADCT, the Atopic Dermatitis Control Tool: six items over 7 days, 0 to 24, every item needed.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::adct {

inline constexpr Item items[] = {
    {.id = "severity", .label = "severity", .scale = whole_points(0, 4)},
    {.id = "intense_itch_days", .label = "intense itch, days", .scale = whole_points(0, 4)},
    {.id = "bother", .label = "bother", .scale = whole_points(0, 4)},
    {.id = "sleep_nights", .label = "disturbed sleep, nights", .scale = whole_points(0, 4)},
    {.id = "daily_activities", .label = "daily activities", .scale = whole_points(0, 4)},
    {.id = "mood", .label = "mood", .scale = whole_points(0, 4)}};
inline constexpr Domain domains[] = {{"total", "Six items", 1, items, 24}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "12 years and over", .domains = domains, .max = 24}};

inline constexpr const Citation* sources[] = {cite("pariser_2020"), cite("simpson_2019"),
                                              cite("adct_owner"), cite("dutch_2025")};

inline constexpr Band pariser_2020_bands[] = {
    {"controlled", "Controlled", from(0), below(7)},
    {"not_controlled", "Possibly not controlled", from(7), up_to(24)}};
inline constexpr Band dutch_2025_bands[] = {
    {"controlled", "Controlled", from(0), below(6)},
    {"not_controlled", "Not controlled", from(6), up_to(24)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "pariser_2020",
     .title = "Pariser 2020 and the owner's site: 7 and more is possibly not controlled",
     .bands = pariser_2020_bands,
     .evidence = {cite("pariser_2020"), Confidence::high, "and on the owner's site"},
     .is_default = true},
    {.id = "dutch_2025",
     .title = "Dutch version, 196 adults: 6 and more is not controlled",
     .bands = dutch_2025_bands,
     .evidence = {cite("dutch_2025"), Confidence::high}}};

inline constexpr Threshold thresholds[] = {
    {.id = "mcid_5",
     .label = "a change of 5 points, in either direction",
     .basis = Basis::mcid,
     .value = 5,
     .population = "12 years and over",
     .evidence = {cite("adct_owner"), Confidence::high},
     .is_default = true},
    {.id = "sdc_dutch_2025",
     .label = "smallest detectable change",
     .basis = Basis::sdc,
     .value = 3.2_x,
     .population = "196 Dutch adults",
     .evidence = {cite("dutch_2025"), Confidence::high, "standard error 1.15"}},
    {.id = "mic_dutch_2025",
     .label = "minimal important change, by predictive modelling",
     .basis = Basis::mcid,
     .value = 2.9_x,
     .population = "196 Dutch adults",
     .evidence = {cite("dutch_2025"), Confidence::high,
                  "below the detectable change of the same study"}},
    {.id = "possibly_uncontrolled_7",
     .label = "7 and more: possibly not controlled",
     .basis = Basis::cut,
     .value = 7,
     .population = "12 years and over",
     .evidence = {cite("pariser_2020"), Confidence::high, "and on the owner's site"}},
    {.id = "uncontrolled_dutch_2025",
     .label = "6 and more: not controlled",
     .basis = Basis::cut,
     .value = 6,
     .population = "196 Dutch adults",
     .evidence = {cite("dutch_2025"), Confidence::high}}};

inline constexpr Text notes[] = {
    "All six items are needed: a blank is never counted as 0.",
    "Possibly not controlled is a total of 7 and more, or a total that rose by 5 and more since "
    "the last time; who fell from 16 to 10 is better and still not controlled.",
    "For 12 years and over; below, the scale does not apply.",
    "A mapping between RECAP and ADCT was published (DOI 10.1093/bjd/ljaf167); its equation was "
    "not visible, so there is no conversion."};

inline constexpr Description description{
    Identity{.id = "adct",
             .title = "Atopic Dermatitis Control Tool",
             .version = "2019",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .recall = "7 days",
             .rights = "(c) Regeneron and Sanofi. Free download for practice, permission for other "
                       "use (medium confidence). No item wording is included."},
    Scoring{.min = 0,
            .max = 24,
            .ages = {.from_months = 12 * 12},
            .forms = forms,
            .missing = {.evidence = {cite("adct_owner"), Confidence::high},
                        .text = "none: all six items"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer severity{};
    Answer intense_itch_days{};
    Answer bother{};
    Answer sleep_nights{};
    Answer daily_activities{};
    Answer mood{};

    static constexpr const Instrument& instrument() { return adct::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        return {severity, intense_itch_days, bother, sleep_nights, daily_activities, mood};
    }
};

// Worked example: 2,2,2,1,1,2 is 10, not controlled.
inline constexpr Answers example{.severity = 2,
                                 .intense_itch_days = 2,
                                 .bother = 2,
                                 .sleep_nights = 1,
                                 .daily_activities = 1,
                                 .mood = 2};
static_assert(score(example).value() == Exact(10));

/// The owner's rule in full: possibly not controlled with 7 points and more, or with 5 and more
/// above the time before. Without an earlier score the total alone decides.
constexpr Response possibly_uncontrolled(const Change& since_last_time) {
    if (!since_last_time.has_now) return Response::not_evaluable;
    const bool risen = since_last_time.is_evaluable && since_last_time.improvement() <= Exact(-5);
    return since_last_time.now >= Exact(7) || risen ? Response::yes : Response::no;
}

}  // namespace eczscore::adct
