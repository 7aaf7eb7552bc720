// SPDX-License-Identifier: BSL-1.0
// Two independent groups: their values, and the t test that both t methods share.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/two_sample_t.hpp"

namespace eczscore::stats::detail {

/// Both groups without their missing values, in decimals.
struct TwoSamples {
    std::vector<double> x;
    std::vector<double> y;
    std::size_t missing = 0;

    TwoSamples(std::span<const double> of_x, std::span<const double> of_y) {
        Sample first = complete(of_x);
        Sample second = complete(of_y);
        missing = first.missing + second.missing;
        x = std::move(first.values);
        y = std::move(second.values);
        const double scale = std::max(largest_size(x), largest_size(y));
        put_decimals(x, scale);
        put_decimals(y, scale);
    }
    std::size_t size() const { return x.size() + y.size(); }
};

/// Mean and spread: exact sums where the values are decimals with a step, and the same digits in
/// whatever order they come. An SD of equal values is exactly 0.
inline GroupSummary summary(std::span<const double> values) {
    const Moments of = moments(given_differences(values));
    return {of.n, of.mean, values.size() < 2 ? not_a_number : of.sd()};
}

/// The state of a comparison of values, which are finite: a summary of them that is not finite lies
/// beyond the range of double, and is no wrong argument.
inline State state_from_values(State state, bool summaries_are_valid) {
    return state == State::invalid_argument && !summaries_are_valid ? State::out_of_range : state;
}

/// Whether a spread is no more than the rounding of equal values of that size: 20.1 - 10.9 and 9.2
/// differ in their last digits. R's t.test draws the same line.
inline bool is_no_spread(double spread, double size) {
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    return !(spread > 10.0 * epsilon * size);
}

inline double tail_p(double statistic, double df, Alternative alternative) {
    if (alternative == Alternative::greater) return t_sf(statistic, df);
    if (alternative == Alternative::less) return t_cdf(statistic, df);
    return t_two_sided(statistic, df);
}

/// The limits that go with an alternative: one-sided ones are infinite on the other side.
inline void t_interval(Estimate& found, double confidence_level, Alternative alternative) {
    const bool two = alternative == Alternative::two_sided;
    const double half =
        t_quantile_upper((1.0 - confidence_level) * (two ? 0.5 : 1.0), found.df) * found.se;
    found.ci = {found.estimate - half, found.estimate + half, confidence_level,
                not_a_number,          found.method,          found.state};
    if (alternative == Alternative::greater) found.ci.upper = infinity;
    if (alternative == Alternative::less) found.ci.lower = -infinity;
}

/// Whether a t test can be asked for; otherwise `found` says why not.
inline bool is_t_question(TwoSampleT& of, double confidence_level, double null_value) {
    Estimate& found = of.difference;
    const bool valid = confidence_level > 0.0 && confidence_level < 1.0 &&
                       std::isfinite(null_value) && of.x.is_valid() && of.y.is_valid();
    if (!valid) {
        found.state = found.ci.state = State::invalid_argument;
        return false;
    }
    if (of.x.n > 0 && of.y.n > 0) found.estimate = of.x.mean - of.y.mean;
    return true;
}

inline void put_state_from_values(TwoSampleT& of) {
    const bool valid = of.x.is_valid() && of.y.is_valid();
    of.difference.state = state_from_values(of.difference.state, valid);
    of.difference.ci.state = state_from_values(of.difference.ci.state, valid);
}

/// Fills statistic, p and interval from estimate, se and df.
inline void t_result(TwoSampleT& of, double null_value, double confidence_level,
                     Alternative alternative) {
    Estimate& found = of.difference;
    const double distance = found.estimate - null_value;
    const double size = std::max(std::abs(of.x.mean), std::abs(of.y.mean));
    if (!std::isfinite(found.se) || !std::isfinite(distance)) {  // beyond the range of double
        found.state = found.ci.state = State::out_of_range;
        return;
    }
    if (!is_no_spread(found.se, size)) {
        found.state = State::ok;
        found.statistic = distance / found.se;
        found.p = tail_p(found.statistic, found.df, alternative);
        t_interval(found, confidence_level, alternative);
        return;
    }
    // No spread at all: the difference is what it is, and no error can be given to it.
    found.state = State::zero_variance;
    found.ci = {.confidence_level = confidence_level,
                .method = found.method,
                .state = State::zero_variance};
    if (!is_no_spread(std::abs(distance), size))
        found.statistic = std::copysign(infinity, distance);
}

}  // namespace eczscore::stats::detail
