// SPDX-License-Identifier: BSL-1.0
// Skin surface water loss after occlusion or wetting: the curve, and the water that left.
#pragma once

#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <span>

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/duration.hpp"
#include "eczscore/units/flux.hpp"

namespace eczscore::trial {

inline constexpr Evidence desorption_evidence{
    .source = cite("post_sswl"),
    .confidence = Confidence::medium,
    .note = "bi-exponential models are used; this formula is from memory",
    .from_memory = true};
/// The plastic occlusion stress test records the flux for so long.
inline constexpr units::Duration post_record = units::Duration::minutes(25);
inline constexpr Evidence post_record_evidence{cite("post_sswl"), Confidence::high,
                                               "classically after 24 h of occlusion"};

/// One exponential: its size at the start and how long it takes to halve.
struct Decay {
    units::Sswl start = units::Sswl::g_per_m2_h(0);
    units::Duration half_life = units::Duration::minutes(1);
};

/// F(t) = TEWL + A1 exp(-k1 t) + A2 exp(-k2 t). What goes to TEWL and what is surface water are two
/// kinds: values of such a test never reach reference values of TEWL.
struct Desorption {
    units::Tewl tewl = units::Tewl::g_per_m2_h(0);  ///< at the end
    Decay fast{};
    Decay slow{};

    /// Surface water loss at time `t` after the film is off. Half-lives must be above 0.
    units::Sswl surface_loss(units::Duration t) const {
        double sum = 0;
        for (const Decay& each : {fast, slow}) {
            sum += each.start.in(units::g_per_m2_h)*std::exp2(-t.in(units::seconds) /
                                                              each.half_life.in(units::seconds));
        }
        return units::Sswl::g_per_m2_h(sum);
    }
    /// What an instrument would read.
    units::WaterVapourFlux flux(units::Duration t) const {
        return units::WaterVapourFlux::g_per_m2_h(surface_loss(t).in(units::g_per_m2_h) +
                                                  tewl.in(units::g_per_m2_h));
    }
    /// The water that left until `t`: sum of A/k (1 - exp(-k t)), with k per hour.
    /// example  60 g/m2/h, half-life 5 min, 25 min: 6.98805410431 g/m2
    units::SswlMass water_lost(units::Duration t) const {
        double sum = 0;
        for (const Decay& each : {fast, slow}) {
            const double per_hour = std::log(2.0) / each.half_life.in(units::hours);
            sum -= each.start.in(units::g_per_m2_h) / per_hour *
                   std::expm1(-per_hour * t.in(units::hours));
        }
        return units::SswlMass::g_per_m2(sum);
    }
    /// All the water that will leave.
    units::SswlMass water_held() const {
        double sum = 0;
        for (const Decay& each : {fast, slow}) {
            sum += each.start.in(units::g_per_m2_h)*each.half_life.in(units::hours) / std::log(2.0);
        }
        return units::SswlMass::g_per_m2(sum);
    }
};

/// Water lost by a record, without a model: the area between the recorded flux and the TEWL at the
/// end, by the trapezoid rule from the first to the last sample. Flux below that TEWL counts as
/// negative; nothing is extrapolated. `out_of_range` for fewer than two samples, times that do not
/// increase, or values that are no numbers.
/// at  one time for each flux
inline units::Checked<units::SswlMass> recorded_water_loss(
    std::span<const units::Duration> at, std::span<const units::WaterVapourFlux> flux,
    units::Tewl at_the_end) {
    if (at.size() < 2 || at.size() != flux.size()) return units::Reason::out_of_range;
    const double level = at_the_end.in(units::g_per_m2_h);
    double twice = 0;
    for (std::size_t i = 1; i < at.size(); ++i) {
        const double hours = (at[i] - at[i - 1]).in(units::seconds) / 3600;
        if (!(hours > 0)) return units::Reason::out_of_range;
        twice += hours * ((flux[i] + flux[i - 1]).in(units::g_per_m2_h)-2 * level);
    }
    if (!std::isfinite(twice)) return units::Reason::out_of_range;
    return units::SswlMass::g_per_m2(twice / 2);
}

}  // namespace eczscore::trial
