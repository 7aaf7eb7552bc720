// SPDX-License-Identifier: BSL-1.0
// The lichenification part of EASI, 0 to 18; no index of lichenification alone was found.
#pragma once

#include <array>

#include "eczscore/instruments/detail/easi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::easi_lichenification_component {

namespace detail {
consteval Item graded(Text id) {
    return eczscore::detail::easi::graded(id, "lichenification", eczscore::detail::easi::sign);
}
consteval Item area(Text id) { return eczscore::detail::area::grade(id); }
/// An affected region need not be lichenified.
consteval Domain region(Text id, Text label, int weight, List<Item> items, Exact max) {
    Domain domain = body_region(id, label, weight, items, max);
    domain.area_alone = true;
    return domain;
}
}  // namespace detail

inline constexpr Item head_neck[] = {detail::graded("head_neck_lichenification"),
                                     detail::area("head_neck_area")};
inline constexpr Item upper_limbs[] = {detail::graded("upper_limbs_lichenification"),
                                       detail::area("upper_limbs_area")};
inline constexpr Item trunk[] = {detail::graded("trunk_lichenification"),
                                 detail::area("trunk_area")};
inline constexpr Item lower_limbs[] = {detail::graded("lower_limbs_lichenification"),
                                       detail::area("lower_limbs_area")};

/// The weights of EASI in tenths, and what one sign of 3 on area 6 gives.
inline constexpr Domain under_8[] = {
    detail::region("head_neck", "Head and neck", 2, head_neck, 3.6_x),
    detail::region("upper_limbs", "Upper limbs", 2, upper_limbs, 3.6_x),
    detail::region("trunk", "Trunk", 3, trunk, 5.4_x),
    detail::region("lower_limbs", "Lower limbs", 3, lower_limbs, 5.4_x)};
inline constexpr Domain from_8[] = {
    detail::region("head_neck", "Head and neck", 1, head_neck, 1.8_x),
    detail::region("upper_limbs", "Upper limbs", 2, upper_limbs, 3.6_x),
    detail::region("trunk", "Trunk", 3, trunk, 5.4_x),
    detail::region("lower_limbs", "Lower limbs", 4, lower_limbs, 7.2_x)};
inline constexpr Form forms[] = {
    {"under_8", "before the 8th birthday", {.below_months = 96}, 10, under_8, 18},
    {"from_8", "8 years and over", {.from_months = 96}, 10, from_8, 18}};

inline constexpr const Citation* sources[] = {cite("hanifin_2022")};

inline constexpr Text notes[] = {
    "unverified: a part of EASI by arithmetic, not an index of its own; no validated index of "
    "lichenification was found, and no band or threshold exists.",
    "Reads the easi_ columns; the other three signs are not needed.",
    "A region whose area is 0 contributes 0 and its sign may be blank; an involved region without "
    "lichenification is nothing odd."};

inline constexpr Description description{
    Identity{.id = "easi_lichenification_component",
             .title = "Lichenification component of EASI",
             .version = "as EASI",
             .respondent = Respondent::clinician,
             .reuse = Reuse::with_notice,
             .recall_days = 0,
             .recall = "today",
             .rights = eczscore::detail::easi::rights},
    Scoring{.min = 0,
            .max = 18,
            .columns = "easi",
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: every area, and lichenification of an involved region"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One region as it was graded.
struct Region {
    Answer lichenification{};
    Answer area{};  ///< grade 0-6
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Region head_neck{};
    Region upper_limbs{};
    Region trunk{};
    Region lower_limbs{};

    static constexpr const Instrument& instrument() {
        return easi_lichenification_component::instrument;
    }
    constexpr std::array<Answer, 8> in_order() const {
        return {head_neck.lichenification,   head_neck.area,
                upper_limbs.lichenification, upper_limbs.area,
                trunk.lichenification,       trunk.area,
                lower_limbs.lichenification, lower_limbs.area};
    }
};

// Worked example: lichenification 1, 2, 0 and 2 on areas 2, 3, 2 and 4.
inline constexpr Answers example{.age = Age::years(30),
                                 .head_neck = {1, 2},
                                 .upper_limbs = {2, 3},
                                 .trunk = {0, 2},
                                 .lower_limbs = {2, 4}};
static_assert(score(example).value() == 4.6_x);

}  // namespace eczscore::easi_lichenification_component
