// SPDX-License-Identifier: BSL-1.0
// A reading with its circumstances: never a bare number.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/duration.hpp"
#include "eczscore/units/percent.hpp"
#include "eczscore/units/site.hpp"
#include "eczscore/units/temperature.hpp"
#include "eczscore/units/tewl_device.hpp"

namespace eczscore::units {

/// A question that was answered, or was not.
enum class Stated : std::uint8_t { not_stated, no, yes };

/// What the room, the skin and the probe were like. What was not recorded is `not_stated`, and so
/// is no number.
struct Circumstances {
    Checked<AmbientTemperature> ambient = Reason::not_stated;
    Checked<RelativeHumidity> humidity = Reason::not_stated;
    Checked<Duration> acclimatisation = Reason::not_stated;
    Checked<SkinTemperature> skin = Reason::not_stated;
    Stated is_probe_heated = Stated::not_stated;
    Stated is_surface_horizontal = Stated::not_stated;
    Stated is_sweating = Stated::not_stated;
    Stated is_washed_or_treated = Stated::not_stated;  ///< recently, with water or a product
    Stated is_in_draught = Stated::not_stated;         ///< direct air flow on the probe
};

/// Whether the value is the value, or only a limit of it.
enum class DeviceRange : std::uint8_t {
    measured,
    below,  ///< the truth is below the value
    above   ///< the truth is above the value: the device was at its end
};
constexpr Text name(DeviceRange range) {
    constexpr Text names[] = {"measured", "below", "above"};
    return name_of(names, range);
}

/// One reading. Unit and kind are those of `value`, and a hydration device is in its kind; an
/// instrument for TEWL is named by `device`.
struct Measurement {
    AnyQuantity value;
    DeviceRange range = DeviceRange::measured;
    const TewlDevice* device = nullptr;
    Site site = site::not_stated;
    Lesion lesion = Lesion::not_stated;
    Side side = Side::not_stated;
    Checked<Duration> time = Reason::not_stated;  ///< since the study's own zero
    Circumstances at{};
};

/// A reading at or above the maximum of its device is "above the maximum", never equal to it.
constexpr Measurement with_saturation(Measurement reading) {
    if (reading.device == nullptr || !reading.device->has_maximum) return reading;
    const double most = reading.device->maximum.in(g_per_m2_h);
    const bool is_flux = reading.value.kind().id == Text("tewl") ||
                         reading.value.kind().id == Text("water_vapour_flux");
    if (is_flux && reading.value.canonical() >= most) {
        reading.range = DeviceRange::above;
        reading.value = AnyQuantity(reading.value.kind(), most);
    }
    return reading;
}

}  // namespace eczscore::units
