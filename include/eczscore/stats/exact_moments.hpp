// SPDX-License-Identifier: BSL-1.0
// Mean to kurtosis of doubles from exact sums: order and grouping cannot change a bit.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/detail/fixed_sum.hpp"
#include "eczscore/stats/detail/power_sums.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/moments.hpp"

namespace eczscore::stats {

/// Exact sums of the first four powers of doubles; 3.7 kB, whatever the number of values.
/// For continuous data such as TEWL; scores that step are lighter in `LatticeSums`.
class ExactMoments {
public:
    /// Adds a value without rounding; NaN and infinities count as missing.
    void add(double value) {
        if (!std::isfinite(value)) {
            ++missing_;
            return;
        }
        ++n_;
        const auto [digits, shift, negative] = detail::binary(value);
        if (digits == 0) return;
        const detail::Powers powers(digits);
        s1_.add(powers.first, shift, negative);
        s2_.add(powers.second, 2 * shift);
        s3_.add(powers.third, 3 * shift, negative);
        s4_.add(powers.fourth, 4 * shift);
    }
    /// Adds values in turn; their order changes no bit.
    void add(std::span<const double> values) {
        for (const double value : values) add(value);
    }
    /// False, and nothing is merged, where there would be more than 2^63 values.
    bool merge(const ExactMoments& other) {
        if (!detail::can_count(n_, other.n_) || !detail::can_count(missing_, other.missing_)) {
            return false;
        }
        n_ += other.n_;
        missing_ += other.missing_;
        s1_.add(other.s1_);
        s2_.add(other.s2_);
        s3_.add(other.s3_);
        s4_.add(other.s4_);
        return true;
    }
    /// Mean, standard deviation and shape, each correctly rounded once.
    MomentsResult finalise() const {
        MomentsResult result = detail::moments_of(power_sums());
        result.missing = static_cast<std::size_t>(missing_);
        return result;
    }
    /// The sums as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::exact_moments, 1);
        out.put(n_);
        out.put(missing_);
        s1_.write(out);
        s2_.write(out);
        s3_.write(out);
        s4_.write(out);
        return out.take();
    }
    /// Takes the sums from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::exact_moments, 1);
        ExactMoments read;
        read.n_ = in.get<std::uint64_t>();
        read.missing_ = in.get<std::uint64_t>();
        read.s1_.read(in);
        read.s2_.read(in);
        read.s3_.read(in);
        read.s4_.read(in);
        if (!in.is_ok() || !read.is_possible()) in.reject();
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = read;
        return reading;
    }
    friend bool operator==(const ExactMoments&, const ExactMoments&) = default;

private:
    detail::PowerSums power_sums() const {
        return {n_, s1_.whole(), s2_.natural(), s3_.whole(), s4_.natural(), -1074, 1};
    }
    /// Of what was read.
    bool is_possible() const {
        return detail::can_count(n_, 0) && detail::can_count(missing_, 0) && s1_.can_be_of(n_) &&
               s2_.can_be_of(n_) && s3_.can_be_of(n_) && s4_.can_be_of(n_) &&
               detail::can_be_powers(power_sums());
    }
    std::uint64_t n_ = 0;
    std::uint64_t missing_ = 0;
    detail::SignedFixedSum<1> s1_{};
    detail::FixedSum<2> s2_{};
    detail::SignedFixedSum<3> s3_{};
    detail::FixedSum<4> s4_{};
};

/// Moments of all finite values, each correctly rounded. O(n).
inline MomentsResult exact_moments(std::span<const double> values) {
    ExactMoments all;
    all.add(values);
    return all.finalise();
}

}  // namespace eczscore::stats
