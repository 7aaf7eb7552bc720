// SPDX-License-Identifier: BSL-1.0
// Erythema and melanin indices from reflectances: a device's own unit, like hydration.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/hydration.hpp"
#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Instruments for the indices; one's own is two lines.
struct ReflectanceGeneric {
    static constexpr Text id = "reflectance_generic";
    static constexpr Limits scale{};
};
/// DermaSpectrometer.
struct Dermaspectrometer {
    static constexpr Text id = "dermaspectrometer";
    static constexpr Limits scale{};
};
/// Mexameter MX 18.
struct MexameterMx18 {
    static constexpr Text id = "mexameter_mx18";
    static constexpr Limits scale{
        0, 999, true, true, {cite("takiwaki_1998"), Confidence::high, "the range of the display"}};
};

namespace kind {
/// In dark skin strongly confounded with melanin: never compared across classes of typology angle.
template <class Device>
struct ErythemaIndex {
    using Units = DeviceUnit<Device>;
    static constexpr KindInfo info{.id = "erythema_index",
                                   .label = "Erythema index",
                                   .ucum = "{index}",
                                   .device = Device::id,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = Device::scale};
};
template <class Device>
struct MelaninIndex {
    using Units = DeviceUnit<Device>;
    static constexpr KindInfo info{.id = "melanin_index",
                                   .label = "Melanin index",
                                   .ucum = "{index}",
                                   .device = Device::id,
                                   .better_confidence = Confidence::high,
                                   .limits = Device::scale};
};
}  // namespace kind
template <class Device>
using ErythemaIndex = Quantity<kind::ErythemaIndex<Device>>;
template <class Device>
using MelaninIndex = Quantity<kind::MelaninIndex<Device>>;

inline constexpr Evidence generic_index_evidence{
    .source = cite("takiwaki_1998"),
    .confidence = Confidence::medium,
    .note = "formula from memory; the DermaSpectrometer's bands are 568 and 655 nm, from memory",
    .from_memory = true};
inline constexpr Evidence mexameter_evidence{.source = cite("takiwaki_1998"),
                                             .confidence = Confidence::low,
                                             .note = "unverified: formula from memory",
                                             .from_memory = true};

namespace detail {
/// log10 of a quotient of reflectances; NaN unless both are above 0 and at most 1.
inline double log_reflectance(double above, double below) {
    const bool sound = above > 0 && above <= 1 && below > 0 && below <= 1;
    return sound ? __builtin_log10(above / below) : __builtin_nan("");
}
}  // namespace detail

/// 100 log10(R_red / R_green); reflectances in (0, 1], else NaN. See `generic_index_evidence`.
inline ErythemaIndex<ReflectanceGeneric> erythema_index(double r_green, double r_red) {
    return ErythemaIndex<ReflectanceGeneric>::reading(100 *
                                                      detail::log_reflectance(r_red, r_green));
}
/// 100 log10(1 / R_red). See `generic_index_evidence`.
inline MelaninIndex<ReflectanceGeneric> melanin_index(double r_red) {
    return MelaninIndex<ReflectanceGeneric>::reading(100 * detail::log_reflectance(1, r_red));
}
/// (500 / log10 5)(log10(R_red / R_green) + log10 5). Unverified: see `mexameter_evidence`.
inline ErythemaIndex<MexameterMx18> unverified_mexameter_erythema(double r_green, double r_red) {
    const double log5 = __builtin_log10(5.0);
    return ErythemaIndex<MexameterMx18>::reading(500 / log5 *
                                                 (detail::log_reflectance(r_red, r_green) + log5));
}
/// (500 / log10 5)(log10(R_infrared / R_red) + log10 5). Unverified: see `mexameter_evidence`.
inline MelaninIndex<MexameterMx18> unverified_mexameter_melanin(double r_red, double r_infrared) {
    const double log5 = __builtin_log10(5.0);
    return MelaninIndex<MexameterMx18>::reading(
        500 / log5 * (detail::log_reflectance(r_infrared, r_red) + log5));
}

}  // namespace eczscore::units
