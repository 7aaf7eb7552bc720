// SPDX-License-Identifier: BSL-1.0
// The mean squares of a complete table of subjects and occasions.
#pragma once

#include <cstddef>

#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// Mean squares of a complete table of subjects x occasions, or raters (Shrout & Fleiss 1979: BMS,
/// WMS, JMS, EMS), in squared points. What is not known is NaN.
struct MeanSquares {
    double between = not_a_number;    ///< subjects
    double within = not_a_number;     ///< subjects: occasions and residual together
    double occasions = not_a_number;  ///< between occasions, or raters
    double residual = not_a_number;
    double grand_mean = not_a_number;  ///< in points
    std::size_t n_subjects = 0;
    std::size_t n_occasions = 0;

    /// There are two subjects and two occasions.
    bool is_defined() const { return n_subjects >= 2 && n_occasions >= 2; }
    /// The number of subjects.
    double n() const { return static_cast<double>(n_subjects); }
    /// The number of occasions, or raters.
    double k() const { return static_cast<double>(n_occasions); }
};

}  // namespace eczscore::stats
