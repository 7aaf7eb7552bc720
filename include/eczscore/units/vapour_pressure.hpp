// SPDX-License-Identifier: BSL-1.0
// Saturation vapour pressure by a named formula, and the vapour that a sensor sees.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/air.hpp"
#include "eczscore/units/any_quantity.hpp"

namespace eczscore::units {

/// A formula for the pressure of saturated water vapour. The choice alone moves a flux by up to
/// 0.31 %, so every result names it.
enum class Saturation : std::uint8_t {
    iapws_if97,  ///< the default over liquid water
    magnus_wmo,
    alduchov_eskridge,
    buck1981,
    buck1996,
    tetens,
    magnus_ice,  ///< the default over ice
    buck_ice
};
inline constexpr int saturation_count = 8;

/// What there is to know about a formula.
struct SaturationFormula {
    Text id{};
    Text label{};
    bool over_ice = false;
    Evidence evidence{};
};

inline constexpr SaturationFormula saturation_formulas[saturation_count] = {
    {"iapws_if97",
     "IAPWS-IF97, 273.15 to 647.096 K",
     false,
     {.source = cite("iapws_if97"),
      .confidence = Confidence::high,
      .note = "coefficients from memory; they reproduce the three check values of the release",
      .from_memory = true}},
    {"magnus_wmo",
     "Magnus, WMO (Sonntag 1990)",
     false,
     {cite("humidity_formulas"), Confidence::high}},
    {"alduchov_eskridge",
     "Alduchov and Eskridge 1996",
     false,
     {cite("humidity_formulas"), Confidence::high}},
    {"buck1981", "Buck 1981", false, {cite("humidity_formulas"), Confidence::high}},
    {"buck1996",
     "Buck 1996",
     false,
     {.source = cite("buck_1996"), .confidence = Confidence::medium, .from_memory = true}},
    {"tetens",
     "Tetens",
     false,
     {.source = cite("tetens"), .confidence = Confidence::medium, .from_memory = true}},
    {"magnus_ice",
     "Magnus over ice",
     true,
     {.source = cite("humidity_formulas"),
      .confidence = Confidence::medium,
      .note = "the form over ice was not seen",
      .from_memory = true}},
    {"buck_ice",
     "Buck over ice",
     true,
     {.source = cite("buck_1996"), .confidence = Confidence::medium, .from_memory = true}}};

/// The row of a formula for the saturation vapour pressure.
constexpr const SaturationFormula& formula(Saturation saturation) {
    return saturation_formulas[static_cast<unsigned>(saturation)];
}
constexpr Text name(Saturation saturation) { return formula(saturation).id; }

/// The gas constant in J/(mol K), exact in the SI, and the molar mass of water in kg/mol.
inline constexpr double gas_constant = 8.31446261815324;
inline constexpr double water_kg_per_mol = 0.018015268;

namespace detail {

/// In pascals; `t` in kelvin within the range of the formula.
inline double if97(double t) {
    const double theta = t + -0.23855557567849 / (t - 0.65017534844798e3);
    const double squared = theta * theta;
    const double a = squared + 0.11670521452767e4 * theta + -0.72421316703206e6;
    const double b =
        -0.17073846940092e2 * squared + 0.12020824702470e5 * theta + -0.32325550322333e7;
    const double c =
        0.14915108613530e2 * squared + -0.48232657361591e4 * theta + 0.40511340542057e6;
    const double root = 2 * c / (-b + __builtin_sqrt(b * b - 4 * a * c));
    return 1e6 * (root * root) * (root * root);
}

/// scale exp((slope - t/bend) t / (zero + t)), t in degrees Celsius; no bend when `bend` is 0.
struct Magnus {
    double scale, slope, zero, bend;
};
inline constexpr Magnus magnus[saturation_count] = {{0, 0, 0, 0},
                                                    {611.2, 17.62, 243.12, 0},
                                                    {610.94, 17.625, 243.04, 0},
                                                    {611.21, 17.502, 240.97, 0},
                                                    {611.21, 18.678, 257.14, 234.5},
                                                    {610.78, 17.27, 237.3, 0},
                                                    {611.2, 22.46, 272.62, 0},
                                                    {611.15, 23.036, 279.82, 333.7}};

inline double magnus_pressure(const Magnus& by, double t) {
    const double slope = by.bend == 0 ? by.slope : by.slope - t / by.bend;
    return by.scale * __builtin_exp(slope * t / (by.zero + t));
}

}  // namespace detail

/// A kind that is a point on a temperature scale.
template <class K>
concept Temperature = detail::SameKind<typename K::Units, TemperatureScale>::value;

/// The pressure of saturated vapour. `out_of_range` where the formula does not hold: IF97 outside
/// 273.15 to 647.096 K, over ice above the triple point, Magnus forms at or below their pole.
/// example  25 Cel, IF97: 3169.746854952 Pa
template <Temperature K>
inline Checked<VapourPressure> saturation_pressure(Quantity<K> temperature,
                                                   Saturation by = Saturation::iapws_if97) {
    const double t = temperature.in(celsius);
    if (by == Saturation::iapws_if97) {
        const double kelvins = temperature.in(kelvin);
        if (!(kelvins >= 273.15 && kelvins <= 647.096)) return Reason::out_of_range;
        return VapourPressure::pascals(detail::if97(kelvins));
    }
    const detail::Magnus& magnus = detail::magnus[static_cast<unsigned>(by)];
    const bool frozen = formula(by).over_ice;
    if (!(t + magnus.zero > 0) || !(t < 374) || (frozen && t > 0.01)) return Reason::out_of_range;
    return VapourPressure::pascals(detail::magnus_pressure(magnus, t));
}

/// The partial pressure at a sensor: RH/100 of the saturation pressure at its temperature.
/// `out_of_range` for a humidity outside 0 to 100 %.
inline Checked<VapourPressure> vapour_pressure(const AirSensor& sensor,
                                               Saturation by = Saturation::iapws_if97) {
    const double humidity = sensor.humidity.in(percent);
    if (!(humidity >= 0 && humidity <= 100)) return Reason::out_of_range;
    const auto saturated = saturation_pressure(sensor.temperature, by);
    if (!saturated.ok()) return saturated;
    return saturated.value() * (humidity / 100);
}

/// p M / (R T). For tables only: a flux follows the gradient of the pressure, not of the density.
template <Temperature K>
constexpr VapourDensity vapour_density(VapourPressure pressure, Quantity<K> temperature) {
    return VapourDensity::kg_per_m3(pressure.in(pascals)*water_kg_per_mol /
                                    (gas_constant * temperature.in(kelvin)));
}

}  // namespace eczscore::units
