// SPDX-License-Identifier: BSL-1.0
// Intraclass correlations of McGraw and Wong 1996, with F intervals, and the errors of measurement.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/ratings.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/mean_squares.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The level of the intervals, and the steps of the ratings.
struct IccOptions {
    double confidence_level = 0.95;
    int per_unit = 0;  ///< steps in 1 (10 for tenths, 1 for whole numbers): exact sums; 0: doubles
};

/// The ten forms of McGraw & Wong are six numbers: their cases 2 and 3 (raters random or fixed)
/// have the same formulas and differ in what they mean. Shrout & Fleiss's names stand beside.
struct Icc {
    Estimate one_way{};                     ///< ICC(1), Shrout & Fleiss (1,1)
    Estimate agreement{};                   ///< ICC(A,1), (2,1)
    Estimate consistency{};                 ///< ICC(C,1), (3,1)
    Estimate one_way_average{};             ///< ICC(k), (1,k)
    Estimate agreement_average{};           ///< ICC(A,k), (2,k)
    Estimate consistency_average{};         ///< ICC(C,k), (3,k); equal to Cronbach's alpha
    double df_agreement = not_a_number;     ///< Satterthwaite's, of the interval of ICC(A,1)
    double sem_agreement = not_a_number;    ///< sqrt(rater + error variance), in points
    double sem_consistency = not_a_number;  ///< sqrt(error variance)
    MeanSquares mean_squares{};
    std::size_t subjects = 0;
    std::size_t raters = 0;
    std::size_t missing = 0;  ///< subjects left out
    State state = State::too_few;
};

namespace detail {

/// Reliability of the mean of k ratings from that of one (Spearman, Brown 1910). A value at or
/// below -1/(k-1) has no counterpart: as a limit it is -infinity.
inline double spearman_brown(double of_one, double k) {
    const double below = 1.0 + (k - 1.0) * of_one;
    return below > 0.0 ? k * of_one / below : -infinity;
}

inline double ratio_or_nan(double above, double below) {
    return below > 0.0 ? above / below : not_a_number;
}

/// One form with the F test of 0.
inline Estimate icc_form(const Icc& of, double estimate, double f, double df2,
                         double confidence_level, Text method) {
    Estimate form;
    form.method = method;
    form.n = of.subjects;
    form.missing = of.missing;
    form.estimate = estimate;
    form.statistic = f;
    form.df = df2;
    form.p = f == infinity ? 0.0 : f_sf(f, of.mean_squares.n() - 1.0, df2);
    form.ci.confidence_level = confidence_level;
    form.ci.method = "McGraw and Wong 1996, F";
    form.state = form.ci.state = std::isnan(estimate) ? State::undefined_ratio : State::ok;
    return form;
}

/// Without error the estimate is 1 and the interval a point: flagged, not left NaN.
inline void set_limits(Estimate& form, double lower, double upper) {
    form.ci.lower = lower;
    form.ci.upper = upper;
    if (form.estimate == 1.0) {
        form.ci.lower = form.ci.upper = 1.0;
        form.state = form.ci.state = State::boundary;
    }
    if (form.ci.lower == -infinity) form.ci.state = State::boundary;
    if (std::isnan(form.ci.lower) || std::isnan(form.ci.upper)) {
        form.ci.state = State::undefined_ratio;
    }
    require_level(form.ci);
}

/// Limits of a single rating and of the mean of k from the limits of F.
inline void set_f_limits(Estimate& single, Estimate& average, double f, double df1, double df2,
                         double k, double confidence_level) {
    const double tail = (1.0 - confidence_level) / 2.0;
    const double low_quantile = f_quantile_upper(tail, df1, df2);
    const double low = low_quantile > 0.0 ? f / low_quantile : not_a_number;
    const double high = f * f_quantile_upper(tail, df2, df1);
    set_limits(single, (low - 1.0) / (low + k - 1.0), (high - 1.0) / (high + k - 1.0));
    const auto of_average = [](double limit) {
        return limit == 0.0 ? -infinity : 1.0 - 1.0 / limit;
    };
    set_limits(average, of_average(low), of_average(high));
}

/// Limits of ICC(A,1) with Satterthwaite's degrees of freedom, and of ICC(A,k) from them.
inline void set_agreement_limits(Icc& of, double confidence_level) {
    const MeanSquares& ms = of.mean_squares;
    const double n = ms.n();
    const double k = ms.k();
    const double rho = of.agreement.estimate;
    if (std::isnan(rho)) return;
    if (rho == 1.0) {  // no error: both intervals are points
        set_limits(of.agreement, 1.0, 1.0);
        set_limits(of.agreement_average, 1.0, 1.0);
        return;
    }
    const double a = k * rho / (n * (1.0 - rho));
    const double b = 1.0 + k * rho * (n - 1.0) / (n * (1.0 - rho));
    const double of_raters = a * ms.occasions;
    const double of_error = b * ms.residual;
    const double squares =
        of_raters * of_raters / (k - 1.0) + of_error * of_error / ((n - 1.0) * (k - 1.0));
    of.df_agreement = ratio_or_nan((of_raters + of_error) * (of_raters + of_error), squares);
    double lower = not_a_number;
    double upper = not_a_number;
    if (of.df_agreement > 0.0) {
        const double tail = (1.0 - confidence_level) / 2.0;
        const double low = f_quantile_upper(tail, n - 1.0, of.df_agreement);
        const double high = f_quantile_upper(tail, of.df_agreement, n - 1.0);
        const double rest = k * ms.occasions + (k * n - k - n) * ms.residual;
        lower = ratio_or_nan(n * (ms.between - low * ms.residual), low * rest + n * ms.between);
        upper = ratio_or_nan(n * (high * ms.between - ms.residual), rest + n * high * ms.between);
    }
    set_limits(of.agreement, lower, upper);
    set_limits(of.agreement_average, spearman_brown(lower, k), spearman_brown(upper, k));
}

}  // namespace detail

