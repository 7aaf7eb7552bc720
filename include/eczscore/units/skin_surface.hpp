// SPDX-License-Identifier: BSL-1.0
// What lies between vapour and skin: the humidity at the surface, and the temperature of the skin.
#pragma once

#include <initializer_list>

#include "eczscore/units/flux.hpp"
#include "eczscore/units/vapour_pressure.hpp"

namespace eczscore::units {

/// 100 p_s / psat(skin), with p_s the vapour pressure extrapolated to the surface: only for
/// instruments that show the profile. `out_of_range` when that lies outside 0 to 100 %.
inline Checked<RelativeHumidity> surface_humidity(VapourPressure at_surface, SkinTemperature skin,
                                                  Saturation by = Saturation::iapws_if97) {
    const auto saturated = saturation_pressure(skin, by);
    if (!saturated.ok()) return Reason::out_of_range;
    const double share = 100 * at_surface.in(pascals) / saturated.value().in(pascals);
    if (!(share >= 0 && share <= 100)) return Reason::out_of_range;
    return RelativeHumidity::percent(share);
}

/// The temperatures within which a log-linear adjustment is made at all.
inline constexpr SkinTemperature coolest_adjusted = SkinTemperature::celsius(28);
inline constexpr SkinTemperature warmest_adjusted = SkinTemperature::celsius(34);
inline constexpr Evidence adjusted_evidence = detail::proposal;

/// TEWL brought to another skin temperature: log10 TEWL(ref) = log10 TEWL(T) + slope (ref - T).
/// Nothing in this library calls it. Form and slope are disputed and unverified, so the slope has
/// no default; and `reference` must be one constant of the whole study, not each phase's own mean.
/// `out_of_range` when a temperature lies outside 28 to 34 Cel or TEWL is not above 0.
inline Checked<Tewl> temperature_adjusted(Tewl tewl, SkinTemperature skin,
                                          SkinTemperature reference, double log10_slope_per_k) {
    for (const SkinTemperature t : {skin, reference}) {
        if (!(t >= coolest_adjusted && t <= warmest_adjusted)) return Reason::out_of_range;
    }
    if (!(tewl.in(g_per_m2_h) > 0) || log10_slope_per_k - log10_slope_per_k != 0) {
        return Reason::out_of_range;
    }
    const double steps = (reference - skin).in(kelvin_difference);
    return tewl * __builtin_pow(10, log10_slope_per_k * steps);
}

}  // namespace eczscore::units
