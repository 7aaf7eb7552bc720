// SPDX-License-Identifier: BSL-1.0
// Atopic Dermatitis Symptom Scale: the 7-item total of a day (0-70), and its skin pain item.
#pragma once

#include <array>

#include "eczscore/instruments/detail/aderm_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::aderm_ss {

namespace detail {
using namespace eczscore::detail::aderm;
}

inline constexpr Item items[] = {detail::rating("itch_asleep", "1 itch while asleep"),
                                 detail::rating("itch_awake", "2 itch while awake"),
                                 detail::rating("pain", "3 skin pain"),
                                 detail::rating("cracking", "4 cracking"),
                                 detail::rating("cracking_pain", "5 pain by cracking"),
                                 detail::rating("dryness", "6 dryness"),
                                 detail::rating("flaking", "7 flaking")};
inline constexpr Item pain[] = {items[2]};
inline constexpr Domain tss7_domains[] = {{"total", "Seven items", 1, items, 70}};
inline constexpr Domain pain_domains[] = {{"pain", "Skin pain", 1, pain, 10}};
inline constexpr Form tss7_forms[] = {
    {.id = "all", .label = "12 years and over", .domains = tss7_domains, .max = 70}};
inline constexpr Form pain_forms[] = {
    {.id = "all", .label = "12 years and over", .domains = pain_domains, .max = 10}};

inline constexpr Band tss7_bands[] = {{"absent", "Absent", from(0), below(2)},
                                      {"minimal", "Minimal", from(2), below(12)},
                                      {"mild", "Mild", from(12), below(23)},
                                      {"moderate", "Moderate", from(23), below(48)},
                                      {"severe", "Severe", from(48), up_to(70)}};
inline constexpr Band pain_bands[] = {{"absent", "Absent", from(0), below(1)},
                                      {"minimal", "Minimal", from(1), below(2)},
                                      {"mild", "Mild", from(2), below(3)},
                                      {"moderate", "Moderate", from(3), below(7)},
                                      {"severe", "Severe", from(7), up_to(10)}};
inline constexpr BandScheme tss7_schemes[] = {{.id = "silverberg_2022",
                                               .title = detail::strata_title,
                                               .bands = tss7_bands,
                                               .evidence = detail::strata,
                                               .is_default = true}};
inline constexpr BandScheme pain_schemes[] = {{.id = "silverberg_2022",
                                               .title = detail::strata_title,
                                               .bands = pain_bands,
                                               .evidence = detail::strata,
                                               .is_default = true}};
inline constexpr Threshold tss7_thresholds[] = {
    detail::within_person(28, "at least 28 points better; asked from a baseline of 28")};
inline constexpr Threshold pain_thresholds[] = {
    detail::within_person(4, "at least 4 points better; asked from a baseline of 4")};

inline constexpr Text notes[] = {
    detail::daily_note, detail::ages_note, detail::threshold_note,
    "The form has 11 items; the total takes items 1 to 7, whose labels are from memory (medium "
    "confidence). That it is asked daily over 24 hours: medium confidence."};

}  // namespace eczscore::aderm_ss

namespace eczscore::aderm_ss_tss7 {

inline constexpr Description description{
    Identity{.id = "aderm_ss_tss7",
             .title = "ADerm-SS 7-item total symptom score of a day",
             .version = "TSS-7",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights = detail::aderm::rights},
    Scoring{.min = 0,
            .max = 70,
            .ages = {.from_months = 12 * 12},
            .columns = "aderm_ss",
            .forms = aderm_ss::tss7_forms,
            .missing = detail::aderm::every_item},
    Interpretation{.bands = aderm_ss::tss7_schemes,
                   .thresholds = aderm_ss::tss7_thresholds,
                   .notes = aderm_ss::notes},
    Provenance{.sources = detail::aderm::sources_of_all}};
inline constexpr Instrument instrument = checked<description>();

/// One day's form; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer itch_asleep{};
    Answer itch_awake{};
    Answer pain{};
    Answer cracking{};
    Answer cracking_pain{};
    Answer dryness{};
    Answer flaking{};

    static constexpr const Instrument& instrument() { return aderm_ss_tss7::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {itch_asleep, itch_awake, pain, cracking, cracking_pain, dryness, flaking};
    }
};

// Worked example: 6, 7, 5, 4, 3, 6, 5.
inline constexpr Answers example{.itch_asleep = 6,
                                 .itch_awake = 7,
                                 .pain = 5,
                                 .cracking = 4,
                                 .cracking_pain = 3,
                                 .dryness = 6,
                                 .flaking = 5};
static_assert(score(example).value() == Exact(36));

}  // namespace eczscore::aderm_ss_tss7

namespace eczscore::aderm_ss_skin_pain {

inline constexpr Description description{
    Identity{.id = "aderm_ss_skin_pain",
             .title = "ADerm-SS skin pain of a day",
             .version = "one item",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 1,
             .recall = "24 hours, daily",
             .rights = detail::aderm::rights},
    Scoring{.min = 0,
            .max = 10,
            .ages = {.from_months = 12 * 12},
            .columns = "aderm_ss",
            .forms = aderm_ss::pain_forms,
            .missing = {.evidence = {nullptr, Confidence::high, "one value"},
                        .text = "none: the value"}},
    Interpretation{.bands = aderm_ss::pain_schemes,
                   .thresholds = aderm_ss::pain_thresholds,
                   .notes = aderm_ss::notes},
    Provenance{.sources = detail::aderm::sources_of_all}};
inline constexpr Instrument instrument = checked<description>();

/// One day's rating; one that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer pain{};

    static constexpr const Instrument& instrument() { return aderm_ss_skin_pain::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {pain}; }
};

static_assert(score(Answers{.pain = 5}).value() == Exact(5));

}  // namespace eczscore::aderm_ss_skin_pain
