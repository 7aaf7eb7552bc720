// SPDX-License-Identifier: BSL-1.0
// Yes or no on two occasions: the four counts of paired responders.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace eczscore::stats {

/// Pairs by their answer on two occasions, or under two treatments.
struct PairedCounts {
    std::int64_t both = 0;     ///< a
    std::int64_t first = 0;    ///< b: yes on the first only
    std::int64_t second = 0;   ///< c: yes on the second only
    std::int64_t neither = 0;  ///< d
    std::int64_t missing = 0;  ///< answers without a partner; not in n

    /// All pairs; 0 of counts that are no counts.
    constexpr std::int64_t n() const { return is_valid() ? both + first + second + neither : 0; }
    /// Pairs whose answers differ: b + c.
    constexpr std::int64_t discordant() const { return is_valid() ? first + second : 0; }
    /// No count is below 0, and none above 2^53: every sum is a double.
    constexpr bool is_valid() const {
        for (const std::int64_t count : {both, first, second, neither, missing}) {
            if (count < 0 || count > std::int64_t{1} << 53) return false;
        }
        return true;
    }
};

/// Counts pairs of answers; where one list is longer, its rest has no partner and is missing.
constexpr PairedCounts count_pairs(std::span<const bool> first, std::span<const bool> second) {
    PairedCounts counts;
    const std::size_t pairs = std::min(first.size(), second.size());
    counts.missing = static_cast<std::int64_t>(std::max(first.size(), second.size()) - pairs);
    for (std::size_t i = 0; i < pairs; ++i) {
        if (first[i]) {
            ++(second[i] ? counts.both : counts.first);
        } else {
            ++(second[i] ? counts.second : counts.neither);
        }
    }
    return counts;
}

}  // namespace eczscore::stats
