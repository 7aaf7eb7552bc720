// SPDX-License-Identifier: BSL-1.0
// Caregiver Sleep Quality NRS, children under 6: 0-10 daily, 10 is best; the weekly mean.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::sq_nrs_u6 {

namespace detail {
using namespace eczscore::detail::diary;
}
inline constexpr const Citation* sources[] = {cite("paller_2022_sq_nrs")};

inline constexpr Text notes[] = {
    "10 is the best sleep. The Sleep Disturbance NRS of adults and adolescents (sd_nrs) runs the "
    "other way: never pool the two.",
    "Seven consecutive days, oldest first; at least 4 must be present (medium confidence: a trial "
    "convention whose sentence could not be found).",
    "Test-retest reliability was 0.80 (Paller 2022); no band and no threshold was found.",
    "For children from 6 months to under 6 years; the age is not judged here."};

inline constexpr Description description{
    Identity{.id = "sq_nrs_u6",
             .title = "Caregiver Sleep Quality NRS under 6 years, weekly mean of daily ratings",
             .version = "NRS-11",
             .respondent = Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights =
                 "A generic 0-10 rating is free; the branded wording belongs to Regeneron/Sanofi "
                 "(medium confidence). No wording is included."},
    Scoring{.min = 0,
            .max = 10,
            .direction = Direction::higher_is_better,
            .forms = detail::forms,
            .missing = detail::four_of_seven},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {8, 9, 9, {}, 10, {}, {}}}).value() == Exact(9));

}  // namespace eczscore::sq_nrs_u6
