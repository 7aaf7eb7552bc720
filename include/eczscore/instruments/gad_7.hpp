// SPDX-License-Identifier: BSL-1.0
// GAD-7, generalised anxiety: seven items, past two weeks, 0 to 21.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::gad_7 {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item items[] = {detail::question(1, 0, 3), detail::question(2, 0, 3),
                                 detail::question(3, 0, 3), detail::question(4, 0, 3),
                                 detail::question(5, 0, 3), detail::question(6, 0, 3),
                                 detail::question(7, 0, 3)};
inline constexpr Domain domains[] = {{"total", "Seven items", 1, items, 21}};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 21}};

// --- Sources, bands, change ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("spitzer_2006")};

inline constexpr Band spitzer_2006_bands[] = {{"minimal", "Minimal", from(0), below(5)},
                                              {"mild", "Mild", from(5), below(10)},
                                              {"moderate", "Moderate", from(10), below(15)},
                                              {"severe", "Severe", from(15), up_to(21)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "spitzer_2006",
     .title = "0-4, 5-9, 10-14, 15-21",
     .bands = spitzer_2006_bands,
     .evidence = {cite("spitzer_2006"), Confidence::high, "the bands were seen, the paper not"},
     .is_default = true,
     .on_rounded = true}};

inline constexpr Threshold thresholds[] = {
    {.id = "change_4",
     .label = "4 points",
     .basis = Basis::mcid,
     .value = 4,
     .population = "other conditions, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Every item is needed (medium confidence). Prorating up to two blanks is an alternative of low "
    "confidence (with_allowed_blanks); its fractional scores are rounded before they are banded.",
    "No amount of change is verified for atopic dermatitis, so none is the default."};

inline constexpr Description description{
    Identity{.id = "gad_7",
             .title = "Generalised Anxiety Disorder-7",
             .version = "7 items",
             .respondent = Respondent::patient,
             .reuse = Reuse::free,
             .recall_days = 14,
             .recall = "past 2 weeks",
             .rights = "Free to use (from memory). No item wording is included."},
    Scoring{.min = 0,
            .max = 21,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium, "common practice"},
                        .text = "none: all seven items"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = NumberedAnswers<instrument, 7>;

// Worked example: 10, moderate.
static_assert(score(Answers{.q = {2, 2, 1, 1, 0, 1, 3}}).value() == Exact(10));

}  // namespace eczscore::gad_7
