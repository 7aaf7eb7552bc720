// SPDX-License-Identifier: BSL-1.0
// VSS, the original Vancouver Scar Scale of Sullivan 1990: four items, 0 to 13.
#pragma once

#include <array>

#include "eczscore/instruments/detail/vss_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::vss {

namespace detail {
using namespace eczscore::detail::vss;
}
using eczscore::detail::vss::height_grade;

inline constexpr Item items[] = {
    detail::graded("pigmentation", "pigmentation (0 normal, 1 hypo, 2 hyper)", 2),
    detail::vascularity, detail::pliability, detail::height};
inline constexpr Domain domains[] = {{"total", "Four items", 1, items, 13}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 13}};

inline constexpr const Citation* sources[] = {cite("sullivan_1990"), cite("physiopedia_vss"),
                                              cite("vss_methods_note")};
inline constexpr Text notes[] = {detail::never_mix,
                                 "Exactly 2 mm and exactly 5 mm of height are grade 2.",
                                 detail::not_an_interval, detail::no_bands};

inline constexpr Description description = detail::described(
    {.id = "vss",
     .title = "Vancouver Scar Scale, original (0-13)",
     .version = "Sullivan 1990",
     .max = 13,
     .forms = forms,
     .evidence = {cite("sullivan_1990"), Confidence::high, "no missing rule was found"},
     .missing = "none: all four items",
     .sources = sources,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// One scar; an item that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer pigmentation{};  ///< 0-2
    Answer vascularity{};   ///< 0-3
    Answer pliability{};    ///< 0-5
    Answer height{};        ///< 0-3, see `height_grade`

    static constexpr const Instrument& instrument() { return vss::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {pigmentation, vascularity, pliability, height};
    }
};

// Worked example; the same scar is 9 of 14 in Baryza's coding.
inline constexpr Answers example{.pigmentation = 2, .vascularity = 2, .pliability = 3, .height = 1};
static_assert(score(example).value() == Exact(8));

}  // namespace eczscore::vss
