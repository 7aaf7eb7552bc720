// SPDX-License-Identifier: BSL-1.0
// The test and the allocation that a power or a sample size is for.
#pragma once

#include "eczscore/stats/types/power.hpp"

namespace eczscore::stats {

/// The test whose power, or size of one group, is computed.
struct PowerOptions {
    double alpha = 0.05;  ///< of the test, above 0 and below 1
    Sides sides = Sides::two;
};

/// The test for which the sizes of two arms are computed.
struct SampleSizeOptions {
    double alpha = 0.05;  ///< of the test, above 0 and below 1
    double ratio = 1.0;   ///< patients of the first arm for each of the second
    Sides sides = Sides::two;
};

/// How the patients are shared out to two arms, for a design that names its test itself.
struct AllocationOptions {
    double ratio = 1.0;  ///< patients of the first arm for each of the second
};

}  // namespace eczscore::stats
