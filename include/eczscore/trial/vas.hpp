// SPDX-License-Identifier: BSL-1.0
// Visual analogue scales: marks on a line, millimetres and centimetres, and a VAS used as an NRS.
#pragma once

#include "eczscore/core/answer.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::trial {

/// Millimetres and centimetres: the only exact conversion between ratings.
constexpr Exact mm_from_cm(Exact cm) { return cm * Exact(10); }
/// Millimetres as centimetres, exactly.
constexpr Exact cm_from_mm(Exact mm) { return mm / Exact(10); }

/// A mark on a line, in millimetres of a line of 100 mm, or why there is none.
struct VasMark {
    Status status = Status::missing;
    Exact mm = 0;
    bool is_rescaled = false;  ///< the printed line was not 100 mm long

    /// There is a value.
    constexpr bool is_known() const { return status == Status::ok; }
    /// On the scale from 0 to 10; unrounded, and still a VAS.
    constexpr Exact cm() const { return cm_from_mm(mm); }
};

/// Reads a mark: `100 x measured / printed`. Lengths are in millimetres. Missing without a mark;
/// invalid when the mark lies outside the line, or the line has no length or one that does not
/// give an exact ratio.
constexpr VasMark vas_mark(Answer measured_mm, Exact printed_mm = 100) {
    if (!(printed_mm > Exact(0))) return {.status = Status::invalid};
    if (measured_mm.is_missing()) return {};
    if (!measured_mm.is_value()) return {.status = Status::invalid};
    const Exact measured = measured_mm.exact();
    if (measured < Exact(0) || measured > printed_mm) return {.status = Status::invalid};
    const Exact mm = Exact(100) * measured / printed_mm;
    if (!mm.is_number()) return {.status = Status::invalid};
    return {.status = Status::ok, .mm = mm, .is_rescaled = printed_mm != Exact(100)};
}

/// A VAS is not an NRS: in the same patients the means differed.
inline constexpr Evidence vas_is_not_nrs{
    cite("reich_2012"), Confidence::high,
    "mean NRS 5.7 (SD 2.6), mean VAS 5.3 (SD 2.9), p < 0.01: by default nothing is converted"};

/// A value from 0 to 10 that was given on another scale than the one it is used on. It is not
/// rounded: a rounded VAS must not reach the bands of an NRS.
struct BorrowedRating {
    Status status = Status::missing;
    Exact points = 0;
    Text flag{};  ///< to be shown wherever the value is

    /// There is a value.
    constexpr bool is_known() const { return status == Status::ok; }
};

/// The alternative for studies that must use a VAS as a 0-10 value.
constexpr BorrowedRating vas10_as_nrs(const VasMark& mark) {
    if (!mark.is_known()) return {.status = mark.status};
    return {.status = Status::ok, .points = mark.cm(), .flag = "vas10_as_nrs"};
}

}  // namespace eczscore::trial
