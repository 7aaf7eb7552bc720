// SPDX-License-Identifier: BSL-1.0
// Changes of those who improved and of the others, sorted: what ROC and logistic methods count in.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// How many have each change. `values` ascend and are distinct; a count may be 0.
struct RocTable {
    std::vector<double> values;
    std::vector<std::int64_t> improved_at;
    std::vector<std::int64_t> other_at;
    std::int64_t improved = 0;
    std::int64_t other = 0;

    bool has_both() const { return improved > 0 && other > 0; }
};

/// A patient counts as improved where the anchor is at least `improved_from`.
/// pairs  change and anchor, in decimals
inline RocTable roc_table(const Pairs& pairs, double improved_from) {
    const double from = as_decimal(improved_from);
    RocTable table;
    table.values = pairs.first;
    std::sort(table.values.begin(), table.values.end());
    table.values.erase(std::unique(table.values.begin(), table.values.end()), table.values.end());
    table.improved_at.assign(table.values.size(), 0);
    table.other_at.assign(table.values.size(), 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto found =
            std::lower_bound(table.values.begin(), table.values.end(), pairs.first[i]);
        const auto at = static_cast<std::size_t>(found - table.values.begin());
        const bool improved = pairs.second[i] >= from;
        ++(improved ? table.improved_at : table.other_at)[at];
        ++(improved ? table.improved : table.other);
    }
    return table;
}

/// Calls `visit(threshold, true positives, true negatives)` below all changes, at each midpoint of
/// neighbours, and above all. "Positive" is a change above the threshold.
template <class Visit>
void each_threshold(const RocTable& table, Visit&& visit) {
    std::int64_t positives = table.improved;
    std::int64_t negatives = 0;
    double before = -infinity;
    visit(before, positives, negatives);
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        if (table.improved_at[i] + table.other_at[i] == 0) continue;
        if (before > -infinity) visit((before + table.values[i]) / 2.0, positives, negatives);
        positives -= table.improved_at[i];
        negatives += table.other_at[i];
        before = table.values[i];
    }
    visit(infinity, positives, negatives);
}

/// Twice the number of pairs (improved, other) in which the improved changed more; equal changes
/// count half. Exact.
inline std::int64_t twice_wins(const RocTable& table) {
    std::int64_t below = 0;
    std::int64_t wins = 0;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        wins += table.improved_at[i] * (2 * below + table.other_at[i]);
        below += table.other_at[i];
    }
    return wins;
}
inline double area(const RocTable& table) {
    return table.has_both()
               ? nearest_double(twice_wins(table), Int128{2} * table.improved * table.other)
               : not_a_number;
}

/// What a threshold is chosen by; whole numbers, so that ties are ties. Smaller is better.
inline UInt128 lost_youden(const RocTable& table, std::int64_t positives, std::int64_t negatives) {
    return static_cast<UInt128>(Int128{table.improved - positives} * table.other +
                                Int128{table.other - negatives} * table.improved);
}
inline UInt128 corner_distance(const RocTable& table, std::int64_t positives,
                               std::int64_t negatives) {
    const Int128 missed = Int128{table.improved - positives} * table.other;
    const Int128 false_alarm = Int128{table.other - negatives} * table.improved;
    return static_cast<UInt128>(missed * missed + false_alarm * false_alarm);
}
inline UInt128 imbalance(const RocTable& table, std::int64_t positives, std::int64_t negatives) {
    const Int128 gap = Int128{positives} * table.other - Int128{negatives} * table.improved;
    return static_cast<UInt128>(gap < 0 ? -gap : gap);
}

/// The first threshold with the smallest `lost`, if the AUC is above 1/2.
template <class Lost>
double first_best_threshold(const RocTable& table, Lost&& lost) {
    if (!table.has_both() || Int128{twice_wins(table)} <= Int128{table.improved} * table.other) {
        return not_a_number;
    }
    UInt128 least = ~UInt128{0};
    double best = not_a_number;
    each_threshold(table, [&](double threshold, std::int64_t positives, std::int64_t negatives) {
        const UInt128 here = lost(table, positives, negatives);
        if (here < least) {
            least = here;
            best = threshold;
        }
    });
    return best;
}

}  // namespace eczscore::stats::detail
