// SPDX-License-Identifier: BSL-1.0
// BSA by the Lund-Browder table: how much of each part of the body is involved, shares by age.
#pragma once

#include <array>

#include "eczscore/instruments/detail/bsa_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::bsa_lund_browder {

// --- What is recorded: involved percent of each part --------------------------------------------

namespace detail {
using eczscore::detail::bsa::involved;
using eczscore::detail::bsa::part;
}  // namespace detail

inline constexpr Item head[] = {detail::involved("head", "head, percent involved")};
inline constexpr Item neck[] = {detail::involved("neck", "neck, percent involved")};
inline constexpr Item anterior_trunk[] = {
    detail::involved("anterior_trunk", "trunk, front, percent involved")};
inline constexpr Item posterior_trunk[] = {
    detail::involved("posterior_trunk", "trunk, back, percent involved")};
inline constexpr Item buttocks[] = {
    detail::involved("right_buttock", "right buttock, percent involved"),
    detail::involved("left_buttock", "left buttock, percent involved")};
inline constexpr Item genitalia[] = {detail::involved("genitalia", "genitalia, percent involved")};
inline constexpr Item upper_arms[] = {
    detail::involved("right_upper_arm", "right upper arm, percent involved"),
    detail::involved("left_upper_arm", "left upper arm, percent involved")};
inline constexpr Item forearms[] = {
    detail::involved("right_forearm", "right forearm, percent involved"),
    detail::involved("left_forearm", "left forearm, percent involved")};
inline constexpr Item hands[] = {detail::involved("right_hand", "right hand, percent involved"),
                                 detail::involved("left_hand", "left hand, percent involved")};
inline constexpr Item thighs[] = {detail::involved("right_thigh", "right thigh, percent involved"),
                                  detail::involved("left_thigh", "left thigh, percent involved")};
inline constexpr Item lower_legs[] = {
    detail::involved("right_lower_leg", "right lower leg, percent involved"),
    detail::involved("left_lower_leg", "left lower leg, percent involved")};
inline constexpr Item feet[] = {detail::involved("right_foot", "right foot, percent involved"),
                                detail::involved("left_foot", "left foot, percent involved")};

// --- The table ----------------------------------------------------------------------------------

/// One column, in tenths of a percent of the body, each where paired: the parts that grow at other
/// rates than the rest are the head, the thighs and the lower legs.
struct Column {
    int head;
    int thigh;
    int lower_leg;
};
template <Column column>
inline constexpr Domain at[] = {
    detail::part("head", "Head", column.head, head),
    detail::part("neck", "Neck", 20, neck),
    detail::part("anterior_trunk", "Trunk, front", 130, anterior_trunk),
    detail::part("posterior_trunk", "Trunk, back", 130, posterior_trunk),
    detail::part("buttocks", "Buttocks, each", 25, buttocks),
    detail::part("genitalia", "Genitalia", 10, genitalia),
    detail::part("upper_arms", "Upper arms, each", 40, upper_arms),
    detail::part("forearms", "Forearms, each", 30, forearms),
    detail::part("hands", "Hands, each", 25, hands),
    detail::part("thighs", "Thighs, each", column.thigh, thighs),
    detail::part("lower_legs", "Lower legs, each", column.lower_leg, lower_legs),
    detail::part("feet", "Feet, each", 35, feet)};

