// SPDX-License-Identifier: BSL-1.0
// Differences of pairs, as doubles and, where they are decimals with a step, as whole steps.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"

namespace eczscore::stats::detail {

/// Complete pairs in an order that does not depend on how they were given.
inline Pairs sorted_pairs(const Pairs& pairs) {
    std::vector<std::size_t> order(pairs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pairs.first[a] != pairs.first[b] ? pairs.first[a] < pairs.first[b]
                                                : pairs.second[a] < pairs.second[b];
    });
    Pairs sorted{std::vector<double>(order.size()), std::vector<double>(order.size()),
                 pairs.missing};
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.first[i] = pairs.first[order[i]];
        sorted.second[i] = pairs.second[order[i]];
    }
    return sorted;
}

/// Differences, none missing. On a lattice `values` are the doubles nearest to the decimals, so
/// that 1.1 - 0.8 ties with 0.3, and `steps` are the same numbers as integers. Off a lattice those
/// that are decimals are so, too, and all ascend, so that the order in which they came changes no
/// bit of what is computed.
struct Differences {
    std::vector<double> values;
    std::vector<std::int64_t> steps;
    int per_unit = 0;  ///< 0: no lattice, and no steps
    std::size_t missing = 0;

    std::size_t size() const { return values.size(); }
    bool has_steps() const { return per_unit != 0; }
    /// What `counted` counts: steps in 1, or 1.
    double unit() const { return has_steps() ? static_cast<double>(per_unit) : 1.0; }
    /// Whole steps where there are any, so that equal sums are equal; the values otherwise.
    std::vector<double> counted() const {
        return has_steps() ? std::vector<double>(steps.begin(), steps.end()) : values;
    }
};

inline Differences onto_lattice(Sample sample, double scale) {
    Differences all;
    all.values = std::move(sample.values);
    all.missing = sample.missing;
    all.per_unit = steps_per_unit(all.values, scale);
    if (all.per_unit == 0) {
        put_decimals(all.values, scale);
        std::sort(all.values.begin(), all.values.end());
        return all;
    }
    all.steps = in_steps(all.values, all.per_unit).counts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all.values[i] = static_cast<double>(all.steps[i]) / all.per_unit;
    }
    return all;
}

/// post - pre of the complete pairs. A difference beyond the range of double is missing.
inline Differences paired_differences(std::span<const double> pre, std::span<const double> post) {
    const Pairs pairs = complete_pairs(pre, post);
    Sample sample = complete(differences(pairs));
    sample.missing += pairs.missing;
    return onto_lattice(std::move(sample),
                        std::max(largest_size(pairs.first), largest_size(pairs.second)));
}
inline Differences given_differences(std::span<const double> values) {
    Sample sample = complete(values);
    const double scale = largest_size(sample.values);
    return onto_lattice(std::move(sample), scale);
}

/// From integers, exactly, where there are steps.
inline Moments moments(const Differences& all) {
    if (!all.has_steps() || all.size() == 0) return moments(std::span<const double>(all.values));
    const StepMoments steps = step_moments(all.steps);
    const Int128 n = steps.n;
    return {all.size(), steps.mean(all.per_unit),
            nearest_double(steps.n_squares(), n * all.per_unit * all.per_unit)};
}

/// Whether the squares left the range of double.
inline bool is_out_of_range(const Moments& m) { return m.n > 0 && !std::isfinite(m.squares); }

/// Whether what varies is only the rounding of a constant.
inline bool is_constant(const Moments& m) {
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    return m.n > 0 && !(m.squares > 0.0 && m.se() > 10.0 * epsilon * std::abs(m.mean));
}

}  // namespace eczscore::stats::detail
