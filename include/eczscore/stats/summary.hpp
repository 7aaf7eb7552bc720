// SPDX-License-Identifier: BSL-1.0
// What a table of baseline characteristics says of one column.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/fixed_sum.hpp"
#include "eczscore/stats/detail/power_sums.hpp"
#include "eczscore/stats/detail/quantile.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/moments.hpp"
#include "eczscore/stats/types/quantile_type.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The usual description of a sample, in the units of the values.
struct SummaryResult {
    MomentsResult moments{};  ///< n, missing, mean, SD, shape; correctly rounded
    double median = not_a_number;
    double lower_quartile = not_a_number;
    double upper_quartile = not_a_number;
    double iqr = not_a_number;
    double mad = not_a_number;  ///< median absolute deviation, times 1.4826
    double lowest = not_a_number;
    double highest = not_a_number;
    double geometric_mean = not_a_number;  ///< only where all values are above 0
    Text quantile_method{};
    State state = State::too_few;
};

namespace detail {

inline double sorted_quantile(std::span<const double> sorted, double p, QuantileType type) {
    return quantile_of(sorted.size(), p, type,
                       [&](std::uint64_t k) { return sorted[static_cast<std::size_t>(k - 1)]; });
}

/// Of sorted values.
inline MomentsResult sorted_moments(std::span<const double> sorted) {
    SignedFixedSum<1> s1;
    FixedSum<2> s2;
    SignedFixedSum<3> s3;
    FixedSum<4> s4;
    for (const double value : sorted) {
        const auto [digits, shift, negative] = binary(value);
        const Powers powers(digits);
        s1.add(powers.first, shift, negative);
        s2.add(powers.second, 2 * shift);
        s3.add(powers.third, 3 * shift, negative);
        s4.add(powers.fourth, 4 * shift);
    }
    return moments_of(
        {sorted.size(), s1.whole(), s2.natural(), s3.whole(), s4.natural(), -1074, 1});
}

}  // namespace detail

/// Location, spread and shape of the values that are there. O(n log n).
inline SummaryResult summary(std::span<const double> values,
                             QuantileType type = QuantileType::linear) {
    detail::Sample sample = detail::complete(values);
    std::vector<double>& x = sample.values;
    std::sort(x.begin(), x.end());
    SummaryResult result;
    result.moments = detail::sorted_moments(x);
    result.moments.missing = sample.missing;
    result.state = result.moments.state;
    result.quantile_method = name(type);
    if (x.empty()) return result;
    result.median = detail::sorted_quantile(x, 0.5, QuantileType::linear);
    result.lower_quartile = detail::sorted_quantile(x, 0.25, type);
    result.upper_quartile = detail::sorted_quantile(x, 0.75, type);
    result.iqr = result.upper_quartile - result.lower_quartile;
    result.lowest = x.front();
    result.highest = x.back();
    if (x.front() > 0.0) {
        detail::SignedFixedSum<1> logs;
        for (const double value : x) {
            const detail::Binary log = detail::binary(std::log(value));
            logs.add({log.digits, 0}, log.shift, log.negative);
        }
        result.geometric_mean =
            std::exp(detail::ratio(logs.whole(), detail::whole(x.size()), -1074));
    }
    for (double& value : x) value = std::abs(value - result.median);
    std::sort(x.begin(), x.end());
    result.mad = 1.4826 * detail::sorted_quantile(x, 0.5, QuantileType::linear);
    return result;
}

}  // namespace eczscore::stats
