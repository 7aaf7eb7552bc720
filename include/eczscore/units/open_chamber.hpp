// SPDX-License-Identifier: BSL-1.0
// Open chamber: flux from the vapour pressures at two sensors.
#pragma once

#include "eczscore/units/flux.hpp"
#include "eczscore/units/vapour_diffusion.hpp"

namespace eczscore::units {

/// A flux along a gradient of vapour pressure, and all it was worked out with. It is raw: sweat and
/// surface water are in it.
struct GradientFlux {
    Checked<WaterVapourFlux> flux = Reason::out_of_range;
    Checked<VapourPressure> near_skin = Reason::out_of_range;
    Checked<VapourPressure> away = Reason::out_of_range;
    Diffusion diffusion = nilsson_constant;
    Saturation saturation = Saturation::iapws_if97;
};

namespace detail {
/// D' (p_near - p_away) / length, length in mm.
inline void set_flux(GradientFlux& result, double millimetres) {
    const double constant = stored(result.diffusion.value);
    if (!result.near_skin.ok() || !result.away.ok() || !(millimetres > 0) || !(constant > 0)) {
        return;
    }
    const double drop = stored(result.near_skin.value()) - stored(result.away.value());
    const double flux = constant * drop / (millimetres / 1000);
    if (flux - flux == 0) result.flux = WaterVapourFlux::g_per_m2_h(flux);
}
}  // namespace detail

/// E = D' (p_inner - p_outer) / spacing; positive is loss. The spacing belongs to the device and
/// has no default. `out_of_range` for a spacing of 0 or less and for what `vapour_pressure`
/// refuses.
/// With 5 mm and 28 Cel, one percentage point of humidity at the inner sensor is 5.07 g/m2/h and
/// 0.1 K is 1.33 g/m2/h: without matched, calibrated sensors this is no clinical measurement.
/// example  28.0 Cel 45 %, 26.5 Cel 46 %, 5 mm: 14.5531245983 g/m2/h
inline GradientFlux open_chamber_flux(const AirSensor& inner, const AirSensor& outer,
                                      SensorSpacing spacing, Diffusion diffusion = nilsson_constant,
                                      Saturation saturation = Saturation::iapws_if97) {
    GradientFlux result{.near_skin = vapour_pressure(inner, saturation),
                        .away = vapour_pressure(outer, saturation),
                        .diffusion = diffusion,
                        .saturation = saturation};
    detail::set_flux(result, spacing.in(chamber_millimetres));
    return result;
}

}  // namespace eczscore::units
