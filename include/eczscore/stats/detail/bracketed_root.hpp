// SPDX-License-Identifier: BSL-1.0
// The place where a monotone function passes 0, to the last digits, between two known ends.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/boost.hpp"

#include <boost/math/tools/toms748_solve.hpp>

#include "eczscore/stats/detail/distribution.hpp"

namespace eczscore::stats::detail {

/// Where `f`, which has different signs at both ends (or 0 at one), is 0. NaN if it has not.
template <class Function>
double bracketed_root(const Function& f, double low, double high) {
    const double at_low = f(low);
    const double at_high = f(high);
    if (at_low == 0.0) return low;
    if (at_high == 0.0) return high;
    if (!((at_low < 0.0) != (at_high < 0.0))) return not_a_number;
    if (std::isnan(at_low) || std::isnan(at_high)) return not_a_number;
    std::uintmax_t iterations = 300;
    const auto root = boost::math::tools::toms748_solve(f, low, high, at_low, at_high,
                                                        boost::math::tools::eps_tolerance<double>(),
                                                        iterations, Policy());
    return root.first + (root.second - root.first) / 2.0;
}

}  // namespace eczscore::stats::detail
