// SPDX-License-Identifier: BSL-1.0
// SCORAD, Scoring Atopic Dermatitis: A/5 + 7B/2 + C (extent, intensity, symptoms).
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::scorad {

// --- What is recorded ---------------------------------------------------------------------------

/// C: average of the last three days or nights, 0-10, by the patient (a parent for small children).
inline constexpr Item symptoms[] = {
    {.id = "pruritus", .label = "pruritus, 0-10 scale, 3-day average", .scale = measured(0, 10)},
    {.id = "sleep_loss",
     .label = "sleep loss, 0-10 scale, 3-night average",
     .scale = measured(0, 10)}};

/// Weights over 10: A x 2/10, B x 35/10, C x 10/10 (Oranje 2011).
inline constexpr Domain domains[] = {
    {"extent", "A extent", 2, eczscore::detail::scorad::extent, 20},
    {"intensity", "B intensity", 35, eczscore::detail::scorad::intensity, 63},
    {"symptoms", "C symptoms", 10, symptoms, 20}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 103}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("etfad_1993"),      cite("oranje_2007"),
    cite("oranje_2011"),     cite("chopra_2017"),
    cite("barbarot_2024"),   cite("schram_2012"),
    cite("silverberg_2021"), cite("public_scorad_calculator"),
    cite("patient_page")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band classic_bands[] = {{"mild", "Mild", from(0), below(25)},
                                         {"moderate", "Moderate", from(25), up_to(50)},
                                         {"severe", "Severe", above(50), up_to(103)}};
inline constexpr Band severe_from_50_bands[] = {{"mild", "Mild", from(0), below(25)},
                                                {"moderate", "Moderate", from(25), below(50)},
                                                {"severe", "Severe", from(50), up_to(103)}};
inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), below(10)},
                                             {"mild", "Mild", from(10), below(29)},
                                             {"moderate", "Moderate", from(29), below(49)},
                                             {"severe", "Severe", from(49), up_to(103)}};
inline constexpr Band barbarot_2024_bands[] = {
    {"clear_or_almost_clear", "Clear or almost clear", from(0), below(12)},
    {"mild", "Mild", from(12), below(25)},
    {"moderate_or_severe", "Moderate or severe", from(25), up_to(103)}};
inline constexpr Band patient_page_bands[] = {{"mild", "Mild", from(0), below(20)},
                                              {"moderate", "Moderate", from(20), up_to(40)},
                                              {"severe", "Severe", above(40), up_to(103)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "oranje_2007",
     .title = "Classic ETFAD bands after Oranje 2007; 50.0 is moderate",
     .bands = classic_bands,
     .evidence = {cite("oranje_2007"), Confidence::medium,
                  "quoted second-hand; inclusiveness at 25 and 50 not checked in the paper"},
     .is_default = true},
    {.id = "severe_from_50",
     .title = "Classic bands in the variant that calls 50.0 severe",
     .bands = severe_from_50_bands,
     .evidence = {cite("public_scorad_calculator"), Confidence::high,
                  "the variant exists in a public calculator; no paper prints it"}},
    {.id = "chopra_2017",
     .title = "Chopra 2017, 13 years and over, anchored on a 4-grade IGA (kappa 0.68)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0-9.9, 10.0-28.9, 29.0-48.9, 49.0-103; gaps closed below the printed "
                  "lower end"}},
    {.id = "barbarot_2024",
     .title = "Barbarot 2024, 335 children of 2-6 years (kappa 0.68)",
     .bands = barbarot_2024_bands,
     .evidence = {cite("barbarot_2024"), Confidence::high, "25 belongs to the upper band"},
     .ages = {.from_months = 24, .below_months = 84}},
    {.id = "patient_page",
     .title = "Limits of a patient-education page, without derivation",
     .bands = patient_page_bands,
     .evidence = {cite("patient_page"), Confidence::high,
                  "the page exists; its limits have no derivation and must not be a default"}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "scorad_35",
     .label = "at least 35 % better: minimal important change at any baseline",
     .basis = Basis::mcid,
     .value = 35,
     .unit = ThresholdUnit::percent,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high},
     .is_default = true},
    {.id = "mcid_schram_2012",
     .label = "smallest important difference, 1-grade IGA anchor",
     .basis = Basis::mcid,
     .value = 8.7_x,
     .population = "trials",
     .evidence = {cite("schram_2012"), Confidence::medium, "value seen second-hand"}},
    {.id = "mic_silverberg_2021_pga",
     .label = "absolute minimal important change, PGA anchor",
     .basis = Basis::mcid,
     .value = 19.9_x,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "mic_silverberg_2021_viga",
     .label = "absolute minimal important change, vIGA-AD anchor",
     .basis = Basis::mcid,
     .value = 14.9_x,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "scorad_50",
     .label = "at least 50 % better",
     .basis = Basis::responder,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}},
    {.id = "scorad_75",
     .label = "at least 75 % better",
     .basis = Basis::responder,
     .value = 75,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}},
    {.id = "scorad_90",
     .label = "at least 90 % better",
     .basis = Basis::responder,
     .value = 90,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Any blank leaves SCORAD unscored; objective SCORAD does without the two symptoms.",
    "Half grades are not part of SCORAD and are refused.",
    "The extent may come from the body chart (scorad_extent); under 2 years its weights total 96, "
    "so a fully covered infant reaches 102.2.",
    "The symptoms are averages of three days or nights, not worst values or weekly means; the NRS "
    "4-point responder rule does not apply to them."};

inline constexpr Description description{
    Identity{.id = "scorad",
             .title = "Scoring Atopic Dermatitis",
             .version = "ETFAD 1993, 1997",
             .respondent = Respondent::clinician | Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 3,
             .respondent_words = "clinician and patient",
             .recall = "signs today, symptoms 3 days",
             .rights = eczscore::detail::scorad::rights},
    Scoring{.min = 0,
            .max = 103,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all nine inputs"}},
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
    Answer pruritus{};    ///< 0-10
    Answer sleep_loss{};  ///< 0-10

    static constexpr const Instrument& instrument() { return scorad::instrument; }
    constexpr std::array<Answer, 9> in_order() const {
        return {extent,          erythema, edema_papulation, oozing_crusting, excoriation,
                lichenification, dryness,  pruritus,         sleep_loss};
    }
};

// Worked example: A 40, B 11, C 12 -> 8 + 38.5 + 12.
inline constexpr Answers example{.extent = 40,
                                 .erythema = 2,
                                 .edema_papulation = 2,
                                 .oozing_crusting = 1,
                                 .excoriation = 2,
                                 .lichenification = 2,
                                 .dryness = 2,
                                 .pruritus = 6.5,
                                 .sleep_loss = 5.5};
static_assert(score(example).value() == 58.5_x);

}  // namespace eczscore::scorad
