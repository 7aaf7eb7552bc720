// SPDX-License-Identifier: BSL-1.0
// The meta-analytic predictive model of a response rate.
#pragma once

#include <cmath>
#include <cstdint>

namespace eczscore::stats {

/// Responders of one historical arm.
struct ArmCount {
    std::int64_t x = 0;
    std::int64_t n = 0;
};

/// logit rate of arm k ~ N(mu, tau^2); mu ~ N(mean, sd^2); tau ~ half-normal(scale).
struct MapModel {
    double mu_mean = 0.0;
    double mu_sd = 2.0;
    double tau_scale = 1.0;

    /// The parameters are finite and in range, so that there is a density.
    bool is_proper() const {
        const auto is_scale = [](double sd) { return sd >= 1e-6 && sd <= 1e6; };
        return std::abs(mu_mean) <= 1e6 && is_scale(mu_sd) && is_scale(tau_scale);
    }
};

/// A point of (mu, tau) and its share of the posterior.
struct MapNode {
    double mu = 0.0;
    double tau = 0.0;
    double weight = 0.0;
    double smooth = 0.0;  ///< tau, or the spacing of the nodes where that is wider
};

}  // namespace eczscore::stats
