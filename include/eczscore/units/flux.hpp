// SPDX-License-Identifier: BSL-1.0
// Fluxes: TEWL, raw vapour flux, skin surface water loss and sebum rate are four kinds of one
// dimension.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Mass per area and time; canonical g/m2/h, the unit of the literature.
struct MassFlux {
    template <class Q>
    struct Makers {
        static constexpr Q g_per_m2_h(double value) { return Q(value, {"g/m2/h"}); }
        static constexpr Q mg_per_cm2_h(double value) { return Q(value, {"mg/cm2/h", 10}); }
        static constexpr Q ug_per_cm2_h(double value) { return Q(value, {"ug/cm2/h", 1, 100}); }
        static constexpr Q ug_per_cm2_min(double value) { return Q(value, {"ug/cm2/min", 3, 5}); }
        static constexpr Q kg_per_m2_s(double value) { return Q(value, {"kg/m2/s", 3'600'000}); }
    };
};
using FluxUnit = UnitOf<MassFlux>;

// Every factor is a ratio of small integers and exact.
inline constexpr FluxUnit g_per_m2_h{"g/m2/h"};
inline constexpr FluxUnit g_per_m2_min{"g/m2/min", 60};
inline constexpr FluxUnit g_per_m2_s{"g/m2/s", 3600};
inline constexpr FluxUnit g_per_m2_d{"g/m2/d", 1, 24};
inline constexpr FluxUnit kg_per_m2_h{"kg/m2/h", 1000};
inline constexpr FluxUnit kg_per_m2_s{"kg/m2/s", 3'600'000};
inline constexpr FluxUnit kg_per_m2_d{"kg/m2/d", 125, 3};
inline constexpr FluxUnit mg_per_m2_h{"mg/m2/h", 1, 1000};
inline constexpr FluxUnit mg_per_m2_s{"mg/m2/s", 18, 5};
inline constexpr FluxUnit ug_per_m2_s{"ug/m2/s", 9, 2500};
inline constexpr FluxUnit mg_per_cm2_h{"mg/cm2/h", 10};
inline constexpr FluxUnit mg_per_cm2_min{"mg/cm2/min", 600};
inline constexpr FluxUnit mg_per_cm2_d{"mg/cm2/d", 5, 12};
inline constexpr FluxUnit mg_per_dm2_h{"mg/dm2/h", 1, 10};
inline constexpr FluxUnit ug_per_cm2_h{"ug/cm2/h", 1, 100};
inline constexpr FluxUnit ug_per_cm2_min{"ug/cm2/min", 3, 5};
inline constexpr FluxUnit ug_per_cm2_s{"ug/cm2/s", 36};
inline constexpr FluxUnit ng_per_cm2_h{"ng/cm2/h", 1, 100'000};
inline constexpr FluxUnit ng_per_cm2_min{"ng/cm2/min", 3, 5000};
inline constexpr FluxUnit ng_per_cm2_s{"ng/cm2/s", 9, 250};
inline constexpr FluxUnit g_per_cm2_h{"g/cm2/h", 10'000};

/// Mass per area; canonical g/m2 for water, ug/cm2 for sebum and protein.
struct WaterMass {
    template <class Q>
    struct Makers {
        static constexpr Q g_per_m2(double value) { return Q(value, {"g/m2"}); }
    };
};
inline constexpr UnitOf<WaterMass> g_per_m2{"g/m2"};

struct SurfaceMass {
    template <class Q>
    struct Makers {
        static constexpr Q ug_per_cm2(double value) { return Q(value, {"ug/cm2"}); }
    };
};
inline constexpr UnitOf<SurfaceMass> ug_per_cm2{"ug/cm2"};

/// Sebum is given per cm2, so its rate is a family of its own.
struct SebumFlux {
    template <class Q>
    struct Makers {
        static constexpr Q ug_per_cm2_h(double value) { return Q(value, {"ug/cm2/h"}); }
    };
};
inline constexpr UnitOf<SebumFlux> sebum_ug_per_cm2_h{"ug/cm2/h"};

/// TEWL times strips: the area under TEWL over the strip number.
struct FluxStrips {
    template <class Q>
    struct Makers {
        static constexpr Q g_per_m2_h_strip(double value) { return Q(value, {"g/m2/h{strip}"}); }
    };
};
inline constexpr UnitOf<FluxStrips> g_per_m2_h_strip{"g/m2/h{strip}"};

namespace kind {

/// Flux after acclimatisation and the steady-state check; sweat is excluded.
struct Tewl {
    using Units = MassFlux;
    static constexpr KindInfo info{
        .id = "tewl",
        .label = "Transepidermal water loss",
        .ucum = "g/m2/h",
        .unit = detail::g_m2_h,
        .better = BetterWhen::lower,
        .better_confidence = Confidence::high,
        .limits = detail::between(-1, 100, detail::proposal),
        .aliases = detail::flux_aliases,
        .analyte = &water,
        .reads_dot_as_per = true,
        .note = "low right under an occlusive film too, where it says nothing of the barrier"};
};
/// What the instrument measures: sweat and surface water are in it, and it is no TEWL.
struct WaterVapourFlux {
    using Units = MassFlux;
    static constexpr KindInfo info{.id = "water_vapour_flux",
                                   .label = "Water vapour flux density",
                                   .ucum = "g/m2/h",
                                   .unit = detail::g_m2_h,
                                   .limits = detail::between(-1, 1000, detail::proposed_ceiling),
                                   .aliases = detail::flux_aliases,
                                   .analyte = &water};
};
/// Transient extra flux after occlusion or wetting.
struct Sswl {
    using Units = MassFlux;
    static constexpr KindInfo info{.id = "sswl",
                                   .label = "Skin surface water loss",
                                   .ucum = "g/m2/h",
                                   .unit = detail::g_m2_h,
                                   .better_confidence = Confidence::medium,
                                   .limits = detail::between(-1, 1000, detail::proposed_ceiling),
                                   .aliases = detail::flux_aliases,
                                   .analyte = &water};
};
struct SswlMass {
    using Units = WaterMass;
    static constexpr KindInfo info{.id = "sswl_mass",
                                   .label = "Water lost from the skin surface",
                                   .ucum = "g/m2",
                                   .unit = {1, mass_per_area},
                                   .better_confidence = Confidence::medium,
                                   .note = "higher means more water held"};
};
struct TewlStripArea {
    using Units = FluxStrips;
    static constexpr KindInfo info{.id = "tewl_auc_strips",
                                   .label = "Area under TEWL over tape strips",
                                   .ucum = "g/m2/h{strip}",
                                   .unit = detail::g_m2_h,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium};
};
struct SebumRate {
    using Units = SebumFlux;
    static constexpr KindInfo info{.id = "sebum_rate",
                                   .label = "Sebum excretion rate",
                                   .ucum = "ug/cm2/h",
                                   .unit = {Exact::ratio(1, 360'000), mass_flux},
                                   .limits = detail::at_least(0, detail::proposal)};
};
/// Casual level.
struct SebumLevel {
    using Units = SurfaceMass;
    static constexpr KindInfo info{.id = "sebum_level",
                                   .label = "Casual sebum level",
                                   .ucum = "ug/cm2",
                                   .unit = detail::ug_cm2,
                                   .limits = detail::at_least(0, detail::proposal)};
};
struct ProteinRemoved {
    using Units = SurfaceMass;
    static constexpr KindInfo info{.id = "protein_removed",
                                   .label = "Protein removed by tape strips",
                                   .ucum = "ug/cm2",
                                   .unit = detail::ug_cm2,
                                   .limits = detail::at_least(0, detail::proposal)};
};

}  // namespace kind

using Tewl = Quantity<kind::Tewl>;
using WaterVapourFlux = Quantity<kind::WaterVapourFlux>;
using Sswl = Quantity<kind::Sswl>;
using SswlMass = Quantity<kind::SswlMass>;
using TewlStripArea = Quantity<kind::TewlStripArea>;
using SebumRate = Quantity<kind::SebumRate>;
using SebumLevel = Quantity<kind::SebumLevel>;
using ProteinRemoved = Quantity<kind::ProteinRemoved>;

// Worked example: 3 ug/cm2/min are exactly 1.8 g/m2/h.
static_assert(Tewl::ug_per_cm2_min(3).in(g_per_m2_h) == 1.8);

}  // namespace eczscore::units
