// SPDX-License-Identifier: BSL-1.0
// Exact power, true size and sample size of Fisher's exact test, by counting every outcome.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

namespace detail {

/// Marks the outcomes x = first .. first + weights.size() - 1 of arm 1 that Fisher's two-sided test
/// rejects, given the total; `weights` are the hypergeometric probabilities, summing to 1. Outcomes
/// within 1e-7 of each other count as equally likely, as R does.
inline void mark_fisher(const std::vector<double>& weights, double alpha,
                        std::vector<std::size_t>& order, std::vector<char>& rejects) {
    order.clear();
    // They rise to the likeliest outcome and fall behind it: the least is always at an end.
    for (std::size_t low = 0, high = weights.size(); low < high;) {
        order.push_back(weights[low] <= weights[high - 1] ? low++ : --high);
    }
    rejects.assign(weights.size(), 0);
    double p = 0.0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double bound = weights[order[i]] * (1.0 + 1e-7);
        while (next < order.size() && weights[order[next]] <= bound) p += weights[order[next++]];
        if (p > alpha) break;
        rejects[order[i]] = 1;
    }
}

/// Hypergeometric probabilities of x = first .. last of arm 1 when both arms have `total`
/// responders together: by ratios from the likeliest outwards.
inline void fisher_weights(std::int64_t n1, std::int64_t n2, std::int64_t total, std::int64_t first,
                           std::int64_t last, std::vector<double>& weights) {
    weights.assign(static_cast<std::size_t>(last - first + 1), 1.0);
    const std::int64_t mode = std::clamp(((total + 1) * (n1 + 1)) / (n1 + n2 + 2), first, last);
    const auto odds = [&](std::int64_t x) {  // P(x + 1) / P(x)
        return static_cast<double>(n1 - x) * static_cast<double>(total - x) /
               (static_cast<double>(x + 1) * static_cast<double>(n2 - total + x + 1));
    };
    const auto at = [&](std::int64_t x) -> double& {
        return weights[static_cast<std::size_t>(x - first)];
    };
    for (std::int64_t x = mode; x < last; ++x) at(x + 1) = at(x) * odds(x);
    for (std::int64_t x = mode; x > first; --x) at(x - 1) = at(x) / odds(x - 1);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= sum;
}

/// Of the normal test with the continuity correction of Fisher's.
inline double fisher_normal_power(double p1, double p2, double n1, double n2, double alpha) {
    const double pooled = (n1 * p1 + n2 * p2) / (n1 + n2), apart = 1.0 / n1 + 1.0 / n2;
    const double needed =
        normal_critical(alpha, Sides::two) * std::sqrt(pooled * (1.0 - pooled) * apart) +
        apart / 2.0;
    const double sd = std::sqrt(p1 * (1.0 - p1) / n1 + p2 * (1.0 - p2) / n2);
    if (!(sd > 0.0)) return std::abs(p1 - p2) > needed ? 1.0 : 0.0;
    return normal_power((p1 - p2) / sd, needed / sd, Sides::two);
}

}  // namespace detail

/// What `power_fisher` may be asked for.
struct PowerFisherOptions {
    double alpha = 0.05;  ///< of the test, above 0 and below 1
    ExactCost cost{};     ///< the most that the exact form may cost
};

