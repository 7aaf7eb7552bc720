// SPDX-License-Identifier: BSL-1.0
// The exact distribution of the sum of one group's scores over all choices of that group.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "eczscore/core/exact.hpp"
#include "eczscore/stats/detail/big_number.hpp"

namespace eczscore::stats::detail {

/// Ways to choose k of sorted scores so that they add to a sum, for all k up to `most`.
///
/// Row k begins at the smallest possible sum, that of the first k scores. Taking score number t
/// into a choice of k moves sums by t's distance from score number k, so that no row is wider than
/// its possible sums. To choose more than half is to leave out the rest: those rows are mirrored.
class ChoiceSums {
public:
    ChoiceSums(std::span<const std::int64_t> scores, std::size_t most, int exponent)
        : rows_(std::min(most, scores.size()) + 1), least_(rows_.size(), 0) {
        const std::size_t size = scores.size();
        const std::size_t middle = std::min(rows_.size() - 1, size / 2);
        for (std::size_t k = 0; k < rows_.size(); ++k) {
            if (k > 0) least_[k] = least_[k - 1] + scores[k - 1];
            if (k <= middle) rows_[k].assign(spread(scores, size, k) + 1, 0.0);
        }
        rows_[0][0] = std::ldexp(1.0, -exponent);
        for (std::size_t t = 0; t < size; ++t) take(scores, t, middle);
        for (std::size_t k = middle + 1; k < rows_.size(); ++k) {
            rows_[k].assign(rows_[size - k].rbegin(), rows_[size - k].rend());
        }
    }

    std::size_t most() const { return rows_.size() - 1; }
    std::int64_t least(std::size_t k) const { return least_[k]; }
    std::span<const double> row(std::size_t k) const { return rows_[k]; }

    /// Additions that the construction needs, counted until they exceed `limit`.
    static double work(std::span<const std::int64_t> scores, std::size_t most, double limit) {
        double all = 0.0;
        const std::size_t middle = std::min(most, scores.size() / 2);
        for (std::size_t t = 1; t <= scores.size() && all <= limit; ++t) {
            std::int64_t wide = 0;
            for (std::size_t k = 1; k <= std::min(middle, t); ++k) {
                wide += scores[t - k] - scores[k - 1];
                all += static_cast<double>(wide + 1);
            }
        }
        return all;
    }
    /// Numbers that the rows hold.
    static double cells(std::span<const std::int64_t> scores, std::size_t most) {
        const std::size_t size = scores.size();
        double all = 0.0, wide = 0.0;
        for (std::size_t k = 1; k <= std::min(most, size); ++k) {
            wide += static_cast<double>(scores[size - k] - scores[k - 1]);
            all += wide + 1.0;
        }
        return all;
    }

private:
    /// The largest less the smallest sum of k of the first t scores.
    static std::size_t spread(std::span<const std::int64_t> scores, std::size_t t, std::size_t k) {
        std::int64_t all = 0;
        for (std::size_t i = 0; i < k; ++i) all += scores[t - 1 - i] - scores[i];
        return static_cast<std::size_t>(all);
    }

    void take(std::span<const std::int64_t> scores, std::size_t t, std::size_t middle) {
        std::size_t k = std::min(t + 1, middle);
        if (k == 0) return;
        std::size_t wide = spread(scores, t, k - 1);
        for (; k >= 1; --k) {
            const auto shift = static_cast<std::size_t>(scores[t] - scores[k - 1]);
            add(rows_[k - 1].data(), rows_[k].data() + shift, wide + 1);
            if (k >= 2) wide -= static_cast<std::size_t>(scores[t - k + 1] - scores[k - 2]);
        }
    }
    static void add(const double* __restrict from, double* __restrict to, std::size_t count) {
        std::size_t s = 0;
        for (; s + 4 <= count; s += 4) {
            for (std::size_t i = 0; i < 4; ++i) to[s + i] += from[s + i];
        }
        for (; s < count; ++s) to[s] += from[s];
    }

    std::vector<std::vector<double>> rows_;
    std::vector<std::int64_t> least_;
};

/// The exact distribution of the sum of scores of m of them, in two halves: the sums of the lower
/// and of the upper scores are built separately and meet in the tail: a small part of the work of
/// one table, and both tails come from it.
class SumOfChosen {
public:
    /// scores  of all, ascending, not negative
    /// m       how many are chosen, at most half
    SumOfChosen(std::span<const std::int64_t> scores, std::size_t m)
        : m_(m),
          exponent_(static_cast<int>(scores.size() / 4)),
          low_(scores.first(scores.size() / 2), m, exponent_),
          high_(scores.subspan(scores.size() / 2), m, exponent_),
          all_(choose(m, scores.size() - m)) {
        all_.exponent -= 2 * exponent_;
    }

