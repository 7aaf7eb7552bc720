// SPDX-License-Identifier: BSL-1.0
// Sleep Disturbance NRS: last night, 0-10, daily, 10 is worst; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::sd_nrs {

// --- Sources ------------------------------------------------------------------------------------

namespace detail {
using namespace eczscore::detail::diary;
}
inline constexpr const Citation* sources[] = {cite("sd_nrs_2021"), cite("sd_nrs_interviews_2020"),
                                              cite("blauvelt_2026")};

// --- Change that matters; no bands were published -----------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "responder_4",
     .label = "weekly mean at least 4 points better; asked from a baseline of 4",
     .basis = Basis::responder,
     .value = 4,
     .population = "adults and adolescents",
     .evidence = {cite("blauvelt_2026"), Confidence::high, "3 and 4 were both supported"},
     .is_default = true,
     .eligible_from = 4},
    {.id = "responder_3",
     .label = "weekly mean at least 3 points better",
     .basis = Basis::responder,
     .value = 3,
     .population = "adults and adolescents",
     .evidence = {cite("blauvelt_2026"), Confidence::high, "3 and 4 were both supported"}},
    {.id = "initial_range_low",
     .label = "initial responder range 2 to 5, lower end",
     .basis = Basis::responder,
     .value = 2,
     .population = "218 adults, phase 2b",
     .evidence = {cite("sd_nrs_2021"), Confidence::high}},
    {.id = "initial_range_high",
     .label = "initial responder range 2 to 5, upper end",
     .basis = Basis::responder,
     .value = 5,
     .population = "218 adults, phase 2b",
     .evidence = {cite("sd_nrs_2021"), Confidence::high}},
    {.id = "interviews_1",
     .label = "most interviewed patients said 1 to 2 points matter, lower end",
     .basis = Basis::mcid,
     .value = 1,
     .population = "interviews",
     .evidence = {cite("sd_nrs_interviews_2020"), Confidence::high}},
    {.id = "interviews_2",
     .label = "most interviewed patients said 1 to 2 points matter, upper end",
     .basis = Basis::mcid,
     .value = 2,
     .population = "interviews",
     .evidence = {cite("sd_nrs_interviews_2020"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Seven consecutive days, oldest first; at least 4 must be present (medium confidence: a trial "
    "convention whose sentence could not be found).",
    "Between groups a difference of 1 to 3 points was supported (DOI 10.1007/s13555-025-01634-5). "
    "It is no threshold here: it says nothing about one patient.",
    "Reads sd_nrs_ or sleep_nrs_ columns. The caregiver Sleep Quality NRS for children under 6 is "
    "another scale, on which 10 is best."};

inline constexpr Description description{
    Identity{.id = "sd_nrs",
             .title = "Sleep Disturbance NRS, weekly mean of daily ratings",
             .version = "NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .respondent_words = "patient (adult or adolescent)",
             .recall = "last night, daily",
             .rights =
                 "A generic 0-10 rating is free; the branded wording belongs to Regeneron/Sanofi "
                 "(medium confidence). No wording is included."},
    Scoring{.min = 0,
            .max = 10,
            .also_columns = "sleep_nrs",
            .forms = detail::forms,
            .missing = detail::four_of_seven},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {5, 5, 6, {}, 4, {}, {}}}).value() == Exact(5));

}  // namespace eczscore::sd_nrs
