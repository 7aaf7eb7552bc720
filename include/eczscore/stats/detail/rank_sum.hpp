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
#include "eczscore/stats/types/exact_cost.hpp"

namespace eczscore::stats::detail {

/// How many different sums a choice of k can have so far, at most: of each tie group some number is
/// chosen, and the last number follows from the others.
class KindsOfChoice {
public:
    explicit KindsOfChoice(std::size_t most) : product_(most + 1, 1.0), largest_(most + 1, 1.0) {}
    void add(std::size_t tied) {
        for (std::size_t k = 0; k < product_.size(); ++k) {
            const double numbers = static_cast<double>(std::min(tied, k)) + 1.0;
            product_[k] *= numbers;
            largest_[k] = std::max(largest_[k], numbers);
        }
    }
    double of(std::size_t k) const { return product_[k] / largest_[k]; }

private:
    std::vector<double> product_;
    std::vector<double> largest_;
};

/// Ways to choose k of sorted scores so that they add to a sum, for all k up to `most`.
///
/// Tie group by tie group: taking j of a group of c moves a choice of k to one of k + j, in C(c, j)
/// ways. Row k begins at the smallest possible sum, that of the first k scores, so that no row is
/// wider than its possible sums. To choose more than half is to leave out the rest: those rows are
/// mirrored.
///
/// The ways outgrow a double from some thousand scores on. Each row therefore has a power of 2 of
/// its own, which follows the number of all its choices. What is lost are sums rarer than 2^-1500
/// of their row; no tail that is a double depends on them.
class ChoiceSums {
public:
    ChoiceSums(std::span<const std::int64_t> scores, std::size_t most)
        : scores_(scores),
          middle_(std::min(most, scores.size() / 2)),
          rows_(std::min(most, scores.size()) + 1),
          least_(rows_.size(), 0),
          exponents_(rows_.size(), 0) {
        for (std::size_t k = 0; k < rows_.size(); ++k) {
            if (k > 0) least_[k] = least_[k - 1] + scores[k - 1];
            if (k <= middle_) rows_[k].assign(spread(scores, scores.size(), k) + 1, 0.0);
        }
        rows_[0][0] = 1.0;
        KindsOfChoice kinds(middle_);
        each_group(scores, [&](std::size_t first, std::size_t tied) {
            take(first, tied, kinds);
            kinds.add(tied);
        });
        const std::vector<BigNumber> all = choose_up_to(scores.size(), middle_);
        for (std::size_t k = 0; k <= middle_; ++k) divide(k, all[k].exponent);
        for (std::size_t k = middle_ + 1; k < rows_.size(); ++k) {
            const std::size_t rest = scores.size() - k;
            rows_[k].assign(rows_[rest].rbegin(), rows_[rest].rend());
            exponents_[k] = exponents_[rest];
        }
    }

    std::size_t most() const { return rows_.size() - 1; }
    std::int64_t least(std::size_t k) const { return least_[k]; }
    /// The ways divided by 2^exponent(k); all together they are at least 1/2 and below 1.
    std::span<const double> row(std::size_t k) const { return rows_[k]; }
    int exponent(std::size_t k) const { return exponents_[k]; }

    /// Additions that the construction needs, counted until they exceed `limit`.
    static double work(std::span<const std::int64_t> scores, std::size_t most, double limit) {
        double all = 0.0;
        const std::size_t middle = std::min(most, scores.size() / 2);
        KindsOfChoice kinds(middle);
        each_group(scores, [&](std::size_t first, std::size_t tied) {
            if (!(all <= limit)) return;
            std::size_t wide = 0;
            for (std::size_t k = 0; k <= std::min(first, middle); ++k) {
                if (k > 0) wide += static_cast<std::size_t>(scores[first - k] - scores[k - 1]);
                all += Step(wide, kinds.of(k), std::min(tied, middle - k)).work();
            }
            kinds.add(tied);
        });
        return all;
    }
    /// Numbers that the rows hold.
    static double cells(std::span<const std::int64_t> scores, std::size_t most) {
        const std::size_t size = scores.size();
        double all = 0.0, wide = 0.0;
        for (std::size_t k = 1; k <= std::min(most, size); ++k) {
            wide += static_cast<double>(scores[size - k] - scores[k - 1]);
            all += wide + row_overhead;
        }
        return all;
    }

private:
    /// A row costs as much as this many numbers more than it holds.
    static constexpr double row_overhead = 8.0;

    /// Adding a row to so many others: all its numbers, or those alone that are not 0.
    struct Step {
        double wide, kinds, rows;
        Step(std::size_t last, double different, std::size_t targets)
            : wide(static_cast<double>(last) + row_overhead),
              kinds(different),
              rows(static_cast<double>(targets)) {}
        double dense() const { return rows * wide; }
        double sparse() const { return wide + 4.0 * rows * kinds; }
        bool is_sparse() const { return sparse() < dense(); }
        double work() const { return std::min(sparse(), dense()); }
    };

    /// Calls `visit(first, how many)` for each run of equal scores.
    template <class Visit>
    static void each_group(std::span<const std::int64_t> scores, const Visit& visit) {
        for (std::size_t first = 0; first < scores.size();) {
            std::size_t end = first + 1;
            while (end < scores.size() && scores[end] == scores[first]) ++end;
            visit(first, end - first);
            first = end;
        }
    }
    /// The largest less the smallest sum of k of the first t scores.
    static std::size_t spread(std::span<const std::int64_t> scores, std::size_t t, std::size_t k) {
        std::int64_t all = 0;
        for (std::size_t i = 0; i < k; ++i) all += scores[t - 1 - i] - scores[i];
        return static_cast<std::size_t>(all);
    }
    /// The power of 2 by which a row of so many choices is divided.
    static int exponent_for(const BigNumber& choices) {
        return choices.exponent > 1000 ? choices.exponent - 500 : 0;
    }

