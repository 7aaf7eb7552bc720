// SPDX-License-Identifier: BSL-1.0
// Worst Itch Scale of children from 6 to 11: night and day, 0-10; the weekly mean of the higher.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::wis_6_11 {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;

consteval Item night(Text id, Text label) { return day(id, label); }
/// Today, beside last night: the higher of the two counts for the day.
consteval Item today(Text id, Text label) {
    Item item = day(id, label);
    item.role = Role::alternative_part;
    return item;
}
}  // namespace detail
using detail::itch_0_1_rounded;

/// Days relative to the visit, each with its night before.
inline constexpr Item items[] = {detail::night("day_-6_night", "6 days before, last night"),
                                 detail::today("day_-6_day", "6 days before, that day"),
                                 detail::night("day_-5_night", "5 days before, last night"),
                                 detail::today("day_-5_day", "5 days before, that day"),
                                 detail::night("day_-4_night", "4 days before, last night"),
                                 detail::today("day_-4_day", "4 days before, that day"),
                                 detail::night("day_-3_night", "3 days before, last night"),
                                 detail::today("day_-3_day", "3 days before, that day"),
                                 detail::night("day_-2_night", "2 days before, last night"),
                                 detail::today("day_-2_day", "2 days before, that day"),
                                 detail::night("day_-1_night", "1 day before, last night"),
                                 detail::today("day_-1_day", "1 day before, that day"),
                                 detail::night("day_0_night", "day of the visit, last night"),
                                 detail::today("day_0_day", "day of the visit, that day")};
inline constexpr Domain domains[] = {{"week", "Seven days", 1, items, 10}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "6 to 11 years", .denominator = 7, .domains = domains, .max = 10}};

inline constexpr const Citation* sources[] = {cite("paller_2022")};

inline constexpr Text children = "6-11 years, severe atopic dermatitis";
inline constexpr Threshold thresholds[] = {
    detail::responder(4, children,
                      {cite("paller_2022"), Confidence::high,
                       "the baseline of 4 is the convention of trials in adults"}),
    detail::responder(3, children,
                      {cite("paller_2022"), Confidence::medium,
                       "the 3 points were seen; the eligibility is from memory, unverified"}),
    {.id = "mcid_paller_2022_low",
     .label = "within-person responder range 3 to 4, lower end",
     .basis = Basis::mcid,
     .value = 3,
     .population = children,
     .evidence = {cite("paller_2022"), Confidence::high}},
    {.id = "mcid_paller_2022_high",
     .label = "within-person responder range 3 to 4, upper end",
     .basis = Basis::mcid,
     .value = 4,
     .population = children,
     .evidence = {cite("paller_2022"), Confidence::high}},
    {.id = "paller_2022_primary_anchor",
     .label = "estimate by the primary anchor",
     .basis = Basis::mcid,
     .value = 2.84_x,
     .population = children,
     .evidence = {cite("paller_2022"), Confidence::high}},
    detail::itch_free,
    detail::itch_0_1};

inline constexpr Text notes[] = {
    detail::week_note, detail::no_day_note,
    "A day has two questions, last night and that day; the higher counts (low confidence, from "
    "memory). A day with one of the two answered has that value (our choice, unverified).",
    "No bands: those of the itch ratings were made with adults and adolescents.",
    "For 6 to 11 years; the age is not judged, because a study keeps its scale past a birthday. "
    "Not to be pooled with the scales of adults or of caregivers."};

inline constexpr Description description{
    Identity{.id = "wis_6_11",
             .title = "Worst Itch Scale 6-11 years, weekly mean of the daily higher rating",
             .version = "two questions a day, NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .respondent_words = "child",
             .recall = "24 hours, daily",
             .rights = detail::branded_rights},
    Scoring{.min = 0, .max = 10, .forms = forms, .missing = detail::four_of_seven},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One week; a rating that was not set is missing, never 0 and never "no itch".
struct Answers {
    Age age{};
    std::array<Answer, 7> nights{};  ///< oldest first, each 0-10
    std::array<Answer, 7> days{};    ///< oldest first, each 0-10

    static constexpr const Instrument& instrument() { return wis_6_11::instrument; }
    constexpr std::array<Answer, 14> in_order() const {
        std::array<Answer, 14> all{};
        for (std::size_t i = 0; i < 7; ++i) {
            all[2 * i] = nights[i];
            all[2 * i + 1] = days[i];
        }
        return all;
    }
};

// Higher of night and day: 6, 5, 7, 4 and three days without an entry.
static_assert(score(Answers{.nights = {6, 2, 7, {}, {}, {}, {}}, .days = {3, 5, 7, 4, {}, {}, {}}})
                  .value() == 5.5_x);

}  // namespace eczscore::wis_6_11
