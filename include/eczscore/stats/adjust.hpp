// SPDX-License-Identifier: BSL-1.0
// Adjusted p-values: Bonferroni, Holm, Hochberg, Hommel, Sidak, Benjamini-Hochberg and -Yekutieli.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How p-values of several hypotheses are adjusted.
enum class Adjustment : std::uint8_t {
    bonferroni,
    holm,
    hochberg,  ///< needs independence or positive dependence
    hommel,    ///< as Hochberg, and never larger
    sidak,     ///< needs independence or positive dependence
    holm_sidak,
    benjamini_hochberg,  ///< false discovery rate
    benjamini_yekutieli  ///< false discovery rate under any dependence
};

constexpr Text name(Adjustment adjustment) {
    constexpr Text names[] = {
        "Bonferroni", "Holm",       "Hochberg",           "Hommel",
        "Sidak",      "Holm-Sidak", "Benjamini-Hochberg", "Benjamini-Yekutieli"};
    return name_of(names, adjustment);
}

/// Adjusted p-values in the order of the input; NaN where the input is.
struct AdjustedP {
    std::vector<double> p;
    std::size_t tests = 0;    ///< that the adjustment is for
    std::size_t missing = 0;  ///< p-values that are NaN
    Text method{};
    State state = State::too_few;
};

namespace detail {

/// 1 - (1 - p)^k without loss for small p.
inline double sidak(double p, double k) { return p >= 1.0 ? 1.0 : -std::expm1(k * std::log1p(-p)); }

/// For i = 1 .. n: i times the smallest p_(n-i+j) / j, j = 1 .. i; `p` ascends. The smallest slope
/// from the place n - i to the points beyond it touches their lower hull, which grows to the left.
inline std::vector<double> simes_of_largest(const std::vector<double>& p) {
    const std::size_t n = p.size();
    std::vector<std::size_t> hull;  // ranks; the last is the leftmost
    const auto slope = [&p](std::size_t from, std::size_t to) {
        return (p[to - 1] - p[from - 1]) / static_cast<double>(to - from);
    };
    std::vector<double> simes(n);
    for (std::size_t i = 1; i <= n; ++i) {
        const std::size_t rank = n - i + 1;
        while (hull.size() >= 2 &&
               slope(rank, hull.back()) >= slope(hull.back(), hull[hull.size() - 2])) {
            hull.pop_back();
        }
        hull.push_back(rank);
        const auto from_place = [&](std::size_t to) {
            return p[to - 1] / static_cast<double>(to - (n - i));
        };
        // from left to right along the hull the slopes from the place fall and then rise
        std::size_t low = 0, high = hull.size() - 1;
        while (low < high) {
            const std::size_t middle = low + (high - low + 1) / 2;
            if (from_place(hull[middle - 1]) < from_place(hull[middle])) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        simes[i - 1] = static_cast<double>(i) * from_place(hull[low]);
    }
    return simes;
}

/// Hommel 1988: p is rejected at alpha where h p <= alpha, h the most hypotheses that may be true
/// together at alpha, the largest i with alpha < simes_i. `p` ascends; the result replaces it.
/// O(n log n), as Meijer, Krebs and Goeman (2019) have it.
inline void hommel(std::vector<double>& p, std::size_t tests) {
    p.resize(tests, 1.0);                               // tests that were not reported count as 1
    std::vector<double> largest = simes_of_largest(p);  // h is at least i below the i-th of these
    for (std::size_t i = tests; i-- > 1;) largest[i - 1] = std::max(largest[i - 1], largest[i]);
    std::size_t i = tests;
    for (double& each : p) {
        while (i > 0 && !(static_cast<double>(i) * each < largest[i - 1])) --i;
        const double from = i < tests ? largest[i] : 0.0;  // from here on h is at most i
        each = std::max({each, from, static_cast<double>(i) * each});
    }
}

/// `p` ascends and is replaced by its adjusted values.
inline void adjust_sorted(std::vector<double>& p, Adjustment adjustment, std::size_t tests) {
    const std::size_t reported = p.size();
    const auto n = static_cast<double>(tests);
    double harmonic = 0.0;
    for (std::size_t i = 1; i <= tests; ++i) harmonic += 1.0 / static_cast<double>(i);
    if (adjustment == Adjustment::hommel) {
        hommel(p, tests);
        p.resize(reported);
        return;
    }
    for (std::size_t i = 0; i < reported; ++i) {
        const auto before = static_cast<double>(i);
        const double rank = before + 1.0;
        switch (adjustment) {
            case Adjustment::bonferroni: p[i] = n * p[i]; break;
            case Adjustment::holm:
            case Adjustment::hochberg: p[i] = (n - before) * p[i]; break;
            case Adjustment::sidak: p[i] = sidak(p[i], n); break;
            case Adjustment::holm_sidak: p[i] = sidak(p[i], n - before); break;
            case Adjustment::benjamini_hochberg: p[i] = n / rank * p[i]; break;
            case Adjustment::benjamini_yekutieli: p[i] = harmonic * n / rank * p[i]; break;
            case Adjustment::hommel: break;
        }
    }
    const bool step_down = adjustment == Adjustment::holm || adjustment == Adjustment::holm_sidak;
    const bool step_up = adjustment == Adjustment::hochberg ||
                         adjustment == Adjustment::benjamini_hochberg ||
                         adjustment == Adjustment::benjamini_yekutieli;
    if (step_down) {
        for (std::size_t i = 1; i < reported; ++i) p[i] = std::max(p[i], p[i - 1]);
    }
    if (step_up) {
        for (std::size_t i = reported; i-- > 1;) p[i - 1] = std::min(p[i - 1], p[i]);
    }
    for (double& each : p) each = std::min(1.0, each);
}

}  // namespace detail

/// What `adjust` may be asked for.
struct AdjustOptions {
    bool count_missing = false;  ///< missing p-values count among the hypotheses
};

/// Adjusted p-values: a hypothesis is rejected at level alpha where its adjusted p is at most
/// alpha. count_missing  whether tests without a p-value count in the number of tests, as if theirs
/// were
///                1; R's p.adjust does not count them unless given n
/// state  invalid_argument where a p-value is outside [0, 1]; too_few without any
/// source  Holm 1979; Hochberg 1988; Hommel 1988; Benjamini & Hochberg 1995; Benjamini & Yekutieli
///         2001
inline AdjustedP adjust(std::span<const double> p, Adjustment adjustment,
                        const AdjustOptions& options = {}) {
    AdjustedP found;
    found.method = name(adjustment);
    found.p.assign(p.size(), not_a_number);
    std::vector<std::size_t> order;
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i])) order.push_back(i);
        if (p[i] < 0.0 || p[i] > 1.0) {
            found.state = State::invalid_argument;
            return found;
        }
    }
    found.missing = p.size() - order.size();
    found.tests = options.count_missing ? p.size() : order.size();
    if (order.empty()) return found;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> sorted(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = p[order[i]];
    detail::adjust_sorted(sorted, adjustment, found.tests);
    for (std::size_t i = 0; i < order.size(); ++i) found.p[order[i]] = sorted[i];
    found.state = State::ok;
    return found;
}

}  // namespace eczscore::stats
