// SPDX-License-Identifier: BSL-1.0
// Order statistics of the n(n+1)/2 Walsh averages (x_i + x_j)/2, i <= j, without forming them.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/differences.hpp"

namespace eczscore::stats::detail {

/// Walsh sums x_i + x_j of sorted values, as doubles. The sums form a matrix whose rows and columns
/// ascend, so that one walk along its staircase counts those up to a bound: O(n). A selection
/// narrows a bracket by interpolated bounds until about n sums are left in it: O(n log n) as a
/// rule, at worst 64 walks more, and O(n) memory.
class WalshSums {
public:
    explicit WalshSums(std::vector<double> values) : x_(std::move(values)) {
        std::sort(x_.begin(), x_.end());
        candidates_.reserve(x_.size() + 64);
    }
    std::uint64_t size() const { return std::uint64_t{x_.size()} * (x_.size() + 1) / 2; }

    /// Whether the smallest and the largest sum are finite; with values.
    bool is_in_range() const {
        return std::isfinite(2.0 * x_.front()) && std::isfinite(2.0 * x_.back());
    }
    /// How many sums are <= bound.
    std::uint64_t count(double bound) const {
        std::uint64_t count = 0;
        std::size_t i = 0;
        std::size_t end = x_.size();  // pairs (i, end - 1) and beyond are still open
        while (i < end) {
            if (x_[i] + x_[end - 1] <= bound) {
                count += end - i;
                ++i;
            } else {
                --end;
            }
        }
        return count;
    }

    /// The k-th smallest sum, 1 <= k <= size().
    double select(std::uint64_t k) {
        double high = 2.0 * x_.back();
        double low = std::nextafter(2.0 * x_.front(), -std::numeric_limits<double>::infinity());
        std::uint64_t up_to_low = 0;
        std::uint64_t up_to_high = size();
        const std::uint64_t few = x_.size() + 32;
        for (int walk = 0; up_to_high - up_to_low > few; ++walk) {
            const double bound = next_bound(k, low, high, up_to_low, up_to_high, walk);
            if (!(low < bound && bound < high)) return high;  // one value only is left
            const std::uint64_t up_to = count(bound);
            if (up_to >= k) {
                high = bound;
                up_to_high = up_to;
            } else {
                low = bound;
                up_to_low = up_to;
            }
        }
        collect(low, high);
        const auto kth = candidates_.begin() + static_cast<std::ptrdiff_t>(k - up_to_low - 1);
        std::nth_element(candidates_.begin(), kth, candidates_.end());
        return *kth;
    }

    /// The smallest sum above `bound`; infinity if there is none.
    double above(double bound) const {
        double least = std::numeric_limits<double>::infinity();
        std::size_t i = 0;
        std::size_t end = x_.size();
        while (i < end) {
            const double sum = x_[i] + x_[end - 1];
            if (sum <= bound) {
                ++i;
                continue;
            }
            least = std::min(least, sum);
            --end;
        }
        return least;
    }

private:
    /// Doubles as integers of the same order, so that a bisection ends after 64 steps.
    static std::int64_t key(double value) {
        const auto bits = std::bit_cast<std::int64_t>(value);
        return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
    }
    static double unkey(std::int64_t key) {
        return std::bit_cast<double>(key < 0 ? std::numeric_limits<std::int64_t>::min() - key
                                             : key);
    }

    /// Interpolates the counts, aiming a little beyond k on alternating sides so that both ends of
    /// the bracket close in; every third walk bisects, first values and later bit patterns.
    double next_bound(std::uint64_t k, double low, double high, std::uint64_t up_to_low,
                      std::uint64_t up_to_high, int walk) const {
        if (walk % 3 == 2) {
            if (walk < 30) return low + (high - low) / 2.0;
            const std::int64_t a = key(low);
            const std::int64_t b = key(high);
            return unkey(a +
                         static_cast<std::int64_t>(
                             (static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a)) / 2));
        }
        const auto inside = static_cast<double>(up_to_high - up_to_low);
        const double margin = static_cast<double>(x_.size()) / 3.0 + inside / 64.0;
        const double aim = static_cast<double>(k - up_to_low) + (walk % 2 == 0 ? margin : -margin);
        const double bound = low + (high - low) * std::clamp(aim / inside, 0.02, 0.98);
        return bound > low && bound < high ? bound : low + (high - low) / 2.0;
    }

    /// The sums in (low, high].
    void collect(double low, double high) {
        candidates_.clear();
        std::size_t first = x_.size();  // of row i: the first j above low
        std::size_t end = x_.size();    // of row i: the first j above high
        for (std::size_t i = 0; i < x_.size(); ++i) {
            while (end > 0 && x_[i] + x_[end - 1] > high) --end;
            while (first > 0 && x_[i] + x_[first - 1] > low) --first;
            if (end <= i) break;
            for (std::size_t j = std::max(first, i); j < end; ++j) {
                candidates_.push_back(x_[i] + x_[j]);
            }
        }
    }

    std::vector<double> x_;
    std::vector<double> candidates_;
};

/// Walsh sums of whole steps from counts per value: K values in a row need K^2 / 2 products,
/// however large n is, and every sum is exact.
class StepWalshSums {
public:
    /// Whether the counts are worth it: a short range of steps.
    static bool suits(std::span<const std::int64_t> steps) {
        if (steps.empty()) return false;
        const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
        const std::int64_t range = *most - *least + 1;
        return range <= 4096 && static_cast<double>(range) * static_cast<double>(range) <
                                    400.0 * static_cast<double>(steps.size()) + 4096.0;
    }
    explicit StepWalshSums(std::span<const std::int64_t> steps) {
        const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
        std::vector<std::uint64_t> counts(static_cast<std::size_t>(*most - *least + 1));
        for (const std::int64_t step : steps) ++counts[static_cast<std::size_t>(step - *least)];
        *this = StepWalshSums(counts, *least);
    }
    /// counts[i] values of least + i steps; at least one count
    StepWalshSums(std::span<const std::uint64_t> counts, std::int64_t least) : least_(least) {
        const std::size_t range = counts.size();
        up_to_.resize(2 * range - 1);
        for (std::size_t a = 0; a < range; ++a) {
            if (counts[a] == 0) continue;
            up_to_[2 * a] += counts[a] * (counts[a] + 1) / 2;
            for (std::size_t b = a + 1; b < range; ++b) up_to_[a + b] += counts[a] * counts[b];
        }
        for (std::size_t s = 1; s < up_to_.size(); ++s) up_to_[s] += up_to_[s - 1];
    }
    std::uint64_t size() const { return up_to_.back(); }
    std::uint64_t count(std::int64_t bound) const {
        const std::int64_t at = bound - 2 * least_;
        if (at < 0) return 0;
        return up_to_[std::min(static_cast<std::size_t>(at), up_to_.size() - 1)];
    }
    /// The k-th smallest sum, in steps.
    std::int64_t select(std::uint64_t k) const {
        const auto found = std::lower_bound(up_to_.begin(), up_to_.end(), k);
        return found - up_to_.begin() + 2 * least_;
    }

private:
    std::int64_t least_ = 0;
    std::vector<std::uint64_t> up_to_;
};

}  // namespace eczscore::stats::detail
