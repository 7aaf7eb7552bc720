// SPDX-License-Identifier: BSL-1.0
// Change of a measured quantity: absolute, in percent of its own baseline, and whether it is
// better.
#pragma once

#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/percent.hpp"

namespace eczscore::trial {

/// Which way a measurement went, by the kind's direction of benefit.
enum class Course : std::uint8_t {
    unknown,  ///< a value is missing
    better,
    worse,
    same,
    no_direction  ///< neither way is better for this kind
};
constexpr Text name(Course course) {
    constexpr Text names[] = {"unknown", "better", "worse", "same", "no_direction"};
    return name_of(names, course);
}

/// Which course a difference is, by the direction that is better.
constexpr Course course_of(double difference, units::BetterWhen better) {
    if (difference != difference) return Course::unknown;
    if (better == units::BetterWhen::no_direction) return Course::no_direction;
    if (difference == 0) return Course::same;
    return (difference < 0) == (better == units::BetterWhen::lower) ? Course::better
                                                                    : Course::worse;
}

/// Said wherever the percent change of a device's own units is shown.
inline constexpr Text arbitrary_zero =
    "percent of a scale whose zero is not guaranteed; prefer the difference on the same device";

/// follow-up - baseline, of one kind and device.
struct MeasuredChange {
    units::Reason reason = units::Reason::not_stated;  ///< why there is no difference
    double difference = __builtin_nan("");             ///< in the kind's unit
    units::Checked<units::PercentChange> percent = units::Reason::not_stated;
    Course course = Course::unknown;
    Text caution{};
    const units::KindInfo* kind = nullptr;

    constexpr bool ok() const { return reason == units::Reason::none; }
};

/// 100 (follow-up - baseline) / baseline; the denominator is always the baseline's, which must be
/// above 0: `out_of_range`.
/// example  40.95 to 25.20: -38.4615384615 %;  25.20 to 40.95: 62.5 %
template <class K>
    requires(K::info.algebra == units::Algebra::linear)
constexpr units::Checked<units::PercentChange> percent_change(units::Quantity<K> baseline,
                                                              units::Quantity<K> follow_up) {
    const double before = units::detail::stored(baseline);
    const double after = units::detail::stored(follow_up);
    if (!(before > 0) || after != after || before - before != 0 || after - after != 0) {
        return units::Reason::out_of_range;
    }
    return units::PercentChange::percent(100 * (after - before) / before);
}

/// Of readings whose kind is known at run time only. Readings of two devices or kinds have no
/// change (`device_mismatch`, `wrong_dimension`); of a scale with a conventional zero (pH,
/// temperature) there is a difference and no percent.
inline MeasuredChange measured_change(const units::AnyQuantity& baseline,
                                      const units::AnyQuantity& follow_up) {
    MeasuredChange change{.kind = &baseline.kind()};
    const units::KindInfo& kind = baseline.kind();
    if (&kind != &follow_up.kind()) {
        const bool devices = kind.is_device_unit() && follow_up.kind().is_device_unit();
        change.reason = devices ? units::Reason::device_mismatch : units::Reason::wrong_dimension;
        return change;
    }
    const double before = baseline.canonical();
    const double after = follow_up.canonical();
    if (!std::isfinite(before) || !std::isfinite(after)) return change;
    if (kind.algebra == units::Algebra::opaque) {
        change.reason = units::Reason::wrong_dimension;
        return change;
    }
    change.reason = units::Reason::none;
    change.difference = after - before;
    change.course = course_of(change.difference, kind.better);
    change.percent = units::Reason::out_of_range;
    if (kind.algebra == units::Algebra::linear && before > 0) {
        change.percent = units::PercentChange::percent(100 * change.difference / before);
    }
    if (kind.is_device_unit()) change.caution = arbitrary_zero;
    return change;
}
/// The same of two quantities of one kind.
template <class K>
MeasuredChange measured_change(units::Quantity<K> baseline, units::Quantity<K> follow_up) {
    return measured_change(units::AnyQuantity(baseline), units::AnyQuantity(follow_up));
}

/// Whether a change for the better is larger than a threshold, which the user brings: no minimal
/// important change of a measured quantity is shipped. At least, it should exceed the smallest
/// detectable change.
constexpr bool is_improved_by_more_than(const MeasuredChange& change, double threshold) {
    const double size = change.difference < 0 ? -change.difference : change.difference;
    return change.course == Course::better && size > threshold;
}

}  // namespace eczscore::trial
