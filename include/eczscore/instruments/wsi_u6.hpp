// SPDX-License-Identifier: BSL-1.0
// Caregiver Worst Scratch/Itch NRS, children under 6: 0-10 daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::wsi_u6 {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr const Citation* sources[] = {cite("paller_2022_caregiver")};

inline constexpr Text infants = "from 6 months to under 6 years, rated by caregivers";
inline constexpr Threshold thresholds[] = {
    detail::responder(4, infants,
                      {cite("paller_2022_caregiver"), Confidence::high,
                       "the baseline of 4 is the convention of trials in adults"}),
    detail::responder(3, infants,
                      {cite("paller_2022_caregiver"), Confidence::medium,
                       "inside the published range; the eligibility is from memory, unverified"}),
    detail::responder(2, infants,
                      {cite("paller_2022_caregiver"), Confidence::medium,
                       "the 2 points were seen; the eligibility is from memory, unverified"}),
    {.id = "mcid_paller_2022_low",
     .label = "within-person responder range 2 to 4, lower end",
     .basis = Basis::mcid,
     .value = 2,
     .population = infants,
     .evidence = {cite("paller_2022_caregiver"), Confidence::high}},
    {.id = "mcid_paller_2022_high",
     .label = "within-person responder range 2 to 4, upper end",
     .basis = Basis::mcid,
     .value = 4,
     .population = infants,
     .evidence = {cite("paller_2022_caregiver"), Confidence::high}},
    detail::itch_free,
    detail::itch_0_1};

inline constexpr Text notes[] = {
    detail::week_note, detail::no_day_note,
    "No bands: those of the itch ratings were made with adults and adolescents who rated "
    "themselves.",
    "Rated by a caregiver: not to be pooled with what patients rate. For children from 6 months to "
    "under 6 years; the age is not judged, because a study keeps its scale past a birthday."};

inline constexpr Description description{
    Identity{.id = "wsi_u6",
             .title = "Worst Scratch/Itch NRS under 6 years, weekly mean of daily ratings",
             .version = "24-hour worst scratching or itch, NRS-11",
             .respondent = Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights = detail::branded_rights},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {8, 7, 9, 8, 8, 7, 8}}).value() == Exact::ratio(55, 7));

}  // namespace eczscore::wsi_u6
