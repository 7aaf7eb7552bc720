// SPDX-License-Identifier: BSL-1.0
// Quantiles of F by the inverse incomplete beta function, for the limits of variance ratios.
#pragma once

#include <boost/math/special_functions/beta.hpp>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/result.hpp"

namespace eczscore::stats::detail {

/// The value that a share `p` in (0, 1) lies above. Boost's own quantile of F leaves the complement
/// unset where it fails, which compilers warn of; here it is NaN.
inline double f_limit_upper(double p, double df1, double df2) {
    if (!(df1 > 0.0) || !(df2 > 0.0) || !(p > 0.0) || !(p < 1.0)) return not_a_number;
    double rest = not_a_number;
    const double x = boost::math::ibetac_inv(df1 / 2.0, df2 / 2.0, p, &rest, Policy());
    return df2 * x / (df1 * rest);
}
/// The value that a share `p` in (0, 1) lies below.
inline double f_limit_lower(double p, double df1, double df2) {
    if (!(df1 > 0.0) || !(df2 > 0.0) || !(p > 0.0) || !(p < 1.0)) return not_a_number;
    double rest = not_a_number;
    const double x = boost::math::ibeta_inv(df1 / 2.0, df2 / 2.0, p, &rest, Policy());
    return df2 * x / (df1 * rest);
}

}  // namespace eczscore::stats::detail
