// SPDX-License-Identifier: BSL-1.0
// PROMIS adult sleep forms: Sleep Disturbance 4a, 6a, 8a and 8b, Sleep-Related Impairment 8a.
#pragma once

#include <array>

#include "eczscore/instruments/detail/promis.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::promis_sleep {

// --- Items: 4a, 6a and 8a are nested, 8b is another form that shares five items with 8a ---------

namespace detail {
using namespace eczscore::detail::promis;
// The stored code of a positively worded item already runs from 5 to 1 on the official forms.
inline constexpr Item quality = rating("quality", "sleep quality (stored code reversed)");
inline constexpr Item refreshing = rating("refreshing", "refreshing sleep (stored code reversed)");
inline constexpr Item problem = rating("problem", "problem with sleep");
inline constexpr Item falling_asleep = rating("falling_asleep", "difficulty falling asleep");
inline constexpr Item restless = rating("restless", "restless sleep");
inline constexpr Item effort = rating("effort", "effort to sleep");
inline constexpr Item worry = rating("worry", "worry about sleep");
inline constexpr Item satisfied = rating("satisfied", "satisfied (stored code reversed)");
inline constexpr Item enough = rating("enough", "enough sleep (stored code reversed)");
inline constexpr Item staying_asleep = rating("staying_asleep", "difficulty staying asleep");
inline constexpr Item trouble = rating("trouble", "trouble sleeping");
}  // namespace detail

inline constexpr Item sd_4a[] = {detail::quality, detail::refreshing, detail::problem,
                                 detail::falling_asleep};
inline constexpr Item sd_6a[] = {detail::quality,        detail::refreshing, detail::problem,
                                 detail::falling_asleep, detail::restless,   detail::effort};
inline constexpr Item sd_8a[] = {detail::quality,        detail::refreshing, detail::problem,
                                 detail::falling_asleep, detail::restless,   detail::effort,
                                 detail::worry,          detail::satisfied};
inline constexpr Item sd_8b[] = {detail::restless,       detail::quality,    detail::enough,
                                 detail::satisfied,      detail::refreshing, detail::falling_asleep,
                                 detail::staying_asleep, detail::trouble};
inline constexpr Item sri_8a[] = {detail::rating("getting_things_done", "getting things done"),
                                  detail::rating("alert", "alert (stored code reversed)"),
                                  detail::rating("tired", "tired"),
                                  detail::rating("daytime_problems", "problems in the day"),
                                  detail::rating("concentration", "concentration"),
                                  detail::rating("irritable", "irritable"),
                                  detail::rating("sleepy", "sleepy"),
                                  detail::rating("staying_awake", "staying awake")};

inline constexpr Domain sd_4a_domains[] = {detail::raw_sum(sd_4a)};
inline constexpr Domain sd_6a_domains[] = {detail::raw_sum(sd_6a)};
inline constexpr Domain sd_8a_domains[] = {detail::raw_sum(sd_8a)};
inline constexpr Domain sd_8b_domains[] = {detail::raw_sum(sd_8b)};
inline constexpr Domain sri_8a_domains[] = {detail::raw_sum(sri_8a)};
inline constexpr Form sd_4a_forms[] = {
    {.id = "all", .label = "adults", .domains = sd_4a_domains, .max = 20}};
inline constexpr Form sd_6a_forms[] = {
    {.id = "all", .label = "adults", .domains = sd_6a_domains, .max = 30}};
inline constexpr Form sd_8a_forms[] = {
    {.id = "all", .label = "adults", .domains = sd_8a_domains, .max = 40}};
inline constexpr Form sd_8b_forms[] = {
    {.id = "all", .label = "adults", .domains = sd_8b_domains, .max = 40}};
inline constexpr Form sri_8a_forms[] = {
    {.id = "all", .label = "adults", .domains = sri_8a_domains, .max = 40}};

// --- Sources and bands --------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("buysse_2010"), cite("yu_2012"),
                                              cite("healthmeasures")};

/// On the T-score, which has mean 50 and standard deviation 10 in the US reference.
inline constexpr Band healthmeasures_bands[] = {
    {"within_normal_limits", "Within normal limits", from(0), below(55)},
    {"mild", "Mild", from(55), below(60)},
    {"moderate", "Moderate", from(60), below(70)},
    {"severe", "Severe", from(70), up_to(100)}};
