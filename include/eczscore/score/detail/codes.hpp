// SPDX-License-Identifier: BSL-1.0
// What a byte says as an answer or an age, and a whole number as a byte: the one place of the codes
// that columns and kernels use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/model/scale.hpp"
#include "eczscore/score/columns.hpp"

namespace eczscore::detail {

/// The highest number of item units that a byte column counts; finer scales count whole points.
inline constexpr std::int64_t max_code = 253;
constexpr bool codes_are_units(const Scale& scale) { return scale.max_units() <= max_code; }

/// What is added to the units of a scale from below 0 to make the code that a kernel reads.
constexpr std::int64_t code_bias(const Scale& scale) {
    return scale.min < Exact(0) ? -(scale.min * Exact(scale.units_per_point)).floor() : 0;
}

/// The answer that a byte stands for.
constexpr Answer answer_of_code(const Scale& scale, std::uint8_t code) {
    if (code == code_missing) return {};
    if (code == code_not_relevant) return Answer::not_relevant();
    const std::int64_t each = codes_are_units(scale) ? millionths_per_point / scale.units_per_point
                                                     : millionths_per_point;
    return Answer::from_millionths(code * each);
}

/// The answer that an index into a table stands for.
constexpr Answer answer_of_index(std::span<const Answer> answers, std::int64_t index) {
    if (index < 0 || static_cast<std::uint64_t>(index) >= answers.size()) {
        return Answer::unreadable();
    }
    return answers[static_cast<std::size_t>(index)];
}

/// A byte that no kernel takes for an answer of the scale: above it, or, where it has 253 units,
/// the code of "not relevant". (A kernel is not used for a scale of 253 units that offers that.)
constexpr std::uint8_t invalid_code(const Scale& scale) {
    return scale.max_units() == max_code ? code_not_relevant : std::uint8_t{max_code};
}

/// What a byte item reads from whole points, from `first` on; `invalid` is the code of all other
/// numbers. Only meaningful where `codes_are_units()`.
struct WholePoints {
    int first;           ///< 0, or the lowest whole point of a scale from below 0
    int more;            ///< whole points above it
    std::uint8_t code;   ///< of the first
    std::uint8_t units;  ///< in a point
    std::uint8_t invalid;
};
constexpr WholePoints whole_points_of(const Scale& scale) {
    const std::int64_t first = scale.min < Exact(0) ? scale.min.ceil() : 0;
    return {static_cast<int>(first), static_cast<int>(scale.max.floor() - first),
            static_cast<std::uint8_t>(first * scale.units_per_point + code_bias(scale)),
            static_cast<std::uint8_t>(scale.units_per_point), invalid_code(scale)};
}

/// The byte of an age that is not possible.
inline constexpr std::uint8_t years_impossible = 200;

/// The byte of completed years that kernels read; no rule names a part of a year.
constexpr std::uint8_t code_of_years(Age age) {
    if (age.kind() == Age::Kind::missing) return code_missing;
    if (!age.is_known()) return years_impossible;
    return static_cast<std::uint8_t>(age.millionths_of_month() / (12 * millionths_per_point));
}

constexpr Age age_of(Answer recorded, AgeUnit unit) {
    if (unit == AgeUnit::months) return Age::months(recorded);
    return unit == AgeUnit::days ? Age::days(recorded) : Age::years(recorded);
}

/// A year in whole parts of the unit of an age: of 365.25 days, in quarters of a day.
struct YearParts {
    int in_unit;  ///< parts of one unit
    int in_year;  ///< parts of one year
};
constexpr YearParts year_parts(AgeUnit unit) {
    if (unit == AgeUnit::months) return {1, 12};
    return unit == AgeUnit::days ? YearParts{4, 1461} : YearParts{1, 1};
}

}  // namespace eczscore::detail
