// SPDX-License-Identifier: BSL-1.0
// How much change matters, as types for questions that must not be mixed.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/core/exact.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

struct OnePatient;     // did this patient change by as much as matters?
struct WithinGroup;    // did the group's mean?
struct BetweenGroups;  // is the difference between two groups as much as matters?
struct NonInferior;    // is one group worse than the other by no more than was agreed?

/// An amount of improvement in points of the scale, for one question alone. It is not made from a
/// bare number without saying so, and one kind does not convert to another.
template <class Question>
class MinimalImportant {
public:
    /// value  points, positive
    explicit constexpr MinimalImportant(Exact value, Text source = {})
        : exact_(value), points_(value.to_double()), source_(source) {}
    /// An estimate; comparisons with scores take it as the decimal with six places nearest to it.
    explicit MinimalImportant(double points, Text source = {}) : points_(points), source_(source) {
        if (points > 0.0 && points < 1e9) {
            exact_ = Exact::ratio(static_cast<std::int64_t>(std::llround(points * 1e6)), 1'000'000);
        }
    }
    /// A MID of so many whole points.
    explicit constexpr MinimalImportant(int points, Text source = {})
        : MinimalImportant(Exact(points), source) {}

    /// The points that scores are compared with.
    constexpr Exact exact() const { return exact_; }
    /// The points as a `double`.
    constexpr double points() const { return points_; }
    /// The id of the paper it comes from; empty when none was named.
    constexpr Text source() const { return source_; }
    /// False for 0, a negative number or NaN: then every verdict is `not_evaluable`.
    constexpr bool is_valid() const { return exact_ > Exact(0); }

    friend constexpr bool operator==(const MinimalImportant& a, const MinimalImportant& b) {
        return a.exact_ == b.exact_;
    }

private:
    Exact exact_ = 0;
    double points_ = not_a_number;
    Text source_;
};

/// The smallest change that matters to one patient.
using IndividualMic = MinimalImportant<OnePatient>;
/// The smallest mean change of one group that matters.
using WithinGroupMic = MinimalImportant<WithinGroup>;
/// The smallest difference between two groups that matters: commonly less than a patient's own.
using BetweenGroupMid = MinimalImportant<BetweenGroups>;
/// How much worse is still not inferior.
using NonInferiorityMargin = MinimalImportant<NonInferior>;

/// What an interval says about a threshold of improvement.
enum class ThresholdVerdict : std::uint8_t {
    met,                 ///< the whole interval is at the threshold or beyond
    not_met,             ///< the whole interval is below it
    uncertain,           ///< the interval straddles it
    below_mid_but_real,  ///< below it, and above no improvement at all
    not_evaluable        ///< no interval, or no threshold
};

constexpr Text name(ThresholdVerdict verdict) {
    constexpr Text names[] = {"met", "not_met", "uncertain", "below_mid_but_real", "not_evaluable"};
    return name_of(names, verdict);
}

}  // namespace eczscore::stats
