// SPDX-License-Identifier: BSL-1.0
// What the ways to measure the involved body surface share: parts, bands, cut-offs, traps.
#pragma once

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::bsa {

// --- Parts of the body --------------------------------------------------------------------------

/// How much of one part of the body is involved.
consteval Item involved(Text id, Text label) {
    return {.id = id, .label = label, .scale = measured(0, 100)};
}
/// A part of the body, or a pair of parts of the same size. `tenths`: the share of each in tenths
/// of a percent of the body. Percentages of percentages, so the forms' denominator is 1000.
consteval Domain part(Text id, Text label, int tenths, List<Item> items) {
    return {.id = id,
            .label = label,
            .weight = tenths,
            .items = items,
            .max = Exact::ratio(tenths * static_cast<int>(items.size()), 10)};
}

// --- Sources ------------------------------------------------------------------------------------

// --- Bands and cut-offs -------------------------------------------------------------------------

inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), up_to(0)},
                                             {"mild", "Mild", above(0), below(16)},
                                             {"moderate", "Moderate", from(16), below(40)},
                                             {"severe", "Severe", from(40), up_to(100)}};
inline constexpr Band psoriasis_bands[] = {{"mild", "Mild", from(0), below(3)},
                                           {"moderate", "Moderate", from(3), up_to(10)},
                                           {"severe", "Severe", above(10), up_to(100)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "chopra_2017",
     .title = "Chopra 2017, atopic dermatitis, 13 years and over (kappa 0.66)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0, 0.1-15.9, 16.0-39.9, 40.0-100; gaps closed below the printed lower "
                  "end, so 15.95 is mild"},
     .is_default = true},
    {.id = "aad_npf_psoriasis",
     .title = "Psoriasis, US: less than 3, 3 to 10, more than 10",
     .bands = psoriasis_bands,
     .evidence = {cite("aad_npf"), Confidence::medium, "for psoriasis, not for eczema"}}};
inline constexpr Threshold thresholds[] = {
    {.id = "psoriasis_mrowietz_2011",
     .label = "more than 10 %: one route to moderate-to-severe psoriasis",
     .basis = Basis::cut,
     .value = 10,
     .strictly = true,
     .population = "psoriasis, European consensus",
     .evidence = {cite("mrowietz_2011"), Confidence::high, "for psoriasis, not for eczema"}}};

// --- What is the same for every method ----------------------------------------------------------

inline constexpr Text methods_differ =
    "The method belongs to the result: handprints, rule of nines, Lund-Browder, regions and the "
    "SCORAD chart differ on the same skin, so one course keeps one method.";
inline constexpr Text no_mcid =
    "No important difference was found for atopic dermatitis; the psoriasis limits are for "
    "psoriasis.";
inline constexpr Text rights =
    "Anatomical tables are taken to be in the public domain (unverified).";
inline constexpr MissingRule every_part{
    .evidence = {nullptr, Confidence::medium,
                 "no published rule was found, so nothing is replaced"},
    .text = "none: every part of the body"};

/// How a method differs from the others.
struct Method {
    Text id;
    Text title;
    Text version;
    List<Form> forms;
    List<const Citation*> sources;
    List<Text> notes;
};
consteval Description described(const Method& method) {
    return {Identity{.id = method.id,
                     .title = method.title,
                     .version = method.version,
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = rights},
            Scoring{.min = 0, .max = 100, .forms = method.forms, .missing = every_part},
            Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = method.notes},
            Provenance{.sources = method.sources}};
}

}  // namespace eczscore::detail::bsa
