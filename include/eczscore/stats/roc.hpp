// SPDX-License-Identifier: BSL-1.0
// ROC thresholds for the minimal important change: every midpoint, and every tied best one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/roc_table.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which of several equally good thresholds is the MIC. Of an even number, `middle` is the lower.
enum class TieRule : std::uint8_t { smallest, middle, largest };

/// Who counts as improved, and which of equally good cut points is taken.
struct RocOptions {
    double improved_from = 1.0;  ///< anchor levels from here on count as improved
    TieRule ties = TieRule::smallest;
};

/// "Improved" is predicted by a change above the threshold.
struct RocPoint {
    double threshold = not_a_number;  ///< -infinity, midpoints, infinity
    std::int64_t true_positives = 0;
    std::int64_t true_negatives = 0;
    double sensitivity = not_a_number;
    double specificity = not_a_number;
};

/// The best threshold by one criterion.
struct CutPoint {
    double mic = not_a_number;  ///< of `tied`, by the rule; NaN with a state where there is no MIC
    double sensitivity = not_a_number;
    double specificity = not_a_number;
    double criterion = not_a_number;  ///< at the best thresholds
    std::vector<double> tied;         ///< all thresholds that are equally good, ascending
    TieRule rule = TieRule::smallest;
    Text method{};
    State state = State::too_few;
};

/// The ROC curve of change against improvement, and its best cut points by three rules.
struct Roc {
    std::vector<RocPoint> points;  ///< by ascending threshold
    double auc = not_a_number;     ///< P(an improved patient changed more), ties half
    CutPoint youden{};             ///< largest sensitivity + specificity - 1
    CutPoint closest_corner{};     ///< least (1-sensitivity)^2 + (1-specificity)^2
    CutPoint balanced{};           ///< least |sensitivity - specificity|
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t n_improved = 0;
    double prevalence = not_a_number;  ///< share improved
    State state = State::too_few;
};

namespace detail {

/// Marks the best points and chooses among them. `size` turns the whole number into the criterion.
template <class Lost, class Size>
CutPoint best_point(const Roc& roc, const RocTable& table, TieRule rule, Text method, Lost&& lost,
                    Size&& size) {
    CutPoint best;
    best.rule = rule;
    best.method = method;
    best.state = roc.state;
    UInt128 least = ~UInt128{0};
    std::vector<const RocPoint*> points;
    for (const RocPoint& point : roc.points) {
        const UInt128 here = lost(table, point.true_positives, point.true_negatives);
        if (here > least) continue;
        if (here < least) points.clear();
        least = here;
        points.push_back(&point);
    }
    if (points.empty()) return best;
    best.tied.reserve(points.size());
    for (const RocPoint* point : points) best.tied.push_back(point->threshold);
    const Int128 all = Int128{table.improved} * table.other;
    best.criterion = size(static_cast<Int128>(least), all);
    if (roc.state != State::ok && roc.state != State::boundary) return best;
    const std::size_t last = points.size() - 1;
    const RocPoint& chosen = *points[rule == TieRule::smallest ? 0
                                     : rule == TieRule::middle ? last / 2
                                                               : last];
    best.mic = chosen.threshold;
    best.sensitivity = chosen.sensitivity;
    best.specificity = chosen.specificity;
    return best;
}

}  // namespace detail

/// Thresholds of the change that tell the improved from the others.
/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change (-1 worse, 0 unchanged, 1 a little better ...).
/// states  `too_few`: one of the two groups is empty; `not_available`: AUC <= 1/2, so that no
///         threshold is an MIC (the tied thresholds are still listed); `boundary`: AUC = 1.
/// source  Youden 1950; Perkins & Schisterman 2006; de Vet 2007.
inline Roc roc(std::span<const double> change, std::span<const double> anchor,
               const RocOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    const detail::RocTable table = detail::roc_table(pairs, options.improved_from);
    Roc roc;
    roc.n = pairs.size();
    roc.missing = pairs.missing;
    roc.n_improved = static_cast<std::size_t>(table.improved);
    if (roc.n > 0) {
        roc.prevalence = static_cast<double>(roc.n_improved) / static_cast<double>(roc.n);
    }
    if (!table.has_both()) {
        const Text none = "no threshold: one class";
        roc.youden.method = roc.closest_corner.method = roc.balanced.method = none;
        return roc;
    }
    roc.auc = detail::area(table);
    roc.state = roc.auc <= 0.5   ? State::not_available
                : roc.auc == 1.0 ? State::boundary
                                 : State::ok;
    roc.points.reserve(table.values.size() + 1);
    detail::each_threshold(table, [&](double threshold, std::int64_t yes, std::int64_t no) {
        roc.points.push_back({threshold, yes, no,
                              static_cast<double>(yes) / static_cast<double>(table.improved),
                              static_cast<double>(no) / static_cast<double>(table.other)});
    });
    using detail::Int128;
    roc.youden = detail::best_point(
        roc, table, options.ties, "Youden index", detail::lost_youden,
        [](Int128 lost, Int128 all) { return detail::nearest_double(all - lost, all); });
    roc.closest_corner =
        detail::best_point(roc, table, options.ties, "closest to the corner (0, 1)",
                           detail::corner_distance, [](Int128 lost, Int128 all) {
                               return static_cast<double>(lost) /
                                      (static_cast<double>(all) * static_cast<double>(all));
                           });
    roc.balanced = detail::best_point(
        roc, table, options.ties, "sensitivity equal to specificity", detail::imbalance,
        [](Int128 lost, Int128 all) { return detail::nearest_double(lost, all); });
    return roc;
}

}  // namespace eczscore::stats
