// SPDX-License-Identifier: BSL-1.0
// RAND-36: eight scales as means of items recoded to 0-100, higher is better.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::rand_36 {

// --- Items, with what each code is worth --------------------------------------------------------

namespace detail {
inline constexpr int down_5[] = {100, 75, 50, 25, 0};
inline constexpr int up_5[] = {0, 25, 50, 75, 100};
inline constexpr int up_3[] = {0, 50, 100};
inline constexpr int up_2[] = {0, 100};
inline constexpr int down_6[] = {100, 80, 60, 40, 20, 0};
inline constexpr int up_6[] = {0, 20, 40, 60, 80, 100};

/// The recoding is that of the item's number.
consteval Item question(std::size_t number) {
    using eczscore::detail::numbered::question;
    switch (number) {
        case 1:
        case 2:
        case 20:
        case 22:
        case 34:
        case 36: return question(number, 1, 5, down_5);
        case 21:
        case 23:
        case 26:
        case 27:
        case 30: return question(number, 1, 6, down_6);
        case 24:
        case 25:
        case 28:
        case 29:
        case 31: return question(number, 1, 6, up_6);
        case 32:
        case 33:
        case 35: return question(number, 1, 5, up_5);
        default: break;
    }
    return number <= 12 ? question(number, 1, 3, up_3) : question(number, 1, 2, up_2);
}
}  // namespace detail

inline constexpr Item physical_functioning[] = {
    detail::question(3),  detail::question(4), detail::question(5), detail::question(6),
    detail::question(7),  detail::question(8), detail::question(9), detail::question(10),
    detail::question(11), detail::question(12)};
inline constexpr Item role_physical[] = {detail::question(13), detail::question(14),
                                         detail::question(15), detail::question(16)};
inline constexpr Item role_emotional[] = {detail::question(17), detail::question(18),
                                          detail::question(19)};
inline constexpr Item vitality[] = {detail::question(23), detail::question(27),
                                    detail::question(29), detail::question(31)};
inline constexpr Item mental_health[] = {detail::question(24), detail::question(25),
                                         detail::question(26), detail::question(28),
                                         detail::question(30)};
inline constexpr Item social_functioning[] = {detail::question(20), detail::question(32)};
inline constexpr Item pain[] = {detail::question(21), detail::question(22)};
inline constexpr Item general_health[] = {detail::question(1), detail::question(33),
                                          detail::question(34), detail::question(35),
                                          detail::question(36)};

namespace detail {
consteval Domain scale(List<Item> items) {
    return {.id = "scale", .label = "Mean of the recoded items", .items = items, .max = 100};
}
consteval Form mean_of(List<Domain> domains) {
    return {.id = "all",
            .label = "all",
            .denominator = static_cast<int>(domains[0].items.size()),
            .domains = domains,
            .max = 100};
}
}  // namespace detail
inline constexpr Domain physical_functioning_domains[] = {detail::scale(physical_functioning)};
inline constexpr Domain role_physical_domains[] = {detail::scale(role_physical)};
inline constexpr Domain role_emotional_domains[] = {detail::scale(role_emotional)};
inline constexpr Domain vitality_domains[] = {detail::scale(vitality)};
inline constexpr Domain mental_health_domains[] = {detail::scale(mental_health)};
inline constexpr Domain social_functioning_domains[] = {detail::scale(social_functioning)};
inline constexpr Domain pain_domains[] = {detail::scale(pain)};
inline constexpr Domain general_health_domains[] = {detail::scale(general_health)};
inline constexpr Form physical_functioning_forms[] = {
    detail::mean_of(physical_functioning_domains)};
inline constexpr Form role_physical_forms[] = {detail::mean_of(role_physical_domains)};
inline constexpr Form role_emotional_forms[] = {detail::mean_of(role_emotional_domains)};
inline constexpr Form vitality_forms[] = {detail::mean_of(vitality_domains)};
inline constexpr Form mental_health_forms[] = {detail::mean_of(mental_health_domains)};
inline constexpr Form social_functioning_forms[] = {detail::mean_of(social_functioning_domains)};
inline constexpr Form pain_forms[] = {detail::mean_of(pain_domains)};
inline constexpr Form general_health_forms[] = {detail::mean_of(general_health_domains)};

