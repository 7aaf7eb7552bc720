// SPDX-License-Identifier: BSL-1.0
// PASI, the Psoriasis Area and Severity Index: four regions, each area grade x sum of three signs.
#pragma once

#include <array>

#include "eczscore/instruments/detail/area_grades.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pasi {

// --- What is graded -----------------------------------------------------------------------------

namespace detail {

/// Whole grades 0-4, the average over the region; half steps are not in the reference description.
consteval Item sign(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 4)};
}
consteval Item area(Text id) { return eczscore::detail::area::grade(id); }
}  // namespace detail

inline constexpr Item head_neck[] = {detail::sign("head_neck_erythema", "erythema"),
                                     detail::sign("head_neck_induration", "induration"),
                                     detail::sign("head_neck_desquamation", "desquamation"),
                                     detail::area("head_neck_area")};
inline constexpr Item upper_limbs[] = {detail::sign("upper_limbs_erythema", "erythema"),
                                       detail::sign("upper_limbs_induration", "induration"),
                                       detail::sign("upper_limbs_desquamation", "desquamation"),
                                       detail::area("upper_limbs_area")};
inline constexpr Item trunk[] = {
    detail::sign("trunk_erythema", "erythema"), detail::sign("trunk_induration", "induration"),
    detail::sign("trunk_desquamation", "desquamation"), detail::area("trunk_area")};
inline constexpr Item lower_limbs[] = {detail::sign("lower_limbs_erythema", "erythema"),
                                       detail::sign("lower_limbs_induration", "induration"),
                                       detail::sign("lower_limbs_desquamation", "desquamation"),
                                       detail::area("lower_limbs_area")};

/// Weights in tenths and the highest regional scores they give (Feldman and Krueger 2005).
inline constexpr Domain domains[] = {
    body_region("head_neck", "Head and neck", 1, head_neck, 7.2_x),
    body_region("upper_limbs", "Upper limbs", 2, upper_limbs, 14.4_x),
    body_region("trunk", "Trunk", 3, trunk, 21.6_x),
    body_region("lower_limbs", "Lower limbs", 4, lower_limbs, 28.8_x)};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .denominator = 10, .domains = domains, .max = 72}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("fredriksson_1978"), cite("feldman_2005"), cite("mrowietz_2011"),     cite("public_tool"),
    cite("teaching_site"),    cite("strober_2019"), cite("pasi_clinical_note")};

// --- Bands: none by PASI alone is agreed, so there is no default --------------------------------

inline constexpr Band public_tool_bands[] = {{"mild", "Mild", from(0), below(10)},
                                             {"moderate", "Moderate", from(10), up_to(20)},
                                             {"severe", "Severe", above(20), up_to(72)}};
inline constexpr Band teaching_site_bands[] = {
    {"below_mild", "Below 1: no class printed", from(0), below(1)},
    {"mild", "Mild", from(1), up_to(10)},
    {"moderate", "Moderate", above(10), up_to(20)},
    {"severe", "Severe", above(20), up_to(72)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "public_tool",
     .title = "Limits by PASI alone in a public tool: below 10, 10 to 20, above 20",
     .bands = public_tool_bands,
     .evidence = {cite("public_tool"), Confidence::medium,
                  "the limits exist; no paper was found for them"}},
    {.id = "teaching_site",
     .title = "Limits by PASI alone on a teaching site: 1-10, 11-20, above 20",
     .bands = teaching_site_bands,
     .evidence = {cite("teaching_site"), Confidence::medium,
                  "the limits exist; no paper was found for them; gaps closed above the printed "
                  "upper end, so 10.1 is moderate; nothing is printed below 1"}}};

// --- Change that matters ------------------------------------------------------------------------

namespace detail {
consteval Threshold responder(Text id, Text label, int percent) {
    return {.id = id,
            .label = label,
            .basis = Basis::responder,
            .value = percent,
            .unit = ThresholdUnit::percent,
            .population = "trials",
            .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}};
}
consteval Threshold target(Text id, Text label, int score) {
    return {.id = id,
            .label = label,
            .basis = Basis::target,
            .value = score,
            .population = "trials",
            .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}};
}
}  // namespace detail

inline constexpr Threshold thresholds[] = {
    detail::responder("pasi_50", "at least 50 % better", 50),
    {.id = "pasi_75",
     .label = "at least 75 % better",
     .basis = Basis::responder,
     .value = 75,
     .unit = ThresholdUnit::percent,
     .population = "trials; treatment success of the European consensus",
     .evidence = {cite("mrowietz_2011"), Confidence::medium,
                  "from 50 to below 75 % the consensus decides by DLQI, which is not done here"}},
    detail::responder("pasi_90", "at least 90 % better", 90),
    detail::responder("pasi_100", "PASI of exactly 0", 100),
    detail::target("target_3", "PASI of 3 or less", 3),
    detail::target("target_2", "PASI of 2 or less", 2),
    detail::target("target_1", "PASI of 1 or less", 1),
    {.id = "failure_mrowietz_2011",
     .label = "less than 50 % better: treatment failure",
     .basis = Basis::non_response,
     .value = 50,
     .unit = ThresholdUnit::percent,
     .population = "European consensus",
     .evidence = {cite("mrowietz_2011"), Confidence::medium}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Severity is agreed only together with body surface and DLQI (trial/psoriasis_severity.hpp); "
    "no band by PASI alone is a default, and the International Psoriasis Council has none.",
    "An area of 90 to 100 % is grade 6; a reference table that ends below 100 % would leave 100 % "
    "without a grade.",
    "Itch is no sign of PASI; adding it as a fourth sign is an error.",
    "There is no form for children, and PASI is not validated in them.",
    "A region whose area is 0 contributes 0 and its signs may be blank; a sign above 0 beside area "
    "0 is accepted with a warning and contributes 0.",
    "No verified important difference was found."};

inline constexpr Description description{
    Identity{.id = "pasi",
             .title = "Psoriasis Area and Severity Index",
             .version = "Fredriksson 1978",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's restriction is known (unverified)."},
    Scoring{.min = 0,
            .max = 72,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: every area, and every sign of an involved region"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One region as it was graded.
struct Region {
    Answer erythema{};
    Answer induration{};
    Answer desquamation{};
    Answer area{};  ///< grade 0-6
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Region head_neck{};
    Region upper_limbs{};
    Region trunk{};
    Region lower_limbs{};

    static constexpr const Instrument& instrument() { return pasi::instrument; }
    constexpr std::array<Answer, 16> in_order() const {
        std::array<Answer, 16> all;
        std::size_t i = 0;
        for (const Region& r : {head_neck, upper_limbs, trunk, lower_limbs}) {
            for (Answer a : {r.erythema, r.induration, r.desquamation, r.area}) all[i++] = a;
        }
        return all;
    }
};

// Worked example: areas of 5, 20, 30 and 45 %; sign sums 6, 7, 6 and 9.
inline constexpr Answers example{.head_neck = {2, 2, 2, 1},
                                 .upper_limbs = {3, 2, 2, 2},
                                 .trunk = {2, 2, 2, 3},
                                 .lower_limbs = {3, 3, 3, 3}};
static_assert(score(example).value() == 19.6_x);

}  // namespace eczscore::pasi
