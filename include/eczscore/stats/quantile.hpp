// SPDX-License-Identifier: BSL-1.0
// Sample quantiles by any of the nine definitions.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/quantile.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/quantile_type.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Sample quantiles, in the units of the values.
struct QuantilesResult {
    std::vector<double> estimates;  ///< one per probability; NaN for one outside 0 to 1
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method{};  ///< the definition used
    State state = State::too_few;
};

/// The quantiles at these probabilities. Sorts a copy: O(n log n); a `Histogram` needs no sorting.
inline QuantilesResult quantiles(std::span<const double> values, std::span<const double> at,
                                 QuantileType type = QuantileType::linear) {
    detail::Sample sample = detail::complete(values);
    std::sort(sample.values.begin(), sample.values.end());
    QuantilesResult result{{}, sample.values.size(), sample.missing, name(type), State::ok};
    result.estimates.reserve(at.size());
    for (const double p : at) {
        result.estimates.push_back(detail::quantile_of(result.n, p, type, [&](std::uint64_t k) {
            return sample.values[static_cast<std::size_t>(k - 1)];
        }));
        if (!(p >= 0.0 && p <= 1.0)) result.state = State::invalid_argument;
    }
    if (result.n == 0) result.state = State::too_few;
    return result;
}

}  // namespace eczscore::stats
