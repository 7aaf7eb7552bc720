// SPDX-License-Identifier: BSL-1.0
// POSAS 2.0, the observer's scale: six items 1 to 10, total 6 to 60.
#pragma once

#include <array>

#include "eczscore/instruments/detail/posas2_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::posas2_observer {

namespace detail {
using namespace eczscore::detail::posas2;
}

inline constexpr Item items[] = {detail::rating("vascularity", "vascularity"),
                                 detail::rating("pigmentation", "pigmentation"),
                                 detail::rating("thickness", "thickness"),
                                 detail::rating("relief", "relief"),
                                 detail::rating("pliability", "pliability"),
                                 detail::rating("surface_area", "surface area"),
                                 detail::overall_opinion};
inline constexpr Domain domains[] = {{"total", "Six items", 1, items, 60}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 60}};

inline constexpr const Citation* sources[] = {cite("posas_2_instructions"),
                                              cite("van_der_wal_2012"), cite("legemate_2024")};
inline constexpr Text notes[] = {
    detail::never_added,
    detail::opinion_apart,
    detail::floor,
    detail::which_part,
    "No important change was published for the observer's scale. Version 1.0 had five observer "
    "items (5 to 50, unverified).",
    detail::no_bands};

inline constexpr Description description{
    Identity{.id = "posas2_observer",
             .title = "Patient and Observer Scar Assessment Scale, observer",
             .version = "2.0",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = detail::rights},
    Scoring{.min = 6, .max = 60, .forms = forms, .missing = detail::all_six},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One scar; an item that was not set is missing, never 1.
struct Answers {
    Age age{};
    Answer vascularity{};
    Answer pigmentation{};
    Answer thickness{};
    Answer relief{};
    Answer pliability{};
    Answer surface_area{};
    Answer overall_opinion{};  ///< kept apart, may stay unset

    static constexpr const Instrument& instrument() { return posas2_observer::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {vascularity, pigmentation, thickness,      relief,
                pliability,  surface_area, overall_opinion};
    }
};

// Worked example.
inline constexpr Answers example{.vascularity = 4,
                                 .pigmentation = 3,
                                 .thickness = 5,
                                 .relief = 4,
                                 .pliability = 6,
                                 .surface_area = 2};
static_assert(score(example).value() == Exact(24));

}  // namespace eczscore::posas2_observer
