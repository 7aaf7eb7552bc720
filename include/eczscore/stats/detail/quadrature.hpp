// SPDX-License-Identifier: BSL-1.0
// Adaptive quadrature with the one policy for errors: ends that are no numbers give NaN, no throw.
#pragma once

#include "eczscore/stats/detail/boost.hpp"

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "eczscore/stats/detail/distribution.hpp"

namespace eczscore::stats::detail {

/// Gauss-Kronrod with `Points` points; its own default policy throws.
template <unsigned Points>
using GaussKronrod = boost::math::quadrature::gauss_kronrod<double, Points, Policy>;

}  // namespace eczscore::stats::detail
