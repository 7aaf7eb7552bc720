// SPDX-License-Identifier: BSL-1.0
// Fisher's exact test of a 2 x 2 table, with its mid-p form.
#pragma once

#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/detail/hypergeometric.hpp"
#include "eczscore/stats/detail/responders.hpp"

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

/// rule  of the two-sided p: `central` doubles the smaller tail and agrees with the exact interval
///       of the odds ratio; R, SAS and SciPy print `minimum_likelihood`; `mid_p` is less
///       conservative and not exact
/// state  too_few for an empty arm; not_converged, without a p, where there are too many counts to
///        add up, from some 1e10 patients; boundary where the margins allow one table only (p is 1)
/// source  Fisher 1935; Fagerland, Lydersen & Laake 2017 for the choice
inline FisherTest fisher_test(Responders active, Responders control,
                              Alternative alternative = Alternative::two_sided,
                              ExactRule rule = ExactRule::central) {
    FisherTest found;
    found.x = active.x;
    found.n = detail::patients(active, control);
    found.rule = rule;
    if (rule == ExactRule::mid_p) found.method = "Fisher mid-p";
    if (!active.is_valid() || !control.is_valid()) {
        found.state = State::undefined_ratio;
        return found;
    }
    if (!detail::can_compare(active, control)) return found;
    if (!detail::Hypergeometric::is_feasible(active, control)) {
        found.state = State::not_converged;
        return found;
    }
    const detail::Hypergeometric table(active, control);
    found.probability = table.pmf(active.x);
    found.p = detail::exact_p(table.tails(active.x), alternative, rule);
    const bool single = table.support().low == table.support().high;
    found.state = single ? State::boundary : State::ok;
    return found;
}

}  // namespace eczscore::stats
