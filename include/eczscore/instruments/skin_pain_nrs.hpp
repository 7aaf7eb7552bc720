// SPDX-License-Identifier: BSL-1.0
// Skin pain NRS: worst skin pain in 24 hours, 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::skin_pain_nrs {

namespace detail {
using namespace eczscore::detail::diary;
}  // namespace detail

inline constexpr const Citation* sources[] = {cite("silverberg_2021_breeze"), cite("blauvelt_2026"),
                                              cite("silverberg_2022")};

inline constexpr Band pain_bands[] = {{"absent", "Absent", from(0), below(1)},
                                      {"minimal", "Minimal", from(1), below(2)},
                                      {"mild", "Mild", from(2), below(3)},
                                      {"moderate", "Moderate", from(3), below(7)},
                                      {"severe", "Severe", from(7), up_to(10)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "aderm_ss_pain",
     .title = "Silverberg 2022, made for the skin pain item of the ADerm-SS",
     .bands = pain_bands,
     .evidence = {cite("silverberg_2022"), Confidence::high,
                  "printed 0, 1, 2, 3-6, 7-10 for another owner's item of the same concept"}}};

inline constexpr Threshold thresholds[] = {
    {.id = "responder_4",
     .label = "weekly mean at least 4 points better; asked from a baseline of 4",
     .basis = Basis::responder,
     .value = 4,
     .population = "adults, BREEZE-AD1, 2 and 5",
     .evidence = {cite("silverberg_2021_breeze"), Confidence::high},
     .is_default = true,
     .eligible_from = 4},
    {.id = "responder_3",
     .label = "weekly mean at least 3 points better",
     .basis = Basis::responder,
     .value = 3,
     .population = "rocatinlimab trials",
     .evidence = {cite("blauvelt_2026"), Confidence::high, "3 and 4 were both supported"}}};

inline constexpr Text notes[] = {
    "Seven consecutive days, oldest first. At least 4 must be present (medium confidence: a trial "
    "convention whose sentence could not be found); the mean is over the days present.",
    "No day is imputed or carried forward. Two entries on one day are refused.",
    "Between groups a difference of 1 to 3 points was supported (DOI 10.1007/s13555-025-01634-5). "
    "It is no threshold here: it says nothing about one patient.",
    "No bands of its own: those of the ADerm-SS item can be asked for by name."};

inline constexpr Description description{
    Identity{.id = "skin_pain_nrs",
             .title = "Skin pain NRS, weekly mean of daily ratings",
             .version = "24-hour worst skin pain, NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights = "A generic 0-10 rating is free; branded wordings belong to their owners "
                       "(medium confidence). No wording is included."},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {5, 5, 6, {}, 4, {}, {}}}).value() == Exact(5));

}  // namespace eczscore::skin_pain_nrs
