// SPDX-License-Identifier: BSL-1.0
// SCORAD's average of the last three days or nights, derived from a daily diary.
#pragma once

#include <cstdint>
#include <span>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/citation.hpp"
#include "eczscore/core/status.hpp"

namespace eczscore::trial {

/// What a daily scale asks for.
enum class DailyScale : std::uint8_t { average, worst };

/// The patient gives one average value for three days or nights; the default is what was entered.
inline constexpr Evidence three_days_evidence{
    .source = nullptr,
    .confidence = Confidence::medium,
    .note = "that it is an average is from memory; deriving it from a diary is an alternative",
    .from_memory = true};

/// An average of three days worked out from a diary, not rated by the patient. Do not compare it
/// with a mean of weekly peaks, nor judge it by the responder rule of one.
struct DerivedAverage {
    Status status = Status::missing;
    Exact points = 0;
    bool is_derived = true;
    bool is_from_worst = false;  ///< a second flag: the days were rated at their worst

    /// There is a value.
    constexpr bool is_known() const { return status == Status::ok; }
};

/// The mean of the last three daily entries, all of which are required, on a scale from 0 to 10.
constexpr DerivedAverage from_diary3(std::span<const Answer, 3> last_three, DailyScale scale) {
    DerivedAverage result;
    result.is_from_worst = scale == DailyScale::worst;
    Exact sum = 0;
    bool is_complete = true;
    for (const Answer& day : last_three) {
        if (day.is_missing()) {
            is_complete = false;
            continue;
        }
        if (!day.is_value() || day.millionths() < 0 || day.exact() > Exact(10)) {
            result.status = Status::invalid;
            return result;
        }
        sum = sum + day.exact();
    }
    if (!is_complete) return result;
    result.status = Status::ok;
    result.points = sum / Exact(3);
    return result;
}

}  // namespace eczscore::trial
