// SPDX-License-Identifier: BSL-1.0
// Reliable change over three or more visits: one patient's slope in a hierarchical linear model.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/ratings.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/reliable_change.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A straight course for every patient, score = intercept + slope * time + error: intercepts and
/// slopes normal between patients, errors normal, independent and of one variance. Time 0 and the
/// unit of time are the caller's, the same throughout; let 0 be near the visits.
struct LinearCourse {
    double intercept = not_a_number;           ///< mean score at time 0
    double slope = not_a_number;               ///< mean change in one unit of time
    double variance_intercept = not_a_number;  ///< between patients, at time 0
    double covariance = not_a_number;          ///< of a patient's intercept and slope
    double variance_slope = not_a_number;      ///< between patients
    double variance_error = not_a_number;      ///< of a score about the patient's own line
};

/// One patient's slope, drawn towards that of the group as far as the visits leave it open.
struct ReliableSlope {
    double index = not_a_number;      ///< slope / sd, positive when the score rises
    double critical = not_a_number;   ///< a size of the index beyond which the change is reliable
    double slope = not_a_number;      ///< posterior mean, in points per unit of time
    double sd = not_a_number;         ///< posterior standard deviation, the model taken as known
    Interval ci{};                    ///< slope -+ critical * sd
    double own_slope = not_a_number;  ///< least squares of this patient's visits alone
    double intercept = not_a_number;  ///< posterior mean of the score at time 0
    Reliable verdict = Reliable::not_evaluable;
    std::size_t n = 0;        ///< visits with time and score
    std::size_t missing = 0;  ///< visits without
    Text method = "empirical-Bayes slope of a hierarchical linear model";
    State state = State::too_few;
};

namespace detail {

/// The covariance matrix of intercept and slope, the intercept moved to another time.
struct CourseSpread {
    double intercept;
    double shared;
    double slope;
    double determinant;  ///< whatever the time
};

inline CourseSpread spread_at(const LinearCourse& of, double time) {
    const double product = of.variance_intercept * of.variance_slope;
    const double determinant = product - of.covariance * of.covariance;
    // a correlation of -1 or 1 may miss 0 by its last digits
    const bool is_singular = std::abs(determinant) <= 1e-12 * product;
    return {.intercept = std::max(0.0, of.variance_intercept + 2.0 * time * of.covariance +
                                           time * time * of.variance_slope),
            .shared = of.covariance + time * of.variance_slope,
            .slope = of.variance_slope,
            .determinant = is_singular ? 0.0 : determinant};
}

inline bool is_course(const LinearCourse& of) {
    const bool finite = std::isfinite(of.intercept) && std::isfinite(of.slope) &&
                        std::isfinite(of.variance_intercept) && std::isfinite(of.covariance) &&
                        std::isfinite(of.variance_slope) && std::isfinite(of.variance_error);
    return finite && of.variance_intercept >= 0.0 && of.variance_slope > 0.0 &&
           of.variance_error > 0.0 && spread_at(of, 0.0).determinant >= 0.0;
}

/// With G the spread at the mean time of the visits, where their design is diagonal: the posterior
/// covariance is (G^-1 + design / error)^-1, written so that a singular G will do.
inline void put_posterior(ReliableSlope& result, const PairMoments& visits,
                          const LinearCourse& of) {
    const double centre = visits.x.mean;
    const CourseSpread g = spread_at(of, centre);
    const double level_weight = static_cast<double>(visits.n) / of.variance_error;
    const double slope_weight = visits.x.squares / of.variance_error;
    const double scale = 1.0 + level_weight * g.intercept + slope_weight * g.slope +
                         level_weight * slope_weight * g.determinant;
    const double off_level = level_weight * (visits.y.mean - of.intercept - of.slope * centre);
    const double off_slope = slope_weight * (result.own_slope - of.slope);
    const double slope_part = g.slope + level_weight * g.determinant;
    const double level_part = g.intercept + slope_weight * g.determinant;
    result.slope = of.slope + (g.shared * off_level + slope_part * off_slope) / scale;
    result.sd = std::sqrt(slope_part / scale);
    const double at_centre =
        of.intercept + of.slope * centre + (level_part * off_level + g.shared * off_slope) / scale;
    result.intercept = at_centre - result.slope * centre;
}

}  // namespace detail

