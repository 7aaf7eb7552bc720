// SPDX-License-Identifier: BSL-1.0
// The exact distribution of the Mann-Whitney U of two groups without ties.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/big_number.hpp"
#include "eczscore/stats/types/exact_cost.hpp"

namespace eczscore::stats::detail {

/// A whole number of 64 N bits; what goes beyond wraps around, so that sums and differences are
/// exact wherever the final number fits.
template <std::size_t N>
struct Wide {
    std::array<std::uint64_t, N> part{};

    void operator+=(const Wide& other) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < N; ++i) {
            const std::uint64_t sum = part[i] + other.part[i];
            const std::uint64_t more = sum + carry;
            carry =
                static_cast<std::uint64_t>(sum < part[i]) | static_cast<std::uint64_t>(more < sum);
            part[i] = more;
        }
    }
    void operator-=(const Wide& other) {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < N; ++i) {
            const std::uint64_t rest = part[i] - other.part[i];
            const std::uint64_t less = rest - borrow;
            borrow = static_cast<std::uint64_t>(part[i] < other.part[i]) |
                     static_cast<std::uint64_t>(rest < borrow);
            part[i] = less;
        }
    }
    double value() const {
        double all = 0.0;
        for (std::size_t i = N; i-- > 0;)
            all = all * 18446744073709551616.0 + static_cast<double>(part[i]);
        return all;
    }
};

/// Ways to choose k of h ranks so that they exceed the smallest choice by s: the Gaussian binomial
/// coefficients, for k up to `most` and s up to k (h - k). Those of k and of h - k are the same
/// row.
///
/// A row comes from the one before by (1 - q^(h-k+1)) / (1 - q^k), one pass of subtractions and one
/// of additions. In doubles their rounding grows beyond all bounds; in whole numbers there is none.
class ChoiceRows {
public:
    /// h  at most 1024
    ChoiceRows(std::size_t h, std::size_t most)
        : h_(h), most_(std::min(h, most)), rows_(middle(h, most) + 1) {
        if (h <= 64) {
            build<1>();
        } else if (h <= 128) {
            build<2>();
        } else if (h <= 256) {
            build<4>();
        } else if (h <= 512) {
            build<8>();
        } else {
            build<16>();
        }
    }
    static constexpr std::size_t largest = 1024;

    std::size_t most() const { return most_; }
    /// Divided by 2^exponent().
    std::span<const double> row(std::size_t k) const { return rows_[std::min(k, h_ - k)]; }
    int exponent() const { return static_cast<int>(h_ / 2); }
    /// Each number becomes the sum of those of its row up to it.
    void accumulate() {
        for (std::vector<double>& row : rows_) {
            for (std::size_t s = 1; s < row.size(); ++s) row[s] += row[s - 1];
        }
    }
    /// Numbers that the rows hold.
    static double cells(std::size_t h, std::size_t most) {
        double all = 0.0;
        for (std::size_t k = 0; k <= middle(h, most); ++k) {
            all += static_cast<double>(k) * static_cast<double>(h - k) + 1.0;
        }
        return all;
    }

private:
    static std::size_t middle(std::size_t h, std::size_t most) { return std::min(most, h / 2); }

    template <std::size_t N>
    void build() {
        const std::size_t last = rows_.size() - 1;
        std::vector<Wide<N>> ways(last * (h_ - last) + 1);
        ways[0].part[0] = 1;
        put<N>(0, 0, ways);
        for (std::size_t k = 1; k <= last; ++k) {
            const std::size_t degree = k * (h_ - k);
            const std::size_t half = degree / 2;
            const std::size_t far = h_ - k + 1;
            for (std::size_t s = half; s >= far; --s) ways[s] -= ways[s - far];
            for (std::size_t s = k; s <= half; ++s) ways[s] += ways[s - k];
            for (std::size_t s = half + 1; s <= degree; ++s) ways[s] = ways[degree - s];
            put<N>(k, degree, ways);
        }
    }
    template <std::size_t N>
    void put(std::size_t k, std::size_t degree, const std::vector<Wide<N>>& ways) {
        rows_[k].resize(degree + 1);
        const double scale = std::ldexp(1.0, -exponent());
        for (std::size_t s = 0; s <= degree / 2; ++s) {
            rows_[k][s] = rows_[k][degree - s] = ways[s].value() * scale;
        }
    }

