// SPDX-License-Identifier: BSL-1.0
// Exact tails of a sum in which a fair coin decides for each whole weight: the null distribution
// of signed-rank and sign-flip tests, ties and all.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <vector>

#include "eczscore/stats/types/exact_cost.hpp"

namespace eczscore::stats::detail {

/// a[i] += b[i]; the two do not overlap.
inline void add_to(double* a, const double* b, std::size_t n) {
    typedef double Two __attribute__((vector_size(16)));
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        Two x, y, u, v;
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, a + i + 2, sizeof y);
        std::memcpy(&u, b + i, sizeof u);
        std::memcpy(&v, b + i + 2, sizeof v);
        x += u;
        y += v;
        std::memcpy(a + i, &x, sizeof x);
        std::memcpy(a + i + 2, &y, sizeof y);
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

/// Whether `fair_sum_tails` stays within the cost: it makes at most as many additions as cells
/// times weights, and holds two lists of cells.
inline bool is_fair_sum_possible(std::span<const std::uint64_t> weights, std::uint64_t observed,
                                 const ExactCost& cost) {
    std::uint64_t total = 0;
    std::uint64_t divisor = 0;
    for (const std::uint64_t weight : weights) {
        total += weight;
        divisor = std::gcd(divisor, weight);
    }
    if (divisor == 0) return true;
    const auto cells = static_cast<double>(std::min(observed, total - observed) / divisor + 1);
    return cost.allow_work(cells * static_cast<double>(weights.size())) &&
           cost.allow_memory(2.0 * sizeof(double) * cells);
}

/// The distribution of a sum of coins, counted: cell s holds how many outcomes have sum s, times
/// 2^-scale. It is symmetric, so only its lower half is kept, and of that what is up to `most`.
class FairCounts {
public:
    FairCounts(std::size_t total, std::size_t most)
        : most_(most), cells_(std::min(total / 2, most) + 1, 0.0) {
        cells_[0] = 1.0;
    }
    void add(std::size_t weight) {
        const std::size_t half = std::min((total_ + weight) / 2, most_);
        for (std::size_t s = last_ + 1; s <= half; ++s) {
            cells_[s] = s <= total_ ? cells_[total_ - s] : 0.0;  // the other half, mirrored
        }
        if (half >= weight) shift_add(cells_.data(), weight, half, weight);
        last_ = half;
        total_ += weight;
        ++coins_;
        if (coins_ - scale_ >= 512) {
            for (std::size_t s = 0; s <= last_; ++s) cells_[s] = std::ldexp(cells_[s], -512);
            scale_ += 512;
        }
    }
    /// What a count stands for: P(S = s) over the count of s.
    double unit() const { return std::ldexp(1.0, scale_ - coins_); }  // a normal number: see above
    /// The count of s, 0 .. `most`.
    double count(std::size_t s) const { return s > total_ ? 0.0 : cells_[std::min(s, total_ - s)]; }

private:
    std::size_t most_;
    std::vector<double> cells_;
    std::size_t last_ = 0;
    std::size_t total_ = 0;
    int coins_ = 0;
    int scale_ = 0;
};

/// Counts the 2^n outcomes: exact to the last digit up to n = 53, and without loss of small tails
/// beyond, for nothing is ever subtracted. The weights are dealt to two halves of the coins; for
/// each its distribution is counted, and the tail of their sum is one product of both. O(n S), S
/// the sum of all weights, at most an eighth of n S additions. `observed` is a sum of some of the
/// weights.
inline FairTails fair_sum_tails(std::vector<std::uint64_t> weights, std::uint64_t observed) {
    std::uint64_t total = 0;
    std::uint64_t divisor = 0;
    for (const std::uint64_t weight : weights) {
        total += weight;
        divisor = std::gcd(divisor, weight);
    }
    if (divisor == 0) return {};  // no weight: S = 0 = t
    std::erase(weights, std::uint64_t{0});
    total = 0;
    for (std::uint64_t& weight : weights) total += weight /= divisor;
    std::sort(weights.begin(), weights.end());  // the smallest first, while little is counted
    observed /= divisor;
    const bool upper_is_small = observed > total - observed;
    const std::size_t target = std::min(observed, total - observed);

    std::size_t totals[2] = {};
    for (std::size_t i = 0; i < weights.size(); ++i) totals[i % 2] += weights[i];
    FairCounts a(totals[0], target);
    FairCounts b(totals[1], target);
    for (std::size_t i = 0; i < weights.size(); ++i) (i % 2 == 0 ? a : b).add(weights[i]);

    const double unit_a = a.unit();
    const double unit_b = b.unit();
    double below = 0.0;    // P(S < target)
    double equal = 0.0;    // P(S = target)
    double b_below = 0.0;  // P(B < s)
    for (std::size_t s = 0; s <= target; ++s) {
        const double of_b = unit_b * b.count(s);
        const double of_a = unit_a * a.count(target - s);  // what A lacks to the target
        equal += of_b * of_a;
        below += b_below * of_a;
        b_below += of_b;
    }
    FairTails tails;
    const double small = std::min(1.0, below + equal);
    const double large = 1.0 - below;
    tails.lower = upper_is_small ? large : small;
    tails.upper = upper_is_small ? small : large;
    // Where t = E both tails hold the middle.
    tails.two_sided = 2 * target == total ? 1.0 : std::min(1.0, 2.0 * small);
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
