// SPDX-License-Identifier: BSL-1.0
// BSA by the four regions of EASI: how much of each region is involved, with its share by age.
#pragma once

#include <array>

#include "eczscore/instruments/detail/bsa_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::bsa_easi_regions {

namespace detail {
using eczscore::detail::bsa::involved;
using eczscore::detail::bsa::part;
}  // namespace detail

inline constexpr Item head_neck[] = {
    detail::involved("head_neck", "head and neck, percent involved")};
inline constexpr Item upper_limbs[] = {
    detail::involved("upper_limbs", "upper limbs, percent involved")};
inline constexpr Item trunk[] = {detail::involved("trunk", "trunk, percent involved")};
inline constexpr Item lower_limbs[] = {
    detail::involved("lower_limbs", "lower limbs with buttocks, percent involved")};

/// Shares of the body in tenths of a percent.
inline constexpr Domain under_8[] = {detail::part("head_neck", "Head and neck", 200, head_neck),
                                     detail::part("upper_limbs", "Upper limbs", 200, upper_limbs),
                                     detail::part("trunk", "Trunk", 300, trunk),
                                     detail::part("lower_limbs", "Lower limbs", 300, lower_limbs)};
inline constexpr Domain from_8[] = {detail::part("head_neck", "Head and neck", 100, head_neck),
                                    detail::part("upper_limbs", "Upper limbs", 200, upper_limbs),
                                    detail::part("trunk", "Trunk", 300, trunk),
                                    detail::part("lower_limbs", "Lower limbs", 400, lower_limbs)};
inline constexpr Form forms[] = {
    {"under_8", "before the 8th birthday", {.below_months = 96}, 1000, under_8, 100},
    {"from_8", "8 years and over", {.from_months = 96}, 1000, from_8, 100}};

inline constexpr const Citation* sources[] = {cite("hanifin_2022"), cite("home_easi"),
                                              cite("chopra_2017"), cite("aad_npf"),
                                              cite("mrowietz_2011")};
inline constexpr Text notes[] = {
    "Give the percentage of each region, not its area grade 0 to 6: a grade cannot be turned back "
    "into a percentage.",
    "Until the day before the 8th birthday the shares are 20, 20, 30 and 30 %, then 10, 20, 30 and "
    "40 %; beside the Lund-Browder table that is one coarse step.",
    eczscore::detail::bsa::methods_differ, eczscore::detail::bsa::no_mcid};

inline constexpr Description description = eczscore::detail::bsa::described(
    {.id = "bsa_easi_regions",
     .title = "Body surface area involved, by the regions of EASI",
     .version = "20/20/30/30 before the 8th birthday, 10/20/30/40 after",
     .forms = forms,
     .sources = sources,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// Involved percent of each region, 0-100; a region that was not set is missing, never 0.
struct Answers {
    Age age{};  ///< needed: it chooses the shares
    Answer head_neck{};
    Answer upper_limbs{};
    Answer trunk{};
    Answer lower_limbs{};

    static constexpr const Instrument& instrument() { return bsa_easi_regions::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {head_neck, upper_limbs, trunk, lower_limbs};
    }
};

static_assert(score(Answers{.age = Age::years(8),
                            .head_neck = 10,
                            .upper_limbs = 20,
                            .trunk = 0,
                            .lower_limbs = 50})
                  .value() == Exact(25));

}  // namespace eczscore::bsa_easi_regions
