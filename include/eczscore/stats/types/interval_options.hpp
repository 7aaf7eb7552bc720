// SPDX-License-Identifier: BSL-1.0
// The level of an interval, where a method has nothing else to choose.
#pragma once

namespace eczscore::stats {

/// What the methods ask that have nothing to choose but the level of their interval.
struct IntervalOptions {
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

}  // namespace eczscore::stats
