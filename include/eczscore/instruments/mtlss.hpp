// SPDX-License-Identifier: BSL-1.0
// mTLSS, the modified Total Lesion Symptom Score of hand eczema: seven gradings, 0 to 21.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::mtlss {

inline constexpr Item items[] = {
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 3)},
    {.id = "edema", .label = "oedema", .scale = whole_points(0, 3)},
    {.id = "vesicles", .label = "vesicles", .scale = whole_points(0, 3)},
    {.id = "desquamation_scaling", .label = "desquamation or scaling", .scale = whole_points(0, 3)},
    {.id = "hyperkeratosis_lichenification",
     .label = "hyperkeratosis or lichenification",
     .scale = whole_points(0, 3)},
    {.id = "fissures", .label = "fissures", .scale = whole_points(0, 3)},
    {.id = "pruritus_pain", .label = "pruritus or pain", .scale = whole_points(0, 3)}};
inline constexpr Domain domains[] = {{"hands", "Hands", 1, items, 21}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 21}};

inline constexpr const Citation* sources[] = {cite("duman_2015")};

inline constexpr Text notes[] = {
    "unverified: the seven items and the range 0-21 are from memory; only that the score exists "
    "and correlates strongly with HECSI was seen.",
    "Whole grades only. No bands, important difference or missing-item rule were found."};

inline constexpr Description description{
    Identity{.id = "mtlss",
             .title = "modified Total Lesion Symptom Score (hand eczema, unverified)",
             .version = "unverified",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's statement was found (unverified)."},
    Scoring{.min = 0,
            .max = 21,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all seven gradings"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer erythema{};
    Answer edema{};
    Answer vesicles{};
    Answer desquamation_scaling{};
    Answer hyperkeratosis_lichenification{};
    Answer fissures{};
    Answer pruritus_pain{};

    static constexpr const Instrument& instrument() { return mtlss::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {
            erythema, edema,        vesicles, desquamation_scaling, hyperkeratosis_lichenification,
            fissures, pruritus_pain};
    }
};

static_assert(score(Answers{.erythema = 2,
                            .edema = 1,
                            .vesicles = 1,
                            .desquamation_scaling = 2,
                            .hyperkeratosis_lichenification = 2,
                            .fissures = 1,
                            .pruritus_pain = 2})
                  .value() == Exact(11));

}  // namespace eczscore::mtlss
