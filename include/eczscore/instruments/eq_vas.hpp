// SPDX-License-Identifier: BSL-1.0
// EQ VAS, health today on a scale from 0 to 100; 100 is best.
#pragma once

#include <array>

#include "eczscore/instruments/detail/eq5d_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::eq_vas {

inline constexpr Item items[] = {
    {.id = "rating", .label = "health today, 100 is best", .scale = whole_points(0, 100)}};
inline constexpr Domain domains[] = {{"rating", "Rating", 1, items, 100}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 100}};
inline constexpr Text notes[] = {
    "Higher is better, unlike most scales here. On paper the line is 20 cm long: a print of "
    "another "
    "size is another scale.",
    "It stands beside the state and is no part of the index."};

namespace detail {
consteval Description described() {
    Description it = eczscore::detail::eq5d::described(
        {.id = "eq_vas", .title = "EQ VAS", .version = "0-100", .columns = {}});
    it.direction = Direction::higher_is_better;
    it.max = 100;
    it.forms = forms;
    it.missing.text = "none: the rating";
    it.notes = notes;
    return it;
}
}  // namespace detail
inline constexpr Description description = detail::described();
inline constexpr Instrument instrument = checked<description>();

/// One rating; one that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer rating{};  ///< 0-100

    static constexpr const Instrument& instrument() { return eq_vas::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {rating}; }
};

static_assert(score(Answers{.rating = 75}).value() == Exact(75));

}  // namespace eczscore::eq_vas
