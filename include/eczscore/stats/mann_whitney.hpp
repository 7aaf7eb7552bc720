// SPDX-License-Identifier: BSL-1.0
// The Mann-Whitney (Wilcoxon rank-sum) test: exact, ties included, or by the normal distribution.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/rank_sum.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/detail/u_distribution.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The rank-sum test. All three p-values are there; which one counts is fixed beforehand. For an
/// interval of `p_x_greater` see brunner_munzel.hpp, of the shift hodges_lehmann_shift.hpp.
struct MannWhitney {
    double u = not_a_number;            ///< pairs in which x is larger; ties count half
    double rank_sum = not_a_number;     ///< of x, mid-ranks ("W")
    double p_x_greater = not_a_number;  ///< P(X > Y) + P(X = Y)/2
    double z = not_a_number;            ///< (rank_sum - its mean) over its SD under the hypothesis
    double p = not_a_number;            ///< two-sided: P(|W - mean| >= |w - mean|)
    double p_less = not_a_number;       ///< P(W <= w): x tends to be smaller
    double p_greater = not_a_number;    ///< P(W >= w): x tends to be larger
    std::size_t n_x = 0;
    std::size_t n_y = 0;
    std::size_t missing = 0;
    bool has_ties = false;
    Text method{};
    State state = State::too_few;
};

namespace detail {

struct RankedGroups {
    std::vector<std::uint64_t> twice;  ///< doubled mid-ranks: x, then y
    double tie_sum = 0.0;
    std::uint64_t sum_x = 0;  ///< of doubled ranks

    explicit RankedGroups(const TwoSamples& both) {
        std::vector<double> all(both.x);
        all.insert(all.end(), both.y.begin(), both.y.end());
        DoubledRanks ranks = doubled_ranks(all);
        twice = std::move(ranks.twice);
        tie_sum = ranks.tie_sum;
        for (std::size_t i = 0; i < both.x.size(); ++i) sum_x += twice[i];
    }
};

/// SD of U under the hypothesis; 0 where all values are equal.
inline double u_sd(double m, double n, double tie_sum) {
    const double all = m + n;
    const double pairs = all * (all - 1.0);
    return std::sqrt(std::max(0.0, m * n / 12.0 * ((all + 1.0) * pairs - tie_sum) / pairs));
}

/// What both methods report alike.
inline MannWhitney describe(const TwoSamples& both, const RankedGroups& ranks) {
    MannWhitney found;
    found.n_x = both.x.size();
    found.n_y = both.y.size();
    found.missing = both.missing;
    found.has_ties = ranks.tie_sum > 0.0;
    if (both.x.empty() || both.y.empty()) return found;
    const auto m = static_cast<double>(found.n_x), n = static_cast<double>(found.n_y);
    found.rank_sum = 0.5 * static_cast<double>(ranks.sum_x);
    found.u = found.rank_sum - 0.5 * m * (m + 1.0);
    found.p_x_greater = found.u / (m * n);
    const double sd = u_sd(m, n, ranks.tie_sum);
    found.state = sd > 0.0 ? State::ok : State::zero_variance;
    if (sd > 0.0) found.z = (found.u - 0.5 * m * n) / sd;
    return found;
}

/// Each tail is corrected towards the mean; a distance below a half counts as 0.
inline void normal_p(MannWhitney& found, double tie_sum, bool corrected) {
    if (found.state != State::ok) return;
    const auto m = static_cast<double>(found.n_x), n = static_cast<double>(found.n_y);
    const double sd = u_sd(m, n, tie_sum);
    const double distance = found.u - 0.5 * m * n;
    const double half = corrected ? 0.5 : 0.0;
    found.p_less = normal_cdf((distance + half) / sd);
    found.p_greater = normal_sf((distance - half) / sd);
    const double towards = distance > 0.0 ? -half : distance < 0.0 ? half : 0.0;
    const double z = (distance + towards) / sd;
    found.p = 2.0 * std::min(normal_cdf(z), normal_sf(z));
}

/// Without ties, from the distribution of U.
inline bool exact_p_of_u(MannWhitney& found, const ExactCost& cost) {
    if (!UDistribution::is_possible(found.n_x, found.n_y, cost)) return false;
    const UDistribution of(found.n_x, found.n_y);
    const auto u = static_cast<std::uint64_t>(found.u);
    const std::uint64_t near = std::min(u, of.pairs() - u);  // the smaller tail; both are alike
    const double smaller = of.at_most(near);
    const bool central = 2 * near == of.pairs();
    const double larger = near == 0 ? 1.0 : central ? smaller : 1.0 - of.at_most(near - 1);
    found.p_less = u == near ? smaller : larger;
    found.p_greater = u == near ? larger : smaller;
    found.p = std::min(1.0, 2.0 * smaller);
    return true;
}

/// With ties, given which values are tied, from the distribution of the rank sum.
inline bool exact_p_with_ties(MannWhitney& found, const RankedGroups& ranks,
                              const ExactCost& cost = {}) {
    const std::vector<std::int64_t> scores(ranks.twice.begin(), ranks.twice.end());
    const std::optional<ChoiceTails> tails = choice_tails(scores, found.n_x, cost);
    if (!tails) return false;
    found.p_less = tails->less;
    found.p_greater = tails->greater;
    found.p = tails->two_sided;
    return true;
}

inline MannWhitney exact(const TwoSamples& both, const ExactCost& cost) {
    const RankedGroups ranks(both);
    MannWhitney found = describe(both, ranks);
    found.method = found.has_ties ? "Mann-Whitney, exact given the ties" : "Mann-Whitney, exact";
    if (both.x.empty() || both.y.empty()) return found;
    if (found.state == State::zero_variance) {  // all equal: one possible result
        found.p = found.p_less = found.p_greater = 1.0;
        return found;
    }
    const bool done =
        found.has_ties ? exact_p_with_ties(found, ranks, cost) : exact_p_of_u(found, cost);
    if (done) {
        found.state = state_of({found.p, found.p_less, found.p_greater});
    } else {
        normal_p(found, ranks.tie_sum, false);
        found.method = "Mann-Whitney, normal: too many for the exact distribution";
        found.state = State::approximate;
    }
    return found;
}

}  // namespace detail

