// SPDX-License-Identifier: BSL-1.0
// Seven days of a daily 0-10 rating, averaged over the days present: what the NRS diaries share.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::diary {

consteval Item day(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 10)};
}
/// Days relative to the visit.
inline constexpr Item days[] = {day("day_-6", "6 days before"),  day("day_-5", "5 days before"),
                                day("day_-4", "4 days before"),  day("day_-3", "3 days before"),
                                day("day_-2", "2 days before"),  day("day_-1", "1 day before"),
                                day("day_0", "day of the visit")};
inline constexpr Domain domains[] = {{"week", "Seven days", 1, days, 10}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all", .denominator = 7, .domains = domains, .max = 10}};

/// The mean of the days present, at least 4 of 7; no day is imputed, none is carried forward.
inline constexpr MissingRule four_of_seven = {
    .allowed = 3,
    .blank = Blank::leaves_the_mean,
    .evidence = {nullptr, Confidence::medium,
                 "trial convention; the sentence was not found in any source that could be opened"},
    .text = "mean of the days present, at least 4 of 7; fewer: not scored"};

}  // namespace eczscore::detail::diary

namespace eczscore {

/// One week of a daily diary; a day that was not set is missing, never 0 and never "no itch".
template <const Instrument& which>
struct DiaryWeek {
    Age age{};
    std::array<Answer, 7> days{};  ///< oldest first, each 0-10

    static constexpr const Instrument& instrument() { return which; }
    constexpr const std::array<Answer, 7>& in_order() const { return days; }
};

}  // namespace eczscore
