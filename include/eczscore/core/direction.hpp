// SPDX-License-Identifier: BSL-1.0
// Which way a scale runs: always said, never guessed.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"

namespace eczscore {

/// Which way a score goes when the patient gets worse.
enum class Direction : std::uint8_t { higher_is_worse, higher_is_better };

constexpr Text name(Direction direction) {
    constexpr Text names[] = {"higher_is_worse", "higher_is_better"};
    return name_of(names, direction);
}

}  // namespace eczscore
