// SPDX-License-Identifier: BSL-1.0
// Fold changes of lognormal markers: log2 ratios within subjects, and ratios of geometric means,
// with values beyond the limits of quantification kept as intervals.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "eczscore/stats/detail/censored_normal.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/detail/welch_df.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/variances.hpp"

namespace eczscore::stats {

/// What is known of log2(after / before): a number when `lower == upper`, else an open interval.
struct Log2Change {
    double lower = not_a_number;
    double upper = not_a_number;
    State state = State::too_few;

    /// The change is a number and no limit.
    bool is_known() const { return lower == upper; }
    /// Only when `is_known()`; 100 (2^x - 1).
    double percent() const { return is_known() ? 100.0 * (std::exp2(lower) - 1.0) : not_a_number; }
};

/// `not_available`, with no value, when both are beyond a limit: that is not a change of 0.
/// `too_few` when one is missing, `invalid_argument` when one is 0 or less.
/// example  3200 to 450: -2.83007499856;  3200 to below 14: below -7.83650126772
inline Log2Change log2_change(Censored before, Censored after) {
    Log2Change change;
    if (before.is_missing() || after.is_missing()) return change;
    const double x = before.value_or_limit();
    const double y = after.value_or_limit();
    change.state = State::invalid_argument;
    if (!(x > 0.0 && y > 0.0) || std::isinf(x) || std::isinf(y)) return change;
    change.state = State::not_available;
    if (!before.is_measured() && !after.is_measured()) return change;
    const double log2 = std::log2(y / x);
    const bool rises =
        before.censoring() == Censoring::below || after.censoring() == Censoring::above;
    const bool is_exact = before.is_measured() && after.is_measured();
    change.lower = is_exact || rises ? log2 : -infinity;
    change.upper = is_exact || !rises ? log2 : infinity;
    change.state = State::ok;
    return change;
}

/// A ratio of geometric means, with the logarithm to base 2 in which it was estimated. Within
/// subjects it is two to the mean log2 change, never the log2 of a mean ratio.
struct FoldChange {
    double ratio = not_a_number;
    double percent_change = not_a_number;  ///< 100 (ratio - 1)
    double log2 = not_a_number;            ///< estimate
    double log2_sd = not_a_number;         ///< of the changes within subjects; NaN between groups
    double log2_se = not_a_number;
    double df = not_a_number;         ///< NaN for a Wald interval
    double statistic = not_a_number;  ///< t, or z
    double p = not_a_number;          ///< two-sided
    Interval ci{};                    ///< of the ratio
    Interval log2_ci{};
    CensoredCount count{};          ///< of the changes, or of both groups together
    std::size_t uninformative = 0;  ///< pairs that are beyond a limit on both sides; left out
    Text method{};
    State state = State::too_few;
};

namespace detail {

inline constexpr double ln_2 = 0.69314718055994530942;

inline void finish_fold_change(FoldChange& result, double confidence_level) {
    result.ratio = std::exp2(result.log2);
    result.percent_change = 100.0 * (result.ratio - 1.0);
    if (result.state != State::ok) return;
    const double tail = (1.0 - confidence_level) / 2.0;
    const bool is_t = !std::isnan(result.df);
    const double quantile = is_t ? t_quantile_upper(tail, result.df) : normal_quantile_upper(tail);
    result.statistic = result.log2 / result.log2_se;
    result.p = is_t ? t_two_sided(result.statistic, result.df) : normal_two_sided(result.statistic);
    result.log2_ci = {.lower = result.log2 - quantile * result.log2_se,
                      .upper = result.log2 + quantile * result.log2_se,
                      .confidence_level = confidence_level,
                      .attained = not_a_number,
                      .method = is_t ? "t" : "wald",
                      .state = State::ok};
    result.ci = result.log2_ci;
    result.ci.lower = std::exp2(result.log2_ci.lower);
    result.ci.upper = std::exp2(result.log2_ci.upper);
}

/// Logarithms to base 2 in ascending order; false when a value is 0 or less.
inline bool log2_values(std::span<const double> values, Sample& logs) {
    logs = complete(values);
    for (double& value : logs.values) {
        if (!(value > 0.0)) return false;
        value = std::log2(value);
    }
    std::sort(logs.values.begin(), logs.values.end());
    return true;
}

inline void set_fold_state(FoldChange& result) {
    result.state = result.log2_se > 0.0 ? State::ok : State::zero_variance;
}

inline bool is_open_share(double confidence_level) {
    return confidence_level > 0.0 && confidence_level < 1.0;
}

/// Of log2 changes, measured or beyond a limit.
inline FoldChange of_changes(std::span<const Censored> changes, FoldChange result,
                             double confidence_level) {
    const std::vector<Censored> sorted = sorted_values(changes);
    if (result.count.censored() == 0) {
        result.method = "paired_log2_t";
        const Moments moments = detail::moments(measured_values(sorted));
        if (moments.n == 0) return result;
        result.log2 = moments.mean;
        result.log2_sd = moments.sd();
        result.log2_se = moments.se();
        if (moments.n >= 2) {
            result.df = static_cast<double>(moments.n - 1);
            set_fold_state(result);
        }
    } else {
        result.method = "paired_log2_tobit";
        result.state = State::not_available;
        if (result.count.is_mostly_censored()) return result;
        const CensoredNormal fit = censored_normal(sorted);
        result.state = fit.state;
        result.log2 = fit.mean;
        result.log2_sd = fit.sd;
        result.log2_se = fit.se_mean;
    }
    finish_fold_change(result, confidence_level);
    return result;
}

/// One group of a comparison: log2 mean with its squared standard error.
struct LogGroup {
    double mean = not_a_number;
    double variance_of_mean = not_a_number;
    State state = State::too_few;
};
inline LogGroup log_group(std::span<const Censored> values) {
    std::vector<Censored> sorted = sorted_values(values);
    for (Censored& each : sorted) {
        const double value = each.value_or_limit();
        if (!(value > 0.0) || std::isinf(value)) {
            return {not_a_number, not_a_number, State::invalid_argument};
        }
        const double log = std::log2(value);
        each = each.is_measured()                     ? Censored::measured(log)
               : each.censoring() == Censoring::below ? Censored::below(log)
                                                      : Censored::above(log);
    }
    if (count_censored(values).is_mostly_censored()) {
        return {not_a_number, not_a_number, State::not_available};
    }
    const CensoredNormal fit = censored_normal(sorted);
    return {fit.mean, fit.se_mean * fit.se_mean, fit.state};
}

}  // namespace detail

/// Within subjects, all values measured: the mean of log2(after / before), its t interval, and both
/// as ratios. Pairs with a missing value are left out and counted; a value of 0 or less is
/// `invalid_argument`.
inline FoldChange paired_fold_change(std::span<const double> before, std::span<const double> after,
                                     const IntervalOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(before, after);
    FoldChange result;
    result.count = {.measured = pairs.size(), .missing = pairs.missing};
    result.method = "paired_log2_t";
    std::vector<Censored> changes;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!(pairs.first[i] > 0.0 && pairs.second[i] > 0.0)) {
            result.state = State::invalid_argument;
            return result;
        }
        changes.push_back(Censored::measured(std::log2(pairs.second[i] / pairs.first[i])));
    }
    if (!detail::is_open_share(options.confidence_level)) {
        result.state = State::invalid_argument;
        return result;
    }
    return detail::of_changes(changes, result, options.confidence_level);
}

