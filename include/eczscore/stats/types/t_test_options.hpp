// SPDX-License-Identifier: BSL-1.0
// What the t tests of two means may be asked for.
#pragma once

#include "eczscore/stats/types/alternative.hpp"

namespace eczscore::stats {

/// What a comparison of two means by a t test may be asked for.
struct TTestOptions {
    double confidence_level = 0.95;                    ///< of the interval, above 0 and below 1
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
    double null_value = 0.0;                           ///< difference under the hypothesis
};

}  // namespace eczscore::stats
