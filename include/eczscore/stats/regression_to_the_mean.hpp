// SPDX-License-Identifier: BSL-1.0
// What an entry cut-off alone does to a mean change: regression to the mean, and the correction.
#pragma once

#include <cmath>

#include "eczscore/core/direction.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/entry_rule.hpp"
#include "eczscore/stats/types/entry_rule.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/score_population.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What would be seen at the next assessment if nothing had happened.
struct RegressionToTheMean {
    double towards_mean = not_a_number;  ///< expected shift of the mean towards the population's
    double se = not_a_number;
    Interval ci{};
    double z = not_a_number;      ///< the cut-off in standard deviations of the baseline
    double mills = not_a_number;  ///< C(z) = phi(z) / (1 - Phi(z))
    double share_selected = not_a_number;
    double expected_baseline = not_a_number;    ///< mean of those selected
    double expected_follow_up = not_a_number;   ///< mean at the next assessment without any change
    double percent_of_baseline = not_a_number;  ///< 100 * towards_mean / expected_baseline
    EntryRule rule{};
    PopulationSource source = PopulationSource::undeclared;
    Text method = "normal model (Davis 1976; Barnett 2005)";
    State state = State::invalid_argument;  ///< `approximate`: scores are skewed and bounded
};

namespace detail {

/// The shift and its derivatives by mean, sd and reliability.
struct Shift {
    double value = 0.0;
    double by_mean = 0.0;
    double by_sd = 0.0;
    double by_reliability = 0.0;
};

/// With r the reliability: k = sqrt(r + (1 - r)/m), the shift is sd * (1 - r)/(m k) * C(z).
inline Shift shift_of(const ScorePopulation& of, const EntryRule& rule, double z, double mills) {
    const double m = rule.n_baselines;
    const double error = of.sd * of.sd - of.reliability * of.sd * of.sd;
    const double k = std::sqrt(of.reliability + (1.0 - of.reliability) / m);
    Shift shift;
    shift.value = error / m / (of.sd * k) * mills;
    if (!(mills > 0.0)) return shift;  // every patient passes the cut-off
    const double g = (1.0 - of.reliability) / (m * k);
    const double slope = mills * (mills - z);  // dC/dz
    const double k_slope = (1.0 - 1.0 / m) / (2.0 * k);
    const double way = rule.selected == Selected::above ? -1.0 : 1.0;
    shift.by_mean = way * g * slope / k;
    shift.by_sd = g * (mills - z * slope);
    const double g_slope = -1.0 / (m * k) - (1.0 - of.reliability) * k_slope / (m * k * k);
    shift.by_reliability = of.sd * (g_slope * mills - g * slope * z * k_slope / k);
    return shift;
}

inline double delta_se(const Shift& shift, const ScorePopulation& of) {
    const double a = shift.by_mean * of.se_mean;
    const double b = shift.by_sd * of.se_sd;
    const double c = shift.by_reliability * of.se_reliability;
    const double shared = 2.0 * shift.by_mean * shift.by_sd * of.covariance_mean_sd;
    return std::sqrt(a * a + b * b + c * c + shared);
}

inline Interval normal_interval(double estimate, double se, double confidence_level, Text method) {
    if (!(se >= 0.0))
        return {
            .confidence_level = confidence_level, .method = method, .state = State::not_available};
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        return {.confidence_level = confidence_level,
                .method = method,
                .state = State::invalid_argument};
    }
    const double z = normal_quantile_upper((1.0 - confidence_level) / 2.0);
    return {.lower = estimate - z * se,
            .upper = estimate + z * se,
            .confidence_level = confidence_level,
            .attained = confidence_level,
            .method = method,
            .state = State::approximate};
}

}  // namespace detail

