// SPDX-License-Identifier: BSL-1.0
// Welch's t test of two means with unequal variances.
#pragma once

#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/detail/welch_df.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/t_test_options.hpp"
#include "eczscore/stats/types/two_sample_t.hpp"

namespace eczscore::stats {

/// From summaries; `missing` stays 0.
/// null_value  difference under the hypothesis
/// state  too_few with fewer than two values in a group; zero_variance where no value varies by
///        more than rounding (then t is infinite unless the difference is the null value, and there
///        is neither p nor interval); invalid_argument for a level outside (0, 1), a null value or
///        a mean that is not finite, an SD below 0 or not finite; out_of_range for values whose
///        squares are beyond the range of double
/// source  Welch 1947, df by Satterthwaite
inline TwoSampleT welch_t(GroupSummary x, GroupSummary y, const TTestOptions& options = {}) {
    TwoSampleT found{{}, x, y};
    Estimate& difference = found.difference;
    difference.method = "Welch t";
    difference.n = x.n + y.n;
    difference.ci = {.confidence_level = options.confidence_level, .method = difference.method};
    if (!detail::is_t_question(found, options.confidence_level, options.null_value)) return found;
    if (x.n < 2 || y.n < 2) return found;
    const auto n_x = static_cast<double>(x.n), n_y = static_cast<double>(y.n);
    const double v_x = x.sd * x.sd / n_x, v_y = y.sd * y.sd / n_y;
    difference.se = std::sqrt(v_x + v_y);
    difference.df = detail::welch_df(v_x, n_x - 1.0, v_y, n_y - 1.0);
    detail::t_result(found, options.null_value, options.confidence_level, options.alternative);
    return found;
}

/// Mean of x minus mean of y. Missing values are left out and counted.
inline TwoSampleT welch_t(std::span<const double> x, std::span<const double> y,
                          const TTestOptions& options = {}) {
    const detail::TwoSamples both(x, y);
    TwoSampleT found = welch_t(detail::summary(both.x), detail::summary(both.y), options);
    found.difference.missing = both.missing;
    detail::put_state_from_values(found);
    return found;
}

}  // namespace eczscore::stats
