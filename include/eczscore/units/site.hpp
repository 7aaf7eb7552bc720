// SPDX-License-Identifier: BSL-1.0
// Where on the body a reading was taken.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/chars.hpp"

namespace eczscore::units {

/// A body site. Two sites of the same id are one site; a study adds its own.
struct Site {
    Text id{};
    Text label{};
    Evidence evidence{};  ///< of what `evidence.note` says, if anything

    /// A site was named.
    constexpr bool is_stated() const { return !id.empty(); }
    friend constexpr bool operator==(const Site& a, const Site& b) { return a.id == b.id; }
};

namespace site {
inline constexpr Site not_stated{};
inline constexpr Site volar_forearm{
    "volar_forearm", "Volar forearm, without the quarter next to the wrist",
    Evidence{cite("pinnagoda_1989"), Confidence::high,
             "sites next to the wrist were higher and more variable"}};
inline constexpr Site forearm_near_wrist{
    "forearm_near_wrist", "Volar forearm, quarter next to the wrist",
    Evidence{cite("pinnagoda_1989"), Confidence::high,
             "sites next to the wrist were higher and more variable"}};
inline constexpr Site upper_inner_arm{"upper_inner_arm", "Upper inner arm"};
inline constexpr Site axilla{"axilla", "Axilla"};
inline constexpr Site back{"back", "Back"};
inline constexpr Site back_of_neck{"back_of_neck", "Back of the neck"};
inline constexpr Site breast{"breast", "Breast"};
inline constexpr Site buttock{"buttock", "Buttock"};
inline constexpr Site cheek{"cheek", "Cheek"};
inline constexpr Site forehead{"forehead", "Forehead"};
inline constexpr Site hand{"hand", "Hand"};
inline constexpr Site palm{"palm", "Palm"};
inline constexpr Site periorbital{"periorbital", "Around the eye"};
inline constexpr Site sacrum{"sacrum", "Sacrum"};
}  // namespace site

inline constexpr const Site* sites[] = {&site::volar_forearm,
                                        &site::forearm_near_wrist,
                                        &site::upper_inner_arm,
                                        &site::axilla,
                                        &site::back,
                                        &site::back_of_neck,
                                        &site::breast,
                                        &site::buttock,
                                        &site::cheek,
                                        &site::forehead,
                                        &site::hand,
                                        &site::palm,
                                        &site::periorbital,
                                        &site::sacrum};

/// The site with this id, or null.
constexpr const Site* find_site(Chars id) {
    for (const Site* each : sites) {
        if (Chars(each->id) == id) return each;
    }
    return nullptr;
}

/// The side of the body.
enum class Side : std::uint8_t { not_stated, left, right, midline };
/// What the skin at the site is like.
enum class Lesion : std::uint8_t {
    not_stated,
    lesional,
    non_lesional,  ///< skin that looks normal, of a patient
    healthy        ///< of somebody without the disease
};

constexpr Text name(Side side) {
    constexpr Text names[] = {"not_stated", "left", "right", "midline"};
    return name_of(names, side);
}
constexpr Text name(Lesion lesion) {
    constexpr Text names[] = {"not_stated", "lesional", "non_lesional", "healthy"};
    return name_of(names, lesion);
}

}  // namespace eczscore::units
