// SPDX-License-Identifier: BSL-1.0
// The values that one item may take, and grades made from a percentage.
#pragma once

#include <cstdint>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/exact.hpp"
#include "eczscore/core/list.hpp"

namespace eczscore {

namespace detail {
/// A million over `parts`, which divides it. A 64-bit division takes as long as the rest of an
/// item, so the parts that nearly every scale has come without one.
constexpr std::int64_t millionths_in_one_of(std::int64_t parts) {
    switch (parts) {
        case 1: return millionths_per_point;
        case 2: return millionths_per_point / 2;
        case millionths_per_point: return 1;
        default: return millionths_per_point / parts;
    }
}

/// How often a unit of 1/`parts` is in `millionths`, cut to a whole number; divisors that are
/// constants become multiplications.
constexpr std::int64_t whole_units(std::int64_t millionths, std::int64_t parts) {
    switch (parts) {
        case 1: return millionths / millionths_per_point;
        case 2: return millionths / (millionths_per_point / 2);
        case millionths_per_point: return millionths;
        default: return millionths / (millionths_per_point / parts);
    }
}

/// Whether `count` / `parts` lies from `min` to `max`.
constexpr bool is_within(Exact min, Exact max, std::int64_t count, std::int64_t parts) {
    return Int128{count} * min.den() >= Int128{min.num()} * parts &&
           Int128{count} * max.den() <= Int128{max.num()} * parts;
}
}  // namespace detail

/// A scale's limits and levels as the answers count them; their denominators divide a million.
constexpr std::int64_t millionths(Exact value) {
    return value.num() * detail::millionths_in_one_of(value.den());
}

/// The allowed values of an item: from `min` to `max`, in steps of one `units_per_point`-th, and
/// where `levels` is given only those. (Range and step are not the scale: EASI signs go to 3 in
/// halves, but 0.5 is not a level.)
struct Scale {
    Exact min = 0;
    Exact max = 0;
    std::int64_t units_per_point = 1;  ///< 1 whole points, 2 halves, 1'000'000 a measured number
    List<Exact> levels{};

    /// Decimals with up to six places are allowed, not only steps.
    constexpr bool is_continuous() const { return units_per_point == millionths_per_point; }
    /// The highest value, in units of 1/`units_per_point`.
    constexpr std::int64_t max_units() const { return (max * Exact(units_per_point)).num(); }
    /// Whether a recorded value is allowed.
    constexpr bool allows(Answer answer) const {
        std::int64_t count = 0;
        return counts(answer, count);
    }
    /// The same, and if so the value in units of 1/`units_per_point`.
    constexpr bool counts(Answer answer, std::int64_t& count) const {
        if (!answer.is_value()) return false;
        const std::int64_t value = answer.millionths();
        count = units(answer);
        if (count * detail::millionths_in_one_of(units_per_point) != value) return false;
        if (!detail::is_within(min, max, count, units_per_point)) return false;
        if (levels.empty()) return true;
        for (const Exact& level : levels) {
            if (level.num() * units_per_point == count * level.den()) return true;
        }
        return false;
    }
    /// The value counted in the item's units; meaningful when it is allowed.
    constexpr std::int64_t units(Answer answer) const {
        return detail::whole_units(answer.millionths(), units_per_point);
    }
};

/// Whole points from `min` to `max`.
constexpr Scale whole_points(int min, int max) { return {.min = min, .max = max}; }
/// A measured number with up to six decimal places.
constexpr Scale measured(int min, int max) {
    return {.min = min, .max = max, .units_per_point = millionths_per_point};
}

/// The lower limit of one grade: percentages above `percent`, or from it on if `included`.
struct GradeFrom {
    Exact percent;
    bool included;
    int grade;
};

/// How a percentage of involved skin becomes a grade. 0 % is grade 0; limits in rising order.
struct PercentGrades {
    List<GradeFrom> limits;
    bool rounded_first = false;  ///< round half up to a whole percent before grading

    /// The grade of a percentage; what is not a number from 0 to 100 is passed on as unreadable.
    /// A percentage that was rounded to six places gives a grade that says `rounded`.
    constexpr Answer grade(Answer percent) const {
        if (!percent.is_value()) return percent;
        const bool rounded = percent.kind() == Answer::Kind::rounded;
        std::int64_t millionths = percent.millionths();
        if (millionths < 0 || millionths > 100 * millionths_per_point) return Answer::unreadable();
        if (rounded && millionths == 0) millionths = 1;  // it was above 0: only 0 itself is grade 0
        if (rounded_first) {
            millionths = (millionths + millionths_per_point / 2) / millionths_per_point *
                         millionths_per_point;
        }
        const Exact value = Exact::ratio(millionths, millionths_per_point);
        int result = 0;
        for (const GradeFrom& limit : limits) {
            if (value > limit.percent || (limit.included && value == limit.percent)) {
                result = limit.grade;
            }
        }
        return Answer::from_millionths(result * millionths_per_point, rounded);
    }
};

}  // namespace eczscore
