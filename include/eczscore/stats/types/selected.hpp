// SPDX-License-Identifier: BSL-1.0
// On which side of a cut-off patients, or values, were let in.
#pragma once

#include <cstdint>

namespace eczscore::stats {

/// On which side of the cut-off patients were let in; nothing of the other side was seen.
enum class Selected : std::uint8_t { above, below };

}  // namespace eczscore::stats
