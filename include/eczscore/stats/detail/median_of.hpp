// SPDX-License-Identifier: BSL-1.0
// The median of a list, which it may reorder.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// Of an even number, the mean of the two middle values; NaN of none.
inline double median_of(std::span<double> values) {
    if (values.empty()) return not_a_number;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2.0;
}

}  // namespace eczscore::stats::detail
