// SPDX-License-Identifier: BSL-1.0
// PHQ-9, the Patient Health Questionnaire for depression: nine items, past two weeks, 0 to 27.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::phq_9 {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item items_1_to_8[] = {detail::question(1, 0, 3), detail::question(2, 0, 3),
                                        detail::question(3, 0, 3), detail::question(4, 0, 3),
                                        detail::question(5, 0, 3), detail::question(6, 0, 3),
                                        detail::question(7, 0, 3), detail::question(8, 0, 3)};
consteval Item safety_item() {
    Item item = detail::question(9, 0, 3);
    item.alert = "the safety item is above 0, look at it whatever the total is";
    return item;
}
inline constexpr Item item_9[] = {safety_item()};
/// Item 9 is a domain of its own so that its answer is reported beside every total.
inline constexpr Domain domains[] = {
    {"items_1_to_8", "Items 1 to 8", 1, items_1_to_8, 24},
    sub_scale("item_9", "Item 9: above 0 is a safety flag", 1, item_9, 3)};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 27}};

// --- Sources, bands, change ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("kroenke_2001"), cite("qscorer")};

inline constexpr Band kroenke_2001_bands[] = {
    {"minimal", "Minimal", from(0), below(5)},
    {"mild", "Mild", from(5), below(10)},
    {"moderate", "Moderate", from(10), below(15)},
    {"moderately_severe", "Moderately severe", from(15), below(20)},
    {"severe", "Severe", from(20), up_to(27)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "kroenke_2001",
     .title = "0-4, 5-9, 10-14, 15-19, 20-27; a fractional score is rounded first, halves up",
     .bands = kroenke_2001_bands,
     .evidence = {cite("kroenke_2001"), Confidence::high, "the bands were seen, the paper not"},
     .is_default = true,
     .on_rounded = true},
    {.id = "kroenke_2001_unrounded",
     .title = "The same bands on the unrounded score",
     .bands = kroenke_2001_bands,
     .evidence = {cite("kroenke_2001"), Confidence::high,
                  "the bands were seen; how to band fractions is not published"}}};

inline constexpr Threshold thresholds[] = {
    {.id = "change_5",
     .label = "5 points",
     .basis = Basis::mcid,
     .value = 5,
     .population = "other conditions, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::medium,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Item 9 above 0 is a safety flag: a person must look at it, whatever the total. Its answer is "
    "the sub-score phq_9_item_9, which is there even when the total is not.",
    "Up to two blanks: the mean of the answered items times 9 (medium confidence). Complete only "
    "is an alternative (complete_only).",
    "A prorated score may be fractional; the two band schemes then may differ.",
    "No amount of change is verified for atopic dermatitis, so none is the default."};

inline constexpr Description description{
    Identity{.id = "phq_9",
             .title = "Patient Health Questionnaire-9",
             .version = "9 items",
             .respondent = Respondent::patient,
             .reuse = Reuse::free,
             .recall_days = 14,
             .recall = "past 2 weeks",
             .rights = "Free to use (Pfizer; from memory). No item wording is included."},
    Scoring{.min = 0,
            .max = 27,
            .forms = forms,
            .missing = {.allowed = 2,
                        .blank = Blank::leaves_the_mean,
                        .evidence = {cite("qscorer"), Confidence::medium},
                        .text = "up to 2 of 9 items missing: the mean of the others times 9"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

using Answers = NumberedAnswers<instrument, 9>;

// Worked example: two blanks, 7 x 9 / 7.
static_assert(score(Answers{.q = {2, 1, 2, {}, 1, 0, 1, {}, 0}}).value() == Exact(9));

}  // namespace eczscore::phq_9