/// The chart's ages are points; each column is used until the next begins.
inline constexpr Form forms[] = {{"age_0",
                                  "before the 1st birthday (column 0)",
                                  {.below_months = 1 * 12},
                                  1000,
                                  at<Column{190, 55, 50}>,
                                  100},
                                 {"age_1",
                                  "1 to 4 years (column 1)",
                                  {.from_months = 1 * 12, .below_months = 5 * 12},
                                  1000,
                                  at<Column{170, 65, 50}>,
                                  100},
                                 {"age_5",
                                  "5 to 9 years (column 5)",
                                  {.from_months = 5 * 12, .below_months = 10 * 12},
                                  1000,
                                  at<Column{130, 80, 55}>,
                                  100},
                                 {"age_10",
                                  "10 to 14 years (column 10)",
                                  {.from_months = 10 * 12, .below_months = 15 * 12},
                                  1000,
                                  at<Column{110, 85, 60}>,
                                  100},
                                 {"age_15",
                                  "15 to 17 years (column 15)",
                                  {.from_months = 15 * 12, .below_months = 18 * 12},
                                  1000,
                                  at<Column{90, 90, 65}>,
                                  100},
                                 {"adult",
                                  "18 years and over (adult column)",
                                  {.from_months = 18 * 12},
                                  1000,
                                  at<Column{70, 95, 70}>,
                                  100}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("lund_browder_1944"), cite("chopra_2017"),
                                              cite("aad_npf"), cite("mrowietz_2011")};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "The table is of medium confidence: read in one public program, not in the paper. Every column "
    "totals 100.",
    "Give what percent of each part is involved: one whole hand is 100 and counts 2.5 % of the "
    "body.",
    "The chart's ages are points. The column of 0 is used before the 1st birthday, of 1 before the "
    "5th, of 5 before the 10th, of 10 before the 15th, of 15 before the 18th, then the adult one "
    "(medium confidence); nothing is interpolated.",
    "Many hospital forms use the adult column from 16 years (unverified); this table does not.",
    eczscore::detail::bsa::methods_differ,
    eczscore::detail::bsa::no_mcid};

inline constexpr Description description = eczscore::detail::bsa::described(
    {.id = "bsa_lund_browder",
     .title = "Body surface area involved, by the Lund-Browder table",
     .version = "six columns by age",
     .forms = forms,
     .sources = sources,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// Involved percent of each part, 0-100; a part that was not set is missing, never 0.
struct Answers {
    Age age{};  ///< needed: it chooses the column
    Answer head{};
    Answer neck{};
    Answer anterior_trunk{};
    Answer posterior_trunk{};
    Answer right_buttock{};
    Answer left_buttock{};
    Answer genitalia{};
    Answer right_upper_arm{};
    Answer left_upper_arm{};
    Answer right_forearm{};
    Answer left_forearm{};
    Answer right_hand{};
    Answer left_hand{};
    Answer right_thigh{};
    Answer left_thigh{};
    Answer right_lower_leg{};
    Answer left_lower_leg{};
    Answer right_foot{};
    Answer left_foot{};

    static constexpr const Instrument& instrument() { return bsa_lund_browder::instrument; }
    constexpr std::array<Answer, 19> in_order() const {
        return {head,           neck,          anterior_trunk, posterior_trunk,
                right_buttock,  left_buttock,  genitalia,      right_upper_arm,
                left_upper_arm, right_forearm, left_forearm,   right_hand,
                left_hand,      right_thigh,   left_thigh,     right_lower_leg,
                left_lower_leg, right_foot,    left_foot};
    }
};

// Worked example: half the head, 20 % of the front of the trunk, a whole hand, a quarter of a
// thigh.
constexpr Answers example(Age age) {
    return {.age = age,
            .head = 50,
            .neck = 0,
            .anterior_trunk = 20,
            .posterior_trunk = 0,
            .right_buttock = 0,
            .left_buttock = 0,
            .genitalia = 0,
            .right_upper_arm = 0,
            .left_upper_arm = 0,
            .right_forearm = 0,
            .left_forearm = 0,
            .right_hand = 100,
            .left_hand = 0,
            .right_thigh = 25,
            .left_thigh = 0,
            .right_lower_leg = 0,
            .left_lower_leg = 0,
            .right_foot = 0,
            .left_foot = 0};
}
static_assert(score(example(Age::years(3))).value() == 15.225_x);
static_assert(score(example(Age::years(30))).value() == 10.975_x);

}  // namespace eczscore::bsa_lund_browder
