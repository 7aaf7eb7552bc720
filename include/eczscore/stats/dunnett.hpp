// SPDX-License-Identifier: BSL-1.0
// Dunnett's comparisons of several groups with one control, with exact simultaneous p and limits.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/dunnett_tail.hpp"
#include "eczscore/stats/detail/two_samples.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// All comparisons of one family. Each `p` is adjusted, each interval simultaneous.
struct Dunnett {
    std::vector<Estimate> comparisons;  ///< group minus control, in the order of the groups
    std::vector<double> lambda;         ///< sqrt(n_i / (n_i + n_0)): correlations are products
    double critical = not_a_number;     ///< factor of the standard error in the intervals
    double sd = not_a_number;           ///< common, within groups
    double df = not_a_number;
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "Dunnett";
    State state = State::too_few;
};

/// What `dunnett_critical` may be asked for.
struct DunnettCriticalOptions {
    double rho = 0.5;                ///< correlation of two comparisons
    double confidence_level = 0.95;  ///< the probability that all stay below
    bool two_sided = true;
};

/// The t that all of k comparisons stay below with probability `confidence_level`, under
/// correlations rho > 0.
/// k   1 to 1000
/// df  at least 1; infinity for a known variance
/// rho  at most 0.9999, as in groups 10,000 times as large as the control group
/// returns  NaN for what is not one of these, and where many comparisons are all but the same (1000
///          at a rho of 0.9999), for which the sums would take minutes
/// example  3 comparisons, 20 df, rho 1/2: 2.54, as in Dunnett's table
inline double dunnett_critical(std::size_t k, double df,
                               const DunnettCriticalOptions& options = {}) {
    const bool valid = k > 0 && k <= 1000 && df >= 1.0 && options.rho >= 0.0 &&
                       options.rho <= detail::most_dunnett_rho && options.confidence_level > 0.0 &&
                       options.confidence_level < 1.0;
    if (!valid) return not_a_number;
    const std::vector<double> lambda(k, std::sqrt(options.rho));
    return detail::DunnettTail(lambda, df, options.two_sided)
        .critical(1.0 - options.confidence_level);
}

/// What `dunnett` may be asked for.
struct DunnettOptions {
    double confidence_level = 0.95;                    ///< of the interval, above 0 and below 1
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
};

/// From summaries, the control first kept apart. One-sided alternatives have one-sided limits.
/// state  too_few without a group, with an empty group or without a degree of freedom;
///        zero_variance where no value varies by more than rounding; invalid_argument for a level
///        outside (0, 1), a mean that is not finite, an SD below 0 or not finite; out_of_range for
///        values whose squares are beyond the range of double
/// source  Dunnett 1955. No random numbers: the same digits each time
inline Dunnett dunnett(GroupSummary control, std::span<const GroupSummary> groups,
                       const DunnettOptions& options = {}) {
    Dunnett found;
    found.n = control.n;
    bool filled = !groups.empty() && control.n > 0;
    bool valid =
        options.confidence_level > 0.0 && options.confidence_level < 1.0 && control.is_valid();
    double size = std::abs(control.mean);
    double squares = 0.0;
    const auto pool = [&squares](const GroupSummary& group) {
        if (group.n > 1) squares += static_cast<double>(group.n - 1) * group.sd * group.sd;
    };
    pool(control);
    for (const GroupSummary& group : groups) {
        found.n += group.n;
        filled = filled && group.n > 0;
        valid = valid && group.is_valid();
        size = std::max(size, std::abs(group.mean));
        pool(group);
    }
    const std::size_t means = groups.size() + 1;
    const auto all = [&](State state) {
        found.state = state;
        for (Estimate& each : found.comparisons) each.state = each.ci.state = state;
        return found;
    };
    if (!valid) return all(State::invalid_argument);
    if (!filled || found.n <= means) return all(State::too_few);
    found.df = static_cast<double>(found.n - means);
    found.sd = std::sqrt(squares / found.df);
    found.comparisons.resize(groups.size());
    found.lambda.resize(groups.size());
    const auto n_0 = static_cast<double>(control.n);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto n_i = static_cast<double>(groups[i].n);
        found.lambda[i] = std::sqrt(n_i / (n_i + n_0));
        Estimate& each = found.comparisons[i];
        each.method = found.method;
        each.n = groups[i].n + control.n;
        each.estimate = groups[i].mean - control.mean;
        each.se = found.sd * std::sqrt(1.0 / n_i + 1.0 / n_0);
        each.df = found.df;
        each.ci = {.confidence_level = options.confidence_level, .method = found.method};
    }
    if (!std::isfinite(found.sd)) return all(State::out_of_range);  // beyond the range of double
    if (detail::is_no_spread(found.sd, size)) return all(State::zero_variance);
    for (const double lambda : found.lambda) {
        if (lambda * lambda > detail::most_dunnett_rho) return all(State::not_converged);
    }

    const bool two = options.alternative == Alternative::two_sided;
    const detail::DunnettTail tail(found.lambda, found.df, two);
    if (!tail.is_feasible()) return all(State::not_converged);
    found.critical = tail.critical(1.0 - options.confidence_level);
    for (Estimate& each : found.comparisons) {
        each.statistic = each.estimate / each.se;
        const double t = two                                        ? std::abs(each.statistic)
                         : options.alternative == Alternative::less ? -each.statistic
                                                                    : each.statistic;
        each.p = tail.above(t);
        const double half = found.critical * each.se;
        each.ci.lower = options.alternative == Alternative::less ? -infinity : each.estimate - half;
        each.ci.upper =
            options.alternative == Alternative::greater ? infinity : each.estimate + half;
    }
    all(State::ok);
    if (std::isnan(found.critical)) {
        for (Estimate& each : found.comparisons) each.ci.state = State::not_converged;
    }
    return found;
}

/// From values; missing ones are left out and counted.
inline Dunnett dunnett(std::span<const double> control,
                       std::span<const std::span<const double>> groups,
                       const DunnettOptions& options = {}) {
    std::size_t missing = 0;
    const auto summarise = [&missing](std::span<const double> values) {
        const detail::Sample sample = detail::complete(values);
        missing += sample.missing;
        return detail::summary(sample.values);
    };
    const GroupSummary reference = summarise(control);
    std::vector<GroupSummary> summaries;
    summaries.reserve(groups.size());
    for (const auto& group : groups) summaries.push_back(summarise(group));
    Dunnett found = dunnett(reference, summaries, options);
    found.missing = missing;
    const bool valid =
        reference.is_valid() && std::all_of(summaries.begin(), summaries.end(),
                                            [](const GroupSummary& of) { return of.is_valid(); });
    found.state = detail::state_from_values(found.state, valid);
    return found;
}

}  // namespace eczscore::stats