// --- Source, notes ------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("rand_36_scoring")};

inline constexpr Text notes[] = {
    "Higher is better health. This is RAND's own simple scoring; SF-36v2 with its component "
    "summaries is proprietary and is not offered.",
    "Item 2 (change of health) belongs to no scale.",
    "A scale is the mean of the items that were answered. RAND names no minimum; at least half of "
    "them is a convention of this library.",
    "Optional for eczema: no band and no threshold is verified."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "36-Item Health Survey 1.0",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::free,
                 .recall = "past 4 weeks, or now",
                 .rights = "RAND-36 is free to use. No item wording is included."},
        Scoring{
            .min = 0,
            .max = 100,
            .direction = Direction::higher_is_better,
            .columns = "rand_36",
            .forms = forms,
            .missing = {.allowed = forms[0].denominator / 2,
                        .blank = Blank::leaves_the_mean,
                        .evidence = {cite("rand_36_scoring"), Confidence::medium,
                                     "the mean of the answered: high; at least half: our choice"},
                        .text = "mean of the answered items, at least half of the scale"}},
        Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::rand_36

namespace eczscore::rand_36_physical_functioning {
inline constexpr Description description =
    rand_36::detail::described("rand_36_physical_functioning", "RAND-36, physical functioning",
                               rand_36::physical_functioning_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12>;
}  // namespace eczscore::rand_36_physical_functioning

namespace eczscore::rand_36_role_physical {
inline constexpr Description description =
    rand_36::detail::described("rand_36_role_physical", "RAND-36, role limits by physical health",
                               rand_36::role_physical_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 13, 14, 15, 16>;
}  // namespace eczscore::rand_36_role_physical

namespace eczscore::rand_36_role_emotional {
inline constexpr Description description = rand_36::detail::described(
    "rand_36_role_emotional", "RAND-36, role limits by emotional problems",
    rand_36::role_emotional_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 17, 18, 19>;
}  // namespace eczscore::rand_36_role_emotional

namespace eczscore::rand_36_vitality {
inline constexpr Description description =
    rand_36::detail::described("rand_36_vitality", "RAND-36, vitality", rand_36::vitality_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 23, 27, 29, 31>;

// Worked example of the scoring instructions: 4, 3, 3 and a blank are 140 / 3.
inline constexpr Answer example[] = {4, 3, 3, {}};
static_assert(score(instrument, example).value() == Exact::ratio(140, 3));
}  // namespace eczscore::rand_36_vitality

namespace eczscore::rand_36_mental_health {
inline constexpr Description description = rand_36::detail::described(
    "rand_36_mental_health", "RAND-36, mental health", rand_36::mental_health_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 24, 25, 26, 28, 30>;
}  // namespace eczscore::rand_36_mental_health

namespace eczscore::rand_36_social_functioning {
inline constexpr Description description = rand_36::detail::described(
    "rand_36_social_functioning", "RAND-36, social functioning", rand_36::social_functioning_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 20, 32>;
}  // namespace eczscore::rand_36_social_functioning

namespace eczscore::rand_36_pain {
inline constexpr Description description =
    rand_36::detail::described("rand_36_pain", "RAND-36, pain", rand_36::pain_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 21, 22>;
}  // namespace eczscore::rand_36_pain

namespace eczscore::rand_36_general_health {
inline constexpr Description description = rand_36::detail::described(
    "rand_36_general_health", "RAND-36, general health", rand_36::general_health_forms);
inline constexpr Instrument instrument = checked<description>();
using Answers = ScaleAnswers<instrument, 36, 1, 33, 34, 35, 36>;
}  // namespace eczscore::rand_36_general_health
