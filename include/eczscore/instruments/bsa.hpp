// SPDX-License-Identifier: BSL-1.0
// BSA, involved body surface area as one percentage, however it was measured.
#pragma once

#include <array>

#include "eczscore/instruments/detail/bsa_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::bsa {

inline constexpr Item items[] = {{.id = "percent",
                                  .label = "involved body surface, percent of the body",
                                  .scale = measured(0, 100)}};
inline constexpr Domain domains[] = {{"percent", "Involved body surface", 1, items, 100}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 100}};

inline constexpr const Citation* sources[] = {cite("chopra_2017"), cite("aad_npf"),
                                              cite("mrowietz_2011")};
inline constexpr Text notes[] = {
    "The percentage is taken as it was typed in, so keep beside it how it was measured; "
    "bsa_handprint, bsa_rule_of_nines, bsa_lund_browder and bsa_easi_regions have the method in "
    "their name.",
    eczscore::detail::bsa::methods_differ, eczscore::detail::bsa::no_mcid};

namespace detail {
consteval Description described() {
    Description it = eczscore::detail::bsa::described({.id = "bsa",
                                                       .title = "Body surface area involved",
                                                       .version = "method not given",
                                                       .forms = forms,
                                                       .sources = sources,
                                                       .notes = notes});
    it.missing.text = "none: the percentage";
    return it;
}
}  // namespace detail
inline constexpr Description description = detail::described();
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a percentage that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer percent{};  ///< 0-100

    static constexpr const Instrument& instrument() { return bsa::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {percent}; }
};

static_assert(score(Answers{.percent = 15.95_x}).value() == 15.95_x);

}  // namespace eczscore::bsa
