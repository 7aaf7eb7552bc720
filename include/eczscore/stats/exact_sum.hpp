// SPDX-License-Identifier: BSL-1.0
// The correctly rounded sum of doubles, the same bits in any order and any grouping (Neal 2015).
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/detail/fixed_sum.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A sum and a mean without rounding error, in the units of the values.
struct ExactSumResult {
    double sum = 0.0;            ///< the double nearest to the true sum; 0 of no values
    double mean = not_a_number;  ///< the double nearest to the true mean
    std::size_t n = 0;
    std::size_t missing = 0;  ///< NaN and infinities, left out
    Text method = "exact sum in fixed point";
    State state = State::too_few;
};

/// Adds doubles without any rounding: values in any order, parts merged in any tree, give the same
/// bits. For continuous data such as TEWL; scores that step go in `LatticeSums`.
class ExactSum {
public:
    /// Adds a value without rounding; NaN and infinities count as missing.
    void add(double value) {
        if (!std::isfinite(value)) {
            ++missing_;
            return;
        }
        const detail::Binary parts = detail::binary(value);
        sum_.add({parts.digits, 0}, parts.shift, parts.negative);
        ++n_;
    }
    /// Adds values in turn; their order changes no bit.
    void add(std::span<const double> values) {
        for (const double value : values) add(value);
    }
    /// False, and nothing is merged, where there would be more than 2^63 values.
    bool merge(const ExactSum& other) {
        if (!detail::can_count(n_, other.n_) || !detail::can_count(missing_, other.missing_)) {
            return false;
        }
        sum_.add(other.sum_);
        n_ += other.n_;
        missing_ += other.missing_;
        return true;
    }
    /// Sum and mean, each correctly rounded once; a sum beyond the range of `double` is
    /// `out_of_range`.
    ExactSumResult finalise() const {
        const detail::Whole sum = sum_.whole();
        ExactSumResult result;
        result.n = static_cast<std::size_t>(n_);
        result.missing = static_cast<std::size_t>(missing_);
        result.sum = detail::ratio(sum, detail::Natural(1), -1074);
        if (n_ == 0) return result;
        result.mean = detail::ratio(sum, detail::Natural(n_), -1074);
        result.state = std::isfinite(result.sum) ? State::ok : State::out_of_range;
        return result;
    }
    /// The sum as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::exact_sum, 1);
        out.put(n_);
        out.put(missing_);
        sum_.write(out);
        return out.take();
    }
    /// Takes the sum from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::exact_sum, 1);
        ExactSum read;
        read.n_ = in.get<std::uint64_t>();
        read.missing_ = in.get<std::uint64_t>();
        read.sum_.read(in);
        if (!detail::can_count(read.n_, 0) || !detail::can_count(read.missing_, 0) ||
            !read.sum_.can_be_of(read.n_)) {
            in.reject();
        }
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = read;
        return reading;
    }
    friend bool operator==(const ExactSum&, const ExactSum&) = default;

private:
    std::uint64_t n_ = 0;
    std::uint64_t missing_ = 0;
    detail::SignedFixedSum<1> sum_{};
};

/// The sum of all finite values, correctly rounded. O(n).
inline ExactSumResult exact_sum(std::span<const double> values) {
    ExactSum sum;
    sum.add(values);
    return sum.finalise();
}

}  // namespace eczscore::stats
