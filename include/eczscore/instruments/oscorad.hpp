// SPDX-License-Identifier: BSL-1.0
// Objective SCORAD: A/5 + 7B/2, SCORAD without the two symptoms.
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::oscorad {

/// Weights over 10: A x 2/10, B x 35/10 (Oranje 2011).
inline constexpr Domain domains[] = {
    {"extent", "A extent", 2, eczscore::detail::scorad::extent, 20},
    {"intensity", "B intensity", 35, eczscore::detail::scorad::intensity, 63}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 83}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("etfad_1993"),  cite("oranje_2007"),  cite("oranje_2011"),    cite("chopra_2017"),
    cite("schram_2012"), cite("hurault_2018"), cite("silverberg_2021")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band classic_bands[] = {{"mild", "Mild", from(0), below(15)},
                                         {"moderate", "Moderate", from(15), up_to(40)},
                                         {"severe", "Severe", above(40), up_to(83)}};
inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), below(8)},
                                             {"mild", "Mild", from(8), below(24)},
                                             {"moderate", "Moderate", from(24), below(38)},
                                             {"severe", "Severe", from(38), up_to(83)}};
inline constexpr Band hurault_2018_bands[] = {
    {"clear", "Clear", from(0), up_to(3.5_x)},
    {"almost_clear", "Almost clear", above(3.5_x), up_to(16)},
    {"mild", "Mild", above(16), up_to(30)},
    {"moderate", "Moderate", above(30), up_to(46.5_x)},
    {"severe", "Severe", above(46.5_x), up_to(61)},
    {"very_severe", "Very severe", above(61), up_to(83)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "oranje_2007",
     .title = "Classic objective bands after Oranje 2007; 40.0 is moderate",
     .bands = classic_bands,
     .evidence = {cite("oranje_2007"), Confidence::medium,
                  "quoted second-hand; inclusiveness at 15 and 40 not checked in the paper"},
     .is_default = true},
    {.id = "chopra_2017",
     .title = "Chopra 2017, 13 years and over, anchored on a 4-grade IGA (kappa 0.70)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0-7.9, 8.0-23.9, 24.0-37.9, 38.0-83; gaps closed below the printed "
                  "lower end; \"clear\" is above 0 because dryness scores"}},
    {.id = "hurault_2018",
     .title = "Hurault 2018, cut-points where a fitted 6-point IGA crosses half grades",
     .bands = hurault_2018_bands,
     .evidence = {cite("hurault_2018"), Confidence::medium,
                  "model cut-points, not a validated banding"}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "oscorad_35",
     .label = "at least 35 % better: minimal important change at any baseline",
     .basis = Basis::mcid,
     .value = 35,
     .unit = ThresholdUnit::percent,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high},
     .is_default = true},
    {.id = "mcid_schram_2012",
     .label = "smallest important difference",
     .basis = Basis::mcid,
     .value = 8.2_x,
     .population = "trials",
     .evidence = {.source = cite("schram_2012"),
                  .confidence = Confidence::low,
                  .note = "value from memory",
                  .from_memory = true}},
    {.id = "mic_silverberg_2021_low",
     .label = "absolute minimal important change, the lower of two anchors",
     .basis = Basis::mcid,
     .value = 15.5_x,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "mic_silverberg_2021_high",
     .label = "absolute minimal important change, the higher of two anchors",
     .basis = Basis::mcid,
     .value = 17.4_x,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Reads the scorad_ columns; the two symptoms are not needed.",
    "An optional +10 points for severe disfiguring eczema of face and hands was published and is "
    "hardly used; it is not applied here."};

inline constexpr Description description{
    Identity{.id = "oscorad",
             .title = "Objective SCORAD",
             .version = "ETFAD 1993, 1997",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = eczscore::detail::scorad::rights},
    Scoring{.min = 0,
            .max = 83,
            .columns = "scorad",
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: extent and all six signs"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer extent{};  ///< percent of body surface, 0-100
    Answer erythema{};
    Answer edema_papulation{};
    Answer oozing_crusting{};
    Answer excoriation{};
    Answer lichenification{};
    Answer dryness{};

    static constexpr const Instrument& instrument() { return oscorad::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {extent,      erythema,        edema_papulation, oozing_crusting,
                excoriation, lichenification, dryness};
    }
};

// Worked example: A 40, B 11 -> 8 + 38.5.
inline constexpr Answers example{.extent = 40,
                                 .erythema = 2,
                                 .edema_papulation = 2,
                                 .oozing_crusting = 1,
                                 .excoriation = 2,
                                 .lichenification = 2,
                                 .dryness = 2};
static_assert(score(example).value() == 46.5_x);

}  // namespace eczscore::oscorad

namespace eczscore::oscorad_with_bonus {

/// The alternative with the optional 10 points for severe disfiguring eczema of face and hands, an
/// answer of its own: 0 to 93 (Oranje 2011), hardly ever applied in trials, and so neither banded
/// nor judged.
inline constexpr Word bonus_words[] = {{"yes", 1}, {"no", 0}};
inline constexpr Item bonus[] = {{.id = "severe_face_hands",
                                  .label = "severe disfiguring eczema of face and hands, yes or no",
                                  .scale = whole_points(0, 1),
                                  .words = bonus_words}};
inline constexpr Domain domains[] = {
    oscorad::domains[0], oscorad::domains[1], {"bonus", "Bonus", 100, bonus, 10}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 93}};

inline constexpr Text notes[] = {
    "Reads the scorad_ columns; the two symptoms are not needed.",
    "Not comparable with objective SCORAD: its bands and thresholds were made for 0 to 83.",
    "The extra points were published and are hardly ever applied in trials; ask for them by name."};

namespace detail {
consteval Description described(List<Form> forms) {
    Description with = oscorad::instrument;
    with.id = "oscorad_with_bonus";
    with.title = "Objective SCORAD with the optional 10 points";
    with.max = 93;
    with.forms = forms;
    with.missing.text = "none: extent, all six signs and the bonus";
    with.bands = {};
    with.thresholds = {};
    with.notes = notes;
    return with;
}
}  // namespace detail
/// A template, so that only programs which name `instrument<>` pay for its proof.
template <const auto& asked = forms>
inline constexpr Description description = detail::described(asked);
template <const auto& asked = forms>
inline constexpr Instrument instrument = checked<description<asked>>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer extent{};  ///< percent of body surface, 0-100
    Answer erythema{};
    Answer edema_papulation{};
    Answer oozing_crusting{};
    Answer excoriation{};
    Answer lichenification{};
    Answer dryness{};
    Answer severe_face_hands{};  ///< 1 yes, 0 no

    static constexpr const Instrument& instrument() { return oscorad_with_bonus::instrument<>; }
    constexpr std::array<Answer, 8> in_order() const {
        return {extent,      erythema,        edema_papulation, oozing_crusting,
                excoriation, lichenification, dryness,          severe_face_hands};
    }
};

}  // namespace eczscore::oscorad_with_bonus
