// SPDX-License-Identifier: BSL-1.0
// Effect sizes of two independent groups: d, g, Glass's delta, and what they say in normal groups.
#pragma once

#include <cmath>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Standardised differences of means, x minus y.
struct TwoSampleEffect {
    Estimate d{};  ///< Cohen's d: by the pooled SD; limits by the noncentral t distribution
    Estimate g{};  ///< Hedges' g: d times J, limits too
    double pooled_sd = not_a_number;
    double j = not_a_number;            ///< Hedges' exact factor
    double glass_by_x = not_a_number;   ///< by the SD of x
    double glass_by_y = not_a_number;   ///< by the SD of y (the control group, usually)
    double p_x_greater = not_a_number;  ///< P(X > Y) in normal groups, each with its own SD
    double u3 = not_a_number;           ///< Phi(d): share of y below the mean of x
    double overlap = not_a_number;      ///< of two normal curves at distance d
    State state = State::too_few;
};

/// state  too_few with an empty group or fewer than three values; zero_variance where no value
///        varies by more than rounding; invalid_argument for a level outside (0, 1), a mean that is
///        not finite, an SD below 0 or not finite; out_of_range for values whose squares are beyond
///        the range of double. Single fields are NaN where a group of one has no SD, or an SD is 0
/// source  Cohen 1988; Hedges 1981; Glass 1976; McGraw & Wong 1992
inline TwoSampleEffect two_sample_effect(GroupSummary x, GroupSummary y,
                                         const IntervalOptions& options = {}) {
    TwoSampleEffect found;
    found.d.method = "Cohen d, noncentral t";
    found.g.method = "Hedges g, noncentral t";
    found.d.n = found.g.n = x.n + y.n;
    found.d.ci = {.confidence_level = options.confidence_level, .method = found.d.method};
    found.g.ci = {.confidence_level = options.confidence_level, .method = found.g.method};
    if (x.n < 1 || y.n < 1 || x.n + y.n < 3) return found;
    const auto end = [&found](State state) {
        found.state = found.d.state = found.g.state = found.d.ci.state = found.g.ci.state = state;
        return found;
    };
    const bool valid = options.confidence_level > 0.0 && options.confidence_level < 1.0 &&
                       x.is_valid() && y.is_valid();
    if (!valid) return end(State::invalid_argument);
    const auto n_x = static_cast<double>(x.n), n_y = static_cast<double>(y.n);
    double squares = 0.0;
    if (x.n > 1) squares += (n_x - 1.0) * x.sd * x.sd;
    if (y.n > 1) squares += (n_y - 1.0) * y.sd * y.sd;
    const double df = n_x + n_y - 2.0;
    const double difference = x.mean - y.mean;
    found.pooled_sd = std::sqrt(squares / df);
    const double size = std::max(std::abs(x.mean), std::abs(y.mean));
    if (detail::is_no_spread(found.pooled_sd, size)) return end(State::zero_variance);
    found.j = detail::hedges_j(df);
    found.d.estimate = difference / found.pooled_sd;
    found.d.df = found.g.df = df;
    if (x.n > 1 && x.sd > 0.0) found.glass_by_x = difference / x.sd;
    if (y.n > 1 && y.sd > 0.0) found.glass_by_y = difference / y.sd;
    if (x.n > 1 && y.n > 1) {
        found.p_x_greater = detail::normal_cdf(difference / std::hypot(x.sd, y.sd));
    }
    found.u3 = detail::normal_cdf(found.d.estimate);
    found.overlap = detail::normal_two_sided(found.d.estimate / 2.0);

    const double scale = std::sqrt(n_x * n_y / (n_x + n_y));
    const double t = found.d.estimate * scale;
    const double tail = 0.5 * (1.0 - options.confidence_level);
    found.d.statistic = found.g.statistic = t;
    found.d.p = found.g.p = detail::t_two_sided(t, df);
    found.d.ci.lower = detail::noncentrality_lower(t, df, tail) / scale;
    found.d.ci.upper = detail::noncentrality_upper(t, df, tail) / scale;
    found.g.estimate = found.d.estimate * found.j;  // NaN for df 1, where J is not defined
    found.g.ci.lower = found.d.ci.lower * found.j;
    found.g.ci.upper = found.d.ci.upper * found.j;
    end(State::ok);
    if (std::isnan(found.d.ci.lower) || std::isnan(found.d.ci.upper)) {
        found.d.ci.state = found.g.ci.state = State::not_converged;
    }
    if (std::isnan(found.j)) found.g.state = found.g.ci.state = State::too_few;
    return found;
}

/// Missing values are left out and counted.
inline TwoSampleEffect two_sample_effect(std::span<const double> x, std::span<const double> y,
                                         const IntervalOptions& options = {}) {
    const detail::TwoSamples both(x, y);
    TwoSampleEffect found =
        two_sample_effect(detail::summary(both.x), detail::summary(both.y), options);
    found.d.missing = found.g.missing = both.missing;
    const bool valid = detail::summary(both.x).is_valid() && detail::summary(both.y).is_valid();
    for (State* state :
         {&found.state, &found.d.state, &found.g.state, &found.d.ci.state, &found.g.ci.state}) {
        *state = detail::state_from_values(*state, valid);
    }
    return found;
}

}  // namespace eczscore::stats
