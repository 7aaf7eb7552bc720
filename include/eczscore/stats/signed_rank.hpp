// SPDX-License-Identifier: BSL-1.0
// Wilcoxon's signed-rank test: exact with ties and zeros, or by the normal approximation.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/fair_sums.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/types/difference_counts.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What becomes of zero differences. `wilcoxon`: dropped, then the rest is ranked (1945).
/// `pratt`: ranked with the rest, then dropped (1959), so that many zeros weaken the evidence.
enum class Zeros : std::uint8_t { pratt, wilcoxon };

/// 1/2 towards the mean in the normal approximation, or nothing.
enum class Continuity : std::uint8_t { none, half };

/// Wilcoxon's signed rank test of paired differences.
struct SignedRank {
    double w_plus = not_a_number;  ///< sum of the ranks of positive differences
    double z = not_a_number;       ///< W+ minus its mean, in standard deviations, uncorrected
    double p_two_sided = not_a_number;
    double p_less = not_a_number;     ///< differences tend to be negative
    double p_greater = not_a_number;  ///< differences tend to be positive
    /// The smallest two-sided p that as many non-zero differences can give: 2 / 2^n. With 5 or
    /// fewer the test cannot reach 0.05.
    double smallest_p = not_a_number;
    std::size_t n = 0;        ///< differences, zeros included
    std::size_t nonzero = 0;  ///< that were ranked and kept
    std::size_t missing = 0;
    double tie_sum = 0.0;  ///< sum of t^3 - t over groups of equal sizes
    Text method{};
    State state = State::too_few;
};

/// The test under both rules. Without zeros they are the same; with zeros both are to be reported.
struct SignedRankRules {
    SignedRank pratt{};
    SignedRank wilcoxon{};
    std::size_t zeros = 0;  ///< differences that are 0
};

namespace detail {

/// The doubled ranks of the differences that are not zero, and their exact sums, so that the order
/// of the ranks changes no bit.
struct SignedRanks {
    std::size_t n = 0;  ///< differences, zeros included
    std::size_t missing = 0;
    std::size_t nonzero = 0;
    std::vector<std::uint64_t> twice;  ///< empty where differences were counted per step
    std::uint64_t twice_plus = 0;      ///< sum of the positive ones
    std::uint64_t twice_sum = 0;
    UInt128 twice_squares = 0;
    double tie_sum = 0.0;

