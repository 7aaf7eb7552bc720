// SPDX-License-Identifier: BSL-1.0
// Peak Pruritus NRS: worst itch in 24 hours, 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pp_nrs {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr const Citation* sources[] = {
    cite("yosipovitch_2019"),       cite("vakharia_2018"),  cite("silverberg_2022"),
    cite("itchyquant_2017"),        cite("true_ad_pooled"), cite("rams_2024"),
    cite("silverberg_2021_breeze"), cite("riepe_2019")};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    detail::responder(4, "adults, moderate to severe",
                      {cite("true_ad_pooled"), Confidence::high, "eligibility seen there"}),
    detail::responder(3, "adults",
                      {cite("rams_2024"), Confidence::medium,
                       "the 3 points were seen; the eligibility is from memory, unverified"}),
    detail::responder(2, "adults",
                      {cite("yosipovitch_2019"), Confidence::medium,
                       "the 2 points were seen; the eligibility is from memory, unverified"}),
    {.id = "mcid_yosipovitch_2019_low",
     .label = "within-person responder range 2 to 4, lower end",
     .basis = Basis::mcid,
     .value = 2,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {cite("yosipovitch_2019"), Confidence::high}},
    {.id = "mcid_yosipovitch_2019_high",
     .label = "within-person responder range 2 to 4, upper end",
     .basis = Basis::mcid,
     .value = 4,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {cite("yosipovitch_2019"), Confidence::high}},
    detail::mcid_breeze,
    detail::itch_free,
    detail::itch_0_1,
    detail::mcid_rams_2024,
    detail::chronic_low,
    detail::chronic_high};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    detail::week_note, detail::no_day_note,
    "Worst itch, not average itch: some pages describe this scale with the wrong question."};

inline constexpr Description description{
    Identity{.id = "pp_nrs",
             .title = "Peak Pruritus NRS, weekly mean of daily ratings",
             .version = "24-hour worst itch, NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .respondent_words = "patient (adult or adolescent)",
             .recall = "24 hours, daily",
             .rights =
                 "A generic 0-10 rating is free; the branded wording belongs to Regeneron/Sanofi "
                 "(medium confidence). No wording is included."},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.bands = detail::worst_itch_bands, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

// Worked example: 4, 3, -, 4, 4, -, 3 is 18 over 5 days.
static_assert(score(Answers{.days = {4, 3, {}, 4, 4, {}, 3}}).value() == 3.6_x);

}  // namespace eczscore::pp_nrs
