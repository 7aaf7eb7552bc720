// SPDX-License-Identifier: BSL-1.0
// The diffusion constant D' of water vapour in air: three values in use, each named where used.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/vapour_pressure.hpp"

namespace eczscore::units {

/// Canonical g/(m h Pa). Its dimension is that of a time, so only its kind keeps it apart.
struct DiffusionScale {
    template <class Q>
    struct Makers {
        static constexpr Q g_per_m_h_pa(double value) { return Q(value, {"g/m/h/Pa"}); }
        /// Of the conventional millimetre of mercury, 133.322387415 Pa. (UCUM's mm[Hg] is 133.322.)
        static constexpr Q g_per_m_h_mmhg(double value) { return Q(value, {"", 1, 133.322387415}); }
    };
};
inline constexpr UnitOf<DiffusionScale> g_per_m_h_pa{"g/m/h/Pa"};
inline constexpr UnitOf<DiffusionScale> g_per_m_h_mmhg{"", 1, 133.322387415};

namespace kind {
struct DiffusionConstant {
    using Units = DiffusionScale;
    static constexpr KindInfo info{.id = "diffusion_constant",
                                   .label = "Diffusion constant of water vapour",
                                   .ucum = "g/m/h/Pa",
                                   .unit = {Exact::ratio(1, 3'600'000), dimension({.time = 1})}};
};
}  // namespace kind
using DiffusionConstant = Quantity<kind::DiffusionConstant>;

/// D' with its name and source, as it is recorded in every result.
struct Diffusion {
    DiffusionConstant value;
    Text id{};
    Evidence evidence{};
};

inline constexpr Diffusion nilsson_constant{
    DiffusionConstant::g_per_m_h_pa(0.670e-3), "nilsson_constant",
    Evidence{.source = cite("nilsson_1977"),
             .confidence = Confidence::medium,
             .note = "not printed in the abstract seen; unverified",
             .from_memory = true}};
inline constexpr Diffusion ck_constant{
    DiffusionConstant::g_per_m_h_mmhg(0.0877), "ck_constant",
    Evidence{cite("tewameter_page"), Confidence::high,
             "printed as 0.0877 g/(m h mmHg); 1.8 % below Nilsson's"}};

/// D'(T, P) from the diffusivity 0.2178e-4 m2/s (T/273.15)^1.81 (101325 Pa/P) and the gas law.
/// `out_of_range` unless both are above 0 and finite.
/// example  25 Cel and 84 kPa: 8.05397473608e-4 g/(m h Pa), 20.6 % above that at sea level
template <Temperature K>
inline Checked<DiffusionConstant> physical_constant(Quantity<K> temperature, AirPressure pressure) {
    const double t = temperature.in(kelvin);
    const double p = pressure.in(pascals);
    if (!(t > 0 && t < 1e4 && p > 0 && p < 1e9)) return Reason::out_of_range;
    const double diffusivity = 0.2178e-4 * __builtin_pow(t / 273.15, 1.81) * (101325.0 / p);
    return DiffusionConstant::g_per_m_h_pa(3.6e6 * diffusivity * water_kg_per_mol /
                                           (gas_constant * t));
}
inline constexpr Evidence physical_constant_evidence{.source = cite("massman_1998"),
                                                     .confidence = Confidence::medium,
                                                     .note = "the diffusivity; the rest is exact",
                                                     .from_memory = true};

/// The same, to be handed to a flux. NaN where `physical_constant` refuses.
template <Temperature K>
inline Diffusion physical(Quantity<K> temperature, AirPressure pressure) {
    const auto value = physical_constant(temperature, pressure);
    return {value.ok() ? value.value() : DiffusionConstant::g_per_m_h_pa(__builtin_nan("")),
            "physical", physical_constant_evidence};
}

/// Nilsson's instrument was specified for 15 to 40 Cel and 98 to 104 kPa.
inline constexpr Evidence constant_diffusion_range{
    cite("nilsson_1977"), Confidence::high,
    "15 to 40 Cel, 98 to 104 kPa; D' grows as 1/P, so a constant under-reads at altitude"};
/// Whether a constant diffusion coefficient is meant for these conditions.
template <Temperature K>
constexpr bool is_within_constant_range(Quantity<K> temperature, AirPressure pressure) {
    const double t = temperature.in(celsius);
    const double p = pressure.in(kilopascals);
    return t >= 15 && t <= 40 && p >= 98 && p <= 104;
}

}  // namespace eczscore::units
