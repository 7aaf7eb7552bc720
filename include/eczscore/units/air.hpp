// SPDX-License-Identifier: BSL-1.0
// The air in and around a chamber: pressures, the temperature at a sensor, lengths of a chamber.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/percent.hpp"
#include "eczscore/units/quantity.hpp"
#include "eczscore/units/temperature.hpp"

namespace eczscore::units {

/// Canonical Pa.
struct Pressure {
    template <class Q>
    struct Makers {
        static constexpr Q pascals(double value) { return Q(value, {"Pa"}); }
        static constexpr Q hectopascals(double value) { return Q(value, {"hPa", 100}); }
        static constexpr Q kilopascals(double value) { return Q(value, {"kPa", 1000}); }
    };
};
inline constexpr UnitOf<Pressure> pascals{"Pa"};
inline constexpr UnitOf<Pressure> hectopascals{"hPa", 100};
inline constexpr UnitOf<Pressure> kilopascals{"kPa", 1000};

/// Canonical mm.
struct ChamberLength {
    template <class Q>
    struct Makers {
        static constexpr Q millimetres(double value) { return Q(value, {"mm"}); }
    };
};
inline constexpr UnitOf<ChamberLength> chamber_millimetres{"mm"};

/// Canonical kg/m3.
struct Density {
    template <class Q>
    struct Makers {
        static constexpr Q kg_per_m3(double value) { return Q(value, {"kg/m3"}); }
    };
};
inline constexpr UnitOf<Density> kg_per_m3{"kg/m3"};

namespace detail {
inline constexpr Unit pascal{1000, dimension({.length = -1, .mass = 1, .time = -2})};
}  // namespace detail

namespace kind {

/// Partial pressure of water vapour.
struct VapourPressure {
    using Units = Pressure;
    static constexpr KindInfo info{.id = "vapour_pressure",
                                   .label = "Water vapour pressure",
                                   .ucum = "Pa",
                                   .unit = detail::pascal};
};
/// Of the air as a whole.
struct AirPressure {
    using Units = Pressure;
    static constexpr KindInfo info{
        .id = "air_pressure", .label = "Air pressure", .ucum = "Pa", .unit = detail::pascal};
};
struct VapourDensity {
    using Units = Density;
    static constexpr KindInfo info{.id = "vapour_density",
                                   .label = "Water vapour density",
                                   .ucum = "kg/m3",
                                   .unit = {1000, mass_concentration}};
};
/// Where a humidity sensor, or a condenser, is: neither the skin's nor the room's.
struct SensorTemperature {
    using Units = TemperatureScale;
    using Difference = TemperatureDifference;
    static constexpr KindInfo info{.id = "sensor_temperature",
                                   .label = "Temperature at the sensor",
                                   .ucum = "Cel",
                                   .unit = {1, dimension({.temperature = 1}), Special::celsius},
                                   .algebra = Algebra::point,
                                   .aliases = detail::temperature_aliases};
};
/// Between the two sensors of an open chamber.
struct SensorSpacing {
    using Units = ChamberLength;
    static constexpr KindInfo info{.id = "sensor_spacing",
                                   .label = "Distance between the sensors",
                                   .ucum = "mm",
                                   .unit = detail::millimetre};
};
/// Volume of a closed chamber over the area of its orifice.
struct EffectiveHeight {
    using Units = ChamberLength;
    static constexpr KindInfo info{.id = "effective_height",
                                   .label = "Chamber volume over orifice area",
                                   .ucum = "mm",
                                   .unit = detail::millimetre};
};
/// From the wall sensor of a condenser chamber to its condenser.
struct DiffusionPath {
    using Units = ChamberLength;
    static constexpr KindInfo info{.id = "diffusion_path",
                                   .label = "Distance from sensor to condenser",
                                   .ucum = "mm",
                                   .unit = detail::millimetre};
};

}  // namespace kind

using VapourPressure = Quantity<kind::VapourPressure>;
using AirPressure = Quantity<kind::AirPressure>;
using VapourDensity = Quantity<kind::VapourDensity>;
using SensorTemperature = Quantity<kind::SensorTemperature>;
using SensorSpacing = Quantity<kind::SensorSpacing>;
using EffectiveHeight = Quantity<kind::EffectiveHeight>;
using DiffusionPath = Quantity<kind::DiffusionPath>;

/// What one sensor pair measures; the temperature is the one at the humidity sensor.
struct AirSensor {
    SensorTemperature temperature;
    RelativeHumidity humidity;
};

}  // namespace eczscore::units
