// SPDX-License-Identifier: BSL-1.0
// One value from several estimates of an MIC: median, range and means weighted by the anchors.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/median_of.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Several estimates of one MIC brought together, in points.
struct Triangulation {
    double mean = not_a_number;
    double median = not_a_number;
    double lowest = not_a_number;  ///< the range is the interval of a triangulation
    double highest = not_a_number;
    double weighted_by_r = not_a_number;         ///< weights: the anchors' correlations
    double weighted_by_fisher_z = not_a_number;  ///< weights: atanh of them
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "triangulation";
    State state = State::too_few;           ///< of mean, median and range
    State weighted_state = State::too_few;  ///< of the weighted means
};

/// estimates     of the same MIC by several anchors or methods, in points; NaN is missing
/// correlations  of each one's anchor with the change, in (0, 1); empty for no weighted means
/// states        `too_few`: no estimate (or as many correlations as estimates are not there);
///               `invalid_argument` of the weighted means: a correlation outside (0, 1), which is
///               no anchor (0 or below) or has an infinite weight (1)
/// source        weights as Trigg & Griffiths 2021 (from memory)
inline Triangulation triangulate(std::span<const double> estimates,
                                 std::span<const double> correlations = {}) {
    Triangulation result;
    const bool is_weighted = !correlations.empty();
    detail::Pairs used = detail::complete_pairs(estimates, is_weighted ? correlations : estimates);
    result.n = used.size();
    result.missing = used.missing;
    if (result.n == 0) return result;
    result.mean = detail::moments(used.first).mean;
    result.lowest = *std::min_element(used.first.begin(), used.first.end());
    result.highest = *std::max_element(used.first.begin(), used.first.end());
    result.state = State::ok;
    if (is_weighted) {
        detail::Sum by_r[2];
        detail::Sum by_z[2];
        result.weighted_state = State::ok;
        for (std::size_t i = 0; i < used.size(); ++i) {
            const double r = used.second[i];
            if (!(r > 0.0) || !(r < 1.0)) result.weighted_state = State::invalid_argument;
            by_r[0].add(r * used.first[i]);
            by_r[1].add(r);
            by_z[0].add(std::atanh(r) * used.first[i]);
            by_z[1].add(std::atanh(r));
        }
        if (result.weighted_state == State::ok) {
            result.weighted_by_r = by_r[0].value() / by_r[1].value();
            result.weighted_by_fisher_z = by_z[0].value() / by_z[1].value();
        }
    }
    result.median = detail::median_of(used.first);  // last: it reorders
    return result;
}

}  // namespace eczscore::stats
