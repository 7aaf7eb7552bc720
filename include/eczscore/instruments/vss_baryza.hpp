// SPDX-License-Identifier: BSL-1.0
// The Vancouver Scar Scale as modified by Baryza 1995: four items, 0 to 14; pain and itch apart.
#pragma once

#include <array>

#include "eczscore/instruments/detail/vss_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::vss_baryza {

namespace detail {
using namespace eczscore::detail::vss;
}
using eczscore::detail::vss::height_grade;

inline constexpr Item items[] = {
    detail::graded("pigmentation", "pigmentation (0 normal, 1 hypo, 2 mixed, 3 hyper)", 3),
    detail::vascularity, detail::pliability, detail::height,
    detail::recorded("pain_itch", "pain or itch, kept apart (0 none, 1 occasional, 2 medication)",
                     2)};
inline constexpr Domain domains[] = {{"total", "Four items", 1, items, 14}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 14}};

inline constexpr const Citation* sources[] = {cite("baryza_1995"), cite("vss_wound_care_page"),
                                              cite("vss_methods_note")};
inline constexpr Text notes[] = {
    detail::never_mix,
    "Pain or itch is kept beside the total and never added (medium confidence: some add up to 2).",
    "Exactly 2 mm and exactly 5 mm of height are grade 2.", detail::not_an_interval,
    detail::no_bands};

inline constexpr Description description = detail::described(
    {.id = "vss_baryza",
     .title = "Vancouver Scar Scale, modified by Baryza (0-14)",
     .version = "Baryza 1995",
     .max = 14,
     .forms = forms,
     .evidence = {cite("baryza_1995"), Confidence::high, "no missing rule was found"},
     .missing = "none: all four items; pain or itch may be blank",
     .sources = sources,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// One scar; an item that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer pigmentation{};  ///< 0-3
    Answer vascularity{};   ///< 0-3
    Answer pliability{};    ///< 0-5
    Answer height{};        ///< 0-3, see `height_grade`
    Answer pain_itch{};     ///< 0-2, kept apart, may stay unset

    static constexpr const Instrument& instrument() { return vss_baryza::instrument; }
    constexpr std::array<Answer, 5> in_order() const {
        return {pigmentation, vascularity, pliability, height, pain_itch};
    }
};

// Worked example: the scar that is 8 of 13 on the original scale; hyper is 3 here.
inline constexpr Answers example{.pigmentation = 3, .vascularity = 2, .pliability = 3, .height = 1};
static_assert(score(example).value() == Exact(9));

}  // namespace eczscore::vss_baryza
