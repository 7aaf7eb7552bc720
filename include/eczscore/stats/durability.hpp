// SPDX-License-Identifier: BSL-1.0
// How long a response lasts, from scores at scheduled visits of one patient.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/core/exact.hpp"
#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// An event seen at a visit happened after the last visit that did not show it yet.
struct VisitTime {
    double after = not_a_number;  ///< last observed visit before; NaN when there is none
    double by = not_a_number;     ///< the visit that shows it; NaN when none does

    /// It was seen at a visit.
    bool happened() const { return !std::isnan(by); }
};

/// What counts as a response, and when it is to have lasted.
struct DurabilityRule {
    int percent = 75;        ///< a response is a fall of at least this much of the baseline; 1-100
    int per_unit = 10;       ///< steps of the score in 1
    double landmark = 16.0;  ///< the visit whose responders are followed
    double end = 52.0;       ///< the visit at which they are to have kept it
};

/// Yes, no, or a question that does not arise.
enum class Maintained : std::uint8_t { no, yes, was_no_responder };

/// How long the response of one patient lasted, in the unit of the visit times.
struct DurabilityResult {
    VisitTime first_response{};
    VisitTime first_loss{};          ///< below the threshold at one visit
    VisitTime confirmed_loss{};      ///< at two observed visits in a row; the first of them
    VisitTime half_of_gain_lost{};   ///< worse than midway between baseline and first response
    double duration = not_a_number;  ///< of the first episode
    bool is_censored = false;        ///< the first episode was not seen to end
    /// Each visit in response counts up to the next scheduled one; an unobserved visit counts as
    /// no response.
    double time_in_response = not_a_number;
    bool landmark_response = false;  ///< a missing landmark visit is no response (NRI)
    Maintained maintained = Maintained::was_no_responder;
    std::size_t n = 0;        ///< visits with a score, the baseline among them
    std::size_t missing = 0;  ///< visits without
    Text method = "visit-based durability";
    State state = State::too_few;
};

namespace detail {

struct VisitTable {
    std::span<const double> times;
    std::vector<std::int64_t> steps;
    std::vector<char> seen;
    std::vector<char> responds;  ///< 0 where not seen

    std::size_t size() const { return times.size(); }
    /// The first visit after `from` of which `shows` holds, among those with a score.
    template <class Shows>
    VisitTime first(std::size_t from, const Shows& shows) const {
        VisitTime time{times[from], not_a_number};
        for (std::size_t i = from + 1; i < size(); ++i) {
            if (seen[i] == 0) continue;
            if (shows(i)) return {time.after, times[i]};
            time.after = times[i];
        }
        return time;
    }
    std::size_t next_seen(std::size_t i) const {
        do ++i;
        while (i < size() && seen[i] == 0);
        return i;
    }
};

inline void put_losses(const VisitTable& table, std::size_t first, DurabilityResult& result) {
    const auto lost = [&](std::size_t i) { return table.responds[i] == 0; };
    result.first_loss = table.first(first, lost);
    result.confirmed_loss = table.first(first, [&](std::size_t i) {
        const std::size_t next = table.next_seen(i);
        return lost(i) && next < table.size() && lost(next);
    });
    const std::int64_t midway_twice = table.steps[0] + table.steps[first];
    result.half_of_gain_lost =
        table.first(first, [&](std::size_t i) { return 2 * table.steps[i] > midway_twice; });
    result.is_censored = !result.first_loss.happened();
    result.duration =
        (result.is_censored ? result.first_loss.after : result.first_loss.by) - table.times[first];
}

}  // namespace detail

/// The first visit is the baseline: `not_available` where it is missing, `undefined_ratio` where it
/// is not above 0. Scores off the lattice, times that do not rise, lists of different length and a
/// percentage outside 1 to 100 are `invalid_argument`. `not_reached`: no response at any visit.
/// Responses are decided in whole steps: 22.0 to 5.5 is a fall of 75 %. O(visits).
inline DurabilityResult durability(std::span<const double> times, std::span<const double> scores,
                                   const DurabilityRule& rule = {}) {
    DurabilityResult result;
    if (times.empty() || scores.empty()) return result;
    result.state = State::invalid_argument;
    if (times.size() != scores.size() || rule.per_unit < 1) return result;
    if (rule.percent < 1 || rule.percent > 100) return result;
    detail::VisitTable table{times, std::vector<std::int64_t>(times.size()),
                             std::vector<char>(times.size()), std::vector<char>(times.size())};
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!(std::isfinite(times[i]) && (i == 0 || times[i] > times[i - 1]))) return result;
        if (detail::is_missing(scores[i])) {
            ++result.missing;
            continue;
        }
        const detail::Steps steps = detail::in_steps(scores.subspan(i, 1), rule.per_unit);
        if (!steps.is_exact) return result;
        ++result.n;
        table.seen[i] = 1;
        table.steps[i] = steps.counts[0];
        table.responds[i] =
            100 * (table.steps[0] - table.steps[i]) >= rule.percent * table.steps[0] ? 1 : 0;
    }
    result.state = State::not_available;
    if (table.seen[0] == 0) return result;
    result.state = State::undefined_ratio;
    if (table.steps[0] <= 0) return result;
    result.state = State::ok;
    result.first_response = table.first(0, [&](std::size_t i) { return table.responds[i] != 0; });
    result.time_in_response = 0.0;
    bool end_response = false;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table.responds[i] == 0) continue;
        if (i + 1 < table.size()) result.time_in_response += times[i + 1] - times[i];
        if (times[i] == rule.landmark) result.landmark_response = true;
        if (times[i] == rule.end) end_response = true;
    }
    if (result.landmark_response) {
        result.maintained = end_response ? Maintained::yes : Maintained::no;
    }
    for (std::size_t i = 1; i < table.size(); ++i) {
        if (table.responds[i] == 0) continue;
        detail::put_losses(table, i, result);
        return result;
    }
    result.state = State::not_reached;  // no response at any visit
    return result;
}

}  // namespace eczscore::stats
