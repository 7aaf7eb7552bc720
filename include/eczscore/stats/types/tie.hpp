// SPDX-License-Identifier: BSL-1.0
// What happens exactly on a limit.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// Whether a value exactly on a limit counts as beyond it.
enum class Tie : std::uint8_t {
    strict,    ///< `>`: not beyond
    inclusive  ///< `>=`: beyond
};

constexpr Text name(Tie tie) {
    constexpr Text names[] = {"strict", "inclusive"};
    return name_of(names, tie);
}

namespace detail {

constexpr bool beyond(double value, double limit, Tie tie) {
    return tie == Tie::strict ? value > limit : value >= limit;
}

}  // namespace detail
}  // namespace eczscore::stats
