// SPDX-License-Identifier: BSL-1.0
// Integrity and cohesion of the stratum corneum from tape strips, and the resistance plot.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/tape_strip.hpp"
#include "eczscore/units/strip_slopes.hpp"

namespace eczscore::trial {

inline constexpr Evidence integrity_evidence{
    cite("integrity_2010"), Confidence::high,
    "integrity: change of TEWL by strips or depth; cohesion: protein by strips"};
inline constexpr Evidence resistance_evidence{cite("sequential_stripping_2014"), Confidence::high,
                                              "1/TEWL is linear in the protein removed"};

namespace detail {

/// y = intercept + slope x by least squares; NaN when x does not vary.
struct Line {
    double intercept = __builtin_nan("");
    double slope = __builtin_nan("");
    double r_squared = __builtin_nan("");
};
template <class X, class Y>
Line line_through(std::size_t n, X x, Y y) {
    double mean_x = 0;
    double mean_y = 0;
    for (std::size_t i = 0; i < n; ++i) {
        mean_x += x(i) / static_cast<double>(n);
        mean_y += y(i) / static_cast<double>(n);
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t i = 0; i < n; ++i) {
        xx += (x(i) - mean_x) * (x(i) - mean_x);
        xy += (x(i) - mean_x) * (y(i) - mean_y);
        yy += (y(i) - mean_y) * (y(i) - mean_y);
    }
    if (!(xx > 0)) return {};
    const double slope = xy / xx;
    return {mean_y - slope * mean_x, slope, xy * xy / (xx * yy)};
}

}  // namespace detail

/// TEWL against strips: the slope is the integrity.
struct StripSlope {
    StripFault fault = StripFault::too_few;
    units::TewlPerStrip slope = units::TewlPerStrip::g_per_m2_h_per_strip(__builtin_nan(""));
    units::Tewl intercept = units::Tewl::g_per_m2_h(__builtin_nan(""));

    constexpr bool ok() const { return fault == StripFault::none; }
};

/// Least squares over all readings, the baseline included.
/// example  47.2, 62.5, 73.0, 80.4, 88.0 after 0, 5, ... 20: 1.99 a strip
inline StripSlope strip_slope(std::span<const StripReading> curve) {
    StripSlope result;
    result.fault = detail::strip_fault(curve);
    if (!result.ok()) return result;
    const detail::Line line = detail::line_through(
        curve.size(), [&](std::size_t i) { return static_cast<double>(curve[i].strips); },
        [&](std::size_t i) { return curve[i].tewl.in(units::g_per_m2_h); });
    result.slope = units::TewlPerStrip::g_per_m2_h_per_strip(line.slope);
    result.intercept = units::Tewl::g_per_m2_h(line.intercept);
    return result;
}

/// TEWL after so much protein was removed in all.
struct DepthReading {
    units::ProteinRemoved removed = units::ProteinRemoved::ug_per_cm2(0);
    units::Tewl tewl = units::Tewl::g_per_m2_h(0);
};

namespace detail {
inline StripFault depth_fault(std::span<const DepthReading> curve, std::size_t fewest) {
    if (curve.size() < fewest) return StripFault::too_few;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double value = curve[i].tewl.in(units::g_per_m2_h);
        const double depth = curve[i].removed.in(units::ug_per_cm2);
        if (value - value != 0 || !(depth >= 0) || depth - depth != 0) return StripFault::missing;
        if (i > 0 && !(curve[i].removed > curve[i - 1].removed)) return StripFault::out_of_order;
    }
    return StripFault::none;
}
}  // namespace detail

/// TEWL against depth: the slope is the integrity by protein.
struct DepthSlope {
    StripFault fault = StripFault::too_few;
    units::TewlPerProtein slope = units::TewlPerProtein::of(__builtin_nan(""));
    units::Tewl intercept = units::Tewl::g_per_m2_h(__builtin_nan(""));

    constexpr bool ok() const { return fault == StripFault::none; }
};
/// The least-squares line of TEWL against the protein removed, from two readings on.
inline DepthSlope depth_slope(std::span<const DepthReading> curve) {
    DepthSlope result;
    result.fault = detail::depth_fault(curve, 2);
    if (!result.ok()) return result;
    const detail::Line line = detail::line_through(
        curve.size(), [&](std::size_t i) { return curve[i].removed.in(units::ug_per_cm2); },
        [&](std::size_t i) { return curve[i].tewl.in(units::g_per_m2_h); });
    result.slope = units::TewlPerProtein::of(line.slope);
    result.intercept = units::Tewl::g_per_m2_h(line.intercept);
    return result;
}

/// Cohesion: protein removed by a stated number of strips. `out_of_range` for no strips or no
/// amount.
inline units::Checked<units::ProteinPerStrip> cohesion(units::ProteinRemoved removed, int strips) {
    const double amount = removed.in(units::ug_per_cm2);
    if (strips < 1 || !(amount >= 0) || amount - amount != 0) return units::Reason::out_of_range;
    return units::ProteinPerStrip::ug_per_cm2_per_strip(amount / strips);
}

/// 1/TEWL = intercept + slope m, slope in m2 h/g for each ug/cm2. A steeper slope is a better
/// barrier for its thickness; `to_zero` is the protein at which no barrier is left.
struct ResistancePlot {
    StripFault fault = StripFault::too_few;
    bool falls = false;  ///< the resistance falls with depth; else there is no `to_zero`
    double intercept = __builtin_nan("");
    double slope = __builtin_nan("");
    double r_squared = __builtin_nan("");
    units::ProteinRemoved to_zero = units::ProteinRemoved::ug_per_cm2(__builtin_nan(""));

    constexpr bool ok() const { return fault == StripFault::none && falls; }
};

/// Needs three depths, and TEWL above 0 at each (`missing` otherwise).
inline ResistancePlot resistance_plot(std::span<const DepthReading> curve) {
    ResistancePlot plot;
    plot.fault = detail::depth_fault(curve, 3);
    for (const DepthReading& each : curve) {
        const bool is_bad = !(each.tewl.in(units::g_per_m2_h) > 0);
        if (is_bad && plot.fault == StripFault::none) plot.fault = StripFault::missing;
    }
    if (plot.fault != StripFault::none) return plot;
    const detail::Line line = detail::line_through(
        curve.size(), [&](std::size_t i) { return curve[i].removed.in(units::ug_per_cm2); },
        [&](std::size_t i) { return 1 / curve[i].tewl.in(units::g_per_m2_h); });
    plot.intercept = line.intercept;
    plot.slope = line.slope;
    plot.r_squared = line.r_squared;
    plot.falls = line.slope < 0;
    if (plot.falls) {
        plot.to_zero = units::ProteinRemoved::ug_per_cm2(-line.intercept / line.slope);
    }
    return plot;
}

}  // namespace eczscore::trial
