// SPDX-License-Identifier: BSL-1.0
// Two expected distributions over the same ordered values.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace eczscore::stats {

/// Shares of the values in ascending order, such as the grades of an IGA; each list adds up to 1.
struct OrdinalDesign {
    std::vector<double> first;
    std::vector<double> second;

    /// Shares and sizes can be: each share is 0 or more, and they add up to 1.
    bool is_valid() const {
        if (first.size() != second.size() || first.size() < 2) return false;
        double sums[2] = {0.0, 0.0};
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (!(first[i] >= 0.0) || !(second[i] >= 0.0)) return false;
            sums[0] += first[i];
            sums[1] += second[i];
        }
        return std::abs(sums[0] - 1.0) <= 1e-9 && std::abs(sums[1] - 1.0) <= 1e-9;
    }
};

}  // namespace eczscore::stats
