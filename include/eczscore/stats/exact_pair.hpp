// SPDX-License-Identifier: BSL-1.0
// Covariance, correlation and the fitted line from exact sums of products, mergeable.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/bytes.hpp"
#include "eczscore/stats/detail/fixed_sum.hpp"
#include "eczscore/stats/detail/power_sums.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Each figure is the double nearest to the true one; NaN where it does not exist.
struct ExactPairResult {
    std::size_t n = 0;
    std::size_t missing = 0;  ///< pairs left out because a value was missing
    double mean_x = not_a_number;
    double mean_y = not_a_number;
    double squares_x = not_a_number;  ///< sum of squared deviations
    double squares_y = not_a_number;
    double products = not_a_number;    ///< sum of products of deviations
    double covariance = not_a_number;  ///< divisor n - 1
    double correlation = not_a_number;
    double slope = not_a_number;  ///< of y on x
    double intercept = not_a_number;
    Text method = "exact sums of products";
    State state = State::too_few;
};

/// Exact sums over pairs of doubles.
class ExactPair {
public:
    /// Adds a pair without rounding; one with a NaN or an infinity counts as missing.
    void add(double x, double y) {
        if (!std::isfinite(x) || !std::isfinite(y)) {
            ++missing_;
            return;
        }
        ++n_;
        const detail::Binary a = detail::binary(x);
        const detail::Binary b = detail::binary(y);
        x_.add({a.digits, 0}, a.shift, a.negative);
        y_.add({b.digits, 0}, b.shift, b.negative);
        xx_.add(product(a.digits, a.digits), 2 * a.shift);
        yy_.add(product(b.digits, b.digits), 2 * b.shift);
        xy_.add(product(a.digits, b.digits), a.shift + b.shift, a.negative != b.negative);
    }
    /// Where one list is longer, its rest has no partner and counts as missing.
    void add(std::span<const double> x, std::span<const double> y) {
        const std::size_t both = std::min(x.size(), y.size());
        for (std::size_t i = 0; i < both; ++i) add(x[i], y[i]);
        missing_ += std::max(x.size(), y.size()) - both;
    }
    /// False, and nothing is merged, where there would be more than 2^63 pairs.
    bool merge(const ExactPair& other) {
        if (!detail::can_count(n_, other.n_) || !detail::can_count(missing_, other.missing_)) {
            return false;
        }
        n_ += other.n_;
        missing_ += other.missing_;
        x_.add(other.x_);
        y_.add(other.y_);
        xx_.add(other.xx_);
        yy_.add(other.yy_);
        xy_.add(other.xy_);
        return true;
    }
    /// Means, covariance and correlation, each correctly rounded once.
    ExactPairResult finalise() const;
    /// The sums as bytes with a version and a checksum, the same on every machine.
    std::vector<std::uint8_t> serialise() const {
        detail::ByteWriter out(detail::AccumulatorKind::exact_pair, 1);
        out.put(n_);
        out.put(missing_);
        x_.write(out);
        y_.write(out);
        xx_.write(out);
        yy_.write(out);
        xy_.write(out);
        return out.take();
    }
    /// Takes the sums from such bytes. returns `ok`, or why not; then nothing changes.
    AccumulatorReading deserialise(std::span<const std::uint8_t> bytes) {
        detail::ByteReader in(bytes, detail::AccumulatorKind::exact_pair, 1);
        ExactPair read;
        read.n_ = in.get<std::uint64_t>();
        read.missing_ = in.get<std::uint64_t>();
        read.x_.read(in);
        read.y_.read(in);
        read.xx_.read(in);
        read.yy_.read(in);
        read.xy_.read(in);
        if (!in.is_ok() || !read.is_possible()) in.reject();
        const AccumulatorReading reading = in.finish();
        if (reading == AccumulatorReading::ok) *this = read;
        return reading;
    }
    friend bool operator==(const ExactPair&, const ExactPair&) = default;

private:
    /// Of what was read.
    bool is_possible() const {
        return detail::can_count(n_, 0) && detail::can_count(missing_, 0) && x_.can_be_of(n_) &&
               y_.can_be_of(n_) && xx_.can_be_of(n_) && yy_.can_be_of(n_) && xy_.can_be_of(n_) &&
               detail::can_be_products(detail::whole(n_), x_.whole(), y_.whole(), xx_.natural(),
                                       xy_.whole(), yy_.natural());
    }
    static std::array<detail::Limb, 3> product(detail::Limb a, detail::Limb b) {
        const detail::DoubleLimb wide = detail::DoubleLimb{a} * b;
        return {static_cast<detail::Limb>(wide), static_cast<detail::Limb>(wide >> 64), 0};
    }
    std::uint64_t n_ = 0;
    std::uint64_t missing_ = 0;
    detail::SignedFixedSum<1> x_{};
    detail::SignedFixedSum<1> y_{};
    detail::FixedSum<2> xx_{};
    detail::FixedSum<2> yy_{};
    detail::SignedFixedSum<2> xy_{};
};

inline ExactPairResult ExactPair::finalise() const {
    using detail::ratio;
    using detail::whole;
    using detail::Whole;
    ExactPairResult result;
    result.n = static_cast<std::size_t>(n_);
    result.missing = static_cast<std::size_t>(missing_);
    if (n_ == 0) return result;
    const Whole n = whole(n_);
    const Whole x = x_.whole();
    const Whole y = y_.whole();
    const Whole xx = n * Whole(xx_.natural()) - x * x;
    const Whole yy = n * Whole(yy_.natural()) - y * y;
    const Whole xy = n * xy_.whole() - x * y;
    result.mean_x = ratio(x, n, -1074);
    result.mean_y = ratio(y, n, -1074);
    result.squares_x = ratio(xx, n, -2148);
    result.squares_y = ratio(yy, n, -2148);
    result.products = ratio(xy, n, -2148);
    if (n_ < 2) return result;
    result.covariance = ratio(xy, n * whole(n_ - 1), -2148);
    result.state = xx.is_zero() || yy.is_zero() ? State::zero_variance : State::ok;
    if (xx.is_zero()) return result;
    result.slope = ratio(xy, xx);
    result.intercept = ratio(y * xx - xy * x, n * xx, -1074);
    if (yy.is_zero()) return result;
    result.correlation =
        (xy.negative ? -1.0 : 1.0) * detail::root_of_ratio(xy.size * xy.size, xx.size * yy.size);
    return result;
}

/// Of all complete pairs. O(n).
inline ExactPairResult exact_pair(std::span<const double> x, std::span<const double> y) {
    ExactPair all;
    all.add(x, y);
    return all.finalise();
}

}  // namespace eczscore::stats
