// SPDX-License-Identifier: BSL-1.0
// ESS, the Epworth Sleepiness Scale: eight items, 0 to 24, complete only.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::ess {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item items[] = {detail::question(1, 0, 3), detail::question(2, 0, 3),
                                 detail::question(3, 0, 3), detail::question(4, 0, 3),
                                 detail::question(5, 0, 3), detail::question(6, 0, 3),
                                 detail::question(7, 0, 3), detail::question(8, 0, 3)};
inline constexpr Domain domains[] = {{"total", "Eight items", 1, items, 24}};
inline constexpr Form forms[] = {{.id = "all", .label = "adults", .domains = domains, .max = 24}};

// --- Sources and bands --------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("johns_1991"), cite("ess_author")};

inline constexpr Band johns_bands[] = {{"lower_normal", "Lower normal", from(0), below(6)},
                                       {"higher_normal", "Higher normal", from(6), below(11)},
                                       {"mild", "Mild excess", from(11), below(13)},
                                       {"moderate", "Moderate excess", from(13), below(16)},
                                       {"severe", "Severe excess", from(16), up_to(24)}};
inline constexpr Band above_10_bands[] = {{"normal", "10 or less", from(0), up_to(10)},
                                          {"abnormal", "Above 10", above(10), up_to(24)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "johns",
     .title = "The author's bands 0-5, 6-10, 11-12, 13-15, 16-24",
     .bands = johns_bands,
     .evidence = {cite("ess_author"), Confidence::high},
     .is_default = true},
    {.id = "above_10",
     .title = "Above 10 only",
     .bands = above_10_bands,
     .evidence = {cite("ess_author"), Confidence::high, "the author's bands, joined"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "One missing item makes the total unusable (medium confidence, the author's guidance).",
    "Other bandings on the web (0-8, 9-11, 12-15, 16-20, 20-24) overlap and are not offered.",
    "Under 18 years the adult scale does not apply (medium confidence)."};

inline constexpr Description description{
    Identity{.id = "ess",
             .title = "Epworth Sleepiness Scale",
             .version = "8 items",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall = "usual, recent times",
             .rights =
                 "(c) MW Johns; a Mapi user agreement is needed for display. No item wording is "
                 "included."},
    Scoring{
        .min = 0,
        .max = 24,
        .ages = {.from_months = 18 * 12},
        .forms = forms,
        .missing = {.evidence = {cite("ess_author"), Confidence::medium, "seen second-hand"},
                    .text = "none: all eight items, one missing item makes the total unusable"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = NumberedAnswers<instrument, 8>;

// Worked example: 9, higher normal.
static_assert(score(Answers{.q = {1, 2, 0, 1, 3, 0, 1, 1}}).value() == Exact(9));

}  // namespace eczscore::ess
