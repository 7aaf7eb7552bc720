// SPDX-License-Identifier: BSL-1.0
// EASI, the Eczema Area and Severity Index: four regions, each area grade x sum of four signs.
#pragma once

#include <array>

#include "eczscore/instruments/detail/easi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::easi {

// --- What is graded -----------------------------------------------------------------------------

/// Signs and area grades as the relatives of EASI have them too: see the detail headers.
using eczscore::detail::easi::sign;
using eczscore::detail::easi::sign_levels;
inline constexpr const auto& area_limits = eczscore::detail::area::limits;
inline constexpr const PercentGrades& area_from_percent = eczscore::detail::area::from_percent;

namespace detail {

using eczscore::detail::easi::graded;
consteval Item area(Text id) { return eczscore::detail::area::grade(id); }

/// The items and age forms for one scale of signs.
template <const Scale& signs>
struct Forms {
    static constexpr Item head_neck[] = {
        graded("head_neck_erythema", "erythema", signs),
        graded("head_neck_edema_papulation", "oedema or papulation", signs),
        graded("head_neck_excoriation", "excoriation", signs),
        graded("head_neck_lichenification", "lichenification", signs), area("head_neck_area")};
    static constexpr Item upper_limbs[] = {
        graded("upper_limbs_erythema", "erythema", signs),
        graded("upper_limbs_edema_papulation", "oedema or papulation", signs),
        graded("upper_limbs_excoriation", "excoriation", signs),
        graded("upper_limbs_lichenification", "lichenification", signs), area("upper_limbs_area")};
    static constexpr Item trunk[] = {
        graded("trunk_erythema", "erythema", signs),
        graded("trunk_edema_papulation", "oedema or papulation", signs),
        graded("trunk_excoriation", "excoriation", signs),
        graded("trunk_lichenification", "lichenification", signs), area("trunk_area")};
    static constexpr Item lower_limbs[] = {
        graded("lower_limbs_erythema", "erythema", signs),
        graded("lower_limbs_edema_papulation", "oedema or papulation", signs),
        graded("lower_limbs_excoriation", "excoriation", signs),
        graded("lower_limbs_lichenification", "lichenification", signs), area("lower_limbs_area")};

    /// Weights in tenths and the highest regional scores they give (Hanifin 2022; HOME).
    static constexpr Domain under_8[] = {
        body_region("head_neck", "Head and neck", 2, head_neck, 14.4_x),
        body_region("upper_limbs", "Upper limbs", 2, upper_limbs, 14.4_x),
        body_region("trunk", "Trunk", 3, trunk, 21.6_x),
        body_region("lower_limbs", "Lower limbs", 3, lower_limbs, 21.6_x)};
    static constexpr Domain from_8[] = {
        body_region("head_neck", "Head and neck", 1, head_neck, 7.2_x),
        body_region("upper_limbs", "Upper limbs", 2, upper_limbs, 14.4_x),
        body_region("trunk", "Trunk", 3, trunk, 21.6_x),
        body_region("lower_limbs", "Lower limbs", 4, lower_limbs, 28.8_x)};
    static constexpr Form by_age[] = {
        {"under_8", "before the 8th birthday", {.below_months = 96}, 10, under_8, 72},
        {"from_8", "8 years and over", {.from_months = 96}, 10, from_8, 72}};
};
}  // namespace detail

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("hanifin_2001"),    cite("hanifin_2022"), cite("home_easi"),    cite("leshem_2015"),
    cite("chopra_2017"),     cite("kada_2019"),    cite("hurault_2018"), cite("schram_2012"),
    cite("silverberg_2021"), cite("nct05990725")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band leshem_2015_bands[] = {{"clear", "Clear", from(0), up_to(0)},
                                             {"almost_clear", "Almost clear", above(0), up_to(1)},
                                             {"mild", "Mild", above(1), up_to(7)},
                                             {"moderate", "Moderate", above(7), up_to(21)},
                                             {"severe", "Severe", above(21), up_to(50)},
                                             {"very_severe", "Very severe", above(50), up_to(72)}};
inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), up_to(0)},
                                             {"mild", "Mild", above(0), below(6)},
                                             {"moderate", "Moderate", from(6), below(23)},
                                             {"severe", "Severe", from(23), up_to(72)}};
