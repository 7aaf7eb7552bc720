// SPDX-License-Identifier: BSL-1.0
// When a sum of squares is the rounding error of equal numbers.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace eczscore::stats::detail {

inline double largest_size(std::span<const double> values) {
    double largest = 0.0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return largest;
}

/// 3.1 - 2.1 and 2.1 - 1.1 differ in the last digit. `squares` of `n` deviations of numbers up to
/// `largest` in size that are no more than a few such digits count as 0, so that perfect agreement
/// is seen as what it is.
inline double without_noise(double squares, std::size_t n, double largest) {
    const double digit = 8.0 * std::numeric_limits<double>::epsilon() * largest;
    return squares > static_cast<double>(n) * digit * digit ? squares : 0.0;
}

}  // namespace eczscore::stats::detail
