// SPDX-License-Identifier: BSL-1.0
// Severity of psoriasis by PASI, body surface and DLQI together, and where no rule decides.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/pasi.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::trial {

/// The three exact scores of one assessment. A score that is missing has no severity: nothing
/// stands in for it.
struct PsoriasisScores {
    Exact pasi = 0;         ///< 0-72
    Exact bsa_percent = 0;  ///< 0-100
    Exact dlqi = 0;         ///< 0-30

    /// All three lie on their scales, so that they have a severity.
    constexpr bool are_in_range() const {
        const auto within = [](Exact score, Exact max) {
            return score >= Exact(0) && score <= max;
        };
        return within(pasi, pasi::instrument.max) && within(bsa_percent, 100) &&
               within(dlqi, dlqi::instrument.max);
    }
};

/// What a joint rule says. `unclassified` where it does not decide: no published rule covers every
/// case.
enum class PsoriasisSeverity : std::uint8_t {
    mild,
    moderate,
    severe,
    moderate_to_severe,
    unclassified,
    out_of_range  ///< one of the scores is outside its range: nothing is clamped
};

constexpr Text name(PsoriasisSeverity severity) {
    constexpr Text names[] = {"mild",         "moderate",    "severe", "moderate_to_severe",
                              "unclassified", "out_of_range"};
    return name_of(names, severity);
}

/// European consensus 2011. Mild: body surface, PASI and DLQI all 10 or less. Moderate to severe:
/// body surface or PASI above 10, and DLQI above 10. PASI 15 with DLQI 5 is neither.
constexpr PsoriasisSeverity severity_mrowietz_2011(const PsoriasisScores& scores) {
    if (!scores.are_in_range()) return PsoriasisSeverity::out_of_range;
    const bool skin_above_10 = scores.bsa_percent > Exact(10) || scores.pasi > Exact(10);
    const bool life_above_10 = scores.dlqi > Exact(10);
    if (skin_above_10 && life_above_10) return PsoriasisSeverity::moderate_to_severe;
    if (!skin_above_10 && !life_above_10) return PsoriasisSeverity::mild;
    return PsoriasisSeverity::unclassified;
}

/// Spanish proposal 2017. Mild: PASI and DLQI both below 7. Moderate: PASI 7 to 15 and DLQI 5 to
/// 15. Severe: PASI above 15, whatever the DLQI. Body surface is not looked at.
constexpr PsoriasisSeverity severity_spanish_2017(const PsoriasisScores& scores) {
    if (!scores.are_in_range()) return PsoriasisSeverity::out_of_range;
    if (scores.pasi > Exact(15)) return PsoriasisSeverity::severe;
    if (scores.pasi < Exact(7)) {
        return scores.dlqi < Exact(7) ? PsoriasisSeverity::mild : PsoriasisSeverity::unclassified;
    }
    return scores.dlqi >= Exact(5) && scores.dlqi <= Exact(15) ? PsoriasisSeverity::moderate
                                                               : PsoriasisSeverity::unclassified;
}

/// One published rule, with what it says in words.
struct PsoriasisRule {
    Text id;
    Text title;
    Text text;
    PsoriasisSeverity (*judge)(const PsoriasisScores& scores) = nullptr;
    Evidence evidence;
    bool is_default = false;
};

inline constexpr PsoriasisRule psoriasis_rules[] = {
    {.id = "mrowietz_2011",
     .title = "European consensus 2011",
     .text =
         "mild: body surface, PASI and DLQI all 10 or less; moderate to severe: body surface or "
         "PASI above 10, and DLQI above 10; else unclassified",
     .judge = severity_mrowietz_2011,
     .evidence = {cite("mrowietz_2011"), Confidence::high,
                  "the two classes do not cover every case; special sites may raise the class, "
                  "which is a clinician's decision and not made here"},
     .is_default = true},
    {.id = "spanish_2017",
     .title = "Spanish proposal 2017",
     .text = "mild: PASI and DLQI below 7; moderate: PASI 7 to 15 and DLQI 5 to 15; severe: PASI "
             "above 15; else unclassified",
     .judge = severity_spanish_2017,
     .evidence = {cite("spanish_2017"), Confidence::high,
                  "incomplete: PASI below 7 with DLQI of 7 or more, and PASI 7 to 15 with DLQI "
                  "below 5 or above 15, have no class"}}};

static_assert(severity_mrowietz_2011({.pasi = 15, .bsa_percent = 8, .dlqi = 5}) ==
              PsoriasisSeverity::unclassified);

}  // namespace eczscore::trial
