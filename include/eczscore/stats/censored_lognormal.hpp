// SPDX-License-Identifier: BSL-1.0
// Geometric mean and geometric standard deviation of values of which some lie beyond the limits of
// quantification: by maximum likelihood (Tobit), or by a substitution that the caller names.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/censored_normal.hpp"
#include "eczscore/stats/types/interval_options.hpp"

namespace eczscore::stats {

/// A lognormal sample. `n` is what `count.n()` says; the interval is of the geometric mean.
struct Lognormal {
    double geometric_mean = not_a_number;
    double geometric_sd = not_a_number;
    double log_mean = not_a_number;     ///< mean of the natural logarithms
    double log_sd = not_a_number;       ///< their standard deviation
    double se_log_mean = not_a_number;  ///< standard error of `log_mean`
    Interval ci{};
    CensoredCount count{};
    Text method{};
    State state = State::too_few;
};

/// A rule that puts a number in the place of a value below a limit. None is a default: maximum
/// likelihood did better than both when fewer than half were below (Hornung and Reed 1990).
enum class Substitution : std::uint8_t {
    limit,             ///< the limit itself
    limit_over_root2,  ///< assumes a triangular density below the limit
    half_limit         ///< assumes a uniform one
};

constexpr Text name(Substitution rule) {
    constexpr Text names[] = {"substitution_limit", "substitution_limit_over_root2",
                              "substitution_half_limit"};
    return name_of(names, rule);
}
/// The number that the rule puts in the place of a value below `limit`.
inline double substituted(double limit, Substitution rule) {
    if (rule == Substitution::limit_over_root2) return limit / std::sqrt(2.0);
    return rule == Substitution::half_limit ? limit / 2.0 : limit;
}

namespace detail {

/// Logarithms, or false when a value or limit is 0, negative or infinite.
inline bool to_logarithms(std::vector<Censored>& values) {
    for (Censored& each : values) {
        const double value = each.value_or_limit();
        if (!(value > 0.0) || std::isinf(value)) return false;
        const double log = std::log(value);
        each = each.is_measured()                     ? Censored::measured(log)
               : each.censoring() == Censoring::below ? Censored::below(log)
                                                      : Censored::above(log);
    }
    return true;
}

inline void set_lognormal_interval(Lognormal& result, double quantile, double confidence_level,
                                   Text method) {
    const double reach = quantile * result.se_log_mean;
    result.ci = {.lower = std::exp(result.log_mean - reach),
                 .upper = std::exp(result.log_mean + reach),
                 .confidence_level = confidence_level,
                 .attained = not_a_number,
                 .method = method,
                 .state = result.state};
}

/// Mean and sample standard deviation of logarithms, and the t interval.
inline void plain_lognormal(Lognormal& result, std::span<const double> logs,
                            double confidence_level) {
    const Moments moments = detail::moments(logs);
    if (moments.n < 2) return;
    result.state = State::ok;
    result.log_mean = moments.mean;
    result.log_sd = moments.sd();
    result.se_log_mean = moments.se();
    const double df = static_cast<double>(moments.n - 1);
    set_lognormal_interval(result, t_quantile_upper((1.0 - confidence_level) / 2.0, df),
                           confidence_level, "t");
}

inline void finish_lognormal(Lognormal& result) {
    result.geometric_mean = std::exp(result.log_mean);
    result.geometric_sd = std::exp(result.log_sd);
}

/// What both ways refuse: no values, a logarithm that does not exist, more than half censored.
inline bool refuses_lognormal(Lognormal& result, std::vector<Censored>& sorted,
                              double confidence_level) {
    const bool has_level = confidence_level > 0.0 && confidence_level < 1.0;
    if (!has_level || !to_logarithms(sorted)) {
        result.state = State::invalid_argument;
        return true;
    }
    if (sorted.size() < 2) return true;
    if (!result.count.is_mostly_censored()) return false;
    result.state = State::not_available;
    return true;
}

}  // namespace detail

/// With no value beyond a limit, the sample's own geometric mean and a t interval ("plain"). Up to
/// 50 % censored, maximum likelihood with a Wald interval ("tobit"); `too_few` below 5 measured
/// values. More than 50 % censored is `not_available`: report `count.percent_measured()` and
/// `quantile_bounds`. A value or limit of 0 or less is `invalid_argument`.
/// source   Hornung and Reed 1990; the 50 % and the 5 are this library's
inline Lognormal censored_lognormal(std::span<const Censored> values,
                                    const IntervalOptions& options = {}) {
    std::vector<Censored> sorted = detail::sorted_values(values);
    Lognormal result;
    result.count = count_censored(values);
    result.method = result.count.censored() == 0 ? "plain" : "tobit";
    if (detail::refuses_lognormal(result, sorted, options.confidence_level)) return result;
    if (result.count.censored() == 0) {
        detail::plain_lognormal(result, detail::measured_values(sorted), options.confidence_level);
    } else {
        const detail::CensoredNormal fit = detail::censored_normal(sorted);
        result.state = fit.state;
        result.log_mean = fit.mean;
        result.log_sd = fit.sd;
        result.se_log_mean = fit.se_mean;
        if (fit.state == State::ok) {
            const double quantile =
                detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
            detail::set_lognormal_interval(result, quantile, options.confidence_level, "wald");
        }
    }
    detail::finish_lognormal(result);
    return result;
}

/// With a named number in place of each value below its limit; the result's `method` is the rule.
/// Biased, and its interval too narrow. Values above a limit have no such rule: `invalid_argument`.
inline Lognormal substituted_lognormal(std::span<const Censored> values, Substitution rule,
                                       const IntervalOptions& options = {}) {
    std::vector<Censored> sorted = detail::sorted_values(values);
    Lognormal result;
    result.count = count_censored(values);
    result.method = name(rule);
    if (result.count.above > 0) {
        result.state = State::invalid_argument;
        return result;
    }
    for (Censored& each : sorted) {
        if (!each.is_measured()) {
            each = Censored::measured(substituted(each.value_or_limit(), rule));
        }
    }
    std::sort(sorted.begin(), sorted.end(), [](const Censored& a, const Censored& b) {
        return a.value_or_limit() < b.value_or_limit();
    });
    if (detail::refuses_lognormal(result, sorted, options.confidence_level)) return result;
    detail::plain_lognormal(result, detail::measured_values(sorted), options.confidence_level);
    detail::finish_lognormal(result);
    return result;
}

/// What is known of a quantile of the sample: `lower == upper` when it is a measured value.
/// Infinite where nothing bounds it.
struct QuantileBounds {
    double lower = not_a_number;
    double upper = not_a_number;
    CensoredCount count{};
    State state = State::too_few;

