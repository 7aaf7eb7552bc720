// SPDX-License-Identifier: BSL-1.0
// Which tail a p-value is of.
#pragma once

#include <cstdint>

namespace eczscore::stats {

/// Which tail a p-value is of. `greater`: the estimate is larger than the null value.
enum class Alternative : std::uint8_t { two_sided, less, greater };

}  // namespace eczscore::stats
