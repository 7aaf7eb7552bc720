// SPDX-License-Identifier: BSL-1.0
// CSHQ, the Children's Sleep Habits Questionnaire: 33 items coded 1-3, 33 to 99, and subscales.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::cshq {

// --- Items: which printed question is which is the caller's to say ------------------------------

namespace detail {
/// 3 is always the worst: usually a problem. A reverse-coded answer r goes in as 4 - r.
consteval Item item(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(1, 3)};
}
consteval Domain subscale(Text id, Text label, List<Item> items, bool is_subscore = true) {
    return {.id = id,
            .label = label,
            .items = items,
            .max = static_cast<int>(3 * items.size()),
            .is_subscore = is_subscore};
}
}  // namespace detail

/// What a reverse-coded answer is as a problem: 4 - r. Anything but 1, 2 or 3 stays as it is, to be
/// refused or missing.
constexpr Answer reversed(Answer answer) {
    if (!whole_points(1, 3).allows(answer)) return answer;
    return Answer::from_millionths(4 * millionths_per_point - answer.millionths());
}

inline constexpr Item bedtime_resistance[] = {
    detail::item("bedtime_resistance_1", "bedtime resistance 1"),
    detail::item("bedtime_resistance_2", "bedtime resistance 2"),
    detail::item("bedtime_resistance_3", "bedtime resistance 3"),
    detail::item("bedtime_resistance_4", "bedtime resistance 4")};
/// The two items that belong to bedtime resistance and to sleep anxiety.
inline constexpr Item resistance_and_anxiety[] = {
    detail::item("resistance_and_anxiety_1", "bedtime resistance and sleep anxiety 1"),
    detail::item("resistance_and_anxiety_2", "bedtime resistance and sleep anxiety 2")};
inline constexpr Item sleep_anxiety[] = {detail::item("sleep_anxiety_1", "sleep anxiety 1"),
                                         detail::item("sleep_anxiety_2", "sleep anxiety 2")};
inline constexpr Item sleep_onset_delay[] = {
    detail::item("sleep_onset_delay_1", "sleep onset delay")};
inline constexpr Item sleep_duration[] = {detail::item("sleep_duration_1", "sleep duration 1"),
                                          detail::item("sleep_duration_2", "sleep duration 2"),
                                          detail::item("sleep_duration_3", "sleep duration 3")};
inline constexpr Item night_wakings[] = {detail::item("night_wakings_1", "night wakings 1"),
                                         detail::item("night_wakings_2", "night wakings 2"),
                                         detail::item("night_wakings_3", "night wakings 3")};
inline constexpr Item parasomnias[] = {
    detail::item("parasomnias_1", "parasomnias 1"), detail::item("parasomnias_2", "parasomnias 2"),
    detail::item("parasomnias_3", "parasomnias 3"), detail::item("parasomnias_4", "parasomnias 4"),
    detail::item("parasomnias_5", "parasomnias 5"), detail::item("parasomnias_6", "parasomnias 6"),
    detail::item("parasomnias_7", "parasomnias 7")};
inline constexpr Item disordered_breathing[] = {
    detail::item("disordered_breathing_1", "disordered breathing 1"),
    detail::item("disordered_breathing_2", "disordered breathing 2"),
    detail::item("disordered_breathing_3", "disordered breathing 3")};
inline constexpr Item daytime_sleepiness[] = {
    detail::item("daytime_sleepiness_1", "daytime sleepiness 1"),
    detail::item("daytime_sleepiness_2", "daytime sleepiness 2"),
    detail::item("daytime_sleepiness_3", "daytime sleepiness 3"),
    detail::item("daytime_sleepiness_4", "daytime sleepiness 4"),
    detail::item("daytime_sleepiness_5", "daytime sleepiness 5"),
    detail::item("daytime_sleepiness_6", "daytime sleepiness 6"),
    detail::item("daytime_sleepiness_7", "daytime sleepiness 7"),
    detail::item("daytime_sleepiness_8", "daytime sleepiness 8")};

/// 33 items: the two shared ones are counted once. The six subscales without shared items are
/// sub-scores; the two with them are instruments of their own that read the same columns.
inline constexpr Domain domains[] = {
    detail::subscale("bedtime_resistance_alone", "Bedtime resistance alone", bedtime_resistance,
                     false),
    detail::subscale("resistance_and_anxiety", "Bedtime resistance and sleep anxiety",
                     resistance_and_anxiety, false),
    detail::subscale("sleep_anxiety_alone", "Sleep anxiety alone", sleep_anxiety, false),
    detail::subscale("sleep_onset_delay", "Sleep onset delay", sleep_onset_delay),
    detail::subscale("sleep_duration", "Sleep duration", sleep_duration),
    detail::subscale("night_wakings", "Night wakings", night_wakings),
    detail::subscale("parasomnias", "Parasomnias", parasomnias),
    detail::subscale("disordered_breathing", "Disordered breathing", disordered_breathing),
    detail::subscale("daytime_sleepiness", "Daytime sleepiness", daytime_sleepiness)};
inline constexpr Domain bedtime_resistance_domains[] = {domains[0], domains[1]};
inline constexpr Domain sleep_anxiety_domains[] = {domains[1], domains[2]};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 99}};
inline constexpr Form bedtime_resistance_forms[] = {
    {.id = "all", .label = "all", .domains = bedtime_resistance_domains, .max = 18}};
inline constexpr Form sleep_anxiety_forms[] = {
    {.id = "all", .label = "all", .domains = sleep_anxiety_domains, .max = 12}};

