// SPDX-License-Identifier: BSL-1.0
// ItchyQuant, an illustrated 0-10 itch rating; here its weekly mean.
#pragma once

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::itchyquant {

namespace detail {
using namespace eczscore::detail::diary;
using namespace eczscore::detail::itch;
}  // namespace detail
using detail::itch_0_1_rounded;

inline constexpr const Citation* sources[] = {cite("itchyquant_2017"), cite("vakharia_2018"),
                                              cite("riepe_2019")};

/// The bands of its own paper are the default; those of the plain rating go by name.
inline constexpr BandScheme band_schemes[] = {detail::by_itchyquant_2017(true),
                                              detail::by_vakharia_2018(false)};

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
    "The recall is the protocol's, usually now or 24 hours. A rating that was asked once is no "
    "weekly mean: a study that wants it says so with a minimum of one day.",
    "Adults; children from 6 to 17 years have validations of their own.",
    "The responder thresholds are those of worst-itch trials (unverified for this scale)."};

inline constexpr Description description{
    Identity{.id = "itchyquant",
             .title = "ItchyQuant, weekly mean of daily ratings",
             .version = "2017, illustrated NRS-11",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall = "now or 24 hours, by protocol",
             .rights = "The illustrations belong to the Emory group: ask before display (medium "
                       "confidence). Neither artwork nor wording is included."},
    Scoring{.min = 0, .max = 10, .forms = detail::forms, .missing = detail::four_of_seven},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = DiaryWeek<instrument>;

static_assert(score(Answers{.days = {5, 5, 6, {}, 4, {}, {}}}).value() == Exact(5));

}  // namespace eczscore::itchyquant
