// SPDX-License-Identifier: BSL-1.0
// The Vancouver Scar Scale as modified by Nedelec 2000: four items, 0 to 14; pain and itch apart.
#pragma once

#include <array>

#include "eczscore/instruments/detail/vss_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::vss_nedelec {

namespace detail {
using namespace eczscore::detail::vss;
}

inline constexpr Item items[] = {
    detail::graded("pigmentation", "pigmentation, grade", 3),
    detail::vascularity,
    detail::graded("pliability", "pliability, grade (no contracture)", 4),
    detail::graded("height", "height, grade (not millimetres)", 4),
    detail::recorded("pain", "pain, 0 to 10, kept apart", 10),
    detail::recorded("itch", "itch, 0 to 10, kept apart", 10)};
inline constexpr Domain domains[] = {{"total", "Four items", 1, items, 14}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 14}};

inline constexpr const Citation* sources[] = {cite("nedelec_2000"), cite("vss_wound_care_page"),
                                              cite("vss_methods_note")};
inline constexpr Text notes[] = {
    detail::never_mix,
    "Ranges and total are of medium confidence. The limits of the height grades were not seen "
    "(unverified): record the grade, not millimetres.",
    "Pain and itch are kept beside the total and never added.", detail::not_an_interval,
    detail::no_bands};

inline constexpr Description description = detail::described(
    {.id = "vss_nedelec",
     .title = "Vancouver Scar Scale, modified by Nedelec (0-14)",
     .version = "Nedelec 2000",
     .max = 14,
     .forms = forms,
     .evidence = {cite("nedelec_2000"), Confidence::medium, "no missing rule was found"},
     .missing = "none: all four items; pain and itch may be blank",
     .sources = sources,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// One scar; an item that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer pigmentation{};  ///< 0-3
    Answer vascularity{};   ///< 0-3
    Answer pliability{};    ///< 0-4
    Answer height{};        ///< 0-4
    Answer pain{};          ///< 0-10, kept apart, may stay unset
    Answer itch{};          ///< 0-10, kept apart, may stay unset

    static constexpr const Instrument& instrument() { return vss_nedelec::instrument; }
    constexpr std::array<Answer, 6> in_order() const {
        return {pigmentation, vascularity, pliability, height, pain, itch};
    }
};

static_assert(score(Answers{.pigmentation = 0, .vascularity = 0, .pliability = 0, .height = 0})
                  .value() == Exact(0));

}  // namespace eczscore::vss_nedelec
