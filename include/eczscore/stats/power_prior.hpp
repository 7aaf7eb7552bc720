// SPDX-License-Identifier: BSL-1.0
// Historical counts with a weight below 1: the power prior (Ibrahim & Chen 2000).
#pragma once

#include <cstdint>

#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A prior from earlier patients that count for less than one each.
struct PowerPriorResult {
    BetaPrior prior{};
    double borrowed = not_a_number;  ///< patients that the history counts as: weight times n
    Text method = "power prior";
    State state = State::invalid_argument;
};

/// weight  0 forgets the history, 1 takes it as if it were the same trial
inline PowerPriorResult power_prior(std::int64_t historical_x, std::int64_t historical_n,
                                    double weight, const BetaPrior& initial = {1.0, 1.0}) {
    PowerPriorResult result;
    if (historical_x < 0 || historical_n < historical_x || !(weight >= 0.0 && weight <= 1.0) ||
        !initial.is_proper()) {
        return result;
    }
    result.prior = {initial.a + weight * static_cast<double>(historical_x),
                    initial.b + weight * static_cast<double>(historical_n - historical_x)};
    result.borrowed = weight * static_cast<double>(historical_n);
    result.state = State::ok;
    return result;
}

}  // namespace eczscore::stats
