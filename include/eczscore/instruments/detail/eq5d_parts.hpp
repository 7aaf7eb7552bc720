// SPDX-License-Identifier: BSL-1.0
// What EQ-5D-3L and -5L share: five dimensions, level sum, state, index by the user's value set.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::eq5d {

// --- Dimensions; one domain each, because each is a digit of the state --------------------------

template <int levels>
struct Dimensions {
    static consteval Item level(Text id, Text label) {
        return {.id = id, .label = label, .scale = whole_points(1, levels)};
    }
    static constexpr Item mobility[] = {level("mobility", "mobility")};
    static constexpr Item self_care[] = {level("self_care", "self-care")};
    static constexpr Item usual_activities[] = {level("usual_activities", "usual activities")};
    static constexpr Item pain_discomfort[] = {level("pain_discomfort", "pain or discomfort")};
    static constexpr Item anxiety_depression[] = {
        level("anxiety_depression", "anxiety or depression")};

    static constexpr Domain level_sum[] = {
        {"mobility", "Mobility", 1, mobility, levels},
        {"self_care", "Self-care", 1, self_care, levels},
        {"usual_activities", "Usual activities", 1, usual_activities, levels},
        {"pain_discomfort", "Pain or discomfort", 1, pain_discomfort, levels},
        {"anxiety_depression", "Anxiety or depression", 1, anxiety_depression, levels}};
    static constexpr Form level_sum_forms[] = {
        {.id = "all", .label = "all ages", .domains = level_sum, .max = 5 * levels}};

    /// The digits of the state, mobility first.
    static constexpr Domain state[] = {
        {"mobility", "Mobility", 10'000, mobility, 10'000 * levels},
        {"self_care", "Self-care", 1'000, self_care, 1'000 * levels},
        {"usual_activities", "Usual activities", 100, usual_activities, 100 * levels},
        {"pain_discomfort", "Pain or discomfort", 10, pain_discomfort, 10 * levels},
        {"anxiety_depression", "Anxiety or depression", 1, anxiety_depression, levels}};
    static constexpr Form state_forms[] = {
        {.id = "all", .label = "all ages", .domains = state, .max = 11'111 * levels}};
};

// --- Sources, rights, traps ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("euroqol"), cite("herdman_2011")};

inline constexpr Threshold index_thresholds[] = {
    {.id = "index_low",
     .label = "0.03 to 0.08 points of the index, lower end",
     .basis = Basis::mcid,
     .value = 0.03_x,
     .population = "other diseases; none verified in atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "remembered, without its source",
                  .from_memory = true}},
    {.id = "index_high",
     .label = "0.03 to 0.08 points of the index, upper end",
     .basis = Basis::mcid,
     .value = 0.08_x,
     .population = "other diseases; none verified in atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "remembered, without its source",
                  .from_memory = true}}};

inline constexpr Text sum_notes[] = {
    "The level sum is not the index: it needs no value set and says nothing about preferences.",
    "3L and 5L have levels of their own; their sums are not compared.",
    "No important difference was verified in atopic dermatitis."};
inline constexpr Text state_notes[] = {
    "A state is a name of five digits, mobility first (21232), not an amount: no mean, no change.",
    "Any missing dimension leaves no state."};
inline constexpr Text index_notes[] = {
    "The index needs the value set of a country. The user supplies it, as a table from state to "
    "value; there is no default country, and no value set is included. Say in the report which.",
    "1 is full health, 0 is as bad as being dead, and value sets go below 0. The range given here, "
    "-2 to 1, is no published limit: it only catches slips in a table.",
    "The important differences are unverified and not of atopic dermatitis.",
    "The index of 3L and that of 5L come from value sets of their own."};
inline constexpr Text rights =
    "EuroQol Research Foundation: using the questionnaire needs registration or a licence. No "
    "wording and no value set is included.";

struct Kind {
    Text id;
    Text title;
    Text version;
    Text columns;
};
consteval Description described(const Kind& kind) {
    return {Identity{.id = kind.id,
                     .title = kind.title,
                     .version = kind.version,
                     .respondent = Respondent::patient,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = rights},
            Scoring{.columns = kind.columns,
                    .forms = {},
                    .missing = {.evidence = {cite("euroqol"), Confidence::high},
                                .text = "none: all five dimensions"}},
            Interpretation{}, Provenance{.sources = sources}};
}
template <int levels>
consteval Description level_sum(const Kind& kind) {
    Description it = described(kind);
    it.min = 5;
    it.max = 5 * levels;
    it.forms = Dimensions<levels>::level_sum_forms;
    it.notes = sum_notes;
    return it;
}
template <int levels>
consteval Description state(const Kind& kind) {
    Description it = described(kind);
    it.min = 11'111;
    it.max = 11'111 * levels;
    it.forms = Dimensions<levels>::state_forms;
    it.notes = state_notes;
    return it;
}
template <int levels>
consteval Description index(const Kind& kind) {
    Description it = described(kind);
    it.direction = Direction::higher_is_better;
    it.min = -2;
    it.max = 1;
    it.forms = Dimensions<levels>::state_forms;
    it.table = "value set of a country, state to index";
    it.thresholds = index_thresholds;
    it.notes = index_notes;
    return it;
}

/// One questionnaire; a dimension that was not set is missing, never level 1.
template <const Instrument& which>
struct Answers {
    Age age{};
    Answer mobility{};
    Answer self_care{};
    Answer usual_activities{};
    Answer pain_discomfort{};
    Answer anxiety_depression{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 5> in_order() const {
        return {mobility, self_care, usual_activities, pain_discomfort, anxiety_depression};
    }
};

}  // namespace eczscore::detail::eq5d
