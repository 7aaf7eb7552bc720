// SPDX-License-Identifier: BSL-1.0
// What the single-item itch scales share: bands of a 0-10 rating, responders, sources.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/rounding.hpp"

namespace eczscore::detail::itch {

// --- Sources ------------------------------------------------------------------------------------

// --- Bands of a 0-10 rating, half-open on the unrounded weekly mean -----------------------------

inline constexpr Band vakharia_2018_bands[] = {{"mild", "Mild", from(0), below(4)},
                                               {"moderate", "Moderate", from(4), below(7)},
                                               {"severe", "Severe", from(7), up_to(10)}};
inline constexpr Band pgis_bands[] = {{"absent", "Absent", from(0), below(1)},
                                      {"minimal", "Minimal", from(1), below(3)},
                                      {"mild", "Mild", from(3), below(4)},
                                      {"moderate", "Moderate", from(4), below(8)},
                                      {"severe", "Severe", from(8), up_to(10)}};
inline constexpr Band itchyquant_2017_bands[] = {{"none", "None", from(0), below(1)},
                                                 {"mild", "Mild", from(1), below(4)},
                                                 {"moderate", "Moderate", from(4), below(8)},
                                                 {"severe", "Severe", from(8), up_to(10)}};

consteval BandScheme by_vakharia_2018(bool is_default) {
    return {.id = "vakharia_2018",
            .title = "Vakharia 2018, 210 adults with atopic dermatitis (kappa 0.499)",
            .bands = vakharia_2018_bands,
            .evidence = {cite("vakharia_2018"), Confidence::high,
                         "printed 0-3, 4-6, 7-10; 0 is inside \"mild\""},
            .is_default = is_default};
}
consteval BandScheme by_itchyquant_2017(bool is_default) {
    return {.id = "itchyquant_2017",
            .title = "ItchyQuant 2017, 76 adults with chronic pruritus (weighted kappa 0.69)",
            .bands = itchyquant_2017_bands,
            .evidence = {cite("itchyquant_2017"), Confidence::high, "printed 0, 1-3, 4-7, 8-10"},
            .is_default = is_default};
}
/// The editions for a rating of the worst itch.
inline constexpr BandScheme worst_itch_bands[] = {
    by_vakharia_2018(true),
    {.id = "wp_nrs_pgis",
     .title = "Equipercentile link to PGIS, 769 adults and 113 adolescents",
     .bands = pgis_bands,
     .evidence = {cite("silverberg_2022"), Confidence::high, "printed 0, 1-2, 3, 4-7, 8-10"}},
    by_itchyquant_2017(false)};

// --- Change that matters, on unrounded weekly means ---------------------------------------------

/// A responder of trials: this many points better, asked from a baseline of as many.
consteval Threshold responder(int points, Text population, Evidence evidence) {
    constexpr Text ids[] = {"nrs_2", "nrs_3", "nrs_4"};
    constexpr Text labels[] = {"weekly mean at least 2 points better; asked from a baseline of 2",
                               "weekly mean at least 3 points better; asked from a baseline of 3",
                               "weekly mean at least 4 points better; asked from a baseline of 4"};
    return {.id = ids[points - 2],
            .label = labels[points - 2],
            .basis = Basis::responder,
            .value = points,
            .population = population,
            .evidence = evidence,
            .is_default = points == 4,
            .eligible_from = points};
}
/// Where nothing was published for the scale itself.
inline constexpr Evidence convention_of_worst_itch{
    nullptr, Confidence::low, "the responder of worst-itch trials; none was seen for this scale"};

inline constexpr Threshold mcid_rams_2024{
    .id = "mcid_rams_2024",
    .label = "within-person change of 3",
    .basis = Basis::mcid,
    .value = 3,
    .population = "lebrikizumab phase 2b, a \"Pruritus NRS\": worst itch, another owner's scale",
    .evidence = {cite("rams_2024"), Confidence::high}};
inline constexpr Threshold mcid_breeze{
    .id = "mcid_breeze_4",
    .label = "within-person change of 4.0",
    .basis = Basis::mcid,
    .value = 4,
    .population = "adults, BREEZE-AD1, 2 and 5 (itch NRS)",
    .evidence = {cite("silverberg_2021_breeze"), Confidence::high}};
inline constexpr Threshold chronic_low{
    .id = "mcid_chronic_pruritus_low",
    .label = "2 to 3 points, lower end; depends on the baseline",
    .basis = Basis::mcid,
    .value = 2,
    .population = "chronic pruritus of several causes, not atopic dermatitis alone",
    .evidence = {cite("riepe_2019"), Confidence::high,
                 "and Reich 2016, as cited; the same range for VAS and NRS"}};
inline constexpr Threshold chronic_high{
    .id = "mcid_chronic_pruritus_high",
    .label = "2 to 3 points, upper end; depends on the baseline",
    .basis = Basis::mcid,
    .value = 3,
    .population = "chronic pruritus of several causes, not atopic dermatitis alone",
    .evidence = {cite("riepe_2019"), Confidence::high,
                 "and Reich 2016, as cited; the same range for VAS and NRS"}};
inline constexpr Threshold itch_free{.id = "itch_free",
                                     .label = "weekly mean of 0",
                                     .basis = Basis::target,
                                     .value = 0,
                                     .population = "trials",
                                     .evidence = {nullptr, Confidence::medium, "trial practice"}};
inline constexpr Threshold itch_0_1{.id = "itch_0_1",
                                    .label = "weekly mean of 1.0 or less",
                                    .basis = Basis::target,
                                    .value = 1,
                                    .population = "trials",
                                    .evidence = {nullptr, Confidence::medium, "trial practice"}};

/// The alternative to the threshold `itch_0_1`: the weekly mean rounded to a whole number, halves
/// up, is below 2 (trial practice, medium confidence).
constexpr Response itch_0_1_rounded(const Score& week) {
    if (!week.is_scored()) return Response::not_evaluable;
    return rounded_to(week, 0).value() < Exact(2) ? Response::yes : Response::no;
}

// --- What the diaries say -----------------------------------------------------------------------

inline constexpr Text week_note =
    "Seven consecutive days, oldest first. At least 4 must be present (medium confidence: a trial "
    "convention whose sentence could not be found); the mean is over the days present.";
inline constexpr Text no_day_note =
    "No day is imputed or carried forward. Two entries on one day are refused.";
inline constexpr Text branded_rights =
    "A generic 0-10 rating is free; branded wordings belong to their owners (medium confidence). "
    "No wording is included.";

}  // namespace eczscore::detail::itch