/// Judges the slope of one patient, seen at any three or more times; gaps are dropped and counted.
/// times    of the visits, in any order, in the unit of `course`
/// scores   one for each time; NaN is missing
/// course   the group's model, estimated here or elsewhere and taken as known
/// states   `too_few`: fewer than 3 visits; `zero_variance`: all at one time; `invalid_argument`: a
///          variance of slopes or errors that is not positive, an impossible covariance matrix, or
///          a level outside (0, 1)
/// source   Speer & Greenbaum 1995; the posterior is that of Laird & Ware 1982
inline ReliableSlope reliable_slope(std::span<const double> times, std::span<const double> scores,
                                    const LinearCourse& course, ReliableOptions options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(times, scores);
    ReliableSlope result{.n = pairs.size(), .missing = pairs.missing};
    result.ci.confidence_level = options.confidence_level;
    if (result.n < 3) return result;
    const detail::PairMoments visits = detail::pair_moments(pairs.first, pairs.second);
    result.state = result.ci.state = State::zero_variance;
    if (!(visits.x.squares > 0.0)) return result;
    result.own_slope = visits.products / visits.x.squares;
    result.state = result.ci.state = State::invalid_argument;
    if (!detail::is_course(course)) return result;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) return result;
    detail::put_posterior(result, visits, course);
    if (!(result.sd > 0.0) || !std::isfinite(result.slope)) {  // beyond the range of double
        result.state = result.ci.state = State::out_of_range;
        return result;
    }
    result.index = result.slope / result.sd;
    result.critical = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    result.verdict = detail::judged(result.index, result.critical, options);
    result.state = State::ok;
    result.ci = {.lower = result.slope - result.critical * result.sd,
                 .upper = result.slope + result.critical * result.sd,
                 .confidence_level = options.confidence_level,
                 .attained = options.confidence_level,
                 .method = "posterior",
                 .state = State::ok};
    return result;
}

/// The model of a group that was seen at common times, with what is known of its precision.
struct LinearCourseFit {
    LinearCourse course{};
    Estimate intercept{};     ///< of the mean course; t interval with n - 1 degrees of freedom
    Estimate slope{};         ///< the same
    Estimate error_sd{};      ///< chi-square interval with n (k - 2) degrees of freedom
    std::size_t n = 0;        ///< patients with a score at every time
    std::size_t missing = 0;  ///< patients without
    Text method = "REML, random intercept and slope, common times";
    State state = State::too_few;
};

namespace detail {

/// A patient's line by least squares: mean score, slope, and the squares that it leaves.
struct OwnLine {
    double mean;
    double slope;
    double squares;

    friend bool operator<(const OwnLine& a, const OwnLine& b) {
        return std::tie(a.mean, a.slope, a.squares) < std::tie(b.mean, b.slope, b.squares);
    }
};

inline OwnLine own_line(std::span<const double> off_times, double times_squares,
                        std::span<const double> scores) {
    const double mean = moments(scores).mean;
    Sum products;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        products.add(off_times[j] * (scores[j] - mean));
    }
    const double slope = products.value() / times_squares;
    Sum rest;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const double residual = scores[j] - mean - slope * off_times[j];
        rest.add(residual * residual);
    }
    return {mean, slope, rest.value()};
}

inline Estimate mean_with_t(double mean, double variance, std::size_t n, double confidence_level,
                            Text method) {
    Estimate of{.estimate = mean,
                .se = std::sqrt(variance / static_cast<double>(n)),
                .df = static_cast<double>(n - 1),
                .n = n,
                .method = method,
                .state = State::ok};
    const double half = t_quantile_upper((1.0 - confidence_level) / 2.0, of.df) * of.se;
    of.ci = {.lower = mean - half,
             .upper = mean + half,
             .confidence_level = confidence_level,
             .attained = confidence_level,
             .method = "t",
             .state = State::ok};
    return of;
}

inline Estimate sd_with_chi_square(double variance, double df, std::size_t n,
                                   double confidence_level) {
    Estimate of{.estimate = std::sqrt(variance),
                .df = df,
                .n = n,
                .method = "pooled residual SD",
                .state = variance > 0.0 ? State::ok : State::zero_variance};
    const double tail = (1.0 - confidence_level) / 2.0;
    of.ci = {.lower = of.estimate * std::sqrt(df / chi_square_quantile_upper(tail, df)),
             .upper = of.estimate * std::sqrt(df / chi_square_quantile(tail, df)),
             .confidence_level = confidence_level,
             .attained = confidence_level,
             .method = "chi-square",
             .state = of.state};
    return of;
}

