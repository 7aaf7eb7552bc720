// SPDX-License-Identifier: BSL-1.0
// Two independent groups: their values, their summaries, and the t test that both t methods share.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"

namespace eczscore::stats {

/// A group as a paper reports it.
struct GroupSummary {
    std::size_t n = 0;
    double mean = not_a_number;
    double sd = not_a_number;  ///< with divisor n - 1
};

/// A comparison of two means. `difference` is the mean of x minus the mean of y.
struct TwoSampleT {
    Estimate difference{};
    GroupSummary x{};
    GroupSummary y{};
};

namespace detail {

/// Both groups without their missing values.
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
    }
    std::size_t size() const { return x.size() + y.size(); }
};

/// Mean and spread; an SD of equal values is exactly 0.
inline GroupSummary summary(std::span<const double> values) {
    const Moments of = moments(values);
    return {of.n, of.mean, values.size() < 2 ? not_a_number : of.sd()};
}

inline double tail_p(double statistic, double df, Alternative alternative) {
    if (alternative == Alternative::greater) return t_sf(statistic, df);
    if (alternative == Alternative::less) return t_cdf(statistic, df);
    return t_two_sided(statistic, df);
}

/// The limits that go with an alternative: one-sided ones are infinite on the other side.
inline void t_interval(Estimate& found, double level, Alternative alternative) {
    const bool two = alternative == Alternative::two_sided;
    const double half = t_quantile_upper((1.0 - level) * (two ? 0.5 : 1.0), found.df) * found.se;
    found.ci = {found.estimate - half, found.estimate + half, level,
                not_a_number,          found.method,          found.state};
    if (alternative == Alternative::greater) found.ci.upper = infinity;
    if (alternative == Alternative::less) found.ci.lower = -infinity;
}

/// Fills statistic, p and interval from estimate, se and df.
inline void t_result(Estimate& found, double null_value, double level, Alternative alternative) {
    const double distance = found.estimate - null_value;
    if (found.se > 0.0) {
        found.state = State::ok;
        found.statistic = distance / found.se;
        found.p = tail_p(found.statistic, found.df, alternative);
        t_interval(found, level, alternative);
        return;
    }
    // No spread at all: the difference is what it is, and no error can be given to it.
    found.state = State::zero_variance;
    found.ci = {.level = level, .method = found.method, .state = State::zero_variance};
    if (distance != 0.0) found.statistic = std::copysign(infinity, distance);
}

}  // namespace detail
}  // namespace eczscore::stats
