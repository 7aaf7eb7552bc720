// SPDX-License-Identifier: BSL-1.0
// What the edit checks compare, and their limits with where these come from.
#pragma once

#include "eczscore/trial/checks/check.hpp"

namespace eczscore::trial::checks::limits {

inline constexpr Evidence arithmetic{nullptr, Confidence::high, "follows from the scoring"};
inline constexpr Evidence convention{nullptr, Confidence::low,
                                     "convention of this library, no published rule"};
inline constexpr Evidence time{nullptr, Confidence::high, "nobody grows younger"};
inline constexpr Evidence recall{nullptr, Confidence::low,
                                 "the recall periods overlap; the limit is a convention of this "
                                 "library, no published rule"};
inline constexpr Evidence factors{nullptr, Confidence::low,
                                  "grade 0 is no inflammation anywhere on the body; that it cannot "
                                  "stand beside an area is a convention of this library"};

using enum Relation;

/// Percentages of the whole body, by whichever instrument recorded them.
inline constexpr Twins bsa_and_easi[] = {
    {{"easi"}, {"bsa", "percent"}},   {{"easi"}, {"iga_bsa", "bsa_percent"}},
    {{"easi"}, {"bsa_handprint"}},    {{"easi"}, {"bsa_rule_of_nines"}},
    {{"easi"}, {"bsa_lund_browder"}}, {{"easi"}, {"bsa_easi_regions"}}};
inline constexpr Twins extent_and_easi[] = {{{"easi"}, {"scorad", "extent"}}};
inline constexpr Twins bsa_and_extent[] = {{{"bsa", "percent"}, {"scorad", "extent"}},
                                           {{"iga_bsa", "bsa_percent"}, {"scorad", "extent"}},
                                           {{"bsa_handprint"}, {"scorad", "extent"}},
                                           {{"bsa_rule_of_nines"}, {"scorad", "extent"}},
                                           {{"bsa_lund_browder"}, {"scorad", "extent"}}};
inline constexpr Twins bsa_twice[] = {{{"bsa", "percent"}, {"iga_bsa", "bsa_percent"}}};
inline constexpr Twins grade_twice[] = {{{"viga_ad", "grade"}, {"iga_bsa", "grade"}},
                                        {{"viga_ad", "grade"}, {"viga_cbsa", "grade"}}};

inline constexpr Pair viga_0_easi[] = {
    {{{"viga_ad", "grade"}, at_most, 0}, {{"easi"}, above, 0, "easi"}},
    {{{"iga_bsa", "grade"}, at_most, 0}, {{"easi"}, above, 0, "easi"}}};
inline constexpr Pair easi_0_viga[] = {
    {{{"easi"}, at_most, 0}, {{"viga_ad", "grade"}, above, 0, "grade"}},
    {{{"easi"}, at_most, 0}, {{"iga_bsa", "grade"}, above, 0, "grade"}}};
inline constexpr Pair grade_against_surface[] = {
    {{{"iga_bsa", "grade"}, at_most, 0}, {{"iga_bsa", "bsa_percent"}, above, 0}},
    {{{"iga_bsa", "grade"}, at_least, 1}, {{"iga_bsa", "bsa_percent"}, at_most, 0}},
    {{{"viga_cbsa", "grade"}, at_most, 0}, {{"viga_cbsa", "bsa"}, above, 0}},
    {{{"viga_cbsa", "grade"}, at_least, 1}, {{"viga_cbsa", "bsa"}, at_most, 0}},
    {{{"pga_bsa", "grade"}, at_most, 0}, {{"pga_bsa", "bsa_percent"}, above, 0}},
    {{{"pga_bsa", "grade"}, at_least, 1}, {{"pga_bsa", "bsa_percent"}, at_most, 0}},
    {{{"viga_ad", "grade"}, at_most, 0}, {{"bsa", "percent"}, above, 0}},
    {{{"viga_ad", "grade"}, at_least, 1}, {{"bsa", "percent"}, at_most, 0}}};
inline constexpr Pair viga_far_from_easi[] = {
    {{{"viga_ad", "grade"}, at_most, 1}, {{"easi"}, above, 0, "easi_high"}},
    {{{"viga_ad", "grade"}, at_least, 4}, {{"easi"}, at_most, 0, "easi_low"}}};

inline constexpr Pair poem_itch_0[] = {
    {{{"poem", "itch"}, at_most, 0}, {{"pp_nrs", "*"}, at_least, 0, "itch"}},
    {{{"poem", "itch"}, at_most, 0}, {{"wi_nrs", "*"}, at_least, 0, "itch"}},
    {{{"poem", "itch"}, at_most, 0}, {{"wis_6_11", "*"}, at_least, 0, "itch"}},
    {{{"poem", "itch"}, at_most, 0}, {{"wsi_u6", "*"}, at_least, 0, "itch"}},
    {{{"poem", "itch"}, at_most, 0}, {{"avg_nrs", "*"}, at_least, 0, "itch"}}};
inline constexpr Pair poem_itch_0_scorad[] = {
    {{{"poem", "itch"}, at_most, 0}, {{"scorad", "pruritus"}, at_least, 0, "itch"}},
    {{{"poem", "itch"}, at_most, 0}, {{"po_scorad", "pruritus"}, at_least, 0, "itch"}}};
inline constexpr Pair poem_itch_daily[] = {
    {{{"poem", "itch"}, at_least, 4}, {{"pp_nrs"}, at_most, 0}},
    {{{"poem", "itch"}, at_least, 4}, {{"wi_nrs"}, at_most, 0}},
    {{{"poem", "itch"}, at_least, 4}, {{"wis_6_11"}, at_most, 0}},
    {{{"poem", "itch"}, at_least, 4}, {{"wsi_u6"}, at_most, 0}}};
inline constexpr Pair poem_sleep_scorad[] = {
    {{{"poem", "sleep"}, at_most, 0}, {{"scorad", "sleep_loss"}, at_least, 0, "sleep_loss"}},
    {{{"poem", "sleep"}, at_least, 4}, {{"scorad", "sleep_loss"}, at_most, 0}},
    {{{"poem", "sleep"}, at_most, 0}, {{"po_scorad", "sleep_loss"}, at_least, 0, "sleep_loss"}},
    {{{"poem", "sleep"}, at_least, 4}, {{"po_scorad", "sleep_loss"}, at_most, 0}}};
inline constexpr Pair poem_sleep_nrs[] = {
    {{{"poem", "sleep"}, at_most, 0}, {{"sd_nrs", "*"}, at_least, 0, "sleep_loss"}},
    {{{"poem", "sleep"}, at_least, 4}, {{"sd_nrs"}, at_most, 0}}};
inline constexpr Twins poem_and_recap[] = {{{"poem", "itch"}, {"recap", "itch_days"}}};

inline constexpr Twins quality_of_life[] = {
    {{"dlqi"}, {"cdlqi"}}, {{"dlqi"}, {"idqol"}}, {{"cdlqi"}, {"idqol"}}};
inline constexpr Twins objective_part[] = {{{"scorad"}, {"oscorad"}},
                                           {{"scorad", "pruritus"}, {"scorad", "sleep_loss"}}};

inline constexpr Parameter surface_margin[] = {
    {"margin", 5, "points of body surface beyond what the grades allow"}};
inline constexpr Parameter extent_margin[] = {
    {"margin", 10, "points of body surface beyond what the grades allow"}};
inline constexpr Parameter surface_difference[] = {
    {"difference", 20, "points of body surface that the two may be apart"}};
inline constexpr Parameter no_difference[] = {{"difference", 0, "by how much the two may differ"}};
inline constexpr Parameter code_difference[] = {
    {"difference", 2, "codes that the two may be apart"}};
inline constexpr Parameter easi_above[] = {{"easi", 0, "EASI above it is found"}};
inline constexpr Parameter grade_above[] = {{"grade", 0, "a grade above it is found"}};
inline constexpr Parameter far_apart[] = {
    {"easi_high", 21, "EASI above it beside a grade of 0 or 1 (severe in Leshem 2015)"},
    {"easi_low", 1, "EASI up to it beside a grade of 4 (almost clear in Leshem 2015)"}};
inline constexpr Parameter itch_from[] = {{"itch", 8, "itch from it on is found"}};
inline constexpr Parameter sleep_from[] = {{"sleep_loss", 7, "sleep loss from it on is found"}};
inline constexpr Parameter tolerance[] = {
    {"tolerance", 0, "points beyond the rounding of what was typed"}};
inline constexpr Parameter rounding[] = {{"rounding", 0.1_x, "points that rounding may make"}};
inline constexpr Parameter form_ages[] = {
    {"dlqi_from", 16, "years from which DLQI is answered"},
    {"cdlqi_from", 4, "years from which CDLQI is answered"},
    {"cdlqi_below", 18, "years before which CDLQI is answered"},
    {"idqol_below", 4, "years before which IDQoL is answered"}};
inline constexpr Parameter age_spread[] = {{"years", 3, "years between the youngest and oldest"}};
inline constexpr Parameter unchanged[] = {{"visits", 3, "visits at least"},
                                          {"items", 4, "items above 0 at each visit, at least"}};
inline constexpr Parameter repeated[] = {{"items", 10, "items above 0 at the visit, at least"}};
inline constexpr Parameter jump[] = {
    {"worse", 75, "percent of the range, for a step to the worse"},
    {"better", 90, "percent of the range, for a step to the better"}};

}  // namespace eczscore::trial::checks::limits