/// The lines of all patients, ordered so that the order of the rows changes no digit.
inline std::vector<OwnLine> own_lines(const Ratings& rows, std::span<const double> off_times,
                                      double times_squares) {
    std::vector<OwnLine> lines;
    lines.reserve(rows.subjects);
    for (std::size_t i = 0; i < rows.subjects; ++i) {
        const auto scores = std::span(rows.values).subspan(i * rows.raters, rows.raters);
        lines.push_back(own_line(off_times, times_squares, scores));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace detail

/// Estimates the model of a group seen at common times. There restricted maximum likelihood has a
/// closed form: the error is the mean square about the patients' own lines, and the covariance of
/// intercepts and slopes is that of the lines less what the error alone gives them.
/// times    at least 3, not all equal
/// scores   row by row, a row per patient with a score for each time; NaN is missing. Patients with
///          a gap are left out and counted: a model from them too needs iteration, and is not here.
/// states   `too_few`: fewer than 3 times or 2 patients; `zero_variance`: times without spread, or
///          every patient on a line; `boundary`: the covariance matrix is not positive definite, so
///          that the closed form is not the maximum and `reliable_slope` may refuse it;
///          `invalid_argument`: a time that is no number, or a level outside (0, 1)
/// source   Rao 1965; Laird, Lange & Stram 1987
inline LinearCourseFit linear_course(std::span<const double> times, std::span<const double> scores,
                                     const IntervalOptions& options = {}) {
    LinearCourseFit fit;
    const detail::Sample usable = detail::complete(times);
    const detail::Moments of_times = detail::moments(usable.values);
    const detail::Ratings rows = detail::complete_rows(scores, times.size());
    fit.n = rows.subjects;
    fit.missing = rows.missing;
    const bool is_asked =
        usable.missing == 0 && options.confidence_level > 0.0 && options.confidence_level < 1.0;
    if (!is_asked) fit.state = State::invalid_argument;
    if (!is_asked || times.size() < 3 || fit.n < 2) return fit;
    fit.state = State::zero_variance;
    if (!(of_times.squares > 0.0)) return fit;

    const double centre = of_times.mean;
    std::vector<double> off_times(usable.values);
    for (double& time : off_times) time -= centre;
    std::vector<double> means, slopes;
    means.reserve(fit.n);
    slopes.reserve(fit.n);
    detail::Sum rest;
    for (const detail::OwnLine& line : detail::own_lines(rows, off_times, of_times.squares)) {
        means.push_back(line.mean);
        slopes.push_back(line.slope);
        rest.add(line.squares);
    }
    const detail::PairMoments lines = detail::pair_moments(means, slopes);
    const auto k = static_cast<double>(times.size());
    const double df = static_cast<double>(fit.n) * (k - 2.0);
    const double error =
        detail::without_noise(rest.value(), rows.values.size(), detail::largest_size(rows.values)) /
        df;
    const double level_spread = lines.x.variance() - error / k;  // at the centre of the times
    const double slope_spread = lines.y.variance() - error / of_times.squares;
    const double shared = lines.covariance();
    fit.course = {
        .intercept = lines.x.mean - lines.y.mean * centre,
        .slope = lines.y.mean,
        .variance_intercept = level_spread - 2.0 * centre * shared + centre * centre * slope_spread,
        .covariance = shared - centre * slope_spread,
        .variance_slope = slope_spread,
        .variance_error = error};
    const double at_zero =
        lines.x.variance() - 2.0 * centre * shared + centre * centre * lines.y.variance();
    fit.intercept = detail::mean_with_t(fit.course.intercept, std::max(0.0, at_zero), fit.n,
                                        options.confidence_level, "mean intercept");
    fit.slope = detail::mean_with_t(lines.y.mean, lines.y.variance(), fit.n,
                                    options.confidence_level, "mean slope");
    fit.error_sd = detail::sd_with_chi_square(error, df, fit.n, options.confidence_level);
    if (!(error > 0.0)) return fit;
    const bool is_definite =
        level_spread > 0.0 && slope_spread > 0.0 && level_spread * slope_spread > shared * shared;
    fit.state = is_definite ? State::ok : State::boundary;
    return fit;
}

}  // namespace eczscore::stats
