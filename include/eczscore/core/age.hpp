// SPDX-License-Identifier: BSL-1.0
// Age at the assessment, and the age ranges that choose a form or a band scheme.
#pragma once

#include <cstdint>
#include <limits>

#include "eczscore/core/answer.hpp"

namespace eczscore {

/// Age at the assessment, exact to a millionth of a month. Cut-offs are "before the n-th birthday",
/// so 7.99 years is under 8. Nobody is younger than 0 or older than 130 years: outside it is
/// invalid, never clamped. An age with more than six decimals is rounded and says so.
class Age {
public:
    /// What is known of an age.
    enum class Kind : std::uint8_t { missing, known, invalid };

    constexpr Age() = default;
    /// Age in whole or decimal years.
    static constexpr Age years(Answer years) { return Age(years, 12); }
    /// Age in whole or decimal months.
    static constexpr Age months(Answer months) { return Age(months, 1); }
    /// Age in whole or decimal days, of which 365.25 are a year and 30.4375 a month, as in the WHO
    /// growth standards: after 2,922 days, two leap days among them, begins the ninth year. Cut off
    /// at a millionth of a month, so that no birthday comes too early.
    static constexpr Age days(Answer days) { return Age(days, 16, 487); }

    /// Whether there is an age, and one that a person can have.
    constexpr Kind kind() const { return kind_; }
    /// There is an age from 0 to 130 years.
    constexpr bool is_known() const { return kind_ == Kind::known; }
    /// The recorded number had more than six decimals and was rounded, half away from
    /// zero: 7.9999999 years became 8.
    constexpr bool is_rounded() const { return is_rounded_; }
    /// Millionths of a month; meaningful when `is_known()`.
    constexpr std::int64_t millionths_of_month() const { return value_; }

private:
    /// `months` months are `units` of what was recorded.
    constexpr Age(Answer answer, std::int64_t months, std::int64_t units = 1) {
        if (answer.is_missing()) return;
        const std::int64_t times_units = answer.millionths() * months;
        value_ = times_units / units;
        is_rounded_ = answer.kind() == Answer::Kind::rounded;
        const std::int64_t oldest = 130 * 12 * millionths_per_point;
        kind_ = answer.is_value() && times_units >= 0 && times_units <= oldest * units
                    ? Kind::known
                    : Kind::invalid;
    }

    std::int64_t value_ = 0;
    Kind kind_ = Kind::missing;
    bool is_rounded_ = false;
};

/// Ages from `from_months` (included) to `below_months` (excluded); the default is every age.
struct AgeRange {
    int from_months = 0;
    int below_months = std::numeric_limits<int>::max();

    /// No age is excluded, so that the age need not be known.
    constexpr bool is_everyone() const {
        return from_months == 0 && below_months == std::numeric_limits<int>::max();
    }
    /// The age is known and in the range: `from_months` is, `below_months` is not.
    constexpr bool contains(Age age) const {
        return age.is_known() && age.millionths_of_month() >= from_months * millionths_per_point &&
               age.millionths_of_month() < below_months * millionths_per_point;
    }
};

}  // namespace eczscore
