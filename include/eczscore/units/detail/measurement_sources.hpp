// SPDX-License-Identifier: BSL-1.0
// The sources that readings, their checks and their reference values cite, and how each was seen.
#pragma once

#include "eczscore/core/citation.hpp"

namespace eczscore::units::sources {

inline constexpr Citation kottner_2013{
    "kottner_2013",
    "Kottner J, Lichterfeld A, Blume-Peytavi U. Arch Dermatol Res 2013 (meta-analysis of TEWL)", "",
    "", "abstract seen"};
inline constexpr Citation akdeniz_2018{"akdeniz_2018",
                                       "Akdeniz et al. Br J Dermatol 2018;179:1049 (TEWL in "
                                       "healthy adults, systematic review; author from memory)",
                                       "10.1111/bjd.17025", "", "abstract seen"};
inline constexpr Citation young_adults_87{"young_adults_87",
                                          "Normative study of 87 healthy adults of 20 to 40 years",
                                          "", "", "abstract seen"};
inline constexpr Citation montero_vilchez_2021{"montero_vilchez_2021",
                                               "Montero-Vilchez et al. J Clin Med 2021;10:359", "",
                                               "", "abstract seen"};
inline constexpr Citation balistad{"balistad", "BALISTAD study, NCT04447417", "", "",
                                   "abstract seen"};
inline constexpr Citation newborns_2013{"newborns_2013", "Reference dataset of 1036 newborns, 2013",
                                        "10.1111/pde.12106", "", "abstract seen"};
inline constexpr Citation retraction_2015{"retraction_2015",
                                          "Retraction notice, J Allergy Clin Immunol 2015;135:930",
                                          "", "", "university record seen"};
inline constexpr Citation tewameter_page{
    "tewameter_page", "Manufacturer's pages on Tewameter TM 300", "", "",
    "pages seen; their conversions to g/min/cm2 are wrong by factors of 10 and 100"};
inline constexpr Citation tewameter_hex_sheet{
    "tewameter_hex_sheet", "Data sheet of Tewameter TM Hex (a reseller's)", "", "", "sheet seen"};
inline constexpr Citation dermalab_page{"dermalab_page", "Probe page of DermaLab (a reseller's)",
                                        "", "", "page seen"};
inline constexpr Citation gee_2006{"gee_2006", "Gee 2006 (calibration of TEWL instruments)", "", "",
                                   "abstract seen"};
inline constexpr Citation nilsson_1977{"nilsson_1977", "Nilsson GE. Med Biol Eng Comput 1977", "",
                                       "", "abstract seen; the constant is not printed in it"};
inline constexpr Citation barel_clarys_1995{"barel_clarys_1995", "Barel AO, Clarys P. 1995", "", "",
                                            "abstract seen"};
inline constexpr Citation preheating{"preheating", "Study of probe preheating", "", "",
                                     "abstract seen"};
inline constexpr Citation gpskin{"gpskin", "Ye 2019; Logger 2020; Murphrey 2020; Grinich", "", "",
                                 "abstracts seen"};
inline constexpr Citation kikuchi_2017{"kikuchi_2017", "Kikuchi 2017 (H4500)", "", "",
                                       "abstract seen"};
inline constexpr Citation burn_scars_2016{
    "burn_scars_2016", "TM 300 on burn scars and healthy skin, 2016", "", "", "abstract seen"};
inline constexpr Citation sacrum_2021{"sacrum_2021",
                                      "Reliability of skin measurements in pressure-ulcer "
                                      "research, 2021",
                                      "", "", "abstract seen"};
inline constexpr Citation pinnagoda_1989{"pinnagoda_1989", "Pinnagoda et al. 1989", "", "",
                                         "abstract seen"};
inline constexpr Citation susceptible_workers{
    "susceptible_workers", "Study of the variability of TEWL in workers", "", "", "abstract seen"};
inline constexpr Citation post_sswl{"post_sswl", "Papers on the plastic occlusion stress test", "",
                                    "", "abstracts seen"};
inline constexpr Citation du_plessis_2013{
    "du_plessis_2013", "du Plessis et al. 2013 (non-clinical guideline)", "", "", "record seen"};
inline constexpr Citation stripping_trial{"stripping_trial", "Trial record NCT03168113", "", "",
                                          "record seen"};
inline constexpr Citation integrity_2010{"integrity_2010",
                                         "Integrity and cohesion of the stratum corneum, 2010", "",
                                         "", "abstract seen"};
inline constexpr Citation sequential_stripping_2014{
    "sequential_stripping_2014", "Sequential tape stripping, 2014", "", "", "abstract seen"};
inline constexpr Citation humidity_formulas{
    "humidity_formulas",
    "Magnus (Sonntag 1990), Alduchov and Eskridge 1996 and Buck 1981, as quoted in software "
    "documentation",
    "", "", "documentation seen"};
inline constexpr Citation iapws_if97{"iapws_if97",
                                     "IAPWS Industrial Formulation 1997, saturation pressure", "",
                                     "", "from memory; reproduces the release's check values"};
inline constexpr Citation buck_1996{"buck_1996", "Buck 1996", "", "", "from memory"};
inline constexpr Citation tetens{"tetens", "Tetens", "", "", "from memory"};
inline constexpr Citation massman_1998{
    "massman_1998", "Massman 1998 (diffusivity of water vapour in air)", "", "", "from memory"};
inline constexpr Citation clarys_2012{"clarys_2012", "Clarys et al. 2012 (hydration devices)", "",
                                      "", "abstract seen"};
inline constexpr Citation samadi_2022{
    "samadi_2022", "Samadi 2022 (hydration of healthy adults, pooled)", "", "", "abstract seen"};
inline constexpr Citation moisturiser_ad{"moisturiser_ad",
                                         "Moisturiser study in atopic dermatitis, n = 40",
                                         "10.1007/s13555-014-0048-z", "", "table seen"};
inline constexpr Citation corneometer_dermalab{
    "corneometer_dermalab", "Corneometer and DermaLab compared, n = 184", "", "", "abstract seen"};
inline constexpr Citation ph_studies{"ph_studies", "Studies of skin surface pH", "", "",
                                     "abstracts seen"};
inline constexpr Citation tarc_children{"tarc_children", "Papers on serum TARC in children", "", "",
                                        "abstracts seen"};
inline constexpr Citation ige_reference{"ige_reference",
                                        "Reference values of total IgE; third standard 11/234", "",
                                        "", "abstracts seen"};
inline constexpr Citation hornung_reed_1990{
    "hornung_reed_1990", "Hornung RW, Reed LD 1990; NHANES tutorial on limits of detection", "", "",
    "abstract and tutorial seen"};

}  // namespace eczscore::units::sources
