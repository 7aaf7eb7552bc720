// SPDX-License-Identifier: BSL-1.0
// Publications that the definitions over dated records cite.
#pragma once

#include "eczscore/core/citation.hpp"

namespace eczscore::trial::detail::sources {

inline constexpr Citation langan_2006{"langan_2006",
                                      "Langan SM et al. Arch Dermatol 2006 (review of flares)", "",
                                      "", "figure captions seen"};
inline constexpr Citation langan_2014{"langan_2014",
                                      "Langan SM et al. Br J Dermatol 2014;170:548-556",
                                      "10.1111/bjd.12747", "24266741", "abstract seen"};
inline constexpr Citation thomas_2015{"thomas_2015", "Thomas KS et al. PLoS One 2015",
                                      "10.1371/journal.pone.0124770", "25897763", "abstract seen"};
inline constexpr Citation weeks_2017{"weeks_2017",
                                     "Well-controlled weeks. J Allergy Clin Immunol 2017",
                                     "10.1016/j.jaci.2017.02.043", "28456619", "abstract seen"};
inline constexpr Citation long_finlay_1991{
    "long_finlay_1991", "Long CC, Finlay AY. Clin Exp Dermatol 1991;16:444-447", "", "",
    "citation from memory; the tables of units were seen, not in the paper itself"};
inline constexpr Citation rescue_pages{
    "rescue_pages", "Dupilumab label-based pages; nemolizumab results pages", "", "", "seen"};
inline constexpr Citation williams_2022{
    "williams_2022", "Williams HC et al. J Allergy Clin Immunol 2022;149:1899-1911 (HOME)",
    "10.1016/j.jaci.2022.03.017", "", "abstract and HOME site seen"};
inline constexpr Citation thomas_2021{"thomas_2021",
                                      "Thomas KS et al. Br J Dermatol 2021;185:139-146 (HOME VII)",
                                      "10.1111/bjd.19751", "33179283", "abstract seen"};
inline constexpr Citation jacobson_2024{"jacobson_2024",
                                        "Jacobson ME et al. JAMA Dermatol 2024;160:878 (HOME-CP)",
                                        "10.1001/jamadermatol.2024.1162", "",
                                        "abstract and news summary seen; DOI seen in public code"};
inline constexpr Citation leshem_2022{"leshem_2022",
                                      "Leshem YA et al. JAMA Dermatol 2022 (HOME-CP)",
                                      "10.1001/jamadermatol.2022.4211", "36223090", "summary seen"};
inline constexpr Citation reich_2012{"reich_2012", "Reich A et al. Acta Derm Venereol 2012",
                                     "10.2340/00015555-1265", "", "seen"};

}  // namespace eczscore::trial::detail::sources
