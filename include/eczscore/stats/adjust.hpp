// SPDX-License-Identifier: BSL-1.0
// Adjusted p-values: Bonferroni, Holm, Hochberg, Hommel, Sidak, Benjamini-Hochberg and -Yekutieli.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "eczscore/stats/detail/result.hpp"

namespace eczscore::stats {

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
    return names[static_cast<unsigned>(adjustment)];
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

/// Hommel 1988 by Wright's algorithm (1992). `p` ascends; the result replaces it. O(n^2).
inline void hommel(std::vector<double>& p, std::size_t tests) {
    p.resize(tests, 1.0);  // tests that were not reported count as 1
    const std::size_t n = p.size();
    if (n < 2) return;
    const auto share = [&](std::size_t m, std::size_t rank) {
        return static_cast<double>(m) * p[rank - 1];
    };
    double first = infinity;
    for (std::size_t i = 1; i <= n; ++i) {
        first = std::min(first, share(n, i) / static_cast<double>(i));
    }
    std::vector<double> q(n, first), adjusted(n, first);
    for (std::size_t m = n - 1; m >= 2; --m) {
        double smallest = infinity;
        for (std::size_t j = 2; j <= m; ++j) {
            smallest = std::min(smallest, share(m, n - m + j) / static_cast<double>(j));
        }
        for (std::size_t i = 1; i <= n - m + 1; ++i) q[i - 1] = std::min(share(m, i), smallest);
        for (std::size_t i = n - m + 2; i <= n; ++i) q[i - 1] = q[n - m];
        for (std::size_t i = 0; i < n; ++i) adjusted[i] = std::max(adjusted[i], q[i]);
    }
    for (std::size_t i = 0; i < n; ++i) p[i] = std::max(adjusted[i], p[i]);
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

/// Adjusted p-values: a hypothesis is rejected at level alpha where its adjusted p is at most
/// alpha. count_missing  whether tests without a p-value count in the number of tests, as if theirs
/// were
///                1; R's p.adjust does not count them unless given n
/// state  undefined_ratio where a p-value is outside [0, 1]; too_few without any
/// source  Holm 1979; Hochberg 1988; Hommel 1988; Benjamini & Hochberg 1995; Benjamini & Yekutieli
///         2001
inline AdjustedP adjust(std::span<const double> p, Adjustment adjustment,
                        bool count_missing = false) {
    AdjustedP found;
    found.method = name(adjustment);
    found.p.assign(p.size(), not_a_number);
    std::vector<std::size_t> order;
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i])) order.push_back(i);
        if (p[i] < 0.0 || p[i] > 1.0) {
            found.state = State::undefined_ratio;
            return found;
        }
    }
    found.missing = p.size() - order.size();
    found.tests = count_missing ? p.size() : order.size();
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