    std::size_t h_;
    std::size_t most_;
    std::vector<std::vector<double>> rows_;  ///< up to the middle
};

/// P(U <= u) for groups of m and n. The lower and the upper half of all ranks are built separately
/// and meet in the tail: if k of the m lie in the lower half of h, U is (m - k)(h - k) plus what
/// both choices exceed their smallest by. O((m + n)^3) once, then O((m + n)^3) per u, with small
/// factors: 100 and 100 take some 10^5 additions.
class UDistribution {
public:
    static bool is_possible(std::size_t m, std::size_t n, const ExactCost& cost) {
        if (m + n > 2 * ChoiceRows::largest) return false;
        const std::size_t larger_half = m + n - (m + n) / 2;
        const double cells = 2.0 * ChoiceRows::cells(larger_half, std::min(m, n));
        // a cell is two additions of up to h bits, and is then visited a few times
        const double additions = cells * (static_cast<double>(larger_half) / 64.0 + 4.0);
        return cost.allow_memory(cells * sizeof(double)) && cost.allow_work(additions);
    }
    /// is_possible(m, n, cost), both above 0
    UDistribution(std::size_t of_x, std::size_t of_y)
        : m_(std::min(of_x, of_y)),
          n_(std::max(of_x, of_y)),
          h_((m_ + n_) / 2),
          low_(h_, m_),
          up_to_(m_ + n_ == 2 * h_ ? low_ : ChoiceRows(m_ + n_ - h_, m_)),
          all_(choose(m_, n_)) {
        up_to_.accumulate();
        all_.exponent -= low_.exponent() + up_to_.exponent();
    }

    std::uint64_t pairs() const { return std::uint64_t{m_} * n_; }

    /// u  below pairs()
    double at_most(std::uint64_t u) const {
        double sum = 0.0;
        for (std::size_t k = 0; k <= low_.most(); ++k) {
            const std::size_t others = m_ - k;
            const std::uint64_t least = std::uint64_t{others} * (h_ - k);
            if (others > up_to_.most() || least > u) continue;
            sum += meet(low_.row(k), up_to_.row(others), u - least);
        }
        return std::ldexp(sum / all_.fraction, -all_.exponent);
    }

private:
    /// Ways in which both excesses together are at most `room`.
    static double meet(std::span<const double> lower, std::span<const double> up_to,
                       std::uint64_t room) {
        const std::size_t last = up_to.size() - 1;
        const std::size_t end = std::min<std::uint64_t>(lower.size(), room + 1);
        // while the room exceeds what the upper half can fill, all its ways count
        const std::size_t all = room > last ? std::min<std::uint64_t>(end, room - last) : 0;
        double whole = 0.0;
        for (std::size_t s = 0; s < all; ++s) whole += lower[s];
        if (all == end) return whole * up_to[last];
        const double* const from = up_to.data() + (room - all);
        const double* const at = lower.data() + all;
        const std::size_t count = end - all;
        double part[4] = {};  // independent sums, always in this order
        std::size_t s = 0;
        for (; s + 4 <= count; s += 4) {
            for (std::size_t i = 0; i < 4; ++i) part[i] += at[s + i] * *(from - (s + i));
        }
        for (; s < count; ++s) part[0] += at[s] * *(from - s);
        const double sum = (part[0] + part[1]) + (part[2] + part[3]);
        return whole * up_to[last] + sum;
    }

    std::size_t m_, n_, h_;
    ChoiceRows low_;
    ChoiceRows up_to_;  ///< of the upper half, accumulated
    BigNumber all_;
};

}  // namespace eczscore::stats::detail