    /// Whether it takes at most `limit` additions and 800 MB.
    static bool is_possible(std::span<const std::int64_t> scores, std::size_t m, double limit) {
        constexpr double most_cells = 1e8;
        const auto low = scores.first(scores.size() / 2);
        const auto high = scores.subspan(scores.size() / 2);
        return ChoiceSums::cells(low, m) + ChoiceSums::cells(high, m) <= most_cells &&
               ChoiceSums::work(low, m, limit) + ChoiceSums::work(high, m, limit) <= limit;
    }

    /// P(sum <= bound).
    double at_most(std::int64_t bound) const {
        return tail([bound](std::span<const double> upper, std::span<const double> lower,
                            std::int64_t least) {
            double sum = 0.0, inside = 0.0;
            // as the lower sum falls, more of the upper ones fit
            std::size_t fits = 0;
            for (std::size_t s = lower.size(); s-- > 0;) {
                const std::int64_t room = bound - least - static_cast<std::int64_t>(s);
                while (fits < upper.size() && static_cast<std::int64_t>(fits) <= room) {
                    inside += upper[fits++];
                }
                sum += lower[s] * inside;
            }
            return sum;
        });
    }
    /// P(sum >= bound).
    double at_least(std::int64_t bound) const {
        return tail([bound](std::span<const double> upper, std::span<const double> lower,
                            std::int64_t least) {
            double sum = 0.0, inside = 0.0;
            std::size_t from = upper.size();
            for (std::size_t s = 0; s < lower.size(); ++s) {
                const std::int64_t need = bound - least - static_cast<std::int64_t>(s);
                while (from > 0 && static_cast<std::int64_t>(from - 1) >= need) {
                    inside += upper[--from];
                }
                sum += lower[s] * inside;
            }
            return sum;
        });
    }

private:
    template <class Meet>
    double tail(const Meet& meet) const {
        double sum = 0.0;
        for (std::size_t k = 0; k <= std::min(m_, low_.most()); ++k) {
            if (m_ - k > high_.most()) continue;
            sum += meet(high_.row(m_ - k), low_.row(k), low_.least(k) + high_.least(m_ - k));
        }
        return std::ldexp(sum / all_.fraction, -all_.exponent);
    }

    std::size_t m_;
    int exponent_;
    ChoiceSums low_;
    ChoiceSums high_;
    BigNumber all_;
};

/// Of the sum S of a group's scores, its mean E and its observed value s.
struct ChoiceTails {
    double less = 1.0;       ///< P(S <= s)
    double greater = 1.0;    ///< P(S >= s)
    double two_sided = 1.0;  ///< P(|S - E| >= |s - E|), compared in whole numbers
};

inline std::int64_t floor_over(eczscore::detail::Int128 value, eczscore::detail::Int128 divisor) {
    const auto quotient = static_cast<std::int64_t>(value / divisor);
    return value % divisor < 0 ? quotient - 1 : quotient;
}

/// The tails when every choice of a group of that size is equally likely; nothing where they would
/// take more than `limit` additions.
/// scores  of all, the group's first; differences below 2^53
/// group   how many are the group's
inline std::optional<ChoiceTails> choice_tails(std::span<const std::int64_t> scores,
                                               std::size_t group, double limit) {
    using eczscore::detail::Int128;
    const std::size_t size = scores.size();
    // As small as they get: less the smallest, over the common divisor.
    std::vector<std::int64_t> sorted(scores.begin(), scores.end());
    std::sort(sorted.begin(), sorted.end());
    const std::int64_t first = sorted.front();
    std::int64_t divisor = 0;
    for (std::int64_t& each : sorted) divisor = std::gcd(divisor, each -= first);
    if (divisor == 0) return ChoiceTails{};  // all equal: one possible sum
    for (std::int64_t& each : sorted) each /= divisor;
    const bool swapped = group > size - group;  // the smaller group is chosen
    const std::size_t chosen = swapped ? size - group : group;
    if (!SumOfChosen::is_possible(sorted, chosen, limit)) return std::nullopt;

    const SumOfChosen sums(sorted, chosen);
    std::int64_t sum = 0;
    for (const std::int64_t each : swapped ? scores.subspan(group) : scores.first(group)) {
        sum += (each - first) / divisor;
    }
    const double less = sums.at_most(sum), greater = sums.at_least(sum);
    ChoiceTails tails{swapped ? greater : less, swapped ? less : greater, 1.0};
    // Distances from the mean, times the number of scores.
    const auto all = static_cast<std::int64_t>(size);
    const Int128 mean = Int128{std::accumulate(sorted.begin(), sorted.end(), std::int64_t{0})} *
                        static_cast<std::int64_t>(chosen);
    const Int128 far = Int128{sum} * all - mean;
    const Int128 distance = far < 0 ? -far : far;
    if (distance != 0) {
        tails.two_sided = sums.at_most(floor_over(mean - distance, all)) +
                          sums.at_least(-floor_over(-mean - distance, all));
    }
    for (double* p : {&tails.less, &tails.greater, &tails.two_sided}) *p = std::min(1.0, *p);
    return tails;
}

}  // namespace eczscore::stats::detail
