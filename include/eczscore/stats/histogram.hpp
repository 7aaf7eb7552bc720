// SPDX-License-Identifier: BSL-1.0
// Counts over the grid of a score: exact, mergeable, and enough for quantiles and ranks.
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
#include "eczscore/stats/detail/quantile.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/moments.hpp"
#include "eczscore/stats/types/quantile_type.hpp"

namespace eczscore::stats {

/// How often each score of a lattice occurred; EASI in twentieths has 1441, POEM 29.
class Histogram {
public:
    Histogram() : Histogram(1, 0, 0) {}
    /// Scores from `lowest` to `highest`, in steps of 1/per_unit, both included. The counts are
    /// allocated here and never again. A grid of more than 2^24 steps is not made: it is empty, and
    /// every score is off it.
    Histogram(std::int32_t per_unit, std::int32_t lowest, std::int32_t highest)
        : per_unit_(std::max(per_unit, 1)), lowest_(lowest), counts_(grid(lowest, highest)) {}

    /// Steps in 1.
    std::int32_t per_unit() const { return per_unit_; }
    /// The lowest score of the grid, in steps.
    std::int32_t lowest() const { return lowest_; }
    /// How many have each score, from the lowest score on.
    std::span<const std::uint64_t> counts() const { return counts_; }
    /// The scores that were counted.
    std::uint64_t n() const { return n_; }
    /// The values that were no number.
    std::uint64_t missing() const { return missing_; }
    /// The score of a count, in units.
    double value(std::size_t index) const {
        return static_cast<double>(lowest_ + static_cast<std::int64_t>(index)) / per_unit_;
    }

    /// A whole number of steps. False, and nothing is counted, outside the grid and where there
    /// would be more than 2^63 scores.
    bool add_steps(std::int64_t steps, std::uint64_t times = 1) {
        const std::int64_t highest = lowest_ + static_cast<std::int64_t>(counts_.size()) - 1;
        if (steps < lowest_ || steps > highest || !detail::can_count(n_, times)) return false;
        counts_[static_cast<std::size_t>(steps - lowest_)] += times;
        n_ += times;
        return true;
    }
    /// A score as a double. Missing ones are counted apart. False, and nothing is counted, off the
    /// lattice (further than 1e-9 from it) and outside the grid.
    bool add(double value) {
        if (!std::isfinite(value)) {
            ++missing_;
            return true;
        }
        const double steps = std::round(value * per_unit_);
        if (!(std::abs(steps) < 4e9) || !(std::abs(value - steps / per_unit_) <= 1e-9)) {
            return false;
        }
        return add_steps(static_cast<std::int64_t>(steps));
    }
    /// How many of the values could not be counted.
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

    /// False, and nothing is merged, when the grids differ or there would be more than 2^63 scores.
    bool merge(const Histogram& other) {
        if (other.per_unit_ != per_unit_ || other.lowest_ != lowest_ ||
            other.counts_.size() != counts_.size() || !detail::can_count(n_, other.n_) ||
            !detail::can_count(missing_, other.missing_)) {
            return false;
        }
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
        n_ += other.n_;
        missing_ += other.missing_;
        return true;
    }

    /// NaN of no scores and for p outside 0 to 1. O(grid).
    double quantile(double p, QuantileType type = QuantileType::linear) const {
        return detail::quantile_of(n_, p, type, [&](std::uint64_t k) { return smallest(k); });
    }
    /// The quantile at 0.5.
    double median() const { return quantile(0.5); }
    /// How many lie below a score and half of those at it: its mid-rank less 1/2. O(grid).
    double below(double score) const {
        double count = 0.0;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const double at = value(i);
            if (at < score) count += static_cast<double>(counts_[i]);
            if (at == score) count += 0.5 * static_cast<double>(counts_[i]);
        }
        return count;
    }
    /// Moments, correctly rounded. O(grid).
    MomentsResult finalise() const {
        using detail::Whole;
        detail::PowerSums sums{n_, {}, {}, {}, {}, 0, per_unit_};
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            if (counts_[i] == 0) continue;
            const Whole steps = eczscore::detail::Int128{lowest_} + static_cast<std::int64_t>(i);
            Whole term = detail::whole(counts_[i]) * steps;
            for (Whole* sum : {&sums.s1, &sums.s2, &sums.s3, &sums.s4}) {
                *sum = *sum + term;
                term = term * steps;
            }
        }
        MomentsResult result = detail::moments_of(std::move(sums));
        result.missing = static_cast<std::size_t>(missing_);
        result.method = "histogram over the score grid";
        return result;
    }

    /// The counts as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::histogram, 1);
        out.put(per_unit_);
        out.put(lowest_);
        out.put(missing_);
        out.put(static_cast<std::uint32_t>(counts_.size()));
        for (const std::uint64_t count : counts_) out.put(count);
        return out.take();
    }
    /// Takes the counts from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::histogram, 1);
        Histogram read;
        read.per_unit_ = in.get<std::int32_t>();
        read.lowest_ = in.get<std::int32_t>();
        read.missing_ = in.get<std::uint64_t>();
        const std::size_t size = in.get<std::uint32_t>();
        if (read.per_unit_ < 1 || size == 0 || size > in.left() / 8 ||
            grid(read.lowest_, read.lowest_ + static_cast<std::int64_t>(size) - 1) != size ||
            !detail::can_count(read.missing_, 0)) {
            in.reject();
        }
        if (!in.is_ok()) return in.finish();
        read.counts_.assign(size, 0);
        for (std::uint64_t& count : read.counts_) {
            count = in.get<std::uint64_t>();
            if (!detail::can_count(read.n_, count)) in.reject();
            if (in.is_ok()) read.n_ += count;
        }
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = std::move(read);
        return reading;
    }
    friend bool operator==(const Histogram&, const Histogram&) = default;

private:
    /// How many steps a grid has; 0 where that is too many, or beyond what a step can be.
    static std::size_t grid(std::int32_t lowest, std::int64_t highest) {
        const std::int64_t steps = std::max<std::int64_t>(highest, lowest) - lowest + 1;
        constexpr std::int64_t most = std::int64_t{1} << 24;
        const bool fits = steps <= most && highest <= std::numeric_limits<std::int32_t>::max();
        return fits ? static_cast<std::size_t>(steps) : 0;
    }
    double smallest(std::uint64_t k) const {
        std::size_t i = 0;
        for (std::uint64_t passed = counts_[0]; passed < k; passed += counts_[i]) ++i;
        return value(i);
    }

    std::int32_t per_unit_;
    std::int32_t lowest_;
    std::uint64_t n_ = 0;
    std::uint64_t missing_ = 0;
    std::vector<std::uint64_t> counts_;
};

}  // namespace eczscore::stats
