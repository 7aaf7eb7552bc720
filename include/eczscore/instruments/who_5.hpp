// SPDX-License-Identifier: BSL-1.0
// WHO-5 well-being: five items, past two weeks, higher is better; raw 0 to 25, and in percent.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::who_5 {

namespace detail {
using eczscore::detail::numbered::question;
}
inline constexpr Item items[] = {detail::question(1, 0, 5), detail::question(2, 0, 5),
                                 detail::question(3, 0, 5), detail::question(4, 0, 5),
                                 detail::question(5, 0, 5)};
inline constexpr Domain domains[] = {{"total", "Five items", 1, items, 25}};
inline constexpr Domain percent_domains[] = {{"total", "Five items", 4, items, 100}};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 25}};
inline constexpr Form percent_forms[] = {
    {.id = "all", .label = "all", .domains = percent_domains, .max = 100}};

// --- Sources, bands, change ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("who_2024"), cite("topp_2015")};

inline constexpr Band poor_bands[] = {{"poor", "Poor well-being", from(0), below(13)},
                                      {"not_poor", "Not poor", from(13), up_to(25)}};
inline constexpr Band poor_percent_bands[] = {{"poor", "Poor well-being", from(0), up_to(50)},
                                              {"not_poor", "Not poor", above(50), up_to(100)}};
inline constexpr Band likely_depression_percent_bands[] = {
    {"likely_depression", "28 % or less: likely depression", from(0), up_to(28)},
    {"not_flagged", "Above 28 %", above(28), up_to(100)}};
inline constexpr BandScheme band_schemes[] = {{.id = "below_13",
                                               .title = "Raw score below 13: poor well-being",
                                               .bands = poor_bands,
                                               .evidence = {cite("who_2024"), Confidence::medium},
                                               .is_default = true}};
inline constexpr BandScheme percent_band_schemes[] = {
    {.id = "up_to_50",
     .title = "50 % or less: poor well-being",
     .bands = poor_percent_bands,
     .evidence = {cite("topp_2015"), Confidence::medium},
     .is_default = true},
    {.id = "up_to_28",
     .title = "28 % or less: likely depression",
     .bands = likely_depression_percent_bands,
     .evidence = {cite("topp_2015"), Confidence::medium}}};

inline constexpr Threshold percent_thresholds[] = {
    {.id = "change_10",
     .label = "10 percentage points",
     .basis = Basis::mcid,
     .value = 10,
     .population = "general and clinical, not atopic dermatitis",
     .evidence = {cite("topp_2015"), Confidence::high}}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Higher is better: 0 is the worst well-being.",
    "The percentage is the raw score times 4; the published change is in percentage points, so it "
    "is a threshold of who_5_percent only.",
    "Every item is needed: the WHO text of 2024 gives no rule for missing items.",
    "An alternative also calls well-being poor when any single item is 0 or 1 (has_low_item)."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> all) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "WHO 2024",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall_days = 14,
                 .recall = "past 2 weeks",
                 .rights =
                     "World Health Organization, 2024, CC BY-NC-SA 3.0 IGO: commercial use needs "
                     "permission. No item wording is included."},
        Scoring{
            .min = 0,
            .max = all[0].max,
            .direction = Direction::higher_is_better,
            .columns = "who_5",
            .forms = all,
            .missing = {.evidence = {cite("who_2024"), Confidence::high, "no rule is given there"},
                        .text = "none: all five items"}},
        Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
consteval Description raw() {
    Description it = described("who_5", "WHO-5 Well-Being Index, raw score", forms);
    it.bands = band_schemes;
    return it;
}
consteval Description percent() {
    Description it = described("who_5_percent", "WHO-5 Well-Being Index, percent", percent_forms);
    it.bands = percent_band_schemes;
    it.thresholds = percent_thresholds;
    return it;
}
}  // namespace detail

inline constexpr Description description = detail::raw();
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 5>;

/// The alternative for poor well-being, beside a low score: any single item is 0 or 1.
constexpr bool has_low_item(const Answers& answers) {
    for (const Answer& answer : answers.q) {
        if (answer == Answer(0) || answer == Answer(1)) return true;
    }
    return false;
}

// Worked example: 11, poor well-being.
static_assert(score(Answers{.q = {3, 2, 2, 1, 3}}).value() == Exact(11));

}  // namespace eczscore::who_5

namespace eczscore::who_5_percent {
inline constexpr Description description = who_5::detail::percent();
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 5>;
static_assert(score(Answers{.q = {3, 2, 2, 1, 3}}).value() == Exact(44));
}  // namespace eczscore::who_5_percent
