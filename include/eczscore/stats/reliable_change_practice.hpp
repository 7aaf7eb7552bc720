// SPDX-License-Identifier: BSL-1.0
// Reliable change against controls measured twice: what a retest alone does to a score.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/reliable_change.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which index. The first three expect pre + the controls' mean gain, the last two a regression.
enum class PracticeRci : std::uint8_t {
    chelune,             ///< spread sd_pre * sqrt(2 (1 - r)) of the controls
    iverson,             ///< SEM of pre and of post of the controls
    sd_of_difference,    ///< sd of the controls' differences
    mcsweeny,            ///< regression, its residual sd
    crawford_garthwaite  ///< regression, the prediction of a new patient; t with n - 2 df
};

constexpr Text name(PracticeRci variant) {
    constexpr Text names[] = {"Chelune", "Iverson", "SD of control difference", "McSweeny",
                              "Crawford-Garthwaite"};
    return name_of(names, variant);
}

/// Controls measured twice without treatment.
struct Controls {
    double mean_pre = not_a_number;
    double sd_pre = not_a_number;
    double squares_pre = not_a_number;  ///< sum of squared deviations of pre
    double mean_gain = not_a_number;    ///< mean of post - pre
    double sd_gain = not_a_number;
    double sd_post = not_a_number;
    double correlation = not_a_number;
    double intercept = not_a_number;  ///< of the regression of post on pre
    double slope = not_a_number;
    double residual_sd = not_a_number;  ///< with n - 2 degrees of freedom
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

/// pre, post  of each control, NaN is missing; pairs with one are dropped and counted
/// states     `too_few`: fewer than 2 controls; `zero_variance`: equal pre scores
inline Controls controls(std::span<const double> pre, std::span<const double> post) {
    const detail::Pairs pairs = detail::complete_pairs(pre, post);
    const detail::PairMoments both = detail::pair_moments(pairs.first, pairs.second);
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    detail::Moments gain = detail::moments(detail::differences(pairs));
    gain.squares = detail::without_noise(gain.squares, gain.n, largest);
    Controls c{.mean_pre = both.x.mean,
               .sd_pre = both.x.sd(),
               .squares_pre = both.x.squares,
               .mean_gain = gain.mean,
               .sd_gain = gain.sd(),
               .sd_post = both.y.sd(),
               .correlation = both.correlation(),
               .n = pairs.size(),
               .missing = pairs.missing};
    if (c.n < 2) return c;
    c.state = both.x.squares > 0.0 ? State::ok : State::zero_variance;
    if (c.state != State::ok) return c;
    c.slope = both.products / both.x.squares;
    c.intercept = both.y.mean - c.slope * both.x.mean;
    detail::Sum residuals;
    for (std::size_t i = 0; i < c.n; ++i) {
        const double off =
            (pairs.second[i] - both.y.mean) - c.slope * (pairs.first[i] - both.x.mean);
        residuals.add(off * off);
    }
    const double rest = detail::without_noise(residuals.value(), c.n, largest);
    // in perfect step a correlation misses 1 by its last digits, and 1 - r would not be 0
    if (rest == 0.0 && c.slope != 0.0) c.correlation = std::copysign(1.0, c.slope);
    if (c.n > 2) c.residual_sd = std::sqrt(rest / static_cast<double>(c.n - 2));
    return c;
}

namespace detail {

/// The spread of a variant before the prediction of a new patient widens it.
inline double practice_spread(PracticeRci variant, const Controls& c) {
    const double unreliable = 1.0 - c.correlation;
    switch (variant) {
        case PracticeRci::chelune: return c.sd_pre * std::sqrt(2.0 * unreliable);
        case PracticeRci::iverson:
            return std::sqrt(c.sd_pre * c.sd_pre * unreliable + c.sd_post * c.sd_post * unreliable);
        case PracticeRci::sd_of_difference: return c.sd_gain;
        default: return c.residual_sd;
    }
}

}  // namespace detail

/// The rule of a variant. `too_few`: fewer than 2 controls, or 3 for a regression;
/// `zero_variance`: the controls do not vary, or do so in perfect step; `invalid_argument`: a level
/// outside (0, 1).
inline ReliableRule reliable_change(PracticeRci variant, const Controls& c,
                                    ReliableOptions options = {}) {
    ReliableRule rule{.options = options, .method = name(variant), .state = c.state};
    const bool by_regression =
        variant == PracticeRci::mcsweeny || variant == PracticeRci::crawford_garthwaite;
    if (by_regression && c.n < 3) rule.state = State::too_few;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0))
        rule.state = State::invalid_argument;
    if (rule.state != State::ok) return rule;
    rule.intercept = by_regression ? c.intercept : c.mean_gain;
    rule.slope = by_regression ? c.slope : 1.0;
    rule.spread = detail::practice_spread(variant, c);
    const double tail = (1.0 - options.confidence_level) / 2.0;
    rule.critical = detail::normal_quantile_upper(tail);
    if (variant == PracticeRci::crawford_garthwaite) {
        rule.n = c.n;
        rule.mean_pre = c.mean_pre;
        rule.squares_pre = c.squares_pre;
        rule.df = static_cast<double>(c.n - 2);
        rule.critical = detail::t_quantile_upper(tail, rule.df);
    }
    if (!(rule.spread > 0.0)) rule.state = State::zero_variance;
    return rule;
}

}  // namespace eczscore::stats