inline constexpr Band kada_2019_bands[] = {{"mild", "Mild (implied: below 16)", from(0), below(16)},
                                           {"moderate", "Moderate", from(16), below(23)},
                                           {"severe", "Severe", from(23), up_to(72)}};
inline constexpr Band hurault_2018_bands[] = {{"clear", "Clear", from(0), up_to(0)},
                                              {"almost_clear", "Almost clear", above(0), up_to(2)},
                                              {"mild", "Mild", above(2), up_to(11)},
                                              {"moderate", "Moderate", above(11), up_to(33)},
                                              {"severe", "Severe", above(33), up_to(54)},
                                              {"very_severe", "Very severe", above(54), up_to(72)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "leshem_2015",
     .title = "Leshem 2015, children and adults, anchored on a 6-grade IGA (kappa 0.75)",
     .bands = leshem_2015_bands,
     .evidence = {cite("leshem_2015"), Confidence::high,
                  "printed 0.1-1.0, 1.1-7.0, 7.1-21.0, 21.1-50.0, 50.1-72.0; gaps closed above "
                  "the printed upper end, so 7.0 is mild and 7.05 moderate"},
     .is_default = true},
    {.id = "chopra_2017",
     .title = "Chopra 2017, n=673, 13 years and over, anchored on a 4-grade IGA (kappa 0.69)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0.1-5.9, 6.0-22.9, 23.0-72; gaps closed below the printed lower end, "
                  "so 5.95 is mild"}},
    {.id = "kada_2019",
     .title = "Korean Atopic Dermatitis Association 2019, expert consensus",
     .bands = kada_2019_bands,
     .evidence = {cite("kada_2019"), Confidence::high,
                  "the consensus raises the level by one when itch NRS >= 7 or DLQI > 10; that "
                  "needs other instruments and is not applied here"}},
    {.id = "hurault_2018",
     .title = "Hurault 2018, cut-points where a fitted 6-point IGA crosses half grades",
     .bands = hurault_2018_bands,
     .evidence = {cite("hurault_2018"), Confidence::medium,
                  "model cut-points, not a validated banding"}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "easi_50",
     .label = "at least 50 % better",
     .basis = Basis::responder,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05990725"), Confidence::high,
                  "the default because it did not vary with baseline (Silverberg 2021)"},
     .is_default = true},
    {.id = "easi_75",
     .label = "at least 75 % better",
     .basis = Basis::responder,
     .value = 75,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05990725"), Confidence::high}},
    {.id = "easi_90",
     .label = "at least 90 % better",
     .basis = Basis::responder,
     .value = 90,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {cite("nct05990725"), Confidence::high}},
    {.id = "easi_100",
     .label = "EASI of exactly 0",
     .basis = Basis::responder,
     .value = 100,
     .unit = ThresholdUnit::percent,
     .population = "trials",
     .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}},
    {.id = "mcid_schram_2012",
     .label = "smallest important difference, 1-grade IGA anchor",
     .basis = Basis::mcid,
     .value = 6.6_x,
     .population = "adults and children in trials",
     .evidence = {cite("schram_2012"), Confidence::medium,
                  "abstract not found; the value was seen as a constant in public code"}},
    {.id = "mic_silverberg_2021_percent",
     .label = "minimal important change at any baseline",
     .basis = Basis::mcid,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "n=826, practice cohort, 1-grade PGA or vIGA-AD improvement",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "mic_silverberg_2021_pga",
     .label = "absolute minimal important change, PGA anchor; varies with baseline",
     .basis = Basis::mcid,
     .value = 14,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "mic_silverberg_2021_viga",
     .label = "absolute minimal important change, vIGA-AD anchor; varies with baseline",
     .basis = Basis::mcid,
     .value = 14.9_x,
     .population = "n=826, practice cohort",
     .evidence = {cite("silverberg_2021"), Confidence::high}},
    {.id = "target_7",
     .label = "EASI of 7 or less",
     .basis = Basis::target,
     .value = 7,
     .population = "moderate-to-severe trials",
     .evidence = {cite("nct05990725"), Confidence::high}},
    {.id = "target_5",
     .label = "EASI of 5 or less",
     .basis = Basis::target,
     .value = 5,
     .population = "moderate-to-severe trials",
     .evidence = {cite("nct05990725"), Confidence::high}},
    {.id = "target_3",
     .label = "EASI of 3 or less",
     .basis = Basis::target,
     .value = 3,
     .population = "moderate-to-severe trials",
     .evidence = {cite("nct05990725"), Confidence::high}},
    {.id = "non_response_kada_2019",
     .label = "less than 50 % better after 3 months",
     .basis = Basis::non_response,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "Korean consensus",
     .evidence = {cite("kada_2019"), Confidence::high}},
    {.id = "entry_16",
     .label = "usual entry criterion of moderate-to-severe trials",
     .basis = Basis::cut,
     .value = 16,
     .population = "trials",
     .evidence = {cite("kada_2019"), Confidence::medium, "and trial practice"}},
    {.id = "recurrence_kada_2019",
     .label = "recurrence within 3 months of stopping treatment",
     .basis = Basis::cut,
     .value = 16,
     .population = "Korean consensus",
     .evidence = {cite("kada_2019"), Confidence::medium}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "A region whose area is 0 contributes 0 and its signs may be blank; a sign above 0 beside area "
    "0 is accepted with a warning and contributes 0.",
    "A blank sign of an involved region, or a blank area, leaves the total unscored; no rule to "
    "replace it was published.",
    "The total is a multiple of 0.05. No rounding rule was published; nothing is rounded here.",
    "A child who turns 8 between visits changes score with unchanged skin; no rule for this was "
    "published. The age at each assessment is used unless the baseline age is given.",
    "Regional scores are weighted values and must not be renormalised.",
    "A Canadian consensus advises against steering individual care by bands."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> forms) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "Hanifin 2001, practical guide 2022",
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::with_notice,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = eczscore::detail::easi::rights},
            Scoring{.min = 0,
                    .max = 72,
                    .columns = "easi",
                    .forms = forms,
                    .missing = {.evidence = {nullptr, Confidence::medium,
                                             "no published rule was found, so nothing is replaced"},
                                .text = "none: every area, and every sign of an involved region"}},
            Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
            Provenance{.sources = sources}};
}
}  // namespace detail

