// SPDX-License-Identifier: BSL-1.0
// Temperatures are points of a scale; their differences are another kind, in kelvin.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// A point of a temperature scale; canonical Cel.
struct TemperatureScale {
    template <class Q>
    struct Makers {
        static constexpr Q celsius(double value) { return Q(value, {"Cel"}); }
        static constexpr Q kelvin(double value) { return Q(value, {"K", 1, 1, -273.15}); }
        static constexpr Q fahrenheit(double value) { return Q(value, {"[degF]", 5, 9, -160}); }
    };
};
inline constexpr UnitOf<TemperatureScale> celsius{"Cel"};
inline constexpr UnitOf<TemperatureScale> kelvin{"K", 1, 1, -273.15};
inline constexpr UnitOf<TemperatureScale> fahrenheit{"[degF]", 5, 9, -160};

struct TemperatureSteps {
    template <class Q>
    struct Makers {
        static constexpr Q kelvin(double value) { return Q(value, {"K"}); }
    };
};
inline constexpr UnitOf<TemperatureSteps> kelvin_difference{"K"};

namespace kind {

struct TemperatureDifference {
    using Units = TemperatureSteps;
    static constexpr KindInfo info{.id = "temperature_difference",
                                   .label = "Temperature difference",
                                   .ucum = "K",
                                   .unit = {1, dimension({.temperature = 1})}};
};
struct SkinTemperature {
    using Units = TemperatureScale;
    using Difference = TemperatureDifference;
    static constexpr KindInfo info{.id = "skin_temperature",
                                   .label = "Skin temperature",
                                   .ucum = "Cel",
                                   .unit = {1, dimension({.temperature = 1}), Special::celsius},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium,
                                   .algebra = Algebra::point,
                                   .limits = detail::between(15, 42, detail::proposal),
                                   .aliases = detail::temperature_aliases,
                                   .note = "lower in an inflamed lesion"};
};
struct AmbientTemperature {
    using Units = TemperatureScale;
    using Difference = TemperatureDifference;
    static constexpr KindInfo info{.id = "ambient_temperature",
                                   .label = "Ambient temperature",
                                   .ucum = "Cel",
                                   .unit = {1, dimension({.temperature = 1}), Special::celsius},
                                   .algebra = Algebra::point,
                                   .limits = detail::between(10, 40, detail::proposal),
                                   .aliases = detail::temperature_aliases};
};

}  // namespace kind

using SkinTemperature = Quantity<kind::SkinTemperature>;
using AmbientTemperature = Quantity<kind::AmbientTemperature>;
using TemperatureDifference = Quantity<kind::TemperatureDifference>;

}  // namespace eczscore::units
