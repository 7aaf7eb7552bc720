// SPDX-License-Identifier: BSL-1.0
// ISI, the Insomnia Severity Index: seven items, past two weeks, 0 to 28.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::isi {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item items[] = {detail::question(1, 0, 4), detail::question(2, 0, 4),
                                 detail::question(3, 0, 4), detail::question(4, 0, 4),
                                 detail::question(5, 0, 4), detail::question(6, 0, 4),
                                 detail::question(7, 0, 4)};
inline constexpr Domain domains[] = {{"total", "Seven items", 1, items, 28}};
inline constexpr Form forms[] = {{.id = "all", .label = "adults", .domains = domains, .max = 28}};

// --- Sources, bands, change ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("bastien_2001")};

inline constexpr Band bastien_2001_bands[] = {{"none", "No insomnia", from(0), below(8)},
                                              {"subthreshold", "Subthreshold", from(8), below(15)},
                                              {"moderate", "Moderate", from(15), below(22)},
                                              {"severe", "Severe", from(22), up_to(28)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "bastien_2001",
     .title = "Published bands 0-7, 8-14, 15-21, 22-28",
     .bands = bastien_2001_bands,
     .evidence = {cite("bastien_2001"), Confidence::high, "the bands were seen, the paper not"},
     .is_default = true}};

inline constexpr Threshold thresholds[] = {
    {.id = "improved_6",
     .label = "6 points, often used",
     .basis = Basis::mcid,
     .value = 6,
     .population = "insomnia, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}},
    {.id = "moderate_improvement_8_4",
     .label = "8.4 points, moderate improvement",
     .basis = Basis::mcid,
     .value = 8.4_x,
     .population = "insomnia, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Every item is needed (medium confidence).",
    "No amount of change is verified for atopic dermatitis, so none is the default.",
    "Under 18 years the scale does not apply (medium confidence)."};

inline constexpr Description description{
    Identity{.id = "isi",
             .title = "Insomnia Severity Index",
             .version = "7 items",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 14,
             .recall = "past 2 weeks",
             .rights = "(c) CM Morin, licensed through Mapi (medium confidence); ask before "
                       "display. No item wording is included."},
    Scoring{.min = 0,
            .max = 28,
            .ages = {.from_months = 18 * 12},
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium, "common practice"},
                        .text = "none: all seven items"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = NumberedAnswers<instrument, 7>;

// Worked example: 13, subthreshold.
static_assert(score(Answers{.q = {2, 2, 2, 1, 1, 2, 3}}).value() == Exact(13));

}  // namespace eczscore::isi
