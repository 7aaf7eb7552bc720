// SPDX-License-Identifier: BSL-1.0
// Average-itch NRS: average itch in 24 hours, 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::avg_nrs {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr const Citation* sources[] = {cite("vakharia_2018"), cite("riepe_2019")};

inline constexpr BandScheme band_schemes[] = {detail::by_vakharia_2018(true)};

inline constexpr Threshold thresholds[] = {
    detail::responder(4, "trials of worst itch", detail::convention_of_worst_itch),
    detail::responder(3, "trials of worst itch", detail::convention_of_worst_itch),
    detail::responder(2, "trials of worst itch", detail::convention_of_worst_itch),
    detail::chronic_low,
    detail::chronic_high,
    detail::itch_free,
    detail::itch_0_1};

inline constexpr Text notes[] = {
    detail::week_note, detail::no_day_note,
    "Average itch, another scale than worst itch: some pages describe the peak scale with this "
    "question, so check which one was asked. Never pool the two.",
    "The responder thresholds are those of worst-itch trials (unverified for average itch), and "
    "the link of worst itch to PGIS is not offered here."};

inline constexpr Description description{
    Identity{.id = "avg_nrs",
             .title = "Average-itch NRS, weekly mean of daily ratings",
             .version = "24-hour average itch, NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights = detail::branded_rights},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {5, 5, 6, {}, 4, {}, {}}}).value() == Exact(5));

}  // namespace eczscore::avg_nrs
