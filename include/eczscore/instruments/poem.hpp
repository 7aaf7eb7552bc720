// SPDX-License-Identifier: BSL-1.0
// POEM, the Patient-Oriented Eczema Measure: seven items, days in the past week, 0 to 28.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::poem {

/// Days (item 2: nights) affected in the past week: 0 -> 0, 1-2 -> 1, 3-4 -> 2, 5-6 -> 3, 7 -> 4.
inline constexpr Item items[] = {
    {.id = "itch", .label = "itch, days", .scale = whole_points(0, 4)},
    {.id = "sleep", .label = "disturbed sleep, nights", .scale = whole_points(0, 4)},
    {.id = "bleeding", .label = "bleeding, days", .scale = whole_points(0, 4)},
    {.id = "weeping", .label = "weeping, days", .scale = whole_points(0, 4)},
    {.id = "cracking", .label = "cracking, days", .scale = whole_points(0, 4)},
    {.id = "flaking", .label = "flaking, days", .scale = whole_points(0, 4)},
    {.id = "dryness", .label = "dryness, days", .scale = whole_points(0, 4)}};
inline constexpr Domain domains[] = {{"total", "Seven items", 1, items, 28}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 28}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("charman_2004"), cite("charman_2013"), cite("vakharia_2018"), cite("silverberg_2018"),
    cite("kido_2020"),    cite("gaunt_2016"),   cite("howells_2018"),  cite("adolescents_2019"),
    cite("schram_2012"),  cite("poem_guidance")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band charman_2013_bands[] = {
    {"clear_or_almost_clear", "Clear or almost clear", from(0), below(3)},
    {"mild", "Mild", from(3), below(8)},
    {"moderate", "Moderate", from(8), below(17)},
    {"severe", "Severe", from(17), below(25)},
    {"very_severe", "Very severe", from(25), up_to(28)}};
inline constexpr Band vakharia_2018_bands[] = {{"mild", "Mild", from(0), below(8)},
                                               {"moderate", "Moderate", from(8), below(17)},
                                               {"severe", "Severe", from(17), up_to(28)}};
inline constexpr Band silverberg_2018_bands[] = {{"mild", "Mild", from(0), below(8)},
                                                 {"moderate", "Moderate", from(8), below(20)},
                                                 {"severe", "Severe", from(20), up_to(28)}};
