// SPDX-License-Identifier: BSL-1.0
// Fleiss's kappa: agreement of several raters on categories, beyond chance.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/ratings.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Agreement of several raters beyond chance; 1 at most.
struct FleissKappa {
    Estimate kappa{};  ///< normal interval over subjects; z and p of kappa = 0 with `se_null`
    double se_null = not_a_number;   ///< Fleiss, Nee & Landis 1979
    double observed = not_a_number;  ///< share of agreeing pairs of raters
    double expected = not_a_number;  ///< of raters who grade at random with these shares
    std::vector<double> categories;  ///< that occur, ascending
    std::vector<double> share;       ///< of each
    std::size_t raters = 0;
};

namespace detail {

/// The category of each rating, subject by subject and ascending within a subject, so that equal
/// ones stand together: no table of subjects by categories, of which there may be many.
struct CategoryCounts {
    std::vector<double> categories;
    std::vector<std::size_t> place;  ///< of each rating among the categories
    std::vector<std::int64_t> totals;
    std::size_t raters = 0;

    /// Ordered pairs of raters who agree on subject i.
    std::int64_t pairs(std::size_t i) const {
        std::int64_t sum = 0;
        std::int64_t alike = 0;
        for (std::size_t j = i * raters; j < (i + 1) * raters; ++j) {
            const bool is_next = j > i * raters && place[j] == place[j - 1];
            alike = is_next ? alike + 1 : 0;
            sum += 2 * alike;
        }
        return sum;
    }
};

/// of  in decimals
inline CategoryCounts category_counts(const Ratings& of) {
    CategoryCounts all;
    all.raters = of.raters;
    all.categories = of.values;
    std::sort(all.categories.begin(), all.categories.end());
    all.categories.erase(std::unique(all.categories.begin(), all.categories.end()),
                         all.categories.end());
    all.totals.assign(all.categories.size(), 0);
    all.place.reserve(of.values.size());
    for (const double value : of.values) {
        const auto found = std::lower_bound(all.categories.begin(), all.categories.end(), value);
        all.place.push_back(static_cast<std::size_t>(found - all.categories.begin()));
        ++all.totals[all.place.back()];
    }
    const auto row = static_cast<std::ptrdiff_t>(of.raters);
    for (auto start = all.place.begin(); start != all.place.end(); start += row) {
        std::sort(start, start + row);
    }
    return all;
}

/// Standard error from what each subject adds to kappa (its influence), raters taken as given.
inline double fleiss_se(const CategoryCounts& all, const FleissKappa& of, double m) {
    const auto n = static_cast<double>(of.kappa.n);
    const double rest = 1.0 - of.expected;
    Sum squares;
    for (std::size_t i = 0; i < of.kappa.n; ++i) {
        const double pairs = static_cast<double>(all.pairs(i)) / (m * (m - 1.0));
        Sum shares;
        for (std::size_t j = i * all.raters; j < (i + 1) * all.raters; ++j) {
            shares.add(of.share[all.place[j]]);
        }
        const double chance = 2.0 * (shares.over(m) - of.expected);
        const double influence =
            (pairs - of.observed) / rest - (1.0 - of.observed) * chance / (rest * rest);
        squares.add(influence * influence);
    }
    return std::sqrt(squares.value() / (n * (n - 1.0)));
}

}  // namespace detail

/// ratings  row by row, a row of `raters` per subject; any numbers name the categories. A subject
///          with a missing rating (NaN) is left out and counted.
/// states   `too_few`: below 2 raters, or no subject (the interval needs 2); `undefined_ratio`: one
///          category only; `invalid_argument`, of the interval: a level outside (0, 1); `boundary`:
///          perfect agreement, se 0, interval a point
/// source   Fleiss 1971; Fleiss, Nee & Landis 1979
inline FleissKappa fleiss_kappa(std::span<const double> ratings, std::size_t raters,
                                const IntervalOptions& options = {}) {
    detail::Ratings of = detail::complete_rows(ratings, raters);
    detail::put_decimals(of.values, detail::largest_size(of.values));
    FleissKappa result;
    result.raters = raters;
    Estimate& kappa = result.kappa;
    kappa.method = "Fleiss's kappa";
    kappa.n = of.subjects;
    kappa.missing = of.missing;
    kappa.ci.confidence_level = options.confidence_level;
    kappa.ci.method = "normal, influence of subjects";
    if (of.subjects == 0 || raters < 2) return result;
    const detail::CategoryCounts all = detail::category_counts(of);
    result.categories = all.categories;
    const auto n = static_cast<double>(of.subjects);
    const auto m = static_cast<double>(raters);
    std::int64_t pairs = 0;
    for (std::size_t i = 0; i < of.subjects; ++i) pairs += all.pairs(i);
    detail::Sum expected;
    detail::Sum spread;  // sum of p q
    detail::Sum skew;    // sum of p q (q - p)
    for (const std::int64_t total : all.totals) {
        const double p = static_cast<double>(total) / (n * m);
        result.share.push_back(p);
        expected.add(p * p);
        spread.add(p * (1.0 - p));
        skew.add(p * (1.0 - p) * (1.0 - 2.0 * p));
    }
    result.observed = static_cast<double>(pairs) / (n * m * (m - 1.0));
    result.expected = expected.value();
    if (all.categories.size() == 1) {
        kappa.state = kappa.ci.state = State::undefined_ratio;
        return result;
    }
    kappa.estimate = (result.observed - result.expected) / (1.0 - result.expected);
    const double pq = spread.value();
    result.se_null = std::sqrt(2.0 * (pq * pq - skew.value()) / (n * m * (m - 1.0))) / pq;
    kappa.statistic = kappa.estimate / result.se_null;
    kappa.p = detail::normal_two_sided(kappa.statistic);
    if (of.subjects < 2) return result;
    kappa.se = detail::fleiss_se(all, result, m);
    if (result.observed == 1.0) {
        kappa.estimate = kappa.ci.lower = kappa.ci.upper = 1.0;
        kappa.se = 0.0;
        kappa.state = kappa.ci.state = State::boundary;
        return result;
    }
    const double half =
        detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0) * kappa.se;
    kappa.ci.lower = kappa.estimate - half;
    kappa.ci.upper = kappa.estimate + half;
    kappa.state = kappa.ci.state = State::ok;
    detail::require_level(kappa.ci);
    return result;
}

}  // namespace eczscore::stats
