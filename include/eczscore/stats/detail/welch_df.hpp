// SPDX-License-Identifier: BSL-1.0
// Satterthwaite's degrees of freedom of a difference of two means.
#pragma once

#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// v1, v2    squared standard errors of the means; NaN where both are 0
/// df1, df2  degrees of freedom of each, above 0
inline double welch_df(double v1, double df1, double v2, double df2) {
    const double both = v1 + v2;
    if (!(both > 0.0)) return not_a_number;
    const double a = v1 / both;
    const double b = v2 / both;
    return 1.0 / (a * a / df1 + b * b / df2);
}

}  // namespace eczscore::stats::detail