/// The exact conditional test. Ties keep their mid-ranks, and every choice of the groups among the
/// ranks is equally likely. Equal means equal as doubles; bring decimals onto their steps first, or
/// use the overload for whole numbers.
/// Two-sided p compares distances from the mean in whole numbers.
/// cost  with N values O(N^3) without ties and O(N^4) with ties, both by small factors; beyond it,
///       and beyond 2048 values without ties, the normal p without correction
/// state  too_few for an empty group; zero_variance where all values are equal (p is 1); boundary
///        where a p is smaller than the doubles; approximate beyond the cost
/// source  Mann & Whitney 1947; Streitberg & Roehmel 1986
inline MannWhitney mann_whitney_exact(std::span<const double> x, std::span<const double> y,
                                      const ExactCost& cost = {}) {
    return detail::exact(detail::TwoSamples(x, y), cost);
}
/// Whole numbers of any size, such as scores in steps.
inline MannWhitney mann_whitney_exact(std::span<const std::int64_t> x,
                                      std::span<const std::int64_t> y, const ExactCost& cost = {}) {
    std::vector<std::int64_t> all(x.begin(), x.end());
    all.insert(all.end(), y.begin(), y.end());
    std::sort(all.begin(), all.end());
    // only the order counts: places, which are doubles where the numbers may not be
    const auto places = [&all](std::span<const std::int64_t> steps) {
        std::vector<double> found;
        found.reserve(steps.size());
        for (const std::int64_t step : steps) {
            const auto place = std::lower_bound(all.begin(), all.end(), step) - all.begin();
            found.push_back(static_cast<double>(place));
        }
        return found;
    };
    return mann_whitney_exact(places(x), places(y), cost);
}

/// What `mann_whitney_normal` may be asked for.
struct MannWhitneyNormalOptions {
    bool corrected = true;  ///< with the continuity correction 0.5
};

/// By the normal distribution, with the variance that the ties leave. O(N log N).
/// corrected  with the continuity correction 0.5 (R's default; coin and SAS's Z differ)
/// state  as above; where all values are equal there is no p
inline MannWhitney mann_whitney_normal(std::span<const double> x, std::span<const double> y,
                                       const MannWhitneyNormalOptions& options = {}) {
    const detail::TwoSamples both(x, y);
    const detail::RankedGroups ranks(both);
    MannWhitney found = detail::describe(both, ranks);
    found.method = options.corrected ? "Mann-Whitney, normal with continuity correction"
                                     : "Mann-Whitney, normal";
    detail::normal_p(found, ranks.tie_sum, options.corrected);
    return found;
}

}  // namespace eczscore::stats
