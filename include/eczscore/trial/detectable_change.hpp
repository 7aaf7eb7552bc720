// SPDX-License-Identifier: BSL-1.0
// Measurement error of a measured quantity, and the smallest change that exceeds it.
#pragma once

#include <cmath>
#include <cstddef>

#include "eczscore/units/any_quantity.hpp"

namespace eczscore::trial {

/// Standard error of measurement: sd sqrt(1 - icc). `out_of_range` unless sd >= 0 and icc is from
/// 0 to 1.
/// example  SD 8, ICC 0.9: 2.52982212813
template <class K>
units::Checked<units::Quantity<K>> sem(units::Quantity<K> sd, double icc) {
    if (!(units::detail::stored(sd) >= 0) || !(icc >= 0 && icc <= 1)) {
        return units::Reason::out_of_range;
    }
    return sd * std::sqrt(1 - icc);
}

/// Of one person: 1.96 sqrt(2) SEM.
/// example  SEM 2.52982212813: 7.01230917744
template <class K>
units::Quantity<K> smallest_detectable_change(units::Quantity<K> sem) {
    return sem * (1.96 * std::sqrt(2.0));
}

/// Of the mean of `n` persons. `out_of_range` when n is 0.
template <class K>
units::Checked<units::Quantity<K>> smallest_detectable_change(units::Quantity<K> sem,
                                                              std::size_t n) {
    if (n == 0) return units::Reason::out_of_range;
    return smallest_detectable_change(sem) / std::sqrt(static_cast<double>(n));
}

}  // namespace eczscore::trial
