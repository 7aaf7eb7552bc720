// SPDX-License-Identifier: BSL-1.0
// McNemar's test of paired responders, in its four forms, and the odds ratio of the changes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/fair_binomial.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/paired_counts.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// McNemar's tests of two shares on the same patients.
struct McNemar {
    double p_exact = not_a_number;             ///< binomial on the discordant pairs
    double p_mid = not_a_number;               ///< mid-p: the one to prefer (Fagerland et al. 2013)
    double chi_square = not_a_number;          ///< (b - c)^2 / (b + c)
    double p_asymptotic = not_a_number;        ///< of chi_square
    double chi_square_edwards = not_a_number;  ///< max(|b - c| - 1, 0)^2 / (b + c)
    double p_edwards = not_a_number;
    double odds_ratio = not_a_number;  ///< b / c
    Interval odds_ratio_ci{};          ///< exact, from Clopper-Pearson limits of b / (b + c)
    std::int64_t n = 0;
    std::int64_t discordant = 0;
    std::int64_t missing = 0;
    Text method = "McNemar";
    State state = State::too_few;
};

/// Without discordant pairs the exact p is 1, the chi-squares are 0 / 0, and the state says
/// `undefined_ratio`. `boundary`: an exact p is smaller than the doubles.
inline McNemar mcnemar(const PairedCounts& counts, const IntervalOptions& options = {}) {
    McNemar result;
    result.n = counts.n();
    result.missing = counts.missing;
    result.discordant = counts.discordant();
    result.odds_ratio_ci.confidence_level = options.confidence_level;
    result.odds_ratio_ci.method = "Clopper-Pearson";
    if (!counts.is_valid()) {
        result.state = State::invalid_argument;
        return result;
    }
    if (result.n == 0) return result;
    const detail::FairTest test = detail::fair_test(counts.first, result.discordant);
    result.p_exact = test.two_sided;
    result.p_mid = test.mid;
    result.odds_ratio_ci.lower = 0.0;
    result.odds_ratio_ci.upper = infinity;
    if (result.discordant == 0) {
        result.state = result.odds_ratio_ci.state = State::undefined_ratio;
        return result;
    }
    const auto b = static_cast<double>(counts.first);
    const auto c = static_cast<double>(counts.second);
    const double distance = std::abs(b - c);
    const double corrected = std::max(distance - 1.0, 0.0);  // 0 where b = c, not 1
    result.chi_square = distance * distance / (b + c);
    result.p_asymptotic = detail::chi_square_sf(result.chi_square, 1.0);
    result.chi_square_edwards = corrected * corrected / (b + c);
    result.p_edwards = detail::chi_square_sf(result.chi_square_edwards, 1.0);
    result.odds_ratio = counts.second == 0 ? infinity : b / c;
    result.state = detail::state_of({result.p_exact, result.p_mid});
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        result.odds_ratio_ci.state = State::invalid_argument;
        return result;
    }
    const double tail = (1.0 - options.confidence_level) / 2.0;
    // p / (1 - p), with 1 - p from the mirrored quantile rather than by subtraction.
    if (counts.first > 0) {
        result.odds_ratio_ci.lower =
            detail::beta_quantile(tail, b, c + 1.0) / detail::beta_quantile_upper(tail, c + 1.0, b);
    }
    if (counts.second > 0) {
        result.odds_ratio_ci.upper =
            detail::beta_quantile_upper(tail, b + 1.0, c) / detail::beta_quantile(tail, c, b + 1.0);
    }
    const bool one_sided = counts.first == 0 || counts.second == 0;
    result.odds_ratio_ci.state = one_sided ? State::boundary : State::ok;
    return result;
}

}  // namespace eczscore::stats
