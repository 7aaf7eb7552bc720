// SPDX-License-Identifier: BSL-1.0
// Logistic regression of improved (yes or no) on one change, and the MIC that follows from it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/roc_table.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// Means and spread of the change, and its correlation with the anchor (0 or 1).
struct ChangeSpread {
    double mean = not_a_number;
    double sd = not_a_number;              ///< divisor n - 1
    double point_biserial = not_a_number;  ///< Pearson's r with the anchor
    double gap = not_a_number;             ///< mean of the improved minus mean of the others
};

inline ChangeSpread change_spread(const RocTable& table) {
    const auto m = static_cast<double>(table.improved);
    const auto k = static_cast<double>(table.other);
    const double n = m + k;
    ChangeSpread spread;
    if (n < 2.0) return spread;
    Sum improved;
    Sum all;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        improved.add(table.values[i] * static_cast<double>(table.improved_at[i]));
        all.add(table.values[i] * static_cast<double>(table.improved_at[i] + table.other_at[i]));
    }
    spread.mean = all.over(n);
    Sum squares;
    Sum above;  // of the improved, from the common mean
    Sum below;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        const double away = table.values[i] - spread.mean;
        squares.add(away * away * static_cast<double>(table.improved_at[i] + table.other_at[i]));
        above.add(away * static_cast<double>(table.improved_at[i]));
        below.add(away * static_cast<double>(table.other_at[i]));
    }
    spread.sd = std::sqrt(squares.value() / (n - 1.0));
    if (table.has_both()) {
        spread.gap = above.value() / m - below.value() / k;
        if (squares.value() > 0.0) {
            spread.point_biserial = spread.gap * std::sqrt(m * k / (n * squares.value()));
        }
    }
    return spread;
}

/// logit P(improved) = intercept + slope * change, with the covariance of the two.
struct LogisticLine {
    double intercept = not_a_number;
    double slope = not_a_number;
    double var_intercept = not_a_number;
    double covariance = not_a_number;
    double var_slope = not_a_number;
    State state = State::too_few;
};

/// Whether a threshold divides the improved from the others; then no finite slope fits best.
inline bool is_separated(const RocTable& table) {
    double least[2] = {infinity, infinity};
    double most[2] = {-infinity, -infinity};
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        for (const int group : {0, 1}) {
            if ((group == 1 ? table.improved_at : table.other_at)[i] == 0) continue;
            least[group] = std::min(least[group], table.values[i]);
            most[group] = std::max(most[group], table.values[i]);
        }
    }
    return most[0] <= least[1] || most[1] <= least[0];
}

/// One step of Newton's method in standardised changes.
struct LogisticStep {
    double deviance = 0.0;
    double score[2] = {0.0, 0.0};
    double information[3] = {0.0, 0.0, 0.0};  ///< of (1,1), (1,u), (u,u)

    double determinant() const {
        return information[0] * information[2] - information[1] * information[1];
    }
};

inline LogisticStep logistic_step(const RocTable& table, const ChangeSpread& spread, double level,
                                  double slope) {
    LogisticStep step;
    Sum score[2];
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        const auto yes = static_cast<double>(table.improved_at[i]);
        const auto no = static_cast<double>(table.other_at[i]);
        if (yes + no == 0.0) continue;
        const double u = (table.values[i] - spread.mean) / spread.sd;
        const double line = level + slope * u;
        const double small = std::exp(-std::abs(line));
        const double p = (line >= 0.0 ? 1.0 : small) / (1.0 + small);
        const double q = (line >= 0.0 ? small : 1.0) / (1.0 + small);
        const double lost = std::log1p(small);  // -log of the larger of p and q
        step.deviance += yes * (lost + std::max(0.0, -line)) + no * (lost + std::max(0.0, line));
        const double rest = yes * q - no * p;
        score[0].add(rest);
        score[1].add(rest * u);
        const double weight = (yes + no) * p * q;
        step.information[0] += weight;
        step.information[1] += weight * u;
        step.information[2] += weight * u * u;
    }
    step.score[0] = score[0].value();
    step.score[1] = score[1].value();
    return step;
}