/// The same with values beyond limits: each pair gives a change or an interval for it, and the mean
/// change is estimated by maximum likelihood with a Wald interval. Pairs beyond a limit on both
/// sides say nothing and are counted as `uninformative`; more than 50 % censored changes is
/// `not_available`, fewer than 5 measured ones `too_few`.
inline FoldChange paired_fold_change(std::span<const Censored> before,
                                     std::span<const Censored> after,
                                     const IntervalOptions& options = {}) {
    FoldChange result;
    std::vector<Censored> changes;
    const std::size_t both = std::min(before.size(), after.size());
    result.count.missing = std::max(before.size(), after.size()) - both;
    for (std::size_t i = 0; i < both; ++i) {
        const Log2Change change = log2_change(before[i], after[i]);
        if (change.state == State::invalid_argument ||
            !detail::is_open_share(options.confidence_level)) {
            result.state = State::invalid_argument;
            return result;
        }
        if (change.state == State::too_few) ++result.count.missing;
        if (change.state == State::not_available) ++result.uninformative;
        if (change.state != State::ok) continue;
        changes.push_back(change.is_known()           ? Censored::measured(change.lower)
                          : change.lower == -infinity ? Censored::below(change.upper)
                                                      : Censored::above(change.lower));
    }
    const std::size_t missing = result.count.missing;
    result.count = count_censored(changes);
    result.count.missing = missing;
    return detail::of_changes(changes, result, options.confidence_level);
}

