// SPDX-License-Identifier: BSL-1.0
// The MIC by predictive modelling, and its forms adjusted for the share of improved patients.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/logistic_line.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/roc_table.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Who counts as improved, and the reliability of their ratings.
struct PredictiveMicOptions {
    double improved_from = 1.0;  ///< anchor levels from here on count as improved
    /// Of the transition ratings, in (0, 1]; without it there is no improved adjusted MIC.
    double reliability = not_a_number;
    double confidence_level = 0.95;
};

/// The predictive MIC and its adjustments for the share improved, in points.
struct PredictiveMic {
    Estimate predictive{};             ///< Terluin 2015: where P(improved) equals the prevalence
    Estimate adjusted{};               ///< Terluin 2017
    Estimate improved{};               ///< Terluin 2022, "improved adjusted"
    double prevalence = not_a_number;  ///< share improved; always report it with the MIC
    double log_odds = not_a_number;    ///< of the prevalence
    double intercept = not_a_number;
    double slope = not_a_number;
    double slope_se = not_a_number;
    double point_biserial = not_a_number;  ///< r of change and improved (0 or 1)
    double sd_change = not_a_number;
    double reliability = not_a_number;
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t n_improved = 0;
    State state = State::too_few;
};

namespace detail {

/// What one more patient with this change and answer does to the MICs, times n (the influence
/// function, with estimates put in).
struct MicInfluence {
    double predictive = 0.0;
    double adjusted = 0.0;
    double improved = 0.0;
};

inline MicInfluence mic_influence(const PredictiveLine& of, double n, double change,
                                  bool is_improved, double reliability) {
    const ChangeSpread& spread = of.spread;
    const LogisticLine& line = of.line;
    const double y = is_improved ? 1.0 : 0.0;
    const double odds = of.prevalence * (1.0 - of.prevalence);
    const double rest = y - 1.0 / (1.0 + std::exp(-(line.intercept + line.slope * change)));
    const double intercept = n * rest * (line.var_intercept + line.covariance * change);
    const double slope = n * rest * (line.covariance + line.var_slope * change);
    const double log_odds = (y - of.prevalence) / odds;
    MicInfluence effect;
    effect.predictive = (log_odds - intercept - of.mic * slope) / line.slope;

    const double sd = spread.sd * std::sqrt((n - 1.0) / n);
    const double u = (change - spread.mean) / sd;
    const double v = (y - of.prevalence) / std::sqrt(odds);
    const double r = spread.point_biserial;
    const double of_sd = spread.sd * (u * u - 1.0) / 2.0;
    const double of_r = u * v - r * (u * u + v * v) / 2.0;
    effect.adjusted = effect.predictive - (0.090 + 0.103 * r) * spread.sd * log_odds -
                      of.log_odds * ((0.090 + 0.103 * r) * of_sd + 0.103 * of_r * spread.sd);
    effect.improved = effect.predictive -
                      (quotient(0.8, reliability) - 0.5) *
                          (r * spread.sd * log_odds + of.log_odds * (r * of_sd + of_r * spread.sd));
    return effect;
}

inline void add_normal_interval(Estimate& of, double confidence_level) {
    const double half = normal_quantile_upper((1.0 - confidence_level) / 2.0) * of.se;
    of.ci.lower = of.estimate - half;
    of.ci.upper = of.estimate + half;
    of.ci.state = of.state = State::approximate;
    require_level(of.ci);
}

/// Standard errors: of the predictive MIC by the model, with Cov(prevalence, coefficients) =
/// (1/n, 0); of the adjusted ones from the influence of each patient.
inline void add_mic_intervals(PredictiveMic& result, const PredictiveLine& of,
                              const RocTable& table, double confidence_level) {
    const auto n = static_cast<double>(result.n);
    const LogisticLine& line = of.line;
    const double odds = n * of.prevalence * (1.0 - of.prevalence);
    const double spread = line.var_intercept - 1.0 / odds + 2.0 * of.mic * line.covariance +
                          of.mic * of.mic * line.var_slope;
    result.predictive.se = std::sqrt(std::max(0.0, spread)) / line.slope;  // 0 up to rounding
    double adjusted = 0.0;
    double improved = 0.0;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        for (const bool yes : {false, true}) {
            const auto count = static_cast<double>((yes ? table.improved_at : table.other_at)[i]);
            if (count == 0.0) continue;
            const MicInfluence effect =
                mic_influence(of, n, table.values[i], yes, result.reliability);
            adjusted += count * effect.adjusted * effect.adjusted;
            improved += count * effect.improved * effect.improved;
        }
    }
    result.adjusted.se = std::sqrt(adjusted) / n;
    result.improved.se = std::sqrt(improved) / n;
    add_normal_interval(result.predictive, confidence_level);
    add_normal_interval(result.adjusted, confidence_level);
    result.predictive.ci.method = "delta method, model variance";
    result.adjusted.ci.method = result.improved.ci.method = "delta method, influence function";
    if (!std::isnan(result.improved.estimate))
        add_normal_interval(result.improved, confidence_level);
}

}  // namespace detail

