// SPDX-License-Identifier: BSL-1.0
// TIS, the Three Item Severity score: three signs of one representative lesion, 0 to 9.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::tis {

/// Whole grades from 0; a review table that prints 1-3 would leave the mild band out of reach.
inline constexpr Item items[] = {
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 3)},
    {.id = "edema_papulation", .label = "oedema or papulation", .scale = whole_points(0, 3)},
    {.id = "excoriation", .label = "excoriation", .scale = whole_points(0, 3)}};
inline constexpr Domain domains[] = {{"signs", "Signs", 1, items, 9}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 9}};

namespace detail {}
inline constexpr const Citation* sources[] = {cite("wolkerstorfer_1999"), cite("willemsen_2009"),
                                              cite("review_2019")};

inline constexpr Band review_2019_bands[] = {{"mild", "Mild", from(0), below(3)},
                                             {"moderate", "Moderate", from(3), below(6)},
                                             {"severe", "Severe", from(6), up_to(9)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "review_2019",
     .title = "Table of a review, after Oranje 2007",
     .bands = review_2019_bands,
     .evidence = {cite("review_2019"), Confidence::medium,
                  "attributed there to Oranje 2007, which was not read; no \"clear\" band was "
                  "published: 0 is in mild"},
     .is_default = true}};

inline constexpr Text notes[] = {
    "Each sign is 0-3 at one representative lesion; a review table prints 1-3, which would leave "
    "0-2 out of reach.",
    "A score of 0 is in the band \"mild\": no \"clear\" band was published.",
    "Correlation with SCORAD 0.86, fair agreement between raters (126 children, Wolkerstorfer "
    "1999).",
    "No important difference was found."};

inline constexpr Description description{
    Identity{.id = "tis",
             .title = "Three Item Severity score",
             .version = "Wolkerstorfer 1999",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's statement was found (unverified)."},
    Scoring{.min = 0,
            .max = 9,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all three signs"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer erythema{};
    Answer edema_papulation{};
    Answer excoriation{};

    static constexpr const Instrument& instrument() { return tis::instrument; }
    constexpr std::array<Answer, 3> in_order() const {
        return {erythema, edema_papulation, excoriation};
    }
};

static_assert(score(Answers{.erythema = 2, .edema_papulation = 1, .excoriation = 2}).value() ==
              Exact(5));

}  // namespace eczscore::tis
