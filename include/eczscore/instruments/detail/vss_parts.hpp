// SPDX-License-Identifier: BSL-1.0
// What the three Vancouver Scar Scales share: items, sources, traps. Their totals are never mixed.
#pragma once

#include <cstdint>

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::vss {

consteval Item graded(Text id, Text label, int highest) {
    return {.id = id, .label = label, .scale = whole_points(0, highest)};
}
consteval Item recorded(Text id, Text label, int highest) {
    return {.id = id, .label = label, .scale = whole_points(0, highest), .role = Role::recorded};
}
inline constexpr Item vascularity =
    graded("vascularity", "vascularity (0 normal, 1 pink, 2 red, 3 purple)", 3);
inline constexpr Item pliability =
    graded("pliability",
           "pliability (0 normal, 1 supple, 2 yielding, 3 firm, 4 banding, 5 contracture)", 5);
inline constexpr Item height =
    graded("height", "height (0 flat, 1 below 2 mm, 2 from 2 to 5 mm, 3 above 5 mm)", 3);

/// The height grade of the original scale and of Baryza's, from millimetres; exactly 2 mm and
/// exactly 5 mm are grade 2. (Nedelec's cut-points were not seen: take the grade, not millimetres.)
/// A height that was rounded to six places gives a grade that says `rounded`.
constexpr Answer height_grade(Answer millimetres) {
    if (!millimetres.is_value()) return millimetres;
    const std::int64_t length = millimetres.millionths();
    const bool rounded = millimetres.kind() == Answer::Kind::rounded;
    if (length < 0) return Answer::unreadable();
    const int grade = length == 0 && !rounded             ? 0
                      : length < 2 * millionths_per_point ? 1
                      : length > 5 * millionths_per_point ? 3
                                                          : 2;
    return Answer::from_millionths(grade * millionths_per_point, rounded);
}

// --- Sources ------------------------------------------------------------------------------------

// --- What is the same for all three -------------------------------------------------------------

inline constexpr Text never_mix =
    "Three scales go by this name, 0-13 (Sullivan), 0-14 (Baryza) and 0-14 (Nedelec); their totals "
    "are not comparable and never mixed.";
inline constexpr Text not_an_interval =
    "Pigmentation is a set of names, not an amount, so a difference of totals is not a distance.";
inline constexpr Text no_bands =
    "No bands and no important difference were found; classes of mild to severe on the web are "
    "invented. One study called a total above 4 a poor scar, without saying of which version.";
inline constexpr Text rights =
    "Published for clinical use; no licence text was found (unverified). No wording is included.";

/// How a version differs from the others.
struct Version {
    Text id;
    Text title;
    Text version;
    Exact max;
    List<Form> forms;
    Evidence evidence;
    Text missing;
    List<const Citation*> sources;
    List<Text> notes;
};
consteval Description described(const Version& which) {
    return {Identity{.id = which.id,
                     .title = which.title,
                     .version = which.version,
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = rights},
            Scoring{.min = 0,
                    .max = which.max,
                    .forms = which.forms,
                    .missing = {.evidence = which.evidence, .text = which.missing}},
            Interpretation{.notes = which.notes}, Provenance{.sources = which.sources}};
}

}  // namespace eczscore::detail::vss
