// SPDX-License-Identifier: BSL-1.0
// The place where a monotone function passes 0, to the last digits; NaN where it does not.
#pragma once

#include <cmath>

#include "eczscore/stats/detail/numerical_functions.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// The root of `f`, which rises from `low` to `high`.
template <class Function>
double rising_root(const Function& f, double low, double high) {
    const double at_low = f(low);
    const double at_high = f(high);
    if (!(at_low <= 0.0) || !(at_high >= 0.0)) return not_a_number;
    if (at_low == 0.0) return low;
    if (at_high == 0.0) return high;
    return bracket_root(f, low, high, at_low, at_high, 200);
}

/// The root of a falling `f` by bracketing around a guess.
template <class Function>
double falling_root(const Function& f, double guess, double step) {
    double low = guess - step;
    double high = guess + step;
    for (int tries = 0; tries < 60 && !(f(low) >= 0.0); ++tries) low -= step *= 2.0;
    for (int tries = 0; tries < 60 && !(f(high) <= 0.0); ++tries) high += step *= 2.0;
    const double at_low = f(low);
    const double at_high = f(high);
    if (!(at_low >= 0.0) || !(at_high <= 0.0)) return not_a_number;
    if (at_low == 0.0) return low;
    if (at_high == 0.0) return high;
    return bracket_root(f, low, high, at_low, at_high, 200);
}

/// Where `f`, which has different signs at both ends (or 0 at one), is 0.
template <class Function>
double bracketed_root(const Function& f, double low, double high) {
    const double at_low = f(low);
    const double at_high = f(high);
    if (at_low == 0.0) return low;
    if (at_high == 0.0) return high;
    if (!((at_low < 0.0) != (at_high < 0.0))) return not_a_number;
    if (std::isnan(at_low) || std::isnan(at_high)) return not_a_number;
    return bracket_root(f, low, high, at_low, at_high, 300);
}

}  // namespace eczscore::stats::detail
