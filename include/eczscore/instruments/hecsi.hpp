// SPDX-License-Identifier: BSL-1.0
// HECSI, the Hand Eczema Severity Index: five locations, extent x sum of six signs, 0 to 360.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::hecsi {

// --- What is graded: both hands together for each location --------------------------------------

/// Percent of the location to extent grade; fractional values are unpublished, so 25.4 % is 2.
inline constexpr GradeFrom extent_limits[] = {
    {0, false, 1}, {25, false, 2}, {50, false, 3}, {75, false, 4}};
inline constexpr PercentGrades extent_from_percent{extent_limits};
/// The alternative: rounded half up to a whole percent first, so 25.4 % is 1.
inline constexpr PercentGrades extent_from_whole_percent{.limits = extent_limits,
                                                         .rounded_first = true};

namespace detail {
consteval Item sign(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 3)};
}
consteval Item extent(Text id) {
    return {.id = id,
            .label = "extent grade",
            .scale = whole_points(0, 4),
            .role = Role::multiplies,
            .from_percent = &extent_from_percent};
}
}  // namespace detail

inline constexpr Item fingertips[] = {
    detail::sign("fingertips_erythema", "erythema"),
    detail::sign("fingertips_induration_papulation", "induration or papulation"),
    detail::sign("fingertips_vesicles", "vesicles"),
    detail::sign("fingertips_fissures", "fissures"),
    detail::sign("fingertips_scaling", "scaling"),
    detail::sign("fingertips_edema", "oedema"),
    detail::extent("fingertips_extent")};
inline constexpr Item fingers[] = {
    detail::sign("fingers_erythema", "erythema"),
    detail::sign("fingers_induration_papulation", "induration or papulation"),
    detail::sign("fingers_vesicles", "vesicles"),
    detail::sign("fingers_fissures", "fissures"),
    detail::sign("fingers_scaling", "scaling"),
    detail::sign("fingers_edema", "oedema"),
    detail::extent("fingers_extent")};
inline constexpr Item palms[] = {
    detail::sign("palms_erythema", "erythema"),
    detail::sign("palms_induration_papulation", "induration or papulation"),
    detail::sign("palms_vesicles", "vesicles"),
    detail::sign("palms_fissures", "fissures"),
    detail::sign("palms_scaling", "scaling"),
    detail::sign("palms_edema", "oedema"),
    detail::extent("palms_extent")};
inline constexpr Item backs_of_hands[] = {
    detail::sign("backs_of_hands_erythema", "erythema"),
    detail::sign("backs_of_hands_induration_papulation", "induration or papulation"),
    detail::sign("backs_of_hands_vesicles", "vesicles"),
    detail::sign("backs_of_hands_fissures", "fissures"),
    detail::sign("backs_of_hands_scaling", "scaling"),
    detail::sign("backs_of_hands_edema", "oedema"),
    detail::extent("backs_of_hands_extent")};
inline constexpr Item wrists[] = {
    detail::sign("wrists_erythema", "erythema"),
    detail::sign("wrists_induration_papulation", "induration or papulation"),
    detail::sign("wrists_vesicles", "vesicles"),
    detail::sign("wrists_fissures", "fissures"),
    detail::sign("wrists_scaling", "scaling"),
    detail::sign("wrists_edema", "oedema"),
    detail::extent("wrists_extent")};
inline constexpr Domain domains[] = {
    body_region("fingertips", "Fingertips", 1, fingertips, 72),
    body_region("fingers", "Fingers without tips", 1, fingers, 72),
    body_region("palms", "Palms", 1, palms, 72),
    body_region("backs_of_hands", "Backs of hands", 1, backs_of_hands, 72),
    body_region("wrists", "Wrists", 1, wrists, 72)};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 360}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("held_2005"), cite("oosterhaven_2020"),
                                              cite("oosterhaven_2020_summary"), cite("nct05682859"),
                                              cite("hecsi_manufacturer_page")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band oosterhaven_2020_bands[] = {
    {"clear", "Clear", from(0), below(1)},
    {"almost_clear", "Almost clear", from(1), below(17)},
    {"moderate", "Moderate", from(17), below(38)},
    {"severe", "Severe", from(38), below(117)},
    {"very_severe", "Very severe", from(117), up_to(360)}};
