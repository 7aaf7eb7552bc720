// SPDX-License-Identifier: BSL-1.0
// Whether a result can be used as it is, and if not, why.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// Whether a result can be used as it is. A NaN never comes without a state that says why. Which
/// state when: docs/methods/rules.md.
enum class State : std::uint8_t {
    ok,
    too_few,             ///< not enough observations for this method
    zero_variance,       ///< all differences, or all values, are equal
    undefined_ratio,     ///< 0/0, or a ratio to 0
    boundary,            ///< an estimate or limit at the edge of the parameters, or a p too small
    separation,          ///< a model fits perfectly and its coefficients run away
    not_converged,       ///< an iteration ended without reaching its tolerance
    not_reached,         ///< the event or power does not occur within what was looked at
    level_not_attained,  ///< no interval of the asked level exists; the widest is given
    approximate,         ///< a named approximation where the exact way was not feasible
    invalid_argument,    ///< an argument that cannot be: a level outside (0, 1), 5 of 3 patients
    out_of_range,        ///< beyond the range of double, or larger than the method computes
    not_available        ///< nothing to compute it from: no SDC known, no arm that matches
};

constexpr Text name(State state) {
    constexpr Text names[] = {"ok",
                              "too_few",
                              "zero_variance",
                              "undefined_ratio",
                              "boundary",
                              "separation",
                              "not_converged",
                              "not_reached",
                              "level_not_attained",
                              "approximate",
                              "invalid_argument",
                              "out_of_range",
                              "not_available"};
    return name_of(names, state);
}

}  // namespace eczscore::stats
