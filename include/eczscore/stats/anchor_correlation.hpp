// SPDX-License-Identifier: BSL-1.0
// Whether an anchor is fit to estimate an MIC: its correlation with the change.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/anchor_relation.hpp"
#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What counts as enough correlation with the anchor.
struct AnchorCorrelationOptions {
    /// The usual least correlation for an anchor (Revicki 2008, from memory: 0.30 to 0.35).
    double required = 0.3;
    double confidence_level = 0.95;
};

/// How change and anchor go together, and whether closely enough for a MIC.
struct AnchorCorrelation {
    Estimate pearson{};   ///< Fisher's z interval
    Estimate spearman{};  ///< by mid-ranks; Bonett & Wright 2000 interval
    double required = not_a_number;
    /// Spearman's estimate reaches `required`, and more change goes with more improvement.
    bool is_sufficient = false;
    /// The interval of Spearman's correlation lies above `required` as a whole.
    bool is_surely_sufficient = false;
    /// Better patients score a smaller change: was change computed as worsening?
    bool is_reversed = false;
    State state = State::too_few;
};

/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change, higher is better.
/// states  `too_few` below 4 patients (the estimates are given from 2), `zero_variance` where all
///         changes or all ratings are equal, `boundary` at a correlation of 1, `invalid_argument`
///         for a level outside (0, 1).
inline AnchorCorrelation anchor_correlation(std::span<const double> change,
                                            std::span<const double> anchor,
                                            const AnchorCorrelationOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    AnchorCorrelation result;
    result.required = options.required;
    const std::size_t n = pairs.size();
    const double rho = detail::spearman(pairs.first, pairs.second);
    // Where the ranks do not vary nor do the values, which rounding could hide.
    const double r = std::isnan(rho)
                         ? not_a_number
                         : detail::pair_moments(pairs.first, pairs.second).correlation();
    result.pearson = detail::correlation_estimate(r, 1.0, n, pairs.missing,
                                                  options.confidence_level, "Pearson, Fisher z");
    result.spearman =
        detail::correlation_estimate(rho, 1.0 + rho * rho / 2.0, n, pairs.missing,
                                     options.confidence_level, "Spearman, Bonett and Wright 2000");
    result.is_sufficient = rho >= options.required;
    result.is_surely_sufficient = result.spearman.ci.lower >= options.required;
    result.is_reversed = rho < 0.0;
    result.state = result.spearman.state;
    return result;
}

}  // namespace eczscore::stats
