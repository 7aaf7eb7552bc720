// SPDX-License-Identifier: BSL-1.0
// SASSAD, Six Area, Six Sign Atopic Dermatitis: 36 grades without areas, 0 to 108.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::sassad {

// --- What is graded -----------------------------------------------------------------------------

namespace detail {
consteval Item sign(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 3)};
}
}  // namespace detail

inline constexpr Item arms[] = {detail::sign("arms_erythema", "erythema"),
                                detail::sign("arms_exudation", "exudation"),
                                detail::sign("arms_excoriation", "excoriation"),
                                detail::sign("arms_dryness", "dryness"),
                                detail::sign("arms_cracking", "cracking"),
                                detail::sign("arms_lichenification", "lichenification")};
inline constexpr Item hands[] = {detail::sign("hands_erythema", "erythema"),
                                 detail::sign("hands_exudation", "exudation"),
                                 detail::sign("hands_excoriation", "excoriation"),
                                 detail::sign("hands_dryness", "dryness"),
                                 detail::sign("hands_cracking", "cracking"),
                                 detail::sign("hands_lichenification", "lichenification")};
inline constexpr Item legs[] = {detail::sign("legs_erythema", "erythema"),
                                detail::sign("legs_exudation", "exudation"),
                                detail::sign("legs_excoriation", "excoriation"),
                                detail::sign("legs_dryness", "dryness"),
                                detail::sign("legs_cracking", "cracking"),
                                detail::sign("legs_lichenification", "lichenification")};
inline constexpr Item feet[] = {detail::sign("feet_erythema", "erythema"),
                                detail::sign("feet_exudation", "exudation"),
                                detail::sign("feet_excoriation", "excoriation"),
                                detail::sign("feet_dryness", "dryness"),
                                detail::sign("feet_cracking", "cracking"),
                                detail::sign("feet_lichenification", "lichenification")};
inline constexpr Item head_neck[] = {detail::sign("head_neck_erythema", "erythema"),
                                     detail::sign("head_neck_exudation", "exudation"),
                                     detail::sign("head_neck_excoriation", "excoriation"),
                                     detail::sign("head_neck_dryness", "dryness"),
                                     detail::sign("head_neck_cracking", "cracking"),
                                     detail::sign("head_neck_lichenification", "lichenification")};
inline constexpr Item trunk[] = {detail::sign("trunk_erythema", "erythema"),
                                 detail::sign("trunk_exudation", "exudation"),
                                 detail::sign("trunk_excoriation", "excoriation"),
                                 detail::sign("trunk_dryness", "dryness"),
                                 detail::sign("trunk_cracking", "cracking"),
                                 detail::sign("trunk_lichenification", "lichenification")};
inline constexpr Domain domains[] = {sub_scale("arms", "Arms", 1, arms, 18),
                                     sub_scale("hands", "Hands", 1, hands, 18),
                                     sub_scale("legs", "Legs", 1, legs, 18),
                                     sub_scale("feet", "Feet", 1, feet, 18),
                                     sub_scale("head_neck", "Head and neck", 1, head_neck, 18),
                                     sub_scale("trunk", "Trunk", 1, trunk, 18)};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 108}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("berth_jones_1996"), cite("charman_2002"),
                                              cite("thomas_2015")};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "The six sites are arms, hands, legs, feet, head and neck, trunk; a dictionary that leaves out "
    "hands and trunk is wrong.",
    "Extent is not weighed. No bands and no important difference were published.",
    "Agreement between raters is about 0.70 for the total and poor for single signs.",
    "In one trial SASSAD rose half a point for each extra flare day of the week before (Thomas "
    "2015)."};

inline constexpr Description description{
    Identity{.id = "sassad",
             .title = "Six Area, Six Sign Atopic Dermatitis severity score",
             .version = "Berth-Jones 1996",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "Published by its author in 1996; no licence text was found (unverified)."},
    Scoring{.min = 0,
            .max = 108,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all 36 grades"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One site as it was graded.
struct Site {
    Answer erythema{};
    Answer exudation{};
    Answer excoriation{};
    Answer dryness{};
    Answer cracking{};
    Answer lichenification{};
};

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Site arms{};
    Site hands{};
    Site legs{};
    Site feet{};
    Site head_neck{};
    Site trunk{};

    static constexpr const Instrument& instrument() { return sassad::instrument; }
    constexpr std::array<Answer, 36> in_order() const {
        std::array<Answer, 36> all;
        std::size_t i = 0;
        for (const Site& s : {arms, hands, legs, feet, head_neck, trunk}) {
            for (Answer a : {s.erythema, s.exudation, s.excoriation, s.dryness, s.cracking,
                             s.lichenification}) {
                all[i++] = a;
            }
        }
        return all;
    }
};

// Worked example: site sums 7, 7, 10, 0, 3 and 3.
inline constexpr Answers example{.arms = {2, 1, 1, 1, 1, 1},
                                 .hands = {2, 1, 1, 1, 1, 1},
                                 .legs = {2, 2, 2, 2, 1, 1},
                                 .feet = {0, 0, 0, 0, 0, 0},
                                 .head_neck = {1, 0, 1, 1, 0, 0},
                                 .trunk = {1, 0, 1, 1, 0, 0}};
static_assert(score(example).value() == Exact(30));

}  // namespace eczscore::sassad
