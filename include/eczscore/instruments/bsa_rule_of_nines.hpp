// SPDX-License-Identifier: BSL-1.0
// BSA by the rule of nines, for adults: how much of each part of the body is involved.
#pragma once

#include <array>

#include "eczscore/instruments/detail/bsa_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::bsa_rule_of_nines {

namespace detail {
using eczscore::detail::bsa::involved;
using eczscore::detail::bsa::part;
}  // namespace detail

inline constexpr Item head_neck[] = {
    detail::involved("head_neck", "head and neck, percent involved")};
inline constexpr Item arms[] = {detail::involved("right_arm", "right upper limb, percent involved"),
                                detail::involved("left_arm", "left upper limb, percent involved")};
inline constexpr Item front_trunk[] = {
    detail::involved("front_trunk", "trunk, front, percent involved")};
inline constexpr Item back_trunk[] = {
    detail::involved("back_trunk", "trunk, back, percent involved")};
inline constexpr Item legs[] = {detail::involved("right_leg", "right lower limb, percent involved"),
                                detail::involved("left_leg", "left lower limb, percent involved")};
inline constexpr Item genitals[] = {detail::involved("genitals", "genitals, percent involved")};

/// Shares of the body in tenths of a percent, each where paired.
inline constexpr Domain domains[] = {detail::part("head_neck", "Head and neck", 90, head_neck),
                                     detail::part("arms", "Upper limbs, each", 90, arms),
                                     detail::part("front_trunk", "Trunk, front", 180, front_trunk),
                                     detail::part("back_trunk", "Trunk, back", 180, back_trunk),
                                     detail::part("legs", "Lower limbs, each", 180, legs),
                                     detail::part("genitals", "Genitals", 10, genitals)};
inline constexpr Form forms[] = {
    {.id = "adult", .label = "adults", .denominator = 1000, .domains = domains, .max = 100}};

inline constexpr const Citation* sources[] = {cite("dermnet_scorad"), cite("chopra_2017"),
                                              cite("aad_npf"), cite("mrowietz_2011")};
inline constexpr Text notes[] = {
    "Give what percent of each part is involved: one whole arm is 100 and counts 9 % of the body.",
    "For children use Lund-Browder. Under 18 years this table does not apply; that is where the "
    "adult column of Lund-Browder begins here, for the rule itself names no age.",
    eczscore::detail::bsa::methods_differ, eczscore::detail::bsa::no_mcid};

namespace detail {
consteval Description described() {
    Description it =
        eczscore::detail::bsa::described({.id = "bsa_rule_of_nines",
                                          .title = "Body surface area involved, by the rule of "
                                                   "nines (adults)",
                                          .version = "9, 9 + 9, 18, 18, 18 + 18, 1",
                                          .forms = forms,
                                          .sources = sources,
                                          .notes = notes});
    it.ages = {.from_months = 18 * 12};
    return it;
}
}  // namespace detail
inline constexpr Description description = detail::described();
inline constexpr Instrument instrument = checked<description>();

/// Involved percent of each part, 0-100; a part that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer head_neck{};
    Answer right_arm{};
    Answer left_arm{};
    Answer front_trunk{};
    Answer back_trunk{};
    Answer right_leg{};
    Answer left_leg{};
    Answer genitals{};

    static constexpr const Instrument& instrument() { return bsa_rule_of_nines::instrument; }
    constexpr std::array<Answer, 8> in_order() const {
        return {head_neck,  right_arm, left_arm, front_trunk,
                back_trunk, right_leg, left_leg, genitals};
    }
};

// A whole arm and half the back.
static_assert(score(Answers{.head_neck = 0,
                            .right_arm = 100,
                            .left_arm = 0,
                            .front_trunk = 0,
                            .back_trunk = 50,
                            .right_leg = 0,
                            .left_leg = 0,
                            .genitals = 0})
                  .value() == Exact(18));

}  // namespace eczscore::bsa_rule_of_nines
