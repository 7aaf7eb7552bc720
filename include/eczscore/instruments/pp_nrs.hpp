// SPDX-License-Identifier: BSL-1.0
// Peak Pruritus NRS: worst itch in 24 hours, 0-10, daily; the score is the weekly mean.
#pragma once

#include "eczscore/instruments/detail/diary_week.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/rounding.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pp_nrs {

// --- Sources ------------------------------------------------------------------------------------

namespace detail {
using namespace eczscore::detail::diary;
using eczscore::detail::sources::vakharia_2018;
}  // namespace detail
inline constexpr Citation yosipovitch_2019{"yosipovitch_2019",
                                           "Yosipovitch G et al. Br J Dermatol 2019",
                                           "10.1111/bjd.17744", "30729499", "seen"};
inline constexpr Citation true_ad{"true_ad", "TRuE-AD trials, pooled abstract", "", "",
                                  "abstract seen"};
inline constexpr Citation pgis_link{"wp_nrs_pgis",
                                    "Worst-pruritus NRS linked to PGIS, 769 adults and 113 "
                                    "adolescents",
                                    "", "", "abstract seen"};
inline constexpr Citation itchyquant_2017_paper{"itchyquant_2017",
                                                "ItchyQuant. J Invest Dermatol 2017",
                                                "10.1016/j.jid.2016.06.633", "27521593", "seen"};
inline constexpr Citation rams_2024{
    "rams_2024", "Rams et al. Adv Ther 2024 (lebrikizumab phase 2b)", "", "", "seen"};
inline constexpr Citation breeze_2021{"silverberg_2021_breeze",
                                      "Silverberg JI et al. Health Qual Life Outcomes 2021 "
                                      "(BREEZE-AD1, 2, 5)",
                                      "10.1186/s12955-021-01877-8", "", "seen"};
inline constexpr Citation riepe_2019{"riepe_2019", "Riepe et al. Acta Derm Venereol 2019",
                                     "10.2340/00015555-3332", "", "seen"};
inline constexpr Citation sources[] = {
    yosipovitch_2019, detail::vakharia_2018, pgis_link, itchyquant_2017_paper, true_ad,
    rams_2024,        breeze_2021,           riepe_2019};

