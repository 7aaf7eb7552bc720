// SPDX-License-Identifier: BSL-1.0
// The rules by which the two tails of a discrete, unsymmetric distribution make one p-value.
#pragma once

#include <algorithm>
#include <cstdint>

#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/exact_rule.hpp"

namespace eczscore::stats::detail {

/// What is known of an observed count under the null hypothesis.
struct Tails {
    double at_most;      ///< P(X <= x)
    double at_least;     ///< P(X >= x)
    double here;         ///< P(X = x)
    double as_unlikely;  ///< P of all counts no likelier than x
};

inline double exact_p(const Tails& tails, Alternative alternative, ExactRule rule) {
    const double half = rule == ExactRule::mid_p ? 0.5 * tails.here : 0.0;
    const double less = tails.at_most - half;
    const double greater = tails.at_least - half;
    double p = 2.0 * std::min(less, greater);
    if (alternative == Alternative::less) p = less;
    if (alternative == Alternative::greater) p = greater;
    if (alternative == Alternative::two_sided && rule == ExactRule::minimum_likelihood) {
        p = tails.as_unlikely;
    }
    return std::clamp(p, 0.0, 1.0);
}

/// The smallest and the largest possible count.
struct Support {
    std::int64_t low;
    std::int64_t high;
};

/// Two probabilities that differ by less than this share are the same, computed in two ways; the
/// value is R's.
inline constexpr double same_probability = 1.0 + 1e-7;

/// P of all counts that are no likelier than x, for a distribution that rises to `mode` and then
/// falls: a tail on x's side, and one on the other that halving finds.
template <class Pmf, class AtMost, class Above>
double as_unlikely(std::int64_t x, std::int64_t mode, Support support, const Pmf& pmf,
                   const AtMost& at_most, const Above& above) {
    const double limit = pmf(x) * same_probability;
    if (pmf(mode) <= limit) return 1.0;
    if (x < mode) {
        std::int64_t low = mode;  // likelier than x
        std::int64_t high = support.high + 1;
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (pmf(middle) <= limit ? high : low) = middle;
        }
        return at_most(x) + above(high - 1);
    }
    std::int64_t low = support.low - 1;
    std::int64_t high = mode;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (pmf(middle) <= limit ? low : high) = middle;
    }
    return above(x - 1) + at_most(low);
}

}  // namespace eczscore::stats::detail
