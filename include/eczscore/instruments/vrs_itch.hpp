// SPDX-License-Identifier: BSL-1.0
// Itch on verbal rating scales of four and of five levels, two different scales.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::vrs_itch {

inline constexpr Word words_4[] = {{"none", 0}, {"mild", 1}, {"moderate", 2}, {"severe", 3}};
inline constexpr Word words_5[] = {
    {"none", 0}, {"mild", 1}, {"moderate", 2}, {"severe", 3}, {"very_severe", 4}};
inline constexpr Item items_4[] = {{.id = "level",
                                    .label = "itch, one of four levels",
                                    .scale = whole_points(0, 3),
                                    .words = words_4}};
inline constexpr Item items_5[] = {{.id = "level",
                                    .label = "itch, one of five levels",
                                    .scale = whole_points(0, 4),
                                    .words = words_5}};
inline constexpr Domain domains_4[] = {{"itch", "Itch", 1, items_4, 3}};
inline constexpr Domain domains_5[] = {{"itch", "Itch", 1, items_5, 4}};
inline constexpr Form forms_4[] = {
    {.id = "all", .label = "all ages", .domains = domains_4, .max = 3}};
inline constexpr Form forms_5[] = {
    {.id = "all", .label = "all ages", .domains = domains_5, .max = 4}};

inline constexpr const Citation* sources[] = {cite("vrs_itch")};

inline constexpr Text notes[] = {
    "Four levels (0 to 3) and five levels (0 to 4, with \"very severe\") are two scales: 3 is the "
    "worst of one and not of the other, and there is no conversion.",
    "Not to be mapped to the bands of a 0-10 rating. No threshold was seen.",
    "Worst or average itch, and over which time, is the protocol's choice: store it."};

namespace detail {
consteval Description described(Text id, Text title, Text version, int max, List<Form> forms) {
    return {Identity{.id = id,
                     .title = title,
                     .version = version,
                     .respondent = Respondent::patient,
                     .reuse = Reuse::free,
                     .recall = "by protocol",
                     .rights = "A generic scale: free."},
            Scoring{.min = 0,
                    .max = max,
                    .forms = forms,
                    .missing = {.evidence = {nullptr, Confidence::high, "one value"},
                                .text = "none: the level"}},
            Interpretation{.notes = notes}, Provenance{.sources = sources}};
}

/// One level; a level that was not set is missing, never 0.
template <const Instrument& which>
struct Level {
    Age age{};
    Answer level{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 1> in_order() const { return {level}; }
};
}  // namespace detail

}  // namespace eczscore::vrs_itch

namespace eczscore::vrs_itch_4 {
inline constexpr Description description = vrs_itch::detail::described(
    "vrs_itch_4", "Itch, verbal rating of four levels", "four levels", 3, vrs_itch::forms_4);
inline constexpr Instrument instrument = checked<description>();
using Answers = vrs_itch::detail::Level<instrument>;
static_assert(score(Answers{.level = 3}).value() == Exact(3));
}  // namespace eczscore::vrs_itch_4

namespace eczscore::vrs_itch_5 {
inline constexpr Description description = vrs_itch::detail::described(
    "vrs_itch_5", "Itch, verbal rating of five levels", "five levels", 4, vrs_itch::forms_5);
inline constexpr Instrument instrument = checked<description>();
using Answers = vrs_itch::detail::Level<instrument>;
static_assert(score(Answers{.level = 4}).value() == Exact(4));
}  // namespace eczscore::vrs_itch_5