/// By Newton's method with halved steps. States: `too_few` (one group is empty), `zero_variance`
/// (one change only), `separation`, `not_converged`.
inline LogisticLine logistic_line(const RocTable& table, const ChangeSpread& spread) {
    LogisticLine line;
    if (!table.has_both()) return line;
    if (!(spread.sd > 0.0)) return line.state = State::zero_variance, line;
    if (is_separated(table)) return line.state = State::separation, line;
    double level = std::log(static_cast<double>(table.improved) / static_cast<double>(table.other));
    double slope = 0.0;
    LogisticStep step = logistic_step(table, spread, level, slope);
    line.state = State::not_converged;
    for (int tries = 0; tries < 100; ++tries) {
        if (!(step.determinant() > 0.0)) return line;
        const double scale = 1.0 / step.determinant();
        const double up[2] = {
            scale * (step.information[2] * step.score[0] - step.information[1] * step.score[1]),
            scale * (step.information[0] * step.score[1] - step.information[1] * step.score[0])};
        const bool is_small = std::abs(up[0]) <= 1e-13 * (1.0 + std::abs(level)) &&
                              std::abs(up[1]) <= 1e-13 * (1.0 + std::abs(slope));
        double share = 1.0;
        LogisticStep next = logistic_step(table, spread, level + up[0], slope + up[1]);
        while (!is_small && next.deviance > step.deviance * (1.0 + 1e-12) && share > 1e-6) {
            share /= 2.0;
            next = logistic_step(table, spread, level + share * up[0], slope + share * up[1]);
        }
        level += share * up[0];
        slope += share * up[1];
        step = next;
        if (is_small) {
            line.state = State::ok;
            break;
        }
    }
    line.slope = slope / spread.sd;
    line.intercept = level - line.slope * spread.mean;
    const double centre = spread.mean / spread.sd;
    const double determinant = step.determinant();
    if (!(determinant > 0.0)) return line.state = State::not_converged, line;
    const double of_level = step.information[2] / determinant;
    const double between = -step.information[1] / determinant;
    const double of_slope = step.information[0] / determinant;
    line.var_slope = of_slope / (spread.sd * spread.sd);
    line.covariance = (between - centre * of_slope) / spread.sd;
    line.var_intercept = of_level - 2.0 * centre * between + centre * centre * of_slope;
    return line;
}

/// Corrections of the predictive MIC, in points: what is subtracted from it.
/// source  Terluin 2017 (0.090 and 0.103); Terluin 2022 (0.8 and 0.5), as in the R package MIC.
inline double correction_2017(const ChangeSpread& spread, double log_odds) {
    return (0.090 + 0.103 * spread.point_biserial) * spread.sd * log_odds;
}
inline double correction_2022(const ChangeSpread& spread, double log_odds, double reliability) {
    return (0.8 / reliability - 0.5) * spread.sd * spread.point_biserial * log_odds;
}

/// The predictive MIC with its state: `not_available` where more change does not mean more
/// improvement, otherwise that of the line.
struct PredictiveLine {
    ChangeSpread spread{};
    LogisticLine line{};
    double prevalence = not_a_number;
    double log_odds = not_a_number;
    double mic = not_a_number;
    State state = State::too_few;
};

inline PredictiveLine predictive_line(const RocTable& table) {
    PredictiveLine all;
    all.spread = change_spread(table);
    const auto m = static_cast<double>(table.improved);
    const auto k = static_cast<double>(table.other);
    if (m + k > 0.0) all.prevalence = m / (m + k);
    if (table.has_both()) all.log_odds = std::log(m / k);
    all.line = logistic_line(table, all.spread);
    all.state = all.line.state;
    if (all.state != State::ok) return all;
    // At a slope of 0 the gap of the means is rounding noise, and so would be the MIC.
    if (!(all.spread.gap > 1e-12 * all.spread.sd) || !(all.line.slope > 0.0)) {
        all.state = State::not_available;
        return all;
    }
    all.mic = (all.log_odds - all.line.intercept) / all.line.slope;
    return all;
}

}  // namespace eczscore::stats::detail