    /// So many differences of one size share this doubled rank.
    void add(std::uint64_t rank, std::uint64_t positive, std::uint64_t negative) {
        const std::uint64_t count = positive + negative;
        nonzero += static_cast<std::size_t>(count);
        twice_plus += rank * positive;
        twice_sum += rank * count;
        twice_squares += UInt128{rank} * rank * count;
    }
    /// W+ less its mean.
    double distance() const {
        return (static_cast<double>(twice_plus) - static_cast<double>(twice_sum) / 2.0) / 2.0;
    }
    /// The standard deviation of W+ given the ranks: sqrt(sum r^2 / 4).
    double sd() const { return std::sqrt(static_cast<double>(twice_squares)) / 4.0; }
};

inline SignedRanks signed_ranks(const Differences& differences, Zeros zeros) {
    std::vector<double> sizes;
    std::vector<double> ranked;
    sizes.reserve(differences.size());
    ranked.reserve(differences.size());
    for (const double difference : differences.values) {
        if (difference == 0.0 && zeros == Zeros::wilcoxon) continue;
        ranked.push_back(difference);
        sizes.push_back(std::abs(difference));
    }
    const DoubledRanks ranks = doubled_ranks(sizes);
    SignedRanks kept;
    kept.n = differences.size();
    kept.missing = differences.missing;
    kept.tie_sum = ranks.tie_sum;
    kept.twice.reserve(ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (ranked[i] == 0.0) continue;
        kept.twice.push_back(ranks.twice[i]);
        kept.add(ranks.twice[i], ranked[i] > 0.0 ? 1 : 0, ranked[i] > 0.0 ? 0 : 1);
    }
    return kept;
}
/// From counts per step: O(K) for K steps, whatever n is.
inline SignedRanks signed_ranks(const DifferenceCounts& differences, Zeros zeros) {
    SignedRanks kept;
    kept.n = static_cast<std::size_t>(differences.n());
    kept.missing = static_cast<std::size_t>(differences.missing);
    std::uint64_t ranked = 0;
    const auto rank_next = [&](std::uint64_t count) {
        const std::uint64_t twice = 2 * ranked + count + 1;
        ranked += count;
        const auto tied = static_cast<double>(count);
        if (count > 0) kept.tie_sum += tied * (tied * tied - 1.0);
        return twice;
    };
    if (zeros == Zeros::pratt) rank_next(differences.of(0));
    const std::int64_t highest =
        differences.lowest + static_cast<std::int64_t>(differences.counts.size()) - 1;
    // Sizes below the first have no step, so that the loop is no longer than the counts.
    const std::int64_t first = std::max({std::int64_t{1}, differences.lowest, -highest});
    for (std::int64_t size = first; size <= std::max(highest, -differences.lowest); ++size) {
        const std::uint64_t positive = differences.of(size);
        const std::uint64_t negative = differences.of(-size);
        kept.add(rank_next(positive + negative), positive, negative);
    }
    return kept;
}

inline SignedRank signed_rank_start(const SignedRanks& ranks) {
    SignedRank result;
    result.n = ranks.n;
    result.missing = ranks.missing;
    result.nonzero = ranks.nonzero;
    result.tie_sum = ranks.tie_sum;
    if (result.n == 0) return result;
    result.w_plus = static_cast<double>(ranks.twice_plus) / 2.0;
    const std::size_t signs = std::min<std::size_t>(result.nonzero, 5000);  // more: 0 in any case
    result.smallest_p = std::min(1.0, std::ldexp(1.0, 1 - static_cast<int>(signs)));
    if (result.nonzero == 0) {  // nothing speaks against the null
        result.p_two_sided = result.p_less = result.p_greater = 1.0;
        result.state = State::zero_variance;
        return result;
    }
    result.z = ranks.distance() / ranks.sd();
    result.state = State::ok;
    return result;
}

inline void put_normal_p(SignedRank& result, const SignedRanks& ranks, Continuity continuity) {
    const double sd = ranks.sd();
    const double distance = ranks.distance();
    const double c = continuity == Continuity::half ? 0.5 : 0.0;
    // W+ and its mean differ by a multiple of 1/4: a shorter distance than c only where it is 0.25
    // or 0, and R's correction then turns the sign, which the two-sided p keeps out of sight.
    const double towards = distance > 0.0 ? c : distance < 0.0 ? -c : 0.0;
    result.p_two_sided = normal_two_sided((distance - towards) / sd);
    result.p_less = normal_cdf((distance + c) / sd);
    result.p_greater = normal_sf((distance - c) / sd);
}

inline SignedRank signed_rank_exact(const Differences& differences, Zeros zeros,
                                    const ExactCost& cost) {
    const SignedRanks ranks = signed_ranks(differences, zeros);
    SignedRank result = signed_rank_start(ranks);
    result.method = zeros == Zeros::pratt ? Text("signed rank, exact, zeros by Pratt")
                                          : Text("signed rank, exact, zeros dropped");
    if (result.state != State::ok) return result;
    if (!is_fair_sum_possible(ranks.twice, ranks.twice_plus, cost)) {
        put_normal_p(result, ranks, Continuity::none);
        result.method = zeros == Zeros::pratt
                            ? Text("signed rank, normal (too large for exact), zeros by Pratt")
                            : Text("signed rank, normal (too large for exact), zeros dropped");
        result.state = State::approximate;
        return result;
    }
    const FairTails tails = fair_sum_tails(ranks.twice, ranks.twice_plus);
    result.p_two_sided = tails.two_sided;
    result.p_less = tails.lower;
    result.p_greater = tails.upper;
    result.state = state_of({tails.two_sided, tails.lower, tails.upper});
    return result;
}

inline SignedRankRules signed_rank_rules(const Differences& differences, const ExactCost& cost) {
    SignedRankRules both;
    both.pratt = signed_rank_exact(differences, Zeros::pratt, cost);
    both.wilcoxon = signed_rank_exact(differences, Zeros::wilcoxon, cost);
    both.zeros = both.pratt.n - both.pratt.nonzero;
    return both;
}

template <class Given>
SignedRank signed_rank_normal(const Given& differences, Zeros zeros, Continuity continuity) {
    const SignedRanks ranks = signed_ranks(differences, zeros);
    SignedRank result = signed_rank_start(ranks);
    result.method = zeros == Zeros::pratt ? Text("signed rank, normal, zeros by Pratt")
                                          : Text("signed rank, normal, zeros dropped");
    if (result.state == State::ok) put_normal_p(result, ranks, continuity);
    return result;
}

}  // namespace detail

