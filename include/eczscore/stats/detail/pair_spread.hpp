// SPDX-License-Identifier: BSL-1.0
// Means, variances and covariance of pairs under resampling, in one pass over the draws.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"

namespace eczscore::stats::detail {

/// What every standardised change is made of.
struct PairSpread {
    double n = 0.0;
    double change = not_a_number;   ///< mean of post - pre
    double var_pre = not_a_number;  ///< divisor n - 1, as the others
    double var_post = not_a_number;
    double covariance = not_a_number;

    /// What rounding alone leaves of equal changes is 0.
    double var_change() const {
        const double sum = var_pre + var_post;
        const double variance = sum - 2.0 * covariance;
        return variance <= 1e-13 * sum ? 0.0 : variance;
    }
    double r() const {
        const double spread = std::sqrt(var_pre) * std::sqrt(var_post);
        return spread > 0.0 ? covariance / spread : not_a_number;
    }
};

/// Sums of pairs about fixed centres: those of a resample, or of all but one.
struct PairSums {
    double n = 0.0;
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;

    void add(double dx, double dy, double weight = 1.0) {
        n += weight;
        x += weight * dx;
        y += weight * dy;
        xx += weight * dx * dx;
        yy += weight * dy * dy;
        xy += weight * dx * dy;
    }
    /// centre_change  centre of post minus centre of pre
    PairSpread spread(double centre_change) const {
        const double df = n - 1.0;
        if (!(df > 0.0)) return {.n = n};
        const double squares_x = squares(x, xx);
        const double squares_y = squares(y, yy);
        const bool both = squares_x > 0.0 && squares_y > 0.0;
        return {n, centre_change + (y - x) / n, squares_x / df, squares_y / df,
                both ? (xy - x * y / n) / df : 0.0};
    }

private:
    /// About the mean; what rounding alone leaves of one value drawn n times is 0.
    double squares(double sum, double square_sum) const {
        const double left = square_sum - sum * sum / n;
        return left > 1e-13 * square_sum ? left : 0.0;
    }
};

/// Pairs as deviations from their means.
struct CentredPairs {
    std::vector<double> pre;
    std::vector<double> post;
    double change = 0.0;  ///< of the centres

    explicit CentredPairs(const Pairs& pairs) : pre(pairs.first), post(pairs.second) {
        const double x = moments(std::span<const double>(pairs.first)).mean;
        const double y = moments(std::span<const double>(pairs.second)).mean;
        change = y - x;
        for (double& value : pre) value -= x;
        for (double& value : post) value -= y;
    }
    std::size_t size() const { return pre.size(); }
    PairSums all() const {
        PairSums sums;
        for (std::size_t i = 0; i < size(); ++i) sums.add(pre[i], post[i]);
        return sums;
    }
    PairSpread without(const PairSums& sums, std::size_t i) const {
        PairSums rest = sums;
        rest.add(pre[i], post[i], -1.0);
        return rest.spread(change);
    }
    PairSpread resample(std::span<const std::uint32_t> indices) const {
        PairSums sums;
        for (const std::uint32_t i : indices) sums.add(pre[i], post[i]);
        return sums.spread(change);
    }
};

}  // namespace eczscore::stats::detail
