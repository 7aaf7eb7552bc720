// SPDX-License-Identifier: BSL-1.0
// Substances, and what turns an amount or international units of them into a mass.
#pragma once

#include "eczscore/core/exact.hpp"
#include "eczscore/core/list.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/chars.hpp"

namespace eczscore::units {

/// A substance. A factor of 0 is not known here and must be given: no molar mass of a cytokine or
/// chemokine is built in, because it depends on the form that an assay was calibrated with.
struct Analyte {
    Text id{};
    Text label{};
    Exact grams_per_mole = 0;
    Exact grams_per_iu = 0;
    Evidence evidence{};

    /// The same substance with a molar mass stated by the caller.
    constexpr Analyte with_molar_mass(Exact grams) const {
        Analyte other = *this;
        other.grams_per_mole = grams;
        return other;
    }
};

inline constexpr Analyte water{
    "water", "Water", 18.015268_x, 0,
    Evidence{cite("iapws_water"), Confidence::high,
             "the IAPWS value; others in circulation differ by up to 0.026 %"}};
inline constexpr Analyte ige{
    "ige", "Total IgE", 0, Exact::ratio(12, 5'000'000'000),
    Evidence{cite("ige_assay_manual"), Confidence::high, "1 IU is 2.4 ng"}};
inline constexpr Analyte tarc{"tarc", "TARC (CCL17)"};
inline constexpr Analyte il_6{"il_6", "Interleukin-6"};
inline constexpr Analyte il_10{"il_10", "Interleukin-10"};
inline constexpr Analyte il_13{"il_13", "Interleukin-13"};
inline constexpr Analyte il_31{"il_31", "Interleukin-31"};
inline constexpr Analyte tnf_alpha{"tnf_alpha", "TNF-alpha"};
inline constexpr Analyte vegf{"vegf", "VEGF"};
inline constexpr Analyte tgf_beta{"tgf_beta", "TGF-beta"};

inline constexpr const Analyte* analytes[] = {&water, &ige,   &tarc,      &il_6, &il_10,
                                              &il_13, &il_31, &tnf_alpha, &vegf, &tgf_beta};

/// The substance with this id, or null.
constexpr const Analyte* find_analyte(Chars id) {
    for (const Analyte* analyte : analytes) {
        if (Chars(analyte->id) == id) return analyte;
    }
    return nullptr;
}

}  // namespace eczscore::units