// --- Bands, on the unrounded weekly mean --------------------------------------------------------

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
inline constexpr BandScheme band_schemes[] = {
    {.id = "vakharia_2018",
     .title = "Vakharia 2018, 210 adults with atopic dermatitis (kappa 0.499)",
     .bands = vakharia_2018_bands,
     .evidence = {&detail::vakharia_2018, Confidence::high, false,
                  "printed 0-3, 4-6, 7-10; 0 is inside \"mild\""},
     .is_default = true},
    {.id = "wp_nrs_pgis",
     .title = "Equipercentile link to PGIS, 769 adults and 113 adolescents",
     .bands = pgis_bands,
     .evidence = {&pgis_link, Confidence::high, false, "printed 0, 1-2, 3, 4-7, 8-10"}},
    {.id = "itchyquant_2017",
     .title = "ItchyQuant 2017, 76 adults with chronic pruritus (weighted kappa 0.69)",
     .bands = itchyquant_2017_bands,
     .evidence = {&itchyquant_2017_paper, Confidence::high, false, "printed 0, 1-3, 4-7, 8-10"}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "nrs_4",
     .label = "weekly mean at least 4 points better; asked from a baseline of 4",
     .basis = Basis::responder,
     .value = 4,
     .population = "adults, moderate to severe",
     .evidence = {&true_ad, Confidence::high, false, "eligibility seen there"},
     .is_default = true,
     .eligible_from = 4},
    {.id = "nrs_3",
     .label = "weekly mean at least 3 points better; asked from a baseline of 3",
     .basis = Basis::responder,
     .value = 3,
     .population = "adults",
     .evidence = {&rams_2024, Confidence::medium, false,
                  "the 3 points were seen; the eligibility is from memory, unverified"},
     .eligible_from = 3},
    {.id = "nrs_2",
     .label = "weekly mean at least 2 points better; asked from a baseline of 2",
     .basis = Basis::responder,
     .value = 2,
     .population = "adults",
     .evidence = {&yosipovitch_2019, Confidence::medium, false,
                  "the 2 points were seen; the eligibility is from memory, unverified"},
     .eligible_from = 2},
    {.id = "mcid_yosipovitch_2019_low",
     .label = "within-person responder range 2 to 4, lower end",
     .basis = Basis::mcid,
     .value = 2,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {&yosipovitch_2019, Confidence::high, false, ""}},
    {.id = "mcid_yosipovitch_2019_high",
     .label = "within-person responder range 2 to 4, upper end",
     .basis = Basis::mcid,
     .value = 4,
     .population = "adults, moderate to severe, dupilumab trials",
     .evidence = {&yosipovitch_2019, Confidence::high, false, ""}},
    {.id = "mcid_breeze_4",
     .label = "within-person change of 4.0",
     .basis = Basis::mcid,
     .value = 4,
     .population = "adults, BREEZE-AD1, 2 and 5 (itch NRS)",
     .evidence = {&breeze_2021, Confidence::high, false, ""}},
    {.id = "itch_free",
     .label = "weekly mean of 0",
     .basis = Basis::target,
     .value = 0,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, false, "trial practice"}},
    {.id = "itch_0_1",
     .label = "weekly mean of 1.0 or less",
     .basis = Basis::target,
     .value = 1,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, false, "trial practice"}},
    {.id = "mcid_rams_2024",
     .label = "within-person change of 3",
     .basis = Basis::mcid,
     .value = 3,
     .population = "lebrikizumab phase 2b, a \"Pruritus NRS\": the same concept of another owner",
     .evidence = {&rams_2024, Confidence::high, false, ""}},
    {.id = "mcid_chronic_pruritus_low",
     .label = "2 to 3 points, lower end; depends on the baseline",
     .basis = Basis::mcid,
     .value = 2,
     .population = "chronic pruritus of several causes, not atopic dermatitis alone",
     .evidence = {&riepe_2019, Confidence::high, false,
                  "and Reich 2016, as cited; the same range for VAS and NRS"}},
    {.id = "mcid_chronic_pruritus_high",
     .label = "2 to 3 points, upper end; depends on the baseline",
     .basis = Basis::mcid,
     .value = 3,
     .population = "chronic pruritus of several causes, not atopic dermatitis alone",
     .evidence = {&riepe_2019, Confidence::high, false,
                  "and Reich 2016, as cited; the same range for VAS and NRS"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Seven consecutive days, oldest first. At least 4 must be present (medium confidence: a trial "
    "convention whose sentence could not be found); the mean is over the days present.",
    "No day is imputed or carried forward. Two entries on one day are refused.",
    "Worst itch, not average itch: some pages describe this scale with the wrong question."};

inline constexpr Instrument instrument = checked(
    {.id = "pp_nrs",
     .title = "Peak Pruritus NRS, weekly mean of daily ratings",
     .version = "24-hour worst itch, NRS-11",
     .respondent = "patient (adult or adolescent)",
     .recall = "24 hours, daily",
     .min = 0,
     .max = 10,
     .forms = detail::forms,
     .missing = detail::four_of_seven,
     .bands = band_schemes,
     .thresholds = thresholds,
     .sources = sources,
     .rights = "A generic 0-10 rating is free; the branded wording belongs to Regeneron/Sanofi "
               "(medium confidence). No wording is included.",
     .notes = notes});

using Answers = DiaryWeek<instrument>;

// Worked example: 4, 3, -, 4, 4, -, 3 is 18 over 5 days.
static_assert(score(Answers{.days = {4, 3, {}, 4, 4, {}, 3}}).value() == 3.6_x);

/// The alternative to the threshold `itch_0_1`: the weekly mean rounded to a whole number, halves
/// up, is below 2 (trial practice, medium confidence).
constexpr Response itch_0_1_rounded(const Score& week) {
    if (!week.is_scored()) return Response::not_evaluable;
    return rounded_to(week, 0).value() < Exact(2) ? Response::yes : Response::no;
}

}  // namespace eczscore::pp_nrs
