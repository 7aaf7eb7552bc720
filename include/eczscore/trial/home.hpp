// SPDX-License-Identifier: BSL-1.0
// The HOME core outcome set as data: which instrument for which domain at which age.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/life_quality.hpp"

namespace eczscore::trial {

/// What HOME asks to measure.
enum class HomeDomain : std::uint8_t { signs, symptoms, itch, life_quality, control };

constexpr Text name(HomeDomain domain) {
    constexpr Text names[] = {"signs", "symptoms", "itch", "life_quality", "control"};
    return name_of(names, domain);
}

/// Where the set is used: trials have a fixed set, clinical practice a menu.
enum class HomeSetting : std::uint8_t { trial, practice };

constexpr Text name(HomeSetting setting) {
    constexpr Text names[] = {"trial", "practice"};
    return name_of(names, setting);
}

/// One thing that is wanted at certain ages, and the instruments any one of which gives it.
struct HomeNeed {
    Text id;
    HomeDomain domain;
    AgeRange ages;
    List<Text> any_of;  ///< instrument ids
    Evidence evidence;
};

namespace detail::home {

inline constexpr Text easi[] = {"easi"};
inline constexpr Text poem[] = {"poem"};
inline constexpr Text peak_itch[] = {"pp_nrs"};
inline constexpr Text idqol[] = {"idqol"};
inline constexpr Text cdlqi[] = {"cdlqi"};
inline constexpr Text dlqi[] = {"dlqi"};
inline constexpr Text recap[] = {"recap"};
inline constexpr Text recap_or_adct[] = {"recap", "adct"};
inline constexpr Text signs_in_practice[] = {"easi", "viga_ad", "iga_bsa"};
inline constexpr Text symptoms_in_practice[] = {"poem", "po_scorad"};
inline constexpr int forever = AgeRange{}.below_months;
inline constexpr Evidence core_set{cite("williams_2022"), Confidence::high};
inline constexpr Evidence control{cite("thomas_2021"), Confidence::high,
                                  "how often it must be measured is not agreed"};
inline constexpr Evidence control_below_12{cite("thomas_2021"), Confidence::high,
                                           "ADCT is for 12 years and over"};
inline constexpr Evidence practice{cite("leshem_2022"), Confidence::high, "a menu: at least one"};

inline constexpr HomeNeed trial_needs[] = {
    {"signs", HomeDomain::signs, {}, easi, core_set},
    {"symptoms", HomeDomain::symptoms, {}, poem, core_set},
    {"itch", HomeDomain::itch, {}, peak_itch, core_set},
    {"life_quality_infant", HomeDomain::life_quality, {0, 48}, idqol, core_set},
    {"life_quality_child", HomeDomain::life_quality, {48, 192}, cdlqi, core_set},
    {"life_quality_adult", HomeDomain::life_quality, {192, forever}, dlqi, core_set},
    {"control_below_12", HomeDomain::control, {0, 144}, recap, control_below_12},
    {"control", HomeDomain::control, {144, forever}, recap_or_adct, control}};

/// Quality of life is not in the practice sources that were read, so nothing is asked of it. The
/// itch ratings over one week of the menu are no instruments of this library.
inline constexpr HomeNeed practice_needs[] = {
    {"signs",
     HomeDomain::signs,
     {},
     signs_in_practice,
     {cite("jacobson_2024"), Confidence::high, "a menu: at least one"}},
    {"symptoms", HomeDomain::symptoms, {}, symptoms_in_practice, practice},
    {"itch",
     HomeDomain::itch,
     {},
     peak_itch,
     {cite("leshem_2022"), Confidence::high,
      "a menu: at least one; its ratings of peak and average itch over one week are not here"}},
    {"control_below_12", HomeDomain::control, {0, 144}, recap, control_below_12},
    {"control", HomeDomain::control, {144, forever}, recap_or_adct, practice}};

}  // namespace detail::home

/// What HOME asks for in a setting, domain by domain.
constexpr List<HomeNeed> home_needs(HomeSetting setting) {
    if (setting == HomeSetting::practice) return detail::home::practice_needs;
    return detail::home::trial_needs;
}

}  // namespace eczscore::trial
