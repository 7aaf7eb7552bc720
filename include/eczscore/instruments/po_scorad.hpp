// SPDX-License-Identifier: BSL-1.0
// PO-SCORAD and its objective part: the quantities of SCORAD, graded by the patient or a parent.
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::po_scorad {

// --- What is recorded ---------------------------------------------------------------------------

inline constexpr Item symptoms[] = {
    {.id = "pruritus", .label = "pruritus, 0-10 scale", .scale = measured(0, 10)},
    {.id = "sleep_loss", .label = "sleep loss, 0-10 scale", .scale = measured(0, 10)}};

/// Weights over 10, as in SCORAD: A x 2/10, B x 35/10, C x 10/10 (Barbarot 2024, EczemaPred).
inline constexpr Domain domains[] = {
    {"extent", "A extent", 2, eczscore::detail::scorad::extent, 20},
    {"intensity", "B intensity", 35, eczscore::detail::scorad::intensity, 63},
    {"symptoms", "C symptoms", 10, symptoms, 20}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 103}};

// --- Sources ------------------------------------------------------------------------------------

namespace detail {}
inline constexpr const Citation* sources[] = {cite("hurault_2022"), cite("barbarot_2024"),
                                              cite("review_2019")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band review_2019_bands[] = {{"clear", "Clear", from(0), below(10)},
                                             {"mild", "Mild", from(10), below(29)},
                                             {"moderate", "Moderate", from(29), below(49)},
                                             {"severe", "Severe", from(49), up_to(103)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "review_2019",
     .title = "Table of a review: limits made for SCORAD by Chopra 2017",
     .bands = review_2019_bands,
     .evidence = {cite("review_2019"), Confidence::high,
                  "the table exists; its limits were derived on clinicians' SCORAD, not on "
                  "PO-SCORAD, so this is no default; printed 0-9.9, 10-28.9, 29-48.9, 49-103"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text rights =
    "European Task Force on Atopic Dermatitis; application and pictures belong to a company-backed "
    "eczema foundation (unverified). No drawing, picture or wording is included.";
inline constexpr Text recall =
    "signs today; symptoms 2 to 3 days by version (48 hours in some, unverified)";
inline constexpr Text notes[] = {
    "Never merge a series with clinicians' SCORAD, nor patients' with parents': keep the rater "
    "beside the score.",
    "The reading period of the symptoms differs by version; record which was used.",
    "No bands were derived on PO-SCORAD; there is no default scheme.",
    "Correlation with SCORAD 0.87 in children of 2-6 years (Barbarot 2024).",
    "Half grades are refused, as in SCORAD."};

inline constexpr Description description{
    Identity{.id = "po_scorad",
             .title = "Patient-Oriented SCORAD",
             .version = "as SCORAD, by the patient or a parent",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .respondent_words = "patient or parent",
             .recall = recall,
             .rights = rights},
    Scoring{.min = 0,
            .max = 103,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all nine inputs"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
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

    static constexpr const Instrument& instrument() { return po_scorad::instrument; }
    constexpr std::array<Answer, 9> in_order() const {
        return {extent,          erythema, edema_papulation, oozing_crusting, excoriation,
                lichenification, dryness,  pruritus,         sleep_loss};
    }
};

// The arithmetic of SCORAD: A 40, B 11, C 12 -> 8 + 38.5 + 12.
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

}  // namespace eczscore::po_scorad

namespace eczscore::po_oscorad {

inline constexpr Domain domains[] = {
    {"extent", "A extent", 2, eczscore::detail::scorad::extent, 20},
    {"intensity", "B intensity", 35, eczscore::detail::scorad::intensity, 63}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 83}};
inline constexpr const Citation* sources[] = {cite("hurault_2022"), cite("barbarot_2024")};
inline constexpr Text notes[] = {
    "Reads the po_scorad_ columns; the two symptoms are not needed.",
    "Never merge a series with clinicians' objective SCORAD, nor patients' with parents'.",
    "No bands were published for it; those of objective SCORAD were made for clinicians."};

inline constexpr Description description{
    Identity{.id = "po_oscorad",
             .title = "Patient-Oriented SCORAD, objective part",
             .version = "as objective SCORAD, by the patient or a parent",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .respondent_words = "patient or parent",
             .recall = "today",
             .rights = po_scorad::rights},
    Scoring{.min = 0,
            .max = 83,
            .columns = "po_scorad",
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: extent and all six signs"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
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

    static constexpr const Instrument& instrument() { return po_oscorad::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {extent,      erythema,        edema_papulation, oozing_crusting,
                excoriation, lichenification, dryness};
    }
};

static_assert(score(Answers{.extent = 40,
                            .erythema = 2,
                            .edema_papulation = 2,
                            .oozing_crusting = 1,
                            .excoriation = 2,
                            .lichenification = 2,
                            .dryness = 2})
                  .value() == 46.5_x);

}  // namespace eczscore::po_oscorad
