// SPDX-License-Identifier: BSL-1.0
// What historical arms say about a new one: the meta-analytic predictive prior (Neuenschwander
// 2010).
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/detail/map_quadrature.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The meta-analytic-predictive prior of a response rate, from 0 to 1.
struct MapPriorResult {
    double mean = not_a_number;  ///< of the response rate of a new arm
    double sd = not_a_number;
    double median = not_a_number;
    Interval ci{};                      ///< prediction interval of that rate
    double effective_n = not_a_number;  ///< mean (1 - mean) / variance - 1
    double mu_mean = not_a_number;      ///< posterior mean of the average logit
    double tau_mean = not_a_number;     ///< and of the spread between arms
    BetaPrior matched{};                ///< beta distribution with this mean and SD
    std::size_t arms = 0;
    std::int64_t n = 0;  ///< patients in them
    Text method = "meta-analytic predictive prior by quadrature";
    State state = State::too_few;
    std::vector<MapNode> nodes;  ///< the posterior of (mu, tau)

    /// The rate that a share of new arms lies below; NaN without a prior.
    double quantile(double share) const {
        if (nodes.empty() || !(share > 0.0 && share < 1.0)) return not_a_number;
        return detail::logistic(detail::map_quantile(nodes, share));
    }
    /// P(rate of a new arm <= p).
    double cdf(double p) const {
        if (nodes.empty() || std::isnan(p)) return not_a_number;
        if (p <= 0.0) return 0.0;
        return p >= 1.0 ? 1.0 : detail::map_cdf(nodes, detail::logit(p));
    }
    /// P(a rate with this posterior > that of a new arm).
    double probability_beaten_by(const BetaPrior& rate) const {
        if (nodes.empty() || !rate.is_proper()) return not_a_number;
        return detail::map_superiority(rate, nodes);
    }
};

/// What `map_prior` may be asked for.
struct MapPriorOptions {
    MapModel model{};
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// Needs at least one arm with patients. A few hundredths of a second for five arms; O(arms).
inline MapPriorResult map_prior(std::span<const ArmCount> arms,
                                const MapPriorOptions& options = {}) {
    MapPriorResult result;
    result.arms = arms.size();
    for (const ArmCount& arm : arms) {
        const std::int64_t room = (std::int64_t{1} << 53) - result.n;
        if (arm.x < 0 || arm.n < 1 || arm.x > arm.n || arm.n > room) {
            result.state = State::invalid_argument;
            return result;
        }
        result.n += arm.n;
    }
    if (arms.empty()) return result;
    result.state = State::invalid_argument;
    if (!options.model.is_proper() ||
        !(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        return result;
    }
    result.nodes = detail::map_posterior(arms, options.model);
    const detail::MapMoments moments = detail::map_moments(result.nodes);
    if (!(moments.variance > 0.0)) {
        result.state = State::not_converged;
        return result;
    }
    result.mean = moments.mean;
    result.sd = std::sqrt(moments.variance);
    result.effective_n = moments.mean * (1.0 - moments.mean) / moments.variance - 1.0;
    result.matched = {moments.mean * result.effective_n, (1.0 - moments.mean) * result.effective_n};
    result.mu_mean = 0.0;
    result.tau_mean = 0.0;
    for (const MapNode& node : result.nodes) {
        result.mu_mean += node.weight * node.mu;
        result.tau_mean += node.weight * node.tau;
    }
    result.median = result.quantile(0.5);
    result.ci = {result.quantile((1.0 - options.confidence_level) / 2.0),
                 result.quantile((1.0 + options.confidence_level) / 2.0),
                 options.confidence_level,
                 options.confidence_level,
                 "equal-tailed prediction",
                 State::ok};
    const bool found = std::isfinite(result.ci.lower) && std::isfinite(result.ci.upper);
    result.state = result.ci.state = found ? State::ok : State::not_converged;
    return result;
}

}  // namespace eczscore::stats
