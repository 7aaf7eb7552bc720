// SPDX-License-Identifier: BSL-1.0
// Which way a scale runs, and what happens exactly on a limit: always said, never guessed.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// Which end of the scale is the good one.
enum class Better : std::uint8_t { lower, higher };

constexpr Text name(Better better) {
    constexpr Text names[] = {"lower is better", "higher is better"};
    return name_of(names, better);
}

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

/// The change counted so that positive is better.
constexpr double improvement(double pre, double post, Better better) {
    return better == Better::lower ? pre - post : post - pre;
}

constexpr bool beyond(double value, double limit, Tie tie) {
    return tie == Tie::strict ? value > limit : value >= limit;
}

}  // namespace detail
}  // namespace eczscore::stats