inline constexpr Band above_55_bands[] = {{"not_above_55", "T 55 or less", from(0), up_to(55)},
                                          {"above_55", "T above 55", above(55), up_to(100)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "healthmeasures",
     .title = "T-score bands of 55, 60 and 70",
     .bands = healthmeasures_bands,
     .evidence = {cite("healthmeasures"), Confidence::medium, "secondary pages"},
     .is_default = true},
    {.id = "above_55",
     .title = "Screening cut, T above 55",
     .bands = above_55_bands,
     .evidence = {cite("healthmeasures"), Confidence::medium, "secondary pages"}}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Without the table of this form there is a raw sum (a sub-score) and no T-score; 0 and 100 are "
    "the ends of the bands, not scores that a table holds.",
    "Sleep Disturbance 8a is not 8b: eight items each, five shared, different tables. 4a, 6a and "
    "8a are nested.",
    "Positively worded items are stored from 5 to 1 on the official forms: reverse them once, "
    "there, and never again.",
    "Fewer than all but at least 4 answers: the sum is prorated (sum x items / answered) and "
    "rounded up before the table is asked (medium confidence). Response-pattern scoring is "
    "preferred then, and is not offered.",
    "The item roles of 6a and 8a have medium confidence; those of 4a, 8b and the impairment form "
    "were seen.",
    "A change of 2 to 6 T points mattered in other conditions (low confidence, from memory); none "
    "is verified for atopic dermatitis, so no threshold is offered.",
    "Under 18 years the adult forms do not apply."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    const int items = static_cast<int>(forms[0].domains[0].items.size());
    return {Identity{.id = id,
                     .title = title,
                     .version = "adult v1.0",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall_days = 7,
                     .recall = "past 7 days",
                     .rights = rights},
            Scoring{.min = 0,
                    .max = 100,
                    .ages = {.from_months = 18 * 12},
                    .forms = forms,
                    .table = raw_to_t,
                    .missing = four_answered(items, items == 4 ? all_four : prorated)},
            Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

}  // namespace eczscore::promis_sleep

namespace eczscore::promis_sd_4a {
inline constexpr Description description = promis_sleep::detail::described(
    "promis_sd_4a", "PROMIS Sleep Disturbance 4a", promis_sleep::sd_4a_forms);
inline constexpr Instrument instrument = checked<description>();

/// One form, codes 1-5 as stored (reversed items already reversed); unset is missing.
struct Answers {
    Age age{};
    Answer quality{};
    Answer refreshing{};
    Answer problem{};
    Answer falling_asleep{};

    static constexpr const Instrument& instrument() { return promis_sd_4a::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {quality, refreshing, problem, falling_asleep};
    }
};
}  // namespace eczscore::promis_sd_4a

namespace eczscore::promis_sd_6a {
inline constexpr Description description = promis_sleep::detail::described(
    "promis_sd_6a", "PROMIS Sleep Disturbance 6a", promis_sleep::sd_6a_forms);
inline constexpr Instrument instrument = checked<description>();

/// One form, codes 1-5 as stored (reversed items already reversed); unset is missing.
struct Answers {
    Age age{};
    Answer quality{};
    Answer refreshing{};
    Answer problem{};
    Answer falling_asleep{};
    Answer restless{};
    Answer effort{};

    static constexpr const Instrument& instrument() { return promis_sd_6a::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        return {quality, refreshing, problem, falling_asleep, restless, effort};
    }
};
}  // namespace eczscore::promis_sd_6a

namespace eczscore::promis_sd_8a {
inline constexpr Description description = promis_sleep::detail::described(
    "promis_sd_8a", "PROMIS Sleep Disturbance 8a", promis_sleep::sd_8a_forms);
inline constexpr Instrument instrument = checked<description>();

/// One form, codes 1-5 as stored (reversed items already reversed); unset is missing.
struct Answers {
    Age age{};
    Answer quality{};
    Answer refreshing{};
    Answer problem{};
    Answer falling_asleep{};
    Answer restless{};
    Answer effort{};
    Answer worry{};
    Answer satisfied{};

    static constexpr const Instrument& instrument() { return promis_sd_8a::instrument; }
    constexpr std::array<Answer, 8> in_order() const {
        return {quality, refreshing, problem, falling_asleep, restless, effort, worry, satisfied};
    }
};
}  // namespace eczscore::promis_sd_8a

namespace eczscore::promis_sd_8b {
inline constexpr Description description = promis_sleep::detail::described(
    "promis_sd_8b", "PROMIS Sleep Disturbance 8b", promis_sleep::sd_8b_forms);
inline constexpr Instrument instrument = checked<description>();

/// One form, codes 1-5 as stored (reversed items already reversed); unset is missing.
struct Answers {
    Age age{};
    Answer restless{};
    Answer quality{};
    Answer enough{};
    Answer satisfied{};
    Answer refreshing{};
    Answer falling_asleep{};
    Answer staying_asleep{};
    Answer trouble{};

    static constexpr const Instrument& instrument() { return promis_sd_8b::instrument; }
    constexpr std::array<Answer, 8> in_order() const {
        return {restless,   quality,        enough,         satisfied,
                refreshing, falling_asleep, staying_asleep, trouble};
    }
};
}  // namespace eczscore::promis_sd_8b

namespace eczscore::promis_sri_8a {
inline constexpr Description description = promis_sleep::detail::described(
    "promis_sri_8a", "PROMIS Sleep-Related Impairment 8a", promis_sleep::sri_8a_forms);
inline constexpr Instrument instrument = checked<description>();

/// One form, codes 1-5 as stored (the reversed item already reversed); unset is missing.
struct Answers {
    Age age{};
    Answer getting_things_done{};
    Answer alert{};
    Answer tired{};
    Answer daytime_problems{};
    Answer concentration{};
    Answer irritable{};
    Answer sleepy{};
    Answer staying_awake{};

    static constexpr const Instrument& instrument() { return promis_sri_8a::instrument; }
    constexpr std::array<Answer, 8> in_order() const {
        return {getting_things_done, alert,     tired,  daytime_problems,
                concentration,       irritable, sleepy, staying_awake};
    }
};
}  // namespace eczscore::promis_sri_8a
