// SPDX-License-Identifier: BSL-1.0
// Skindex-16: three scales of items 0-6, as means from 0 to 100; past week.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::skindex_16 {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item symptoms_items[] = {detail::question(1, 0, 6), detail::question(2, 0, 6),
                                          detail::question(3, 0, 6), detail::question(4, 0, 6)};
inline constexpr Item emotions_items[] = {detail::question(5, 0, 6), detail::question(6, 0, 6),
                                          detail::question(7, 0, 6), detail::question(8, 0, 6),
                                          detail::question(9, 0, 6), detail::question(10, 0, 6),
                                          detail::question(11, 0, 6)};
inline constexpr Item functioning_items[] = {detail::question(12, 0, 6), detail::question(13, 0, 6),
                                             detail::question(14, 0, 6), detail::question(15, 0, 6),
                                             detail::question(16, 0, 6)};

/// Each code times 100 / 6; a scale is the mean of its items.
inline constexpr Domain symptoms_domains[] = {{"symptoms", "Symptoms", 100, symptoms_items, 100}};
inline constexpr Domain emotions_domains[] = {{"emotions", "Emotions", 100, emotions_items, 100}};
inline constexpr Domain functioning_domains[] = {
    {"functioning", "Functioning", 100, functioning_items, 100}};
inline constexpr Form symptoms_forms[] = {
    {.id = "all", .label = "all", .denominator = 24, .domains = symptoms_domains, .max = 100}};
inline constexpr Form emotions_forms[] = {
    {.id = "all", .label = "all", .denominator = 42, .domains = emotions_domains, .max = 100}};
inline constexpr Form functioning_forms[] = {
    {.id = "all", .label = "all", .denominator = 30, .domains = functioning_domains, .max = 100}};

inline constexpr const Citation* sources[] = {cite("chren_2001")};

inline constexpr Threshold thresholds[] = {
    {.id = "change_10",
     .label = "about 10 points",
     .basis = Basis::mcid,
     .value = 10,
     .population = "skin diseases, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}}};

inline constexpr Text notes[] = {
    "Items 1-4 are symptoms, 5-11 emotions, 12-16 functioning; each code times 100 / 6.",
    "At least 75 % of the items of a scale must be answered (low confidence, unverified).",
    "No band was found, and no amount of change is verified for atopic dermatitis."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "16 items",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall_days = 7,
                     .recall = "past week",
                     .rights =
                         "Licensed through Mapi; academic use is usually free. No item wording is "
                         "included."},
            Scoring{.min = 0,
                    .max = 100,
                    .columns = "skindex_16",
                    .forms = forms,
                    .missing = {.allowed = 1,  // of 4, 7 and 5 items: 75 % leaves one blank in each
                                .blank = Blank::leaves_the_mean,
                                .evidence = {nullptr, Confidence::low, "no rule was seen"},
                                .text = "mean of the answered items, at least 75 % of the scale"}},
            Interpretation{.thresholds = thresholds, .notes = notes},
            Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::skindex_16

namespace eczscore::skindex_16_symptoms {
inline constexpr Description description = skindex_16::detail::described(
    "skindex_16_symptoms", "Skindex-16, symptoms", skindex_16::symptoms_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 16, 1, 2, 3, 4>;

// Worked example: 4, 2, 3, 3 are 50.
static_assert(score(Answers{.q = {4, 2, 3, 3}}).value() == Exact(50));
}  // namespace eczscore::skindex_16_symptoms

namespace eczscore::skindex_16_emotions {
inline constexpr Description description = skindex_16::detail::described(
    "skindex_16_emotions", "Skindex-16, emotions", skindex_16::emotions_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 16, 5, 6, 7, 8, 9, 10, 11>;
}  // namespace eczscore::skindex_16_emotions

namespace eczscore::skindex_16_functioning {
inline constexpr Description description = skindex_16::detail::described(
    "skindex_16_functioning", "Skindex-16, functioning", skindex_16::functioning_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 16, 12, 13, 14, 15, 16>;
}  // namespace eczscore::skindex_16_functioning
