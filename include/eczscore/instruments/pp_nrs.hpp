// SPDX-License-Identifier: BSL-1.0
// Peak Pruritus NRS: worst itch in 24 hours, 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pp_nrs {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
using eczscore::detail::sources::breeze_2021;
using eczscore::detail::sources::silverberg_2022;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr Citation sources[] = {detail::yosipovitch_2019, detail::vakharia_2018,
                                       detail::silverberg_2022,  detail::itchyquant_2017,
                                       detail::true_ad,          detail::rams_2024,
                                       detail::breeze_2021,      detail::riepe_2019};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    detail::responder(4, "adults, moderate to severe",
                      {&detail::true_ad, Confidence::high, false, "eligibility seen there"}),
    detail::responder(3, "adults",
                      {&detail::rams_2024, Confidence::medium, false,
                       "the 3 points were seen; the eligibility is from memory, unverified"}),
    detail::responder(2, "adults",
                      {&detail::yosipovitch_2019, Confidence::medium, false,
                       "the 2 points were seen; the eligibility is from memory, unverified"}),
    {.id = "mcid_yosipovitch_2019_low",
     .label = "within-person responder range 2 to 4, lower end",
     .basis = Basis::mcid,
     .value = 2,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {&detail::yosipovitch_2019, Confidence::high, false, ""}},
    {.id = "mcid_yosipovitch_2019_high",
     .label = "within-person responder range 2 to 4, upper end",
     .basis = Basis::mcid,
     .value = 4,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {&detail::yosipovitch_2019, Confidence::high, false, ""}},
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

inline constexpr Instrument instrument = checked(
    {.id = "pp_nrs",
     .title = "Peak Pruritus NRS, weekly mean of daily ratings",
     .version = "24-hour worst itch, NRS-11",
     .respondent = "patient (adult or adolescent)",
     .recall = "24 hours, daily",
     .min = 0,
     .max = 10,
     .forms = detail::forms,
     .missing = detail::four_of_seven,
     .bands = detail::worst_itch_bands,
     .thresholds = thresholds,
     .sources = sources,
     .rights = "A generic 0-10 rating is free; the branded wording belongs to Regeneron/Sanofi "
               "(medium confidence). No wording is included.",
     .notes = notes});

using Answers = DiaryWeek<instrument>;

// Worked example: 4, 3, -, 4, 4, -, 3 is 18 over 5 days.
static_assert(score(Answers{.days = {4, 3, {}, 4, 4, {}, 3}}).value() == 3.6_x);

}  // namespace eczscore::pp_nrs
