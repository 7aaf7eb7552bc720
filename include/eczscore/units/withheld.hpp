// SPDX-License-Identifier: BSL-1.0
// What is known of and not shipped, with the reason: retracted, unverified or contradictory.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/chars.hpp"

namespace eczscore::units {

/// Something that this library does not ship.
struct Withheld {
    Text id{};
    Text what{};
    Text why{};
    const Citation* source = nullptr;
};

/// Their numbers are nowhere in this library.
inline constexpr Withheld withheld[] = {
    {"tewl_infant_cut_offs", "TEWL cut-offs at 2 days and 2 months that predict dermatitis",
     "the paper was retracted: its analysis by quartiles could not be reproduced",
     cite("retraction_2015")},
    {"tewl_infant_cohort", "TEWL at birth, 2 and 6 months of the same cohort",
     "the journal paper of this cohort was retracted", cite("retraction_2015")},
    {"tewl_forehead_cut_off", "a forehead cut-off in the first week of life",
     "belongs to its device and climate", nullptr},
    {"tewl_bands", "manufacturers' bands of TEWL",
     "from memory only, and at odds with the range on the manufacturer's current page",
     cite("tewameter_page")},
    {"hydration_bands", "bands of dryness by Corneometer",
     "from memory only; four schemes disagree, and one calls a healthy back very dry", nullptr},
    {"tewl_minimal_important_change", "a minimal important change of TEWL",
     "none was found published; ask at least for more than the smallest detectable change",
     nullptr},
    {"tewl_temperature_slope", "a slope of log TEWL on skin temperature",
     "disputed and unverified; no correction is made", nullptr},
    {"tewl_site_tables", "TEWL of healthy adults at 50 and 86 sites",
     "the tables were not accessible", cite("akdeniz_2018")},
    {"tewl_pelistad", "TEWL of children of 6 to 11 years",
     "printed as standard deviations that can only be standard errors", nullptr},
    {"device_equations", "regressions from one device to another",
     "none with verified coefficients was found", cite("gee_2006")},
    {"water_content_from_tdc", "a table from tissue dielectric constant to percent water",
     "the maker's formula is not published; see percent_water()", cite("moisture_meter_d_page")},
    {"ph_normal_range", "a normal range of skin pH", "the sources disagree", cite("ph_studies")},
    {"sebum_types", "skin types by sebum", "from memory only", nullptr},
    {"tarc_adult_limit", "an upper limit of TARC for adults", "from memory only", nullptr}};

/// The entry with this id, or null.
constexpr const Withheld* find_withheld(Chars id) {
    for (const Withheld& each : withheld) {
        if (Chars(each.id) == id) return &each;
    }
    return nullptr;
}

}  // namespace eczscore::units
