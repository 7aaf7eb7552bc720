// SPDX-License-Identifier: BSL-1.0
// mEASI, the modified EASI with pruritus: four regions, each area grade x sum of five gradings.
#pragma once

#include <array>

#include "eczscore/instruments/detail/easi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::measi {

// --- What is graded -----------------------------------------------------------------------------

namespace detail {

consteval Item graded(Text id, Text label) {
    return eczscore::detail::easi::graded(id, label, eczscore::detail::easi::sign);
}
consteval Item area(Text id) { return eczscore::detail::area::grade(id); }
}  // namespace detail

inline constexpr Item head_neck[] = {
    detail::graded("head_neck_erythema", "erythema"),
    detail::graded("head_neck_edema_papulation", "oedema or papulation"),
    detail::graded("head_neck_excoriation", "excoriation"),
    detail::graded("head_neck_lichenification", "lichenification"),
    detail::graded("head_neck_pruritus", "pruritus"),
    detail::area("head_neck_area")};
inline constexpr Item upper_limbs[] = {
    detail::graded("upper_limbs_erythema", "erythema"),
    detail::graded("upper_limbs_edema_papulation", "oedema or papulation"),
    detail::graded("upper_limbs_excoriation", "excoriation"),
    detail::graded("upper_limbs_lichenification", "lichenification"),
    detail::graded("upper_limbs_pruritus", "pruritus"),
    detail::area("upper_limbs_area")};
inline constexpr Item trunk[] = {detail::graded("trunk_erythema", "erythema"),
                                 detail::graded("trunk_edema_papulation", "oedema or papulation"),
                                 detail::graded("trunk_excoriation", "excoriation"),
                                 detail::graded("trunk_lichenification", "lichenification"),
                                 detail::graded("trunk_pruritus", "pruritus"),
                                 detail::area("trunk_area")};
inline constexpr Item lower_limbs[] = {
    detail::graded("lower_limbs_erythema", "erythema"),
    detail::graded("lower_limbs_edema_papulation", "oedema or papulation"),
    detail::graded("lower_limbs_excoriation", "excoriation"),
    detail::graded("lower_limbs_lichenification", "lichenification"),
    detail::graded("lower_limbs_pruritus", "pruritus"),
    detail::area("lower_limbs_area")};

/// The weights of EASI in tenths; five gradings of 3 and area 6 make 90 (Chopra 2017).
inline constexpr Domain under_8[] = {body_region("head_neck", "Head and neck", 2, head_neck, 18),
                                     body_region("upper_limbs", "Upper limbs", 2, upper_limbs, 18),
                                     body_region("trunk", "Trunk", 3, trunk, 27),
                                     body_region("lower_limbs", "Lower limbs", 3, lower_limbs, 27)};
inline constexpr Domain from_8[] = {body_region("head_neck", "Head and neck", 1, head_neck, 9),
                                    body_region("upper_limbs", "Upper limbs", 2, upper_limbs, 18),
                                    body_region("trunk", "Trunk", 3, trunk, 27),
                                    body_region("lower_limbs", "Lower limbs", 4, lower_limbs, 36)};
inline constexpr Form forms[] = {
    {"under_8", "before the 8th birthday", {.below_months = 96}, 10, under_8, 90},
    {"from_8", "8 years and over", {.from_months = 96}, 10, from_8, 90}};

inline constexpr const Citation* sources[] = {cite("chopra_2017"), cite("hanifin_2022")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), below(1)},
                                             {"mild", "Mild", from(1), below(9)},
                                             {"moderate", "Moderate", from(9), below(30)},
                                             {"severe", "Severe", from(30), up_to(90)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "chopra_2017",
     .title = "Chopra 2017, 13 years and over, anchored on a 4-grade IGA (kappa 0.71)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0-0.9, 1-8.9, 9.0-29.9, 30.0-90; gaps closed below the printed lower "
                  "end, so 0.95 is clear and 8.95 mild"},
     .is_default = true}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "unverified: range and bands are published, but the formula is inferred from the maximum of 90 "
    "(EASI with pruritus as a fifth 0-3 grading of each region).",
    "Older papers call other variants \"modified EASI\": compare only with studies that add "
    "pruritus.",
    "All five gradings take the levels of an EASI sign (half steps, but not 0.5); no source says "
    "whether pruritus has half steps.",
    "A region whose area is 0 contributes 0 and its gradings may be blank; one above 0 beside area "
    "0 is accepted with a warning and contributes 0.",
    "The age at each assessment chooses the weights, as in EASI."};

inline constexpr Description description{
    Identity{.id = "measi",
             .title = "modified EASI (EASI with pruritus, 0-90)",
             .version = "as in Chopra 2017",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's statement was found (unverified). The wording of EASI is "
                       "protected and not included."},
    Scoring{.min = 0,
            .max = 90,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: every area, and every grading of an involved region"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One region as it was graded.
struct Region {
    Answer erythema{};
    Answer edema_papulation{};
    Answer excoriation{};
    Answer lichenification{};
    Answer pruritus{};
    Answer area{};  ///< grade 0-6
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Region head_neck{};
    Region upper_limbs{};
    Region trunk{};
    Region lower_limbs{};

    static constexpr const Instrument& instrument() { return measi::instrument; }
    constexpr std::array<Answer, 24> in_order() const {
        std::array<Answer, 24> all;
        std::size_t i = 0;
        for (const Region& r : {head_neck, upper_limbs, trunk, lower_limbs}) {
            for (Answer a : {r.erythema, r.edema_papulation, r.excoriation, r.lichenification,
                             r.pruritus, r.area}) {
                all[i++] = a;
            }
        }
        return all;
    }
};

// Worked example: an EASI of 18.4 with pruritus 1, 2, 1 and 2 adds 5.2.
inline constexpr Answers example{.age = Age::years(30),
                                 .head_neck = {1, 1, 0, 1, 1, 2},
                                 .upper_limbs = {2, 2, 2, 2, 2, 3},
                                 .trunk = {1, 1, 0, 1, 1, 2},
                                 .lower_limbs = {2, 2, 1, 2, 2, 4}};
static_assert(score(example).value() == 23.6_x);

}  // namespace eczscore::measi
