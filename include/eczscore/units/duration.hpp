// SPDX-License-Identifier: BSL-1.0
// Lengths of time: acclimatisation, the seconds of a read-out, the minutes after occlusion.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Canonical s.
struct TimeSpan {
    template <class Q>
    struct Makers {
        static constexpr Q seconds(double value) { return Q(value, {"s"}); }
        static constexpr Q minutes(double value) { return Q(value, {"min", 60}); }
        static constexpr Q hours(double value) { return Q(value, {"h", 3600}); }
    };
};
inline constexpr UnitOf<TimeSpan> seconds{"s"};
inline constexpr UnitOf<TimeSpan> minutes{"min", 60};
inline constexpr UnitOf<TimeSpan> hours{"h", 3600};

namespace kind {
struct Duration {
    using Units = TimeSpan;
    static constexpr KindInfo info{
        .id = "duration", .label = "Duration", .ucum = "s", .unit = {1, dimension({.time = 1})}};
};
}  // namespace kind
using Duration = Quantity<kind::Duration>;

}  // namespace eczscore::units
