// SPDX-License-Identifier: BSL-1.0
// Exact sums of scores that step by a fixed unit: 128-bit integers, mergeable in any order.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/detail/power_sums.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/moments.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// Count, extremes and sums of powers of scores on a lattice, such as EASI in twentieths or POEM in
/// ones. Room for 2^31 scores of less than 2^24 steps in size.
class LatticeSums {
public:
    /// per_unit  steps in 1: 10 for tenths, 20 for twentieths; at least 1
    explicit LatticeSums(std::int32_t per_unit = 1) : per_unit_(std::max(per_unit, 1)) {}

    /// Steps in 1.
    std::int32_t per_unit() const { return per_unit_; }

    /// A whole number of steps. False, and nothing is added, when it is 2^24 or more in size or
    /// there are 2^31 scores already.
    bool add_steps(std::int64_t steps) {
        if (steps <= -limit || steps >= limit || n_ == most) return false;
        ++n_;
        lowest_ = std::min(lowest_, steps);
        highest_ = std::max(highest_, steps);
        const Int128 square = Int128{steps} * steps;
        s1_ += steps;
        s2_ += square;
        s3_ += square * steps;
        s4_ += square * square;
        return true;
    }
    /// A score as a double. Missing ones are counted. False, and nothing is added, when it does not
    /// lie on the lattice (further than 1e-9 from it).
    bool add(double value) {
        if (!std::isfinite(value)) {
            ++missing_;
            return true;
        }
        const double steps = std::round(value * per_unit_);
        if (!(std::abs(steps) < limit) || !(std::abs(value - steps / per_unit_) <= 1e-9)) {
            return false;
        }
        return add_steps(static_cast<std::int64_t>(steps));
    }
    /// How many of the values could not be added because they are off the lattice.
    std::size_t add(std::span<const double> values) {
        std::size_t refused = 0;
        for (const double value : values) refused += add(value) ? 0U : 1U;
        return refused;
    }
    /// False, and nothing is counted, where there would be more than 2^63.
    bool add_missing(std::uint64_t count = 1) {
        if (!detail::can_count(missing_, count)) return false;
        missing_ += count;
        return true;
    }

    /// False, and nothing is merged, when the steps differ or there would be more than 2^31 scores.
    bool merge(const LatticeSums& other) {
        if (other.per_unit_ != per_unit_ || other.n_ > most - n_ ||
            !detail::can_count(missing_, other.missing_)) {
            return false;
        }
        n_ += other.n_;
        missing_ += other.missing_;
        lowest_ = std::min(lowest_, other.lowest_);
        highest_ = std::max(highest_, other.highest_);
        s1_ += other.s1_;
        s2_ += other.s2_;
        s3_ += other.s3_;
        s4_ += other.s4_;
        return true;
    }

    /// Correctly rounded.
    MomentsResult finalise() const {
        MomentsResult result = detail::moments_of(power_sums());
        result.missing = static_cast<std::size_t>(missing_);
        result.method = "exact sums of steps";
        return result;
    }
    /// NaN of no scores.
    double lowest() const { return n_ == 0 ? not_a_number : in_units(lowest_); }
    /// NaN of no scores.
    double highest() const { return n_ == 0 ? not_a_number : in_units(highest_); }
    /// The scores that were added.
    std::uint64_t n() const { return n_; }
    /// The values that were no number.
    std::uint64_t missing() const { return missing_; }
    /// The sum in steps.
    eczscore::detail::Int128 sum_steps() const { return s1_; }

    /// The sums as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::lattice_sums, 1);
        out.put(per_unit_);
        out.put(n_);
        out.put(missing_);
        out.put(lowest_);
        out.put(highest_);
        for (const Int128 sum : {s1_, s2_, s3_, s4_}) {
            out.put(static_cast<std::uint64_t>(sum));
            out.put(static_cast<std::uint64_t>(static_cast<detail::DoubleLimb>(sum) >> 64));
        }
        return out.take();
    }
    /// Takes the sums from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::lattice_sums, 1);
        LatticeSums read;
        read.per_unit_ = in.get<std::int32_t>();
        if (read.per_unit_ < 1) in.reject();
        read.n_ = in.get<std::uint64_t>();
        read.missing_ = in.get<std::uint64_t>();
        read.lowest_ = in.get<std::int64_t>();
        read.highest_ = in.get<std::int64_t>();
        for (Int128* sum : {&read.s1_, &read.s2_, &read.s3_, &read.s4_}) {
            const auto low = in.get<std::uint64_t>();
            const auto high = in.get<std::uint64_t>();
            *sum = static_cast<Int128>((detail::DoubleLimb{high} << 64) | low);
        }
        if (!read.is_possible()) in.reject();
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = read;
        return reading;
    }
    friend bool operator==(const LatticeSums&, const LatticeSums&) = default;

private:
    using Int128 = eczscore::detail::Int128;
    static constexpr std::int64_t limit = std::int64_t{1} << 24;
    /// So many fourth powers below 2^96 fit in 127 bits.
    static constexpr std::uint64_t most = std::uint64_t{1} << 31;

    detail::PowerSums power_sums() const { return {n_, s1_, s2_, s3_, s4_, 0, per_unit_}; }
    /// Of what was read: scores with these sums and extremes can exist. The bound on the fourth
    /// powers with `can_be_powers` bounds the other sums too.
    bool is_possible() const {
        if (n_ == 0) {
            LatticeSums empty(per_unit_);
            return empty.add_missing(missing_) && *this == empty;
        }
        if (n_ > most || !detail::can_count(missing_, 0)) return false;
        if (lowest_ <= -limit || highest_ >= limit || lowest_ > highest_) return false;
        const auto n = static_cast<Int128>(n_);
        const Int128 square = std::max(Int128{lowest_} * lowest_, Int128{highest_} * highest_);
        return s4_ <= n * square * square && n * lowest_ <= s1_ && s1_ <= n * highest_ &&
               detail::can_be_powers(power_sums());
    }

    double in_units(std::int64_t steps) const {
        return static_cast<double>(steps) / static_cast<double>(per_unit_);
    }

    std::int32_t per_unit_;
    std::uint64_t n_ = 0;
    std::uint64_t missing_ = 0;
    std::int64_t lowest_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t highest_ = std::numeric_limits<std::int64_t>::min();
    Int128 s1_ = 0;
    Int128 s2_ = 0;
    Int128 s3_ = 0;
    Int128 s4_ = 0;
};

}  // namespace eczscore::stats
