// SPDX-License-Identifier: BSL-1.0
// What was recorded for one item: a value, nothing, "not relevant", or something that is no answer.
#pragma once

#include <concepts>
#include <cstdint>

#include "eczscore/core/exact.hpp"

namespace eczscore {

/// Recorded values are decimals with up to six places, so an answer counts millionths of a point.
inline constexpr std::int64_t millionths_per_point = 1'000'000;

/// What was recorded for one item of an instrument. A default-constructed answer is *missing*, so a
/// box that somebody forgot is an issue and never a zero.
class Answer {
public:
    /// What an answer is, besides its number.
    enum class Kind : std::uint8_t {
        missing,       ///< nothing was recorded
        value,         ///< a number, exactly as recorded
        rounded,       ///< a number with more than six places, rounded half away from zero
        not_relevant,  ///< the respondent chose "not relevant"
        unreadable,    ///< something was recorded that is not a number
        conflict       ///< two recordings of the same item contradict each other
    };

    constexpr Answer() = default;
    /// A recorded whole number; a magnitude of 1e9 and more is unreadable. A character is not
    /// taken: '3' is not 3.
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool> && !std::same_as<Integer, char>)
    constexpr Answer(Integer whole) {  // NOLINT(google-explicit-constructor)
        kind_ = Kind::unreadable;
        if constexpr (std::signed_integral<Integer>) {
            if (static_cast<std::int64_t>(whole) <= -1'000'000'000) return;
        }
        if (whole > 0 && static_cast<std::uint64_t>(whole) >= 1'000'000'000) return;
        kind_ = Kind::value;
        millionths_ = static_cast<std::int64_t>(whole) * millionths_per_point;
    }

    /// A recorded `float`: see `from_float`.
    constexpr Answer(float points) : Answer(from_float(points)) {}  // NOLINT

    /// An exact number, such as another instrument's score; rounded beyond six places, unreadable
    /// from a magnitude of 1e9 and when it is not a number.
    constexpr Answer(Exact points) {  // NOLINT(google-explicit-constructor)
        kind_ = Kind::unreadable;
        if (!(points > Exact(-1'000'000'000) && points < Exact(1'000'000'000))) return;
        const detail::Int128 scaled = detail::Int128{points.num()} * millionths_per_point;
        millionths_ = static_cast<std::int64_t>(detail::rounded_quotient(scaled, points.den()));
        kind_ = scaled % points.den() == 0 ? Kind::value : Kind::rounded;
    }

    /// A recorded `double`. NaN is missing; an infinity or a magnitude of 1e9 and more is
    /// unreadable. A number within 1e-9 of a decimal with six places is that decimal; any other is
    /// rounded to six places, half away from zero, and says so in `kind()`.
    constexpr Answer(double points) {  // NOLINT(google-explicit-constructor)
        if (points != points) return;
        if (!(points > -1e9 && points < 1e9)) {
            kind_ = Kind::unreadable;
            return;
        }
        const double scaled = points * 1e6;
        millionths_ = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
        const double slip = points - static_cast<double>(millionths_) / 1e6;
        kind_ = slip <= 1e-9 && slip >= -1e-9 ? Kind::value : Kind::rounded;
    }

    /// A recorded `float`: the decimal with at most four places (two where there are so many before
    /// the point that neighbours share a `float`) that it is the nearest `float` to; where there is
    /// none, what the same number means as a `double`.
    static constexpr Answer from_float(float points) {
        if (!(points > -1e5f && points < 1e5f)) return Answer(static_cast<double>(points));
        const bool many_digits = points <= -1024 || points >= 1024;
        for (int places = many_digits ? 100 : 10'000; places <= 10'000; places *= 100) {
            const double scaled = static_cast<double>(points) * places;
            const auto whole = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
            if (static_cast<float>(static_cast<double>(whole) / places) == points) {
                return from_millionths(whole * (millionths_per_point / places));
            }
        }
        return Answer(static_cast<double>(points));
    }
    /// A number of millionths of a point; a magnitude of 1e9 points and more is unreadable.
    /// `rounded`: the number that was recorded had more than six places.
    static constexpr Answer from_millionths(std::int64_t millionths, bool rounded = false) {
        constexpr std::int64_t limit = 1'000'000'000 * millionths_per_point;
        if (millionths <= -limit || millionths >= limit) return unreadable();
        return Answer(rounded ? Kind::rounded : Kind::value, millionths);
    }
    /// The respondent chose "not relevant".
    static constexpr Answer not_relevant() { return Answer(Kind::not_relevant, 0); }
    /// Something was recorded that is not a number.
    static constexpr Answer unreadable() { return Answer(Kind::unreadable, 0); }
    /// Two recordings of the item contradict each other.
    static constexpr Answer conflict() { return Answer(Kind::conflict, 0); }

    /// What this answer is.
    constexpr Kind kind() const { return kind_; }
    /// Nothing was recorded.
    constexpr bool is_missing() const { return kind_ == Kind::missing; }
    /// There is a number, as recorded or rounded to six places.
    constexpr bool is_value() const { return kind_ == Kind::value || kind_ == Kind::rounded; }
    /// The respondent chose "not relevant".
    constexpr bool is_not_relevant() const { return kind_ == Kind::not_relevant; }
    /// Millionths of a point; meaningful when `is_value()`.
    constexpr std::int64_t millionths() const { return millionths_; }
    /// The value; not a number without `is_value()`.
    constexpr Exact exact() const {
        return is_value() ? Exact::ratio(millionths_, millionths_per_point) : Exact::not_a_number();
    }

    friend constexpr bool operator==(const Answer& a, const Answer& b) {
        return a.millionths_ == b.millionths_ && a.kind_ == b.kind_;
    }

private:
    constexpr Answer(Kind kind, std::int64_t millionths) : millionths_(millionths), kind_(kind) {}

    std::int64_t millionths_ = 0;
    Kind kind_ = Kind::missing;
};

}  // namespace eczscore
