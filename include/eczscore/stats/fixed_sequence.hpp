// SPDX-License-Identifier: BSL-1.0
// Hypotheses in an order fixed beforehand: the fixed sequence, and the fallback that passes alpha
// on.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Adjusted p-values of a fixed sequence, in its order.
struct FixedSequence {
    std::vector<double> p;
    std::size_t missing = 0;
    Text method = "fixed sequence";
    State state = State::too_few;
};

/// Each hypothesis is tested at full level until one is not rejected. A missing p-value is never
/// rejected and ends the sequence: it stays NaN, and all after it are 1.
/// p  in the order that was fixed before the data were seen
/// state  invalid_argument where a p-value is outside [0, 1]
inline FixedSequence fixed_sequence(std::span<const double> p) {
    FixedSequence found;
    found.p.assign(p.size(), not_a_number);
    double highest = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] < 0.0 || p[i] > 1.0) {
            found.p.assign(p.size(), not_a_number);
            found.state = State::invalid_argument;
            return found;
        }
        if (std::isnan(p[i])) {
            ++found.missing;
            highest = 1.0;
            continue;
        }
        found.p[i] = highest = std::max(highest, p[i]);
    }
    if (!p.empty()) found.state = State::ok;
    return found;
}

/// One hypothesis of a fallback procedure.
struct FallbackStep {
    double p = not_a_number;
    double alpha = 0.0;  ///< at which it was tested
    bool is_rejected = false;
};

/// What the fallback procedure decides on each hypothesis, in their order.
struct Fallback {
    std::vector<FallbackStep> steps;
    std::size_t missing = 0;
    Text method = "fallback";
    State state = State::too_few;
};

/// Each hypothesis has its share of alpha and, if the one before it was rejected, all that the one
/// before it was tested at. A missing p-value is not rejected.
/// weights  as many as p-values, at least 0, together at most 1
/// state  invalid_argument where weights, p-values or alpha are not such
/// source  Wiens 2003
inline Fallback fallback(std::span<const double> p, std::span<const double> weights, double alpha) {
    Fallback found;
    found.state = State::invalid_argument;
    double all = 0.0;
    bool valid = p.size() == weights.size() && alpha > 0.0 && alpha < 1.0;
    for (const double weight : weights) {
        valid = valid && weight >= 0.0;
        all += weight;
    }
    for (const double each : p) valid = valid && !(each < 0.0) && !(each > 1.0);
    if (!valid || all > 1.0 + 1e-12) return found;
    found.state = p.empty() ? State::too_few : State::ok;
    double carried = 0.0;
    found.steps.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double share = weights[i] * alpha + carried;
        const bool rejected = p[i] <= share;
        if (std::isnan(p[i])) ++found.missing;
        found.steps.push_back({p[i], share, rejected});
        carried = rejected ? share : 0.0;
    }
    return found;
}

}  // namespace eczscore::stats
