// SPDX-License-Identifier: BSL-1.0
// Cochran-Mantel-Haenszel test of equal shares over strata; Breslow-Day and Tarone of equal odds.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/strata.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/strata.hpp"

namespace eczscore::stats {

/// A chi-square test over strata.
struct StratifiedTest {
    double statistic = not_a_number;
    double df = not_a_number;
    double p = not_a_number;
    std::size_t n = 0;  ///< patients in the used strata
    StrataUsed strata{};
    Text method{};
    State state = State::too_few;
};

/// What `cmh_test` may be asked for.
struct CmhOptions {
    bool corrected = false;  ///< with the continuity correction 0.5
};

/// The Cochran-Mantel-Haenszel test. Its variance has N - 1.
/// corrected  with the continuity correction 0.5, as R has it unless told otherwise; SAS has none
/// state  too_few without a stratum that has both arms; zero_variance where in every stratum
///        everybody or nobody responded
inline StratifiedTest cmh_test(std::span<const Stratum> strata, const CmhOptions& options = {}) {
    StratifiedTest found;
    found.method = options.corrected ? "Cochran-Mantel-Haenszel, options.corrected"
                                     : "Cochran-Mantel-Haenszel";
    found.df = 1.0;
    detail::Sum far, variance;
    found.strata = detail::each_usable(strata, [&](const detail::Table& t) {
        const double n = t.n();
        const double m = t.x1 + t.x2;
        far.add((t.x1 * t.n2 - t.x2 * t.n1) / n);
        variance.add(t.n1 * t.n2 * m * (n - m) / (n * n * (n - 1.0)));
    });
    found.n = found.strata.patients;
    if (!detail::all_valid(strata)) {
        found.state = State::invalid_argument;
        return found;
    }
    if (found.strata.used == 0) return found;
    if (!(variance.value() > 0.0)) {
        found.state = State::zero_variance;
        return found;
    }
    double distance = std::abs(far.value());
    if (options.corrected) distance -= std::min(0.5, distance);
    found.statistic = distance * distance / variance.value();
    found.p = detail::chi_square_sf(found.statistic, 1.0);
    found.state = State::ok;
    return found;
}

/// Breslow and Day's test that the odds ratio is the same in all strata, about the Mantel-Haenszel
/// odds ratio, with or without Tarone's correction. Strata of which a margin is 0 say nothing about
/// an odds ratio; they do not count in the degrees of freedom.
struct HomogeneityTest {
    double statistic = not_a_number;
    double df = not_a_number;
    double p = not_a_number;
    double odds_ratio = not_a_number;  ///< common
    std::size_t n = 0;                 ///< patients in the strata that count
    std::size_t strata = 0;            ///< that count
    std::size_t left_out = 0;
    Text method{};
    State state = State::too_few;
};

namespace detail {

/// Responders of the active arm that the common odds ratio makes expected, all margins given.
inline double expected_responders(const Table& t, double odds) {
    const double m = t.x1 + t.x2;
    if (odds == 1.0) return t.n1 * m / t.n();
    const double b = t.n2 - m + odds * (t.n1 + m);
    const double c = odds * t.n1 * m;
    const double a = odds - 1.0;
    // a e^2 - b e + c = 0; the root between the bounds, without cancellation
    return 2.0 * c / (b + std::sqrt(std::max(0.0, b * b - 4.0 * a * c)));
}

}  // namespace detail

/// What `breslow_day_test` may be asked for.
struct BreslowDayOptions {
    bool tarone = true;  ///< with Tarone's correction
};

/// state  too_few with fewer than two strata that count; undefined_ratio where the common odds
///        ratio is 0 or infinite
/// source  Breslow & Day 1980; Tarone 1985
inline HomogeneityTest breslow_day_test(std::span<const Stratum> strata,
                                        const BreslowDayOptions& options = {}) {
    HomogeneityTest found;
    found.method = options.tarone ? "Breslow-Day, Tarone" : "Breslow-Day";
    if (!detail::all_valid(strata)) {
        found.state = State::invalid_argument;
        return found;
    }
    detail::Sum above, below;
    const auto counts = [](const detail::Table& t) {
        const double m = t.x1 + t.x2;
        return m > 0.0 && m < t.n();
    };
    const StrataUsed used = detail::each_usable(strata, [&](const detail::Table& t) {
        if (!counts(t)) return;
        ++found.strata;
        found.n += static_cast<std::size_t>(t.n());
        above.add(t.x1 * (t.n2 - t.x2) / t.n());
        below.add((t.n1 - t.x1) * t.x2 / t.n());
    });
    found.left_out = used.used + used.left_out - found.strata;
    if (found.strata < 2) return found;
    if (below.value() > 0.0) {
        found.odds_ratio = above.value() / below.value();
    } else if (above.value() > 0.0) {
        found.odds_ratio = infinity;
    }
    if (!(found.odds_ratio > 0.0) || std::isinf(found.odds_ratio)) {
        found.state = State::undefined_ratio;
        return found;
    }
    detail::Sum statistic, far, variance;
    detail::each_usable(strata, [&](const detail::Table& t) {
        if (!counts(t)) return;
        const double m = t.x1 + t.x2;
        const double e = detail::expected_responders(t, found.odds_ratio);
        const double v = 1.0 / (1.0 / e + 1.0 / (m - e) + 1.0 / (t.n1 - e) + 1.0 / (t.n2 - m + e));
        statistic.add((t.x1 - e) * (t.x1 - e) / v);
        far.add(t.x1 - e);
        variance.add(v);
    });
    found.statistic = statistic.value();
    if (options.tarone) found.statistic -= far.value() * far.value() / variance.value();
    found.statistic = std::max(0.0, found.statistic);
    found.df = static_cast<double>(found.strata - 1);
    found.p = detail::chi_square_sf(found.statistic, found.df);
    found.state = State::ok;
    return found;
}

}  // namespace eczscore::stats
