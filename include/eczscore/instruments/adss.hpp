// SPDX-License-Identifier: BSL-1.0
// Atopic Dermatitis Sleep Scale: three daily items about last night, each analysed on its own.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::adss {

inline constexpr const Citation* sources[] = {cite("silverberg_2021_breeze")};

inline constexpr Text notes[] = {
    "The three items are analysed separately: there is no total.",
    "Weekly mean of the nights present, at least 4 of 7 (medium confidence: a trial convention "
    "whose sentence could not be found). Last night, oldest first; no night is imputed."};

namespace detail {

/// Seven nights of one item, from 0 to `max`.
consteval Item night(std::size_t index, int max) {
    Item item = eczscore::detail::diary::days[index];
    item.scale = whole_points(0, max);
    return item;
}
inline constexpr Item nights_0_4[] = {night(0, 4), night(1, 4), night(2, 4), night(3, 4),
                                      night(4, 4), night(5, 4), night(6, 4)};
inline constexpr Item nights_0_29[] = {night(0, 29), night(1, 29), night(2, 29), night(3, 29),
                                       night(4, 29), night(5, 29), night(6, 29)};
inline constexpr Domain domains_0_4[] = {{"week", "Seven nights", 1, nights_0_4, 4}};
inline constexpr Domain domains_0_29[] = {{"week", "Seven nights", 1, nights_0_29, 29}};
inline constexpr Form forms_0_4[] = {
    {.id = "all", .label = "all", .denominator = 7, .domains = domains_0_4, .max = 4}};
inline constexpr Form forms_0_29[] = {
    {.id = "all", .label = "all", .denominator = 7, .domains = domains_0_29, .max = 29}};

consteval Threshold change_of(Exact value) {
    return {.id = "mcid",
            .label = "within-person change that matters",
            .basis = Basis::mcid,
            .value = value,
            .population = "adults, moderate to severe, BREEZE-AD1, 2 and 5",
            .evidence = {cite("silverberg_2021_breeze"), Confidence::high},
            .is_default = true};
}
inline constexpr Threshold by_1_25[] = {change_of(1.25_x)};
inline constexpr Threshold by_1_50[] = {change_of(1.5_x)};

consteval Description item(Text id, Text title, List<Form> forms, int max,
                           List<Threshold> thresholds) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "daily diary",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall_days = 1,
                 .recall = "last night, daily",
                 .rights =
                     "No licence terms were seen; ask the owner before display. No item wording "
                     "is included."},
        Scoring{.min = 0,
                .max = max,
                .forms = forms,
                .missing = eczscore::detail::diary::four_of_seven},
        Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::adss

namespace eczscore::adss_falling_asleep {
inline constexpr Description description =
    adss::detail::item("adss_falling_asleep", "Atopic Dermatitis Sleep Scale, 1 falling asleep",
                       adss::detail::forms_0_4, 4, adss::detail::by_1_25);
inline constexpr Instrument instrument = checked<description>();
using Answers = DiaryWeek<instrument>;
static_assert(score(Answers{.days = {2, 3, 3, {}, 2, {}, {}}}).value() == 2.5_x);
}  // namespace eczscore::adss_falling_asleep

namespace eczscore::adss_awakenings {
/// The number of awakenings in the night, 0 to 29.
inline constexpr Description description =
    adss::detail::item("adss_awakenings", "Atopic Dermatitis Sleep Scale, 2 awakenings",
                       adss::detail::forms_0_29, 29, adss::detail::by_1_50);
inline constexpr Instrument instrument = checked<description>();
using Answers = DiaryWeek<instrument>;
}  // namespace eczscore::adss_awakenings

namespace eczscore::adss_returning_to_sleep {
inline constexpr Description description = adss::detail::item(
    "adss_returning_to_sleep", "Atopic Dermatitis Sleep Scale, 3 returning to sleep",
    adss::detail::forms_0_4, 4, adss::detail::by_1_25);
inline constexpr Instrument instrument = checked<description>();
using Answers = DiaryWeek<instrument>;
}  // namespace eczscore::adss_returning_to_sleep
