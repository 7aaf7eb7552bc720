// SPDX-License-Identifier: BSL-1.0
// The exact limits of a share by Clopper and Pearson (1934), by quantiles of the beta distribution.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// tail  what each limit leaves, above 0 and below a half
inline Limits clopper_pearson_limits(Responders of, double tail) {
    const auto x = static_cast<double>(of.x);
    const auto n = static_cast<double>(of.n);
    return {of.x == 0 ? 0.0 : beta_quantile(tail, x, n - x + 1.0),
            of.x == of.n ? 1.0 : beta_quantile_upper(tail, x + 1.0, n - x)};
}

/// Where an exact p lies of which `count` of `replicates` random ones were as extreme.
inline Interval monte_carlo_interval(std::size_t count, std::size_t replicates,
                                     double confidence_level) {
    Interval interval;
    interval.confidence_level = confidence_level;
    interval.method = "Clopper-Pearson";
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        interval.state = State::invalid_argument;
        return interval;
    }
    const Limits limits = clopper_pearson_limits(
        {static_cast<std::int64_t>(count), static_cast<std::int64_t>(replicates)},
        (1.0 - confidence_level) / 2.0);
    interval.lower = limits.lower;
    interval.upper = limits.upper;
    interval.state = State::ok;
    return interval;
}

}  // namespace eczscore::stats::detail
