// SPDX-License-Identifier: BSL-1.0
// The two values that are no number and no bound.
#pragma once

#include <limits>

namespace eczscore::stats {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace eczscore::stats
