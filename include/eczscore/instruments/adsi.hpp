// SPDX-License-Identifier: BSL-1.0
// ADSI, the Atopic Dermatitis Severity Index: five gradings of a target site, 0 to 15.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::adsi {

inline constexpr Item items[] = {
    {.id = "pruritus", .label = "pruritus", .scale = whole_points(0, 3)},
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 3)},
    {.id = "exudation", .label = "exudation", .scale = whole_points(0, 3)},
    {.id = "excoriation", .label = "excoriation", .scale = whole_points(0, 3)},
    {.id = "lichenification", .label = "lichenification", .scale = whole_points(0, 3)}};
inline constexpr Domain domains[] = {{"site", "Target site", 1, items, 15}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 15}};

namespace detail {}
inline constexpr const Citation* sources[] = {cite("chopra_2017")};

inline constexpr Band chopra_2017_bands[] = {{"clear", "Clear", from(0), below(2)},
                                             {"mild", "Mild", from(2), below(6)},
                                             {"moderate", "Moderate", from(6), below(9)},
                                             {"severe", "Severe", from(9), up_to(15)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "chopra_2017",
     .title = "Chopra 2017, 13 years and over, anchored on a 4-grade IGA (kappa 0.55)",
     .bands = chopra_2017_bands,
     .evidence = {cite("chopra_2017"), Confidence::high,
                  "printed 0-1.9, 2-5.9, 6.0-8.9, 9.0-15; gaps closed below the printed lower "
                  "end; the weakest agreement of its paper"},
     .is_default = true}};

inline constexpr Text notes[] = {
    "unverified: range and bands are published, the five items are from memory.",
    "Whole grades only. Limits printed with .9 suggest that half steps were used (unverified).",
    "Some itch and redness already leave the band \"clear\", which ends below 2.",
    "No important difference was found. A modified ADSI was not found."};

inline constexpr Description description{
    Identity{.id = "adsi",
             .title = "Atopic Dermatitis Severity Index",
             .version = "as in Chopra 2017",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's statement was found (unverified)."},
    Scoring{.min = 0,
            .max = 15,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all five gradings"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer pruritus{};
    Answer erythema{};
    Answer exudation{};
    Answer excoriation{};
    Answer lichenification{};

    static constexpr const Instrument& instrument() { return adsi::instrument; }
    constexpr std::array<Answer, 5> in_order() const {
        return {pruritus, erythema, exudation, excoriation, lichenification};
    }
};

static_assert(
    score(Answers{
              .pruritus = 2, .erythema = 2, .exudation = 1, .excoriation = 2, .lichenification = 1})
        .value() == Exact(8));

}  // namespace eczscore::adsi
