// SPDX-License-Identifier: BSL-1.0
// Skindex-29: symptoms, emotions, functioning and the mean of all 29 items, 0 to 100.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::skindex_29 {

// --- Items: 30 printed, codes 1 to 5 stand for 0, 25, 50, 75 and 100; item 18 is not scored ------

namespace detail {
inline constexpr int to_100[] = {0, 25, 50, 75, 100};
consteval Item question(std::size_t number) {
    return eczscore::detail::numbered::question(number, 1, 5, to_100);
}
/// The side effect of treatment: kept, checked, not scored.
consteval Item unscored(std::size_t number) {
    Item item = eczscore::detail::numbered::question(number, 1, 5);
    item.role = Role::recorded;
    return item;
}
}  // namespace detail

inline constexpr Item symptoms_items[] = {
    detail::question(1),  detail::question(7),  detail::question(10), detail::question(16),
    detail::question(19), detail::question(24), detail::question(27)};
inline constexpr Item emotions_items[] = {
    detail::question(3),  detail::question(6),  detail::question(9),  detail::question(12),
    detail::question(13), detail::question(15), detail::question(21), detail::question(23),
    detail::question(26), detail::question(28)};
inline constexpr Item functioning_items[] = {
    detail::question(2),  detail::question(4),  detail::question(5),  detail::question(8),
    detail::question(11), detail::question(14), detail::question(17), detail::question(20),
    detail::question(22), detail::question(25), detail::question(29), detail::question(30)};
inline constexpr Item all_items[] = {
    detail::question(1),  detail::question(2),  detail::question(3),  detail::question(4),
    detail::question(5),  detail::question(6),  detail::question(7),  detail::question(8),
    detail::question(9),  detail::question(10), detail::question(11), detail::question(12),
    detail::question(13), detail::question(14), detail::question(15), detail::question(16),
    detail::question(17), detail::unscored(18), detail::question(19), detail::question(20),
    detail::question(21), detail::question(22), detail::question(23), detail::question(24),
    detail::question(25), detail::question(26), detail::question(27), detail::question(28),
    detail::question(29), detail::question(30)};

inline constexpr Domain symptoms_domains[] = {{"symptoms", "Symptoms", 1, symptoms_items, 100}};
inline constexpr Domain emotions_domains[] = {{"emotions", "Emotions", 1, emotions_items, 100}};
inline constexpr Domain functioning_domains[] = {
    {"functioning", "Functioning", 1, functioning_items, 100}};
inline constexpr Domain overall_domains[] = {{"overall", "All scored items", 1, all_items, 100}};
/// A third of each mean: 1/3 of 1/7, 1/10 and 1/12 are 60, 42 and 35 of 1260.
inline constexpr Domain mean_of_scales_domains[] = {
    {"symptoms", "Symptoms", 60, symptoms_items, Exact::ratio(100, 3)},
    {"emotions", "Emotions", 42, emotions_items, Exact::ratio(100, 3)},
    {"functioning", "Functioning", 35, functioning_items, Exact::ratio(100, 3)}};

inline constexpr Form symptoms_forms[] = {
    {.id = "all", .label = "all", .denominator = 7, .domains = symptoms_domains, .max = 100}};
inline constexpr Form emotions_forms[] = {
    {.id = "all", .label = "all", .denominator = 10, .domains = emotions_domains, .max = 100}};
inline constexpr Form functioning_forms[] = {
    {.id = "all", .label = "all", .denominator = 12, .domains = functioning_domains, .max = 100}};
inline constexpr Form overall_forms[] = {
    {.id = "all", .label = "all", .denominator = 29, .domains = overall_domains, .max = 100}};
inline constexpr Form mean_of_scales_forms[] = {{.id = "all",
                                                 .label = "all",
                                                 .denominator = 1260,
                                                 .domains = mean_of_scales_domains,
                                                 .max = 100}};

// --- Sources and bands --------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("chren_1997"), cite("prinsen_2010"),
                                              cite("prinsen_2011"), cite("nijsten_2009")};

namespace detail {
inline constexpr Evidence seen_2010{cite("prinsen_2010"), Confidence::high};
}
inline constexpr Band symptoms_bands[] = {{"not_severe", "Below 52", from(0), below(52)},
                                          {"severe", "Severe", from(52), up_to(100)}};
inline constexpr Band emotions_bands[] = {{"not_severe", "Below 39", from(0), below(39)},
                                          {"severe", "Severe", from(39), up_to(100)}};
inline constexpr Band functioning_bands[] = {{"not_severe", "Below 37", from(0), below(37)},
                                             {"severe", "Severe", from(37), up_to(100)}};
inline constexpr Band overall_bands[] = {{"not_severe", "Below 44", from(0), below(44)},
                                         {"severe", "Severe", from(44), up_to(100)}};
inline constexpr Band prinsen_2011_bands[] = {{"below_mild", "Below mild", from(0), below(25)},
                                              {"mild", "Mild", from(25), below(32)},
                                              {"moderate", "Moderate", from(32), below(44)},
                                              {"severe", "Severe", from(44), up_to(100)}};
inline constexpr Band nijsten_2009_bands[] = {{"very_little", "0 to 5", from(0), below(6)},
                                              {"mild", "6 to 17", from(6), below(18)},
                                              {"moderate", "18 to 36", from(18), below(37)},
                                              {"severe", "37 and more", from(37), up_to(100)}};