/// The change at which a patient is as likely to call himself improved as the group is.
/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change.
/// states  `too_few`: one of the groups is empty; `zero_variance`: one change only; `separation`:
///         a threshold divides the groups, the slope is infinite; `not_available`: more change
///         does not go with more improvement (of `improved` also: no reliability is known);
///         `invalid_argument`: a level outside (0, 1) (of `improved` also: a reliability outside
///         (0, 1]);
///         `approximate`: the estimate stands, its interval is large-sample (`mic_bootstrap` has
///         another).
/// source  Terluin 2015, 2017, 2022, J Clin Epidemiol 68:1388, 83:90, 148:48. Later estimates of
///         the MIC by longitudinal factor analysis need the items and are out of scope.
inline PredictiveMic predictive_mic(std::span<const double> change, std::span<const double> anchor,
                                    const PredictiveMicOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    const detail::RocTable table = detail::roc_table(pairs, options.improved_from);
    const detail::PredictiveLine of = detail::predictive_line(table);
    PredictiveMic result;
    result.n = pairs.size();
    result.missing = pairs.missing;
    result.n_improved = static_cast<std::size_t>(table.improved);
    result.prevalence = of.prevalence;
    result.log_odds = of.log_odds;
    result.point_biserial = of.spread.point_biserial;
    result.sd_change = of.spread.sd;
    result.reliability = options.reliability;
    result.state = of.state;
    for (Estimate* each : {&result.predictive, &result.adjusted, &result.improved}) {
        each->n = result.n;
        each->missing = result.missing;
        each->ci.confidence_level = options.confidence_level;
        each->state = each->ci.state = of.state;
    }
    result.predictive.method = "predictive MIC, Terluin 2015";
    result.adjusted.method = "adjusted MIC, Terluin 2017";
    result.improved.method = "improved adjusted MIC, Terluin 2022";
    const bool is_reliable = options.reliability > 0.0 && options.reliability <= 1.0;
    if (of.state != State::ok && of.state != State::not_available) return result;
    result.intercept = of.line.intercept;
    result.slope = of.line.slope;
    result.slope_se = std::sqrt(of.line.var_slope);
    if (of.state != State::ok) return result;

    result.predictive.estimate = of.mic;
    result.adjusted.estimate = of.mic - detail::correction_2017(of.spread, of.log_odds);
    if (is_reliable) {
        result.improved.estimate =
            of.mic - detail::correction_2022(of.spread, of.log_odds, options.reliability);
    }
    detail::add_mic_intervals(result, of, table, options.confidence_level);
    if (!is_reliable) {
        result.improved.se = not_a_number;
        result.improved.state = result.improved.ci.state =
            std::isnan(options.reliability) ? State::not_available : State::invalid_argument;
    }
    return result;
}

}  // namespace eczscore::stats
