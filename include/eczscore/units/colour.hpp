// SPDX-License-Identifier: BSL-1.0
// Skin colour: CIELAB, colour difference of 1976, and the individual typology angle.
#pragma once

#include "eczscore/core/list.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Degrees of angle.
struct Degrees {
    template <class Q>
    struct Makers {
        static constexpr Q degrees(double value) { return Q(value, {"deg"}); }
    };
};
inline constexpr UnitOf<Degrees> degrees{"deg"};
/// Differences of CIELAB coordinates, without a unit.
struct ColourSteps {
    template <class Q>
    using Makers = PlainMaker<Q>;
};
inline constexpr UnitOf<ColourSteps> colour_units{"1"};

namespace kind {

struct Lightness {
    using Units = ColourSteps;
    static constexpr KindInfo info{.id = "lightness",
                                   .label = "L*",
                                   .ucum = "1",
                                   .limits = detail::between(0, 100, detail::by_definition)};
};
struct AStar {
    using Units = ColourSteps;
    static constexpr KindInfo info{.id = "a_star",
                                   .label = "a*, green to red",
                                   .ucum = "1",
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high};
};
struct BStar {
    using Units = ColourSteps;
    static constexpr KindInfo info{.id = "b_star", .label = "b*, blue to yellow", .ucum = "1"};
};
struct DeltaE1976 {
    using Units = ColourSteps;
    static constexpr KindInfo info{.id = "delta_e_1976",
                                   .label = "Colour difference, CIE 1976",
                                   .ucum = "1",
                                   .limits = detail::at_least(0, detail::by_definition)};
};
struct DeltaE2000 {
    using Units = ColourSteps;
    static constexpr KindInfo info{.id = "delta_e_2000",
                                   .label = "Colour difference, CIEDE2000",
                                   .ucum = "1",
                                   .limits = detail::at_least(0, detail::by_definition)};
};
/// Not a Fitzpatrick type, and meaningless on lesional skin, whose redness shifts b* and L*.
struct Ita {
    using Units = Degrees;
    static constexpr KindInfo info{.id = "ita",
                                   .label = "Individual typology angle",
                                   .ucum = "deg",
                                   .unit = {1, dimension({.angle = 1})},
                                   .better_confidence = Confidence::high,
                                   .limits = detail::between(-90, 90, detail::by_definition)};
};
struct HueAngle {
    using Units = Degrees;
    static constexpr KindInfo info{.id = "hue_angle",
                                   .label = "Hue angle",
                                   .ucum = "deg",
                                   .unit = {1, dimension({.angle = 1})},
                                   .limits = detail::between(-360, 360, detail::by_definition)};
};

}  // namespace kind

using Lightness = Quantity<kind::Lightness>;
using AStar = Quantity<kind::AStar>;
using BStar = Quantity<kind::BStar>;
using DeltaE1976 = Quantity<kind::DeltaE1976>;
using DeltaE2000 = Quantity<kind::DeltaE2000>;
using Ita = Quantity<kind::Ita>;
using HueAngle = Quantity<kind::HueAngle>;

/// A colour. Illuminant, observer angle and aperture belong beside it: instruments that differ in
/// aperture alone give other numbers.
struct Lab {
    Lightness l;
    AStar a;
    BStar b;

    /// The colour with these CIELAB coordinates.
    static constexpr Lab of(double l, double a, double b) {
        return {Lightness::of(l), AStar::of(a), BStar::of(b)};
    }
};

/// What is wrong with a colour.
enum class LabFault : std::uint8_t {
    none,
    not_finite,
    negative_lightness,
    eight_bit  ///< L* above 100: as an image library scales it
};
/// What is wrong with a colour. Imaging libraries with 8 bits a channel scale L* to 255 and shift
/// a* and b* by 128; an L* above 100 is taken for that.
constexpr LabFault lab_fault(const Lab& colour) {
    const double l = colour.l.in(colour_units);
    const double sum = l + colour.a.in(colour_units) + colour.b.in(colour_units);
    if (!(sum - sum == 0)) return LabFault::not_finite;
    if (l > 100) return LabFault::eight_bit;
    return l < 0 ? LabFault::negative_lightness : LabFault::none;
}

/// sqrt(dL^2 + da^2 + db^2); NaN when a colour has a fault.
inline DeltaE1976 delta_e_1976(const Lab& x, const Lab& y) {
    if (lab_fault(x) != LabFault::none || lab_fault(y) != LabFault::none) {
        return DeltaE1976::of(__builtin_nan(""));
    }
    const double l = (x.l - y.l).in(colour_units);
    const double a = (x.a - y.a).in(colour_units);
    const double b = (x.b - y.b).in(colour_units);
    return DeltaE1976::of(__builtin_sqrt(l * l + a * a + b * b));
}

/// An angle, or why there is none.
struct ItaResult {
    Ita ita = Ita::degrees(__builtin_nan(""));
    Reason reason = Reason::none;

    constexpr bool ok() const { return reason == Reason::none; }
};
/// (180/pi) arctan((L* - 50)/b*). Defined for b* above 0 only: elsewhere the arctangent wraps, and
/// the reason is `out_of_range`. Of uninvolved skin that the sun does not reach.
/// example  (65.2, 16.3): 43.000007701, light
inline ItaResult ita(Lightness l, BStar b) {
    ItaResult result;
    const double height = l.in(colour_units)-50;
    const double width = b.in(colour_units);
    if (!(width > 0) || !(height >= -50 && height <= 50)) {
        result.reason = Reason::out_of_range;
        return result;
    }
    constexpr double degrees_per_radian = 57.295779513082320876798154814105;
    result.ita = Ita::degrees(degrees_per_radian * __builtin_atan2(height, width));
    return result;
}

/// A class of typology angles, without its lower bound and with its upper one.
struct ItaClass {
    Text id;
    Text label;
    double above;
    double up_to;
};
/// The six classes of Chardon and Del Bino. Another mapping cuts at 19 degrees, and codes differ in
/// which bound is included; these include the upper one.
inline constexpr ItaClass ita_classes[] = {{"very_light", "very light", 55, 90},
                                           {"light", "light", 41, 55},
                                           {"intermediate", "intermediate", 28, 41},
                                           {"tan", "tan", 10, 28},
                                           {"brown", "brown", -30, 10},
                                           {"dark", "dark", -90, -30}};
inline constexpr Evidence ita_class_evidence{
    cite("ita_implementations"), Confidence::high,
    "repeated in many public implementations; the original papers were not seen"};

/// The class of an angle; null for NaN and beyond a right angle.
constexpr const ItaClass* ita_class(Ita angle) {
    const double value = angle.in(degrees);
    for (const ItaClass& row : ita_classes) {
        const bool lowest = row.above == -90 && value == -90;
        if ((value > row.above || lowest) && value <= row.up_to) return &row;
    }
    return nullptr;
}

}  // namespace eczscore::units
