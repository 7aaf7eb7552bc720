// SPDX-License-Identifier: BSL-1.0
// The exact limits of a share by Clopper and Pearson (1934), by quantiles of the beta distribution.
#pragma once

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/wilson.hpp"

namespace eczscore::stats::detail {

/// tail  what each limit leaves, above 0 and below a half
inline Limits clopper_pearson_limits(Responders of, double tail) {
    const auto x = static_cast<double>(of.x);
    const auto n = static_cast<double>(of.n);
    return {of.x == 0 ? 0.0 : beta_quantile(tail, x, n - x + 1.0),
            of.x == of.n ? 1.0 : beta_quantile_upper(tail, x + 1.0, n - x)};
}

}  // namespace eczscore::stats::detail
