// SPDX-License-Identifier: BSL-1.0
// Hydration readings: the device is part of the type, because arbitrary units
// differ from device to device.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/percent.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// A reading in the unit of one device model.
template <class Device>
struct DeviceUnit {
    template <class Q>
    struct Makers {
        static constexpr Q reading(double value) { return Q(value, typename Q::UnitType{}); }
    };
};
/// The unit of a device's display: `x.in(display<CorneometerCm825>)`.
template <class Device>
inline constexpr UnitOf<DeviceUnit<Device>> display{};

/// A device model for hydration. One's own device is five such lines: readings of two models never
/// mix, not even of one technique.
struct CorneometerCm820 {
    static constexpr Text id = "corneometer_cm820", label = "Corneometer CM 820", ucum = "{AU}";
    static constexpr Limits scale = detail::between(0, 120, detail::scale_from_memory);
};
/// Corneometer CM 825 (capacitance), arbitrary units.
struct CorneometerCm825 {
    static constexpr Text id = "corneometer_cm825", label = "Corneometer CM 825", ucum = "{AU}";
    static constexpr Limits scale = detail::between(0, 120, detail::scale_from_memory);
};
/// MoistureMeterSC (capacitance), arbitrary units.
struct MoistureMeterSc {
    static constexpr Text id = "moisture_meter_sc", label = "MoistureMeterSC", ucum = "{AU}";
    static constexpr Limits scale = detail::between(0, 150, detail::scale_from_memory);
};
/// Skicon-100 (conductance), in microsiemens.
struct Skicon100 {
    static constexpr Text id = "skicon_100", label = "Skicon-100", ucum = "uS";
    static constexpr Limits scale = detail::between(0, 2000, detail::scale_from_memory);
};
/// Skicon-200 (conductance), in microsiemens.
struct Skicon200 {
    static constexpr Text id = "skicon_200", label = "Skicon-200", ucum = "uS";
    static constexpr Limits scale = detail::between(0, 2000, detail::scale_from_memory);
};
/// Skicon-200EX (conductance), in microsiemens.
struct Skicon200Ex {
    static constexpr Text id = "skicon_200ex", label = "Skicon-200EX", ucum = "uS";
    static constexpr Limits scale = detail::between(0, 2000, detail::scale_from_memory);
};
/// Nova DPM 9003 (impedance), in units of its own.
struct NovaDpm9003 {
    static constexpr Text id = "nova_dpm_9003", label = "Nova DPM 9003", ucum = "{DPM}";
    static constexpr Limits scale = detail::between(90, 999, detail::scale_from_memory);
};
/// DermaLab hydration probe, arbitrary units.
struct Dermalab {
    static constexpr Text id = "dermalab", label = "DermaLab hydration probe", ucum = "{AU}";
    static constexpr Limits scale{};
};
/// DermaLab hydration probe, set to microsiemens.
struct DermalabUs {
    static constexpr Text id = "dermalab_us", label = "DermaLab hydration probe, uS", ucum = "uS";
    static constexpr Limits scale{};
};
/// Epsilon: relative permittivity.
struct Epsilon {
    static constexpr Text id = "epsilon", label = "Epsilon, permittivity", ucum = "1";
    static constexpr Limits scale = detail::between(1, 85, detail::scale_from_memory);
};
/// gpskin, arbitrary units.
struct Gpskin {
    static constexpr Text id = "gpskin", label = "gpskin", ucum = "{AU}";
    static constexpr Limits scale = detail::between(0, 100, detail::scale_from_memory);
};

namespace detail {
consteval Unit device_unit(Text ucum) {
    if (ucum == Text("uS")) {
        return {Exact::ratio(1, 1'000'000'000),
                dimension({.length = -2, .mass = -1, .time = 1, .charge = 2})};
    }
    return {};
}
inline constexpr List<Alias> no_aliases{};
consteval List<Alias> aliases_of(Text ucum) {
    return ucum == Text("{AU}") ? List<Alias>(device_aliases) : no_aliases;
}
}  // namespace detail

namespace kind {
/// Readings of one device model; higher is wetter.
template <class Device>
struct Hydration {
    using Units = DeviceUnit<Device>;
    static constexpr KindInfo info{.id = Device::id,
                                   .label = Device::label,
                                   .ucum = Device::ucum,
                                   .unit = detail::device_unit(Device::ucum),
                                   .device = Device::id,
                                   .better = BetterWhen::higher,
                                   .better_confidence = Confidence::high,
                                   .limits = Device::scale,
                                   .aliases = detail::aliases_of(Device::ucum)};
};
}  // namespace kind
template <class Device>
using Hydration = Quantity<kind::Hydration<Device>>;

// Tissue dielectric constant, at 300 MHz.

/// MoistureMeterD.
struct MoistureMeterD {
    static constexpr Text id = "tdc_moisture_meter_d", label = "MoistureMeterD";
};
/// LymphScanner.
struct LymphScanner {
    static constexpr Text id = "tdc_lymph_scanner", label = "LymphScanner";
};
namespace kind {
template <class Device>
struct Tdc {
    using Units = DeviceUnit<Device>;
    static constexpr KindInfo info{.id = Device::id,
                                   .label = Device::label,
                                   .ucum = "1",
                                   .device = Device::id,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(1, detail::by_definition),
                                   .note = "oedema raises it"};
};
}  // namespace kind
template <class Device>
using Tdc = Quantity<kind::Tdc<Device>>;

inline constexpr Evidence percent_water_evidence{
    cite("moisture_meter_d_page"), Confidence::medium,
    "derived: a straight line through the two ends that the maker states; its formula is not "
    "published, and the permittivity of water is quoted as 78.5 and 80"};

/// Percentage water content of a tissue dielectric constant, 100 (TDC - 1) / (eps_w - 1): a
/// proposal, not a published formula, so the permittivity of water has no default. NaN unless
/// `eps_w` is above 1.
template <class Device>
constexpr PercentWater percent_water(Tdc<Device> tdc, double eps_w) {
    const double excess = eps_w > 1 ? eps_w - 1 : __builtin_nan("");
    return PercentWater::percent(100 * (detail::stored(tdc) - 1) / excess);
}

}  // namespace eczscore::units