/// The expected regression to the mean of patients selected by a cut-off. `invalid_argument`: the
/// source of mean and sd is not declared or is the selected sample itself, the sd is not positive,
/// the reliability is outside [0, 1], or there is no baseline; `not_available`: the reliability is
/// not known (NaN), or no patient passes the entry cut-off.
inline RegressionToTheMean regression_to_the_mean(const ScorePopulation& of, const EntryRule& rule,
                                                  const IntervalOptions& options = {}) {
    RegressionToTheMean result{.rule = rule, .source = of.source};
    const bool usable = std::isfinite(of.mean) && of.sd > 0.0 && std::isfinite(of.sd) &&
                        of.reliability >= 0.0 && of.reliability <= 1.0 && rule.n_baselines >= 1 &&
                        options.confidence_level > 0.0 && options.confidence_level < 1.0;
    if (std::isnan(of.reliability)) result.state = State::not_available;
    if (!usable || !detail::is_declared(of.source) || std::isnan(rule.cut_off)) return result;
    const double true_variance = of.reliability * of.sd * of.sd;
    const double error_variance = of.sd * of.sd - true_variance;
    const double sd_baseline = std::sqrt(true_variance + error_variance / rule.n_baselines);
    if (!(sd_baseline > 0.0)) {  // below the range of double
        result.state = State::out_of_range;
        return result;
    }
    const double way = rule.selected == Selected::above ? 1.0 : -1.0;
    result.z = way * (rule.cut_off - of.mean) / sd_baseline;
    if (result.z == infinity) {
        result.state = State::not_available;
        return result;
    }
    result.mills = detail::inverse_mills(result.z);
    result.share_selected = detail::normal_sf(result.z);
    const detail::Shift shift = detail::shift_of(of, rule, result.z, result.mills);
    result.towards_mean = shift.value;
    result.expected_baseline = of.mean + way * sd_baseline * result.mills;
    result.expected_follow_up = result.expected_baseline - way * result.towards_mean;
    if (result.expected_baseline > 0.0) {
        result.percent_of_baseline = 100.0 * result.towards_mean / result.expected_baseline;
    }
    result.se = detail::delta_se(shift, of);
    result.ci = detail::normal_interval(result.towards_mean, result.se, options.confidence_level,
                                        "delta method");
    result.state = State::approximate;
    return result;
}

/// An observed mean improvement less what regression to the mean alone would have shown.
struct CorrectedImprovement {
    double observed = not_a_number;
    double regression = not_a_number;  ///< improvement due to selection; negative if it hides one
    double corrected = not_a_number;
    double se = not_a_number;
    Interval ci{};
    double share_explained = not_a_number;  ///< regression / observed, when observed is positive
    Text method = "observed - regression to the mean";
    State state = State::invalid_argument;
};

/// What `correct_improvement` may be asked for.
struct CorrectedImprovementOptions {
    Direction direction = Direction::higher_is_worse;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// observed     mean improvement, positive is better
/// se_observed  its standard error; NaN where there is none, then there is no interval. It is taken
///              as independent of that of the regression: where both come from the same patients,
///              resample them (trial/selected_patients_bootstrap.hpp)
inline CorrectedImprovement correct_improvement(double observed, double se_observed,
                                                const RegressionToTheMean& regression,
                                                const CorrectedImprovementOptions& options = {}) {
    CorrectedImprovement result{.observed = observed, .state = regression.state};
    if (!std::isfinite(regression.towards_mean)) return result;
    if (!std::isfinite(observed)) {
        result.state = State::too_few;
        return result;
    }
    const bool looks_better = (regression.rule.selected == Selected::above) ==
                              (options.direction == Direction::higher_is_worse);
    result.regression = looks_better ? regression.towards_mean : -regression.towards_mean;
    result.corrected = observed - result.regression;
    result.se = std::sqrt(se_observed * se_observed + regression.se * regression.se);
    result.ci = detail::normal_interval(result.corrected, result.se, options.confidence_level,
                                        "delta method");
    if (observed > 0.0) result.share_explained = result.regression / observed;
    return result;
}

}  // namespace eczscore::stats
