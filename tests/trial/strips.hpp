// SPDX-License-Identifier: BSL-1.0
// Readings of TEWL over strips for the tests of barriers, and the digits of worked examples.
#pragma once

#include <cmath>
#include <vector>

#include "eczscore/trial/tape_strip.hpp"

namespace strip_examples {

using eczscore::trial::StripReading;
using eczscore::units::Tewl;

/// Printed to 12 digits or more; half a unit in the twelfth.
inline bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
inline Tewl tewl(double value) { return Tewl::g_per_m2_h(value); }
inline std::vector<StripReading> strips(const std::vector<double>& values, int step = 5) {
    std::vector<StripReading> curve;
    for (const double each : values) {
        curve.push_back({static_cast<int>(curve.size()) * step, tewl(each)});
    }
    return curve;
}
inline const std::vector<double> baseline{47.2, 62.5, 73.0, 80.4, 88.0};
inline const std::vector<double> week_16{23.6, 28.3, 34.3, 42.9, 49.2};

}  // namespace strip_examples
