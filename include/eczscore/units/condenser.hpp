// SPDX-License-Identifier: BSL-1.0
// Closed chamber with a condenser: the ice there fixes the vapour pressure at one end.
#pragma once

#include "eczscore/units/open_chamber.hpp"

namespace eczscore::units {

/// J = D' (p_s - p_condenser) / path. `wall` is the sensor in the wall, the pressure over the
/// condenser is that of ice; `GradientFlux::saturation` names the formula used at the wall. The
/// condenser's temperature belongs to the device and has no default: none could be verified.
/// example  wall 24.0 Cel 20 %, condenser -7.65 Cel, 8 mm: 23.2453422216 g/m2/h
inline GradientFlux condenser_flux(const AirSensor& wall, SensorTemperature condenser,
                                   DiffusionPath path, Diffusion diffusion = nilsson_constant,
                                   Saturation at_wall = Saturation::iapws_if97,
                                   Saturation over_ice = Saturation::magnus_ice) {
    GradientFlux result{.near_skin = vapour_pressure(wall, at_wall),
                        .away = Reason::out_of_range,
                        .diffusion = diffusion,
                        .saturation = at_wall};
    if (formula(over_ice).over_ice) result.away = saturation_pressure(condenser, over_ice);
    detail::set_flux(result, path.in(chamber_millimetres));
    return result;
}

}  // namespace eczscore::units
