// SPDX-License-Identifier: BSL-1.0
// ItchyQoL: 22 items, as raw sum, as mean, and as three sub-scale means; never one by the other.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::itchyqol {

namespace detail {

/// A frequency from 1 (never) to 5.
consteval Item often(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(1, 5)};
}
}  // namespace detail

inline constexpr Item symptoms[] = {
    detail::often("symptoms_1", "symptoms, 1st"), detail::often("symptoms_2", "symptoms, 2nd"),
    detail::often("symptoms_3", "symptoms, 3rd"), detail::often("symptoms_4", "symptoms, 4th"),
    detail::often("symptoms_5", "symptoms, 5th"), detail::often("symptoms_6", "symptoms, 6th")};
inline constexpr Item functioning[] = {detail::often("functioning_1", "functioning, 1st"),
                                       detail::often("functioning_2", "functioning, 2nd"),
                                       detail::often("functioning_3", "functioning, 3rd"),
                                       detail::often("functioning_4", "functioning, 4th"),
                                       detail::often("functioning_5", "functioning, 5th"),
                                       detail::often("functioning_6", "functioning, 6th"),
                                       detail::often("functioning_7", "functioning, 7th")};
inline constexpr Item emotions[] = {
    detail::often("emotions_1", "emotions, 1st"), detail::often("emotions_2", "emotions, 2nd"),
    detail::often("emotions_3", "emotions, 3rd"), detail::often("emotions_4", "emotions, 4th"),
    detail::often("emotions_5", "emotions, 5th"), detail::often("emotions_6", "emotions, 6th"),
    detail::often("emotions_7", "emotions, 7th"), detail::often("emotions_8", "emotions, 8th"),
    detail::often("emotions_9", "emotions, 9th")};

inline constexpr Domain raw_domains[] = {{"symptoms", "Symptoms", 1, symptoms, 30},
                                         {"functioning", "Functioning", 1, functioning, 35},
                                         {"emotions", "Emotions", 1, emotions, 45}};
inline constexpr Domain mean_domains[] = {
    {"symptoms", "Symptoms", 1, symptoms, Exact::ratio(30, 22)},
    {"functioning", "Functioning", 1, functioning, Exact::ratio(35, 22)},
    {"emotions", "Emotions", 1, emotions, Exact::ratio(45, 22)}};
inline constexpr Domain symptoms_domains[] = {{"symptoms", "Symptoms", 1, symptoms, 5}};
inline constexpr Domain functioning_domains[] = {{"functioning", "Functioning", 1, functioning, 5}};
inline constexpr Domain emotions_domains[] = {{"emotions", "Emotions", 1, emotions, 5}};

inline constexpr Form raw_forms[] = {
    {.id = "all", .label = "adults", .domains = raw_domains, .max = 110}};
inline constexpr Form mean_forms[] = {
    {.id = "all", .label = "adults", .denominator = 22, .domains = mean_domains, .max = 5}};
inline constexpr Form symptoms_forms[] = {
    {.id = "all", .label = "adults", .denominator = 6, .domains = symptoms_domains, .max = 5}};
inline constexpr Form functioning_forms[] = {
    {.id = "all", .label = "adults", .denominator = 7, .domains = functioning_domains, .max = 5}};
inline constexpr Form emotions_forms[] = {
    {.id = "all", .label = "adults", .denominator = 9, .domains = emotions_domains, .max = 5}};

inline constexpr const Citation* sources[] = {cite("desai_2008"), cite("vakharia_2018"),
                                              cite("love_2015"), cite("patel_2019")};

inline constexpr Band raw_bands[] = {{"mild", "Mild", from(22), below(59)},
                                     {"moderate", "Moderate", from(59), below(75)},
                                     {"severe", "Severe", from(75), up_to(110)}};
inline constexpr Band mean_bands[] = {{"mild", "Mild", from(1), below(3)},
                                      {"moderate", "Moderate", from(3), below(4)},
                                      {"severe", "Severe", from(4), up_to(5)}};
inline constexpr BandScheme raw_schemes[] = {
    {.id = "vakharia_2018_raw",
     .title = "Vakharia 2018, raw sum, 210 adults with atopic dermatitis (kappa 0.379)",
     .bands = raw_bands,
     .evidence = {cite("vakharia_2018"), Confidence::high},
     .is_default = true}};
inline constexpr BandScheme mean_schemes[] = {
    {.id = "vakharia_2018_mean",
     .title = "Vakharia 2018, mean, 210 adults with atopic dermatitis (kappa 0.374)",
     .bands = mean_bands,
     .evidence = {cite("vakharia_2018"), Confidence::high,
                  "printed 1-2.9, 3.0-3.9, 4.0-5.0; the gaps are closed at 3 and 4"},
     .is_default = true}};

