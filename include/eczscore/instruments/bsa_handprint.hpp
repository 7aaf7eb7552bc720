// SPDX-License-Identifier: BSL-1.0
// BSA in handprints: the patient's palm with fingers is 1 % of the body, without fingers 0.5 %.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/instruments/detail/bsa_parts.hpp"
#include "eczscore/model/worksheet.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::bsa_handprint {

/// Two counts, halves and quarters allowed; the second is for those who count palms apart.
inline constexpr Item items[] = {
    {.id = "handprints", .label = "palms with fingers and thumb", .scale = measured(0, 100)},
    {.id = "palms_without_fingers",
     .label = "palms without fingers, counted apart (may be left out)",
     .scale = measured(0, 200),
     .role = Role::recorded}};
inline constexpr Domain domains[] = {{"handprints", "Handprints", 1, items, 100}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 100}};

/// Palms with fingers, and half of those without that were counted apart; more than the whole body
/// is refused.
struct Percent {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        constexpr std::size_t with_fingers = position_of(items, "handprints");
        constexpr std::size_t without_fingers = position_of(items, "palms_without_fingers");
        const auto unanswered = !sheet.has(with_fingers);
        sheet.blank(unanswered, with_fingers);
        sheet.missing(unanswered);
        const auto hands = sheet.millionths(with_fingers);
        const auto palms = sheet.millionths(without_fingers);
        const auto halves = 2 * hands + palms;
        const auto too_many = halves > 200 * millionths_per_point;
        sheet.wrong(too_many, with_fingers);
        sheet.wrong(too_many, without_fingers);
        sheet.refuse(too_many, "together they are more than the whole body");
        sheet.line(Sheet::all(), "palms with fingers, 1 % each", hands, millionths_per_point);
        sheet.line(sheet.has(without_fingers), "palms without fingers, 0.5 % each", palms,
                   2 * millionths_per_point);
        sheet.score(halves, 2 * millionths_per_point);
    }
};

inline constexpr const Citation* sources[] = {cite("murari_2019"), cite("scarisbrick_2013"),
                                              cite("chopra_2017"), cite("aad_npf"),
                                              cite("mrowietz_2011")};
inline constexpr Text notes[] = {
    "The hand is the patient's own. In adults a palm with fingers measures about 0.78 to 0.8 %, so "
    "the method overestimates by 10 to 20 %.",
    "In infants handprints are acceptable for small areas only; use Lund-Browder.",
    "A sum above 100 % is refused; a blank count of palms without fingers says that none were "
    "counted apart.",
    eczscore::detail::bsa::methods_differ, eczscore::detail::bsa::no_mcid};

namespace detail {
consteval Description described() {
    Description it =
        eczscore::detail::bsa::described({.id = "bsa_handprint",
                                          .title = "Body surface area involved, by handprints",
                                          .version = "palm with fingers 1 %, without 0.5 %",
                                          .forms = forms,
                                          .sources = sources,
                                          .notes = notes});
    it.formula = &formula_of<Percent>;
    it.formula_text = "palms with fingers + palms without fingers / 2; above 100 it is refused";
    it.missing = {.evidence = {cite("murari_2019"), Confidence::high},
                  .text = "none: the palms with fingers (0 when there are none)"};
    return it;
}
}  // namespace detail
inline constexpr Description description = detail::described();
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a count of handprints that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer handprints{};             ///< 0-100
    Answer palms_without_fingers{};  ///< 0-200, may stay unset

    static constexpr const Instrument& instrument() { return bsa_handprint::instrument; }
    constexpr std::array<Answer, 2> in_order() const { return {handprints, palms_without_fingers}; }
};

static_assert(score(Answers{.handprints = 7}).value() == Exact(7));

}  // namespace eczscore::bsa_handprint
