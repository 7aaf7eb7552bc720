// SPDX-License-Identifier: BSL-1.0
// Ranks as whole numbers: mid-ranks doubled, so that ties stay integers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace eczscore::stats::detail {

/// Ranks of a list and what its ties take from the variance.
struct DoubledRanks {
    std::vector<std::uint64_t> twice;  ///< 2 x mid-rank, in the order of the values: 2, 4, 6 ...
    double tie_sum = 0.0;              ///< sum over groups of equal values of t^3 - t
    std::size_t groups = 0;            ///< distinct values
};

/// O(n log n).
/// values  none missing; those that count as equal are equal doubles (decimals.hpp)
inline DoubledRanks doubled_ranks(std::span<const double> values) {
    DoubledRanks ranks;
    const std::size_t n = values.size();
    ranks.twice.resize(n);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    for (std::size_t first = 0; first < n;) {
        std::size_t end = first + 1;
        while (end < n && !(values[order[first]] < values[order[end]])) ++end;
        // Ranks first+1 .. end: twice their mean is first + 1 + end.
        for (std::size_t i = first; i < end; ++i) ranks.twice[order[i]] = first + 1 + end;
        const auto tied = static_cast<double>(end - first);
        ranks.tie_sum += tied * (tied * tied - 1.0);
        ++ranks.groups;
        first = end;
    }
    return ranks;
}

}  // namespace eczscore::stats::detail