    /// Choices among `first` scores become choices among `tied` more. Of the rows, the longest
    /// choices are moved first, so that each is moved as it was.
    void take(std::size_t first, std::size_t tied, const KindsOfChoice& kinds) {
        const std::vector<BigNumber> ways = choose_up_to(tied, std::min(tied, middle_));
        const std::vector<BigNumber> all = choose_up_to(first + tied, middle_);
        const std::size_t longest = std::min(first, middle_);
        // rows that begin here are empty, and have their divisor from the start
        for (std::size_t k = first + 1; k <= std::min(first + tied, middle_); ++k) {
            exponents_[k] = exponent_for(all[k]);
        }
        std::size_t wide = spread(scores_, first, longest);
        for (std::size_t k = longest;; --k) {
            const std::size_t targets = std::min(tied, middle_ - k);
            const bool is_sparse = Step(wide, kinds.of(k), targets).is_sparse();
            if (is_sparse) gather(k, wide + 1);
            std::int64_t shift = 0;
            for (std::size_t j = 1; j <= targets; ++j) {
                shift += scores_[first] - scores_[k + j - 1];
                const int exponent = ways[j].exponent + exponents_[k] - exponents_[k + j];
                const double factor = std::ldexp(ways[j].fraction, exponent);
                double* const to = rows_[k + j].data() + shift;
                if (is_sparse) {
                    for (const auto& [at, value] : gathered_) to[at] += factor * value;
                } else {
                    add(rows_[k].data(), to, wide + 1, factor);
                }
            }
            divide(k, exponent_for(all[k]));
            if (k == 0) break;
            wide -= static_cast<std::size_t>(scores_[first - k] - scores_[k - 1]);
        }
    }
    void gather(std::size_t k, std::size_t count) {
        gathered_.clear();
        for (std::size_t s = 0; s < count; ++s) {
            if (rows_[k][s] != 0.0) gathered_.push_back({s, rows_[k][s]});
        }
    }
    /// Gives a row another divisor.
    void divide(std::size_t k, int exponent) {
        if (exponent == exponents_[k]) return;
        const double factor = std::ldexp(1.0, exponents_[k] - exponent);
        for (double& each : rows_[k]) each *= factor;
        exponents_[k] = exponent;
    }
    static void add(const double* __restrict from, double* __restrict to, std::size_t count,
                    double factor) {
        std::size_t s = 0;
        for (; s + 4 <= count; s += 4) {
            for (std::size_t i = 0; i < 4; ++i) to[s + i] += factor * from[s + i];
        }
        for (; s < count; ++s) to[s] += factor * from[s];
    }

    struct Cell {
        std::size_t at;
        double value;
    };

    std::span<const std::int64_t> scores_;
    std::size_t middle_;
    std::vector<std::vector<double>> rows_;
    std::vector<std::int64_t> least_;
    std::vector<int> exponents_;
    std::vector<Cell> gathered_;
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
          low_(scores.first(scores.size() / 2), m),
          high_(scores.subspan(scores.size() / 2), m),
          all_(choose(m, scores.size() - m)) {}

    /// Whether it stays within the cost.
    static bool is_possible(std::span<const std::int64_t> scores, std::size_t m,
                            const ExactCost& cost) {
        const auto low = scores.first(scores.size() / 2);
        const auto high = scores.subspan(scores.size() / 2);
        const double cells = ChoiceSums::cells(low, m) + ChoiceSums::cells(high, m);
        // a number is written once and visited by each tail
        return cost.allow_memory(cells * sizeof(double)) &&
               cost.allow_work(4.0 * cells + ChoiceSums::work(low, m, cost.work) +
                               ChoiceSums::work(high, m, cost.work));
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
    /// Of each number chosen from the lower half, the share that it has of all choices (the
    /// exponents) times the share of its sums that are in the tail.
    template <class Meet>
    double tail(const Meet& meet) const {
        double sum = 0.0;
        for (std::size_t k = 0; k <= std::min(m_, low_.most()); ++k) {
            if (m_ - k > high_.most()) continue;
            const double part =
                meet(high_.row(m_ - k), low_.row(k), low_.least(k) + high_.least(m_ - k));
            sum += std::ldexp(part, low_.exponent(k) + high_.exponent(m_ - k) - all_.exponent);
        }
        return sum / all_.fraction;
    }

    std::size_t m_;
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
/// cost more than allowed.
/// scores  of all, the group's first; differences below 2^53
/// group   how many are the group's
inline std::optional<ChoiceTails> choice_tails(std::span<const std::int64_t> scores,
                                               std::size_t group, const ExactCost& cost) {
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
    if (!SumOfChosen::is_possible(sorted, chosen, cost)) return std::nullopt;

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
    // Both tails hold the observed sum. Where they do not cover all choices, or one holds more than
    // all, numbers have left the doubles, and that is no answer.
    constexpr double rounding = 1e-9;
    const double larger = std::max(less, greater);
    if (!(less + greater >= 1.0 - rounding && larger <= 1.0 + rounding)) return std::nullopt;
    for (double* p : {&tails.less, &tails.greater, &tails.two_sided}) *p = std::min(1.0, *p);
    return tails;
}

}  // namespace eczscore::stats::detail
