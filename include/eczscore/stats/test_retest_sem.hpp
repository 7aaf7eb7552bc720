// SPDX-License-Identifier: BSL-1.0
// Standard error of measurement from two measurements of stable patients.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// In points. `consistency` leaves a shift between the two occasions out, `agreement` counts it as
/// error.
struct TestRetestSem {
    Estimate consistency{};           ///< sd(difference) / sqrt(2), chi-square interval on n - 1
    Estimate agreement{};             ///< sqrt(sum of squared differences / (2n)), chi-square on n
    double sdc = not_a_number;        ///< z sqrt(2) times `consistency`: one patient
    double sdc_group = not_a_number;  ///< that over sqrt(n): the mean of a group of this size
    double mean_difference = not_a_number;  ///< second minus first
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

namespace detail {

/// sqrt(squares / df / 2) with the chi-square limits of a variance.
inline Estimate error_from_squares(double squares, double df, const TestRetestSem& of,
                                   double confidence_level, Text method) {
    Estimate sem;
    sem.n = of.n;
    sem.missing = of.missing;
    sem.method = method;
    sem.df = df;
    sem.ci.confidence_level = confidence_level;
    sem.ci.method = "chi-square, normal differences";
    if (!(df >= 1.0)) return sem;
    sem.estimate = std::sqrt(squares / df / 2.0);
    sem.state = squares > 0.0 ? State::ok : State::zero_variance;
    sem.ci.state = State::invalid_argument;
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) return sem;
    sem.ci.state = State::out_of_range;  // a level so near to 1 that a quantile underflows
    const double tail = (1.0 - confidence_level) / 2.0;
    const double most = chi_square_quantile_upper(tail, df);
    const double least = chi_square_quantile(tail, df);
    if (!(most > 0.0 && least > 0.0)) return sem;
    sem.ci.lower = std::sqrt(squares / 2.0 / most);
    sem.ci.upper = std::sqrt(squares / 2.0 / least);
    sem.ci.state = sem.state;
    return sem;
}

}  // namespace detail

/// first, second  scores of the same stable patients on two occasions; NaN is missing
/// states         `too_few`: below 2 pairs (`agreement` is given from 1); `zero_variance`: all
///                differences are equal (of `agreement`: all are 0); `invalid_argument`: a level
///                outside (0, 1), which leaves the estimates without limits
/// source         de Vet 2011, chapters 5 and 8; Bland & Altman 1996 (within-subject SD)
inline TestRetestSem test_retest_sem(std::span<const double> first, std::span<const double> second,
                                     const IntervalOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(first, second);
    const std::vector<double> change = detail::differences(pairs);
    const detail::Moments of = detail::moments(change);
    TestRetestSem result;
    result.n = of.n;
    result.missing = pairs.missing;
    result.mean_difference = of.mean;
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    const double squares = detail::without_noise(of.squares, of.n, largest);
    const auto n = static_cast<double>(of.n);
    detail::Sum all;
    for (const double d : change) all.add(d * d);
    result.consistency = detail::error_from_squares(squares, n - 1.0, result,
                                                    options.confidence_level, "SEM of consistency");
    result.agreement = detail::error_from_squares(all.value(), n, result, options.confidence_level,
                                                  "SEM of agreement");
    result.state = result.consistency.state;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0))
        result.state = State::invalid_argument;
    const double z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    result.sdc = z * std::sqrt(2.0) * result.consistency.estimate;
    if (of.n > 0) result.sdc_group = result.sdc / std::sqrt(n);
    return result;
}

}  // namespace eczscore::stats