inline constexpr Text notes[] = {
    "Raw sum and mean have bands of their own, and they disagree: raw 60 is moderate, its mean "
    "2.73 is mild. Say which was used and never convert one into the other.",
    "Which printed item belongs to which sub-scale was not seen (medium confidence in 6, 7 and 9 "
    "items): number the items within their sub-scale by the map of your form.",
    "No missing rule was seen: every item (low confidence). A study that wants half of a "
    "sub-scale's items says so by name (with_allowed_blanks).",
    "The recall was not seen, commonly the past week (low confidence).",
    "The versions for children (8-17 and 6-7 years) are other instruments.",
    "Of DLQI, 5-D and ItchyQoL it responded best in atopic dermatitis, with alpha 0.96 and "
    "redundant items (Patel 2019). No threshold was seen."};

namespace detail {
inline constexpr MissingRule every_item = {
    .evidence = {nullptr, Confidence::low, "no published rule was seen"},
    .text = "none: every item"};

consteval Description described(Text id, Text title, int min, int max, List<Form> forms,
                                List<BandScheme> bands) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "2008",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall_days = 7,
                 .respondent_words = "patient, adult",
                 .recall = "past week (not seen)",
                 .rights = "Emory group. Ask before use and display (medium confidence). No item "
                           "wording is included."},
        Scoring{
            .min = min, .max = max, .columns = "itchyqol", .forms = forms, .missing = every_item},
        Interpretation{.bands = bands, .notes = notes}, Provenance{.sources = sources}};
}

/// One questionnaire by sub-scale; an answer that was not set is missing, never 0.
template <const Instrument& which>
struct Items {
    Age age{};
    std::array<Answer, 6> symptoms{};
    std::array<Answer, 7> functioning{};
    std::array<Answer, 9> emotions{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 22> in_order() const {
        std::array<Answer, 22> all{};
        std::size_t next = 0;
        for (const Answer& each : symptoms) all[next++] = each;
        for (const Answer& each : functioning) all[next++] = each;
        for (const Answer& each : emotions) all[next++] = each;
        return all;
    }
};

/// The items of one sub-scale.
template <const Instrument& which, std::size_t count>
struct Part {
    Age age{};
    std::array<Answer, count> items{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr const std::array<Answer, count>& in_order() const { return items; }
};
}  // namespace detail

inline constexpr Description description =
    detail::described("itchyqol", "ItchyQoL, raw sum", 22, 110, raw_forms, raw_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = detail::Items<instrument>;

// Worked example: six times 3, seven times 2, nine times 4.
inline constexpr Answers example{.symptoms = {3, 3, 3, 3, 3, 3},
                                 .functioning = {2, 2, 2, 2, 2, 2, 2},
                                 .emotions = {4, 4, 4, 4, 4, 4, 4, 4, 4}};
static_assert(score(example).value() == Exact(68));

}  // namespace eczscore::itchyqol

namespace eczscore::itchyqol_mean {
inline constexpr Description description = itchyqol::detail::described(
    "itchyqol_mean", "ItchyQoL, mean", 1, 5, itchyqol::mean_forms, itchyqol::mean_schemes);
inline constexpr Instrument instrument = checked<description>();
using Answers = itchyqol::detail::Items<instrument>;
static_assert(score(instrument, itchyqol::example.in_order()).value() == Exact::ratio(68, 22));
}  // namespace eczscore::itchyqol_mean

namespace eczscore::itchyqol_symptoms {
inline constexpr Description description = itchyqol::detail::described(
    "itchyqol_symptoms", "ItchyQoL, mean of symptoms", 1, 5, itchyqol::symptoms_forms, {});
inline constexpr Instrument instrument = checked<description>();
using Answers = itchyqol::detail::Part<instrument, 6>;
}  // namespace eczscore::itchyqol_symptoms

namespace eczscore::itchyqol_functioning {
inline constexpr Description description = itchyqol::detail::described(
    "itchyqol_functioning", "ItchyQoL, mean of functioning", 1, 5, itchyqol::functioning_forms, {});
inline constexpr Instrument instrument = checked<description>();
using Answers = itchyqol::detail::Part<instrument, 7>;
}  // namespace eczscore::itchyqol_functioning

namespace eczscore::itchyqol_emotions {
inline constexpr Description description = itchyqol::detail::described(
    "itchyqol_emotions", "ItchyQoL, mean of emotions", 1, 5, itchyqol::emotions_forms, {});
inline constexpr Instrument instrument = checked<description>();
using Answers = itchyqol::detail::Part<instrument, 9>;
}  // namespace eczscore::itchyqol_emotions
