// SPDX-License-Identifier: BSL-1.0
// Student's t test of two means with one common variance.
#pragma once

#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/t_test_options.hpp"
#include "eczscore/stats/types/two_sample_t.hpp"

namespace eczscore::stats {

/// From summaries; `missing` stays 0. A group of one is allowed: its spread is that of the other.
/// null_value  difference under the hypothesis
/// state  too_few with an empty group or fewer than three values; zero_variance where no value
///        varies by more than rounding; invalid_argument for a level outside (0, 1), a null value
///        or a mean that is not finite, an SD below 0 or not finite; out_of_range for values whose
///        squares are beyond the range of double
/// source  Student 1908, Fisher 1925
inline TwoSampleT student_t(GroupSummary x, GroupSummary y, const TTestOptions& options = {}) {
    TwoSampleT found{{}, x, y};
    Estimate& difference = found.difference;
    difference.method = "Student t";
    difference.n = x.n + y.n;
    difference.ci = {.confidence_level = options.confidence_level, .method = difference.method};
    if (!detail::is_t_question(found, options.confidence_level, options.null_value)) return found;
    if (x.n < 1 || y.n < 1 || x.n + y.n < 3) return found;
    const auto n_x = static_cast<double>(x.n), n_y = static_cast<double>(y.n);
    double squares = 0.0;
    if (x.n > 1) squares += (n_x - 1.0) * x.sd * x.sd;
    if (y.n > 1) squares += (n_y - 1.0) * y.sd * y.sd;
    difference.df = n_x + n_y - 2.0;
    difference.se = std::sqrt(squares / difference.df * (1.0 / n_x + 1.0 / n_y));
    detail::t_result(found, options.null_value, options.confidence_level, options.alternative);
    return found;
}

/// Mean of x minus mean of y. Missing values are left out and counted.
inline TwoSampleT student_t(std::span<const double> x, std::span<const double> y,
                            const TTestOptions& options = {}) {
    const detail::TwoSamples both(x, y);
    TwoSampleT found = student_t(detail::summary(both.x), detail::summary(both.y), options);
    found.difference.missing = both.missing;
    detail::put_state_from_values(found);
    return found;
}

}  // namespace eczscore::stats
