// SPDX-License-Identifier: BSL-1.0
// Unventilated closed chamber: flux from how fast the humidity rises.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/vapour_pressure.hpp"

namespace eczscore::units {

/// Canonical %/s.
struct HumidityRise {
    template <class Q>
    struct Makers {
        static constexpr Q percent_per_s(double value) { return Q(value, {"%/s"}); }
    };
};
inline constexpr UnitOf<HumidityRise> percent_per_s{"%/s"};
namespace kind {
struct HumidityRate {
    using Units = HumidityRise;
    static constexpr KindInfo info{.id = "humidity_rate",
                                   .label = "Rate of humidity rise",
                                   .ucum = "%/s",
                                   .unit = {Exact::ratio(1, 100), dimension({.time = -1})}};
};
}  // namespace kind
using HumidityRate = Quantity<kind::HumidityRate>;

namespace detail {
/// g/m2/h for a rise of 1 %/s.
inline double flux_per_rise(EffectiveHeight height, double saturated, double kelvins) {
    const double metres = height.in(chamber_millimetres) / 1000;
    return 3.6e6 * metres * water_kg_per_mol * saturated / (gas_constant * kelvins) / 100;
}
}  // namespace detail

/// J = h M psat(t)/(R T) d(RH/100)/dt, for a well mixed, isothermal chamber without sorption and
/// leak, far from saturation. `out_of_range` for a height of 0 or less.
/// example  10 mm, 25 Cel, 0.8 %/s: 6.6342036025 g/m2/h
inline Checked<WaterVapourFlux> closed_chamber_flux(EffectiveHeight height,
                                                    SensorTemperature temperature,
                                                    HumidityRate rate,
                                                    Saturation by = Saturation::iapws_if97) {
    const auto saturated = saturation_pressure(temperature, by);
    if (!saturated.ok() || !(height.in(chamber_millimetres) > 0)) return Reason::out_of_range;
    const double unit =
        detail::flux_per_rise(height, saturated.value().in(pascals), temperature.in(kelvin));
    return WaterVapourFlux::g_per_m2_h(unit * rate.in(percent_per_s));
}

/// The rise that a flux makes in a chamber.
/// example  10 g/m2/h, 10 mm, 25 Cel: 1.20587194475 %/s
inline Checked<HumidityRate> humidity_rate_of(WaterVapourFlux flux, EffectiveHeight height,
                                              SensorTemperature temperature,
                                              Saturation by = Saturation::iapws_if97) {
    const auto saturated = saturation_pressure(temperature, by);
    if (!saturated.ok() || !(height.in(chamber_millimetres) > 0)) return Reason::out_of_range;
    const double unit =
        detail::flux_per_rise(height, saturated.value().in(pascals), temperature.in(kelvin));
    return HumidityRate::percent_per_s(flux.in(g_per_m2_h) / unit);
}

/// Why a record of humidity gives no rate.
enum class RiseFault : std::uint8_t {
    none,
    too_few,       ///< fewer than 3 samples, or lists of two lengths
    out_of_order,  ///< times do not increase
    too_humid,     ///< a humidity above the limit, or none that can be
    falling        ///< the humidity falls within the window: a leak, or a lifted probe
};
constexpr Text name(RiseFault fault) {
    constexpr Text names[] = {"none", "too_few", "out_of_order", "too_humid", "falling"};
    return name_of(names, fault);
}

/// Above this humidity a rise is no longer taken as linear.
inline constexpr RelativeHumidity most_humid = RelativeHumidity::percent(80);
inline constexpr Evidence most_humid_evidence = detail::proposal;

/// The straight line through the initial window of a record.
struct RiseFit {
    RiseFault fault = RiseFault::too_few;
    HumidityRate rate = HumidityRate::percent_per_s(__builtin_nan(""));
    double r_squared = __builtin_nan("");  ///< NaN also when the humidity does not change
    std::size_t samples = 0;
    std::size_t at = 0;  ///< the first sample at fault

    constexpr bool ok() const { return fault == RiseFault::none; }
};

namespace detail {
inline RiseFault rise_fault(std::span<const double> at, std::span<const RelativeHumidity> rh,
                            RelativeHumidity most, std::size_t i) {
    const double humidity = rh[i].in(percent);
    if (!(humidity >= 0) || rh[i] > most) return RiseFault::too_humid;
    if (i > 0 && !(at[i] > at[i - 1])) return RiseFault::out_of_order;
    if (i > 0 && rh[i] < rh[i - 1]) return RiseFault::falling;
    return RiseFault::none;
}
}  // namespace detail

/// Least squares over the samples given, which are the caller's initial linear window; refused, not
/// trimmed, when they leave the range of the method.
/// at_seconds  increasing, as many as `humidity`
inline RiseFit humidity_rise(std::span<const double> at_seconds,
                             std::span<const RelativeHumidity> humidity,
                             RelativeHumidity most = most_humid) {
    RiseFit fit;
    const std::size_t n = at_seconds.size();
    if (n < 3 || humidity.size() != n) return fit;
    double mean_x = 0;
    double mean_y = 0;
    for (std::size_t i = 0; i < n; ++i) {
        fit.fault = detail::rise_fault(at_seconds, humidity, most, i);
        fit.at = i;
        if (!fit.ok()) return fit;
        mean_x += at_seconds[i] / static_cast<double>(n);
        mean_y += humidity[i].in(percent) / static_cast<double>(n);
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = at_seconds[i] - mean_x;
        const double y = humidity[i].in(percent)-mean_y;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    fit.at = 0;
    fit.samples = n;
    fit.rate = HumidityRate::percent_per_s(xy / xx);
    if (yy > 0) fit.r_squared = xy * xy / (xx * yy);
    return fit;
}

}  // namespace eczscore::units
