// SPDX-License-Identifier: BSL-1.0
// Cronbach's alpha with Feldt's interval, standardised, and without each item.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/ratings.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/mean_squares.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The level of the interval, and the steps of the items.
struct CronbachAlphaOptions {
    double confidence_level = 0.95;
    int per_unit = 0;  ///< steps in 1 (1 for whole points): exact sums; 0: doubles
};

/// Internal consistency of a set of items; 1 at most.
struct CronbachAlpha {
    Estimate alpha{};                        ///< raw; F is 1 / (1 - alpha), with p of alpha = 0
    double standardised = not_a_number;      ///< of items brought to the same spread
    double mean_correlation = not_a_number;  ///< between two items
    std::vector<double> without_item;        ///< raw alpha of the others; NaN below 3 items
    std::size_t items = 0;
    State standardised_state = State::too_few;  ///< `zero_variance`: an item does not vary
};

namespace detail {

/// (k/(k-1)) (1 - sum of the items' variances / variance of their sum) = 1 - error / between.
inline double alpha_of(const MeanSquares& ms) {
    if (!ms.is_defined() || !(ms.between > 0.0)) return not_a_number;
    return 1.0 - ms.residual / ms.between;
}

inline Ratings without_column(const Ratings& all, std::size_t left_out) {
    Ratings rest{{}, all.subjects, all.raters - 1, 0};
    rest.values.reserve(rest.subjects * rest.raters);
    for (std::size_t i = 0; i < all.subjects; ++i) {
        for (std::size_t j = 0; j < all.raters; ++j) {
            if (j != left_out) rest.values.push_back(all.at(i, j));
        }
    }
    return rest;
}

/// NaN where an item does not vary.
inline double mean_item_correlation(const Ratings& all) {
    std::vector<std::vector<double>> columns(all.raters);
    for (std::size_t j = 0; j < all.raters; ++j) {
        columns[j].reserve(all.subjects);
        for (std::size_t i = 0; i < all.subjects; ++i) columns[j].push_back(all.at(i, j));
        const double squares = moments(columns[j]).squares;
        if (without_noise(squares, all.subjects, largest_size(columns[j])) == 0.0) {
            return not_a_number;
        }
    }
    Sum sum;
    for (std::size_t a = 0; a < all.raters; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            sum.add(pair_moments(columns[a], columns[b]).correlation());
        }
    }
    return sum.over(static_cast<double>(all.raters * (all.raters - 1) / 2));
}

}  // namespace detail

/// Internal consistency of a sum score. Cost: O(answers x items) for the correlations and the
/// alphas without an item.
/// answers  row by row, a row of `items` per person; a person with a missing answer (NaN) is left
///          out and counted. Items that run the other way must be turned first.
/// states   `too_few` below 2 persons or items; `zero_variance`: all sums are equal, alpha is
///          undefined; `boundary`: alpha is 1, its interval a point; of the interval
///          `invalid_argument`: a level outside (0, 1).
/// source   Cronbach 1951; Feldt 1965.
inline CronbachAlpha cronbach_alpha(std::span<const double> answers, std::size_t items,
                                    const CronbachAlphaOptions& options = {}) {
    const detail::Ratings all = detail::complete_rows(answers, items);
    const MeanSquares ms = detail::mean_squares(all, options.per_unit);
    CronbachAlpha result;
    result.items = items;
    Estimate& alpha = result.alpha;
    alpha.method = "Cronbach's alpha";
    alpha.n = all.subjects;
    alpha.missing = all.missing;
    alpha.ci.confidence_level = options.confidence_level;
    alpha.ci.method = "Feldt 1965";
    if (!ms.is_defined()) return result;

    result.mean_correlation = detail::mean_item_correlation(all);
    const double r = result.mean_correlation;
    result.standardised = detail::quotient(ms.k() * r, 1.0 + (ms.k() - 1.0) * r);
    result.standardised_state =
        std::isnan(result.mean_correlation) ? State::zero_variance : State::ok;
    for (std::size_t j = 0; j < items; ++j) {
        result.without_item.push_back(items < 3
                                          ? not_a_number
                                          : detail::alpha_of(detail::mean_squares(
                                                detail::without_column(all, j), options.per_unit)));
    }
    alpha.estimate = detail::alpha_of(ms);
    alpha.state = alpha.ci.state = State::zero_variance;
    if (std::isnan(alpha.estimate)) return result;
    const double df1 = ms.n() - 1.0;
    const double df2 = df1 * (ms.k() - 1.0);
    const double tail = (1.0 - options.confidence_level) / 2.0;
    const double rest = ms.residual / ms.between;
    alpha.df = df2;
    alpha.statistic = rest > 0.0 ? 1.0 / rest : infinity;
    alpha.p = rest > 0.0 ? detail::f_sf(alpha.statistic, df1, df2) : 0.0;
    alpha.ci.lower = 1.0 - rest * detail::f_quantile_upper(tail, df1, df2);
    alpha.ci.upper = 1.0 - rest * detail::f_quantile(tail, df1, df2);
    alpha.state = alpha.ci.state = rest > 0.0 ? State::ok : State::boundary;
    detail::require_level(alpha.ci);
    return result;
}

}  // namespace eczscore::stats
