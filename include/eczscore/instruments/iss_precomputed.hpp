// SPDX-License-Identifier: BSL-1.0
// Itch Severity Scale from seven components that were computed elsewhere: their sum, 0 to 21.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::iss_precomputed {

namespace detail {
consteval Item component(Text id, Text label) {
    return {.id = id, .label = label, .scale = measured(0, 3)};
}
}  // namespace detail

inline constexpr Item items[] = {detail::component("component_1", "component 1, already 0-3"),
                                 detail::component("component_2", "component 2, already 0-3"),
                                 detail::component("component_3", "component 3, already 0-3"),
                                 detail::component("component_4", "component 4, already 0-3"),
                                 detail::component("component_5", "component 5, already 0-3"),
                                 detail::component("component_6", "component 6, already 0-3"),
                                 detail::component("component_7", "component 7, already 0-3")};
inline constexpr Domain domains[] = {{"total", "Seven components", 1, items, 21}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 21}};

inline constexpr const Citation* sources[] = {cite("majeski_2007")};

inline constexpr Threshold thresholds[] = {{.id = "mcid_2",
                                            .label = "about 2 points",
                                            .basis = Basis::mcid,
                                            .value = 2,
                                            .population = "not seen",
                                            .evidence = {.source = cite("majeski_2007"),
                                                         .confidence = Confidence::low,
                                                         .note = "value from memory, unverified",
                                                         .from_memory = true}}};

inline constexpr Text notes[] = {
    "unverified: how the answers become the seven components from 0 to 3 was not found, so only "
    "components that were computed elsewhere are accepted. They are added and nothing else.",
    "That the total runs from 0 to 21 is from memory (medium confidence). No bands were seen.",
    "No missing rule was seen: all seven components (low confidence)."};

inline constexpr Description description{
    Identity{.id = "iss_precomputed",
             .title = "Itch Severity Scale, sum of precomputed components (unverified)",
             .version = "2007",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall = "as printed on the form (not seen)",
             .rights = "No licence terms were seen; ask the authors before display. No item "
                       "wording is included."},
    Scoring{.min = 0,
            .max = 21,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::low,
                                     "no published rule was "
                                     "seen"},
                        .text = "none: all seven components"}},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// Seven components; one that was not set is missing, never 0.
struct Answers {
    Age age{};
    std::array<Answer, 7> components{};  ///< each 0-3

    static constexpr const Instrument& instrument() { return iss_precomputed::instrument; }
    constexpr const std::array<Answer, 7>& in_order() const { return components; }
};

static_assert(score(Answers{.components = {3, 2.5, 1, 0, 1.25, 2, 3}}).value() == 12.75_x);

}  // namespace eczscore::iss_precomputed
