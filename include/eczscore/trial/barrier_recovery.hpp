// SPDX-License-Identifier: BSL-1.0
// Barrier recovery after a challenge with tape or acetone, in percent of the damage done.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/percent.hpp"

namespace eczscore::trial {

/// Why there is no recovery to speak of.
enum class RecoveryFault : std::uint8_t {
    none,
    missing,      ///< a value is not a number
    no_damage,    ///< TEWL after the challenge is not above the baseline
    within_error  ///< above it by no more than the measurement error
};
constexpr Text name(RecoveryFault fault) {
    constexpr Text names[] = {"none", "missing", "no_damage", "within_error"};
    return name_of(names, fault);
}

/// Percent recovery, or why not. Below 0 the damage grew, above 100 TEWL fell below the baseline:
/// both happen, and nothing is clamped.
struct BarrierRecovery {
    RecoveryFault fault = RecoveryFault::missing;
    units::PercentRecovery recovery = units::PercentRecovery::percent(__builtin_nan(""));

    constexpr bool ok() const { return fault == RecoveryFault::none; }
};

inline constexpr Evidence barrier_recovery_evidence{
    .source = nullptr,
    .confidence = Confidence::medium,
    .note = "standard in the permeability-barrier literature; formula from memory",
    .from_memory = true};

/// 100 (I - X) / (I - B), with B the baseline, I right after the challenge and X later: of the
/// damage, not of I.
/// smallest_detectable  damage up to it is no damage; 0 must be said
/// example  B 8, I 40, X 25.6 g/m2/h: 45 %
constexpr BarrierRecovery barrier_recovery(units::Tewl baseline, units::Tewl after_challenge,
                                           units::Tewl later, units::Tewl smallest_detectable) {
    const double damage = (after_challenge - baseline).in(units::g_per_m2_h);
    const double least = smallest_detectable.in(units::g_per_m2_h);
    const double healed = (after_challenge - later).in(units::g_per_m2_h);
    if (damage - damage != 0 || healed - healed != 0 || !(least >= 0)) return {};
    BarrierRecovery result;
    result.fault = damage <= 0       ? RecoveryFault::no_damage
                   : damage <= least ? RecoveryFault::within_error
                                     : RecoveryFault::none;
    if (result.ok()) result.recovery = units::PercentRecovery::percent(100 * healed / damage);
    return result;
}

}  // namespace eczscore::trial
