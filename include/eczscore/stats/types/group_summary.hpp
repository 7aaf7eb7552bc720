// SPDX-License-Identifier: BSL-1.0
// A group as a paper reports it.
#pragma once

#include <cmath>
#include <cstddef>

#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// A group as a paper reports it.
struct GroupSummary {
    std::size_t n = 0;
    double mean = not_a_number;
    double sd = not_a_number;  ///< with divisor n - 1

    /// Whether there is a finite mean and, from two values on, a finite SD of at least 0.
    bool is_valid() const {
        if (n == 0) return true;
        return std::isfinite(mean) && (n == 1 || (sd >= 0.0 && std::isfinite(sd)));
    }
};

}  // namespace eczscore::stats
