// SPDX-License-Identifier: BSL-1.0
// PROMIS Itch Questionnaire, the four adult short forms: raw sums, tables are not published.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/instruments/detail/promis.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::promis_itch {

namespace detail {
using namespace eczscore::detail::promis;
using eczscore::detail::numbered::question;
}  // namespace detail

inline constexpr Item eight[] = {detail::question(1, 1, 5), detail::question(2, 1, 5),
                                 detail::question(3, 1, 5), detail::question(4, 1, 5),
                                 detail::question(5, 1, 5), detail::question(6, 1, 5),
                                 detail::question(7, 1, 5), detail::question(8, 1, 5)};
inline constexpr Item five[] = {detail::question(1, 1, 5), detail::question(2, 1, 5),
                                detail::question(3, 1, 5), detail::question(4, 1, 5),
                                detail::question(5, 1, 5)};
inline constexpr Domain eight_domains[] = {detail::raw_sum(eight)};
inline constexpr Domain five_domains[] = {detail::raw_sum(five)};
inline constexpr Form eight_forms[] = {
    {.id = "all", .label = "adults", .domains = eight_domains, .max = 40}};
inline constexpr Form five_forms[] = {
    {.id = "all", .label = "adults", .domains = five_domains, .max = 25}};

inline constexpr const Citation* sources[] = {cite("silverberg_2020"), cite("piq_ad_2020"),
                                              cite("healthmeasures")};

inline constexpr Text notes[] = {
    "unverified: no raw-to-T table was found, so without a table of your own there is a raw sum (a "
    "sub-score) and no T-score. 0 and 100 are not limits that a table holds.",
    "That the items are coded 1 to 5 and what a form's questions ask was not seen; items are "
    "numbered as printed on the form.",
    "Floor effects in almost clear and mild atopic dermatitis were seen.",
    "The paediatric questionnaire (8-17 years, 45 items) is another measure."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "adult short form",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall = "as printed on the form (not seen)",
                     .rights = rights},
            Scoring{.min = 0,
                    .max = 100,
                    .ages = {.from_months = 18 * 12},
                    .forms = forms,
                    .table = raw_to_t,
                    .missing = four_answered(static_cast<int>(forms[0].domains[0].items.size()),
                                             prorated)},
            Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::promis_itch

namespace eczscore::promis_itch_interference_8 {
inline constexpr Description description = promis_itch::detail::described(
    "promis_itch_interference_8", "PROMIS Itch, general interference, 8 items (no table)",
    promis_itch::eight_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 8>;
}  // namespace eczscore::promis_itch_interference_8

namespace eczscore::promis_itch_mood_sleep_8 {
inline constexpr Description description = promis_itch::detail::described(
    "promis_itch_mood_sleep_8", "PROMIS Itch, mood and sleep, 8 items (no table)",
    promis_itch::eight_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 8>;
}  // namespace eczscore::promis_itch_mood_sleep_8

namespace eczscore::promis_itch_clothing_activity_8 {
inline constexpr Description description =
    promis_itch::detail::described("promis_itch_clothing_activity_8",
                                   "PROMIS Itch, clothing and physical activity, 8 items "
                                   "(no table)",
                                   promis_itch::eight_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 8>;
}  // namespace eczscore::promis_itch_clothing_activity_8

namespace eczscore::promis_itch_scratching_5 {
inline constexpr Description description = promis_itch::detail::described(
    "promis_itch_scratching_5", "PROMIS Itch, scratching behaviour, 5 items (no table)",
    promis_itch::five_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 5>;
}  // namespace eczscore::promis_itch_scratching_5
