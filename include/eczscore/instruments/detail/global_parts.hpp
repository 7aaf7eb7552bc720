// SPDX-License-Identifier: BSL-1.0
// What the one-question global ratings share: they are anchors, defined by each project.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::global {

template <int lowest, int highest>
struct Rating {
    static constexpr Item items[] = {{.id = "rating",
                                      .label = "global rating, one number",
                                      .scale = whole_points(lowest, highest)}};
    static constexpr Domain domains[] = {{"rating", "Rating", 1, items, highest}};
    static constexpr Form forms[] = {
        {.id = "all", .label = "all ages", .domains = domains, .max = highest}};
};

inline constexpr const Citation* sources[] = {cite("trial_protocol")};

inline constexpr Text anchors =
    "The words of the levels are the project's own: keep them with the data, and pool nothing that "
    "has other levels or other words.";

struct Kind {
    Text id;
    Text title;
    Text version;
    Text recall;
    Direction direction;
    List<Text> notes;
    bool rates_change = false;
};
template <int lowest, int highest>
consteval Description described(const Kind& kind) {
    return {Identity{.id = kind.id,
                     .title = kind.title,
                     .version = kind.version,
                     .respondent = Respondent::patient,
                     .reuse = Reuse::free,
                     .recall = kind.recall,
                     .rights = "Project-defined; no owner. No wording is included."},
            Scoring{.min = lowest,
                    .max = highest,
                    .direction = kind.direction,
                    .rates_change = kind.rates_change,
                    .forms = Rating<lowest, highest>::forms,
                    .missing = {.evidence = {cite("trial_protocol"), Confidence::medium,
                                             "one question"},
                                .text = "none: the rating"}},
            Interpretation{.notes = kind.notes}, Provenance{.sources = sources}};
}

/// One rating; one that was not set is missing, never 0.
template <const Instrument& which>
struct Answers {
    Age age{};
    Answer rating{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 1> in_order() const { return {rating}; }
};

}  // namespace eczscore::detail::global
