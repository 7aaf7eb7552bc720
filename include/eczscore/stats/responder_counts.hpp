// SPDX-License-Identifier: BSL-1.0
// Responders counted so that parts can be merged: never a baseline of 0 among them in silence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/core/exact.hpp"
#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Who is in the denominator of a responder rate.
enum class Denominator : std::uint8_t {
    evaluable,      ///< missing and not evaluable patients are left out
    missing_as_no,  ///< a missing outcome counts as no response (NRI)
    all_enrolled    ///< so does a baseline on which response is undefined
};

/// A responder rate, and everybody that is not in it.
struct ResponderRate {
    double estimate = not_a_number;  ///< 0 to 1; its interval is a matter of proportions
    std::uint64_t responders = 0;
    std::uint64_t n = 0;              ///< the denominator
    std::uint64_t missing = 0;        ///< no outcome recorded
    std::uint64_t not_evaluable = 0;  ///< baseline 0, or below what the endpoint asks
    Text method{};
    State state = State::too_few;
};

/// Counts of responders and of everybody else, by what is known of them.
class ResponderCounts {
public:
    /// Counts a patient whose response is known.
    void add(bool responded) { ++(responded ? yes_ : no_); }
    /// False, and nothing is counted, where there would be more than 2^63 patients.
    bool add_missing(std::uint64_t count = 1) { return count_more(missing_, count); }
    /// The same for patients whose baseline leaves the response undefined.
    bool add_not_evaluable(std::uint64_t count = 1) { return count_more(not_evaluable_, count); }

    /// Whether the score fell by at least `percent` of the baseline, decided in whole steps. A
    /// baseline of 0 (or below) is not evaluable.
    /// percent  1 to 100
    void add_percent(std::int64_t baseline_steps, std::int64_t now_steps, int percent) {
        using eczscore::detail::Int128;
        if (baseline_steps <= 0) {
            add_not_evaluable();
            return;
        }
        const Int128 fall = Int128{baseline_steps} - now_steps;
        add(100 * fall >= Int128{percent} * baseline_steps);
    }
    /// Whether the score fell by at least `steps`, among those who began at `at_least` or more:
    /// such as NRS >= 4 points of those with 4 or more.
    void add_points(std::int64_t baseline_steps, std::int64_t now_steps, std::int64_t steps,
                    std::int64_t at_least) {
        using eczscore::detail::Int128;
        if (baseline_steps < at_least) {
            add_not_evaluable();
            return;
        }
        add(Int128{baseline_steps} - now_steps >= steps);
    }
    /// False, and nothing is merged, where there would be more than 2^63 patients.
    bool merge(const ResponderCounts& other) {
        if (!detail::can_count(patients(), other.patients())) return false;
        yes_ += other.yes_;
        no_ += other.no_;
        missing_ += other.missing_;
        not_evaluable_ += other.not_evaluable_;
        return true;
    }
    /// The rate with this denominator; `too_few` when it is 0.
    ResponderRate finalise(Denominator denominator) const {
        ResponderRate rate;
        rate.responders = yes_;
        rate.missing = missing_;
        rate.not_evaluable = not_evaluable_;
        rate.n = yes_ + no_;
        rate.method = "evaluable patients";
        if (denominator != Denominator::evaluable) {
            rate.n += missing_;
            rate.method = "missing outcomes count as no response";
        }
        if (denominator == Denominator::all_enrolled) {
            rate.n += not_evaluable_;
            rate.method = "all who enrolled; no outcome and no baseline count as no response";
        }
        if (rate.n == 0) return rate;
        rate.estimate = static_cast<double>(yes_) / static_cast<double>(rate.n);
        rate.state = State::ok;
        return rate;
    }
    /// The counts as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::responders, 1);
        for (const std::uint64_t count : {yes_, no_, missing_, not_evaluable_}) out.put(count);
        return out.take();
    }
    /// Takes the counts from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::responders, 1);
        ResponderCounts read;
        for (std::uint64_t* count : {&read.yes_, &read.no_, &read.missing_, &read.not_evaluable_}) {
            if (!read.count_more(*count, in.get<std::uint64_t>())) in.reject();
        }
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = read;
        return reading;
    }
    friend bool operator==(const ResponderCounts&, const ResponderCounts&) = default;

private:
    std::uint64_t patients() const { return yes_ + no_ + missing_ + not_evaluable_; }
    bool count_more(std::uint64_t& of, std::uint64_t count) {
        if (!detail::can_count(patients(), count)) return false;
        of += count;
        return true;
    }
    std::uint64_t yes_ = 0;
    std::uint64_t no_ = 0;
    std::uint64_t missing_ = 0;
    std::uint64_t not_evaluable_ = 0;
};

}  // namespace eczscore::stats
