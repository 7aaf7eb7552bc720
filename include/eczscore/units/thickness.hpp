// SPDX-License-Identifier: BSL-1.0
// Ultrasound and OCT: thicknesses, and echogenicity in the grey levels of one machine.
#pragma once

#include "eczscore/units/hydration.hpp"
#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Canonical um.
struct Micrometres {
    template <class Q>
    struct Makers {
        static constexpr Q um(double value) { return Q(value, {"um"}); }
        static constexpr Q mm(double value) { return Q(value, {"mm", 1000}); }
    };
};
inline constexpr UnitOf<Micrometres> um{"um"};
inline constexpr UnitOf<Micrometres> thickness_mm{"mm", 1000};

namespace kind {

struct EpidermalThickness {
    using Units = Micrometres;
    static constexpr KindInfo info{.id = "epidermal_thickness",
                                   .label = "Epidermal thickness",
                                   .ucum = "um",
                                   .unit = detail::micrometre,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium,
                                   .limits = detail::at_least(0, detail::by_definition)};
};
struct DermalThickness {
    using Units = Micrometres;
    static constexpr KindInfo info{.id = "dermal_thickness",
                                   .label = "Dermal thickness",
                                   .ucum = "um",
                                   .unit = detail::micrometre,
                                   .limits = detail::at_least(0, detail::by_definition)};
};
struct SlebThickness {
    using Units = Micrometres;
    static constexpr KindInfo info{.id = "sleb_thickness",
                                   .label = "Thickness of the subepidermal low-echogenic band",
                                   .ucum = "um",
                                   .unit = detail::micrometre,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium,
                                   .limits = detail::at_least(0, detail::by_definition)};
};
/// Grey levels; gain and probe frequency are part of the machine, so name them in `Device`.
template <class Device>
struct Echogenicity {
    using Units = DeviceUnit<Device>;
    static constexpr KindInfo info{.id = "echogenicity",
                                   .label = "Echogenicity",
                                   .ucum = "{grey_level}",
                                   .device = Device::id,
                                   .better = BetterWhen::higher,
                                   .better_confidence = Confidence::medium};
};

}  // namespace kind

using EpidermalThickness = Quantity<kind::EpidermalThickness>;
using DermalThickness = Quantity<kind::DermalThickness>;
using SlebThickness = Quantity<kind::SlebThickness>;
template <class Device>
using Echogenicity = Quantity<kind::Echogenicity<Device>>;

}  // namespace eczscore::units
