// SPDX-License-Identifier: BSL-1.0
// Publications that several instruments cite.
#pragma once

#include "eczscore/core/citation.hpp"

namespace eczscore::detail::sources {

inline constexpr Citation schram_2012{
    "schram_2012", "Schram ME et al. Allergy 2012;67:99-106", "10.1111/j.1398-9995.2011.02719.x",
    "21951293",
    "not read; DOI seen as cited in public code, PMID from memory, values seen second-hand"};
inline constexpr Citation hurault_2018{
    "hurault_2018",
    "Hurault G, Schram ME, Roekevisch E, Spuls PI, Tanaka RJ. Br J Dermatol 2018 "
    "(EASI and objective SCORAD, relationship and stratification)",
    "10.1111/bjd.16916", "", "companion repository read (MIT licence); author list from memory"};
inline constexpr Citation chopra_2017{
    "chopra_2017", "Chopra R et al. Br J Dermatol 2017;177:1316-1321", "10.1111/bjd.15641",
    "28485036", "abstract seen; DOI from memory"};
inline constexpr Citation silverberg_2021{
    "silverberg_2021",
    "Silverberg JI et al. Br J Dermatol 2021;184:888-895 (best endpoints for EASI and SCORAD)",
    "10.1111/bjd.19457", "", "abstract seen; DOI from memory"};
inline constexpr Citation review_2019{
    "review_2019", "J Allergy Clin Immunol Pract 2019, review of AD severity measures, Table III",
    "10.1016/j.jaip.2019.06.044", "", "table seen (PMC7395647)"};
inline constexpr Citation nct05149313{"nct05149313", "Trial registration NCT05149313", "", "",
                                      "registration seen"};
inline constexpr Citation vakharia_2018{
    "vakharia_2018",
    "Vakharia PP et al. Br J Dermatol 2018;178:925 (patient-reported outcomes in adult AD)", "", "",
    "PMC5906166 seen"};
inline constexpr Citation silverberg_2018{
    "silverberg_2018", "Silverberg JI et al. Ann Allergy Asthma Immunol 2018;121:464-468",
    "10.1016/j.anai.2018.07.004", "30003968", "abstract seen; DOI seen in public code"};
inline constexpr Citation adolescents_2019{
    "adolescents_2019", "Dermatol Ther (Heidelb) 2019 (adolescents 12-17 years, dupilumab RCT)",
    "10.1007/s13555-019-00333-2", "", "article excerpt seen"};
inline constexpr Citation public_skin_scores{"public_tool", "A public collection of skin scores",
                                             "", "", "code read"};
inline constexpr Citation mrowietz_2011{
    "mrowietz_2011", "Mrowietz U et al. Arch Dermatol Res 2011;303:1-10 (European consensus)",
    "10.1007/s00403-010-1080-1", "20857129", "abstract seen"};
inline constexpr Citation silverberg_2022{
    "silverberg_2022",
    "Silverberg JI et al. Dermatol Ther (Heidelb) 2022;12:2817-2827 (severity strata of WP-NRS, "
    "ADerm-SS and ADerm-IS)",
    "10.1007/s13555-022-00836-5", "36333616", "abstract seen (769 adults, 113 adolescents)"};
inline constexpr Citation breeze_2021{"silverberg_2021_breeze",
                                      "Silverberg JI et al. Health Qual Life Outcomes 2021 "
                                      "(BREEZE-AD1, 2, 5)",
                                      "10.1186/s12955-021-01877-8", "", "seen"};
inline constexpr Citation uremic_pruritus{
    "pmc9871858", "Review of itch scales in dialysis patients", "", "", "PMC9871858, table seen"};

}  // namespace eczscore::detail::sources
