// SPDX-License-Identifier: BSL-1.0
// The rank-sum test over strata: van Elteren's, and with equal weights or common ranks.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/strata.hpp"

namespace eczscore::stats {

/// Values of both groups in one stratum, such as a clinic.
struct RankStratum {
    std::span<const double> x{};
    std::span<const double> y{};
};

/// What the ranks of a stratum of N_h values count.
enum class StratumRanks : std::uint8_t {
    van_elteren,  ///< ranked within the stratum, weight 1/(N_h + 1); the default
    equal,        ///< ranked within the stratum, weight 1
    common        ///< ranked among all values of all strata, weight 1
};

constexpr Text name(StratumRanks ranks) {
    constexpr Text names[] = {"van Elteren", "rank sums within strata", "common ranks, stratified"};
    return name_of(names, ranks);
}

/// The stratified rank-sum test, by the normal distribution. All three p-values are there; which
/// one counts is fixed beforehand.
struct StratifiedRankSum {
    double statistic = not_a_number;  ///< weighted sum of the mid-ranks of x, over usable strata
    double expected = not_a_number;   ///< of it, choices within strata being equally likely
    double sd = not_a_number;
    double z = not_a_number;
    double p = not_a_number;          ///< two-sided
    double p_less = not_a_number;     ///< x tends to be smaller
    double p_greater = not_a_number;  ///< x tends to be larger
    std::size_t n_x = 0;              ///< in usable strata
    std::size_t n_y = 0;
    std::size_t missing = 0;
    StrataUsed strata{};
    Text method{};
    State state = State::too_few;
};

namespace detail {

/// Weighted rank sum of x of one stratum with its mean and variance, ties and all.
struct StratumRankSum {
    double sum, mean, variance;
};

/// twice  doubled ranks, those of x first
inline StratumRankSum rank_sum_of(std::span<const std::uint64_t> twice, std::size_t n_x,
                                  double weight) {
    Int128 of_x = 0, all = 0, squares = 0;
    for (std::size_t i = 0; i < twice.size(); ++i) {
        const auto rank = static_cast<std::int64_t>(twice[i]);
        if (i < n_x) of_x += rank;
        all += rank;
        squares += Int128{rank} * rank;
    }
    const auto n = static_cast<std::int64_t>(twice.size()), m = static_cast<std::int64_t>(n_x);
    // m (N - m) / (N (N - 1)) times the sum of squared distances from the mean
    const double spread = nearest_double(n * squares - all * all, Int128{4} * n * n * (n - 1));
    return {weight * nearest_double(of_x, 2), weight * nearest_double(all * m, Int128{2} * n),
            weight * weight * (static_cast<double>(m) * static_cast<double>(n - m) * spread)};
}

/// Over the usable strata; compensated, so that their order changes nothing.
struct StratumTotals {
    Sum sum, mean, distance, variance;
};

/// All strata together: their values, x before y in each, and where each begins.
struct StrataValues {
    std::vector<TwoSamples> groups;
    std::vector<double> every;

    explicit StrataValues(std::span<const RankStratum> strata) {
        groups.reserve(strata.size());
        for (const RankStratum& each : strata) {
            const TwoSamples& of = groups.emplace_back(each.x, each.y);
            every.insert(every.end(), of.x.begin(), of.x.end());
            every.insert(every.end(), of.y.begin(), of.y.end());
        }
    }
};

/// Counts the strata in `found` and takes the rank sum of each that has both groups.
inline StratumTotals stratum_totals(StratifiedRankSum& found, const StrataValues& values,
                                    StratumRanks ranks) {
    StratumTotals totals;
    const bool common = ranks == StratumRanks::common;
    const std::vector<std::uint64_t> of_all =
        common ? doubled_ranks(values.every).twice : std::vector<std::uint64_t>{};
    std::size_t from = 0;
    for (const TwoSamples& of : values.groups) {
        const std::size_t size = of.size(), at = from;
        from += size;
        found.missing += of.missing;
        if (of.x.empty() || of.y.empty()) {
            ++found.strata.left_out;
            found.strata.without += size;
            continue;
        }
        ++found.strata.used;
        found.strata.patients += size;
        found.n_x += of.x.size();
        found.n_y += of.y.size();
        const bool elteren = ranks == StratumRanks::van_elteren;
        const double weight = elteren ? 1.0 / (static_cast<double>(size) + 1.0) : 1.0;
        const StratumRankSum part =
            common ? rank_sum_of(std::span(of_all).subspan(at, size), of.x.size(), weight)
                   : rank_sum_of(doubled_ranks(std::span(values.every).subspan(at, size)).twice,
                                 of.x.size(), weight);
        totals.sum.add(part.sum);
        totals.mean.add(part.mean);
        totals.distance.add(part.sum - part.mean);
        totals.variance.add(part.variance);
    }
    return totals;
}

}  // namespace detail

/// Strata with an empty group say nothing about a difference: they are left out and counted
/// (`strata.without` values), though among common ranks their values are ranked.
/// No continuity correction. O(N log N).
/// state  too_few without a stratum that has both groups; zero_variance where within each stratum
///        all ranks are equal
/// source  van Elteren 1960; Lehmann 1975, section 3.3
inline StratifiedRankSum stratified_rank_sum(std::span<const RankStratum> strata,
                                             StratumRanks ranks = StratumRanks::van_elteren) {
    StratifiedRankSum found;
    found.method = name(ranks);
    const detail::StratumTotals totals =
        detail::stratum_totals(found, detail::StrataValues(strata), ranks);
    if (found.strata.used == 0) return found;
    found.statistic = totals.sum.value();
    found.expected = totals.mean.value();
    found.sd = std::sqrt(totals.variance.value());
    if (!(found.sd > 0.0)) {
        found.state = State::zero_variance;
        return found;
    }
    found.z = totals.distance.value() / found.sd;
    found.p = detail::normal_two_sided(found.z);
    found.p_less = detail::normal_cdf(found.z);
    found.p_greater = detail::normal_sf(found.z);
    found.state = State::ok;
    return found;
}

}  // namespace eczscore::stats