inline constexpr Description description =
    detail::described("easi", "Eczema Area and Severity Index", detail::Forms<sign>::by_age);
inline constexpr Instrument instrument = checked<description>();

/// One region as it was graded.
struct Region {
    Answer erythema{};
    Answer edema_papulation{};
    Answer excoriation{};
    Answer lichenification{};
    Answer area{};  ///< grade 0-6; from a percentage: `easi::area_from_percent.grade(12.5)`
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Region head_neck{};
    Region upper_limbs{};
    Region trunk{};
    Region lower_limbs{};

    static constexpr const Instrument& instrument() { return easi::instrument; }
    constexpr std::array<Answer, 20> in_order() const {
        std::array<Answer, 20> all;
        std::size_t i = 0;
        for (const Region& r : {head_neck, upper_limbs, trunk, lower_limbs}) {
            for (Answer a :
                 {r.erythema, r.edema_papulation, r.excoriation, r.lichenification, r.area}) {
                all[i++] = a;
            }
        }
        return all;
    }
};

// Worked example: percentages 15, 35, 12 and 55; sign sums 3, 8, 3 and 7.
inline constexpr Answers example{.age = Age::years(30),
                                 .head_neck = {1, 1, 0, 1, area_from_percent.grade(15)},
                                 .upper_limbs = {2, 2, 2, 2, area_from_percent.grade(35)},
                                 .trunk = {1, 1, 0, 1, area_from_percent.grade(12)},
                                 .lower_limbs = {2, 2, 1, 2, area_from_percent.grade(55)}};
static_assert(score(example).value() == 18.4_x);

}  // namespace eczscore::easi

namespace eczscore::easi_half_from_zero {

/// The alternative reading of "half scores are allowed", which admits 0.5.
inline constexpr Exact sign_levels[] = {0, 0.5_x, 1, 1.5_x, 2, 2.5_x, 3};
inline constexpr Scale sign{.min = 0, .max = 3, .units_per_point = 2, .levels = sign_levels};
/// A template, so that only programs which name `instrument<>` pay for its proof.
template <const Scale& signs = sign>
inline constexpr Description description = easi::detail::described(
    "easi_half_from_zero", "Eczema Area and Severity Index, signs of 0.5 accepted",
    easi::detail::Forms<signs>::by_age);
template <const Scale& signs = sign>
inline constexpr Instrument instrument = checked<description<signs>>();

}  // namespace eczscore::easi_half_from_zero
