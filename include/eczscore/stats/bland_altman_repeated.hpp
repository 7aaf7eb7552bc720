// SPDX-License-Identifier: BSL-1.0
// Limits of agreement with several pairs per subject: the true value varies, or is constant.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How wide the limits of agreement are, and how sure.
struct RepeatedAgreementOptions {
    double coverage = 0.95;          ///< share of differences that the limits hold
    double confidence_level = 0.95;  ///< of the intervals
    /// Standard deviations from the bias to a limit; NaN: the normal quantile of `coverage`.
    /// Bland & Altman 2007 print 1.96.
    double multiplier = not_a_number;
};

/// Bias and limits of one form. Intervals by MOVER, approximate (Zou 2013, from memory).
struct RepeatedLimits {
    Estimate bias{};
    double sd = not_a_number;  ///< of one difference of a new subject
    double lower = not_a_number;
    double upper = not_a_number;
    Interval lower_ci{};
    Interval upper_ci{};
    State state = State::too_few;
};

/// Limits of agreement from several pairs per subject, in the units of the data.
struct BlandAltmanRepeated {
    RepeatedLimits varying{};   ///< pairs are simultaneous, the true value may change between them
    RepeatedLimits constant{};  ///< the true value of a subject stays; pairing is without meaning
    double ms_between = not_a_number;  ///< of the differences, by subject
    double ms_within = not_a_number;
    double n0 = not_a_number;           ///< the number of pairs per subject that counts
    double var_between = not_a_number;  ///< component; 0 where the estimate is negative
    bool is_between_negative = false;   ///< it was, and was set to 0
    std::size_t subjects = 0;
    std::size_t n = 0;  ///< pairs
    std::size_t missing = 0;
};

namespace detail {

/// The complete pairs, subject by subject.
struct RepeatedPairs {
    std::vector<double> first;
    std::vector<double> second;
    std::vector<double> differences;
    std::vector<std::size_t> ends;  ///< where the next subject begins
    std::size_t missing = 0;

    double subjects() const { return static_cast<double>(ends.size()); }
    double size() const { return static_cast<double>(first.size()); }
};

inline RepeatedPairs repeated_pairs(std::span<const std::int64_t> subject,
                                    std::span<const double> first, std::span<const double> second) {
    const std::size_t given = std::min({subject.size(), first.size(), second.size()});
    std::vector<std::size_t> order;
    order.reserve(given);
    for (std::size_t i = 0; i < given; ++i) {
        if (!is_missing(first[i]) && !is_missing(second[i])) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return subject[a] != subject[b] ? subject[a] < subject[b] : a < b;
    });
    RepeatedPairs pairs;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t i = order[k];
        if (k > 0 && subject[i] != subject[order[k - 1]]) pairs.ends.push_back(k);
        pairs.first.push_back(first[i]);
        pairs.second.push_back(second[i]);
        pairs.differences.push_back(first[i] - second[i]);
    }
    if (!order.empty()) pairs.ends.push_back(order.size());
    pairs.missing = std::max({subject.size(), first.size(), second.size()}) - order.size();
    return pairs;
}

/// Means and within-subject squares of a column that is grouped by subject.
struct Grouped {
    std::vector<double> means;
    double within = 0.0;        ///< sum of squares from the subject's own mean
    double between = 0.0;       ///< sum of size x (subject's mean - mean of all)^2
    double size_squares = 0.0;  ///< sum of the squared sizes
    double inverse_sizes = 0.0;
};

/// Sums of squares that are rounding of numbers up to `largest` are 0.
inline Grouped group_means(std::span<const double> values, std::span<const std::size_t> ends,
                           double largest) {
    Grouped grouped;
    grouped.means.reserve(ends.size());
    const double all = moments(values).mean;
    Sum within;
    Sum between;
    std::size_t start = 0;
    for (const std::size_t end : ends) {
        const Moments of = moments(values.subspan(start, end - start));
        const auto size = static_cast<double>(of.n);
        grouped.means.push_back(of.mean);
        within.add(of.squares);
        between.add(size * (of.mean - all) * (of.mean - all));
        grouped.size_squares += size * size;
        grouped.inverse_sizes += 1.0 / size;
        start = end;
    }
    grouped.within = without_noise(within.value(), values.size(), largest);
    grouped.between = without_noise(between.value(), values.size(), largest);
    return grouped;
}

/// A variance that is a sum of independent parts, each a multiple of a mean square.
struct VariancePart {
    double size = 0.0;
    double df = 0.0;
};

/// Limits from the bias with its squared standard error (t on `df`), and the parts of the variance
/// (Graybill & Wang 1980 for their sum, MOVER for bias -+ z sd).
inline void set_mover_limits(RepeatedLimits& of, double bias_variance, double df,
                             std::span<const VariancePart> parts, double z,
                             double confidence_level) {
    const double tail = (1.0 - confidence_level) / 2.0;
    double variance = 0.0;
    double below = 0.0;
    double above = 0.0;
    for (const VariancePart& part : parts) {
        variance += part.size;
        if (part.size == 0.0) continue;
        const double low = part.size * (1.0 - part.df / chi_square_quantile_upper(tail, part.df));
        const double high = part.size * (part.df / chi_square_quantile(tail, part.df) - 1.0);
        below += low * low;
        above += high * high;
    }
    of.sd = std::sqrt(variance);
    const double bias = of.bias.estimate;
    const double half = t_quantile_upper(tail, df) * std::sqrt(bias_variance);
    of.bias.se = std::sqrt(bias_variance);
    of.bias.df = df;
    of.bias.ci = {.lower = bias - half,
                  .upper = bias + half,
                  .confidence_level = confidence_level,
                  .method = "t, subjects",
                  .state = State::approximate};
    of.lower = bias - z * of.sd;
    of.upper = bias + z * of.sd;
    of.state = of.bias.state = variance > 0.0 ? State::ok : State::zero_variance;
    const double in =
        std::hypot(half, z * (of.sd - std::sqrt(std::max(0.0, variance - std::sqrt(below)))));
    const double out = std::hypot(half, z * (std::sqrt(variance + std::sqrt(above)) - of.sd));
    const auto interval = [&](double lower, double upper) {
        return Interval{.lower = lower,
                        .upper = upper,
                        .confidence_level = confidence_level,
                        .method = "MOVER",
                        .state = State::approximate};
    };
    of.upper_ci = interval(of.upper - in, of.upper + out);
    of.lower_ci = interval(of.lower - out, of.lower + in);
}

