// SPDX-License-Identifier: BSL-1.0
// The nine definitions of a sample quantile.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::stats {

/// Hyndman & Fan 1996, with their numbers.
enum class QuantileType : std::uint8_t {
    inverse_cdf = 1,      ///< the smallest value with at least that share at or below it
    averaged = 2,         ///< as 1, averaging at jumps: SAS default (PCTLDEF=5)
    nearest_even = 3,     ///< the nearest order statistic, ties to the even one (SAS 2)
    linear_cdf = 4,       ///< linear interpolation of the cdf (SAS 1)
    hazen = 5,            ///< midpoints of its steps
    weibull = 6,          ///< Minitab, SPSS (SAS 4)
    linear = 7,           ///< R, NumPy and Excel default
    median_unbiased = 8,  ///< recommended by Hyndman & Fan
    normal_unbiased = 9
};

constexpr Text name(QuantileType type) {
    constexpr Text names[] = {"inverse cdf", "averaged",        "nearest even",
                              "linear cdf",  "Hazen",           "Weibull",
                              "linear",      "median unbiased", "normal unbiased"};
    return name_of(names, type);
}

}  // namespace eczscore::stats
