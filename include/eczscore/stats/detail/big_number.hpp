// SPDX-License-Identifier: BSL-1.0
// Numbers beyond the range of a double: binomial coefficients.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace eczscore::stats::detail {

/// A positive number as a fraction and a power of 2: binomial coefficients outgrow a double.
struct BigNumber {
    double fraction = 1.0;
    int exponent = 0;

    void times(double factor, double divisor) {
        int more = 0;
        fraction = std::frexp(fraction * factor / divisor, &more);
        exponent += more;
    }
};

/// (m + n) over m.
inline BigNumber choose(std::size_t m, std::size_t n) {
    BigNumber ways;
    const std::size_t less = std::min(m, n), more = std::max(m, n);
    for (std::size_t i = 1; i <= less; ++i) {
        // exact as long as it fits: the product of i neighbours is divisible by i
        ways.times(static_cast<double>(more + i), static_cast<double>(i));
    }
    return ways;
}

/// n over k, for k = 0 .. most, at most n.
inline std::vector<BigNumber> choose_up_to(std::size_t n, std::size_t most) {
    std::vector<BigNumber> all(1);
    all[0].times(1.0, 1.0);
    for (std::size_t k = 1; k <= std::min(n, most); ++k) {
        all.push_back(all.back());
        all.back().times(static_cast<double>(n - k + 1), static_cast<double>(k));
    }
    return all;
}

}  // namespace eczscore::stats::detail