/// The chance that Fisher's two-sided test (outcomes no likelier than the one seen) rejects at
/// `alpha` when the rates are p1 and p2; with p1 = p2 its true size. O(N n), N = n1 + n2,
/// n the smaller arm.
/// cost  by default up to some 7,000 patients per arm; beyond it the normal test with continuity
///       correction, state approximate
inline PowerResult power_fisher(double p1, double p2, std::int64_t n1, std::int64_t n2,
                                const PowerFisherOptions& options = {}) {
    PowerResult result{.method = "enumeration of Fisher's exact test"};
    if (!detail::is_between_0_and_1(options.alpha) || !detail::is_probability(p1) ||
        !detail::is_probability(p2)) {
        return result;
    }
    result.state = State::too_few;
    if (n1 < 1 || n2 < 1) return result;
    const auto patients = static_cast<double>(n1) + static_cast<double>(n2);
    const auto smaller = static_cast<double>(std::min(n1, n2));
    if (!options.cost.allow_work(4.0 * patients * smaller * (10.0 + std::log2(smaller))) ||
        !options.cost.allow_memory(sizeof(double) * (patients + 3.0 * smaller))) {
        result.power = detail::fisher_normal_power(p1, p2, static_cast<double>(n1),
                                                   static_cast<double>(n2), options.alpha);
        result.method = "Fisher, normal with continuity correction: too many for enumeration";
        result.state = State::approximate;
        return result;
    }
    const auto chances = [](std::int64_t n, double p) {
        std::vector<double> all(static_cast<std::size_t>(n + 1));
        for (std::int64_t x = 0; x <= n; ++x) {
            all[static_cast<std::size_t>(x)] = detail::binomial_pmf(x, n, p);
        }
        return all;
    };
    const std::vector<double> of_1 = chances(n1, p1);
    const std::vector<double> of_2 = chances(n2, p2);
    std::vector<double> weights;
    std::vector<std::size_t> order;
    std::vector<char> rejects;
    double power = 0.0;
    for (std::int64_t total = 0; total <= n1 + n2; ++total) {
        const std::int64_t first = std::max<std::int64_t>(0, total - n2);
        const std::int64_t last = std::min(n1, total);
        detail::fisher_weights(n1, n2, total, first, last, weights);
        detail::mark_fisher(weights, options.alpha, order, rejects);
        for (std::int64_t x = first; x <= last; ++x) {
            if (rejects[static_cast<std::size_t>(x - first)] == 0) continue;
            power += of_1[static_cast<std::size_t>(x)] * of_2[static_cast<std::size_t>(total - x)];
        }
    }
    result.power = detail::at_most_one(power);
    result.state = State::ok;
    return result;
}

/// What `sample_size_fisher` may be asked for.
struct FisherSizeOptions {
    double alpha = 0.05;  ///< of the test, above 0 and below 1
};

/// The first number of patients per arm at which Fisher's test has the power; at some larger number
/// it has less again. The search begins at 2 or, where the normal approximation without correction
/// asks for 60 or more, at nine tenths of that, where Fisher's test is still far from the power.
/// `not_reached` above 1000 per arm.
inline SampleSizeResult sample_size_fisher(double p1, double p2, double power,
                                           const FisherSizeOptions& options = {}) {
    SampleSizeResult size{.method = "enumeration of Fisher's exact test"};
    if (!detail::is_between_0_and_1(options.alpha) || !detail::is_between_0_and_1(power) ||
        !detail::is_probability(p1) || !detail::is_probability(p2)) {
        return size;
    }
    size.state = State::not_reached;
    if (p1 == p2) return size;
    const double pooled = (p1 + p2) / 2.0;
    const double root = detail::size_root(detail::normal_critical(options.alpha, Sides::two),
                                          std::sqrt(2.0 * pooled * (1.0 - pooled)), power,
                                          std::sqrt(p1 * (1.0 - p1) + p2 * (1.0 - p2)));
    const double normal = detail::closed_size(root, p1 - p2);
    if (!(normal <= 1000.0)) return size;
    for (std::int64_t n = normal < 60.0 ? 2 : static_cast<std::int64_t>(0.9 * normal); n <= 1000;
         ++n) {
        const double found = power_fisher(p1, p2, n, n, {.alpha = options.alpha}).power;
        if (found < power) continue;
        size.n1 = size.n2 = n;
        size.total = 2 * n;
        size.power = found;
        size.state = State::ok;
        break;
    }
    return size;
}

}  // namespace eczscore::stats
