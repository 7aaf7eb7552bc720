// SPDX-License-Identifier: BSL-1.0
// Area under the ROC curve with DeLong's variance, and limits that hold at 0 and 1.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/roc_table.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Who counts as improved, and the level of the intervals.
struct DeLongOptions {
    double improved_from = 1.0;  ///< anchor levels from here on count as improved
    double confidence_level = 0.95;
};

/// The area under the ROC curve of change against improvement, from 0 to 1.
struct DeLong {
    Estimate auc{};                  ///< normal limits cut to [0, 1]; z and p of AUC = 1/2
    double variance = not_a_number;  ///< DeLong's; 0 where the groups do not overlap
    Interval score{};                ///< Newcombe 2006 method 5: also where DeLong's variance is 0
    std::size_t n_improved = 0;
    std::size_t n_other = 0;
};

namespace detail {

/// Sums of the placements of one group among the other: how many of the other group each beats,
/// doubled.
struct Placements {
    Int128 sum = 0;
    Int128 squares = 0;

    void add(std::int64_t count, std::int64_t doubled) {
        sum += Int128{count} * doubled;
        squares += Int128{count} * doubled * doubled;
    }
    /// Variance of the group's mean placement, as a share of the `others`.
    double variance_of_mean(std::int64_t own, std::int64_t others) const {
        const Int128 spread = own * squares - sum * sum;
        return nearest_double(spread, Int128{own} * own * (own - 1)) /
               (4.0 * static_cast<double>(others) * static_cast<double>(others));
    }
};

/// Newcombe's variance of an AUC with both group sizes replaced by their mean.
inline double newcombe_variance(double auc, double own, double others) {
    const double mean = (own + others) / 2.0;
    return auc * (1.0 - auc) *
           (1.0 + (mean - 1.0) * ((1.0 - auc) / (2.0 - auc) + auc / (1.0 + auc))) / (own * others);
}

/// Where (theta - auc)^2 = z^2 V(theta), from the `far` end (0 or 1) towards the estimate.
inline double newcombe_limit(double auc, double far, double z, double own, double others) {
    double inside = auc;
    for (int halving = 0; halving < 200; ++halving) {
        const double middle = far + (inside - far) / 2.0;
        if (middle == far || middle == inside) break;
        const double gap = middle - auc;
        const bool is_outside = gap * gap > z * z * newcombe_variance(middle, own, others);
        (is_outside ? far : inside) = middle;
    }
    return inside;
}

}  // namespace detail

/// The probability that an improved patient changed more than one who did not improve.
/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// states  `too_few`: fewer than 2 in a group (the AUC itself is given from 1); `boundary`: the
///         variance is 0 and the interval is the score interval; `invalid_argument`: a level
///         outside (0, 1).
/// source  DeLong 1988; Newcombe 2006, Statistics in Medicine 25:559 (from memory).
inline DeLong delong(std::span<const double> change, std::span<const double> anchor,
                     const DeLongOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    const detail::RocTable table = detail::roc_table(pairs, options.improved_from);
    DeLong result;
    Estimate& auc = result.auc;
    auc.method = "AUC by ranks, DeLong variance";
    auc.n = pairs.size();
    auc.missing = pairs.missing;
    auc.ci.confidence_level = result.score.confidence_level = options.confidence_level;
    result.n_improved = static_cast<std::size_t>(table.improved);
    result.n_other = static_cast<std::size_t>(table.other);
    if (!table.has_both()) return result;
    auc.estimate = detail::area(table);

    const auto own = static_cast<double>(table.improved);
    const auto others = static_cast<double>(table.other);
    if (!detail::is_level(options.confidence_level)) {
        auc.state = auc.ci.state = result.score.state = State::invalid_argument;
        return result;
    }
    const double z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    Interval& score = result.score;
    score.method = "Newcombe 2006 score interval";
    score.lower = detail::newcombe_limit(auc.estimate, 0.0, z, own, others);
    score.upper = detail::newcombe_limit(auc.estimate, 1.0, z, own, others);
    score.state = State::approximate;
    if (table.improved < 2 || table.other < 2) {
        auc.ci = score;
        return result;
    }

    detail::Placements of_improved;
    detail::Placements of_others;
    std::int64_t below = 0;
    std::int64_t above = table.improved;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        above -= table.improved_at[i];
        of_improved.add(table.improved_at[i], 2 * below + table.other_at[i]);
        of_others.add(table.other_at[i], 2 * above + table.improved_at[i]);
        below += table.other_at[i];
    }
    result.variance = of_improved.variance_of_mean(table.improved, table.other) +
                      of_others.variance_of_mean(table.other, table.improved);
    auc.se = std::sqrt(result.variance);
    if (!(result.variance > 0.0)) {
        auc.ci = score;
        auc.state = State::boundary;
        return result;
    }
    auc.statistic = (auc.estimate - 0.5) / auc.se;
    auc.p = detail::normal_two_sided(auc.statistic);
    auc.ci.lower = std::max(0.0, auc.estimate - z * auc.se);
    auc.ci.upper = std::min(1.0, auc.estimate + z * auc.se);
    auc.ci.method = "DeLong, normal";
    auc.ci.state = auc.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
