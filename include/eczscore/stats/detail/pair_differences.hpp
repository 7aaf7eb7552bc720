// SPDX-License-Identifier: BSL-1.0
// Order statistics of the m n differences x_i - y_j, without forming them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace eczscore::stats::detail {

/// Differences of sorted values: rows ascend and columns descend, so that one walk along the
/// staircase counts those up to a bound. Halving the range of doubles between the smallest and the
/// largest difference needs at most 64 walks: O((m + n) log) time, no memory.
class PairDifferences {
public:
    PairDifferences(std::vector<double> x, std::vector<double> y)
        : x_(std::move(x)), y_(std::move(y)) {
        std::sort(x_.begin(), x_.end());
        std::sort(y_.begin(), y_.end());
    }
    std::uint64_t size() const { return std::uint64_t{x_.size()} * y_.size(); }
    std::size_t size_x() const { return x_.size(); }

    /// How many differences are <= bound.
    std::uint64_t count(double bound) const {
        std::uint64_t count = 0;
        std::size_t first = 0;  // of the y that make x_i - y small enough
        for (const double x : x_) {
            while (first < y_.size() && x - y_[first] > bound) ++first;
            if (first == y_.size()) break;
            count += y_.size() - first;
        }
        return count;
    }

    /// The k-th smallest difference, 1 <= k <= size().
    double select(std::uint64_t k) const {
        std::int64_t low = key(x_.front() - y_.back());
        std::int64_t high = key(x_.back() - y_.front());
        while (low < high) {
            const auto half =
                (static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low)) / 2;
            const std::int64_t middle = low + static_cast<std::int64_t>(half);
            if (count(unkey(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return unkey(low) + 0.0;  // -0 is 0
    }

    /// The mean of the two middle differences where their number is even.
    double median() const {
        const std::uint64_t all = size();
        const double lower = select((all + 1) / 2);
        if (all % 2 == 1) return lower;
        if (count(lower) > all / 2) return lower;
        const double upper = select(all / 2 + 1);
        return lower + (upper - lower) / 2.0;
    }

    /// Doubled mid-ranks of the x, ascending, and then of the y, once the x are lowered by a little
    /// more than `bound`: x is above y where x - y > bound, and no x equals a y.
    std::vector<std::int64_t> ranks_beyond(double bound) const {
        std::vector<std::int64_t> twice;
        twice.reserve(x_.size() + y_.size());
        const auto rank = [&twice](const std::vector<double>& own, const auto& others_below) {
            for (std::size_t i = 0; i < own.size();) {
                std::size_t end = i + 1;
                while (end < own.size() && own[end] == own[i]) ++end;
                const std::size_t doubled = i + end + 1 + 2 * others_below(own[i]);
                twice.insert(twice.end(), end - i, static_cast<std::int64_t>(doubled));
                i = end;
            }
        };
        std::size_t below = 0;
        rank(x_, [&](double x) {
            while (below < y_.size() && x - y_[below] > bound) ++below;
            return below;
        });
        below = 0;
        rank(y_, [&](double y) {
            while (below < x_.size() && !(x_[below] - y > bound)) ++below;
            return below;
        });
        return twice;
    }
    /// Whether a value occurs twice within a group.
    bool has_ties() const {
        return std::adjacent_find(x_.begin(), x_.end()) != x_.end() ||
               std::adjacent_find(y_.begin(), y_.end()) != y_.end();
    }

private:
    /// Doubles as integers of the same order.
    static std::int64_t key(double value) {
        const auto bits = std::bit_cast<std::int64_t>(value);
        return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
    }
    static double unkey(std::int64_t key) {
        return std::bit_cast<double>(key < 0 ? std::numeric_limits<std::int64_t>::min() - key
                                             : key);
    }

    std::vector<double> x_;
    std::vector<double> y_;
};

}  // namespace eczscore::stats::detail
