// SPDX-License-Identifier: BSL-1.0
// TEWL over tape strips: area under the curve, total and above the baseline, never extrapolated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/percent.hpp"

namespace eczscore::trial {

/// TEWL after so many strips; 0 strips is the baseline.
struct StripReading {
    int strips = 0;
    units::Tewl tewl = units::Tewl::g_per_m2_h(0);
};

/// Why a curve has no area.
enum class StripFault : std::uint8_t {
    none,
    too_few,       ///< fewer than two readings
    no_baseline,   ///< the first reading is not before the first strip
    out_of_order,  ///< strips do not increase
    missing        ///< a value is not a number
};
constexpr Text name(StripFault fault) {
    constexpr Text names[] = {"none", "too_few", "no_baseline", "out_of_order", "missing"};
    return name_of(names, fault);
}

inline constexpr Evidence strip_protocol{
    cite("stripping_trial"), Confidence::high,
    "TEWL at 0, 5, 10, 15 and 20 strips; the number of strips is not a depth"};

/// The area up to the last strip that was taken.
struct StripArea {
    StripFault fault = StripFault::too_few;
    units::TewlStripArea total = units::TewlStripArea::g_per_m2_h_strip(__builtin_nan(""));
    units::TewlStripArea above_baseline = units::TewlStripArea::g_per_m2_h_strip(__builtin_nan(""));
    units::Tewl mean_height = units::Tewl::g_per_m2_h(__builtin_nan(""));  ///< total / last strip
    int last_strip = 0;
    bool is_stopped_early = false;  ///< before the planned number: compare heights, not areas

    constexpr bool ok() const { return fault == StripFault::none; }
};

namespace detail {
inline StripFault strip_fault(std::span<const StripReading> curve) {
    if (curve.size() < 2) return StripFault::too_few;
    if (curve[0].strips != 0) return StripFault::no_baseline;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double value = curve[i].tewl.in(units::g_per_m2_h);
        if (value - value != 0) return StripFault::missing;
        if (i > 0 && curve[i].strips <= curve[i - 1].strips) return StripFault::out_of_order;
    }
    return StripFault::none;
}
}  // namespace detail

/// By the trapezoid rule over the strip number.
/// planned  strips of the protocol
/// example  47.2, 62.5, 73.0, 80.4, 88.0 after 0, 5, ... 20: 1417.5, above the baseline 473.5
inline StripArea strip_area(std::span<const StripReading> curve, int planned) {
    StripArea area;
    area.fault = detail::strip_fault(curve);
    if (!area.ok()) return area;
    double twice = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        twice += (curve[i].tewl + curve[i - 1].tewl).in(units::g_per_m2_h) *
                 (curve[i].strips - curve[i - 1].strips);
    }
    area.last_strip = curve.back().strips;
    area.is_stopped_early = area.last_strip < planned;
    const double baseline = curve[0].tewl.in(units::g_per_m2_h)*area.last_strip;
    area.total = units::TewlStripArea::g_per_m2_h_strip(twice / 2);
    area.above_baseline = units::TewlStripArea::g_per_m2_h_strip(twice / 2 - baseline);
    area.mean_height = units::Tewl::g_per_m2_h(twice / 2 / area.last_strip);
    return area;
}

/// Change of the total area, in percent; `out_of_range` when the curves end at different strips or
/// the first area is not above 0.
inline units::Checked<units::PercentChange> strip_area_change(const StripArea& before,
                                                              const StripArea& after) {
    const bool is_fair = before.ok() && after.ok() && before.last_strip == after.last_strip;
    const double first = before.total.in(units::g_per_m2_h_strip);
    if (!is_fair || !(first > 0)) return units::Reason::out_of_range;
    return units::PercentChange::percent(
        100 * (after.total - before.total).in(units::g_per_m2_h_strip) / first);
}

}  // namespace eczscore::trial