inline constexpr Band registration_bands[] = {
    {"clear", "Clear", from(0), below(1)},
    {"mild", "Mild", from(1), below(17)},
    {"moderate", "Moderate", from(17), below(38)},
    {"severe", "Severe", from(38), below(117)},
    {"very_severe", "Very severe", from(117), up_to(360)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "oosterhaven_2020",
     .title = "Oosterhaven 2020, n=294, photographic guide anchor (kappa 0.694)",
     .bands = oosterhaven_2020_bands,
     .evidence = {cite("oosterhaven_2020"), Confidence::high,
                  "the source has no band called \"mild\""},
     .is_default = true},
    {.id = "nct05682859",
     .title = "The same limits in a trial registration that calls 1-16 \"mild\"",
     .bands = registration_bands,
     .evidence = {cite("nct05682859"), Confidence::high, "wording variant"}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "sdc_41",
     .label = "at least 41 points better: beyond the smallest detectable change of 40.3",
     .basis = Basis::sdc,
     .value = 41,
     .population = "n=294; every important-change estimate was smaller",
     .evidence = {cite("oosterhaven_2020"), Confidence::high,
                  "not attainable from a baseline below 41"},
     .is_default = true,
     .eligible_from = 41},
    {.id = "hecsi_50",
     .label = "at least 50 % better",
     .basis = Basis::responder,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05682859"), Confidence::high}},
    {.id = "hecsi_75",
     .label = "at least 75 % better",
     .basis = Basis::responder,
     .value = 75,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05682859"), Confidence::high}},
    {.id = "hecsi_90",
     .label = "at least 90 % better",
     .basis = Basis::responder,
     .value = 90,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05682859"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Both hands are graded together for each location; grading left and right apart (0-720) is an "
    "error that cannot be compared with any paper.",
    "A location with extent 0 contributes 0 and its signs may be blank; a sign above 0 beside "
    "extent 0 is accepted with a warning and contributes 0.",
    "Reliability: intraclass correlation 0.79-0.84 between raters, 0.90 within (Held 2005)."};

inline constexpr Description description{
    Identity{.id = "hecsi",
             .title = "Hand Eczema Severity Index",
             .version = "Held 2005",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "Academic instrument; no licence text was found (unverified)."},
    Scoring{.min = 0,
            .max = 360,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: every extent, and every sign of an involved location"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One location, both hands together.
struct Location {
    Answer erythema{};
    Answer induration_papulation{};
    Answer vesicles{};
    Answer fissures{};
    Answer scaling{};
    Answer edema{};
    Answer extent{};  ///< grade 0-4; from a percentage: `hecsi::extent_from_percent.grade(30)`
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Location fingertips{};
    Location fingers{};
    Location palms{};
    Location backs_of_hands{};
    Location wrists{};

    static constexpr const Instrument& instrument() { return hecsi::instrument; }
    constexpr std::array<Answer, 35> in_order() const {
        std::array<Answer, 35> all;
        std::size_t i = 0;
        for (const Location& l : {fingertips, fingers, palms, backs_of_hands, wrists}) {
            for (Answer a : {l.erythema, l.induration_papulation, l.vesicles, l.fissures, l.scaling,
                             l.edema, l.extent}) {
                all[i++] = a;
            }
        }
        return all;
    }
};

// Worked example: 30 % x 5, 60 % x 6, 25 % x 7, 80 % x 3, wrists free.
inline constexpr Answers example{
    .fingertips = {1, 1, 1, 1, 1, 0, extent_from_percent.grade(30)},
    .fingers = {1, 1, 1, 1, 1, 1, extent_from_percent.grade(60)},
    .palms = {2, 1, 1, 1, 1, 1, extent_from_percent.grade(25)},
    .backs_of_hands = {1, 0, 0, 1, 1, 0, extent_from_percent.grade(80)},
    .wrists = {.extent = 0}};
static_assert(score(example).value() == Exact(47));

}  // namespace eczscore::hecsi
