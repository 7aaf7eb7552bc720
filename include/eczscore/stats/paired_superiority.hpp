// SPDX-License-Identifier: BSL-1.0
// Probability of superiority within a group: the share of patients who improved, ties counted half.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/core/direction.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The chance that a patient improved, those without a change counted half.
struct PairedSuperiority {
    double p_improved = not_a_number;  ///< (improved + unchanged / 2) / n
    Interval ci{};                     ///< Wilson
    /// Phi(dz of the improvement): the same probability if the differences were normal.
    double common_language = not_a_number;
    std::size_t improved = 0;
    std::size_t unchanged = 0;
    std::size_t worsened = 0;
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "paired probability of superiority";
    State state = State::too_few;
};

namespace detail {

/// From the counts that `result` has.
inline void put_superiority(PairedSuperiority& result, double confidence_level) {
    result.ci.confidence_level = confidence_level;
    result.ci.method = "Wilson";
    for (const std::size_t count : {result.improved, result.unchanged, result.worsened}) {
        if (count <= std::size_t{1} << 53) continue;
        result.state = result.ci.state = State::invalid_argument;
        return;
    }
    result.n = result.improved + result.unchanged + result.worsened;
    if (result.n == 0) return;
    const auto n = static_cast<double>(result.n);
    const double x =
        static_cast<double>(result.improved) + static_cast<double>(result.unchanged) / 2.0;
    result.p_improved = x / n;
    result.state = State::ok;
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        result.ci.state = State::invalid_argument;
        return;
    }
    const double z = normal_quantile_upper((1.0 - confidence_level) / 2.0);
    const double root = z * std::sqrt(z * z + 4.0 * x * (n - x) / n);
    const double sum = 2.0 * x + z * z + root;
    result.ci.lower = x > 0.0 ? 2.0 * x * x / (n * sum) : 0.0;
    result.ci.upper = std::min(1.0, sum / (2.0 * (n + z * z)));
    result.ci.state = State::ok;
}

inline PairedSuperiority paired_superiority(const Differences& differences, Direction direction,
                                            double confidence_level) {
    PairedSuperiority result;
    for (const double value : differences.values) {
        const double gain = direction == Direction::higher_is_worse ? -value : value;
        ++(gain > 0.0 ? result.improved : gain < 0.0 ? result.worsened : result.unchanged);
    }
    result.missing = differences.missing;
    put_superiority(result, confidence_level);
    const Moments m = moments(differences);
    if (m.n > 1 && !is_out_of_range(m) && !is_constant(m)) {
        const double dz = m.mean / m.sd();
        result.common_language = normal_cdf(direction == Direction::higher_is_worse ? -dz : dz);
    }
    return result;
}

}  // namespace detail

/// From counts alone: without `common_language`.
inline PairedSuperiority paired_superiority(std::size_t improved, std::size_t unchanged,
                                            std::size_t worsened,
                                            const IntervalOptions& options = {}) {
    PairedSuperiority result;
    result.improved = improved;
    result.unchanged = unchanged;
    result.worsened = worsened;
    detail::put_superiority(result, options.confidence_level);
    return result;
}

/// differences  post - pre
inline PairedSuperiority paired_superiority(std::span<const double> differences,
                                            Direction direction,
                                            const IntervalOptions& options = {}) {
    return detail::paired_superiority(detail::given_differences(differences), direction,
                                      options.confidence_level);
}
/// The same from both assessments, a pair per index.
inline PairedSuperiority paired_superiority(std::span<const double> pre,
                                            std::span<const double> post, Direction direction,
                                            const IntervalOptions& options = {}) {
    return detail::paired_superiority(detail::paired_differences(pre, post), direction,
                                      options.confidence_level);
}

}  // namespace eczscore::stats
