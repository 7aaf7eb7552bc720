// SPDX-License-Identifier: BSL-1.0
// The rules by which two unequal tails make one p-value.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// The two-sided p-value of an exact test. None is wrong, and they differ: name the one you used.
enum class ExactRule : std::uint8_t {
    central,             ///< twice the smaller tail, at most 1; agrees with equal-tailed intervals
    minimum_likelihood,  ///< all results that are no likelier than the observed one
    mid_p                ///< central, the observed result counted half; one-sided too
};

constexpr Text name(ExactRule rule) {
    constexpr Text names[] = {"central", "minimum likelihood", "mid-p"};
    return name_of(names, rule);
}

}  // namespace eczscore::stats
