// SPDX-License-Identifier: BSL-1.0
// Percentages that are not each other: changes, recoveries, water, humidity, cells.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

struct Percent {
    template <class Q>
    struct Makers {
        static constexpr Q percent(double value) { return Q(value, {"%"}); }
    };
};
inline constexpr UnitOf<Percent> percent{"%"};

namespace kind {

/// 100 (value - baseline) / baseline; the denominator is the baseline's.
struct PercentChange {
    using Units = Percent;
    static constexpr KindInfo info{
        .id = "percent_change", .label = "Percent change", .ucum = "%", .unit = detail::per_cent};
};
/// Barrier recovery: below 0 and above 100 are legal, so it is neither clamped nor a probability.
struct PercentRecovery {
    using Units = Percent;
    static constexpr KindInfo info{.id = "percent_recovery",
                                   .label = "Barrier recovery",
                                   .ucum = "%",
                                   .unit = detail::per_cent,
                                   .better = BetterWhen::higher,
                                   .algebra = Algebra::opaque};
};
struct PercentWater {
    using Units = Percent;
    static constexpr KindInfo info{.id = "percent_water",
                                   .label = "Water content",
                                   .ucum = "%",
                                   .unit = detail::per_cent,
                                   .better = BetterWhen::higher,
                                   .better_confidence = Confidence::medium,
                                   .limits = detail::between(0, 100, detail::by_definition)};
};
struct RelativeHumidity {
    using Units = Percent;
    static constexpr KindInfo info{.id = "relative_humidity",
                                   .label = "Relative humidity",
                                   .ucum = "%",
                                   .unit = detail::per_cent,
                                   .limits = detail::between(0, 100, detail::by_definition)};
};

}  // namespace kind

using PercentChange = Quantity<kind::PercentChange>;
using PercentRecovery = Quantity<kind::PercentRecovery>;
using PercentWater = Quantity<kind::PercentWater>;
using RelativeHumidity = Quantity<kind::RelativeHumidity>;

/// A natural-moisturising-factor value, by Raman (relative to keratin) or by HPLC (mmol per gram of
/// protein); the two never mix.
struct RamanUnit {
    template <class Q>
    using Makers = PlainMaker<Q>;
};
struct MolarContent {
    template <class Q>
    struct Makers {
        static constexpr Q mmol_per_g(double value) { return Q(value, {"mmol/g"}); }
    };
};
inline constexpr UnitOf<MolarContent> mmol_per_g{"mmol/g"};
namespace kind {
struct NmfRaman {
    using Units = RamanUnit;
    static constexpr KindInfo info{.id = "nmf_raman",
                                   .label = "Natural moisturising factor, Raman",
                                   .ucum = "{AU}",
                                   .device = "confocal_raman",
                                   .better = BetterWhen::higher,
                                   .better_confidence = Confidence::medium,
                                   .aliases = detail::device_aliases};
};
struct NmfHplc {
    using Units = MolarContent;
    static constexpr KindInfo info{
        .id = "nmf_hplc",
        .label = "Natural moisturising factor, HPLC",
        .ucum = "mmol/g",
        .unit = {Exact::ratio(1, 1000), dimension({.mass = -1, .amount = 1})},
        .better = BetterWhen::higher,
        .better_confidence = Confidence::medium,
        .limits = detail::at_least(0, detail::by_definition)};
};
}  // namespace kind
using NmfRaman = Quantity<kind::NmfRaman>;
using NmfHplc = Quantity<kind::NmfHplc>;

}  // namespace eczscore::units
