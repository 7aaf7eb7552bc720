// SPDX-License-Identifier: BSL-1.0
// Worst-Itch NRS (also Worst Pruritus, "Pruritus" NRS): 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::wi_nrs {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr const Citation* sources[] = {cite("vakharia_2018"),
                                              cite("silverberg_2022"),
                                              cite("itchyquant_2017"),
                                              cite("true_ad_pooled"),
                                              cite("rams_2024"),
                                              cite("yosipovitch_2019"),
                                              cite("silverberg_2021_breeze"),
                                              cite("riepe_2019"),
                                              cite("kwatra_2024"),
                                              cite("pmc9871858")};

inline constexpr Threshold thresholds[] = {
    detail::responder(4, "adults, moderate to severe",
                      {cite("true_ad_pooled"), Confidence::high, "eligibility seen there"}),
    detail::responder(3, "adults, lebrikizumab phase 2b",
                      {cite("rams_2024"), Confidence::medium,
                       "the 3 points were seen; the eligibility is from memory, unverified"}),
    detail::responder(2, "adults",
                      {cite("yosipovitch_2019"), Confidence::medium,
                       "the 2 points were seen for the peak pruritus scale; the eligibility is "
                       "from memory, unverified"}),
    detail::mcid_rams_2024,
    detail::mcid_breeze,
    {.id = "prurigo_nodularis_4",
     .label = "within-person change of 4",
     .basis = Basis::mcid,
     .value = 4,
     .population = "prurigo nodularis, not atopic dermatitis",
     .evidence = {cite("kwatra_2024"), Confidence::high}},
    {.id = "uremic_pruritus_3",
     .label = "within-person change of 3 or more",
     .basis = Basis::mcid,
     .value = 3,
     .population = "pruritus of dialysis, not atopic dermatitis",
     .evidence = {cite("pmc9871858"), Confidence::high}},
    detail::chronic_low,
    detail::chronic_high,
    detail::itch_free,
    detail::itch_0_1};

inline constexpr Text notes[] = {
    detail::week_note, detail::no_day_note,
    "The same concept as the peak pruritus scale (pp_nrs), of other owners: never pool the two "
    "without saying so."};

inline constexpr Description description{
    Identity{.id = "wi_nrs",
             .title = "Worst-Itch NRS, weekly mean of daily ratings",
             .version = "24-hour worst itch, NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .respondent_words = "patient (by programme)",
             .recall = "24 hours, daily",
             .rights = detail::branded_rights},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.bands = detail::worst_itch_bands, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {4, 3, {}, 4, 4, {}, 3}}).value() == 3.6_x);

}  // namespace eczscore::wi_nrs