    /// The quantile is a measured value and no range.
    bool is_known() const { return lower == upper; }
};

/// The inverse of the empirical distribution function at `p` (0 to 1), for values of 0 or more:
/// bounded below and above by counting each censored value at both its ends.
/// example  <2, <2, <2, 3, 5 at 0.5: from 0 to 2;  at 0.8: 3
inline QuantileBounds quantile_bounds(std::span<const Censored> values, double p) {
    QuantileBounds result;
    result.count = count_censored(values);
    result.state = State::invalid_argument;
    if (!(p >= 0.0 && p <= 1.0)) return result;
    std::vector<double> low;
    std::vector<double> high;
    for (const Censored& each : values) {
        if (each.is_missing()) continue;
        const double value = each.value_or_limit();
        if (!(value >= 0.0)) return result;
        low.push_back(each.censoring() == Censoring::below ? 0.0 : value);
        high.push_back(each.censoring() == Censoring::above ? infinity : value);
    }
    result.state = State::too_few;
    if (low.empty()) return result;
    std::sort(low.begin(), low.end());
    std::sort(high.begin(), high.end());
    const double rank = std::ceil(p * static_cast<double>(low.size()) - 1e-9);
    const std::size_t at = rank < 1.0 ? 0 : static_cast<std::size_t>(rank) - 1;
    result.lower = low[at];
    result.upper = high[at];
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