/// Between two independent groups, all values measured: geometric mean of `b` over that of `a`.
/// Welch's or Student's t on the logarithms, as the caller says.
inline FoldChange geometric_mean_ratio(std::span<const double> a, std::span<const double> b,
                                       Variances variances, const IntervalOptions& options = {}) {
    FoldChange result;
    result.method = variances == Variances::welch ? "log2_welch_t" : "log2_pooled_t";
    detail::Sample x;
    detail::Sample y;
    result.state = State::invalid_argument;
    const bool has_logs = detail::log2_values(a, x) && detail::log2_values(b, y);
    if (!has_logs || !detail::is_open_share(options.confidence_level)) return result;
    result.count = {.measured = x.values.size() + y.values.size(),
                    .missing = x.missing + y.missing};
    result.state = State::too_few;
    if (x.values.size() < 2 || y.values.size() < 2) return result;
    const detail::Moments first = detail::moments(x.values);
    const detail::Moments second = detail::moments(y.values);
    const auto n = static_cast<double>(first.n);
    const auto m = static_cast<double>(second.n);
    result.log2 = second.mean - first.mean;
    if (variances == Variances::welch) {
        const double u = first.variance() / n;
        const double v = second.variance() / m;
        result.log2_se = std::sqrt(u + v);
        result.df = detail::welch_df(u, n - 1.0, v, m - 1.0);
    } else {
        result.df = n + m - 2.0;
        const double pooled = (first.squares + second.squares) / result.df;
        result.log2_se = std::sqrt(pooled * (1.0 / n + 1.0 / m));
    }
    detail::set_fold_state(result);
    detail::finish_fold_change(result, options.confidence_level);
    return result;
}

/// The same with values beyond limits: each group by maximum likelihood with its own spread, and a
/// Wald interval for the ratio. Refused where either group is.
inline FoldChange geometric_mean_ratio(std::span<const Censored> a, std::span<const Censored> b,
                                       const IntervalOptions& options = {}) {
    FoldChange result;
    result.method = "log2_tobit";
    const CensoredCount x = count_censored(a);
    const CensoredCount y = count_censored(b);
    result.count = {x.measured + y.measured, x.below + y.below, x.above + y.above,
                    x.missing + y.missing};
    const detail::LogGroup first = detail::log_group(a);
    const detail::LogGroup second = detail::log_group(b);
    result.state = first.state != State::ok ? first.state : second.state;
    if (!detail::is_open_share(options.confidence_level)) result.state = State::invalid_argument;
    if (result.state != State::ok) return result;
    result.log2 = second.mean - first.mean;
    result.log2_se = std::sqrt(first.variance_of_mean + second.variance_of_mean);
    detail::finish_fold_change(result, options.confidence_level);
    return result;
}

}  // namespace eczscore::stats
