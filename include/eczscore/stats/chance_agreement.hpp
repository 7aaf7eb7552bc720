// SPDX-License-Identifier: BSL-1.0
// Agreement beyond chance where kappa fails: PABAK, Brennan and Prediger, Gwet's AC1.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/agreement_table.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// All have Wilson's interval of the observed agreement, stretched as the coefficient is, but AC1,
/// whose chance depends on the margins.
struct ChanceAgreement {
    Estimate observed{};          ///< share of equal grades
    Estimate pabak{};             ///< 2 observed - 1 (Byrt 1993; made for two grades)
    Estimate brennan_prediger{};  ///< (k observed - 1)/(k - 1): PABAK for k grades
    Estimate ac1{};               ///< Gwet 2008, normal interval
    std::size_t categories = 0;
};

namespace detail {

/// Wilson's limits of a share, put through `slope` x share + `shift`.
inline Estimate stretched_share(std::int64_t agreed, double n, double slope, double shift,
                                double confidence_level, Text method) {
    const double share = static_cast<double>(agreed) / n;
    const double z = normal_quantile_upper((1.0 - confidence_level) / 2.0);
    const Limits limits = wilson_limits({agreed, static_cast<std::int64_t>(n)}, z);
    Estimate of;
    of.method = method;
    of.n = static_cast<std::size_t>(n);
    of.estimate = slope * share + shift;
    of.se = slope * std::sqrt(share * (1.0 - share) / n);
    of.ci.confidence_level = confidence_level;
    of.ci.method = "Wilson 1927, of the observed agreement";
    of.ci.lower = slope * limits.lower + shift;
    of.ci.upper = slope * limits.upper + shift;
    of.state = of.ci.state = State::ok;
    require_level(of.ci);
    return of;
}

/// AC1 by the delta method on the shares of the table.
inline Estimate gwet_ac1(const AgreementTable& table, double confidence_level) {
    const std::size_t k = table.categories;
    const auto steps = static_cast<double>(k - 1);
    const double observed = static_cast<double>(table.agreed) / table.n;
    const auto use = [&](std::size_t i) { return (table.row[i] + table.column[i]) / 2.0; };
    Sum chance;
    for (std::size_t i = 0; i < k; ++i) chance.add(use(i) * (1.0 - use(i)) / steps);
    const double rest = 1.0 - chance.value();
    Estimate of;
    of.method = "Gwet's AC1";
    of.n = static_cast<std::size_t>(table.n);
    of.estimate = (observed - chance.value()) / rest;
    const double missed = (1.0 - observed) / (rest * rest);
    Sum first;
    Sum second;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double of_chance = (1.0 - use(i) - use(j)) / steps;
            const double slope = (i == j ? 1.0 / rest : 0.0) - of_chance * missed;
            first.add(table.at(i, j) * slope);
            second.add(table.at(i, j) * slope * slope);
        }
    }
    of.se = std::sqrt(std::max(0.0, second.value() - first.value() * first.value()) / table.n);
    const double half = normal_quantile_upper((1.0 - confidence_level) / 2.0) * of.se;
    of.ci.confidence_level = confidence_level;
    of.ci.method = "normal, Gwet 2008";
    of.ci.lower = of.estimate - half;
    of.ci.upper = of.estimate + half;
    of.state = of.ci.state = State::ok;
    require_level(of.ci);
    if (table.agreed == static_cast<std::int64_t>(of.n)) {
        of.estimate = of.ci.lower = of.ci.upper = 1.0;
        of.se = 0.0;
        of.state = of.ci.state = State::boundary;
    }
    return of;
}

}  // namespace detail

/// counts  row by row, a row per grade of the first rater; `categories` squared
/// states  `too_few`: no subject; `invalid_argument`: not a square table of counts of at least two
///         grades, or, of an interval, a level outside (0, 1); of AC1 `boundary`: perfect
///         agreement, se 0, interval a point
inline ChanceAgreement chance_agreement(std::span<const std::int64_t> counts,
                                        std::size_t categories,
                                        const IntervalOptions& options = {}) {
    const detail::AgreementTable table = detail::agreement_table(counts, categories);
    ChanceAgreement result;
    result.categories = categories;
    Estimate* all[] = {&result.observed, &result.pabak, &result.brennan_prediger, &result.ac1};
    for (Estimate* each : all) {
        each->ci.confidence_level = options.confidence_level;
        each->state = each->ci.state = table.state;
    }
    if (table.state != State::ok) return result;
    const auto k = static_cast<double>(categories);
    const auto share = [&](double slope, double shift, Text method) {
        return detail::stretched_share(table.agreed, table.n, slope, shift,
                                       options.confidence_level, method);
    };
    result.observed = share(1.0, 0.0, "observed agreement");
    result.pabak = share(2.0, -1.0, "PABAK");
    result.brennan_prediger = share(k / (k - 1.0), -1.0 / (k - 1.0), "Brennan and Prediger");
    result.ac1 = detail::gwet_ac1(table, options.confidence_level);
    return result;
}

}  // namespace eczscore::stats
