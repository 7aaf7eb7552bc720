// SPDX-License-Identifier: BSL-1.0
// Differences as counts per step: what a histogram of a large or a distributed group keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace eczscore::stats {

/// counts[i] patients changed by lowest + i steps of 1/per_unit. A `Histogram` of differences has
/// all four: its counts(), lowest(), per_unit() and missing().
struct DifferenceCounts {
    std::span<const std::uint64_t> counts{};
    std::int64_t lowest = 0;  ///< in steps
    std::int32_t per_unit = 1;
    std::uint64_t missing = 0;

    /// Whether every step and every sum of counts and of ranks can be computed: at most 2^31
    /// patients, steps below 2^40 in size.
    bool is_valid() const {
        constexpr std::int64_t most_steps = std::int64_t{1} << 40;
        constexpr std::uint64_t most_patients = std::uint64_t{1} << 31;
        if (per_unit < 1 || lowest <= -most_steps || lowest >= most_steps) return false;
        std::uint64_t all = 0;
        for (const std::uint64_t count : counts) {
            if (count > most_patients - all) return false;
            all += count;
        }
        return true;
    }
    /// All pairs, those without a difference too.
    std::uint64_t n() const {
        std::uint64_t all = 0;
        for (const std::uint64_t count : counts) all += count;
        return all;
    }
    /// How many changed by so many steps.
    std::uint64_t of(std::int64_t steps) const {
        const std::int64_t highest = lowest + static_cast<std::int64_t>(counts.size()) - 1;
        return steps < lowest || steps > highest ? 0
                                                 : counts[static_cast<std::size_t>(steps - lowest)];
    }
};

}  // namespace eczscore::stats
