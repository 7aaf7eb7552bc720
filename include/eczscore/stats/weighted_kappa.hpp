// SPDX-License-Identifier: BSL-1.0
// Cohen's kappa, plain and weighted, with both standard errors of Fleiss, Cohen and Everitt.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/agreement_table.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How much two grades agree that are d of k-1 steps apart.
enum class KappaWeights : std::uint8_t {
    unweighted,  ///< 1 if equal, else 0
    linear,      ///< 1 - d/(k-1), Cicchetti & Allison
    quadratic    ///< 1 - (d/(k-1))^2, Fleiss & Cohen
};

/// Agreement of two raters beyond chance, near misses counted in part; 1 at most.
struct WeightedKappa {
    Estimate kappa{};  ///< normal interval with `se`; z and p of kappa = 0 with `se_null`
    double se_null = not_a_number;   ///< standard error where kappa is 0
    double observed = not_a_number;  ///< weighted agreement
    double expected = not_a_number;  ///< of independent raters with these margins
    KappaWeights weights = KappaWeights::quadratic;
    std::size_t categories = 0;
};

namespace detail {

inline double kappa_weight(KappaWeights kind, std::size_t i, std::size_t j, std::size_t k) {
    if (i == j) return 1.0;
    if (kind == KappaWeights::unweighted) return 0.0;
    const double apart = static_cast<double>(i > j ? i - j : j - i) / static_cast<double>(k - 1);
    return kind == KappaWeights::linear ? 1.0 - apart : 1.0 - apart * apart;
}

constexpr Text kappa_name(KappaWeights kind) {
    constexpr Text names[] = {"Cohen's kappa", "weighted kappa, linear",
                              "weighted kappa, quadratic"};
    return name_of(names, kind);
}

/// A rater who does not tell subjects apart: kappa is 0, whatever the other one does.
inline bool has_one_grade(const std::vector<double>& margin) {
    return std::find(margin.begin(), margin.end(), 1.0) != margin.end();
}

/// Sums that the two variances are made of.
struct KappaSums {
    double observed = 0.0;
    double expected = 0.0;
    double variance = not_a_number;
    double null_variance = not_a_number;
};

inline KappaSums kappa_sums(const AgreementTable& table, KappaWeights kind) {
    const std::size_t k = table.categories;
    const auto weight = [&](std::size_t i, std::size_t j) { return kappa_weight(kind, i, j, k); };
    std::vector<double> of_row(k, 0.0);     // mean weight of a row against the column margin
    std::vector<double> of_column(k, 0.0);  // and of a column against the row margin
    Sum observed;
    Sum expected;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            observed.add(weight(i, j) * table.at(i, j));
            expected.add(weight(i, j) * table.row[i] * table.column[j]);
            of_row[i] += weight(i, j) * table.column[j];
            of_column[j] += weight(i, j) * table.row[i];
        }
    }
    KappaSums sums{observed.value(), expected.value()};
    const double rest = 1.0 - sums.expected;
    if (!(rest > 0.0)) return sums;                         // no room for agreement beyond chance
    const double disagreed = (1.0 - sums.observed) / rest;  // 1 - kappa
    Sum spread;
    Sum null_spread;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double margins = of_row[i] + of_column[j];
            const double at = weight(i, j) - margins * disagreed;
            const double at_null = weight(i, j) - margins;
            spread.add(table.at(i, j) * at * at);
            null_spread.add(table.row[i] * table.column[j] * at_null * at_null);
        }
    }
    const double centre = 1.0 - disagreed - sums.expected * disagreed;
    const double scale = table.n * rest * rest;
    sums.variance = (spread.value() - centre * centre) / scale;
    sums.null_variance = (null_spread.value() - sums.expected * sums.expected) / scale;
    return sums;
}

}  // namespace detail

/// counts  row by row, a row per grade of the first rater, grades in order; `categories` squared
/// states  `too_few`: no subject; `undefined_ratio`: both raters use one and the same grade (0/0);
///         `invalid_argument`: not a square table of counts, or, of the interval, a level outside
///         (0, 1); `boundary`: perfect agreement, or one rater uses one grade only (kappa 0): se 0,
///         interval a point
/// source  Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969
inline WeightedKappa weighted_kappa(std::span<const std::int64_t> counts, std::size_t categories,
                                    KappaWeights weights, const IntervalOptions& options = {}) {
    const detail::AgreementTable table = detail::agreement_table(counts, categories);
    WeightedKappa result;
    result.weights = weights;
    result.categories = categories;
    Estimate& kappa = result.kappa;
    kappa.method = detail::kappa_name(weights);
    kappa.n = static_cast<std::size_t>(table.n);
    kappa.ci.confidence_level = options.confidence_level;
    kappa.ci.method = "normal, Fleiss, Cohen and Everitt 1969";
    kappa.state = kappa.ci.state = table.state;
    if (table.state != State::ok) return result;
    for (std::size_t i = 0; i < categories; ++i) {
        if (table.row[i] != 1.0 || table.column[i] != 1.0) continue;
        result.observed = result.expected = 1.0;
        kappa.state = kappa.ci.state = State::undefined_ratio;
        return result;
    }
    const detail::KappaSums sums = detail::kappa_sums(table, weights);
    result.observed = sums.observed;
    result.expected = sums.expected;
    result.se_null = std::sqrt(std::max(0.0, sums.null_variance));
    if (detail::has_one_grade(table.row) || detail::has_one_grade(table.column)) {
        kappa.estimate = kappa.se = result.se_null = kappa.ci.lower = kappa.ci.upper = 0.0;
        kappa.state = kappa.ci.state = State::boundary;
    } else if (table.agreed == static_cast<std::int64_t>(kappa.n)) {
        result.observed = kappa.estimate = kappa.ci.lower = kappa.ci.upper = 1.0;
        kappa.se = 0.0;
        kappa.state = kappa.ci.state = State::boundary;
    } else if (!(sums.expected < 1.0)) {  // all but one in 10^15 have the same grade
        kappa.state = kappa.ci.state = State::undefined_ratio;
    } else {
        kappa.estimate = (sums.observed - sums.expected) / (1.0 - sums.expected);
        kappa.se = std::sqrt(std::max(0.0, sums.variance));
        const double half =
            detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0) * kappa.se;
        kappa.ci.lower = kappa.estimate - half;
        kappa.ci.upper = kappa.estimate + half;
        kappa.state = kappa.ci.state = kappa.se > 0.0 ? State::ok : State::boundary;
        detail::require_level(kappa.ci);
    }
    if (result.se_null > 0.0) {
        kappa.statistic = kappa.estimate / result.se_null;
        kappa.p = detail::normal_two_sided(kappa.statistic);
    }
    return result;
}

/// From grades, one pair per subject, of a scale from `lowest` to `highest`: grades that nobody
/// used count as steps. `invalid_argument` where a grade is off the scale, or the scale has more
/// than 5000 grades; NaN is missing.
inline WeightedKappa weighted_kappa(std::span<const double> first, std::span<const double> second,
                                    int lowest, int highest, KappaWeights weights,
                                    const IntervalOptions& options = {}) {
    const detail::GradeCounts grades = detail::count_grades(first, second, lowest, highest);
    WeightedKappa result =
        weighted_kappa(grades.is_valid ? std::span<const std::int64_t>(grades.counts)
                                       : std::span<const std::int64_t>(),
                       grades.categories, weights, options);
    result.kappa.missing = grades.missing;
    return result;
}

}  // namespace eczscore::stats
