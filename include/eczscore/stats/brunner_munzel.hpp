// SPDX-License-Identifier: BSL-1.0
// Brunner and Munzel's test: is a value of x likelier to be the larger one, whatever the spreads.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/ranks.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The probability of superiority, in the direction of mann_whitney.hpp.
struct BrunnerMunzel {
    /// P(X > Y) + P(X = Y)/2. Its interval, by t, is not truncated to [0, 1]: its state is
    /// `boundary` where it leaves that range.
    Estimate p_x_greater{};
    Interval logit{};  ///< the same by the logit, which stays between 0 and 1
    State state = State::too_few;
};

namespace detail {

/// Sum over a group of ((pooled - own rank) - its mean)^2 / (n - 1), from whole numbers.
inline double placement_variance(std::span<const std::uint64_t> pooled,
                                 std::span<const std::uint64_t> own) {
    Int128 sum = 0, squares = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto placement =
            static_cast<std::int64_t>(pooled[i]) - static_cast<std::int64_t>(own[i]);
        sum += placement;
        squares += Int128{placement} * placement;
    }
    const auto n = static_cast<std::int64_t>(own.size());
    return nearest_double(n * squares - sum * sum, Int128{4} * n * (n - 1));  // ranks were doubled
}

/// How many of the ways to choose the groups separate completely separated ones as completely (one,
/// or two if the other way round it goes as well), and one way's chance.
struct Separation {
    double ways;
    double chance;
};
inline Separation separation(std::span<const double> x, std::span<const double> y) {
    std::vector<double> all(x.begin(), x.end());
    all.insert(all.end(), y.begin(), y.end());
    std::sort(all.begin(), all.end());
    const auto splits = [&](std::size_t at) { return all[at - 1] < all[at] ? 1.0 : 0.0; };
    Separation found{splits(x.size()) + splits(y.size()), 1.0};
    const std::size_t m = std::min(x.size(), y.size());
    for (std::size_t i = 1; i <= m; ++i) {
        found.chance *= static_cast<double>(i) / static_cast<double>(all.size() - m + i);
    }
    return found;
}

}  // namespace detail

/// What `brunner_munzel` may be asked for.
struct BrunnerMunzelOptions {
    double confidence_level = 0.95;                    ///< of the interval, above 0 and below 1
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
};

/// alternative  of p: `greater` is x tending to be larger. The intervals are two-sided
/// state  too_few with fewer than two values in a group; zero_variance where all values are equal
///        (probability a half, p 1); boundary where the groups are completely separated: the
///        statistic is infinite and p that of the exact permutation test, without an interval
/// source  Brunner & Munzel 2000
inline BrunnerMunzel brunner_munzel(std::span<const double> x, std::span<const double> y,
                                    const BrunnerMunzelOptions& options = {}) {
    const detail::TwoSamples both(x, y);
    BrunnerMunzel found;
    Estimate& superiority = found.p_x_greater;
    superiority.method = "Brunner-Munzel";
    superiority.n = both.size();
    superiority.missing = both.missing;
    superiority.ci = {.confidence_level = options.confidence_level, .method = "Brunner-Munzel, t"};
    found.logit = {.confidence_level = options.confidence_level, .method = "Brunner-Munzel, logit"};
    const auto end = [&](State state) {
        found.state = superiority.state = superiority.ci.state = found.logit.state = state;
        return found;
    };
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0))
        return end(State::invalid_argument);
    const std::size_t m = both.x.size(), n = both.y.size();
    if (m < 2 || n < 2) return end(State::too_few);

    std::vector<double> all(both.x);
    all.insert(all.end(), both.y.begin(), both.y.end());
    const auto pooled = detail::doubled_ranks(all).twice;
    const auto first = std::span(pooled).first(m), second = std::span(pooled).last(n);
    const double s_x = detail::placement_variance(first, detail::doubled_ranks(both.x).twice);
    const double s_y = detail::placement_variance(second, detail::doubled_ranks(both.y).twice);
    const auto n_x = static_cast<double>(m), n_y = static_cast<double>(n);
    std::uint64_t twice = 0;
    for (const std::uint64_t rank : first) twice += rank;
    // half of (twice the rank sum of x - m(m + 1)), over m n
    superiority.estimate =
        static_cast<double>(twice - std::uint64_t{m} * (m + 1)) / (2.0 * n_x * n_y);

    if (s_x == 0.0 && s_y == 0.0) {
        if (superiority.estimate != 0.0 && superiority.estimate != 1.0) {
            superiority.p = 1.0;
            return end(State::zero_variance);
        }
        superiority.se = 0.0;
        superiority.statistic = superiority.estimate == 1.0 ? infinity : -infinity;
        const detail::Separation apart = detail::separation(both.x, both.y);
        const bool wrong =
            (options.alternative == Alternative::greater && superiority.estimate == 0.0) ||
            (options.alternative == Alternative::less && superiority.estimate == 1.0);
        const bool two = options.alternative == Alternative::two_sided;
        superiority.p = wrong ? 1.0 : (two ? apart.ways : 1.0) * apart.chance;
        return end(State::boundary);
    }
    const double a = n_x * s_x, b = n_y * s_y;
    superiority.se = std::sqrt(s_x / (n_x * n_y * n_y) + s_y / (n_y * n_x * n_x));
    superiority.df = (a + b) * (a + b) / (a * a / (n_x - 1.0) + b * b / (n_y - 1.0));
    superiority.statistic = (superiority.estimate - 0.5) / superiority.se;
    superiority.p = detail::tail_p(superiority.statistic, superiority.df, options.alternative);
    const double t =
        detail::t_quantile_upper(0.5 * (1.0 - options.confidence_level), superiority.df);
    superiority.ci.lower = superiority.estimate - t * superiority.se;
    superiority.ci.upper = superiority.estimate + t * superiority.se;
    end(State::ok);
    if (superiority.ci.lower < 0.0 || superiority.ci.upper > 1.0)
        superiority.ci.state = State::boundary;
    const double share = superiority.estimate;
    if (share > 0.0 && share < 1.0) {
        const double logit = std::log(share / (1.0 - share));
        const double half = t * superiority.se / (share * (1.0 - share));
        found.logit.lower = 1.0 / (1.0 + std::exp(half - logit));
        found.logit.upper = 1.0 / (1.0 + std::exp(-half - logit));
    } else {
        found.logit.state = State::boundary;
    }
    return found;
}

}  // namespace eczscore::stats
