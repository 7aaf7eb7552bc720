// SPDX-License-Identifier: BSL-1.0
// How much change matters, by whom it was published and for whom.
#pragma once

#include <cstdint>

#include "eczscore/core/age.hpp"
#include "eczscore/core/citation.hpp"
#include "eczscore/core/exact.hpp"
#include "eczscore/core/name_of.hpp"

namespace eczscore {

/// What a threshold claims.
enum class Basis : std::uint8_t {
    mcid,          ///< smallest change that matters to patients
    sdc,           ///< smallest change beyond measurement error
    responder,     ///< a trial's definition of response
    target,        ///< a score to reach, whatever the baseline
    non_response,  ///< improvement below it counts as no response
    cut            ///< a score from which something is said: trial entry, relapse, a decision
};

constexpr Text name(Basis basis) {
    constexpr Text names[] = {"mcid", "sdc", "responder", "target", "non_response", "cut"};
    return name_of(names, basis);
}

/// What a threshold counts: points of the score, or percent of the baseline.
enum class ThresholdUnit : std::uint8_t { points, percent };

constexpr Text name(ThresholdUnit unit) {
    constexpr Text names[] = {"points", "percent"};
    return name_of(names, unit);
}

/// A published amount of change. `value` is an improvement (a target or a cut: a score).
struct Threshold {
    Text id;
    Text label;
    Basis basis = Basis::mcid;
    Exact value = 0;
    ThresholdUnit unit = ThresholdUnit::points;
    bool strictly = false;  ///< a cut: more than `value`, not at least
    Text population{};
    Evidence evidence;
    bool is_default = false;  ///< the default answer to "did it change meaningfully?"
    Exact eligible_from = 0;  ///< baseline needed for the question to make sense
    bool has_target = false;  ///< besides the change, the score must reach `target`
    Exact target = 0;
};

}  // namespace eczscore
