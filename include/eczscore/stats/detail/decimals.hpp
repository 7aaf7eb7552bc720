// SPDX-License-Identifier: BSL-1.0
// The one rule by which values are equal: a double beside a decimal is that decimal.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"

namespace eczscore::stats::detail {

/// 1.1 - 0.8 is 0.30000000000000004 and not 0.3. So a double within 1e-9 of a decimal of up to four
/// places is that decimal, wherever values are ranked, compared or counted. Everything else is what
/// it is as a double.
///
/// How far a double may lie from its decimal.
/// scale  the largest of what was measured: below 1 less than 1e-9 is allowed, so that
///        concentrations of 1e-10 are not taken for zeros
inline double decimal_allowance(double scale) { return 1e-9 * std::min(1.0, scale); }

inline double as_decimal(double value, double scale) {
    constexpr double per_unit = 10'000.0;
    const double decimal = std::round(value * per_unit) / per_unit + 0.0;  // -0 is 0
    return std::abs(value - decimal) <= decimal_allowance(scale) ? decimal : value;
}
/// A number that values are compared with.
inline double as_decimal(double confidence_level) {
    return as_decimal(confidence_level, std::abs(confidence_level));
}
inline void put_decimals(std::vector<double>& values, double scale) {
    for (double& value : values) value = as_decimal(value, scale);
}

/// Whether every value is a whole number of 1/per_unit, at most `allowance` beside it.
inline bool is_on_lattice(std::span<const double> values, int per_unit, double allowance) {
    constexpr double most = 2147483648.0;
    return std::all_of(values.begin(), values.end(), [&](double value) {
        const double count = std::round(value * per_unit);
        return std::abs(count) < most && std::abs(value - count / per_unit) <= allowance;
    });
}

/// The coarsest of the usual lattices that holds every value: ones, halves, tenths, twentieths,
/// hundredths ... down to 1/10,000. 0 where there is none.
/// scale  as above
inline int steps_per_unit(std::span<const double> values, double scale) {
    for (const int per_unit : {1, 2, 4, 10, 20, 100, 1000, 10000}) {
        if (is_on_lattice(values, per_unit, decimal_allowance(scale))) return per_unit;
    }
    return 0;
}

/// Decimals with a known step as whole numbers of steps.
struct Steps {
    std::vector<std::int64_t> counts;
    bool is_exact = false;  ///< every value lies on the lattice (none may be missing)
};

/// Counts of 1/per_unit, such as 92 tenths for 20.1 - 10.9. Where a value is beside the lattice, or
/// is 2^31 steps or more, `is_exact` is false.
/// per_unit  steps in 1, such as 10 for tenths; at least 1
inline Steps in_steps(std::span<const double> values, int per_unit) {
    if (per_unit < 1 || !is_on_lattice(values, per_unit, decimal_allowance(1.0))) return {};
    Steps steps;
    steps.counts.reserve(values.size());
    for (const double value : values) {
        steps.counts.push_back(static_cast<std::int64_t>(std::round(value * per_unit)));
    }
    steps.is_exact = true;
    return steps;
}

/// The complete pairs, each list in decimals: changes with ratings of change, for instance.
inline Pairs decimal_pairs(std::span<const double> first, std::span<const double> second) {
    Pairs pairs = complete_pairs(first, second);
    put_decimals(pairs.first, largest_size(pairs.first));
    put_decimals(pairs.second, largest_size(pairs.second));
    return pairs;
}

}  // namespace eczscore::stats::detail
