// SPDX-License-Identifier: BSL-1.0
// The sources that measured quantities cite, and how each was seen.
#pragma once

#include "eczscore/core/citation.hpp"

namespace eczscore::units::sources {

inline constexpr Citation ucum{"ucum_2_2", "The Unified Code for Units of Measure, version 2.2", "",
                               "", "definition file and specification text seen"};
inline constexpr Citation iapws{"iapws_water",
                                "Molar mass of water of the International Association for the "
                                "Properties of Water and Steam",
                                "", "", "seen as quoted in software documentation"};
inline constexpr Citation ige_assay{"ige_assay_manual",
                                    "Total IgE assay manual: 1 IU corresponds to 2.4 ng", "", "",
                                    "package insert seen"};
inline constexpr Citation cutometer{
    "cutometer_papers", "Qu 2016; Ohshima 2013 and other papers on Cutometer parameters", "", "",
    "abstracts seen"};
inline constexpr Citation ita{"ita_implementations",
                              "Individual typology angle: formula and six classes (Chardon 1991; "
                              "Del Bino)",
                              "", "",
                              "repeated in many public implementations; original papers from "
                              "memory"};
inline constexpr Citation ciede2000{"ciede2000_test_data",
                                    "CIEDE2000 in the notation of Sharma, Wu and Dalal, with its "
                                    "published test pairs",
                                    "", "", "test data seen in public repositories"};
inline constexpr Citation takiwaki_1998{
    "takiwaki_1998", "Takiwaki 1998 and others on measuring skin colour", "", "", "abstracts seen"};
inline constexpr Citation tdc_maker{"moisture_meter_d_page",
                                    "Manufacturer's page on tissue dielectric constant and "
                                    "percentage water content",
                                    "", "", "page seen"};
inline constexpr Citation evaporimetry{
    "evaporimetry_faq", "Pages on evaporimetry: overview, speed, guidelines", "", "", "pages seen"};

}  // namespace eczscore::units::sources