// --- Sources and cuts ---------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("owens_2000")};

inline constexpr Band cshq41_ge_bands[] = {{"negative", "Below 41", from(33), below(41)},
                                           {"positive", "41 or more", from(41), up_to(99)}};
inline constexpr Band cshq41_gt_bands[] = {{"negative", "41 or less", from(33), up_to(41)},
                                           {"positive", "Above 41", above(41), up_to(99)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "cshq41_ge",
     .title = "Cut-off 41 of the original paper, 41 itself is positive",
     .bands = cshq41_ge_bands,
     .evidence = {cite("owens_2000"), Confidence::high},
     .is_default = true},
    {.id = "cshq41_gt",
     .title = "Above 41, as some users apply it",
     .bands = cshq41_gt_bands,
     .evidence = {cite("owens_2000"), Confidence::medium, "usage seen; no derivation"}}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Which printed question belongs to which subscale could not be verified, so the columns have "
    "neutral names: you say which of your columns is which (confirm it with the owner's key).",
    "Every code runs from 1 (rarely) to 3 (usually) as a problem. Six questions are reverse-coded "
    "on the form: put 4 - r in for them, once.",
    "Two items belong to bedtime resistance and to sleep anxiety (medium confidence): the eight "
    "subscales have 35 places, the total counts 33 items once.",
    "Two daytime sleepiness items use 1 not sleepy, 2 very sleepy, 3 falls asleep (medium "
    "confidence).",
    "Substituting the mean for up to 20 % missing of a subscale is an alternative of low "
    "confidence and is not offered.",
    "The cut is low: a Portuguese community mean was 47.0 (SD 7.2).",
    "For 4 to 10 years, used from 2 years and older; the age is not judged."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> all, int min) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "33 scored items",
                 .respondent = Respondent::caregiver,
                 .reuse = Reuse::by_permission,
                 .recall_days = 7,
                 .respondent_words = "parent",
                 .recall = "typical recent week",
                 .rights =
                     "Owned by the author; said to be free for research (low confidence). No item "
                     "wording is included."},
        Scoring{.min = min,
                .max = all[0].max,
                .columns = "cshq",
                .forms = all,
                .missing = {.evidence = {nullptr, Confidence::low, "no official rule was seen"},
                            .text = "none: every item of the scale"}},
        Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
consteval Description with_cuts(Description total) {
    total.bands = band_schemes;
    return total;
}
}  // namespace detail

inline constexpr Description description = detail::with_cuts(
    detail::described("cshq", "Children's Sleep Habits Questionnaire, total", forms, 33));
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire, coded 1-3 as problems; an answer that was not set is missing.
struct Answers {
    Age age{};
    std::array<Answer, 4> bedtime_resistance{};
    std::array<Answer, 2> resistance_and_anxiety{};
    std::array<Answer, 2> sleep_anxiety{};
    Answer sleep_onset_delay{};
    std::array<Answer, 3> sleep_duration{};
    std::array<Answer, 3> night_wakings{};
    std::array<Answer, 7> parasomnias{};
    std::array<Answer, 3> disordered_breathing{};
    std::array<Answer, 8> daytime_sleepiness{};

    static constexpr const Instrument& instrument() { return cshq::instrument; }
    constexpr std::array<Answer, 33> in_order() const {
        std::array<Answer, 33> all{};
        std::size_t next = 0;
        const auto put = [&](const auto& some) {
            for (const Answer& answer : some) all[next++] = answer;
        };
        put(bedtime_resistance);
        put(resistance_and_anxiety);
        put(sleep_anxiety);
        all[next++] = sleep_onset_delay;
        put(sleep_duration);
        put(night_wakings);
        put(parasomnias);
        put(disordered_breathing);
        put(daytime_sleepiness);
        return all;
    }
};

}  // namespace eczscore::cshq

namespace eczscore::cshq_bedtime_resistance {
inline constexpr Description description = cshq::detail::described(
    "cshq_bedtime_resistance", "Children's Sleep Habits Questionnaire, bedtime resistance",
    cshq::bedtime_resistance_forms, 6);
inline constexpr Instrument instrument = checked<description>();
/// The four items of bedtime resistance alone and the two that it shares with sleep anxiety.
struct Answers {
    Age age{};
    std::array<Answer, 4> bedtime_resistance{};
    std::array<Answer, 2> resistance_and_anxiety{};

    static constexpr const Instrument& instrument() { return cshq_bedtime_resistance::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        const auto& own = bedtime_resistance;
        return {
            own[0], own[1], own[2], own[3], resistance_and_anxiety[0], resistance_and_anxiety[1]};
    }
};
}  // namespace eczscore::cshq_bedtime_resistance

namespace eczscore::cshq_sleep_anxiety {
inline constexpr Description description = cshq::detail::described(
    "cshq_sleep_anxiety", "Children's Sleep Habits Questionnaire, sleep anxiety",
    cshq::sleep_anxiety_forms, 4);
inline constexpr Instrument instrument = checked<description>();
/// The two items shared with bedtime resistance and the two of sleep anxiety alone.
struct Answers {
    Age age{};
    std::array<Answer, 2> resistance_and_anxiety{};
    std::array<Answer, 2> sleep_anxiety{};

    static constexpr const Instrument& instrument() { return cshq_sleep_anxiety::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {resistance_and_anxiety[0], resistance_and_anxiety[1], sleep_anxiety[0],
                sleep_anxiety[1]};
    }
};
}  // namespace eczscore::cshq_sleep_anxiety
