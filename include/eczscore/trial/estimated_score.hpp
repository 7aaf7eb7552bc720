// SPDX-License-Identifier: BSL-1.0
// A score estimated from another instrument: to be shown as such, and never to be scored with.
#pragma once

#include <limits>

#include "eczscore/core/status.hpp"

namespace eczscore {

/// An estimated score, in half points. It converts to nothing: not to a score, an exact number, an
/// answer or a change, so it cannot reach a band, a change or a responder test.
class EstimatedScore {
public:
    constexpr EstimatedScore() = default;
    /// An estimate of so many half points.
    static constexpr EstimatedScore of_half_points(int halves) {
        return EstimatedScore(Status::ok, halves);
    }
    /// No estimate, for this reason.
    static constexpr EstimatedScore none(Status why) { return EstimatedScore(why, 0); }

    /// `ok`, or why there is no estimate.
    constexpr Status status() const { return status_; }
    /// There is an estimate.
    constexpr bool is_known() const { return status_ == Status::ok; }
    /// For display, in points; NaN when there is no estimate.
    constexpr double shown() const {
        return is_known() ? halves_ / 2.0 : std::numeric_limits<double>::quiet_NaN();
    }

    friend constexpr bool operator==(const EstimatedScore&, const EstimatedScore&) = default;

private:
    constexpr EstimatedScore(Status status, int halves) : halves_(halves), status_(status) {}

    int halves_ = 0;
    Status status_ = Status::missing;
};

}  // namespace eczscore
