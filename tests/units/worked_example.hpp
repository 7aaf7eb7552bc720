// SPDX-License-Identifier: BSL-1.0
// Worked examples of measured quantities: what is printed, and what is found.
#pragma once

#include <cmath>

namespace worked_example {

/// The examples are printed to 12 digits or more.
inline bool same(double found, double printed) {
    return std::abs(found - printed) <= 1e-11 * std::abs(printed);
}
inline const double no_number = std::nan("");

}  // namespace worked_example
