// SPDX-License-Identifier: BSL-1.0
// 5-D itch scale: duration, degree, direction, disability and distribution, 5 to 25.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::itch_5d {

namespace detail {

consteval Item graded(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(1, 5)};
}
/// Disability is the highest of four; leisure, housework and work may not apply.
consteval Item may_not_apply(Text id, Text label) {
    return {.id = id,
            .label = label,
            .scale = whole_points(1, 5),
            .role = Role::alternative_part,
            .offers_not_relevant = true};
}
}  // namespace detail

inline constexpr Item duration[] = {detail::graded("duration", "hours a day, in five classes")};
inline constexpr Item degree[] = {detail::graded("degree", "intensity")};
inline constexpr Item direction[] = {detail::graded("direction", "course since the month before")};
inline constexpr Item disability[] = {
    detail::graded("disability_sleep", "impact on sleep"),
    detail::may_not_apply("disability_leisure", "impact on leisure and social life"),
    detail::may_not_apply("disability_housework", "impact on housework and errands"),
    detail::may_not_apply("disability_work", "impact on work or school")};
/// The number of sites: 0-2 is 1 point, 3-5 2, 6-10 3, 11-13 4, 14-16 5.
inline constexpr int points_of_sites[] = {1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5};
inline constexpr Item distribution[] = {{.id = "distribution_sites",
                                         .label = "sites with itch, of 16",
                                         .scale = whole_points(0, 16),
                                         .points = points_of_sites}};
inline constexpr Domain domains[] = {{"duration", "Duration", 1, duration, 5},
                                     {"degree", "Degree", 1, degree, 5},
                                     {"direction", "Direction", 1, direction, 5},
                                     sub_scale("disability", "Disability", 1, disability, 5),
                                     sub_scale("distribution", "Distribution", 1, distribution, 5)};
inline constexpr Form forms[] = {{.id = "all", .label = "adults", .domains = domains, .max = 25}};

inline constexpr const Citation* sources[] = {cite("elman_2010"), cite("vakharia_2018"),
                                              cite("lai_2017"), cite("patel_2019"),
                                              cite("pmc9871858")};

inline constexpr Band vakharia_2018_bands[] = {{"mild", "Mild", from(5), below(12)},
                                               {"moderate", "Moderate", from(12), below(18)},
                                               {"severe", "Severe", from(18), up_to(25)}};
inline constexpr Band lai_2017_bands[] = {{"none", "None", from(5), below(9)},
                                          {"mild", "Mild", from(9), below(12)},
                                          {"moderate", "Moderate", from(12), below(18)},
                                          {"severe", "Severe", from(18), below(22)},
                                          {"very_severe", "Very severe", from(22), up_to(25)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "vakharia_2018",
     .title = "Vakharia 2018, 210 adults with atopic dermatitis (kappa 0.331)",
     .bands = vakharia_2018_bands,
     .evidence = {cite("vakharia_2018"), Confidence::high,
                  "printed 0-11, 12-17, 18-25; below 5 cannot be attained"},
     .is_default = true},
    {.id = "lai_2017",
     .title = "Lai 2017, 409 patients on haemodialysis, not eczema",
     .bands = lai_2017_bands,
     .evidence = {cite("lai_2017"), Confidence::high}}};

inline constexpr Threshold thresholds[] = {
    {.id = "uremic_pruritus_5",
     .label = "at least 5 points better",
     .basis = Basis::mcid,
     .value = 5,
     .population = "pruritus of dialysis; none was found for atopic dermatitis",
     .evidence = {cite("pmc9871858"), Confidence::high}}};

inline constexpr Text notes[] = {
    "Disability is the highest of the four items, not their sum; \"not relevant\" leaves an item "
    "out and is offered on the last three only. At least one of the four must apply.",
    "Distribution is the number of sites (15 body parts and contact with clothing) in classes "
    "(medium confidence, the classes are from memory, unverified).",
    "No site is recorded as 0, which is a completed grid. A blank means that the grid was not "
    "completed, and leaves the scale unscored: an empty grid alone does not tell the two apart.",
    "No missing rule was seen: every domain is needed (low confidence).",
    "Recall is two weeks; direction compares with the month before.",
    "A published equation to an itch rating comes from dialysis and is not offered."};

inline constexpr Description description{
    Identity{.id = "itch_5d",
             .title = "5-D itch scale",
             .version = "2010",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 14,
             .respondent_words = "patient, adult",
             .recall = "2 weeks",
             .rights = "(c) 2009 the authors. Ask before display (medium confidence). No item "
                       "wording is included."},
    Scoring{.min = 5,
            .max = 25,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::low,
                                     "no published rule was "
                                     "seen"},
                        .text = "none: every domain; of the four disability items one is enough"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer duration{};
    Answer degree{};
    Answer direction{};
    Answer disability_sleep{};
    Answer disability_leisure{};    ///< 1 to 5, `Answer::not_relevant()`
    Answer disability_housework{};  ///< 1 to 5, `Answer::not_relevant()`
    Answer disability_work{};       ///< 1 to 5, `Answer::not_relevant()`
    Answer distribution_sites{};    ///< 0 to 16; blank: the grid was not completed

    static constexpr const Instrument& instrument() { return itch_5d::instrument; }
    constexpr std::array<Answer, 8> in_order() const {
        return {duration,           degree,
                direction,          disability_sleep,
                disability_leisure, disability_housework,
                disability_work,    distribution_sites};
    }
};

// Worked example: 2, 3, 4, disability 3, 2, not relevant, 4, and 7 sites.
inline constexpr Answers example{.duration = 2,
                                 .degree = 3,
                                 .direction = 4,
                                 .disability_sleep = 3,
                                 .disability_leisure = 2,
                                 .disability_housework = Answer::not_relevant(),
                                 .disability_work = 4,
                                 .distribution_sites = 7};
static_assert(score(example).value() == Exact(16));

}  // namespace eczscore::itch_5d
