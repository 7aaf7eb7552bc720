// SPDX-License-Identifier: BSL-1.0
// Critical values of a trial with interim looks, by error spending (Lan & DeMets 1983).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the error is spent over the information.
enum class Spending : std::uint8_t {
    obrien_fleming,  ///< 2 (1 - Phi(z_{alpha/2} / sqrt t)): little early
    pocock           ///< alpha log(1 + (e - 1) t): nearly evenly
};

constexpr Text name(Spending spending) {
    constexpr Text names[] = {"O'Brien-Fleming-type spending", "Pocock-type spending"};
    return name_of(names, spending);
}

/// The boundaries of a group sequential test.
struct GroupSequentialResult {
    std::vector<double> critical;  ///< on the z scale, one per look
    std::vector<double> stage_p;   ///< one-sided p-value that each stands for
    std::vector<double> spent;     ///< error spent up to each look
    Text method{};
    State state = State::invalid_argument;
};

/// The share of `alpha` spent at information t, 0 to 1; none at 0.
inline double spent_error(Spending spending, double t, double alpha) {
    if (spending == Spending::pocock) return alpha * std::log1p((std::numbers::e - 1.0) * t);
    const double z = detail::normal_quantile_upper(alpha / 2.0);
    return 2.0 * detail::normal_sf(detail::quotient(z, std::sqrt(t)));
}

namespace detail {

/// Closer looks would be one, and their steps too narrow to follow.
inline constexpr double least_information = 1e-4 * (1.0 - 1e-9);

/// The density of the score process among trials that have not stopped, on Gauss-Legendre nodes.
struct ScoreDensity {
    std::vector<double> at;
    std::vector<double> mass;  ///< density times weight

    /// P(not stopped before, and score now > bound), `more` information later.
    double beyond(double bound, double more) const {
        const double sd = std::sqrt(more);
        double sum = 0.0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            sum += mass[i] * normal_sf((bound - at[i]) / sd);
        }
        return sum;
    }
    double density(double score, double more) const {
        const double sd = std::sqrt(more);
        double sum = 0.0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            sum += mass[i] * normal_pdf((score - at[i]) / sd) / sd;
        }
        return sum;
    }
};

/// Nodes and weights from `low` to `high`, 20 in each of `panels`; `put(x, weight)`.
template <class Put>
void gauss_nodes(double low, double high, int panels, const Put& put) {
    const GaussRule rule = gauss_rule_20();
    const double half = (high - low) / panels / 2.0;
    for (int panel = 0; panel < panels; ++panel) {
        const double middle = low + (2.0 * panel + 1.0) * half;
        for (std::size_t i = 0; i < rule.abscissa.size(); ++i) {
            put(middle - half * rule.abscissa[i], half * rule.weights[i]);
            put(middle + half * rule.abscissa[i], half * rule.weights[i]);
        }
    }
}

}  // namespace detail

/// What `group_sequential` may be asked for.
struct GroupSequentialOptions {
    double alpha = 0.025;  ///< of the test, above 0 and below 1
    Spending spending = Spending::obrien_fleming;
};

/// One-sided critical values for looks at these shares of the information, rising by 0.0001 at
/// least and ending at 1 (or before, where the trial has not ended). Half the two-sided error gives
/// a two-sided design. A look so early that the share of the error is no double has an infinite
/// value. Recursive integration (Armitage, McPherson & Rowe 1969): O(looks) where they are not
/// close, with steps that follow the distance of close ones.
inline GroupSequentialResult group_sequential(std::span<const double> information,
                                              const GroupSequentialOptions& options = {}) {
    GroupSequentialResult result;
    result.method = name(options.spending);
    for (std::size_t i = 0; i < information.size(); ++i) {
        const double before = i == 0 ? 0.0 : information[i - 1];
        const double least = i == 0 ? 0.0 : detail::least_information;
        if (!(information[i] - before > least && information[i] <= 1.0)) return result;
    }
    if (information.empty() || !(options.alpha > 0.0 && options.alpha < 0.5)) return result;
    constexpr double reach = 9.0;  // standard deviations; beyond lies less than 1e-18
    detail::ScoreDensity running{{0.0}, {1.0}};
    double last = 0.0;
    double spent = 0.0;
    for (std::size_t look = 0; look < information.size(); ++look) {
        const double t = information[look];
        const double more = t - last;
        const double now = spent_error(options.spending, t, options.alpha);
        const double share = now - spent;
        const double root = std::sqrt(t);
        double z = infinity;
        if (share > 0.0) {
            z = detail::falling_root(
                [&](double x) { return running.beyond(x * root, more) - share; },
                detail::normal_quantile_upper(std::clamp(share, 1e-300, 0.5)), 0.5);
        }
        if (std::isnan(z)) {
            result.state = State::not_converged;
            return result;
        }
        result.critical.push_back(z);
        result.stage_p.push_back(detail::normal_sf(z));
        result.spent.push_back(now);
        if (look + 1 == information.size()) break;
        const double high = std::min(z, reach) * root;
        // As narrow as the steps of the score, from the last look and to the next one.
        const double narrow = std::sqrt(std::min(more, information[look + 1] - t));
        const int panels = std::max(16, static_cast<int>((high + reach * root) / (4.0 * narrow)));
        detail::ScoreDensity next;
        next.at.reserve(static_cast<std::size_t>(panels) * 20);
        next.mass.reserve(static_cast<std::size_t>(panels) * 20);
        detail::gauss_nodes(-reach * root, high, panels, [&](double x, double weight) {
            next.at.push_back(x);
            next.mass.push_back(weight * running.density(x, more));
        });
        running = std::move(next);
        last = t;
        spent = now;
    }
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
