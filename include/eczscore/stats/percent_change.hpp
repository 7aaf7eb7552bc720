// SPDX-License-Identifier: BSL-1.0
// Percent improvement of a group: the mean of percents and the percent of means, which differ.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/core/direction.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/improvement.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// 100 * (pre - post) / pre where lower is better. NaN from a baseline of 0 or less, of which there
/// is no percentage; a responder is judged on exact scores, not on this number.
inline double percent_improvement(double pre, double post,
                                  Direction direction = Direction::higher_is_worse) {
    if (!(pre > 0.0) || !std::isfinite(pre) || !std::isfinite(post)) return not_a_number;
    return 100.0 * detail::improvement(pre, post, direction) / pre;
}

/// Both summaries of a group's percent improvement.
struct PercentChangeResult {
    Estimate mean_of_percents{};  ///< with its t interval; what trials report
    double percent_of_means = not_a_number;
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t undefined = 0;     ///< pairs without a percentage: a baseline of 0 or less
    std::size_t near_zero = 0;     ///< baselines below 5 % of the scale: percentages are unstable
    State state = State::too_few;  ///< `undefined_ratio`: pairs, and none with a percentage
};

/// What `percent_change` may be asked for.
struct PercentChangeOptions {
    Direction direction = Direction::higher_is_worse;
    double scale_range =
        0.0;  ///< length of the scale, such as 72; 0 counts no baseline as near zero
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// `percent_of_means` is of the pairs that have a percentage.
/// scale_range  length of the scale, such as 72; 0 counts no baseline as near zero
inline PercentChangeResult percent_change(std::span<const double> pre, std::span<const double> post,
                                          const PercentChangeOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(pre, post);
    PercentChangeResult result{.missing = pairs.missing};
    std::vector<double> percents;
    percents.reserve(pairs.size());
    detail::Sum before;
    detail::Sum gain;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double percent =
            percent_improvement(pairs.first[i], pairs.second[i], options.direction);
        result.near_zero += pairs.first[i] < 0.05 * options.scale_range;
        if (detail::is_missing(percent)) {
            ++result.undefined;
            continue;
        }
        percents.push_back(percent);
        before.add(pairs.first[i]);
        gain.add(detail::improvement(pairs.first[i], pairs.second[i], options.direction));
    }
    result.n = percents.size();
    if (result.n == 0 && result.undefined > 0) result.state = State::undefined_ratio;
    if (result.n == 0) return result;
    result.state = State::ok;
    result.percent_of_means = 100.0 * gain.value() / before.value();

    const detail::Moments of = detail::moments(percents);
    Estimate& mean = result.mean_of_percents;
    mean = {.estimate = of.mean,
            .se = of.se(),
            .df = static_cast<double>(of.n - 1),
            .n = of.n,
            .missing = result.missing + result.undefined,
            .method = "mean of percent improvements",
            .state = of.n < 2 ? State::too_few : State::ok};
    mean.ci.confidence_level = options.confidence_level;
    if (of.n < 2) return result;
    if (detail::is_constant(of)) mean.state = State::zero_variance;
    mean.ci.method = "t";
    mean.ci.state = State::invalid_argument;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) return result;
    const double half =
        detail::t_quantile_upper((1.0 - options.confidence_level) / 2.0, mean.df) * mean.se;
    mean.ci = {.lower = mean.estimate - half,
               .upper = mean.estimate + half,
               .confidence_level = options.confidence_level,
               .attained = options.confidence_level,
               .method = "t",
               .state = mean.state};
    return result;
}

}  // namespace eczscore::stats
