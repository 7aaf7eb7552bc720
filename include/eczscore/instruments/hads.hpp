// SPDX-License-Identifier: BSL-1.0
// HADS, the Hospital Anxiety and Depression Scale: two scales of seven items, 0 to 21 each.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::hads {

namespace detail {
using eczscore::detail::numbered::question;
}
/// Codes are keyed: 3 is the worst answer of every item, whatever the order on the form.
inline constexpr Item anxiety_items[] = {detail::question(1, 0, 3), detail::question(3, 0, 3),
                                         detail::question(5, 0, 3), detail::question(7, 0, 3),
                                         detail::question(9, 0, 3), detail::question(11, 0, 3),
                                         detail::question(13, 0, 3)};
inline constexpr Item depression_items[] = {detail::question(2, 0, 3),  detail::question(4, 0, 3),
                                            detail::question(6, 0, 3),  detail::question(8, 0, 3),
                                            detail::question(10, 0, 3), detail::question(12, 0, 3),
                                            detail::question(14, 0, 3)};
inline constexpr Domain anxiety_domains[] = {
    {"anxiety", "Anxiety, odd items", 1, anxiety_items, 21}};
inline constexpr Domain depression_domains[] = {
    {"depression", "Depression, even items", 1, depression_items, 21}};
inline constexpr Form anxiety_forms[] = {
    {.id = "all", .label = "all", .domains = anxiety_domains, .max = 21}};
inline constexpr Form depression_forms[] = {
    {.id = "all", .label = "all", .domains = depression_domains, .max = 21}};

// --- Sources, bands, change ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("zigmond_1983"), cite("bell_2016")};

inline constexpr Band three_bands[] = {{"normal", "0 to 7", from(0), below(8)},
                                       {"possible", "8 to 10", from(8), below(11)},
                                       {"probable", "11 to 21", from(11), up_to(21)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "zigmond_1983",
     .title = "0-7, 8-10, 11-21; a fractional score is rounded first, halves up",
     .bands = three_bands,
     .evidence = {cite("zigmond_1983"), Confidence::high, "the limits were seen, the paper not"},
     .is_default = true,
     .on_rounded = true},
    {.id = "zigmond_1983_unrounded",
     .title = "0-7, 8-10, 11-21 on the unrounded score, so 10.5 is still below 11",
     .bands = three_bands,
     .evidence = {cite("zigmond_1983"), Confidence::high,
                  "the limits were seen; how to band fractions is not published"}}};

inline constexpr Threshold thresholds[] = {
    {.id = "mcid_low",
     .label = "1.5 to 1.7 points, lower end",
     .basis = Basis::mcid,
     .value = 1.5_x,
     .population = "other conditions, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}},
    {.id = "mcid_high",
     .label = "1.5 to 1.7 points, upper end",
     .basis = Basis::mcid,
     .value = 1.7_x,
     .population = "other conditions, not atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "from memory; none is verified for eczema",
                  .from_memory = true}}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Give keyed codes, 3 = worst in every item: which items are reversed depends on how a form "
    "codes its options, so nothing is reversed here.",
    "Anxiety is the odd items, depression the even ones; the two are never added up.",
    "Half rule: with at least 4 of 7 answered the score is their mean times 7 (Bell 2016). "
    "Complete only, or at most one blank, are alternatives (complete_only and "
    "with_allowed_blanks).",
    "A prorated score may be fractional: 10.5 is 8-10 unrounded and 11-21 rounded, and the two "
    "band schemes then differ.",
    "No amount of change is verified for atopic dermatitis, so none is the default."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "14 items",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall_days = 7,
                 .recall = "past week",
                 .rights =
                     "Commercial: a licence of GL Assessment is needed to administer it (medium "
                     "confidence). No item wording is included."},
        Scoring{.min = 0,
                .max = 21,
                .columns = "hads",
                .forms = forms,
                .missing =
                    {.allowed = 3,
                     .blank = Blank::leaves_the_mean,
                     .evidence = {cite("bell_2016"), Confidence::medium,
                                  "the half rule was seen; that it is the default is our choice"},
                     .text = "half rule: at least 4 of 7 items, their mean times 7"}},
        Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
        Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::hads

namespace eczscore::hads_anxiety {
inline constexpr Description description = hads::detail::described(
    "hads_anxiety", "Hospital Anxiety and Depression Scale, anxiety", hads::anxiety_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 14, 1, 3, 5, 7, 9, 11, 13>;
}  // namespace eczscore::hads_anxiety

namespace eczscore::hads_depression {
inline constexpr Description description = hads::detail::described(
    "hads_depression", "Hospital Anxiety and Depression Scale, depression", hads::depression_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 14, 2, 4, 6, 8, 10, 12, 14>;
}  // namespace eczscore::hads_depression
