// SPDX-License-Identifier: BSL-1.0
// Regression to the mean where only the patients beyond an entry cut-off are known.
#pragma once

#include <span>

#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/truncated_normal.hpp"

namespace eczscore::trial {

/// How much of the variance of a single assessment is true differences, from elsewhere: selected
/// patients measured once do not tell.
struct KnownReliability {
    double value = stats::not_a_number;
    double se = stats::not_a_number;  ///< 0: known
};

/// The population behind the cut-off with what the fit says of its precision. Where the fit failed
/// nothing is declared, and regression to the mean is refused.
inline stats::ScorePopulation population_behind(const stats::TruncatedNormal& fit,
                                                KnownReliability reliability) {
    const bool fitted = fit.state == stats::State::ok;
    return {.mean = fit.mean,
            .sd = fit.sd,
            .reliability = reliability.value,
            .source = fitted ? stats::PopulationSource::truncated_fit
                             : stats::PopulationSource::selected_sample,
            .se_mean = fit.se_mean,
            .se_sd = fit.se_sd,
            .se_reliability = reliability.se,
            .covariance_mean_sd = fitted ? fit.covariance : 0.0};
}

/// What `selected_patients` may be asked for.
struct SelectedPatientsOptions {
    stats::Selected selected = stats::Selected::above;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// Regression to the mean of patients let in by one baseline, from that baseline alone. The
/// interval carries the uncertainty of the fit; without a fit the state is the fit's own.
inline stats::RegressionToTheMean selected_patients(std::span<const double> baseline,
                                                    double cut_off, KnownReliability reliability,
                                                    const SelectedPatientsOptions& options = {}) {
    const stats::TruncatedNormal fit = stats::truncated_normal(
        baseline, cut_off,
        {.selected = options.selected, .confidence_level = options.confidence_level});
    stats::RegressionToTheMean result = stats::regression_to_the_mean(
        population_behind(fit, reliability), {.cut_off = cut_off, .selected = options.selected},
        {.confidence_level = options.confidence_level});
    if (fit.state != stats::State::ok) result.state = fit.state;
    return result;
}

}  // namespace eczscore::trial
