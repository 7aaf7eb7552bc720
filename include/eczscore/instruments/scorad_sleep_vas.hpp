// SPDX-License-Identifier: BSL-1.0
// The sleep-loss scale of SCORAD on its own: 0-10, average of the last three nights.
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::scorad_sleep_vas {

inline constexpr Item items[] = {{.id = "sleep_loss",
                                  .label = "sleep loss, 0-10 scale, 3-night average",
                                  .scale = measured(0, 10)}};
inline constexpr Domain domains[] = {{"sleep_loss", "Sleep loss", 1, items, 10}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 10}};
inline constexpr const Citation* sources[] = {cite("etfad_1993"), cite("oranje_2011")};
inline constexpr Text notes[] = {
    "Reads the scorad_ columns. One average value for three nights (the wording of the average is "
    "from memory, "
    "unverified): not the worst value, not a "
    "weekly mean; the NRS 4-point responder rule does not apply to it.",
    "No band and no threshold was published for it."};

inline constexpr Description description{
    Identity{.id = "scorad_sleep_vas",
             .title = "SCORAD sleep loss scale",
             .version = "ETFAD 1993",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 3,
             .respondent_words = "patient or parent",
             .recall = "average of the last 3 nights",
             .rights = eczscore::detail::scorad::rights},
    Scoring{
        .min = 0,
        .max = 10,
        .columns = "scorad",
        .forms = forms,
        .missing = {.evidence = {cite("etfad_1993"), Confidence::high}, .text = "none: the value"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a value that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer sleep_loss{};  ///< 0-10

    static constexpr const Instrument& instrument() { return scorad_sleep_vas::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {sleep_loss}; }
};

static_assert(score(Answers{.sleep_loss = 4.5}).value() == 4.5_x);

}  // namespace eczscore::scorad_sleep_vas
