// SPDX-License-Identifier: BSL-1.0
// Moments from exact sums of powers: every figure is one exact ratio, rounded once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/natural.hpp"
#include "eczscore/stats/types/moments.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// Sums of the first four powers of whole numbers; a value is one of them x 2^exponent / per_unit.
struct PowerSums {
    std::uint64_t n = 0;
    Whole s1, s2, s3, s4;
    int exponent = 0;
    int per_unit = 1;

    /// Takes out the power of two that all values share, which keeps the numbers small.
    void reduce() {
        if (s2.is_zero()) return;
        int shared = s2.size.trailing_zeros() / 2;
        if (!s1.is_zero()) shared = std::min(shared, s1.size.trailing_zeros());
        if (!s3.is_zero()) shared = std::min(shared, s3.size.trailing_zeros() / 3);
        if (!s4.is_zero()) shared = std::min(shared, s4.size.trailing_zeros() / 4);
        s1.size = s1.size.shifted(-shared);
        s2.size = s2.size.shifted(-2 * shared);
        s3.size = s3.size.shifted(-3 * shared);
        s4.size = s4.size.shifted(-4 * shared);
        exponent += shared;
    }
};

inline Whole whole(std::uint64_t value) { return Natural(DoubleLimb{value}); }

/// Whether the matrix a b c / b d e / c e f can hold the sums of squares and of products of three
/// lists of real numbers: no principal minor is below 0. Sums of two such matrices are such again.
inline bool can_be_products(const Whole& a, const Whole& b, const Whole& c, const Whole& d,
                            const Whole& e, const Whole& f) {
    const Whole minors[] = {a,
                            d,
                            f,
                            a * d - b * b,
                            a * f - c * c,
                            d * f - e * e,
                            a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d)};
    for (const Whole& minor : minors) {
        if (minor.is_below_zero()) return false;
    }
    return true;
}

/// Whether real numbers with these sums exist.
inline bool can_be_powers(const PowerSums& of) {
    return can_be_products(whole(of.n), of.s1, of.s2, of.s2, of.s3, of.s4);
}

/// Skewness and kurtosis, where n a = `a`, n^2 b = `b` and n^3 c = `c` are the second to fourth
/// sums of deviations; all are free of the unit.
inline void put_shape(const Whole& a, const Whole& b, const Whole& c, std::uint64_t count,
                      MomentsResult& result) {
    const Whole n = whole(count);
    const Whole less_1 = whole(count - 1);
    const Whole less_2 = whole(count - 2);
    const Natural b2 = b.size * b.size;
    const Natural a3 = a.size * a.size * a.size;
    const double sign = b.negative ? -1.0 : 1.0;
    const auto root = [&](const Whole& top, const Whole& bottom) {
        return sign * root_of_ratio(b2 * top.size, a3 * bottom.size);
    };
    result.skewness = root(whole(1), whole(1));
    result.skewness_sas = root(n * less_1, less_2 * less_2);
    result.skewness_minitab = root(less_1 * less_1 * less_1, n * n * n);
    const Whole a2 = a * a;
    const Whole excess = c - whole(3) * a2;
    result.kurtosis = ratio(excess, a2);
    result.kurtosis_minitab = ratio(c * less_1 * less_1 - whole(3) * n * n * a2, n * n * a2);
    if (count < 4) return;
    result.kurtosis_sas =
        ratio(((n + whole(1)) * excess + whole(6) * a2) * less_1, a2 * less_2 * whole(count - 3));
}

/// Needs the sums that `PowerSums` has; O(1) in the number of values.
inline MomentsResult moments_of(PowerSums of) {
    MomentsResult result;
    result.n = static_cast<std::size_t>(of.n);
    if (of.n == 0) return result;
    of.reduce();
    const Whole n = whole(of.n);
    const Whole unit = whole(static_cast<std::uint64_t>(of.per_unit));
    const Whole unit2 = unit * unit;
    const int e = of.exponent;
    result.sum = ratio(of.s1, unit, e);
    result.mean = ratio(of.s1, unit * n, e);

    const Whole a = n * of.s2 - of.s1 * of.s1;
    const Whole b = n * n * of.s3 - whole(3) * n * of.s1 * of.s2 + whole(2) * of.s1 * of.s1 * of.s1;
    const Whole s1_squared = of.s1 * of.s1;
    const Whole c = n * n * n * of.s4 - whole(4) * n * n * of.s1 * of.s3 +
                    whole(6) * n * s1_squared * of.s2 - whole(3) * s1_squared * s1_squared;
    result.squares = ratio(a, n * unit2, 2 * e);
    result.cubes = ratio(b, n * n * unit2 * unit, 3 * e);
    result.fourth_powers = ratio(c, n * n * n * unit2 * unit2, 4 * e);
    if (of.n < 2) return result;

    const Whole less_1 = whole(of.n - 1);
    result.variance = ratio(a, n * less_1 * unit2, 2 * e);
    result.sd = root_of_ratio(a.size, (n * less_1 * unit2).size, 2 * e);
    result.se = root_of_ratio(a.size, (n * n * less_1 * unit2).size, 2 * e);
    if (!of.s1.is_zero()) {
        result.coefficient_of_variation =
            (of.s1.negative ? -1.0 : 1.0) * root_of_ratio((a * n).size, (less_1 * s1_squared).size);
    }
    result.state = a.is_zero() ? State::zero_variance : State::ok;
    if (!a.is_zero() && of.n > 2) put_shape(a, b, c, of.n, result);
    return result;
}

}  // namespace eczscore::stats::detail
