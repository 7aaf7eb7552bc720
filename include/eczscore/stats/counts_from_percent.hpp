// SPDX-License-Identifier: BSL-1.0
// Which counts a printed percentage can stand for.
#pragma once

#include <cstdint>

#include "eczscore/core/exact.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The numbers of responders that a printed percentage can stand for.
struct CountsFromPercent {
    std::int64_t lowest = 0;    ///< the fewest responders that round to it
    std::int64_t highest = 0;   ///< and the most
    std::int64_t possible = 0;  ///< how many there are; only 1 names the count
    Text method = "enumeration of numerators";
    State state = State::invalid_argument;  ///< `not_available`: no numerator rounds to it
};

/// What `counts_from_percent` may be asked for.
struct CountsFromPercentOptions {
    int decimals = 1;  ///< of the printed percentage
};

/// The x for which 100 x / n, rounded to so many decimals, is the printed percentage. Exact: a half
/// may have been rounded either way, and both are counted. O(1).
inline CountsFromPercent counts_from_percent(Exact percent, std::int64_t n,
                                             const CountsFromPercentOptions& options = {}) {
    CountsFromPercent result;
    if (n < 1 || n > 1'000'000'000 || options.decimals < 0 || options.decimals > 6) return result;
    if (percent < Exact(0) || percent > Exact(100)) return result;
    std::int64_t power = 1;
    for (int d = 0; d < options.decimals; ++d) power *= 10;
    const Exact half = Exact::ratio(1, 2 * power);
    const Exact per_patient = Exact::ratio(n, 100);
    const Exact least = (percent - half) * per_patient;
    const Exact most = (percent + half) * per_patient;
    if (!least.is_number() || !most.is_number()) return result;
    const std::int64_t lowest = least.ceil();
    const std::int64_t highest = most.floor();
    result.lowest = lowest < 0 ? 0 : lowest;
    result.highest = highest > n ? n : highest;
    result.possible = result.highest < result.lowest ? 0 : result.highest - result.lowest + 1;
    result.state = result.possible == 0 ? State::not_available : State::ok;
    return result;
}

}  // namespace eczscore::stats
