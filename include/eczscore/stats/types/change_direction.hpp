// SPDX-License-Identifier: BSL-1.0
// What an interval says about the direction of change.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// What an interval says about the direction of change.
enum class ChangeDirection : std::uint8_t { improved, unclear, worsened, not_evaluable };

constexpr Text name(ChangeDirection direction) {
    constexpr Text names[] = {"improved", "unclear", "worsened", "not_evaluable"};
    return name_of(names, direction);
}

}  // namespace eczscore::stats
