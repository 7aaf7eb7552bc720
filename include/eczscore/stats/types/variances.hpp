// SPDX-License-Identifier: BSL-1.0
// Whether two groups are taken to have one variance.
#pragma once

#include <cstdint>

namespace eczscore::stats {

/// Each group with its own variance (Welch), or one of both together. The caller names it; nothing
/// switches by looking at the data.
enum class Variances : std::uint8_t { welch, equal };

}  // namespace eczscore::stats