inline constexpr BandScheme symptoms_schemes[] = {{.id = "prinsen_2010",
                                                   .title = "Prinsen 2010, severe from 52",
                                                   .bands = symptoms_bands,
                                                   .evidence = detail::seen_2010,
                                                   .is_default = true}};
inline constexpr BandScheme emotions_schemes[] = {{.id = "prinsen_2010",
                                                   .title = "Prinsen 2010, severe from 39",
                                                   .bands = emotions_bands,
                                                   .evidence = detail::seen_2010,
                                                   .is_default = true}};
inline constexpr BandScheme functioning_schemes[] = {{.id = "prinsen_2010",
                                                      .title = "Prinsen 2010, severe from 37",
                                                      .bands = functioning_bands,
                                                      .evidence = detail::seen_2010,
                                                      .is_default = true}};
inline constexpr BandScheme overall_schemes[] = {
    {.id = "prinsen_2010",
     .title = "Prinsen 2010, severe from 44",
     .bands = overall_bands,
     .evidence = detail::seen_2010,
     .is_default = true},
    {.id = "prinsen_2011",
     .title = "Prinsen 2011, mild from 25, moderate from 32, severe from 44 (unverified)",
     .bands = prinsen_2011_bands,
     .evidence = {.source = cite("prinsen_2011"),
                  .confidence = Confidence::low,
                  .note = "cuts from memory",
                  .from_memory = true}},
    {.id = "nijsten_2009",
     .title = "Nijsten 2009, 0-5, 6-17, 18-36, 37 and more (unverified)",
     .bands = nijsten_2009_bands,
     .evidence = {.source = cite("nijsten_2009"),
                  .confidence = Confidence::low,
                  .note = "cuts and names of the levels from memory",
                  .from_memory = true},
     .on_rounded = true}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Which printed item belongs to which scale is from memory (medium confidence, unverified): "
    "confirm it with the owner's key before use.",
    "Codes 1 to 5 stand for 0, 25, 50, 75 and 100; a scale is the mean of its items. Printed item "
    "18, a side effect of treatment, is kept and not scored.",
    "At least 75 % of the items of a scale must be answered (medium confidence, from memory).",
    "Two overall scores circulate and differ: skindex_29 is the mean of the 29 items (the default, "
    "low confidence), skindex_29_mean_of_scales the mean of the three scales.",
    "The mixture categories of Nijsten 2009 for the single scales exist; their cuts were not seen "
    "and are not offered."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms, int allowed,
                                List<BandScheme> bands) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "30 printed items",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall_days = 28,
                     .recall = "past 4 weeks",
                     .rights =
                         "Licensed through Mapi; ask before display. No item wording is included."},
            Scoring{.min = 0,
                    .max = 100,
                    .columns = "skindex_29",
                    .forms = forms,
                    .missing = {.allowed = allowed,
                                .blank = Blank::leaves_the_mean,
                                .evidence = {.source = cite("chren_1997"),
                                             .confidence = Confidence::medium,
                                             .note = "from memory",
                                             .from_memory = true},
                                .text = "mean of the answered items, at least 75 % of the scale"}},
            Interpretation{.bands = bands, .notes = notes}, Provenance{.sources = sources}};
}
consteval Description mean_of_scales() {
    Description it = described("skindex_29_mean_of_scales",
                               "Skindex-29, overall as the mean of the three scales",
                               mean_of_scales_forms, 0, {});
    it.missing = {.evidence = {nullptr, Confidence::low, "no rule was seen for this definition"},
                  .text = "none: all 29 scored items"};
    return it;
}
}  // namespace detail

inline constexpr Description description = detail::described(
    "skindex_29", "Skindex-29, overall (mean of 29 items)", overall_forms, 7, overall_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 30>;

}  // namespace eczscore::skindex_29

namespace eczscore::skindex_29_symptoms {
inline constexpr Description description =
    skindex_29::detail::described("skindex_29_symptoms", "Skindex-29, symptoms",
                                  skindex_29::symptoms_forms, 1, skindex_29::symptoms_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 30, 1, 7, 10, 16, 19, 24, 27>;

// Worked example: codes 4, 3, 3, 5, 2, 3, 4 are 425 / 7.
inline constexpr Answer example[] = {4, 3, 3, 5, 2, 3, 4};
static_assert(score(instrument, example).value() == Exact::ratio(425, 7));
}  // namespace eczscore::skindex_29_symptoms

namespace eczscore::skindex_29_emotions {
inline constexpr Description description =
    skindex_29::detail::described("skindex_29_emotions", "Skindex-29, emotions",
                                  skindex_29::emotions_forms, 2, skindex_29::emotions_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 30, 3, 6, 9, 12, 13, 15, 21, 23, 26, 28>;
}  // namespace eczscore::skindex_29_emotions

namespace eczscore::skindex_29_functioning {
inline constexpr Description description = skindex_29::detail::described(
    "skindex_29_functioning", "Skindex-29, functioning", skindex_29::functioning_forms, 3,
    skindex_29::functioning_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 30, 2, 4, 5, 8, 11, 14, 17, 20, 22, 25, 29, 30>;
}  // namespace eczscore::skindex_29_functioning

namespace eczscore::skindex_29_mean_of_scales {
/// The other overall score: the mean of the three scales, every item needed.
inline constexpr Description description = skindex_29::detail::mean_of_scales();
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 30, 1, 7, 10, 16, 19, 24, 27, 3, 6, 9, 12, 13, 15, 21, 23,
                             26, 28, 2, 4, 5, 8, 11, 14, 17, 20, 22, 25, 29, 30>;
}  // namespace eczscore::skindex_29_mean_of_scales