inline constexpr Band kido_2020_bands[] = {
    {"clear_or_almost_clear", "Clear or almost clear", from(0), below(1)},
    {"mild", "Mild", from(1), below(9)},
    {"moderate", "Moderate", from(9), below(22)},
    {"severe_or_very_severe", "Severe or very severe", from(22), up_to(28)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "charman_2013",
     .title = "Charman 2013, 300 adults and 700 children, UK (kappa 0.46)",
     .bands = charman_2013_bands,
     .evidence = {cite("charman_2013"), Confidence::high},
     .is_default = true},
    {.id = "vakharia_2018",
     .title = "Vakharia 2018, 210 US adults in clinic (kappa 0.440)",
     .bands = vakharia_2018_bands,
     .evidence = {cite("vakharia_2018"), Confidence::high}},
    {.id = "silverberg_2018",
     .title = "Silverberg 2018, 602 US adults, population survey (kappa 0.409)",
     .bands = silverberg_2018_bands,
     .evidence = {cite("silverberg_2018"), Confidence::high}},
    {.id = "kido_2020",
     .title = "Kido-Nakahara 2020, 329 Japanese web respondents",
     .bands = kido_2020_bands,
     .evidence = {cite("kido_2020"), Confidence::high}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "responder_4",
     .label = "at least 4 points better",
     .basis = Basis::responder,
     .value = 4,
     .population = "adults with atopic dermatitis, within person",
     .evidence = {cite("adolescents_2019"), Confidence::medium, "as cited there"},
     .is_default = true},
    {.id = "poem_3",
     .label = "minimal important change in young children (anchors 2.89, 3.00 and 4.27)",
     .basis = Basis::mcid,
     .value = 3,
     .population = "young children, parent global anchor",
     .evidence = {cite("gaunt_2016"), Confidence::high}},
    {.id = "poem_6",
     .label = "responder for adolescents (recommended 6 to 8)",
     .basis = Basis::responder,
     .value = 6,
     .population = "12-17 years, dupilumab trial",
     .evidence = {.source = cite("adolescents_2019"),
                  .confidence = Confidence::medium,
                  .note =
                      "mean changes 5.6 and 8.2 seen; the recommendation \"6-8\" is from memory",
                  .from_memory = true}},
    {.id = "mcid_schram_2012",
     .label = "smallest important difference, IGA anchor",
     .basis = Basis::mcid,
     .value = 3.4_x,
     .population = "adults and children in trials",
     .evidence = {.source = cite("schram_2012"),
                  .confidence = Confidence::medium,
                  .note = "value from memory",
                  .from_memory = true}},
    {.id = "sdc_howells_2018",
     .label = "smallest detectable change (a change of 2 or less is noise)",
     .basis = Basis::sdc,
     .value = 2.13_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "probably_important_howells_2018",
     .label = "3 to 3.9: probably important",
     .basis = Basis::mcid,
     .value = 3,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "very_likely_important_howells_2018",
     .label = "4 and more: very likely important",
     .basis = Basis::mcid,
     .value = 4,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "gaunt_2016_between",
     .label = "between-patient anchor estimate",
     .basis = Basis::mcid,
     .value = 2.89_x,
     .population = "young children, parent global anchor",
     .evidence = {cite("gaunt_2016"), Confidence::high,
                  "a difference between patients; in whole points it asks for 3"}},
    {.id = "gaunt_2016_within",
     .label = "within-patient anchor estimate",
     .basis = Basis::mcid,
     .value = 4.27_x,
     .population = "young children, parent global anchor",
     .evidence = {cite("gaunt_2016"), Confidence::high}},
    {.id = "gaunt_2016_distribution_low",
     .label = "distribution estimate, lower end of 2.50 to 2.94",
     .basis = Basis::mcid,
     .value = 2.5_x,
     .population = "young children",
     .evidence = {cite("gaunt_2016"), Confidence::high,
                  "from the spread of the scores, not from what patients said"}},
    {.id = "gaunt_2016_distribution_high",
     .label = "distribution estimate, upper end of 2.50 to 2.94",
     .basis = Basis::mcid,
     .value = 2.94_x,
     .population = "young children",
     .evidence = {cite("gaunt_2016"), Confidence::high,
                  "from the spread of the scores, not from what patients said"}},
    {.id = "howells_2018_patient_low",
     .label = "anchor estimates by patients or parents, 3.09 to 6.13, lower end",
     .basis = Basis::mcid,
     .value = 3.09_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "howells_2018_patient_high",
     .label = "anchor estimates by patients or parents, 3.09 to 6.13, upper end",
     .basis = Basis::mcid,
     .value = 6.13_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "howells_2018_investigator_low",
     .label = "anchor estimates by investigators, 3.23 to 5.38, lower end",
     .basis = Basis::mcid,
     .value = 3.23_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "howells_2018_investigator_high",
     .label = "anchor estimates by investigators, 3.23 to 5.38, upper end",
     .basis = Basis::mcid,
     .value = 5.38_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high}},
    {.id = "howells_2018_half_sd",
     .label = "distribution estimate, 0.5 standard deviations",
     .basis = Basis::mcid,
     .value = 2.68_x,
     .population = "300 children, moderate to severe",
     .evidence = {cite("howells_2018"), Confidence::high,
                  "from the spread of the scores, not from what patients said"}},
    {.id = "adolescents_2019_little_better",
     .label = "mean change of those who were a little better",
     .basis = Basis::mcid,
     .value = 5.6_x,
     .population = "12-17 years, dupilumab trial",
     .evidence = {cite("adolescents_2019"), Confidence::high}},
    {.id = "adolescents_2019_easi_50_74",
     .label = "mean change of those with an EASI response of 50 to 74 %",
     .basis = Basis::mcid,
     .value = 8.2_x,
     .population = "12-17 years, dupilumab trial",
     .evidence = {cite("adolescents_2019"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "One unanswered item counts 0 and the total stays out of 28; two or more leave it unscored.",
    "Of two ticks the higher counts (medium confidence: seen for a sister instrument of the "
    "owner); "
    "a mark between two boxes is a blank (no rule seen, unverified).",
    "Howells 2018 also gives 1.07 points, 0.2 standard deviations. It is no threshold here: it is "
    "within the 2.13 points that the same study calls noise.",
    "Do not make a POEM out of a daily diary: in 247 patients the recalled score was 1.2 points "
    "lower on average, with about 5.7 points of noise (Duverdier 2024)."};

inline constexpr Description description{
    Identity{.id = "poem",
             .title = "Patient-Oriented Eczema Measure",
             .version = "2004",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .recall = "past week",
             .rights =
                 "(c) University of Nottingham. Non-commercial use is free (the owner asks to be "
                 "told); commercial use needs a per-patient licence since September 2022. No item "
                 "wording is included."},
    Scoring{.min = 0,
            .max = 28,
            .several_ticks = MarkRule::highest,
            .between_boxes = MarkRule::blank,
            .forms = forms,
            .missing = {.allowed = 1,
                        .evidence = {cite("poem_guidance"), Confidence::high},
                        .text = "exactly one unanswered item counts 0; two or more: not scored"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer itch{};
    Answer sleep{};
    Answer bleeding{};
    Answer weeping{};
    Answer cracking{};
    Answer flaking{};
    Answer dryness{};

    static constexpr const Instrument& instrument() { return poem::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {itch, sleep, bleeding, weeping, cracking, flaking, dryness};
    }
};

// Worked example: 4, 3, 1, 2, 2, 3, 4; with item 3 blank it is 18, one imputed.
inline constexpr Answers example{
    .itch = 4, .sleep = 3, .bleeding = 1, .weeping = 2, .cracking = 2, .flaking = 3, .dryness = 4};
static_assert(score(example).value() == Exact(19));

}  // namespace eczscore::poem
