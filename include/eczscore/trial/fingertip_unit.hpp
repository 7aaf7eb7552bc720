// SPDX-License-Identifier: BSL-1.0
// Fingertip units per application by body site and age, and what they weigh.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/age.hpp"
#include "eczscore/core/list.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/tube.hpp"

namespace eczscore::trial {

/// A site of the tables, once: one arm, one hand, one leg, one foot.
enum class FtuSite : std::uint8_t {
    face_neck,
    trunk_front,
    trunk_back,           ///< adults
    trunk_back_buttocks,  ///< children
    arm,                  ///< adults
    hand,                 ///< adults
    arm_hand,             ///< children
    leg,                  ///< adults
    foot,                 ///< adults
    leg_foot              ///< children
};

constexpr Text name(FtuSite site) {
    constexpr Text names[] = {"face_neck", "trunk_front", "trunk_back", "trunk_back_buttocks",
                              "arm",       "hand",        "arm_hand",   "leg",
                              "foot",      "leg_foot"};
    return name_of(names, site);
}

/// Units for one application to one site.
struct SiteUnits {
    FtuSite site;
    Exact units;
};

/// The units of one age group.
struct FtuTable {
    Text id;
    Text label;
    AgeRange ages;  ///< in completed months; the adult table prints no age
    List<SiteUnits> sites;
};

inline constexpr Evidence ftu_evidence{
    cite("long_finlay_1991"), Confidence::high,
    "one unit is about 0.5 g; printed ages such as 3-5 years are read as completed years"};
inline constexpr Exact grams_per_ftu = 0.5_x;

namespace detail::ftu {

using enum FtuSite;
inline constexpr SiteUnits adult_sites[] = {{face_neck, 2.5_x}, {trunk_front, 7}, {trunk_back, 7},
                                            {arm, 3},           {hand, 1},        {leg, 6},
                                            {foot, 2}};
inline constexpr SiteUnits months_3_6[] = {{face_neck, 1},
                                           {arm_hand, 1},
                                           {leg_foot, 1.5_x},
                                           {trunk_front, 1},
                                           {trunk_back_buttocks, 1.5_x}};
inline constexpr SiteUnits years_1_2[] = {{face_neck, 1.5_x},
                                          {arm_hand, 1.5_x},
                                          {leg_foot, 2},
                                          {trunk_front, 2},
                                          {trunk_back_buttocks, 3}};
inline constexpr SiteUnits years_3_5[] = {{face_neck, 1.5_x},
                                          {arm_hand, 2},
                                          {leg_foot, 3},
                                          {trunk_front, 3},
                                          {trunk_back_buttocks, 3.5_x}};
inline constexpr SiteUnits years_6_10[] = {{face_neck, 2},
                                           {arm_hand, 2.5_x},
                                           {leg_foot, 4.5_x},
                                           {trunk_front, 3.5_x},
                                           {trunk_back_buttocks, 5}};

}  // namespace detail::ftu

inline constexpr FtuTable adult_ftu{"adult", "Adults", {}, detail::ftu::adult_sites};
inline constexpr FtuTable child_ftu[] = {
    {"months_3_6", "3 to 6 months", {3, 7}, detail::ftu::months_3_6},
    {"years_1_2", "1 to 2 years", {12, 36}, detail::ftu::years_1_2},
    {"years_3_5", "3 to 5 years", {36, 72}, detail::ftu::years_3_5},
    {"years_6_10", "6 to 10 years", {72, 132}, detail::ftu::years_6_10}};

/// The children's table for an age; null where none is printed: below 3 months, from 7 months to
/// the first birthday, from the eleventh birthday on. Who is an adult is the caller's decision.
constexpr const FtuTable* child_ftu_table(Age age) {
    for (const FtuTable& table : child_ftu) {
        if (table.ages.contains(age)) return &table;
    }
    return nullptr;
}

/// A site, and how many of it are treated: both arms are 2.
struct TreatedSite {
    FtuSite site;
    int count = 1;
};

/// Fingertip units of one application, or why they cannot be said.
struct FtuCount {
    Status status = Status::ok;
    Exact units = 0;
};

/// Adds up the sites; invalid when one is not in the table or its count is below 0.
constexpr FtuCount fingertip_units(const FtuTable& table, std::span<const TreatedSite> treated) {
    FtuCount sum;
    for (const TreatedSite& part : treated) {
        const SiteUnits* row = nullptr;
        for (const SiteUnits& each : table.sites) {
            if (each.site == part.site) row = &each;
        }
        if (row == nullptr || part.count < 0) return {.status = Status::invalid};
        sum.units = sum.units + row->units * Exact(part.count);
    }
    if (!sum.units.is_number()) return {.status = Status::invalid};
    return sum;
}

/// About how many grams `units` per application come to over `days`; invalid below 0.
constexpr Grams ftu_grams(Exact units, int times_a_day, int days) {
    if (!(units >= Exact(0)) || times_a_day < 0 || days < 0) return {.status = Status::invalid};
    return weighed(units * grams_per_ftu * Exact(times_a_day) * Exact(days));
}

// Worked example: arm and hand, 4 units twice a day, are 4 g a day and 28 g a week.
static_assert(ftu_grams(4, 2, 1).grams == Exact(4) && ftu_grams(4, 2, 7).grams == Exact(28));

}  // namespace eczscore::trial
