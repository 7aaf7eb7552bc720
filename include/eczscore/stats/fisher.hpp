// SPDX-License-Identifier: BSL-1.0
// Fisher's exact test of a 2 x 2 table, with its mid-p form.
#pragma once

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/detail/hypergeometric.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/exact_rule.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The test of equal shares, given all margins. Estimates and intervals that go with it: the
/// conditional odds ratio of odds_ratio.hpp.
struct FisherTest {
    std::int64_t x = 0;  ///< responders of the active arm
    double p = not_a_number;
    double probability = not_a_number;  ///< of the observed table
    std::size_t n = 0;
    ExactRule rule = ExactRule::central;
    Text method = "Fisher exact";
    State state = State::too_few;
};

namespace detail {

/// By the normal distribution with the mean and variance of the hypergeometric one.
inline void put_normal_p(FisherTest& found, Responders active, Responders control,
                         Alternative alternative) {
    const auto n1 = static_cast<double>(active.n), n2 = static_cast<double>(control.n);
    const double n = n1 + n2, m = static_cast<double>(active.x) + static_cast<double>(control.x);
    const double sd = std::sqrt(n1 / n * n2 / n * m * ((n - m) / (n - 1.0)));
    const double z = sd > 0.0 ? (static_cast<double>(active.x) - n1 / n * m) / sd : 0.0;
    found.p = alternative == Alternative::less      ? normal_cdf(z)
              : alternative == Alternative::greater ? normal_sf(z)
                                                    : normal_two_sided(z);
    found.method = "Fisher, normal: too many for the exact distribution";
    found.state = State::approximate;
}

}  // namespace detail

/// What `fisher_test` may be asked for.
struct FisherOptions {
    Alternative alternative = Alternative::two_sided;  ///< of the p-value
    ExactRule rule = ExactRule::central;               ///< how two tails make one p
    ExactCost cost{};                                  ///< the most that the exact form may cost
};

/// rule  of the two-sided p: `central` doubles the smaller tail and agrees with the exact interval
///       of the odds ratio; R, SAS and SciPy print `minimum_likelihood`; `mid_p` is less
///       conservative and not exact
/// cost  grows with the square root of the smaller arm: by default up to some 10^12 patients;
///       beyond it the normal distribution, one p for every rule, and no probability
/// state  too_few for an empty arm; boundary where the margins allow one table only (p is 1), and
///        where p is smaller than the doubles; approximate beyond the cost
/// source  Fisher 1935; Fagerland, Lydersen & Laake 2017 for the choice
inline FisherTest fisher_test(Responders active, Responders control,
                              const FisherOptions& options = {}) {
    FisherTest found;
    found.x = active.x;
    found.n = detail::patients(active, control);
    found.rule = options.rule;
    if (options.rule == ExactRule::mid_p) found.method = "Fisher mid-p";
    if (!active.is_valid() || !control.is_valid()) {
        found.state = State::invalid_argument;
        return found;
    }
    if (!detail::can_compare(active, control)) return found;
    if (!detail::Hypergeometric::is_possible(active, control, options.cost)) {
        detail::put_normal_p(found, active, control, options.alternative);
        return found;
    }
    const detail::Hypergeometric table(active, control);
    found.probability = table.pmf(active.x);
    found.p = detail::exact_p(table.tails(active.x), options.alternative, options.rule);
    const bool single = table.support().low == table.support().high;
    found.state = single ? State::boundary : detail::state_of({found.p});
    return found;
}

}  // namespace eczscore::stats
