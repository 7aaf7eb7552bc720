// SPDX-License-Identifier: BSL-1.0
// Differences of pairs, as doubles and, where they are decimals with a step, as whole steps.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"

namespace eczscore::stats::detail {

/// Whether every value is a whole number of 1/per_unit, as `in_steps` understands it.
inline bool is_on_lattice(std::span<const double> values, int per_unit) {
    constexpr double most = 2147483648.0;
    return std::all_of(values.begin(), values.end(), [&](double value) {
        const double count = std::round(value * per_unit);
        return std::abs(count) < most && std::abs(value - count / per_unit) <= 1e-9;
    });
}

/// The coarsest of the usual lattices that holds every value: ones, halves, tenths, twentieths,
/// hundredths ... down to 1/10,000. 0 where there is none.
inline int steps_per_unit(std::span<const double> values) {
    for (const int per_unit : {1, 2, 4, 10, 20, 100, 1000, 10000}) {
        if (is_on_lattice(values, per_unit)) return per_unit;
    }
    return 0;
}

/// Differences, none missing. On a lattice `values` are the doubles nearest to the decimals, so
/// that 1.1 - 0.8 ties with 0.3, and `steps` are the same numbers as integers.
struct Differences {
    std::vector<double> values;
    std::vector<std::int64_t> steps;
    int per_unit = 0;  ///< 0: no lattice, and no steps
    std::size_t missing = 0;

    std::size_t size() const { return values.size(); }
    bool has_steps() const { return per_unit != 0; }
};

inline Differences onto_lattice(std::vector<double> values, std::size_t missing) {
    Differences all;
    all.values = std::move(values);
    all.missing = missing;
    all.per_unit = steps_per_unit(all.values);
    if (all.per_unit == 0) return all;
    all.steps = in_steps(all.values, all.per_unit).counts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all.values[i] = static_cast<double>(all.steps[i]) / all.per_unit;
    }
    return all;
}

/// post - pre of the complete pairs.
inline Differences paired_differences(std::span<const double> pre, std::span<const double> post) {
    const Pairs pairs = complete_pairs(pre, post);
    return onto_lattice(differences(pairs), pairs.missing);
}
inline Differences given_differences(std::span<const double> values) {
    Sample sample = complete(values);
    return onto_lattice(std::move(sample.values), sample.missing);
}

/// From integers, exactly, where there are steps.
inline Moments moments(const Differences& all) {
    if (!all.has_steps() || all.size() == 0) return moments(std::span<const double>(all.values));
    const StepMoments steps = step_moments(all.steps);
    const Int128 n = steps.n;
    return {all.size(), steps.mean(all.per_unit),
            nearest(steps.n_squares(), n * all.per_unit * all.per_unit)};
}

/// Whether what varies is only the rounding of a constant.
inline bool is_constant(const Moments& m) {
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    return m.n > 0 && !(m.squares > 0.0 && m.se() > 10.0 * epsilon * std::abs(m.mean));
}

/// The median, by selection; `values` are reordered. NaN without values.
inline double median(std::vector<double>& values) {
    if (values.empty()) return not_a_number;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2.0;
}

}  // namespace eczscore::stats::detail
