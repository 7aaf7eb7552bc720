// SPDX-License-Identifier: BSL-1.0
// What the tests of the physics of evaporimeters share: readings of air, and numbers of results.
#pragma once

#include <cmath>

#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/vapour_pressure.hpp"

namespace physics {

using namespace eczscore::units;

/// The examples are printed to 12 digits or more; half a unit in the twelfth.
inline bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
inline SensorTemperature at(double t) { return SensorTemperature::celsius(t); }
inline AirSensor air(double t, double rh) { return {at(t), RelativeHumidity::percent(rh)}; }
inline SensorSpacing spaced(double mm) { return SensorSpacing::millimetres(mm); }
inline double pa(const Checked<VapourPressure>& p) { return p.value().in(pascals); }
inline double flux(const Checked<WaterVapourFlux>& f) { return f.value().in(g_per_m2_h); }
inline double psat(double t, Saturation by = Saturation::iapws_if97) {
    return pa(saturation_pressure(at(t), by));
}
inline constexpr Saturation over_water[] = {Saturation::iapws_if97,        Saturation::magnus_wmo,
                                            Saturation::alduchov_eskridge, Saturation::buck1981,
                                            Saturation::buck1996,          Saturation::tetens};

}  // namespace physics