/// What `signed_rank_exact` may be asked for.
struct SignedRankOptions {
    Zeros zeros = Zeros::pratt;
    ExactCost cost{};  ///< the most that the exact form may cost
};

/// Every assignment of signs to the observed ranks is equally likely: exact with ties.
/// cost  O(n^3): by default up to about 2,700 non-zero differences with ties, 3,400 without; beyond
///       it the normal approximation and State::approximate
/// state  too_few without differences; zero_variance where all are 0 (p is 1); boundary where a p
///        is smaller than the doubles
/// source   Wilcoxon 1945, Pratt 1959; ties as in Streitberg and Roehmel 1986.
inline SignedRank signed_rank_exact(std::span<const double> differences,
                                    const SignedRankOptions& options = {}) {
    return detail::signed_rank_exact(detail::given_differences(differences), options.zeros,
                                     options.cost);
}
/// Of post - pre.
inline SignedRank signed_rank_exact(std::span<const double> pre, std::span<const double> post,
                                    const SignedRankOptions& options = {}) {
    return detail::signed_rank_exact(detail::paired_differences(pre, post), options.zeros,
                                     options.cost);
}

/// `signed_rank_exact` by both rules for zeros.
inline SignedRankRules signed_rank_rules(std::span<const double> differences,
                                         const ExactCost& cost = {}) {
    return detail::signed_rank_rules(detail::given_differences(differences), cost);
}
/// Of post - pre.
inline SignedRankRules signed_rank_rules(std::span<const double> pre, std::span<const double> post,
                                         const ExactCost& cost = {}) {
    return detail::signed_rank_rules(detail::paired_differences(pre, post), cost);
}

/// What `signed_rank_normal` may be asked for.
struct SignedRankNormalOptions {
    Zeros zeros = Zeros::pratt;
    Continuity continuity = Continuity::none;
};

/// z = (W+ - sum r / 2) / sqrt(sum r^2 / 4): the variance that the ties leave.
inline SignedRank signed_rank_normal(std::span<const double> differences,
                                     const SignedRankNormalOptions& options = {}) {
    return detail::signed_rank_normal(detail::given_differences(differences), options.zeros,
                                      options.continuity);
}
/// Of post - pre.
inline SignedRank signed_rank_normal(std::span<const double> pre, std::span<const double> post,
                                     const SignedRankNormalOptions& options = {}) {
    return detail::signed_rank_normal(detail::paired_differences(pre, post), options.zeros,
                                      options.continuity);
}

/// Of differences counted per step: O(K) for K steps, however many patients there are.
inline SignedRank signed_rank_normal(const DifferenceCounts& differences,
                                     const SignedRankNormalOptions& options = {}) {
    if (!differences.is_valid()) {
        SignedRank none;
        none.state = State::invalid_argument;
        return none;
    }
    return detail::signed_rank_normal(differences, options.zeros, options.continuity);
}

/// P(V <= v) of the statistic of n differences without ties. O(n v) time and O(v) memory, v counted
/// from the nearer end; NaN where that exceeds the cost, and for n above 2^31.
inline double signed_rank_cdf(std::int64_t v, std::size_t n, const ExactCost& cost = {}) {
    if (v < 0) return 0.0;
    if (n > std::size_t{1} << 31) return not_a_number;
    const std::size_t total = n * (n + 1) / 2;
    const auto last = static_cast<std::size_t>(v);
    if (last >= total) return 1.0;
    const auto cells = static_cast<double>(std::min(last, total - last));
    if (!cost.allow_work(cells * static_cast<double>(n)) ||
        !cost.allow_memory(sizeof(double) * cells)) {
        return not_a_number;
    }
    if (2 * last < total) return detail::signed_rank_lower_tails(n, last).back();
    return 1.0 - detail::signed_rank_lower_tails(n, total - last - 1).back();
}

}  // namespace eczscore::stats
