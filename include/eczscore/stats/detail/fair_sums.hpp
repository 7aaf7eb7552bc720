// SPDX-License-Identifier: BSL-1.0
// Exact tails of a sum in which a fair coin decides for each whole weight: the null distribution
// of signed-rank and sign-flip tests, ties and all.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

namespace eczscore::stats::detail {

/// a[i] += b[i]; the two do not overlap.
inline void add_to(double* a, const double* b, std::size_t n) {
    typedef double Four __attribute__((vector_size(32)));
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        Four x, y;
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, b + i, sizeof y);
        x += y;
        std::memcpy(a + i, &x, sizeof x);
    }
    for (; i < n; ++i) a[i] += b[i];
}

/// cells[s] += cells[s - weight] for s from `last` down to `first`, which is at least `weight`.
inline void shift_add(double* cells, std::size_t first, std::size_t last, std::size_t weight) {
    for (std::size_t end = last + 1; end > first;) {
        const std::size_t start = end - first > weight ? end - weight : first;
        add_to(cells + start, cells + start - weight, end - start);
        end = start;
    }
}

/// Of the sum S, its mean E and an observed value t.
struct FairTails {
    double lower = 1.0;      ///< P(S <= t)
    double upper = 1.0;      ///< P(S >= t)
    double two_sided = 1.0;  ///< P(|S - E| >= |t - E|)
};

/// Cells times weights: the additions that `fair_sum_tails` makes at most.
inline double fair_sum_work(std::span<const std::uint64_t> weights, std::uint64_t observed) {
    std::uint64_t total = 0;
    std::uint64_t divisor = 0;
    for (const std::uint64_t weight : weights) {
        total += weight;
        divisor = std::gcd(divisor, weight);
    }
    if (divisor == 0) return 0.0;
    const std::uint64_t cells = std::min(observed, total - observed) / divisor + 1;
    return static_cast<double>(cells) * static_cast<double>(weights.size());
}

/// The largest work that is done exactly: n = 2,000 without ties.
inline constexpr double most_fair_sum_work = 4.1e9;

/// Counts the 2^n outcomes: exact to the last digit up to n = 53, and without loss of small tails
/// beyond. Weights are taken from the largest, so that what remains soon decides an outcome and
/// only a window of sums below the observed one is open. `observed` is a sum of some of the weights. O(n t), t the smaller side's sum.
inline FairTails fair_sum_tails(std::vector<std::uint64_t> weights, std::uint64_t observed) {
    std::uint64_t total = 0;
    std::uint64_t divisor = 0;
    for (const std::uint64_t weight : weights) {
        total += weight;
        divisor = std::gcd(divisor, weight);
    }
    if (divisor == 0) return {};  // no weight: S = 0 = t
    for (std::uint64_t& weight : weights) weight /= divisor;
    std::sort(weights.begin(), weights.end(), std::greater<>());
    const bool upper_is_small = observed > total - observed;
    const std::size_t target = std::min(observed, total - observed) / divisor;
    std::size_t remaining = total / divisor;

    std::vector<double> cells(target + 1, 0.0);
    cells[0] = 1.0;
    std::size_t low = 0;  // the open window
    std::size_t high = 0;
    int scale = 0;  // a cell counts 2^scale of the 2^step outcomes so far
    int step = 0;
    double below = 0.0;  // P(S < target), of the outcomes that are decided
    for (const std::size_t weight : weights) {
        ++step;
        remaining -= weight;
        high = std::min(target, high + weight);
        if (high >= low + weight) shift_add(cells.data(), low + weight, high, weight);
        const std::size_t open = target > remaining ? target - remaining : 0;
        if (open > low) {
            const std::size_t stop = std::min(open, high + 1);
            double decided = 0.0;
            for (std::size_t s = low; s < stop; ++s) decided += cells[s];
            below += std::ldexp(decided, scale - step);
            low = open;
        }
        if (low > high) break;  // nothing can reach the observed sum any more
        if (step - scale >= 512) {
            for (std::size_t s = low; s <= high; ++s) cells[s] = std::ldexp(cells[s], -512);
            scale += 512;
        }
    }
    const double equal = low <= high ? std::ldexp(cells[target], scale - step) : 0.0;
    FairTails tails;
    const double small = std::min(1.0, below + equal);
    const double large = 1.0 - below;
    tails.lower = upper_is_small ? large : small;
    tails.upper = upper_is_small ? small : large;
    // Where t = E both tails hold the middle.
    tails.two_sided = 2 * target == total / divisor ? 1.0 : std::min(1.0, 2.0 * small);
    return tails;
}

/// P(V <= k) of Wilcoxon's statistic for k = 0 .. last, without ties: ranks 1 .. n.
inline std::vector<double> signed_rank_lower_tails(std::size_t n, std::size_t last) {
    std::vector<double> cells(last + 1, 0.0);
    cells[0] = 1.0;
    std::size_t high = 0;
    int scale = 0;
    for (std::size_t rank = 1; rank <= n; ++rank) {
        high = std::min(last, high + rank);
        if (high >= rank) shift_add(cells.data(), rank, high, rank);
        if (static_cast<int>(rank) - scale >= 512) {
            for (std::size_t s = 0; s <= high; ++s) cells[s] = std::ldexp(cells[s], -512);
            scale += 512;
        }
    }
    double sum = 0.0;
    for (double& cell : cells) {
        sum += cell;
        cell = std::min(1.0, std::ldexp(sum, scale - static_cast<int>(n)));
    }
    return cells;
}

}  // namespace eczscore::stats::detail
