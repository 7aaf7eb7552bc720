// SPDX-License-Identifier: BSL-1.0
// Exact power and true size of any test of two responder rates, by counting every pair of outcomes.
#pragma once

#include <cstdint>
#include <vector>

#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The chance that a test rejects when the rates are p1 and p2: with rates on its hypothesis, its
/// true size there. For Boschloo's and Barnard's, mid-p, chi-square and score tests, intervals that
/// leave a margin out, and whatever else is decided by the two counts.
/// rejects  called once as rejects(x1, x2) for each of the (n1 + 1)(n2 + 1) pairs of counts
template <class Rejects>
PowerResult power_of_rates(double p1, double p2, std::int64_t n1, std::int64_t n2,
                           const Rejects& rejects) {
    PowerResult result{.method = "enumeration of the test"};
    if (!detail::is_probability(p1) || !detail::is_probability(p2)) return result;
    result.state = State::too_few;
    if (n1 < 1 || n2 < 1) return result;
    result.state = State::invalid_argument;
    constexpr double most_tables = 1e8;
    if (static_cast<double>(n1) * static_cast<double>(n2) > most_tables) return result;
    std::vector<double> of_2(static_cast<std::size_t>(n2 + 1));
    for (std::int64_t y = 0; y <= n2; ++y) {
        of_2[static_cast<std::size_t>(y)] = detail::binomial_pmf(y, n2, p2);
    }
    double power = 0.0;
    for (std::int64_t x = 0; x <= n1; ++x) {
        double given = 0.0;
        for (std::int64_t y = 0; y <= n2; ++y) {
            if (rejects(x, y)) given += of_2[static_cast<std::size_t>(y)];
        }
        power += given * detail::binomial_pmf(x, n1, p1);
    }
    result.power = detail::at_most_one(power);
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
