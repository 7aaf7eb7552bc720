// SPDX-License-Identifier: BSL-1.0
// What becomes of a p that no double holds.
#pragma once

#include <initializer_list>
#include <limits>

#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// The state of a result that is otherwise ok: `boundary` where a p is smaller than what a double
/// holds with all its digits (2.2e-308). No exact p is 0.
inline State state_of(std::initializer_list<double> exact_p) {
    for (const double p : exact_p) {
        if (p < std::numeric_limits<double>::min()) return State::boundary;
    }
    return State::ok;
}

}  // namespace eczscore::stats::detail