/// One-way analysis of variance of the differences.
inline void set_varying_limits(BlandAltmanRepeated& of, const RepeatedPairs& pairs,
                               const Grouped& grouped, double z, double confidence_level) {
    const double n = pairs.size();
    const double df = pairs.subjects() - 1.0;
    const double df_within = n - pairs.subjects();
    of.ms_between = grouped.between / df;
    of.ms_within = grouped.within / df_within;
    of.n0 = (n - grouped.size_squares / n) / df;
    const double component = (of.ms_between - of.ms_within) / of.n0;
    of.is_between_negative = component < 0.0;
    of.var_between = std::max(0.0, component);
    const double of_bias = of.var_between * grouped.size_squares / (n * n) + of.ms_within / n;
    const std::array<VariancePart, 2> parts = {
        {{of.is_between_negative ? 0.0 : of.ms_between / of.n0, df},
         {of.is_between_negative ? of.ms_within : (1.0 - 1.0 / of.n0) * of.ms_within, df_within}}};
    set_mover_limits(of.varying, of_bias, df, parts, z, confidence_level);
}

/// Variance of the subjects' mean differences, and what averaging took from each method's own.
inline void set_constant_limits(BlandAltmanRepeated& of, const RepeatedPairs& pairs,
                                const Grouped& grouped, double largest, double z,
                                double confidence_level) {
    const double g = pairs.subjects();
    const double df_within = pairs.size() - g;
    const double repeats = 1.0 - grouped.inverse_sizes / g;
    const double of_means =
        without_noise(moments(grouped.means).squares, pairs.ends.size(), largest) / (g - 1.0);
    const auto own = [&](std::span<const double> values) {
        return repeats * group_means(values, pairs.ends, largest).within / df_within;
    };
    const std::array<VariancePart, 3> parts = {
        {{of_means, g - 1.0}, {own(pairs.first), df_within}, {own(pairs.second), df_within}}};
    set_mover_limits(of.constant, of_means / g, g - 1.0, parts, z, confidence_level);
}

}  // namespace detail

/// Several pairs per subject; a subject may have one.
/// subject        any numbers that tell subjects apart, one per pair
/// first, second  the difference is first - second; a pair with a NaN is left out and counted
/// states         of a form: `too_few`: below 2 subjects, or no subject with 2 pairs;
///                `zero_variance`: no spread at all; `invalid_argument`: a level or a coverage
///                outside (0, 1), a multiplier not above 0
/// source         Bland & Altman 1999, section 5; 2007, J Biopharm Stat 17:571
inline BlandAltmanRepeated bland_altman_repeated(std::span<const std::int64_t> subject,
                                                 std::span<const double> first,
                                                 std::span<const double> second,
                                                 const RepeatedAgreementOptions& options = {}) {
    const detail::RepeatedPairs pairs = detail::repeated_pairs(subject, first, second);
    BlandAltmanRepeated result;
    result.n = pairs.first.size();
    result.missing = pairs.missing;
    result.subjects = pairs.ends.size();
    for (RepeatedLimits* form : {&result.varying, &result.constant}) {
        form->bias.n = result.n;
        form->bias.missing = result.missing;
        form->bias.ci.confidence_level = form->lower_ci.confidence_level =
            form->upper_ci.confidence_level = options.confidence_level;
    }
    result.varying.bias.method = "mean difference, true value varies";
    result.constant.bias.method = "mean of subjects' differences, true value constant";
    if (result.n == 0) return result;
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    const detail::Grouped grouped = detail::group_means(pairs.differences, pairs.ends, largest);
    result.varying.bias.estimate = detail::moments(pairs.differences).mean;
    result.constant.bias.estimate = detail::moments(grouped.means).mean;
    if (result.subjects < 2 || result.subjects == result.n) return result;
    const bool is_asked = detail::is_level(options.confidence_level) &&
                          (std::isnan(options.multiplier) ? detail::is_level(options.coverage)
                                                          : options.multiplier > 0.0);
    if (!is_asked) {
        for (RepeatedLimits* form : {&result.varying, &result.constant}) {
            form->state = form->bias.state = form->bias.ci.state = form->lower_ci.state =
                form->upper_ci.state = State::invalid_argument;
        }
        return result;
    }
    const double z = std::isnan(options.multiplier)
                         ? detail::normal_quantile_upper((1.0 - options.coverage) / 2.0)
                         : options.multiplier;
    detail::set_varying_limits(result, pairs, grouped, z, options.confidence_level);
    detail::set_constant_limits(result, pairs, grouped, largest, z, options.confidence_level);
    return result;
}

}  // namespace eczscore::stats
