// SPDX-License-Identifier: BSL-1.0
// A change counted so that positive is better.
#pragma once

#include "eczscore/core/direction.hpp"

namespace eczscore::stats::detail {

/// The change counted so that positive is better.
constexpr double improvement(double pre, double post, Direction direction) {
    return direction == Direction::higher_is_worse ? pre - post : post - pre;
}

}  // namespace eczscore::stats::detail
