// SPDX-License-Identifier: BSL-1.0
// Moments of a sample: mean, spread and shape.
#pragma once

#include <cstddef>

#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Moments, each the double nearest to the true figure of the values given. Where one does not
/// exist it is NaN: spread needs 2 values, shape 3 that are not all equal,
/// and the kurtosis of SAS 4.
struct MomentsResult {
    std::size_t n = 0;
    std::size_t missing = 0;
    double sum = 0.0;
    double mean = not_a_number;
    double squares = not_a_number;        ///< sum of squared deviations from the mean
    double cubes = not_a_number;          ///< sum of cubed deviations
    double fourth_powers = not_a_number;  ///< sum of fourth powers of deviations
    double variance = not_a_number;       ///< divisor n - 1
    double sd = not_a_number;
    double se = not_a_number;  ///< of the mean
    double coefficient_of_variation = not_a_number;
    double skewness = not_a_number;          ///< g1, divisor n (e1071 type 1)
    double skewness_sas = not_a_number;      ///< G1, as SAS, SPSS and Excel (type 2)
    double skewness_minitab = not_a_number;  ///< b1 (type 3)
    double kurtosis = not_a_number;          ///< excess, g2 (type 1)
    double kurtosis_sas = not_a_number;      ///< excess, G2 (type 2)
    double kurtosis_minitab = not_a_number;  ///< excess, b2 (type 3)
    Text method = "exact sums of powers";
    State state = State::too_few;
};

}  // namespace eczscore::stats
