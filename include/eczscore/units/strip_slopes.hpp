// SPDX-License-Identifier: BSL-1.0
// What tape strips give: TEWL per strip, TEWL per protein, protein per strip.
#pragma once

#include "eczscore/units/flux.hpp"

namespace eczscore::units {

struct FluxPerStrip {
    template <class Q>
    struct Makers {
        static constexpr Q g_per_m2_h_per_strip(double value) {
            return Q(value, {"g/m2/h/{strip}"});
        }
    };
};
inline constexpr UnitOf<FluxPerStrip> g_per_m2_h_per_strip{"g/m2/h/{strip}"};

/// g/m2/h for each ug/cm2 of protein removed.
struct FluxPerProtein {
    template <class Q>
    using Makers = PlainMaker<Q>;
};
inline constexpr UnitOf<FluxPerProtein> g_per_m2_h_per_ug_cm2{"(g/m2/h)/(ug/cm2)"};

struct SurfaceMassPerStrip {
    template <class Q>
    struct Makers {
        static constexpr Q ug_per_cm2_per_strip(double value) {
            return Q(value, {"ug/cm2/{strip}"});
        }
    };
};
inline constexpr UnitOf<SurfaceMassPerStrip> ug_per_cm2_per_strip{"ug/cm2/{strip}"};

namespace kind {
/// Integrity: how fast TEWL rises with the strips.
struct TewlPerStrip {
    using Units = FluxPerStrip;
    static constexpr KindInfo info{.id = "tewl_per_strip",
                                   .label = "TEWL per tape strip",
                                   .ucum = "g/m2/h/{strip}",
                                   .unit = detail::g_m2_h,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium};
};
/// Integrity by the depth that was removed.
struct TewlPerProtein {
    using Units = FluxPerProtein;
    static constexpr KindInfo info{.id = "tewl_per_protein",
                                   .label = "TEWL per protein removed",
                                   .ucum = "(g/m2/h)/(ug/cm2)",
                                   .unit = {Exact::ratio(1, 36), dimension({.time = -1})},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::medium};
};
/// Cohesion: how much protein a strip removes.
struct ProteinPerStrip {
    using Units = SurfaceMassPerStrip;
    static constexpr KindInfo info{.id = "protein_per_strip",
                                   .label = "Protein per tape strip",
                                   .ucum = "ug/cm2/{strip}",
                                   .unit = detail::ug_cm2};
};
}  // namespace kind

using TewlPerStrip = Quantity<kind::TewlPerStrip>;
using TewlPerProtein = Quantity<kind::TewlPerProtein>;
using ProteinPerStrip = Quantity<kind::ProteinPerStrip>;

}  // namespace eczscore::units