/// Reliability of ratings from the analysis of variance. Negative estimates are reported as they
/// are. Cost: O(ratings).
/// ratings  row by row, a row of `raters` per subject; a subject with a missing rating (NaN) is
///          left out and counted
/// states   `too_few` below 2 subjects or raters; `zero_variance`: all ratings equal, and the
///          errors of measurement are 0; of a form
///          `boundary`: no error, the estimate is 1 and its interval a point, or (of the interval
///          of ICC(A,k)) no lower limit; `undefined_ratio`: 0/0; `invalid_argument`, of an
///          interval: a level outside (0, 1).
/// source   Shrout & Fleiss 1979; McGraw & Wong 1996 with the correction of 1996.
inline Icc icc(std::span<const double> ratings, std::size_t raters,
               const IccOptions& options = {}) {
    const detail::Ratings of = detail::complete_rows(ratings, raters);
    Icc result;
    result.subjects = of.subjects;
    result.raters = raters;
    result.missing = of.missing;
    const MeanSquares ms = detail::mean_squares(of, options.per_unit);
    result.mean_squares = ms;
    Estimate* forms[] = {&result.one_way,           &result.agreement,
                         &result.consistency,       &result.one_way_average,
                         &result.agreement_average, &result.consistency_average};
    if (!ms.is_defined() || (ms.between == 0.0 && ms.within == 0.0)) {
        result.state = ms.is_defined() ? State::zero_variance : State::too_few;
        for (Estimate* form : forms) {
            *form = {};
            form->n = of.subjects;
            form->missing = of.missing;
            form->ci.confidence_level = options.confidence_level;
            form->state = form->ci.state = result.state;
        }
        if (ms.is_defined()) result.sem_agreement = result.sem_consistency = 0.0;
        return result;
    }
    const double n = ms.n();
    const double k = ms.k();
    const double b = ms.between;
    const double w = ms.within;
    const double c = ms.occasions;
    const double e = ms.residual;
    const double df_within = n * (k - 1.0);
    const double df_error = (n - 1.0) * (k - 1.0);
    const double f_one = w > 0.0 ? b / w : infinity;
    const double f_two = e > 0.0 ? b / e : b > 0.0 ? infinity : not_a_number;
    const auto ratio = detail::ratio_or_nan;
    const auto form = [&](double value, double f, double df, Text name) {
        return detail::icc_form(result, value, f, df, options.confidence_level, name);
    };
    result.one_way = form(ratio(b - w, b + (k - 1.0) * w), f_one, df_within, "ICC(1)");
    result.agreement =
        form(ratio(b - e, b + (k - 1.0) * e + k * (c - e) / n), f_two, df_error, "ICC(A,1)");
    result.consistency = form(ratio(b - e, b + (k - 1.0) * e), f_two, df_error, "ICC(C,1)");
    result.one_way_average = form(ratio(b - w, b), f_one, df_within, "ICC(k)");
    result.agreement_average = form(ratio(b - e, b + (c - e) / n), f_two, df_error, "ICC(A,k)");
    result.consistency_average = form(ratio(b - e, b), f_two, df_error, "ICC(C,k)");
    detail::set_f_limits(result.one_way, result.one_way_average, f_one, n - 1.0, df_within, k,
                         options.confidence_level);
    detail::set_f_limits(result.consistency, result.consistency_average, f_two, n - 1.0, df_error,
                         k, options.confidence_level);
    detail::set_agreement_limits(result, options.confidence_level);
    result.sem_agreement = std::sqrt(std::max(0.0, (c - e) / n) + e);
    result.sem_consistency = std::sqrt(e);
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
