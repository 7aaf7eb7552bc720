// SPDX-License-Identifier: BSL-1.0
// The risk difference over strata with score limits: Miettinen-Nurminen, and Newcombe by Yan-Su.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/score_difference.hpp"
#include "eczscore/stats/detail/strata.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/strata.hpp"

namespace eczscore::stats {

namespace detail {

inline StrataUsed count_strata(std::span<const Stratum> strata) {
    return each_usable(strata, [](const Table&) {});
}

/// Sums over strata for one arm, as Yan and Su need them.
struct YanSuArm {
    Sum of_variance;  ///< w^2 p q / n
    Sum of_sd;        ///< w sqrt(p q / n)
    Sum of_size;      ///< w^2 / n
    Sum of_root;      ///< w / sqrt(n)

    /// What z is multiplied by so that the Wilson limits of the strata add up to those of the arm.
    /// Where p q is 0 in every stratum it is the limit for a common p q that vanishes, in which p q
    /// cancels; of one stratum it is 1, as for one table.
    double scale() const {
        const bool flat = of_sd.value() == 0.0;
        const double variance = flat ? of_size.value() : of_variance.value();
        return std::sqrt(variance) / (flat ? of_root.value() : of_sd.value());
    }
};

}  // namespace detail

/// What `stratified_miettinen_nurminen` may be asked for.
struct StratifiedDifferenceOptions {
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
    double margin = 0.0;             ///< difference under the hypothesis
};

/// The score interval of Miettinen and Nurminen over strata, and the test that goes with it: of
/// the difference `margin` (statistic and p, two-sided). Weights n1 n2 / N.
/// state  too_few without a stratum that has both arms. Limits exist however small the strata are
/// source  Miettinen & Nurminen 1985, with Mantel-Haenszel weights
inline StratifiedEstimate stratified_miettinen_nurminen(
    std::span<const Stratum> strata, const StratifiedDifferenceOptions& options = {}) {
    const Text words = "stratified Miettinen-Nurminen";
    const StrataUsed used = detail::count_strata(strata);
    const bool valid = detail::all_valid(strata) && detail::is_level(options.confidence_level) &&
                       options.margin > -1.0 && options.margin < 1.0;
    if (!valid)
        return detail::no_estimate(words, options.confidence_level, State::invalid_argument, used);
    detail::ScoreDifference score(strata, true);
    if (score.used() == 0)
        return detail::no_estimate(words, options.confidence_level, State::too_few, used);
    StratifiedEstimate found;
    found.strata = used;
    Estimate& result = found.result;
    result.n = used.patients;
    result.missing = used.without;
    result.method = words;
    result.state = State::ok;
    result.estimate = score.estimate();
    const double z = detail::normal_quantile_upper(0.5 * (1.0 - options.confidence_level));
    const detail::Limits limits = score.limits(z);
    result.ci = {limits.lower, limits.upper, options.confidence_level,
                 not_a_number, words,        State::ok};
    result.statistic = score.z(options.margin);
    result.p = detail::normal_two_sided(result.statistic);
    return found;
}

/// The interval of Newcombe over strata: Wilson limits of each arm over the strata, combined as
/// for one table. No test.
/// state  too_few without a stratum that has both arms; of the interval boundary where a limit
///        leaves [-1, 1], as published
/// source  Yan & Su 2010. Where nobody or everybody of an arm responded in every stratum their
///        formula is 0 / 0, and its limit for a common share is taken
inline StratifiedEstimate stratified_newcombe(std::span<const Stratum> strata,
                                              const IntervalOptions& options = {}) {
    const Text words = "stratified Newcombe, Yan-Su";
    const StrataUsed used = detail::count_strata(strata);
    const bool valid = detail::all_valid(strata) && detail::is_level(options.confidence_level);
    if (!valid)
        return detail::no_estimate(words, options.confidence_level, State::invalid_argument, used);
    if (used.used == 0)
        return detail::no_estimate(words, options.confidence_level, State::too_few, used);

    detail::Sum weights, difference;
    detail::YanSuArm arms[2];
    detail::each_usable(strata, [&](const detail::Table& t) {
        const double w = t.n1 * t.n2 / t.n();
        weights.add(w);
        difference.add((t.x1 * t.n2 - t.x2 * t.n1) / t.n());
        const auto arm = [w](detail::YanSuArm& of, double x, double n) {
            const double v = x * (n - x) / (n * n * n);
            of.of_variance.add(w * w * v);
            of.of_sd.add(w * std::sqrt(v));
            of.of_size.add(w * w / n);
            of.of_root.add(w / std::sqrt(n));
        };
        arm(arms[0], t.x1, t.n1);
        arm(arms[1], t.x2, t.n2);
    });
    const double all = weights.value();
    StratifiedEstimate found =
        detail::no_estimate(words, options.confidence_level, State::boundary, used);
    Estimate& result = found.result;
    result.estimate = difference.value() / all;

    const double z = detail::normal_quantile_upper(0.5 * (1.0 - options.confidence_level));
    const double z_of[] = {z * arms[0].scale(), z * arms[1].scale()};
    detail::Sum lower[2], upper[2];
    detail::each_usable(strata, [&](const detail::Table& t) {
        const double w = t.n1 * t.n2 / t.n() / all;
        const double x[] = {t.x1, t.x2}, n[] = {t.n1, t.n2};
        for (int i = 0; i < 2; ++i) {
            const Responders of{static_cast<std::int64_t>(x[i]), static_cast<std::int64_t>(n[i])};
            const detail::Limits wilson = detail::wilson_limits(of, z_of[i]);
            lower[i].add(w * wilson.lower);
            upper[i].add(w * wilson.upper);
        }
    });
    const auto part = [&](const detail::YanSuArm& of, double share) {
        return of.of_size.value() / (all * all) * share * (1.0 - share);
    };
    const double below =
        std::sqrt(part(arms[0], lower[0].value()) + part(arms[1], upper[1].value()));
    const double above =
        std::sqrt(part(arms[0], upper[0].value()) + part(arms[1], lower[1].value()));
    result.state = State::ok;
    const double low = result.estimate - z * below, high = result.estimate + z * above;
    const bool outside = low < -1.0 || high > 1.0;
    result.ci = {low,          high,  options.confidence_level,
                 not_a_number, words, outside ? State::boundary : State::ok};
    return found;
}

}  // namespace eczscore::stats
